"""iCalendar, written by the library icalendar with its traps closed in this one place (docs/standards.md#calendars).

Nothing is made by its `new()`, which fills in random uids and the clock. Of events the library escapes and folds the
texts, and no more: to make it one of its components takes six times as long, which is seconds for a large board. The
tests hold every calendar against what the library makes of it when it has read it.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar
from icalendar.parser import Contentline
from icalendar.prop import vText

from jobboard.outputs.calendars.calendar import CalendarView
from jobboard.outputs.calendars.entry import CalendarEntry
from jobboard.outputs.text.cached import remembered

_VISIT_EVERY = timedelta(hours=12)
_END = b"END:VCALENDAR\r\n"
_SURELY_ONE_LINE = 75  # octets: a line of that many, without its end, is folded by the library already


def ends_of(view: CalendarView) -> tuple[bytes, bytes]:
    """What stands before and after the events of a calendar."""
    head: bytes = _head(view).to_ical(sorted=False)
    return head.removesuffix(_END), _END


def _head(view: CalendarView) -> Calendar:
    """What stands above the events. No METHOD: that would ask for an ORGANIZER in each (RFC 5546, 3.2.1)."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//jobboard//deadlines//EN")
    calendar.add("uid", view.uid)
    calendar.add("name", vText(view.title))  # RFC 7986, 5.1: TEXT, which the library takes for its own value
    calendar.add("x-wr-calname", vText(view.title))
    calendar.add("url", view.home)
    calendar.add("source", view.address, parameters={"VALUE": "URI"})
    calendar.add("refresh-interval", _VISIT_EVERY, parameters={"VALUE": "DURATION"})  # its setter leaves VALUE out
    calendar.add("x-published-ttl", "PT12H")
    return calendar


@remembered(1024)
def event_of(it: CalendarEntry) -> bytes:
    """An event, the same in every calendar that has it."""
    modified = _instant(it.modified)
    properties = (
        ("BEGIN", "VEVENT"),
        ("UID", _text(it.uid)),
        ("DTSTAMP", modified),
        ("LAST-MODIFIED", modified),
        ("SEQUENCE", str(it.sequence)),
        *_point("DTSTART", it.day),
        *(_point("DTEND", it.end) if it.end else ()),
        ("SUMMARY", _text(it.summary)),
        ("DESCRIPTION", _text(it.description)),
        *((("LOCATION", _text(it.location)),) if it.location else ()),
        ("URL", it.href),
        ("TRANSP", "TRANSPARENT"),  # who subscribes to a calendar takes part in none of it yet
        ("STATUS", it.status),
        ("END", "VEVENT"),
    )
    return b"".join(_line(f"{name}:{value}") for name, value in properties)


def _point(name: str, at: date) -> tuple[tuple[str, str], ...]:
    """A day, or an instant in UTC: a named zone would have to bring its rules along."""
    if isinstance(at, datetime):
        return ((name, _instant(at)),)
    return ((f"{name};VALUE=DATE", at.strftime("%Y%m%d")),)


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _text(value: str) -> str:
    escaped: bytes = vText(value).to_ical()
    return escaped.decode()


def _line(text: str) -> bytes:
    """A line as the library folds it, which is asked only where there is something to fold."""
    data = text.encode()
    if len(data) < _SURELY_ONE_LINE:
        return data + b"\r\n"
    folded: bytes = Contentline(text).to_ical()  # type: ignore[no-untyped-call]
    return folded + b"\r\n"
