"""Dates and times as an author writes them: a day, perhaps a minute of it, perhaps with its own offset.

A moment has no zone yet: the item's zone is known only once its organisation is (`board`). Nothing is
guessed: `03/04/2026` is refused, not read (DESIGN section 3).
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

_MOMENT = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
    r"(?:[ T]([0-9]{2}):([0-9]{2})(?::00)? ?(Z|[+-][0-9]{2}:?[0-9]{2})?)?"
)
_DATE = re.compile(r"\s*[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{4}\s*")
_DATE_AND_TIME = re.compile(r"\s*[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{1,2}[.h:]?[0-9]{0,2}")
_MINUTE = timedelta(minutes=1)


class NotAMomentError(ValueError):
    """The text is no date; `hint` proposes what to write instead."""

    def __init__(self, hint: str = "") -> None:
        super().__init__(hint)
        self.hint = hint


class MidnightError(NotAMomentError):
    """The text says "midnight", which can be either end of a day."""


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A wall-clock day or minute. `time` is None for a whole day; `offset` is set only if it was written."""

    day: date
    time: dt.time | None = None
    offset: timedelta | None = None

    def starts_at(self, zone: tzinfo) -> datetime:
        """The instant (UTC) at which the day or minute begins in `zone`."""
        return _instant(self.day, self.time or dt.time.min, self.offset, zone)

    def ends_at(self, zone: tzinfo) -> datetime:
        """The instant (UTC) after its last one: a date means the whole day, a time the whole minute.

        Daylight saving days included: the end of a day is the wall clock's next midnight.
        """
        if self.time is None:
            return _instant(self.day + timedelta(days=1), dt.time.min, self.offset, zone)
        return _instant(self.day, self.time, self.offset, zone) + _MINUTE

    def __str__(self) -> str:
        return self.day.isoformat() if self.time is None else f"{self.day.isoformat()} {self.time:%H:%M}"


@functools.lru_cache(maxsize=16384)
def _instant(day: date, at: dt.time, offset: timedelta | None, zone: tzinfo) -> datetime:
    own = timezone(offset) if offset is not None else zone
    return datetime.combine(day, at, own).astimezone(UTC)


def parse_moment(text: str) -> Moment:
    """Read `2026-03-31`, `2026-03-31 23:59` or an ISO 8601 time with an offset.

    Raises NotAMomentError for anything else, with a proposal where one can be made.
    """
    match = _MOMENT.fullmatch(text.strip())
    if match is None:
        raise _explained(text)
    year, month, day_of_month, hour, minute, offset = match.groups()
    try:
        day = date(int(year), int(month), int(day_of_month))
    except ValueError:
        raise NotAMomentError(f"there is no such day as {text.strip()[:10]}") from None
    if not 1900 <= day.year <= 2200:
        raise NotAMomentError("a year between 1900 and 2200 is meant, surely")
    if hour is None:
        return Moment(day)
    if hour == "24":
        raise NotAMomentError(f"for the end of that day write '{day} 23:59', or just {day}")
    try:
        return Moment(day, dt.time(int(hour), int(minute)), _offset(offset))
    except ValueError:
        raise NotAMomentError(f"there is no such time as {hour}:{minute}") from None


def _offset(text: str | None) -> timedelta | None:
    if text is None:
        return None
    if text == "Z":
        return timedelta(0)
    amount = timedelta(hours=int(text[1:3]), minutes=int(text[-2:]))
    timezone(amount)  # refuses a day or more
    return -amount if text[0] == "-" else amount


def _explained(text: str) -> NotAMomentError:
    if any(word in text.lower() for word in ("midnight", "minuit", "medianoche")):
        return MidnightError(
            "midnight can mean either end of a day; write the last day with its minute, like 2026-03-31 23:59"
        )
    if _DATE.fullmatch(text):
        return NotAMomentError("write the year first: year-month-day")
    if _DATE_AND_TIME.match(text):
        return NotAMomentError("a time has two digits for the hour and two for the minute: 09:00, 23:59")
    return NotAMomentError("write the day in figures, year first: 2026-03-31")
