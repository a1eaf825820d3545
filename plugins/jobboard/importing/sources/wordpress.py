"""A WordPress export (WXR) in, entries out, read as a stream: an export may be larger than memory would like.

WXR is RSS 2.0 with namespaces of its own (`wp:`, `content:`, `excerpt:`); posts, attachments and much else are its
`item`s. Entities are not resolved, nothing is fetched, and the parser's own limits on depth and length stay on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from jobboard.importing.sources import xml
from jobboard.importing.sources.entry import Export, Imported, Term
from jobboard.importing.sources.public import POST, why_withheld
from jobboard.importing.sources.wellformed import Cleaned
from jobboard.importing.sources.wordpress_post import ExportedSite, Upload, attachment_of, imported_of

MAX_ITEMS = 200_000
_MARK = re.compile(r"=\s*[\"']https?://(?:www\.)?wordpress\.org/export/|<wp:(?:wxr_version|post_type|status)\b")
_ATOM = re.compile(r"^\s*(?:<[!?][^>]*>\s*)*<(?:\w+:)?feed\b")
_BLOCK = "wp_block"
_GUEST = "guest-author"
_GONE = frozenset({"trash", "auto-draft", "inherit"})
_USED_META = frozenset(
    {
        *("_thumbnail_id", "_wp_attachment_image_alt", "_wp_attached_file", "footnotes", "cap-user_login"),
        *("cap-display_name",),
    }
)
_ENDS = frozenset({"item", "author"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """One `item` as it stands: child elements by name (`wp:post_id`), terms, and the postmeta that has a use."""

    values: dict[str, str]
    terms: tuple[Term, ...]
    meta: dict[str, str]

    def __getitem__(self, name: str) -> str:
        return self.values.get(name, "")


@dataclass(slots=True)
class _Reading:
    """What was met so far."""

    types: Collection[str]
    posts: list[_Item] = field(default_factory=list)
    attachments: dict[str, Upload] = field(default_factory=dict)
    blocks: dict[str, str] = field(default_factory=dict)
    authors: dict[str, str] = field(default_factory=dict)
    channel: dict[str, str] = field(default_factory=dict)
    dropped: Counter[str] = field(default_factory=Counter)
    others: Counter[str] = field(default_factory=Counter)


def is_wordpress(beginning: str) -> bool:
    """True if a source that begins so is an export of WordPress, whatever version of it in whatever spelling."""
    return _MARK.search(beginning) is not None and _ATOM.search(beginning) is None


def read_wordpress(source: Cleaned, name: str, types: Collection[str] = (POST,)) -> Export:
    """The items of an export that are of one of `types`, public or not, in its order. Raises ImportFailedError."""
    reading = _Reading(types=types)
    try:
        for event, element in xml.elements(source, ends=_ENDS):
            if event == "end":
                _take(element, reading)
                element.clear()
    except (xml.BrokenError, ValueError) as error:
        raise xml.refuse_xml(name, "export", error) from None
    site = ExportedSite(
        base=reading.channel.get("wp:base_blog_url") or reading.channel.get("link", ""),
        lang=reading.channel.get("language", ""),
        authors=reading.authors,
        attachments=reading.attachments,
        blocks=reading.blocks,
    )
    entries = tuple(_entries(reading, site))
    return Export(entries=entries, types=reading.others, notes=(*source.notes, *_notes(reading.dropped, site)))


def _take(element: xml.Element, reading: _Reading) -> None:
    if xml.local_name(element) == "author":
        values = _values(element)
        if login := values.get("wp:author_login", ""):
            reading.authors[login] = values.get("wp:author_display_name", "")
        return
    parent = element.getparent()
    if not reading.channel and parent is not None:
        reading.channel = _values(parent)
    if parent is not None and (before := element.getprevious()) is not None and xml.local_name(before) == "item":
        parent.remove(before)
    _sort(_item(element, reading.dropped), element, reading)


def _sort(item: _Item, element: xml.Element, reading: _Reading) -> None:
    """Put an item where its type belongs."""
    kind, status = item["wp:post_type"].strip().lower() or POST, item["wp:status"].strip().lower()
    if kind == "attachment":
        reading.attachments[item["wp:post_id"].strip()] = attachment_of(item.values, item.meta)
    elif kind == _BLOCK and not why_withheld(item.values.items()):
        reading.blocks[item["wp:post_id"].strip()] = item["content:encoded"]
    elif kind == _GUEST:
        reading.authors[item.meta.get("cap-user_login", "")] = item.meta.get("cap-display_name") or item["title"]
    elif kind not in reading.types:
        reading.others[kind] += 1
    elif status in _GONE:
        reading.dropped[f"posts with status {status}"] += 1
    elif len(reading.posts) >= MAX_ITEMS:
        raise ValueError(f"it has more than {MAX_ITEMS:,} posts")
    else:
        reading.dropped["comments"] += sum(xml.element_name(child) == "wp:comment" for child in element)
        reading.dropped["marks that a post is sticky"] += item["wp:is_sticky"].strip() == "1"
        reading.posts.append(item)


def _item(element: xml.Element, dropped: Counter[str]) -> _Item:
    meta: dict[str, str] = {}
    terms = []
    for name, child in xml.children(element):
        if name == "wp:postmeta":
            values = _values(child)
            key = values.get("wp:meta_key", "")
            if key in _USED_META:
                meta.setdefault(key, values.get("wp:meta_value", ""))
            else:
                dropped["custom fields (postmeta)"] += 1
        elif name == "category":
            scheme = child.get("domain") or "category"
            terms.append(Term(name=xml.element_text(child), slug=child.get("nicename") or "", scheme=scheme))
    return _Item(values=_values(element), terms=tuple(terms), meta=meta)


def _values(element: xml.Element) -> dict[str, str]:
    """The texts of an element's children by name; of several with one name the first that says something."""
    found: dict[str, str] = {}
    for name, child in xml.children(element):
        if not found.get(name, "").strip():
            found[name] = child.text or ""
    return found


def _entries(reading: _Reading, site: ExportedSite) -> Iterator[Imported]:
    seen: set[str] = set()
    for item in reading.posts:
        entry = imported_of(item.values, item.terms, item.meta, site, seen)
        seen.add(entry.key)
        yield entry


def _notes(dropped: Counter[str], site: ExportedSite) -> Iterator[str]:
    for what, count in sorted(dropped.items()):
        if count:
            yield f"not imported: {what}: {count:,}"
    if count := site.addresses.total():
        yield f"left out: mail addresses of authors: {count:,}"
