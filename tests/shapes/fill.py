"""Texts as large as they may be, made of one thing again and again."""

from __future__ import annotations

from collections.abc import Callable

from jobboard.source.markdown.guard import MAX_BODY_BYTES

SENTENCE = "We count the bicycles that cross forty bridges, and tell the town what we have seen. "


def filled(unit: str, size: int = MAX_BODY_BYTES) -> str:
    """The unit again and again, up to that many bytes."""
    return unit * (size // len(unit.encode()))


def counted(unit: Callable[[int], str], size: int = MAX_BODY_BYTES) -> str:
    """The same, of units that differ by a number."""
    parts: list[str] = []
    room = size
    while (room := room - len((part := unit(len(parts))).encode())) >= 0:
        parts.append(part)
    return "".join(parts)


def half(unit: str) -> str:
    """As much of the unit as fills half of a body."""
    return filled(unit, MAX_BODY_BYTES // 2 - 100)


def block(unit: str, times: int, end: str = "\n\n") -> str:
    """Paragraphs of so many units each, up to the limit."""
    return filled(unit * times + end)
