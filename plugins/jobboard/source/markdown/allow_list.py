"""Lists of what HTML may hold: unsafe HTML is cleaned by one, HTML that is about to be written is judged by one.

Cleaning is slow and done once, judging is quick and done last: whatever changed a text in between, what is written has
been judged as it stands.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import nh3

REL = "noopener noreferrer"
"""What every link says of the site it leads to."""

_BRACKETED = re.compile(r"<[^>]*>")
_TAG = re.compile(r'</?([a-z][a-z0-9]*)(?: [a-z]+="[^"<>]*")*>')
"""A tag as `cleaned` writes it, which browsers cannot read in any other way: none of these begins raw text, and no
value holds the quotes it stands in."""

_ATTRIBUTE = re.compile(r' ([a-z]+)="([^"]*)"')
_MOST_TAGS = 4096
WITHOUT_END = frozenset({"br", "hr", "img", "source"})
"""Elements that are a single tag."""


@dataclass(frozen=True, eq=False)
class AllowList:
    """Tags, the attributes of each (`*` for all), and what these may say.

    `value_of(tag, attribute, value)` answers the value to be written, None where the attribute has to go.
    """

    tags: Set[str]
    attributes: Mapping[str, Set[str]]
    schemes: Set[str]
    value_of: Callable[[str, str, str], str | None]

    def cleaned(self, html: str) -> str:
        """What is on the list, and the words of everything else."""
        return str(self._cleaner.clean(html))

    def judged(self, html: str) -> str:
        """The HTML itself if all of it is on the list, as `cleaned` would write it; else cleaned.

        Twice, because what stood within something that is taken off stands elsewhere then, and is read anew there.
        """
        return html if self._is_clean(html) else self.cleaned(self.cleaned(html))

    def may_say(self, tag: str, attribute: str, value: str) -> bool:
        """True if the attribute is listed for the tag, and its value can be written as it is."""
        if attribute == "rel":
            return (tag, value) == ("a", REL)
        is_listed = attribute in self.attributes["*"] or attribute in self.attributes.get(tag, ())
        return is_listed and self.value_of(tag, attribute, value) == value

    def _is_clean(self, html: str) -> bool:
        if html.rfind("<") > html.rfind(">"):
            return False
        return _is_nested(_BRACKETED.findall(html), self._ends)

    @functools.cached_property
    def _ends(self) -> _Ends:
        return _Ends(self)

    @functools.cached_property
    def _cleaner(self) -> nh3.Cleaner:
        """Made once, since that takes a third of the time of cleaning a body."""
        import nh3  # noqa: PLC0415 (most of what is judged is clean)

        return nh3.Cleaner(
            tags=set(self.tags),
            attributes={tag: set(names) for tag, names in self.attributes.items()},
            attribute_filter=self.value_of,
            url_schemes=set(self.schemes),
            link_rel=REL,
        )


class _Ends(dict[str, str | None]):
    """What `_end_of` says of each tag, worked out when it is first met."""

    def __init__(self, allowed: AllowList) -> None:
        super().__init__()
        self._allowed = allowed

    def __missing__(self, tag: str) -> str | None:
        if len(self) >= _MOST_TAGS:
            self.clear()
        self[tag] = end = _end_of(self._allowed, tag)
        return end


def _end_of(allowed: AllowList, tag: str) -> str | None:
    """The tag that ends what this one begins, empty if it begins nothing; None if it is not on the list."""
    found = _TAG.fullmatch(tag)
    name = found[1] if found else ""
    if name not in allowed.tags:
        return None
    if tag.startswith("</"):
        return "" if tag == f"</{name}>" and name not in WITHOUT_END else None
    given = _ATTRIBUTE.findall(tag)
    if not all(allowed.may_say(name, attribute, unescape(value)) for attribute, value in given):
        return None
    return "" if name in WITHOUT_END else f"</{name}>"


def _is_nested(tags: list[str], ends: _Ends) -> bool:
    """True if every tag is on the list, and every element ends within the one it began in."""
    awaited: list[str] = []
    for tag in tags:
        if (end := ends[tag]) is None:
            return False
        if end:
            awaited.append(end)
        elif tag[1] == "/" and (not awaited or awaited.pop() != tag):
            return False
    return not awaited
