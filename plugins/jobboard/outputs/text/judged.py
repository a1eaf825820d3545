"""The last judgement on HTML: whoever writes a text into a page, a feed or a file for job sites asks here first.

What a text went through since it was read, addresses put in, contacts blanked, a stay in the cache, is no matter then:
what could not have come from the allow-list is cleaned again.
"""

from __future__ import annotations

import functools

from markupsafe import Markup

from jobboard.source.markdown.allow_list import AllowList
from jobboard.source.markdown.sanitise import ATTRIBUTES, SCHEMES, TAGS, as_browsers_read, scheme_of, value_of

SPELT_OUT = "spelt-out"
"""The class of a link whose words are its address."""

_TAGS = TAGS | {"div"}
_ATTRIBUTES = ATTRIBUTES | {"a": ATTRIBUTES["a"] | {"class"}}
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
        return value_of(tag, name, text)

    return AllowList(_TAGS, _ATTRIBUTES, SCHEMES, value)


def _is_path(address: str) -> bool:
    return address.startswith("/") and not address.startswith(_ROOTED)
