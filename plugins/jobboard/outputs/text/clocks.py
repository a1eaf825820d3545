"""Clocks: an instant or a moment as it stands on the clocks of a zone. The only place that turns one into the other.

A moment may be typed with an offset of its own. Whatever names a zone beside it shows the clocks of that zone.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from jobboard.board.status import to_zone
from jobboard.model.moments.moment import Moment

_MINUTE = timedelta(minutes=1)


def local(instant: datetime, zone: str) -> datetime:
    """An instant (aware) on the clocks of a zone (an IANA name, or AoE)."""
    return instant.astimezone(to_zone(zone))


def first_minute(moment: Moment, zone: str) -> datetime:
    """The minute a moment begins with, on the clocks of a zone."""
    return local(moment.starts_at(to_zone(zone)), zone)


def last_minute(moment: Moment, zone: str) -> datetime:
    """The last minute that still belongs to a moment, as deadlines are read, on the clocks of a zone."""
    return local(moment.ends_at(to_zone(zone)) - _MINUTE, zone)


def stamped(instant: datetime, zone: str) -> datetime:
    """An instant on the clocks of a zone, fit to be written with its offset.

    RFC 3339 and RFC 5322 know offsets in whole minutes. Until 1972 some zones had others: such an instant is in UTC.
    """
    found = local(instant, zone)
    offset = found.utcoffset()
    return instant.astimezone(UTC) if offset is None or offset % _MINUTE else found


def utc_text(instant: datetime) -> str:
    """An instant (aware) in whole seconds of UTC, as machines read it: `2026-03-31T22:00:00Z` (RFC 3339)."""
    return f"{instant.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def clock(instant: datetime, zone: str, timespec: str = "auto") -> str:
    """An instant in ISO 8601 with the offset of its zone: `2026-03-31T17:01:00+02:00`."""
    return stamped(instant, zone).isoformat(timespec=timespec)


def first_as_written(moment: Moment, zone: str) -> str:
    """A moment as authors write it, on the clocks of a zone: `2026-03-31`, `2026-03-31 09:00`."""
    return _written(moment, first_minute(moment, zone))


def last_as_written(moment: Moment, zone: str) -> str:
    """The same of a moment that is read as a deadline."""
    return _written(moment, last_minute(moment, zone))


def comes_twice(minute: datetime) -> bool:
    """True if the clocks of its zone show a minute twice, as they do at the end of summer time."""
    return minute.replace(fold=0).utcoffset() != minute.replace(fold=1).utcoffset()


def _written(moment: Moment, minute: datetime) -> str:
    """A day has no clock; a minute that comes twice has its offset, without which it would be either."""
    if moment.time is None:
        return moment.day.isoformat()
    text = minute.isoformat(" ", "minutes")
    return text if comes_twice(minute) else text[: len("2026-03-31 09:00")]
