"""An RSS or Atom feed in, entries out. Raises ImportFailedError for what is no feed or a broken one."""

from __future__ import annotations

import hashlib
import io
import re
import warnings
from collections.abc import Mapping
from typing import Any
from xml.sax import SAXParseException

from jobboard.importing.dates import from_feed
from jobboard.importing.entry import Category, Entry, Export, ImportFailedError, Media, Origin

_RSS_AUTHOR = re.compile(r"[^\s@()]+@[^\s@()]+\s*\(([^()]+)\)")
"""`ada@example.org (Ada Example)`, as RSS 2.0 has it; the reader knows short top-level domains only."""

MAX_ENTRIES = 10_000


def read_feed(data: bytes, name: str, address: str = "") -> Export:
    """The entries of a feed, in its order. `name` is what messages call it, `address` where it was fetched."""
    feed = _parse(data, name, address)
    head = feed.feed
    entries = tuple(_entry(each, head, address) for each in feed.entries)
    return Export(entries=entries)


def _parse(data: bytes, name: str, address: str) -> Any:
    import feedparser  # noqa: PLC0415 (takes a noticeable part of a second)

    headers = {"content-location": address} if address else {}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about its own innards
            feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, response_headers=headers)
    except (Exception, RecursionError) as error:  # noqa: BLE001 (a reader of broken feeds meets what nobody foresaw)
        raise ImportFailedError(f"{name} cannot be read as a feed ({type(error).__name__})") from None
    trouble = feed.get("bozo_exception")
    if not feed.get("version"):
        raise ImportFailedError(
            f"{name} is neither an RSS or Atom feed nor a WordPress export (WXR){_why(trouble, data)}"
        )
    if isinstance(trouble, SAXParseException):
        raise ImportFailedError(
            f"the feed {name} is broken{_why(trouble, data)}; nothing is imported, since what comes after might be lost"
        )
    if len(feed.entries) > MAX_ENTRIES:
        raise ImportFailedError(f"the feed {name} has more than {MAX_ENTRIES:,} entries")
    return feed


def _why(trouble: object, data: bytes) -> str:
    """Where and why the XML cannot be read; the reader puts a line of its own before a feed without declaration."""
    if isinstance(trouble, SAXParseException):
        line = (trouble.getLineNumber() or 1) - (b"<?xml" not in data[:200])
        return f": line {max(1, line)}: {trouble.getMessage()}"
    return ""


def _entry(each: Any, head: Any, address: str) -> Entry:
    content = _best_content(each)
    link = str(each.get("link") or "")
    published = from_feed(str(each.get("published") or ""), each.get("published_parsed"))
    updated = from_feed(str(_own(each, "updated")), _own(each, "updated_parsed") or None)
    html = str(content.get("value") or each.get("summary") or "")
    return Entry(
        origin=Origin.FEED,
        key=str(each.get("id") or "") or link or _digest(each),
        title=str(each.get("title") or ""),
        url=link,
        base=str(content.get("base") or link or address),
        published=published or updated,
        updated=updated,
        authors=_authors(each),
        categories=tuple(_category(tag) for tag in each.get("tags") or ()),
        html=html,
        summary=str(each.get("summary") or "") if content.get("value") else "",
        lang=str(content.get("language") or head.get("language") or ""),
        links=tuple(_enclosures(each)),
        is_elsewhere=True,
    )


def _best_content(each: Any) -> Mapping[str, Any]:
    """The richest of an entry's contents: HTML before text, none if it has only a summary."""
    found = [part for part in each.get("content") or () if part.get("value")]
    return next((part for part in found if "html" in str(part.get("type"))), found[0] if found else {})


def _own(each: Any, name: str) -> Any:
    """A value of the entry itself: the reader would answer `published` where `updated` is missing."""
    return dict.get(each, name) or ""


def _authors(each: Any) -> tuple[str, ...]:
    people = each.get("authors") or ()
    if len(people) == 1 and (found := _RSS_AUTHOR.fullmatch(str(each.get("author")).strip())):
        return (found[1].strip(),)
    names = [str(person.get("name") or person.get("email") or "") for person in people]
    return tuple(dict.fromkeys(name for name in names if name.strip()))


def _category(tag: Any) -> Category:
    return Category(
        name=str(tag.get("label") or tag.get("term") or ""),
        slug=str(tag.get("term") or "") if tag.get("label") else "",
        scheme=str(tag.get("scheme") or ""),
    )


def _enclosures(each: Any) -> Any:
    for link in each.get("enclosures") or ():
        if url := str(link.get("href") or ""):
            yield Media(url=url, title=str(link.get("title") or ""))


def _digest(each: Any) -> str:
    """A name for an entry that has neither an id nor a link: it is the one with this title and date."""
    text = f"{each.get('title')}\n{each.get('published')}"
    return f"blake2b:{hashlib.blake2b(text.encode('utf-8', 'replace'), digest_size=16).hexdigest()}"
