"""What the calendar of all events is, whatever is in it."""

from __future__ import annotations

from jobboard.board.site import Site
from jobboard.outputs.addresses import (
    EVENTS,
    EVENTS_CALENDAR,
)
from jobboard.outputs.calendars.calendar import Subject


def events_subject(site: Site) -> Subject:
    """The calendar of every event to come."""
    title = site.say("%(site)s: events", site=site.name)
    return Subject(path=EVENTS_CALENDAR, name="events", title=title, home=EVENTS)
