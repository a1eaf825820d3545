"""Events linked, and what cannot be true of their times."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterator
from datetime import datetime
from itertools import pairwise

from jobboard.board.board import BoardEvent, BoardOrganisation
from jobboard.board.checks import Locator
from jobboard.board.event_time import Phase, event_life_of, phase_at, slots_of, standing_at, takes_registrations_at
from jobboard.board.site import Site
from jobboard.board.status import to_zone
from jobboard.board.synopsis import Resolved
from jobboard.board.timing import zone_of
from jobboard.model.event import Event, EventStatus
from jobboard.model.former import first_id
from jobboard.model.library import Library
from jobboard.source.message import message, phrase
from jobboard.source.problem import Level, Problem

ENDS_FIRST_BY_OFFSET = message(
    "event-ends-first-by-offset", "%(ends)s is before it starts (%(starts)s), by the offsets they are written with"
)
SESSIONS_AT_ONCE = message("sessions-at-once", "%(starts)s is when session %(number)s starts")
SESSION_BEFORE = message("session-out-of-order", "%(starts)s is before session %(number)s starts (%(earlier)s)")
SESSIONS_OVERLAP = message("sessions-overlap", "%(starts)s is before session %(number)s is over (%(ends)s)")
REGISTRATION_AFTER_THE_END = message("registration-after-the-end", "%(deadline)s is after the event is over (%(ends)s)")


def _is_out(event: Event, library: Library, site: Site, now: datetime) -> bool:
    """True if readers see the event at `now` (aware)."""
    zone = to_zone(zone_of(event, library.organisations, site))
    return event.status is not EventStatus.DRAFT and event.published.starts_at(zone) <= now


def link_event(
    event: Event,
    library: Library,
    site: Site,
    now: datetime,
    organisations: tuple[BoardOrganisation, ...],
    links: Resolved,
    *,
    own: str,
    is_visible: bool,
) -> BoardEvent:
    """The event, a translation completed, as the board knows it. `own` names its files and its links."""
    zone = zone_of(event, library.organisations, site)
    life = event_life_of(event, zone)
    status = standing_at(event.reopened, event.status, to_zone(zone), now)
    phase, is_open = phase_at(life, now), status is None and takes_registrations_at(life, now)
    moments = (event.updated, *(each.on for each in event.reopened))
    changes = tuple(sorted({each.starts_at(to_zone(zone)) for each in moments if each}))
    changed_at = max((each for each in changes if each <= now), default=None)
    updated_at = max(life.opens_at, changed_at or life.opens_at)
    topics = tuple(library.topics[id_] for id_ in event.topics)
    named = [*(each.digest for each in organisations), *(each.digest for each in topics)]
    standing = str(phase if status is None else phase is Phase.PAST)  # the start of what is off changes nothing
    return BoardEvent(
        id=event.id,
        content=dataclasses.replace(event, status=status) if status is not event.status else event,
        written=event.status,
        changes=changes,
        changed_at=changed_at,
        body=library.documents[event.path].body,
        links=links,
        lang=event.lang or site.lang,
        organisations=organisations,
        topics=topics,
        zone=zone,
        life=life,
        phase=phase,
        takes_registrations=is_open,
        is_visible=is_visible,
        updated_at=updated_at,
        identity=first_id(event),
        group=event.translation_of or event.id,
        digest="|".join((own, zone, standing, str(status), str(is_open), updated_at.isoformat(), *named)),
    )


def check_events(library: Library, site: Site, locator: Locator) -> Iterator[Problem]:
    """Events that end before they start by the clocks of their zone, or take registrations when they are over."""
    for event in library.events.values():
        zone = zone_of(event, library.organisations, site)
        is_original = event.translation_of is None
        if is_original:
            yield from _check_times(event, zone, locator)
        if is_original or library.documents[event.path].fields.entry("sessions"):
            yield from _check_sessions(event, zone, locator)


def _check_times(event: Event, zone: str, locator: Locator) -> Iterator[Problem]:
    slots = slots_of(event, zone)
    for number, each in enumerate(slots, 1):
        if each.ends_at <= each.starts_at:
            field = f"sessions.{number}.ends" if event.sessions else "ends"
            message = ENDS_FIRST_BY_OFFSET(ends=str(each.ends), starts=str(each.starts))
            yield locator.at(event, field, message, phrase("exchange them, or correct one of them"))
    deadline, last = event.register.deadline if event.register else None, max(slots, key=lambda each: each.ends_at)
    if deadline is not None and deadline.starts_at(to_zone(zone)) >= last.ends_at:
        message = REGISTRATION_AFTER_THE_END(deadline=str(deadline), ends=str(last.ends or last.starts))
        yield locator.at(event, "register.deadline", message, phrase("correct one of them"))


def _check_sessions(event: Event, zone: str, locator: Locator) -> Iterator[Problem]:
    """Sessions that begin at one time, or stand in another order than they are held in; and some that overlap."""
    slots = [*enumerate(slots_of(event, zone), 1)]
    longest = slots[0]
    for (before, earlier), (number, each) in pairwise(slots):
        field = f"sessions.{number}.starts"
        longest = max(longest, (before, earlier), key=lambda one: one[1].ends_at)
        if each.starts_at == earlier.starts_at:
            message = SESSIONS_AT_ONCE(starts=str(each.starts), number=str(before))
            yield locator.at(event, field, message, phrase("correct one of them"))
        elif each.starts_at < earlier.starts_at:
            message = SESSION_BEFORE(starts=str(each.starts), number=str(before), earlier=str(earlier.starts))
            yield locator.at(event, field, message, phrase("put the sessions in the order they are held in"))
        elif each.starts_at < longest[1].ends_at:
            over = str(longest[1].ends or longest[1].starts)
            message = SESSIONS_OVERLAP(starts=str(each.starts), number=str(longest[0]), ends=over)
            hint = phrase("the two overlap; correct one of them, if that is not meant")
            yield locator.at(event, field, message, hint, Level.ADVICE)


def visible_events(library: Library, site: Site, now: datetime) -> Collection[tuple[str, str]]:
    """The events that readers see, as (folder, id)."""
    return {("events", each.id) for each in library.events.values() if _is_out(each, library, site, now)}
