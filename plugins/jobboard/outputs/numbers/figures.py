"""Postings counted: which opened and closed in a month, what they said of themselves, and what became of them.

Visible postings in, figures out. Synopses and lives are asked, and no record is read. A translation group counts once,
as the member that speaks for it. What an instant changes here is a status, or which life counts: a posting is counted
as closed as long as it is, by the life that counts.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from jobboard.base.digest import digest_of
from jobboard.board.board import BoardPosting
from jobboard.board.changes.announcements import one_of_each_group
from jobboard.board.history import What
from jobboard.board.status import TICK
from jobboard.outputs.text.clocks import local

NONE, TIME_OVER = "none", "deadline"
"""The groups of what a posting does not say, no deadline or no language, and of one that its time alone closed."""


class Measure(StrEnum):
    """What is counted, as files name it: by the month of opening, and from `CLOSED` on by that of closing."""

    OPENED = "opened"
    ORGANISATION = "organisation"
    KIND = "kind"
    TOPIC = "topic"
    DAYS = "days"
    PAY = "pay"
    LANGUAGE = "language"
    CLOSED = "closed"
    ENDED = "ended"
    BEFORE = "before"


_OPENED, _ORGANISATION, _KIND, _TOPIC, _DAYS, _PAY, _LANGUAGE, _CLOSED, _ENDED, _BEFORE = (
    each.value for each in Measure
)
_PLACES = {each.value: place for place, each in enumerate(Measure)}


class Figure(Struct, frozen=True, array_like=True):
    """How many there are of something in a month (`2026-03`); `group` is a code or id, empty for all together."""

    what: str
    group: str
    month: str
    number: int


@dataclass(frozen=True)
class Figures:
    """All there are, in the order of the file; none is 0. Whoever shows them depends on the digest."""

    rows: tuple[Figure, ...]

    @functools.cached_property
    def digest(self) -> str:
        """A name for what they say."""
        return digest_of(repr(self.rows).encode())

    @functools.cached_property
    def months(self) -> tuple[str, ...]:
        """The months in which a posting opened or closed, oldest first."""
        return tuple(sorted({each.month for each in self.rows}))

    @functools.cached_property
    def of(self) -> Mapping[str, Sequence[Figure]]:
        """Those of each measure."""
        found: dict[str, list[Figure]] = {each.value: [] for each in Measure}
        for each in self.rows:
            found[each.what].append(each)
        return found

    def numbers(self, what: Measure, since: str = "", until: str = "~") -> Counter[str]:
        """The numbers of each group in the months from `since` to `until`, both among them; 0 for one of others."""
        found: Counter[str] = Counter()
        for each in self.of[what.value]:
            found[each.group] += each.number if since <= each.month <= until else 0
        return found

    def within(self, year: int) -> Figures:
        """Those of a year."""
        return Figures(tuple(each for each in self.rows if each.month.startswith(f"{year:04}-")))


def figures_of(postings: Iterable[BoardPosting], zone: str) -> Figures:
    """The figures of visible postings; months are those of a zone."""
    counted: Counter[tuple[str, str, str]] = Counter()
    for posting in one_of_each_group(postings):
        opened = _month(posting.opens_at, zone)
        counted.update((what, group, opened) for what, group in _said_of(posting))
        if posting.status.is_closed:
            closed = _month(max(posting.life.closes_at - TICK, posting.opens_at), zone)
            counted.update((what, group, closed) for what, group in _came_of(posting))
    rows = sorted(counted.items(), key=lambda row: (_PLACES[row[0][0]], row[0]))
    return Figures(tuple(Figure(*key, number) for key, number in rows))


def _month(instant: datetime, zone: str) -> str:
    return local(instant, zone).date().isoformat()[:7]


def _said_of(posting: BoardPosting) -> Iterator[tuple[str, str]]:
    synopsis, terms = posting.synopsis, posting.synopsis.terms
    yield _OPENED, ""
    yield from ((_ORGANISATION, each.id) for each in posting.organisations)
    yield _KIND, synopsis.kind
    yield from ((_TOPIC, each.id) for each in posting.topics)
    yield _DAYS, _days_of(posting)
    yield _PAY, "not-told" if terms.pay is None else "told"
    asked = dict.fromkeys(code for code, level in terms.languages if level != "asset")
    yield from ((_LANGUAGE, code) for code in asked or (NONE,))


def _days_of(posting: BoardPosting) -> str:
    """From the day it is published to the last day to apply, each on the clocks it is meant on."""
    ends_at = posting.synopsis.terms.deadline
    if ends_at is None:
        return NONE
    last, first = local(ends_at - TICK, posting.deadline_zone), local(posting.opens_at, posting.zone)
    return str(max(0, (last.date() - first.date()).days))


def _came_of(posting: BoardPosting) -> Iterator[tuple[str, str]]:
    """How it ended, and what was done to it until then: what is to come does not count."""
    life = posting.life
    yield _CLOSED, ""
    yield _ENDED, life.closed_early.value if life.closed_early else TIME_OVER
    told = {each.what for each in posting.synopsis.told if each.told_from < life.closes_at}
    yield from ((_BEFORE, each.value) for each in (What.EXTENDED, What.REOPENED) if each.value in told)
