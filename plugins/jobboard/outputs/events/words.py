"""What is said of an event wherever it is named: when and where it is, what has become of it."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date, datetime

from msgspec import Struct

from jobboard.board.board import BoardEvent
from jobboard.board.event_time import Slot
from jobboard.board.site import Site
from jobboard.board.status import TICK
from jobboard.model.event import EventStatus
from jobboard.model.parts.general import Place
from jobboard.model.parts.sessions import EventSession
from jobboard.outputs.contacts.blanking import blanked
from jobboard.outputs.text import words
from jobboard.outputs.text.bodies import summary_of
from jobboard.outputs.text.clocks import clock, comes_twice, local
from jobboard.outputs.text.words import When
from jobboard.source.catalogue import catalogue_of, mark, mark_as
from jobboard.source.direction import isolated

EVENT_KINDS = {
    "training": mark("Training"),
    "webinar": mark("Webinar"),
    "exchange": mark("Exchange"),
    "mentoring": mark("Mentoring"),
    "meeting": mark("Meeting"),
    "conference": mark("Conference"),
    "other": mark("Event"),
}
EVENT_STATUSES = {
    "upcoming": mark_as("event", "To come"),
    "running": mark_as("event", "Under way"),
    "past": mark_as("event", "Past"),
    "cancelled": mark_as("event", "Cancelled"),
    "postponed": mark_as("event", "Postponed"),
}
_TITLES = {
    EventStatus.CANCELLED: mark("Cancelled: %(title)s"),
    EventStatus.POSTPONED: mark("Postponed: %(title)s"),
}


class SessionLine(Struct, frozen=True, kw_only=True):
    """A session of an event: when it is held, and what it is about, if somebody wrote that."""

    when: When
    title: str


def status_of(event: BoardEvent) -> str:
    """The one word for where it stands: cancelled and postponed come before what the dates say."""
    return event.content.status or event.phase


def title_of_event(site: Site, event: BoardEvent) -> str:
    """The title as it may be shown: without contact data once the event is past."""
    title = event.content.title
    return blanked(site, title) if event.is_past else title


def session_title(site: Site, event: BoardEvent, session: EventSession) -> str:
    """The title of a session, behind that of its event; the event's alone where it has none."""
    title, own = title_of_event(site, event), _session_title(site, event, session)
    return site.say("%(event)s: %(session)s", event=title, session=own) if own else title


def announced_title(site: Site, event: BoardEvent, session: EventSession | None = None) -> str:
    """The title for feeds and calendars, where nothing beside it says that the event is cancelled."""
    title = session_title(site, event, session) if session else title_of_event(site, event)
    status = event.content.status
    return site.say(_TITLES[status], title=title) if status in _TITLES else title


def summary_of_event(site: Site, event: BoardEvent, limit: int = 300) -> str:
    """What lists say of it; without contact data once it is past."""
    summary = summary_of(event.content.summary, event.body, limit)
    return blanked(site, summary) if event.is_past else summary


def when_words(event: BoardEvent, lang: str) -> When:
    """When it is, in words with year and zone; for machines, when it begins.

    "Thursday 4 March 2027, 14:00 to 16:00 (Brussels time)", or "Tuesday 4 May 2027 to Thursday 6 May 2027"; of several
    sessions from the day of the first to that of the last.
    """
    life, zone = event.life, event.zone
    first = slot_words(life.slots[0], zone, lang)
    if len(life.slots) == 1:
        return first
    return When(_days(local(life.starts_at, zone).date(), last_day_of(life.last, zone), lang), first.datetime)


def slot_words(slot: Slot, zone: str, lang: str) -> When:
    """When a session is held, as of an event that has no other."""
    first = local(slot.starts_at, zone)
    if slot.starts.time is None:
        return When(_days(first.date(), last_day_of(slot, zone), lang), first.date().isoformat())
    machine = clock(first, zone, "minutes")
    if slot.ends is None:
        return When(words.minute_words(first, zone, lang, weekday=True), machine)
    return When(_hours(first, local(slot.ends_at, zone), zone, lang), machine)


def session_lines(site: Site, event: BoardEvent) -> tuple[SessionLine, ...]:
    """Its sessions, in order; none of an event that is held in one go."""
    return tuple(
        SessionLine(when=slot_words(slot, event.zone, site.lang), title=_session_title(site, event, each))
        for each, slot in zip(event.content.sessions, event.life.slots, strict=False)
    )


def sessions_words(site: Site, event: BoardEvent) -> str:
    """How many sessions it has: "3 sessions"; nothing of an event that is held in one go."""
    number = len(event.life.slots)
    return site.say_number("%(number)s session", "%(number)s sessions", number) if number > 1 else ""


def last_day_of(slot: Slot, zone: str) -> date:
    """The last day, in the event's zone, on any part of which a session is held."""
    return local(slot.ends_at - TICK, zone).date()


def repeats_of(site: Site, event: BoardEvent) -> str:
    """How often it is held again, in its author's words; without contact data once it is past."""
    repeats = event.content.repeats or ""
    return blanked(site, repeats) if event.is_past else repeats


def place_of(site: Site, event: BoardEvent) -> Place | None:
    """Where it is held, as it may be shown: without contact data once the event is past."""
    place = event.content.place
    if place is None or not event.is_past:
        return place
    return replace(place, **{name: blanked(site, each) for name, each in asdict(place).items() if each})


def where_words(site: Site, event: BoardEvent) -> str:
    """On one line: "Ghent, Belgium and online"."""
    content, held_at = event.content, place_of(site, event)
    place = words.place_words(held_at, site.lang) if held_at else ""
    if content.online is None:
        return place
    return site.say("%(place)s and online", place=place) if place else site.say("Online")


def occasion(site: Site, event: BoardEvent) -> str:
    """When and where, as a sentence: "Thursday 4 March 2027, 14:00 to 16:00 (Brussels time). Ghent, Belgium."."""
    again = isolated(repeats_of(site, event).removesuffix("."), site.lang)
    parts = (when_words(event, site.lang).text, sessions_words(site, event), again, where_words(site, event))
    return " ".join(f"{each[:1].upper()}{each[1:]}." for each in parts if each)


def register_until(event: BoardEvent, lang: str) -> When | None:
    """The last moment to register, while one can; None where that is the end of the event."""
    register = event.content.register
    if not event.takes_registrations or register is None or register.deadline is None:
        return None
    return words.deadline_words(register.deadline, event.zone, lang, weekday=True)


def _session_title(site: Site, event: BoardEvent, session: EventSession) -> str:
    title = session.title or ""
    return blanked(site, title) if event.is_past else title


def _days(first: date, last: date, lang: str) -> str:
    from_, to = (words.day_words(each, lang, weekday=True) for each in (first, last))
    return from_ if first == last else _span(from_, to, lang)


def _hours(first: datetime, last: datetime, zone: str, lang: str) -> str:
    say = catalogue_of(lang).say
    if comes_twice(first) or comes_twice(last):
        start, end = (words.minute_words(each, zone, lang, weekday=True) for each in (first, last))
        return _span(start, end, lang)
    if first.date() == last.date():
        return say(
            "%(day)s, %(start)s to %(end)s (%(zone)s)",
            day=words.day_words(first.date(), lang, weekday=True),
            start=words.time_words(first, lang),
            end=words.time_words(last, lang),
            zone=words.zone_words(zone, lang),
        )
    day = words.day_words(first.date(), lang, weekday=True)
    start = say("%(day)s, %(time)s", day=day, time=words.time_words(first, lang))
    return _span(start, words.minute_words(last, zone, lang, weekday=True), lang)


def _span(first: str, last: str, lang: str) -> str:
    return catalogue_of(lang).say("%(first)s to %(last)s", first=first, last=last)
