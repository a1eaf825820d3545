"""The last judgement on HTML: whoever writes a text into a page, a feed or a file for job sites asks here first.

What a text went through since it was read, addresses put in, contacts blanked, a stay in the cache, is no matter then:
what could not have come from the allow-list is cleaned again.
"""

from __future__ import annotations

import functools
import re

from markupsafe import Markup

from jobboard.outputs.widths import IN_TEXT
from jobboard.source.markdown.allow_list import AllowList
from jobboard.source.markdown.sanitise import ATTRIBUTES, SCHEMES, TAGS, as_browsers_read, scheme_of, value_of

SPELT_OUT = "spelt-out"
"""The class of a link whose words are its address."""

_TAGS = TAGS | {"div"}
_ON_PAGES = _TAGS | {"picture", "source"}
_ATTRIBUTES = ATTRIBUTES | {
    "a": ATTRIBUTES["a"] | {"class"},
    "img": ATTRIBUTES["img"] | {"loading"},
    "source": {"type", "srcset", "sizes"},
}
_WIDTHS = re.compile(r"(/[^\s,]*) [0-9]{1,5}w")
"""A file in one of several widths, as `srcset` says it."""

_ROOTED = ("//", "/\\")
"""What looks like a path of the site and is the host of another."""


def judged(html: str, home: str = "") -> str:
    """HTML as it may be written: no link but to a place on the page, a path of the site or a listed scheme.

    A picture is a path of the site or, for text that is read elsewhere, an address below `home`, which ends with `/`.
    """
    return _list_for(home).judged(html)


def as_markup(html: str) -> Markup:
    """The filter by which templates print a text."""
    return Markup(judged(html))  # noqa: S704 (that is what judging is for)


@functools.lru_cache(maxsize=16)
def _list_for(home: str) -> AllowList:
    def value(tag: str, name: str, text: str) -> str | None:
        match tag, name:
            case "a", "class":
                return text if text == SPELT_OUT else None
            case "a", "href":
                address = value_of(tag, name, text) or ""
                leads = address.startswith("#") or _is_path(address) or scheme_of(address) is not None
                return address if leads else None
            case "img", "src":
                address = as_browsers_read(text)
                is_ours = not address or _is_path(address) or (home != "" and address.startswith(home))
                return address if is_ours else None
            case "source", _:
                return text if _says_what_pictures_say(name, text) else None
            case "img", "loading":
                return text if text == "lazy" else None
        return value_of(tag, name, text)

    return AllowList(_TAGS if home else _ON_PAGES, _ATTRIBUTES, SCHEMES, value)


def _says_what_pictures_say(name: str, text: str) -> bool:
    if name == "srcset":
        found = [_WIDTHS.fullmatch(each) for each in text.split(", ")]
        return all(each is not None and _is_path(each[1]) for each in found)
    return text == IN_TEXT if name == "sizes" else text in ("image/avif", "image/webp")


def _is_path(address: str) -> bool:
    return address.startswith("/") and not address.startswith(_ROOTED)
