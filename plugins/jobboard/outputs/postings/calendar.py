"""Deadlines as calendars say them.

A deadline is one event for ever: its uid is made of the original's identity, so neither a renamed file nor a
translation makes a second one. What is in a calendar, and why: docs/decisions/0017-calendars.md."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from msgspec import Struct

from jobboard.board.board import BoardPosting
from jobboard.board.site import Site
from jobboard.board.status import to_zone
from jobboard.model.moments.moment import Moment
from jobboard.model.parts.closing import Because, Rolling
from jobboard.outputs.addresses import (
    absolute,
    deadline_path,
    posting_path,
)
from jobboard.outputs.calendars.calendar import CalendarView, uid_of
from jobboard.outputs.calendars.entry import CalendarEntry, sequence_of
from jobboard.outputs.contacts.blanking import title_of
from jobboard.outputs.text import words
from jobboard.outputs.text.clocks import last_minute, local
from jobboard.source.catalogue import mark, mark_as

_PREFIXES: Mapping[Because | None, str] = {
    Because.FILLED: mark_as("change", "Filled"),
    Because.WITHDRAWN: mark_as("change", "Withdrawn"),
}

_CLOSED_EARLY = mark("Closed early")


class Dated(Struct, frozen=True, kw_only=True):
    """A posting with what a calendar must know beside it, so that all of it is in the output's inputs.

    `identity` is its original's; `changed` the newest dated change of either that has come, None if there was none.
    """

    posting: BoardPosting
    identity: str
    changed: datetime | None

    @property
    def digest(self) -> str:
        return f"{self.posting.digest} {self.identity} {self.changed}"


def posting_calendar(site: Site, item: Dated) -> CalendarView:
    """The calendar of one posting, which holds its deadline alone."""
    posting = item.posting
    return CalendarView(
        uid=uid_of(site, "calendar-posting", posting.identity),
        title=title_of(site, posting),
        home=absolute(site, posting_path(posting.id)),
        address=absolute(site, deadline_path(posting.id)),
        events=(deadline_of(site, item),),
    )


def has_deadline(posting: BoardPosting) -> bool:
    """True if a calendar of its own has anything to say of a posting: it has a deadline, or had one."""
    return posting.synopsis.has_deadline


def deadline_of(site: Site, item: Dated) -> CalendarEntry:
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
    return CalendarEntry(
        uid=uid_of(site, "deadline", item.identity),
        day=date.fromisoformat(when.datetime[:10]),
        summary=site.say(
            "%(what)s: %(title)s, %(organisations)s",
            what=_prefix(site, posting, moment, zone),
            title=title_of(site, posting),
            organisations=names,
        ),
        description=f"{_sentence(site, posting, when.text)}\n{href}",
        href=href,
        modified=max(each for each in changes if each is not None),
        sequence=sequence_of(item.changed, len(content.deadline_was) + len(content.review_was) + len(content.reopened)),
        status="CANCELLED" if is_cancelled else "CONFIRMED",
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


def _prefix(site: Site, posting: BoardPosting, moment: Moment, zone: str) -> str:
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


def _sentence(site: Site, posting: BoardPosting, deadline: str) -> str:
    if isinstance(posting.content.deadline, Rolling):
        return site.say("Applications are read as they arrive. The deadline was %(deadline)s.", deadline=deadline)
    if posting.status.is_closed and posting.life.closed_early is not None:
        return site.say("It takes no more applications. The deadline was %(deadline)s.", deadline=deadline)
    return site.say("Apply by %(deadline)s.", deadline=deadline)
