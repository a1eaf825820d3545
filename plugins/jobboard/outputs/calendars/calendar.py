"""Calendars: their views. What a calendar of deadlines says, before it is iCalendar, and the list of them all.

A deadline is one event for ever: its uid is made of the original's identity, so neither a renamed file nor a
translation makes a second one. What is in a calendar, and why: docs/decisions/0017-calendars.md.
"""

from __future__ import annotations

from msgspec import Struct

from jobboard.board.site import Site
from jobboard.outputs.addresses import (
    absolute,
    here,
    link_here,
)
from jobboard.outputs.calendars.entry import Deadline, EventEntry


class CalendarView(Struct, frozen=True, kw_only=True):
    """The view of a calendar. `home` is the page that shows the same, `address` the calendar's own."""

    uid: str
    title: str
    home: str
    address: str
    events: tuple[Deadline | EventEntry, ...]


class Subject(Struct, frozen=True, kw_only=True):
    """What a calendar is, whatever is in it: its path, its title, and the path of the page that lists the same."""

    path: str
    name: str
    title: str
    home: str


class CalendarLink(Struct, frozen=True, kw_only=True):
    """A calendar as a page offers it: to download, and (`webcal`) to subscribe to in one step."""

    title: str
    home: str
    href: str
    webcal: str


def calendar_link(site: Site, subject: Subject) -> CalendarLink:
    """How a page offers a calendar."""
    address = absolute(site, here(site, subject.path))
    return CalendarLink(
        title=subject.title,
        home=link_here(site, subject.home),
        href=address,
        webcal=f"webcal:{address.partition(':')[2]}",
    )


def uid_of(site: Site, kind: str, identity: str) -> str:
    """A name for ever (RFC 7986, 5.3), of the setting JOBBOARD_IDENTITY and never of the site's address."""
    return f"{kind}-{identity}@{site.identity.split(',', 1)[0]}"
