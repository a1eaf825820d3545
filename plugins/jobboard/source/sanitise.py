"""One allow-list between a contributor's text and the site: unsafe HTML in, safe HTML out."""

from __future__ import annotations

import functools
import re

import nh3

from jobboard.source.direction import direction_of

SECTION_PREFIX = "section-"
"""Begins the anchors of a body's headings, so that they cannot collide with the page's own."""

TAGS = frozenset(
    {
        *("p", "br", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "hr"),
        *("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "figure", "figcaption", "img"),
        *(
            "a",
            "strong",
            "em",
            "b",
            "i",
            "code",
            "abbr",
            "time",
            "sup",
            "sub",
            "span",
            "del",
            "ins",
            "kbd",
            "cite",
            "q",
            "s",
            "small",
        ),
    }
)
ATTRIBUTES = {
    "*": {"lang", "dir", "title"},
    **{tag: {"id"} for tag in ("h1", "h2", "h3", "h4", "h5", "h6", "li", "sup")},
    "a": {"href", "hreflang"},
    "img": {"src", "alt", "width", "height"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "time": {"datetime"},
    "ol": {"start"},
}
SCHEMES = {"https", "http", "mailto", "tel"}
_HARMLESS = {"div", "html", "body"}
"""Tags that are taken off without losing anything a reader would miss."""

_IMAGE = re.compile(r'(<a\b[^>]*>)?(<img\b(?:[^>"]|"[^"]*")*>)(</a>)?')
_SOURCELESS = re.compile(r'<img\b(?!(?:[^>"]|"[^"]*")*\ssrc="[^"])')
_ALT = re.compile(r'\salt="([^"]*)"')
_SCHEME = re.compile(r"^[a-zA-Z][a-zA-Z0-9+.-]*:")
_MAILTO = re.compile(r"^mailto:[^\s?&%\"'<>,;:]+@[^\s?&%\"'<>,;:]+$")
_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9-]*)")
_LANG = re.compile(r"^[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*$")
_NUMBER = re.compile(r"^[0-9]{1,4}$")
_SPOKEN = re.compile(r'<[a-z][a-z0-9]*(?: [a-z]+="[^"]*")*? lang="([^"]*)"(?: [a-z]+="[^"]*")*')
"""The start of a tag, as nh3 writes it, that says its language."""

_VALUES = {
    "id": re.compile(rf"^(?:{SECTION_PREFIX}[\w-]+|fn(?:ref\d*)?:[^\s\"'<>&]+)$"),
    "lang": _LANG,
    "hreflang": _LANG,
    "dir": re.compile("^(?:ltr|rtl|auto)$"),
    "scope": re.compile("^(?:col|row)(?:group)?$"),
    **dict.fromkeys(("colspan", "rowspan", "width", "height", "start"), _NUMBER),
}
"""What an attribute may say; one that is not named here may say anything."""


def sanitise(html: str) -> str:
    """Safe HTML: only listed tags, attributes and schemes; no picture of another site; a mailto keeps no query."""
    safe = str(_cleaner().clean(html))
    if ' lang="' in safe:
        safe = _SPOKEN.sub(_with_direction, safe)
    return _IMAGE.sub(_with_source, safe).replace("<p></p>", "") if _SOURCELESS.search(safe) else safe


@functools.cache
def _cleaner() -> nh3.Cleaner:
    """The allow-list as nh3 keeps it: made once, since that takes a third of the time of cleaning a body."""
    return nh3.Cleaner(
        tags=set(TAGS),
        attributes=ATTRIBUTES,
        attribute_filter=_attribute,
        url_schemes=SCHEMES,
        link_rel="noopener noreferrer",
    )


def is_foreign(address: str) -> bool:
    """True for the address of a picture that is no path: of another site, or `data:`."""
    return address.startswith(("//", "\\")) or _SCHEME.match(address.strip()) is not None


def refused_tags(html: str) -> list[str]:
    """The tags of `html` that `sanitise` takes off together with a meaning, in alphabetical order."""
    return sorted({tag.lower() for tag in set(_TAG.findall(html))} - TAGS - _HARMLESS)


def _attribute(tag: str, name: str, value: str) -> str | None:
    if (tag, name) == ("img", "src"):
        return None if is_foreign(value) else value
    if (tag, name) == ("a", "href"):
        return _href(value.strip())
    allowed = _VALUES.get(name)
    return value if allowed is None or allowed.match(value) else None


def _with_direction(found: re.Match[str]) -> str:
    """A tag that says its language says which way that is written, unless its author did."""
    return found[0] if ' dir="' in found[0] else f'{found[0]} dir="{direction_of(found[1])}"'


def _with_source(found: re.Match[str]) -> str:
    """A picture that has lost its source goes; what it showed stays as the words of a link that has no others."""
    opened, image, closed = found[1] or "", found[2], found[3] or ""
    if not _SOURCELESS.match(image):
        return found[0]
    words = _ALT.search(image)
    if not (opened and closed):
        return opened + closed
    return f"{opened}{words[1]}{closed}" if words and words[1].strip() else ""


def _href(value: str) -> str | None:
    if value.startswith("//"):
        return f"https:{value}"
    if value.lower().startswith("mailto:"):
        address = "mailto:" + value[7:].split("?", 1)[0]
        return address if _MAILTO.match(address) else None
    return value
