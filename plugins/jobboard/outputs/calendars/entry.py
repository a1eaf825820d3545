"""What calendars hold: deadlines and events, before they are iCalendar."""

from __future__ import annotations

from datetime import UTC, date, datetime

from msgspec import Struct

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def sequence_of(changed: datetime | None, recorded: int) -> int:
    """A revision number that grows with every change of an item and never falls (RFC 5545, 3.8.7.4).

    The minutes from 1970 (UTC) to the newest dated change that has come, and one more for each change of which there is
    a record, dated or not; 0 for what was never changed. Thirty million today, and below 2^31 for four thousand years.
    A closing is no change of its own: so taking one away takes nothing off, and a later DTSTAMP tells it, which decides
    between equal numbers (RFC 5546, 2.1.5).
    """
    return recorded + (0 if changed is None else max(int((changed - _EPOCH).total_seconds() // 60), 0))


class CalendarEntry(Struct, frozen=True, kw_only=True):
    """One event of a calendar. `day` is a whole day or an instant (UTC); `end` likewise, exclusive where it is a day.

    Where there is no end a day is that whole day, and of an instant nobody said when it is over.
    """

    uid: str
    day: date
    summary: str
    description: str
    href: str
    modified: datetime
    sequence: int
    status: str = "CONFIRMED"
    end: date | None = None
    location: str = ""
