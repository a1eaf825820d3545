"""Events between files: what a translation takes from its original, and what cannot be true of their times."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterator
from datetime import datetime

from jobboard.board.board import BoardEvent, BoardOrganisation
from jobboard.board.checks import Checker
from jobboard.board.event_time import end_of, event_life_of, phase_at, standing_at, takes_registrations_at
from jobboard.board.site import Site
from jobboard.board.status import to_zone
from jobboard.board.synopsis import Links
from jobboard.board.timing import zone_of
from jobboard.model.event import Event, EventStatus
from jobboard.model.library import Library
from jobboard.source.problem import Problem

_TAKEN = ("ends", "place", "online", "register", "recording", "speakers", "languages", "contacts", "image", "reopened")
"""What a translation has from its original where it says nothing of its own."""


def whole_event(event: Event, library: Library) -> Event:
    """The event with what it takes from its original: when it is, whether it takes place, and where."""
    original = library.events.get(event.translation_of or "")
    if original is None:
        return event
    is_draft = EventStatus.DRAFT in (event.status, original.status)
    taken = {name: getattr(event, name) or getattr(original, name) for name in _TAKEN}
    taken |= {"starts": original.starts, "ends": original.ends, "timezone": original.timezone}
    status = event.status if is_draft and event.status else None if is_draft else original.status
    return dataclasses.replace(event, status=status, **taken)


def is_out(event: Event, library: Library, site: Site, now: datetime) -> bool:
    """True if readers see the event at `now` (aware)."""
    zone = to_zone(event_zone(event, library, site))
    return event.status is not EventStatus.DRAFT and event.published.starts_at(zone) <= now


def event_zone(event: Event, library: Library, site: Site) -> str:
    """The zone of an event; a translation's is its original's."""
    original = library.events.get(event.translation_of or "")
    return zone_of(original or event, library.organisations, site)


def link_event(
    event: Event,
    library: Library,
    site: Site,
    now: datetime,
    organisations: tuple[BoardOrganisation, ...],
    links: Links,
    *,
    own: str,
    is_visible: bool,
) -> BoardEvent:
    """The event as the board knows it. `own` names its file and its original's, and its links."""
    whole, zone = whole_event(event, library), event_zone(event, library, site)
    life = event_life_of(whole, zone)
    status = standing_at(whole.reopened, whole.status, to_zone(zone), now)
    phase, is_open = phase_at(life, now), status is None and takes_registrations_at(life, now)
    moments = (whole.updated, *(each.on for each in whole.reopened))
    changes = tuple(sorted({each.starts_at(to_zone(zone)) for each in moments if each}))
    changed_at = max((each for each in changes if each <= now), default=None)
    updated_at = max(life.opens_at, changed_at or life.opens_at)
    topics = tuple(library.topics[id_] for id_ in event.topics)
    named = [*(each.digest for each in organisations), *(each.digest for each in topics)]
    return BoardEvent(
        id=event.id,
        content=dataclasses.replace(whole, status=status) if status is not whole.status else whole,
        written=whole.status,
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
        identity=(*event.formerly, event.id)[0],
        group=event.translation_of or event.id,
        digest="|".join((own, zone, phase, str(status), str(is_open), updated_at.isoformat(), *named)),
    )


def check_events(library: Library, site: Site, checker: Checker) -> Iterator[Problem]:
    """Events that end before they start by the clocks of their zone, or take registrations when they are over."""
    for event in library.events.values():
        if event.translation_of is None:
            yield from _check_times(event, event_zone(event, library, site), checker)
        elif (original := library.events.get(event.translation_of)) is not None:
            yield from _check_shared(event, original, checker)


def _check_times(event: Event, zone: str, checker: Checker) -> Iterator[Problem]:
    ends_at = end_of(event, zone)
    if ends_at <= event.starts.starts_at(to_zone(zone)):
        message = f"{event.ends} is before it starts ({event.starts}), by the offsets they are written with"
        yield checker.at(event, "ends", message, "exchange them, or correct one of them")
    deadline = event.register.deadline if event.register else None
    if deadline is not None and deadline.starts_at(to_zone(zone)) >= ends_at:
        message = f"{deadline} is after the event is over ({event.ends or event.starts})"
        yield checker.at(event, "register.deadline", message, "correct one of them")


def _check_shared(event: Event, original: Event, checker: Checker) -> Iterator[Problem]:
    """A reader of either text must be told the same."""
    for field in ("starts", "ends", "status", "reopened"):
        own, theirs = getattr(event, field), getattr(original, field)
        if own and own != theirs and EventStatus.DRAFT not in (own, theirs):
            hint = "write the same" if field == "starts" else "delete it here: a translation takes it from its original"
            yield checker.at(event, field, f"differs from that of {original.id}", hint)


def visible_events(library: Library, site: Site, now: datetime) -> Collection[tuple[str, str]]:
    """The events that readers see, as (folder, id)."""
    return {("events", each.id) for each in library.events.values() if is_out(each, library, site, now)}
