"""Markup of an event for search engines: Event (docs/standards.md#other-markup). Only what the page shows."""

from __future__ import annotations

from typing import Any

from jobboard.board.board import BoardEvent
from jobboard.board.event_time import Slot
from jobboard.board.site import Site
from jobboard.model.event import EventStatus
from jobboard.outputs.addresses import absolute, event_path
from jobboard.outputs.contacts.blanking import blanked
from jobboard.outputs.events.words import last_day_of, place_of, session_title, summary_of_event, title_of_event
from jobboard.outputs.page.markup import address, organisation, without_empty
from jobboard.outputs.page.pictures import picture_address
from jobboard.outputs.text import words
from jobboard.outputs.text.clocks import clock

_SCHEMA = "https://schema.org/"
_STATUSES = {EventStatus.CANCELLED: "EventCancelled", EventStatus.POSTPONED: "EventPostponed"}
_HELD = "EventScheduled"


def event_markup(site: Site, event: BoardEvent) -> dict[str, Any]:
    """Event for the page of an event. Days are given as days, hours with the offset of the event's zone."""
    content = event.content
    holders = [organisation(site, each.content) for each in event.organisations]
    status = f"{_SCHEMA}{_STATUSES.get(content.status, _HELD) if content.status else _HELD}"
    locations = _locations(site, event)
    return without_empty(
        {
            "@type": "Event",
            "@id": absolute(site, event_path(event.id)),
            "name": title_of_event(site, event),
            "description": summary_of_event(site, event),
            "url": absolute(site, event_path(event.id)),
            **_dates(event.life.slots[0], event.life.last, event.zone),
            "eventStatus": status,
            "eventAttendanceMode": f"{_SCHEMA}{_mode(event)}",
            "location": locations,
            "organizer": holders if len(holders) > 1 else holders[0],
            "performer": [
                {"@type": "Person", "name": blanked(site, each.name) if event.is_past else each.name}
                for each in content.speakers
            ],
            "image": [picture_address(site, content.image)] if content.image else [],
            "inLanguage": [*content.languages],
            "subEvent": _sessions(site, event, status, locations),
            "recordedIn": {"@type": "CreativeWork", "url": content.recording.url} if content.recording else "",
        }
    )


def _dates(first: Slot, last: Slot, zone: str) -> dict[str, str]:
    if first.starts.time is None:
        return {"startDate": first.starts.day.isoformat(), "endDate": last_day_of(last, zone).isoformat()}
    ends = clock(last.ends_at, zone) if last.ends else ""
    return {"startDate": clock(first.starts_at, zone), "endDate": ends}


def _sessions(site: Site, event: BoardEvent, status: str, locations: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Its sessions, each an Event with what Google requires of one; none of an event that is held in one go."""
    return [
        without_empty(
            {
                "@type": "Event",
                "name": session_title(site, event, each),
                **_dates(slot, slot, event.zone),
                "eventStatus": status,
                "location": locations,
            }
        )
        for each, slot in zip(event.content.sessions, event.life.slots, strict=False)
    ]


def _mode(event: BoardEvent) -> str:
    if event.content.online is None:
        return "OfflineEventAttendanceMode"
    return "MixedEventAttendanceMode" if event.content.place else "OnlineEventAttendanceMode"


def _locations(site: Site, event: BoardEvent) -> list[dict[str, Any]]:
    """Where it is held. Google asks for an address on the web: where none leads in, the page tells the way."""
    content, place = event.content, place_of(site, event)
    found: list[dict[str, Any]] = []
    if place is not None:
        name = place.street or place.town_or_region or words.country_words(place.country, site.lang)
        found.append({"@type": "Place", "name": name, "address": address(place)})
    if content.online is not None:
        joined_at = content.online.url if not event.is_past and content.status is None else None
        found.append({"@type": "VirtualLocation", "url": joined_at or absolute(site, event_path(event.id))})
    return found
