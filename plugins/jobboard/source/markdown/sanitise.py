"""One allow-list between a contributor's text and the site: unsafe HTML in, safe HTML out."""

from __future__ import annotations

import functools
import html as html_module
import re

from jobboard.source.direction import direction_of
from jobboard.source.markdown.allow_list import AllowList

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
_IGNORED = "".join(map(chr, range(0x21)))
"""What browsers take off both ends of an address: ASCII's control characters and the space (WHATWG URL, 4.4)."""

_IGNORED_WITHIN = dict.fromkeys(map(ord, "\t\n\r"))
"""What they pass over wherever it stands."""

_MAILTO = re.compile(r"mailto:[^\s?&%\"'<>,;:]+@[^\s?&%\"'<>,;:]+")
_PATH = re.compile("[/?#]")
_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9-]*)")
_LANG = re.compile(r"[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*")
_NUMBER = re.compile(r"[0-9]{1,4}")
_SPOKEN = re.compile(r'<[a-z][a-z0-9]*(?: [a-z]+="[^"]*")*? lang="([^"]*)"(?: [a-z]+="[^"]*")*')
"""The start of a tag, as nh3 writes it, that says its language."""

_VALUES = {
    "id": re.compile(rf"(?:{SECTION_PREFIX}[\w-]+|fn(?:ref\d*)?:[^\s\"'<>&]+)"),
    "lang": _LANG,
    "hreflang": _LANG,
    "dir": re.compile("ltr|rtl|auto"),
    "scope": re.compile("(?:col|row)(?:group)?"),
    **dict.fromkeys(("colspan", "rowspan", "width", "height", "start"), _NUMBER),
}
"""What an attribute may say; one that is not named here may say anything."""


def sanitise(html: str) -> str:
    """Safe HTML: only listed tags, attributes and schemes; no picture of another site; a mailto keeps no query."""
    safe = FOR_AUTHORS.cleaned(html)
    if refused_tags(html):  # what stood within them now stands elsewhere, where a browser may read it in another way
        safe = FOR_AUTHORS.cleaned(safe)
    if ' lang="' in safe:
        safe = _SPOKEN.sub(_with_direction, safe)
    return _IMAGE.sub(_with_source, safe).replace("<p></p>", "") if _SOURCELESS.search(safe) else safe


def judged_body(html: str) -> str:
    """HTML that was changed after it was sanitised, as safe as it was then."""
    return FOR_AUTHORS.judged(html)


def as_browsers_read(address: str) -> str:
    """An address without the characters that browsers pass over. White space of Unicode is none of them."""
    return address.strip(_IGNORED).translate(_IGNORED_WITHIN)


def scheme_of(address: str) -> str | None:
    """What stands before the first colon of an address, in small letters; None for a path.

    A path has no colon in its first part (RFC 3986, 4.2). So whatever stands there is judged as a scheme, even if a
    browser would take it for none: the next program may drop a character that makes the difference.
    """
    scheme, colon, _ = _PATH.split(address, maxsplit=1)[0].partition(":")
    return scheme.lower() if colon else None


def is_foreign(address: str) -> bool:
    """True for the address of a picture that is no path: of another site, or `data:`."""
    address = as_browsers_read(address)
    return address.startswith(("//", "/\\", "\\")) or scheme_of(address) is not None


def link_of(address: str) -> str | None:
    """The address of a link as it is written; None if it may not be followed."""
    address = as_browsers_read(address)
    if address.startswith("//"):
        return f"https:{address}"
    scheme = scheme_of(address)
    if scheme == "mailto":
        address = "mailto:" + address[7:].split("?", 1)[0]
        return address if _MAILTO.fullmatch(address) else None
    return address if scheme is None or scheme in SCHEMES else None


@functools.lru_cache(maxsize=2)  # asked when a body is cleaned, and again when its author is told
def refused_tags(html: str) -> tuple[str, ...]:
    """The tags of `html` that `sanitise` takes off together with a meaning, in alphabetical order."""
    return tuple(sorted({tag.lower() for tag in set(_TAG.findall(html))} - TAGS - _HARMLESS))


def value_of(tag: str, name: str, value: str) -> str | None:
    """What an attribute says once it is safe; None if it may not say anything."""
    if (tag, name) == ("img", "src"):
        return None if is_foreign(value) else as_browsers_read(value)
    if (tag, name) == ("a", "href"):
        return link_of(value)
    allowed = _VALUES.get(name)
    return value if allowed is None or allowed.fullmatch(value) else None


FOR_AUTHORS = AllowList(TAGS, ATTRIBUTES, SCHEMES, value_of)


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
    text = html_module.escape(html_module.unescape(words[1]), quote=False) if words else ""
    return f"{opened}{text}{closed}" if text.strip() else ""
