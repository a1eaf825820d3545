"""A WordPress export (WXR) in, entries out, read as a stream: an export may be larger than memory would like.

WXR is RSS 2.0 with namespaces of its own (`wp:`, `content:`, `excerpt:`); posts, attachments and much else are its
`item`s. Entities are not resolved, nothing is fetched, and the parser's own limits on depth and length stay on.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from jobboard.importing.entry import Category, Entry, Export, ImportFailedError
from jobboard.importing.wordpress_post import Attachment, Site, attachment_of, entry_of

MAX_ITEMS = 200_000
MARK = b"http://wordpress.org/export/"
"""Stands near the beginning of every export, as a namespace."""

_NAMES = {
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/dc/elements/1.1/": "dc:",
}
_GONE = frozenset({"trash", "auto-draft", "inherit"})
_USED_META = frozenset({"_thumbnail_id", "_wp_attachment_image_alt", "_wp_attached_file"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One `item` as it stands: child elements by name (`wp:post_id`), terms, and the postmeta that has a use."""

    values: dict[str, str]
    terms: tuple[Category, ...]
    meta: dict[str, str]

    def __getitem__(self, name: str) -> str:
        return self.values.get(name, "")


@dataclass(slots=True)
class _Reading:
    """What was met so far."""

    posts: list[Item] = field(default_factory=list)
    attachments: dict[str, Attachment] = field(default_factory=dict)
    authors: dict[str, str] = field(default_factory=dict)
    channel: dict[str, str] = field(default_factory=dict)
    dropped: Counter[str] = field(default_factory=Counter)


def read_wordpress(source: Path | bytes, name: str) -> Export:
    """The posts of an export, public or not, in its order. Raises ImportFailedError."""
    reading = _Reading()
    try:
        for kind, element in _elements(source):
            if kind == "author":
                values = _values(element)
                reading.authors[values.get("wp:author_login", "")] = values.get("wp:author_display_name", "")
            else:
                _take(element, reading)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        line = f"line {error.lineno}: " if isinstance(error, etree.XMLSyntaxError) else ""
        text = f"the export {name} is broken: {line}{error}"
        raise ImportFailedError(f"{text}; nothing is imported from it, since what comes after might be lost") from None
    except OSError as error:
        raise ImportFailedError(f"cannot read {name}: {error.strerror or error}") from None
    site = Site(
        base=reading.channel.get("wp:base_blog_url") or reading.channel.get("link", ""),
        lang=reading.channel.get("language", ""),
        authors=reading.authors,
        attachments=reading.attachments,
    )
    return Export(entries=tuple(_entries(reading, site)), notes=tuple(_notes(reading.dropped)))


def _elements(source: Path | bytes) -> Iterator[tuple[str, etree._Element]]:
    """The authors and items of an export; each is emptied when the next is asked for."""
    events = etree.iterparse(
        io.BytesIO(source) if isinstance(source, bytes) else str(source),
        events=("end",),
        tag=("item", "{*}author"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    for _, element in events:
        yield etree.QName(element).localname, element
        element.clear()


def _take(element: etree._Element, reading: _Reading) -> None:
    parent = element.getparent()
    if not reading.channel and parent is not None:
        reading.channel = _values(parent)
    if parent is not None and (before := element.getprevious()) is not None and before.tag == "item":
        parent.remove(before)
    item = _item(element, reading.dropped)
    kind, status = item["wp:post_type"] or "post", item["wp:status"] or "publish"
    if kind == "attachment":
        reading.attachments[item["wp:post_id"]] = attachment_of(item.values, item.meta)
    elif kind != "post":
        reading.dropped[f"items of type {kind}"] += 1
    elif status in _GONE:
        reading.dropped[f"posts with status {status}"] += 1
    elif len(reading.posts) >= MAX_ITEMS:
        raise ValueError(f"it has more than {MAX_ITEMS:,} posts")
    else:
        reading.dropped["comments"] += sum(1 for _ in element.iterfind("{*}comment"))
        reading.dropped["marks that a post is sticky"] += item["wp:is_sticky"] == "1"
        reading.posts.append(item)


def _item(element: etree._Element, dropped: Counter[str]) -> Item:
    meta: dict[str, str] = {}
    for each in element.iterfind("{*}postmeta"):
        values = _values(each)
        key = values.get("wp:meta_key", "")
        if key in _USED_META:
            meta.setdefault(key, values.get("wp:meta_value", ""))
        else:
            dropped["custom fields (postmeta)"] += 1
    terms = tuple(
        Category(name=term.text or "", slug=term.get("nicename") or "", scheme=term.get("domain") or "category")
        for term in element.iterfind("category")
    )
    return Item(values=_values(element), terms=terms, meta=meta)


def _values(element: etree._Element) -> dict[str, str]:
    """The texts of an element's children by name; of several with one name the first."""
    found: dict[str, str] = {}
    for child in element:
        if isinstance(child.tag, str):
            found.setdefault(_name(child.tag), child.text or "")
    return found


def _name(tag: str) -> str:
    name = etree.QName(tag)
    space = name.namespace or ""
    if space.startswith(MARK.decode()):
        return f"{'excerpt' if space.rstrip('/').endswith('excerpt') else 'wp'}:{name.localname}"
    return f"{_NAMES.get(space, space)}{name.localname}"


def _entries(reading: _Reading, site: Site) -> Iterator[Entry]:
    seen: set[str] = set()
    for item in reading.posts:
        entry = entry_of(item.values, item.terms, item.meta, site, seen)
        seen.add(entry.key)
        yield entry


def _notes(dropped: Counter[str]) -> Iterator[str]:
    for what, count in sorted(dropped.items()):
        if count:
            yield f"not imported: {what}: {count:,}"
