"""Events in calendars: their views, before they are iCalendar (RFC 5545, docs/standards.md#calendars).

An event is one entry for ever: its uid is made of its original's identity. One that is held in sessions has an entry
for each, whose uid has its start as well (docs/decisions/0055-sessions-of-an-event.md). Whole days end on the day after
their last, as the standard has it; hours are in UTC. A cancelled event stays until the day it would have been over.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

from jobboard.board.board import BoardEvent
from jobboard.board.event_time import Slot
from jobboard.board.site import Site
from jobboard.model.event import EventStatus
from jobboard.outputs.addresses import absolute, event_calendar_path, event_path
from jobboard.outputs.calendars.calendar import CalendarView, uid_of
from jobboard.outputs.calendars.entry import CalendarEntry, sequence_of
from jobboard.outputs.events.words import announced_title, last_day_of, place_of, repeats_of, slot_words
from jobboard.outputs.page.facts import place_in_full
from jobboard.outputs.text import words

_STATUSES = {EventStatus.CANCELLED: "CANCELLED", EventStatus.POSTPONED: "TENTATIVE"}


class Held(Struct, frozen=True, kw_only=True):
    """A session of an event, by its place among them, with what a calendar must know beside it: the identity of the
    event's original, and the newest dated change of either that has come."""

    event: BoardEvent
    identity: str
    changed: datetime | None
    session: int = 0

    @property
    def digest(self) -> str:
        return f"{self.event.digest} {self.identity} {self.changed} {self.session}"

    @property
    def sessions(self) -> tuple[Held, ...]:
        """All sessions of the event; of one that is held in one go there is this one."""
        return tuple(replace(self, session=number) for number in range(len(self.event.life.slots)))

    @property
    def slot(self) -> Slot:
        return self.event.life.slots[self.session]


def event_calendar(site: Site, held: Held) -> CalendarView:
    """The calendar of one event, which holds nothing else."""
    return CalendarView(
        uid=uid_of(site, "calendar-event", held.event.identity),
        title=announced_title(site, held.event),
        home=absolute(site, event_path(held.event.id)),
        address=absolute(site, event_calendar_path(held.event.id)),
        events=tuple(entry_of(site, each) for each in held.sessions),
    )


def entry_of(site: Site, held: Held) -> CalendarEntry:
    """A session of an event as calendars say it."""
    event, content = held.event, held.event.content
    href = absolute(site, event_path(event.id))
    first, end = _span(held.slot, event.zone)
    when = slot_words(held.slot, event.zone, site.lang)
    names = words.list_words((each.content.name for each in event.organisations), site.lang)
    status = _STATUSES.get(content.status) if content.status else None
    return CalendarEntry(
        uid=uid_of(site, "event", _identity(held)),
        day=first,
        end=end,
        summary=announced_title(site, event, content.sessions[held.session] if content.sessions else None),
        description="\n".join(filter(None, (names, when.text, repeats_of(site, event), href))),
        location=_location(site, event),
        href=href,
        modified=max(event.updated_at, held.changed or event.updated_at),
        sequence=sequence_of(held.changed, len(content.reopened)),
        status=status or "CONFIRMED",
    )


def _identity(held: Held) -> str:
    """The event's; of a session with the day or instant (UTC) it starts at, behind a dot, which is in no name of a
    file. So it is the same whatever becomes of the others."""
    if not held.event.content.sessions:
        return held.identity
    slot = held.slot
    day = f"{slot.starts.day:%Y%m%d}" if slot.starts.time is None else f"{slot.starts_at:%Y%m%dT%H%MZ}"
    return f"{held.identity}.{day}"


def _span(slot: Slot, zone: str) -> tuple[date, date | None]:
    """Days, the second exclusive; or instants (UTC), the second None where nobody said when it is over."""
    if slot.starts.time is not None:
        return slot.starts_at, slot.ends_at if slot.ends else None
    return slot.starts.day, last_day_of(slot, zone) + timedelta(days=1)


def _location(site: Site, event: BoardEvent) -> str:
    place, online = place_of(site, event), event.content.online
    if place is not None:
        return place_in_full(place, site.lang)
    joined_at = online.url if online and event.content.status is None and not event.is_past else None
    return joined_at or (site.say("Online") if online else "")
