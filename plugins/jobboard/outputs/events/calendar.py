"""Events in calendars: their views, before they are iCalendar (RFC 5545, docs/standards.md#calendars).

An event is one entry for ever: its uid is made of its original's identity. Whole days end on the day after their last,
as the standard has it; hours are in UTC. A cancelled event stays until the day it would have been over.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from msgspec import Struct

from jobboard.board.board import BoardEvent
from jobboard.board.site import Site
from jobboard.model.event import EventStatus
from jobboard.outputs.addresses import absolute, event_calendar_path, event_path
from jobboard.outputs.calendars.calendar import CalendarView, uid_of
from jobboard.outputs.calendars.entry import CalendarEntry, sequence_of
from jobboard.outputs.events.words import announced_title, last_day_of, place_of, when_words
from jobboard.outputs.page.facts import place_in_full
from jobboard.outputs.text import words

_STATUSES = {EventStatus.CANCELLED: "CANCELLED", EventStatus.POSTPONED: "TENTATIVE"}


class Held(Struct, frozen=True, kw_only=True):
    """An event with what a calendar must know beside it: the identity of its original, and the newest dated change of
    either that has come."""

    event: BoardEvent
    identity: str
    changed: datetime | None

    @property
    def digest(self) -> str:
        return f"{self.event.digest} {self.identity} {self.changed}"


def event_calendar(site: Site, held: Held) -> CalendarView:
    """The calendar of one event, which holds nothing else."""
    entry = entry_of(site, held)
    return CalendarView(
        uid=uid_of(site, "calendar-event", held.event.identity),
        title=entry.summary,
        home=entry.href,
        address=absolute(site, event_calendar_path(held.event.id)),
        events=(entry,),
    )


def entry_of(site: Site, held: Held) -> CalendarEntry:
    """An event as calendars say it."""
    event, content = held.event, held.event.content
    href = absolute(site, event_path(event.id))
    first, end = _span(event)
    names = words.list_words((each.content.name for each in event.organisations), site.lang)
    status = _STATUSES.get(content.status) if content.status else None
    return CalendarEntry(
        uid=uid_of(site, "event", held.identity),
        day=first,
        end=end,
        summary=announced_title(site, event),
        description=f"{names}\n{when_words(event, site.lang).text}\n{href}",
        location=_location(site, event),
        href=href,
        modified=max(event.updated_at, held.changed or event.updated_at),
        sequence=sequence_of(held.changed, len(content.reopened)),
        status=status or "CONFIRMED",
    )


def _span(event: BoardEvent) -> tuple[date, date | None]:
    """Days, the second exclusive; or instants (UTC), the second None where nobody said when it is over."""
    content, life = event.content, event.life
    if content.starts.time is not None:
        return life.starts_at, life.ends_at if content.ends else None
    return content.starts.day, last_day_of(event) + timedelta(days=1)


def _location(site: Site, event: BoardEvent) -> str:
    place, online = place_of(site, event), event.content.online
    if place is not None:
        return place_in_full(place, site.lang)
    joined_at = online.url if online and event.content.status is None and not event.is_past else None
    return joined_at or (site.say("Online") if online else "")
