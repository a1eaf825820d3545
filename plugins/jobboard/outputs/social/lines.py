"""Texts set in lines: as large as fits, in lines of about one length, cut at a word where the smallest is too long."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PIL import ImageFont

from jobboard.outputs.text.cached import remembered

FONTS = Path(__file__).parent / "font"
BOLD, REGULAR = "NotoSans-Bold.ttf", "NotoSans-Regular.ttf"

_MORE = "…"
_LEADING = 1.2
"""From line to line, in sizes of the letters."""


class Setting(NamedTuple):
    """Lines in one face and size (pixels)."""

    face: str
    size: int
    lines: tuple[str, ...]

    @property
    def leading(self) -> int:
        return round(self.size * _LEADING)

    @property
    def height(self) -> int:
        return self.leading * len(self.lines)


@functools.cache
def font(face: str, size: int) -> ImageFont.FreeTypeFont:
    """A face in a size. The plain layout is on every machine, and gives the same everywhere."""
    return ImageFont.truetype(FONTS / face, size, layout_engine=ImageFont.Layout.BASIC)


@remembered(8192)
def width_of(text: str, face: str, size: int) -> float:
    """How wide a text is on one line, in pixels."""
    return font(face, size).getlength(text)


def set_text(text: str, face: str, sizes: Sequence[int], width: int, height: int, most: int) -> Setting:
    """A text in the largest of these sizes (falling) in which it fits into `most` lines, and their lines into `height`.

    If it fits in none, it is cut to what fits in the smallest: at least one line.
    """
    for size in sizes:
        lines = _balanced(text, face, size, width)
        setting = Setting(face, size, tuple(lines))
        if len(lines) <= most and setting.height <= height and _fits(lines, face, size, width):
            return setting
    size = sizes[-1]
    room = max(1, min(most, height // Setting(face, size, ()).leading))
    return Setting(face, size, tuple(_cut(_filled(text, face, size, width), face, size, width, room)))


def _balanced(text: str, face: str, size: int, width: int) -> list[str]:
    """As few lines as there can be, none much shorter than the others: in the narrowest column that gives so many."""
    lines = _filled(text, face, size, width)
    narrow, wide = width // 3, width
    while wide - narrow > size // 4:
        middle = (narrow + wide) // 2
        tried = _filled(text, face, size, middle)
        if len(tried) == len(lines) and _fits(tried, face, size, middle):
            lines, wide = tried, middle
        else:
            narrow = middle
    return lines


def _filled(text: str, face: str, size: int, width: int) -> list[str]:
    """Each line with as many words as there is room for; a word that is wider than a line has one of its own."""
    space, used = width_of(" ", face, size), 0.0
    lines: list[str] = []
    for word in text.split(" "):
        wide = width_of(word, face, size)
        if lines and used + space + wide <= width:
            lines[-1] = f"{lines[-1]} {word}"
            used += space + wide
        elif word:
            lines.append(word)
            used = wide
    return lines


def _fits(lines: Sequence[str], face: str, size: int, width: int) -> bool:
    return all(width_of(each, face, size) <= width for each in lines)


def _cut(lines: Sequence[str], face: str, size: int, width: int, room: int) -> list[str]:
    """The lines there is room for, none too wide; the last says that there was more."""
    kept = [*lines[:room]]
    if len(lines) > room:
        kept[-1] = f"{kept[-1]} {lines[room]}"
    return [_shortened(each, face, size, width) for each in kept]


def _shortened(line: str, face: str, size: int, width: int) -> str:
    """A line without the words that are too many; of a single word, without the letters that are."""
    if width_of(line, face, size) <= width:
        return line
    words = line.split(" ")
    while len(words) > 1 and width_of(f"{' '.join(words)}{_MORE}", face, size) > width:
        words.pop()
    shorter = " ".join(words).rstrip(" ,;:–-")
    while len(shorter) > 1 and width_of(f"{shorter}{_MORE}", face, size) > width:
        shorter = shorter[:-1]
    return f"{shorter}{_MORE}"
