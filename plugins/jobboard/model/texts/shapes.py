"""Whether the letters of a host can be taken for others: a part of its name in, yes or no out.

Known is what is clear, and all else is doubtful: lists of what looks alike are never whole.
"""

from __future__ import annotations

import unicodedata

_ACCENTED = {chr(code) for code in range(0xDF, 0x180) if chr(code).islower()} - {*"\u0131\u0138\u0140\u0149\u017f"}
"""Letters with accents of the languages of Europe; those that pass for one without are not among them."""

_OWN_SHAPES = {
    **dict.fromkeys(("CJK", "HIRAGANA", "KATAKANA"), "JAPANESE"),
    **{name: name for name in ("HANGUL", "ARABIC", "HEBREW", "DEVANAGARI", "BENGALI", "TAMIL", "TELUGU", "THAI")},
}
"""Scripts in which nothing looks like a letter of another, as `_script_of` calls them."""


def is_clear(label: str) -> bool:
    """True for a part whose letters are all Latin with or without accents, or all of one script like no other."""
    scripts = {_script_of(letter) for letter in label if letter.isalpha() or not letter.isascii()}
    return len(scripts) <= 1 and "" not in scripts


def _script_of(letter: str) -> str:
    """The script of a letter, empty for one that may be taken for a letter of another."""
    if letter.isascii() or letter in _ACCENTED:
        return "LATIN"
    return _OWN_SHAPES.get(unicodedata.name(letter, "").split(" ")[0].split("-")[0], "")
