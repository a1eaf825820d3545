"""One thing wrong (or doubtful) in the content, and the list a file's problems are collected in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from msgspec import Struct
from msgspec.json import Decoder, Encoder

from jobboard.source.message import UNSAID, Phrase, in_turn, phrase

CLOCK = phrase("clock").pattern
"""What stands for the path of a problem with the machine's clock."""


class Level(StrEnum):
    """How bad it is: a problem stops the build, advice is printed and nothing more."""

    PROBLEM = "problem"
    ADVICE = "advice"


class Problem(Struct, frozen=True, order=True, array_like=True):
    """`path:line: field: message; hint`, the one form every report is printed from; in English, unless it is said in
    another language (`wording.py`).

    `path` is relative to the content folder, with `/`; `line` counts from 1; `field` is dotted
    (`apply.email`) and empty where no field is meant; `way_out` says nothing if there is none.
    """

    path: str
    line: int
    field: str
    said: Phrase
    way_out: Phrase = UNSAID
    level: Level = Level.PROBLEM

    def __str__(self) -> str:
        name = f"{self.field}: " if self.field else ""
        hint = f"; {self.way_out}" if self.way_out else ""
        return f"{self.path}:{self.line}: {name}{self.said}{hint}"

    @property
    def in_full(self) -> Phrase:
        """What is wrong, and the way out if there is one."""
        return in_turn(self.said, self.way_out) if self.way_out else self.said

    @property
    def message(self) -> str:
        """What is wrong, in English."""
        return str(self.said)

    @property
    def hint(self) -> str:
        """The way out, in English."""
        return str(self.way_out)


_ENCODER, _DECODER = Encoder(), Decoder(Problem)


@dataclass(slots=True)
class Report:
    """Collects the problems of one file while it passes through the stages."""

    path: str
    problems: list[Problem] = field(default_factory=list)

    def problem(self, line: int, name: str, message: Phrase, hint: Phrase = UNSAID) -> None:
        """Add something that must be put right before anything is published."""
        self.problems.append(Problem(self.path, line, name, message, hint))

    def advise(self, line: int, name: str, message: Phrase, hint: Phrase = UNSAID) -> None:
        """Add something legal that is surely not meant."""
        self.problems.append(Problem(self.path, line, name, message, hint, Level.ADVICE))

    @property
    def is_clean(self) -> bool:
        """True while there is no problem; advice does not count."""
        return not is_blocking(self.problems)

    def __iter__(self) -> Iterator[Problem]:
        return iter(self.problems)


def to_note(problem: Problem) -> str:
    """A problem as it is kept from build to build."""
    return _ENCODER.encode(problem).decode()


def from_note(text: str) -> Problem:
    """What `to_note` wrote."""
    return _DECODER.decode(text)


def as_told(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems as they are told, each once. What they say is put together once, and not at every comparison."""
    told = {(each.path, each.line, each.field, each.message, each.hint, each.level): each for each in problems}
    return tuple(told[key] for key in sorted(told))


def is_blocking(problems: Iterable[Problem]) -> bool:
    """True if at least one of `problems` is more than advice."""
    return any(problem.level is Level.PROBLEM for problem in problems)


def new_among(after: Iterable[Problem], before: Iterable[Problem]) -> list[Problem]:
    """What is said now and was not, wherever its line has moved to; advice that has become a problem is new."""
    known = {(each.path, each.field, each.message, each.level) for each in before}
    return [each for each in after if (each.path, each.field, each.message, each.level) not in known]


def near_spelling(word: str, known: Iterable[str], most: int = 2) -> str:
    """The known word that differs from `word` in at most `most` letters, empty if there is none or there are several.

    A word of up to four letters may differ in one only: two would be half of it.
    """
    most = min(most, 1) if len(word) <= 4 else most
    letters = frozenset(word)
    like = (each for each in known if abs(len(each) - len(word)) <= most and len(letters ^ {*each}) <= 2 * most)
    found = {each: distance for each in like if (distance := _distance(word, each, most)) <= most}
    nearest_ones = [each for each, distance in found.items() if distance == min(found.values())]
    return nearest_ones[0] if len(nearest_ones) == 1 else ""


def _distance(one: str, other: str, most: int) -> int:
    """How many letters must be changed, added, left out or exchanged with their neighbour; `most` + 1 if more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        last, before, row = before, row, [number]
        for at, each in enumerate(other, 1):
            cost = min(before[at] + 1, row[at - 1] + 1, before[at - 1] + (letter != each))
            if last and at > 1 and letter == other[at - 2] and one[number - 2] == each:
                cost = min(cost, last[at - 2] + 1)
            row.append(cost)
    return row[-1]


def did_you_mean(word: str, *known: Collection[str]) -> Phrase:
    """The hint that offers the known word nearest to `word`, or nothing."""
    from jobboard.source.near_names import nearest  # noqa: PLC0415 (needed by those who mistype alone)

    near = nearest(word, *known)
    return phrase("did you mean '%(near)s'?", near=near) if near else UNSAID


def quoted(text: str, limit: int = 60) -> str:
    """`text` between quotes on one line, shortened, for use in a message."""
    one_line = " ".join(text.split())
    return f"'{one_line}'" if len(one_line) <= limit else f"'{one_line[: limit - 1]}…'"
