"""The letters that social cards can be written in, and texts as they are written with them."""

from __future__ import annotations

import functools
import re
import unicodedata

_RANGES = (
    "20-7e a0-17f 18f 192 1a0-1a1 1af-1b0 1c4-1dc 1e6-1eb 1fa-21b 259 370-377 37a-37f 384-38a 38c 38e-3a1 3a3-3e1 "
    "3f0-4ff 1e00-1eff 2010-2015 2018-201e 2020-2022 2026 2030 2032-2033 2039-203a 2044 20ac 20b4 20bd 2116 2122"
)
"""What the two files in `font/` have: Latin, Greek, Cyrillic, and what stands between words."""

_LEFT_OUT = frozenset(("Cf", "Cc", "Cs", "Co", "Cn", "So", "Sk"))
"""Kinds of characters (Unicode, general category) that a text is the same without: marks nobody sees, and drawings."""

_VARIANTS = re.compile("[\ufe00-\ufe0f\u20e3]")
"""What chooses between two drawings of the character before it."""


_TIED = re.compile(r"(?<=«) | (?=[:;!?»])")
"""Spaces that French and others have at a sign, which would else begin or end a line."""

_NARROW = re.compile("[\u2007\u202f]")


def written(text: str) -> str | None:
    """The text as a card has it, on one line; None if a letter of it has no shape here, so that no box stands for one.

    Letters with accents are put together (NFC), since nothing else would put them above each other.
    """
    known = _known()
    composed = unicodedata.normalize("NFC", _NARROW.sub("\u00a0", _VARIANTS.sub("", text)))
    kept = (each for each in composed if _is_kept(each))
    line = _TIED.sub("\u00a0", re.sub(r"[^\S\u00a0]+", " ", "".join(kept)).strip())
    return line if known.issuperset(line) else None


def _is_kept(character: str) -> bool:
    """False for what a text is the same without. A soft hyphen has a shape, which no line ends with here."""
    if character == "\u00ad":
        return False
    is_mark = unicodedata.category(character) in _LEFT_OUT and not character.isspace()
    return character in _known() or not is_mark


@functools.cache
def _known() -> frozenset[str]:
    found: set[str] = set()
    for each in _RANGES.split():
        first, _, last = each.partition("-")
        found |= {chr(number) for number in range(int(first, 16), int(last or first, 16) + 1)}
    return frozenset(found)
