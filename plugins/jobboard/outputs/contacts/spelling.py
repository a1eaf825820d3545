"""Text as a reader takes it: what nobody sees is left out, digits and signs are those of ASCII, however typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

Extent = tuple[int, int]
"""From one character of a text up to another."""

_SIGNS = (
    dict.fromkeys("☎☏✆📞📱📲📠🕿", " tel: ") | dict.fromkeys("✉📧📩📨🖂", " mail: ") | {"−": "-", "。": ".", "｡": "."}
)


class _Folded(dict[int, str]):
    """What stands for a character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold(chr(code))
        return folded


def _fold(char: str) -> str:
    if char.isascii():
        return char
    if char in _SIGNS:
        return _SIGNS[char]
    kind = unicodedata.category(char)
    if kind in ("Cf", "Mn", "Me"):
        return ""
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    if kind == "Zs":
        return " "
    return "-" if kind == "Pd" else unicodedata.normalize("NFKC", char)


_FOLDED = _Folded()
_ODD = re.compile("[^\x00-\x7f\u00c0-\u024f\u2018-\u201d\u2026\u20ac]")
"""A character that may stand for another. Most texts have none, and are taken as they are."""


def plainly(text: str) -> str:
    """The text as a reader takes it."""
    return text.translate(_FOLDED) if _ODD.search(text) else text


def in_original(text: str, spans: Iterable[Extent]) -> list[Extent]:
    """Spans of `plainly(text)` as spans of the text, in order, those that touch each other joined."""
    joined = list(_joined(spans))
    if not joined or not _ODD.search(text):
        return joined
    places = [place for place, char in enumerate(text) for _ in _FOLDED[ord(char)]] + [len(text)]
    return [(places[start], places[end - 1] + 1) for start, end in joined]


def _joined(spans: Iterable[Extent]) -> Iterator[Extent]:
    start = end = -1
    for each in sorted(spans):
        if each[0] > end:
            if end > start:
                yield start, end
            start, end = each
        else:
            end = max(end, each[1])
    if end > start:
        yield start, end
