"""What is true of the board of every lifecycle at an instant, by the one function that decides status and by hand.

Nothing here is taken from the outputs, their plan or their selection.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from msgspec import structs

from jobboard.board.board import BoardPosting
from jobboard.board.status import Status, status_at, to_zone
from jobboard.model.parts.closing import Rolling
from tests.outputs.lifecycles import (
    BOARD_SITE,
    CHANGES_OF_DEADLINE,
    EARLIER_ENDS_AS,
    EARLIER_LIVES,
    ENDS_AS,
    LIVES,
)

ANNOUNCED, CANCELLED = timedelta(days=90), timedelta(days=30)
NEWS = {"bridge": ("2026-01-12T00:00+01:00", "2026-04-21T00:00+02:00"), "tunnel": ("2026-06-01T10:00+02:00", None)}
"""When a news item appears and when it leaves the lists."""
OTHER_TURNS = ("2026-03-10T00:00+01:00", "2026-04-05T00:00+02:00")
"""When an `updated` day comes."""


@dataclass(frozen=True)
class Truth:
    """The board at `now`. Postings are in the order of their ids; their own status is not looked at, nor which of their
    lives they hold to count."""

    postings: tuple[BoardPosting, ...]
    now: datetime

    def __post_init__(self) -> None:
        begun = [[each for each in it.lives if each.since <= self.now] or it.lives[:1] for it in self.postings]
        postings = (structs.replace(it, life=lives[-1]) for it, lives in zip(self.postings, begun, strict=True))
        object.__setattr__(self, "postings", tuple(postings))

    def status(self, posting: BoardPosting) -> Status:
        return status_at(posting.life, self.now)

    @functools.cached_property
    def visible(self) -> list[BoardPosting]:
        return [each for each in self.postings if self.status(each).is_visible]

    @property
    def hidden(self) -> list[BoardPosting]:
        return [each for each in self.postings if not self.status(each).is_visible]

    @functools.cached_property
    def open(self) -> list[BoardPosting]:
        return [each for each in self.postings if self.status(each).is_listed]

    def listed(self, lang: str, belongs: Callable[[BoardPosting], bool] = lambda _: True) -> list[BoardPosting]:
        """One of each open translation group, as that edition lists them: soonest deadline first, rolling ones last."""
        found = [each for each in self.one_each(self.open, lang) if belongs(each)]
        return sorted(found, key=lambda each: (is_rolling(each), each.life.closes_at, newness(each)))

    def newest(self, lang: str) -> list[BoardPosting]:
        return sorted(self.listed(lang), key=newness)

    def closing_soon(self, lang: str) -> list[BoardPosting]:
        return self.listed(lang, lambda each: self.status(each) is Status.CLOSING_SOON)

    def closed(self, lang: str, year: int) -> list[BoardPosting]:
        """The archive of a year, in no order."""
        found = [each for each in self.visible if self.status(each).is_closed and each.life.last_day.year == year]
        return self.one_each(found, lang)

    def cancelled(self, lang: str) -> list[BoardPosting]:
        """What closed early, in the last thirty days, and had a deadline in calendars until then."""
        early = (each for each in self.visible if self.status(each).is_closed and each.life.closed_early)
        was_open = (each for each in early if each.life.opens_at < each.life.closes_at and not is_rolling(each))
        return self.one_each((each for each in was_open if self.now < each.life.closes_at + CANCELLED), lang)

    def one_each(self, postings: Iterable[BoardPosting], lang: str) -> list[BoardPosting]:
        """Of each translation group the one in that language, else the original."""
        ranked = sorted(postings, key=lambda each: (each.lang != lang, each.id != each.group, each.id))
        found: dict[str, BoardPosting] = {}
        for each in ranked:
            found.setdefault(each.group, each)
        return list(found.values())

    def original(self, posting: BoardPosting) -> BoardPosting:
        """The one a translation group is known by: the original, unless nobody may see it yet."""
        return next((each for each in self.visible if each.id == posting.group), posting)

    def news(self, *, is_listed: bool) -> list[str]:
        """Ids of the news that has a page, or that is in lists."""
        return [
            id_
            for id_, (appears, leaves) in NEWS.items()
            if instant(appears) <= self.now and not (is_listed and leaves and instant(leaves) <= self.now)
        ]

    def announced(self) -> dict[tuple[str, str], datetime]:
        """What became of postings in the last ninety days: (posting, what) and when."""
        groups = {self.original(each).id for each in self.visible}
        return {
            (id_, what): at
            for id_, what, at, told_from in announcements()
            if id_ in groups and told_from <= self.now < at + ANNOUNCED
        }

    def last_and_next(self) -> tuple[datetime | None, datetime | None]:
        """The instants around now at which anything of the site changes."""
        found = set(turns())
        last = max((each for each in found if each <= self.now), default=None)
        return last, min((each for each in found if each > self.now), default=None)


def instant(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def is_rolling(posting: BoardPosting) -> bool:
    return isinstance(posting.content.deadline, Rolling)


def newness(posting: BoardPosting) -> tuple[float, str]:
    return -posting.life.opens_at.timestamp(), posting.id


def family(posting: BoardPosting) -> set[str]:
    """The organisations whose lists a posting is in: its own, and those they are part of."""
    return {id_ for each in posting.organisations for id_ in (each.id, *(above.id for above in each.above))}


def last_day(posting: BoardPosting) -> date:
    """The last day to apply, where the deadline is meant."""
    early = posting.life.closed_early
    zone = to_zone(posting.zone if early else posting.deadline_zone)
    return (posting.life.closes_at - timedelta(minutes=1)).astimezone(zone).date()


def announcements() -> Iterator[tuple[str, str, datetime, datetime]]:
    """Posting, what became of it, when, and from when on that is told. A translation is told of as its original."""
    for id_, (opens, _, closes) in LIVES.items():
        if id_ == "caretaker":
            continue
        opened, closed = instant(opens), instant(closes)
        if id_ in EARLIER_LIVES:
            first, _, ended = map(instant, EARLIER_LIVES[id_])
            yield id_, "opened", first, first
            yield id_, EARLIER_ENDS_AS[id_], ended, ended
            yield id_, "reopened", opened, opened
        elif opened < closed:
            yield id_, "opened", opened, opened
        yield id_, ENDS_AS.get(id_, "closed"), closed, closed
    for (id_, what), (at, told_from) in CHANGES_OF_DEADLINE.items():
        yield id_, what, instant(at), instant(told_from)


def turns() -> Iterator[datetime]:
    """Every instant at which something of the site changes."""
    yield from map(instant, OTHER_TURNS)
    yield from (instant(each) for both in NEWS.values() for each in both if each)
    for id_, life in LIVES.items():
        opens, soon, closes = map(instant, life)
        yield from (opens, closes, closes + timedelta(days=BOARD_SITE.retention_days))
        if opens < soon:
            yield soon
        if id_ in (*ENDS_AS, "unfunded") and id_ not in ("stillborn", "stopped"):
            yield closes + CANCELLED
    for id_, life in EARLIER_LIVES.items():
        opens, soon, closes = map(instant, life)
        yield from (opens, soon, closes)
        again, gone = instant(LIVES[id_][0]), closes + timedelta(days=BOARD_SITE.retention_days)
        yield from (each for each in (closes + CANCELLED, gone) if each < again)
    for _, _, at, told_from in announcements():
        yield from (told_from, at + ANNOUNCED)
