"""Lines that a program broke for want of room: two lines in, whether they were one, and what that one was."""

from __future__ import annotations

import re

_CUT = re.compile(r"(?:(?:https?://|\bwww\.)\S*(?P<end>[-_?&=%/])|\S@|\S@[\w.-]*-)$", re.IGNORECASE)
_OF_ADDRESS = re.compile(r"\S*[\d/_=?-]\S*")
_LABEL = re.compile(r"[^\W\d_a-z][\w’' ()/-]{1,38}\s?:\s", re.UNICODE)
_SHORT = 60
"""Letters of a line behind which no program has broken a sentence."""


def is_address_cut(above: str, below: str) -> bool:
    """True if a line ends within an address, which the next one goes on with."""
    found = _CUT.search(above.rstrip())
    return found is not None and (found["end"] != "/" or _OF_ADDRESS.match(below.lstrip()) is not None)


def put_together(above: str, below: str) -> str:
    """Two lines as one: with a space between them, unless an address goes on."""
    return f"{above}{below}" if is_address_cut(above, below) else f"{above} {below}"


def was_broken(above: str, below: str, widest: int) -> bool:
    """True if there was no room for the next word, where lines may be so wide, and no fact begins."""
    first = below.split(maxsplit=1)[0]
    return widest > _SHORT and len(above) + 1 + len(first) > widest and not _LABEL.match(below)


def are_all_broken(lines: list[str]) -> bool:
    """True for a paragraph of lines that are all long but the last one."""
    return len(lines) > 1 and all(len(line) > _SHORT for line in lines[:-1])
