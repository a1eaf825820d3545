"""Rows as columns of numbers: what is said often is said once, and each row has its place in the list of that."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from typing import Any, NamedTuple, TypeVar

_LETTERS = (range(35, 92), range(93, 127), range(161, 0xD800), range(0xE000, 0x110000))
"""But for what JSON writes in another way, for controls, and for halves of letters (UTF-16)."""

T = TypeVar("T", bound=Hashable)


class Coded(NamedTuple):
    """What rows say, each different thing once, the most frequent first; and for each row which of them it says."""

    said: tuple[Any, ...]
    rows: list[int]


def column_of(values: Sequence[T]) -> Coded:
    """A column of values of any kind."""
    said = tuple(value for value, _ in Counter(values).most_common())
    places = {value: place for place, value in enumerate(said)}
    return Coded(said, [places[value] for value in values])


class CodedSets(NamedTuple):
    """A column of sets: the values there are, the sets of them (by their places), and for each row its set."""

    values: tuple[Any, ...]
    sets: list[list[int]]
    rows: list[int]


def set_column(sets: Sequence[tuple[str, ...]], more: Iterable[str] = ()) -> CodedSets:
    """A column of sets of values; `more` are values that no row has and that must be among them."""
    found = column_of(sets)
    values = tuple(sorted({value for each in found.said for value in each}.union(more)))
    places = {value: place for place, value in enumerate(values)}
    return CodedSets(values, [[places[value] for value in each] for each in found.said], found.rows)


def beside(rows: Sequence[int], given: Sequence[int]) -> tuple[list[int], list[int]]:
    """Rows told by those of another column they mostly follow: what is usual beside each value of that, and for each
    row 0 where it is so, else its own value plus one. A town follows from who hires, and a zone from the town."""
    found: dict[int, Counter[int]] = {}
    for row, known in zip(rows, given, strict=True):
        found.setdefault(known, Counter())[row] += 1
    usual = [found[known].most_common(1)[0][0] if known in found else 0 for known in range(max(given, default=-1) + 1)]
    return usual, [0 if usual[known] == row else row + 1 for row, known in zip(rows, given, strict=True)]


def as_letters(numbers: Iterable[int]) -> str:
    """Small numbers, a letter each, from `#` on: half as long as with commas, and still text."""
    return "".join(map(_letter, numbers))


@functools.lru_cache(65536)
def _letter(number: int) -> str:
    for each in _LETTERS:
        if number < len(each):
            return chr(each[number])
        number -= len(each)
    raise OverflowError(number)


def steps(numbers: Sequence[int]) -> list[int]:
    """Each number less the one before it: short where they grow slowly."""
    return [number - before for number, before in zip(numbers, (0, *numbers), strict=False)]
