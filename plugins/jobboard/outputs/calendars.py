"""Calendars: their views. What a calendar of deadlines says, before it is iCalendar, and the list of them all.

A deadline is one event for ever: its uid is made of the original's identity, so neither a renamed file nor a
translation makes a second one. What is in a calendar, and why: docs/decisions/0017-calendars.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from msgspec import Struct

from jobboard.board.board import BoardOrganisation, BoardPosting
from jobboard.board.site import Site
from jobboard.board.status import to_zone
from jobboard.model.closing import Because, Rolling
from jobboard.model.former import first_id
from jobboard.model.moment import Moment
from jobboard.outputs import words
from jobboard.outputs.addresses import (
    DEADLINES,
    EVENTS,
    EVENTS_CALENDAR,
    JOBS,
    absolute,
    deadline_path,
    here,
    link_here,
    organisation_calendar_path,
    organisation_path,
    posting_path,
)
from jobboard.outputs.alphabet import alphabetical
from jobboard.outputs.calendar_entries import Deadline, EventEntry, sequence_of
from jobboard.outputs.clocks import last_minute, local
from jobboard.outputs.contacts import title_of
from jobboard.source.catalogue import mark, mark_as

_PREFIXES: Mapping[Because | None, str] = {
    Because.FILLED: mark_as("change", "Filled"),
    Because.WITHDRAWN: mark_as("change", "Withdrawn"),
}
_CLOSED_EARLY = mark("Closed early")


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A posting with what a calendar must know beside it, so that all of it is in the output's inputs.

    `identity` is its original's; `changed` the newest dated change of either that has come, None if there was none.
    """

    posting: BoardPosting
    identity: str
    changed: datetime | None

    digest: str = field(init=False)
    """Of what an event shows, and no more: an edited text leaves a calendar of thousands alone."""

    def __post_init__(self) -> None:
        it = self.posting
        named = "|".join([each.digest for each in it.organisations])
        state = f"{it.synopsis.deadline_zone} {it.standing} {it.updated_at.isoformat()}"
        object.__setattr__(self, "digest", f"{it.synopsis.card} {state} {self.identity} {self.changed} {named}")


class CalendarLink(Struct, frozen=True, kw_only=True):
    """A calendar as a page offers it: to download, and (`webcal`) to subscribe to in one step."""

    title: str
    home: str
    href: str
    webcal: str


def calendars_of(site: Site, organisations: Iterable[BoardOrganisation]) -> tuple[CalendarLink, ...]:
    """Every calendar people can subscribe to: all deadlines, then each organisation's, by name."""
    if not site.has_extras:
        return ()
    by_name = sorted(organisations, key=lambda each: (alphabetical(each.content.name, site.lang), each.id))
    subjects = (deadlines_subject(site), *(organisation_subject(site, each) for each in by_name))
    return tuple(calendar_link(site, each) for each in subjects)


def calendar_link(site: Site, subject: Subject) -> CalendarLink:
    """How a page offers a calendar."""
    address = absolute(site, here(site, subject.path))
    return CalendarLink(
        title=subject.title,
        home=link_here(site, subject.home),
        href=address,
        webcal=f"webcal:{address.partition(':')[2]}",
    )


def deadlines_subject(site: Site) -> Subject:
    """The calendar of every open deadline."""
    return Subject(path=DEADLINES, name="deadlines", title=site.say("%(site)s: deadlines", site=site.name), home=JOBS)


def events_subject(site: Site) -> Subject:
    """The calendar of every event to come."""
    title = site.say("%(site)s: events", site=site.name)
    return Subject(path=EVENTS_CALENDAR, name="events", title=title, home=EVENTS)


def organisation_subject(site: Site, item: BoardOrganisation) -> Subject:
    """The calendar of an organisation's open deadlines and its events, with those of its parts."""
    name = item.content.short_name or item.content.name
    return Subject(
        path=organisation_calendar_path(item.id),
        name=f"organisations/{first_id(item.content)}",
        title=site.say("%(organisation)s on %(site)s: deadlines and events", organisation=name, site=site.name),
        home=organisation_path(item.id),
    )


def calendar_view(
    site: Site, subject: Subject, items: tuple[Dated, ...], entries: tuple[EventEntry, ...] = ()
) -> CalendarView:
    """A calendar of deadlines and events, the soonest first."""
    everything: list[Deadline | EventEntry] = [*(deadline_of(site, each) for each in items), *entries]
    events = sorted(everything, key=lambda each: (each.day.isoformat(), each.uid))
    return CalendarView(
        uid=uid_of(site, "calendar", here(site, subject.name).replace("/", "-")),
        title=subject.title,
        home=absolute(site, here(site, subject.home)),
        address=absolute(site, here(site, subject.path)),
        events=tuple(events),
    )


def posting_calendar(site: Site, item: Dated) -> CalendarView:
    """The calendar of one posting, which holds its deadline alone."""
    posting = item.posting
    return CalendarView(
        uid=uid_of(site, "calendar-posting", posting.identity),
        title=title_of(posting, site),
        home=absolute(site, posting_path(posting.id)),
        address=absolute(site, deadline_path(posting.id)),
        events=(deadline_of(site, item),),
    )


def has_deadline(posting: BoardPosting) -> bool:
    """True if a calendar of its own has anything to say of a posting: it has a deadline, or had one."""
    return posting.synopsis.has_deadline


def deadline_of(site: Site, item: Dated) -> Deadline:
    """The event of a posting that has a deadline, or had one."""
    posting, content = item.posting, item.posting.content
    moment, zone = _moment(posting)
    when = words.deadline_words(moment, zone, site.lang, weekday=True)
    if when is None:
        raise ValueError(f"{content.path} never had a deadline")
    ended = posting.status.is_closed and posting.life.closed_early is not None
    is_cancelled = ended or isinstance(content.deadline, Rolling)
    names = words.list_words(
        (each.content.short_name or each.content.name for each in posting.organisations), site.lang
    )
    changes = (posting.updated_at, item.changed, posting.life.closes_at if ended else None)
    href = absolute(site, posting_path(posting.id))
    return Deadline(
        uid=uid_of(site, "deadline", item.identity),
        day=date.fromisoformat(when.datetime[:10]),
        summary=site.say(
            "%(what)s: %(title)s, %(organisations)s",
            what=_prefix(posting, moment, zone, site),
            title=title_of(posting, site),
            organisations=names,
        ),
        description=f"{_sentence(posting, when.text, site)}\n{href}",
        href=href,
        modified=max(each for each in changes if each is not None),
        sequence=sequence_of(item.changed, len(content.deadline_was) + len(content.review_was) + len(content.reopened)),
        is_cancelled=is_cancelled,
    )


def _moment(posting: BoardPosting) -> tuple[Moment, str]:
    """The last moment to apply with its zone: the deadline; the last one before an early closing that is to come."""
    deadline = posting.content.deadline
    if deadline is None or isinstance(deadline, Rolling):
        return posting.content.deadline_was[-1].deadline, posting.deadline_zone
    if posting.life.closed_early is not None and posting.status.is_listed:
        return _last_before(posting), posting.zone
    return deadline, posting.deadline_zone


def _last_before(posting: BoardPosting) -> Moment:
    """The last day before an early closing that is to come, or its last minute."""
    last = local(posting.life.closes_at - timedelta(minutes=1), posting.zone)
    if posting.life.closes_at == Moment(last.date()).ends_at(to_zone(posting.zone)):
        return Moment(last.date())
    return Moment(last.date(), last.time(), last.utcoffset())


def _prefix(posting: BoardPosting, moment: Moment, zone: str, site: Site) -> str:
    if isinstance(posting.content.deadline, Rolling):
        return site.say("No fixed deadline any more")
    if posting.status.is_closed and posting.life.closed_early is not None:
        return site.say(_PREFIXES.get(posting.life.closed_early, _CLOSED_EARLY))
    if moment.time is not None:
        last = last_minute(moment, zone)
        return site.say(
            "Deadline %(time)s (%(zone)s)",
            time=words.time_words(last, site.lang),
            zone=words.zone_of_minute(last, zone, site.lang),
        )
    if zone == posting.zone:
        return site.say("Deadline")
    return site.say("Deadline (%(zone)s)", zone=words.zone_words(zone, site.lang))


def _sentence(posting: BoardPosting, deadline: str, site: Site) -> str:
    if isinstance(posting.content.deadline, Rolling):
        return site.say("Applications are read as they arrive. The deadline was %(deadline)s.", deadline=deadline)
    if posting.status.is_closed and posting.life.closed_early is not None:
        return site.say("It takes no more applications. The deadline was %(deadline)s.", deadline=deadline)
    return site.say("Apply by %(deadline)s.", deadline=deadline)


def uid_of(site: Site, kind: str, identity: str) -> str:
    """A name for ever (RFC 7986, 5.3), of the setting JOBBOARD_IDENTITY and never of the site's address."""
    return f"{kind}-{identity}@{site.identity.split(',', 1)[0]}"
