"""iCalendar, written by the library icalendar with its traps closed in this one place (STANDARDS section 4).

Nothing is made by its `new()`, which fills in random uids and the clock. Of an event all properties are set as the
library's own values, which takes half the time of guessing their types.
"""

from __future__ import annotations

import functools
from datetime import timedelta

from icalendar import Calendar, Event
from icalendar.prop import vDate, vDatetime, vInt, vText, vUri

from jobboard.outputs.calendars import CalendarView, Deadline

_VISIT_EVERY = timedelta(hours=12)
_END = b"END:VCALENDAR\r\n"


def write_calendar(view: CalendarView) -> bytes:
    """The calendar as iCalendar. Its events are written one by one, so that those in several are written once."""
    head = _head(view).to_ical(sorted=False).removesuffix(_END)
    return bytes(head + b"".join(_event(each) for each in view.events) + _END)


def _head(view: CalendarView) -> Calendar:
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//jobboard//deadlines//EN")
    calendar.add("method", "PUBLISH")
    calendar.add("uid", view.uid)
    calendar.add("name", view.title)
    calendar.add("x-wr-calname", view.title)
    calendar.add("url", view.home)
    calendar.add("source", view.address, parameters={"VALUE": "URI"})
    calendar.add("refresh-interval", _VISIT_EVERY, parameters={"VALUE": "DURATION"})  # its setter leaves VALUE out
    calendar.add("x-published-ttl", "PT12H")
    return calendar


@functools.lru_cache(maxsize=8192)
def _event(it: Deadline) -> bytes:
    event, day = Event(), vDate(it.day)
    day.params["VALUE"] = "DATE"
    event["UID"] = vText(it.uid)
    event["DTSTAMP"] = event["LAST-MODIFIED"] = vDatetime(it.modified)
    event["SEQUENCE"] = vInt(it.sequence)
    event["DTSTART"] = day  # without an end it takes the whole day (RFC 5545, 3.6.1)
    event["SUMMARY"] = vText(it.summary)
    event["DESCRIPTION"] = vText(it.description)
    event["URL"] = vUri(it.href)
    event["TRANSP"] = vText("TRANSPARENT")
    event["STATUS"] = vText("CANCELLED" if it.is_cancelled else "CONFIRMED")
    written: bytes = event.to_ical(sorted=False)
    return written
