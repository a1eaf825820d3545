"""Where sentences end, in the languages of the site: text in, its whole sentences out, never half of one.

It takes time in proportion to the text, whatever that is made of: each sign is looked at by one match, and around the
end of a sentence no more than a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jobboard.source.language.tongues.known import month_behind_a_stop, words_of

_END = re.compile(r"(?<![.!?…])[.!?…]++(?:[\]\"'”’»)]|[ \u00a0\u202f]»)*\s++(?=\S)")
_OPENING = re.compile(r"[\s\"'“‘«(\[¿¡–—]*+")
_LAST_WORD = re.compile(r"([^\s(\[«“‘\"']+)\.$")
_MONTH = re.compile(month_behind_a_stop())
_LONGEST_WORD = 40
"""Characters that are looked at before the end of a sentence: what is longer is no abbreviation."""

_ABBREVIATIONS = frozenset(words_of("abbreviations").split("|"))
"""In small letters, without the full stop they end in."""


def sentences_of(text: str) -> Iterator[str]:
    """The sentences of a text on one line. In doubt two are taken for one: long is better than torn."""
    start = 0
    for end in _END.finditer(text):
        if _is_boundary(text, start, end):
            yield text[start : end.end()].rstrip()
            start = end.end()
    if start < len(text):
        yield text[start:]


def _is_boundary(text: str, start: int, end: re.Match[str]) -> bool:
    """True if a sentence ends here: what follows begins like one, and the full stop is not an abbreviation's."""
    opened = _OPENING.match(text, end.end())
    first = text[opened.end() : opened.end() + 1] if opened else ""
    if first.islower():
        return False
    if end[0].rstrip() != ".":
        return True
    word = _LAST_WORD.search(text, max(start, end.start() - _LONGEST_WORD), end.start() + 1)
    if word is None or len(word[1]) >= _LONGEST_WORD:
        return True
    name = word[1].casefold()
    is_initial = (len(name) == 1 and name.isalpha()) or re.fullmatch(r"(?:\w\.)+\w", name) is not None
    is_number = name.isdigit() and len(name) <= 2 and bool(first.isdigit() or _MONTH.match(text, end.end()))
    return not (is_initial or is_number or name in _ABBREVIATIONS)
