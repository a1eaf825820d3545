"""What calendars hold: deadlines and events, before they are iCalendar."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct


class EventEntry(Struct, frozen=True, kw_only=True):
    """An event with its end: days, the end exclusive, or instants (UTC); None where nobody said when it is over."""

    uid: str
    day: date
    end: date | None
    summary: str
    description: str
    location: str
    href: str
    modified: datetime
    sequence: int
    status: str


class Deadline(Struct, frozen=True, kw_only=True):
    """One event: the whole of `day`, in the posting's zone. `sequence` grows with every change of the deadline."""

    uid: str
    day: date
    summary: str
    description: str
    href: str
    modified: datetime
    sequence: int
    is_cancelled: bool
