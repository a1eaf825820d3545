"""What became of an event, for the top of its page: it is past, does not take place, or does so after all."""

from __future__ import annotations

from msgspec import Struct

from jobboard.board.board import BoardEvent
from jobboard.board.site import Site
from jobboard.board.status import to_zone
from jobboard.model.event import EventStatus, NotHeld
from jobboard.outputs.addresses import EVENTS, PAST_EVENTS, link_here
from jobboard.outputs.page.link import Link
from jobboard.outputs.text import words
from jobboard.outputs.text.words import When
from jobboard.source.catalogue import mark


class EventNotice(Struct, frozen=True, kw_only=True):
    """What must be read before all else: that it is past, cancelled or postponed, and where to go on."""

    heading: str
    text: str
    links: tuple[Link, ...]


class ReinstatedLine(Struct, frozen=True, kw_only=True):
    """That it takes place after all: whether it had been postponed or else cancelled, when that was taken back."""

    was_postponed: bool
    on: When


_NOTICES = {
    EventStatus.CANCELLED: (
        mark("This event was cancelled"),
        mark("It does not take place. Nobody can register any more."),
    ),
    EventStatus.POSTPONED: (
        mark("This event was postponed"),
        mark("It does not take place on the date below. A new date will be given here."),
    ),
}
_PAST = mark("This event is past")
_NOT_HELD = mark("It did not take place.")
_WITHOUT_CONTACTS = mark("Its contact details were removed.")


def event_notice(site: Site, event: BoardEvent) -> EventNotice | None:
    """What stands above an event that is past or does not take place."""
    status = event.content.status
    if status is None and not event.is_past:
        return None
    heading, text = _NOTICES.get(status, (_PAST, "")) if status else (_PAST, "")
    if event.is_past:
        had_contacts = event.content.contacts or event.content.register
        text = _NOT_HELD if status else _WITHOUT_CONTACTS if had_contacts else ""
    return EventNotice(
        heading=site.say(heading),
        text=site.say(text) if text else "",
        links=(
            Link(text=site.say("Events to come"), href=link_here(site, EVENTS)),
            Link(text=site.say("Past events"), href=link_here(site, PAST_EVENTS)),
        ),
    )


def reinstated_line(site: Site, event: BoardEvent) -> ReinstatedLine | None:
    """The last time it was reinstated. What is still to come is not here: until then it is not held."""
    zone = to_zone(event.zone)
    last = max(event.content.reopened, default=None, key=lambda each: each.on.starts_at(zone))
    if last is None:
        return None
    return ReinstatedLine(was_postponed=last.was is NotHeld.POSTPONED, on=words.day(last.on.day, site.lang))
