"""The view of an event in a calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class EventEntry:
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
