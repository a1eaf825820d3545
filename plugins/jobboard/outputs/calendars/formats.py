"""The format of calendars. The library that writes them is loaded only when a calendar must be expressed."""

from __future__ import annotations

from msgspec import Struct

from jobboard.board.site import Site
from jobboard.engine.output import Chunks
from jobboard.outputs.calendars.calendar import CalendarView, calendar_of
from jobboard.outputs.calendars.entry import CalendarEntry
from jobboard.outputs.page.collection import Collection
from jobboard.outputs.page.made import Made


class ICalendar(Struct, frozen=True):
    """iCalendar (RFC 5545, RFC 7986)."""

    version: str = "icalendar-3"

    def express(self, view: CalendarView) -> bytes:
        from jobboard.outputs.calendars.ical import ends_of, event_of  # noqa: PLC0415

        head, tail = ends_of(view)
        return head + b"".join(map(event_of, view.events)) + tail


def calendar_file(
    site: Site, collection: Collection, entries: tuple[Made[CalendarEntry], ...]
) -> Chunks[Made[CalendarEntry]]:
    """The calendar of a collection with these entries. It may be long, and changes little: each is written apart."""
    from jobboard.outputs.calendars.ical import ends_of, event_of  # noqa: PLC0415

    head, tail = ends_of(calendar_of(site, collection))
    version = ICalendar().version
    items = ((f"{version} {each.digest}", each) for each in entries)
    return Chunks(head=head, items=items, express=lambda each: event_of(each.value), tail=tail)
