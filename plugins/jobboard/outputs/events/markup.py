"""Markup of an event for search engines: Event (docs/standards.md#other-markup). Only what the page shows."""

from __future__ import annotations

from typing import Any

from jobboard.board.board import BoardEvent
from jobboard.board.site import Site
from jobboard.model.event import EventStatus
from jobboard.outputs.addresses import absolute, event_path
from jobboard.outputs.contacts.blanking import blanked
from jobboard.outputs.events.words import last_day_of, place_of, summary_of_event, title_of_event
from jobboard.outputs.page.markup import address, organisation, without_empty
from jobboard.outputs.page.pictures import picture_address
from jobboard.outputs.text.clocks import clock

_SCHEMA = "https://schema.org/"
_STATUSES = {EventStatus.CANCELLED: "EventCancelled", EventStatus.POSTPONED: "EventPostponed"}


def event_markup(site: Site, event: BoardEvent) -> dict[str, Any]:
    """Event for the page of an event. Days are given as days, hours with the offset of the event's zone."""
    content = event.content
    holders = [organisation(site, each.content) for each in event.organisations]
    status = _STATUSES.get(content.status, "EventScheduled") if content.status else "EventScheduled"
    starts, ends = _dates(event)
    return without_empty(
        {
            "@type": "Event",
            "@id": absolute(site, event_path(event.id)),
            "name": title_of_event(site, event),
            "description": summary_of_event(site, event),
            "url": absolute(site, event_path(event.id)),
            "startDate": starts,
            "endDate": ends,
            "eventStatus": f"{_SCHEMA}{status}",
            "eventAttendanceMode": f"{_SCHEMA}{_mode(event)}",
            "location": _locations(site, event),
            "organizer": holders if len(holders) > 1 else holders[0],
            "performer": [
                {"@type": "Person", "name": blanked(site, each.name) if event.is_past else each.name}
                for each in content.speakers
            ],
            "image": [picture_address(site, content.image)] if content.image else [],
            "inLanguage": [*content.languages],
            "recordedIn": {"@type": "CreativeWork", "url": content.recording.url} if content.recording else "",
        }
    )


def _dates(event: BoardEvent) -> tuple[str, str]:
    content = event.content
    if content.starts.time is None:
        return content.starts.day.isoformat(), last_day_of(event).isoformat()
    ends = clock(event.life.ends_at, event.zone) if content.ends else ""
    return clock(event.life.starts_at, event.zone), ends


def _mode(event: BoardEvent) -> str:
    if event.content.online is None:
        return "OfflineEventAttendanceMode"
    return "MixedEventAttendanceMode" if event.content.place else "OnlineEventAttendanceMode"


def _locations(site: Site, event: BoardEvent) -> list[dict[str, Any]]:
    """Where it is held. Google asks for an address on the web: where none leads in, the page tells the way."""
    content, place = event.content, place_of(site, event)
    found: list[dict[str, Any]] = []
    if place is not None:
        found.append({"@type": "Place", "name": place.street or place.city, "address": address(place)})
    if content.online is not None:
        joined_at = content.online.url if not event.is_past and content.status is None else None
        found.append({"@type": "VirtualLocation", "url": joined_at or absolute(site, event_path(event.id))})
    return found
