"""An RSS or Atom feed in, entries out. Raises ImportFailedError for what is no feed or a broken one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin

from jobboard.base.digest import digest_of
from jobboard.importing.sources import xml
from jobboard.importing.sources.dates import from_feed
from jobboard.importing.sources.entry import Export, Imported, ImportFailedError, Origin, Term
from jobboard.importing.sources.feed_media import media_of
from jobboard.importing.sources.feed_text import text_of_entry, title_of_element
from jobboard.importing.sources.people import names_of
from jobboard.importing.sources.public import POST, is_kind, item_type, why_withheld
from jobboard.importing.sources.wellformed import Cleaned

MAX_ENTRIES = 10_000
_ROOTS = frozenset({"rss", "RDF", "feed"})
_ITEMS = frozenset({"item", "entry"})
_PUBLISHED = (
    *("pubDate", "atom:published", "atom:issued", "dcterms:issued", "dcterms:created", "dc:date", "atom:created"),
    *("?:pubDate", "?:published"),
)
_UPDATED = ("atom:updated", "atom:modified", "dcterms:modified")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """What a feed says of all of its entries, and what is counted while they are read."""

    address: str
    values: xml.Values
    is_atom: bool
    left_out: Counter[str] = field(default_factory=Counter)


def read_feed(source: Cleaned, name: str, address: str = "", types: Collection[str] = (POST,)) -> Export:
    """The entries of a feed that are of one of `types`, in its order.

    `name` is what messages call it, `address` where it was fetched.
    """
    root = _parse(source, name)
    is_atom = xml.local_name(root) == "feed"
    channel = next((each for each in root if xml.local_name(each) == "channel"), root)
    head = _Head(address=address, values=xml.element_values(channel, is_atom=is_atom), is_atom=is_atom)
    items = [each for holder in (root, channel) for each in holder if xml.local_name(each) in _ITEMS]
    items = list(dict.fromkeys(items))
    if len(items) > MAX_ENTRIES:
        raise ImportFailedError(f"the feed {name} has more than {MAX_ENTRIES:,} entries")
    others: Counter[str] = Counter()
    entries = []
    for item in items:
        kind, entry = _entry(item, head)
        if kind in types:
            entries.append(entry)
        else:
            others[kind] += 1
    counted = (f"{what}: {count:,}" for what, count in sorted(head.left_out.items()) if count)
    return Export(entries=tuple(entries), types=others, notes=(*source.notes, *counted))


def _parse(source: Cleaned, name: str) -> xml.Element:
    root = None
    try:
        for _, element in xml.elements(source, ends=frozenset()):
            root = element
            if xml.local_name(root) not in _ROOTS:
                break
    except xml.BrokenError as error:
        if root is not None and xml.local_name(root) in _ROOTS:
            raise xml.refuse_xml(name, "feed", error) from None
        raise ImportFailedError(
            f"{name} is neither an RSS or Atom feed nor a WordPress export (WXR): {error}"
        ) from None
    if root is None or xml.local_name(root) not in _ROOTS:
        raise ImportFailedError(f"{name} is neither an RSS or Atom feed nor a WordPress export (WXR)")
    return root


def _entry(item: xml.Element, head: _Head) -> tuple[str, Imported]:
    """The type of an item, and what it says."""
    values = xml.element_values(item, is_atom=head.is_atom)
    base = urljoin(head.address, item.base or "")
    link = _link(values, base)
    key = _first(values, "guid", "atom:id") or item.get(xml.ABOUT) or _first(values, "dc:identifier") or link
    title = title_of_element(values)
    published, updated, typed, notes = _dates(values, head)
    html, summary, text = text_of_entry(values)
    image, files, links = media_of(values, link or base, html)
    authors, addresses = names_of(_people(values, head))
    head.left_out["left out: mail addresses of authors"] += addresses
    categories = tuple(_categories(values))
    said = list(_said(item))
    entry = Imported(
        origin=Origin.FEED,
        key=key or _digest(title, values),
        title=title,
        url=link,
        base=urljoin(link or base, text.base or "") if text is not None else link or base,
        published=published,
        updated=updated,
        typed=typed,
        withheld=why_withheld(said),
        authors=authors,
        categories=tuple(each for each in categories if not is_kind(each.name)),
        html=html,
        summary=summary,
        lang=_lang(item, text, values, head),
        image=image,
        files=files,
        links=links,
        is_elsewhere=True,
        notes=notes,
    )
    return item_type(key, [each.name for each in categories], said), entry


def _said(item: xml.Element) -> Iterator[tuple[str, str]]:
    """The elements of an item by name and text; what stands within `control` is said of the item, too."""
    for name, child in xml.children(item):
        if xml.local_name(child) == "control":
            yield from ((inner, xml.element_text(each)) for inner, each in xml.children(child))
        else:
            yield name, xml.element_text(child) if len(child) == 0 else ""


def _dates(values: xml.Values, head: _Head) -> tuple[str, str, str, tuple[str, ...]]:
    """Published, updated, what was typed where neither is certain, and notes."""
    typed = [text for name in _PUBLISHED if (text := _first(values, name))]
    changed = [text for name in _UPDATED if (text := _first(values, name))]
    published = next(filter(None, map(from_feed, typed)), "")
    updated = next(filter(None, map(from_feed, changed)), "")
    notes = (f"its date of change is not certain, and is left out: '{changed[0]}'",) if changed and not updated else ()
    if not typed and updated:
        head.left_out["dated by their last change, since there is no other date: items"] += 1
        published = updated
    return published, updated, (typed or changed or [""])[0], notes


def _link(values: xml.Values, base: str) -> str:
    for link in values.get("atom:link", ()):
        if link.get("rel", "alternate") in ("alternate", "") and link.get("href") and "link" not in values:
            return urljoin(urljoin(base, link.base or ""), (link.get("href") or "").strip())
    if found := _first(values, "link", "?:link"):
        return urljoin(base, found)
    for guid in values.get("guid", ()):
        text = xml.element_text(guid).strip()
        if guid.get("isPermaLink", "true").lower() != "false" and text.lower().startswith(("http://", "https://")):
            return text
    return ""


def _people(values: xml.Values, head: _Head) -> Iterator[str]:
    """The authors of an entry; in Atom those of the feed where it has none (RFC 4287, 4.2.1)."""
    found = [xml.element_text(each) for name in ("author", "dc:creator") for each in values.get(name, ())]
    found += _atom_authors(values)
    if not any(each.strip() for each in found):
        found = [xml.element_text(each) for each in values.get("itunes:author", ())]
        for source in values.get("atom:source", ()):
            found += _atom_authors(xml.element_values(source, is_atom=True))
        found = found or (_atom_authors(head.values) if head.is_atom else [])
    yield from found


def _atom_authors(values: xml.Values) -> list[str]:
    """The names of Atom's authors; the mail address of one is never read."""
    authors = [xml.element_values(each, is_atom=True) for each in values.get("atom:author", ())]
    return [_first(author, "atom:name") for author in authors if "atom:name" in author]


def _categories(values: xml.Values) -> Iterator[Term]:
    for each in (*values.get("category", ()), *values.get("dc:subject", ())):
        if text := xml.element_text(each).strip():
            yield Term(name=text, scheme=each.get("domain") or "")
    for each in values.get("atom:category", ()):
        term, label = each.get("term") or xml.element_text(each).strip(), each.get("label") or ""
        if term or label:
            yield Term(name=label or term, slug=term if label else "", scheme=each.get("scheme") or "")


def _lang(item: xml.Element, text: xml.Element | None, values: xml.Values, head: _Head) -> str:
    """The entry's own language, that of its text first; else the feed's."""
    own = text.get(xml.LANG) if text is not None else None
    inherited = _first(values, "dc:language", "language") or item.get(xml.LANG)
    return own or inherited or xml.lang_of(item) or _first(head.values, "language", "dc:language")


def _first(values: xml.Values, *names: str) -> str:
    """The first text there is under one of some names."""
    return next(
        (text for name in names for each in values.get(name, ()) if (text := xml.element_text(each).strip())), ""
    )


def _digest(title: str, values: xml.Values) -> str:
    """A name for an entry that has neither an id nor a link: it is the one with this title and date."""
    text = f"{title}\n{_first(values, *_PUBLISHED)}"
    return f"blake2b:{digest_of(text.encode('utf-8', 'replace'))}"
