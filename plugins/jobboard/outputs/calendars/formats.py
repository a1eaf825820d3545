"""The format of calendars. The library that writes them is loaded only when a calendar must be expressed."""

from __future__ import annotations

from msgspec import Struct

from jobboard.outputs.calendars.calendar import CalendarView


class ICalendar(Struct, frozen=True):
    """iCalendar (RFC 5545, RFC 7986)."""

    version: str = "icalendar-2"

    def express(self, view: CalendarView) -> bytes:
        from jobboard.outputs.calendars.ical import write_calendar  # noqa: PLC0415

        return write_calendar(view)
