"""Dates and times as an author writes them: a day, perhaps a minute of it, perhaps with its own offset.

A moment has no zone yet: the item's zone is known only once its organisation is (`board`). Nothing is
guessed: `03/04/2026` is refused, not read (docs/standards.md#dates-as-typed). What to write instead says `mistyped`.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

from jobboard.model.moments.not_a_moment import NotAMomentError
from jobboard.source.message import phrase

__all__ = ["Moment", "NotAMomentError", "jump_over", "parse_moment"]

_MOMENT = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
    r"(?:[ T]([0-9]{2}):([0-9]{2})(?::00)? ?(Z|[+-][0-9]{2}:?[0-9]{2})?)?"
)
_MINUTE = timedelta(minutes=1)
_SECOND = timedelta(seconds=1)
LAST_MINUTE = dt.time(23, 59)
EARLIEST_OFFSET, LATEST_OFFSET = timedelta(hours=-12), timedelta(hours=14)
"""No clock on Earth is further from UTC, and none is off by other than quarters of an hour (tzdata, since 1972)."""


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A wall-clock day or minute. `time` is None for a whole day; `offset` is set only if it was written."""

    day: date
    time: dt.time | None = None
    offset: timedelta | None = None

    def starts_at(self, zone: tzinfo) -> datetime:
        """The instant (UTC) at which the day or minute begins in `zone`; of a minute that comes twice, the first."""
        return _instant(self.day, self.time or dt.time.min, self.offset, zone, 0)

    def ends_at(self, zone: tzinfo) -> datetime:
        """The instant (UTC) after its last one: a date means the whole day, a time the whole minute.

        Of a minute that comes twice the later one counts. A day ends after its last 23:59, daylight saving days too.
        """
        return _instant(self.day, LAST_MINUTE if self.time is None else self.time, self.offset, zone, 1)

    def is_missing(self, zone: tzinfo) -> bool:
        """True if the clocks of `zone` leave out this minute, or this whole day, so that nobody ever reads it there."""
        if self.offset is not None:
            return False
        if self.time is None:
            return self.starts_at(zone) >= self.ends_at(zone)
        return not _is_read(datetime.combine(self.day, self.time), zone)

    def __str__(self) -> str:
        return self.day.isoformat() if self.time is None else f"{self.day.isoformat()} {self.time:%H:%M}"


@functools.lru_cache(maxsize=16384)
def _instant(day: date, at: dt.time, offset: timedelta | None, zone: tzinfo, fold: int) -> datetime:
    """When a minute begins (`fold` 0), or when it is over (1), in UTC; for one the clocks leave out, when they jump."""
    wall = datetime.combine(day, at)
    over = _MINUTE * fold
    if offset is not None:
        return wall.replace(tzinfo=timezone(offset)).astimezone(UTC) + over
    if isinstance(zone, timezone) or _is_read(wall, zone):
        return wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) + over
    return jump_over(wall, zone)


def _is_read(wall: datetime, zone: tzinfo) -> bool:
    """True if the clocks of `zone` ever show this."""
    there = wall.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)
    return there.replace(tzinfo=None, fold=0) == wall


def jump_over(wall: datetime, zone: tzinfo) -> datetime:
    """The instant (UTC, to the second) at which the clocks of `zone` jump over a minute they leave out (PEP 495)."""
    early, late = (wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (1, 0))
    before = early.astimezone(zone).utcoffset()
    while late - early > _SECOND:
        middle = early + (late - early) // 2
        if middle.astimezone(zone).utcoffset() == before:
            early = middle
        else:
            late = middle
    return late.replace(microsecond=0)


def parse_moment(text: str) -> Moment:
    """Read `2026-03-31`, `2026-03-31 23:59` or an ISO 8601 time with an offset.

    Raises NotAMomentError for anything else, with a proposal where one can be made.
    """
    match = _MOMENT.fullmatch(text.strip())
    if match is None:
        from jobboard.model.moments.mistyped import explain  # noqa: PLC0415 (large, and needed by those who mistype alone)

        raise explain(text)
    year, month, day_of_month, hour, minute, offset = match.groups()
    try:
        day = date(int(year), int(month), int(day_of_month))
    except ValueError:
        raise NotAMomentError(phrase("there is no such day as %(day)s", day=text.strip()[:10])) from None
    if not 1900 <= day.year <= 2200:
        raise NotAMomentError(phrase("a year between 1900 and 2200 is meant, surely"))
    if hour is None:
        return Moment(day)
    if hour == "24":
        raise NotAMomentError(phrase("for the end of that day write '%(day)s 23:59', or just %(day)s", day=str(day)))
    try:
        at = dt.time(int(hour), int(minute))
    except ValueError:
        raise NotAMomentError(
            phrase("there is no such time as %(hour)s:%(minute)s", hour=hour, minute=minute)
        ) from None
    return Moment(day, at, None if offset is None else _offset(offset, day, at))


def _offset(text: str, day: date, at: dt.time) -> timedelta:
    if text == "Z":
        return timedelta(0)
    minutes = int(text[-2:])
    amount = timedelta(hours=int(text[1:3]), minutes=minutes)
    amount = -amount if text[0] == "-" else amount
    if minutes in (0, 15, 30, 45) and EARLIEST_OFFSET <= amount <= LATEST_OFFSET:
        return amount
    from jobboard.model.moments.mistyped import explain_offset  # noqa: PLC0415 (as above)

    raise explain_offset(text, day, at)
