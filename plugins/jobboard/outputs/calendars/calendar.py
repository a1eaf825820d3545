"""Calendars: their views, before they are iCalendar.

What is in a calendar, and why: docs/decisions/0017-calendars.md.
"""

from __future__ import annotations

from msgspec import Struct

from jobboard.board.site import Site
from jobboard.outputs.addresses import absolute, calendar_path, here
from jobboard.outputs.calendars.entry import CalendarEntry
from jobboard.outputs.page.collection import Collection


class CalendarView(Struct, frozen=True, kw_only=True):
    """The view of a calendar. `home` is the page that shows the same, `address` the calendar's own."""

    uid: str
    title: str
    home: str
    address: str
    events: tuple[CalendarEntry, ...]


def calendar_of(site: Site, collection: Collection) -> CalendarView:
    """The calendar of a collection, whatever is in it."""
    return CalendarView(
        uid=uid_of(site, "calendar", here(site, collection.identity).replace("/", "-")),
        title=collection.calendar_title or collection.title,
        home=absolute(site, here(site, collection.home)),
        address=absolute(site, here(site, calendar_path(collection.path))),
        events=(),
    )


def uid_of(site: Site, kind: str, identity: str) -> str:
    """A name for ever (RFC 7986, 5.3), of the setting JOBBOARD_IDENTITY and never of the site's address."""
    return f"{kind}-{identity}@{site.identity.split(',', 1)[0]}"
