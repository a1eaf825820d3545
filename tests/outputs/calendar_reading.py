"""Reads a calendar twice: with the library, and line by line as RFC 5545 words it."""

from __future__ import annotations

from typing import Any

from icalendar import Calendar

_OF_A_CALENDAR = (
    b"VERSION:2.0",
    b"PRODID:",
    b"UID:",
    b"NAME:",
    b"X-WR-CALNAME:",
    b"URL:https://",
    b"SOURCE;VALUE=URI:https://",
    b"REFRESH-INTERVAL;VALUE=DURATION:PT12H",
    b"X-PUBLISHED-TTL:PT12H",
)
_OF_AN_EVENT = (
    b"UID:",
    b"DTSTAMP:",
    b"LAST-MODIFIED:",
    b"SEQUENCE:",
    b"DTSTART",
    b"SUMMARY:",
    b"DESCRIPTION:",
    b"URL:https://",
    b"TRANSP:TRANSPARENT",
    b"STATUS:",
)


def faults(data: bytes) -> list[str]:
    """What is wrong with the lines of a calendar: their ends, their length, a property that is missing or twice."""
    if not data.endswith(b"\r\n"):
        return ["does not end with CRLF"]
    lines = data.split(b"\r\n")[:-1]
    found = [f"bare end of line: {line!r}" for line in lines if b"\n" in line or b"\r" in line]
    found += [f"{len(line)} octets: {line!r}" for line in lines if len(line) > 75]
    found += [f"cut within a letter: {line!r}" for line in lines if not _is_utf8(line)]
    whole = data.replace(b"\r\n ", b"").split(b"\r\n")[:-1]
    if (whole[0], whole[-1]) != (b"BEGIN:VCALENDAR", b"END:VCALENDAR"):
        found.append("no VCALENDAR")
    starts = [index for index, line in enumerate(whole) if line == b"BEGIN:VEVENT"]
    found += _missing(whole[1 : starts[0] if starts else -1], _OF_A_CALENDAR)
    has_method, has_organiser = (any(line.startswith(name) for line in whole) for name in (b"METHOD", b"ORGANIZER"))
    if has_method and not has_organiser:
        found.append("METHOD, which asks for an ORGANIZER in each event (RFC 5546, 3.2.1)")
    for start in starts:
        found += _missing(whole[start + 1 : whole.index(b"END:VEVENT", start)], _OF_AN_EVENT)
    return found


def calendar(site: dict[str, bytes], path: str) -> Calendar:
    """A calendar that has no fault and is read back to the very same bytes."""
    data = site[path]
    assert faults(data) == []
    parsed = Calendar.from_ical(data)
    assert parsed.to_ical(sorted=False) == data
    return parsed


def events(site: dict[str, bytes], path: str) -> dict[str, Any]:
    """The events of a faultless calendar by uid, which are told apart by it."""
    found = list(calendar(site, path).walk("VEVENT"))
    by_uid = {str(each["UID"]): each for each in found}
    assert len(by_uid) == len(found)
    return by_uid


def only_event(site: dict[str, bytes], path: str) -> Any:
    """The one event of a calendar."""
    (event,) = events(site, path).values()
    return event


def _missing(lines: list[bytes], wanted: tuple[bytes, ...]) -> list[str]:
    counted = {each: sum(line.startswith(each) for line in lines) for each in wanted}
    return [f"{each.decode()} is there {count} times" for each, count in counted.items() if count != 1]


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True
