"""The pictures, films and files of a feed's entry, from Media RSS, enclosures and links."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from jobboard.importing.html.addresses import is_shown
from jobboard.importing.sources import xml
from jobboard.importing.sources.entry import Medium
from jobboard.importing.sources.people import names_of

_PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    media: Medium
    is_picture: bool
    size: int = 0


def media_of(values: xml.Values, base: str, html: str) -> tuple[Medium | None, tuple[Medium, ...], tuple[Medium, ...]]:
    """The picture of an entry, its other pictures, and what is to be linked; without those its text shows already."""
    found = list({each.media.url: each for each in _all(values, base)}.values())
    pictures = [each.media for each in found if each.is_picture and not is_shown(each.media.url, html)]
    if not pictures and "<img" not in html and not any(each.is_picture for each in found):
        pictures = list(_thumbnails(values, base))[:1]
    links = tuple(each.media for each in found if not each.is_picture)
    return (pictures[0] if pictures else None), tuple(pictures[1:]), links


def _all(values: xml.Values, base: str) -> Iterator[_Found]:
    for group in values.get("media:group", ()):
        inner = xml.element_values(group)
        sizes = [each for content in inner.get("media:content", ()) for each in _content(content, base, inner, values)]
        yield from _best(sizes)
    for content in values.get("media:content", ()):
        yield from _content(content, base, xml.element_values(content), values)
    for each in values.get("enclosure", ()):
        yield from _linked(each.get("url"), each.get("type"), "", base)
    for each in values.get("atom:link", ()):
        if each.get("rel") == "enclosure":
            yield from _linked(each.get("href"), each.get("type"), each.get("title") or "", base)
    for each in values.get("atom:content", ()):
        yield from _linked(each.get("src"), each.get("type"), "", base)


def _best(sizes: list[_Found]) -> Iterator[_Found]:
    """Of one thing in several sizes the largest; of a picture and a film both."""
    for is_picture in (True, False):
        kind = [each for each in sizes if each.is_picture is is_picture]
        if kind:
            yield max(kind, key=lambda each: each.size)


def _content(element: xml.Element, base: str, inner: xml.Values, outer: xml.Values) -> Iterator[_Found]:
    """One `media:content`; its words are its own, else those of its group or item."""
    own = xml.element_values(element)
    player = next(iter((*own.get("media:player", ()), *inner.get("media:player", ()))), None)
    url = element.get("url") or (player.get("url") if player is not None else None)
    medium, kind = element.get("medium") or "", element.get("type") or ""
    credit, _ = names_of([_words("media:credit", own, inner, outer)])
    title = _words("media:title", own, inner)
    caption = _words("media:description", own, inner) or _words("media:text", own, inner)
    width = element.get("width") or ""
    size = int(width) if width.isascii() and width.isdigit() else 0
    for found in _linked(url, f"{medium}/" if medium else kind, title, base):
        media = Medium(url=found.media.url, title=title, alt=caption or title, credit=", ".join(credit))
        yield _Found(media=media, is_picture=found.is_picture, size=size + (element.get("isDefault") == "true"))


def _linked(url: str | None, kind: str | None, title: str, base: str) -> Iterator[_Found]:
    if not url or not url.strip():
        return
    full, kind = urljoin(base, url.strip()), (kind or "").lower()
    is_picture = kind.startswith("image") or (not kind and urlsplit(full).path.lower().endswith(_PICTURES))
    yield _Found(media=Medium(url=full, title=title), is_picture=is_picture)


def _thumbnails(values: xml.Values, base: str) -> Iterator[Medium]:
    groups = [xml.element_values(each) for each in (*values.get("media:group", ()), *values.get("media:content", ()))]
    for inner in (values, *groups):
        for each in inner.get("media:thumbnail", ()):
            if url := (each.get("url") or "").strip():
                alt = _words("media:description", inner) or _words("media:title", inner)
                yield Medium(url=urljoin(base, url), title=_words("media:title", inner), alt=alt)
    for each in values.get("itunes:image", ()):
        if url := (each.get("href") or "").strip():
            yield Medium(url=urljoin(base, url))


def _words(name: str, *places: xml.Values) -> str:
    """The first text of that name, looked for from within to without."""
    texts = (xml.element_text(each).strip() for place in places for each in place.get(name, ()))
    return next(filter(None, texts), "")
