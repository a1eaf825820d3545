"""When an event is to come, under way and past, and until when one registers: the one function that decides it.

Intervals are half open, as with postings. A whole day is that of the event's zone, daylight saving days too.
"""

from __future__ import annotations

from datetime import datetime, tzinfo
from enum import StrEnum
from typing import NamedTuple

from jobboard.board.status import to_zone
from jobboard.model.event import Event, EventStatus, Reinstated
from jobboard.model.moments.moment import Moment


class Phase(StrEnum):
    """Where an event stands, by its dates alone."""

    UPCOMING = "upcoming"
    RUNNING = "running"
    PAST = "past"


class Slot(NamedTuple):
    """A session as it is written, and its instants (aware, UTC)."""

    starts: Moment
    ends: Moment | None
    starts_at: datetime
    ends_at: datetime


class EventLife(NamedTuple):
    """An event in time (instants aware, UTC): under way while starts_at <= now < ends_at, between its sessions too.

    `slots` are its sessions, in order; of an event that is held in one go the only one. `registration_ends_at` is None
    where nobody registers, or nobody can.
    """

    opens_at: datetime
    slots: tuple[Slot, ...]
    registration_ends_at: datetime | None

    @property
    def starts_at(self) -> datetime:
        return self.slots[0].starts_at

    @property
    def last(self) -> Slot:
        """The session that is over last, with which the event is; sessions may overlap."""
        return max(self.slots, key=lambda each: each.ends_at)

    @property
    def ends_at(self) -> datetime:
        return self.last.ends_at


def event_life_of(event: Event, zone_name: str) -> EventLife:
    """Work out an event's instants in its zone. Of one that is off for good nobody registers."""
    zone, slots = to_zone(zone_name), slots_of(event, zone_name)
    closes_at = None
    if event.register is not None and event.status is None:
        deadline, ends_at = event.register.deadline, max(each.ends_at for each in slots)
        closes_at = ends_at if deadline is None else min(deadline.ends_at(zone), ends_at)
    return EventLife(event.published.starts_at(zone), slots, closes_at)


def slots_of(event: Event, zone_name: str) -> tuple[Slot, ...]:
    """The sessions of an event in its zone, as they are written; without any, when it is held."""
    zone = to_zone(zone_name)
    return tuple(
        Slot(each.starts, each.ends, each.starts.starts_at(zone), _end_of(each.starts, each.ends, zone))
        for each in event.held
    )


def _end_of(starts: Moment, ends: Moment | None, zone: tzinfo) -> datetime:
    """The instant (UTC) from which a session is over.

    A day counts whole; an hour is the end itself. With an hour to begin and none to end, it is over with its day.
    """
    if ends is None:
        local = starts.starts_at(zone).astimezone(zone)
        return Moment(local.date()).ends_at(zone)
    return ends.ends_at(zone) if ends.time is None else ends.starts_at(zone)


def standing_at(
    reopened: tuple[Reinstated, ...], status: EventStatus | None, zone: tzinfo, now: datetime
) -> EventStatus | None:
    """What is to be said of an event at `now` (aware): `status`, but up to the instant at which it was reinstated,
    what it was before. The only place that decides it."""
    coming = [each for each in reopened if each.on.starts_at(zone) > now]
    if status is EventStatus.DRAFT or not coming:
        return status
    return EventStatus(min(coming, key=lambda each: each.on.starts_at(zone)).was.value)


def phase_at(life: EventLife, now: datetime) -> Phase:
    """The phase at `now` (aware). The only place that decides it: everything else asks."""
    if now < life.starts_at:
        return Phase.UPCOMING
    return Phase.RUNNING if now < life.ends_at else Phase.PAST


def takes_registrations_at(life: EventLife, now: datetime) -> bool:
    """True if one can register at `now` (aware) for an event that is to take place."""
    return life.registration_ends_at is not None and now < life.registration_ends_at
