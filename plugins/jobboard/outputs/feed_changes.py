"""The feed of changes: its entries, each one sentence on what became of a posting."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import escape

from msgspec import Struct

from jobboard.board.board import BoardPosting
from jobboard.board.changes import Change, What, deadlines_of
from jobboard.board.site import Site
from jobboard.board.status import to_zone
from jobboard.model.moment import Moment
from jobboard.outputs import words
from jobboard.outputs.addresses import SUBSCRIBE, absolute, identifier, posting_path
from jobboard.outputs.bodies import in_direction
from jobboard.outputs.clocks import clock, local, stamped
from jobboard.outputs.contacts import title_of
from jobboard.outputs.feed_entry import Category, Entry, JobDetails
from jobboard.outputs.feeds import Channel, FeedView, told_apart, valid_until, view_of
from jobboard.source.catalogue import mark, mark_as
from jobboard.source.document import digest_of

_WORDS = {
    What.OPENED: mark_as("change", "Opened"),
    What.EXTENDED: mark_as("change", "Extended"),
    What.BROUGHT_FORWARD: mark_as("change", "Brought forward"),
    What.CLOSED: mark_as("change", "Closed"),
    What.FILLED: mark_as("change", "Filled"),
    What.WITHDRAWN: mark_as("change", "Withdrawn"),
}
_CLOSINGS = (What.CLOSED, What.FILLED, What.WITHDRAWN)


class ChangeFacts(Struct, frozen=True, eq=False):
    """A change with its posting, the same object for all editions and forms of the feed.

    It depends on what lists say of the posting and not on its text.
    """

    posting: BoardPosting
    change: Change
    digest: str


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """What the feed of changes holds, with its date: one object for all forms of the feed, and for all editions."""

    updated: datetime
    changes: tuple[ChangeFacts, ...]
    digest: str = field(init=False)

    def __post_init__(self) -> None:
        named = "\0".join([self.updated.isoformat(), *(each.digest for each in self.changes)])
        object.__setattr__(self, "digest", digest_of(named.encode()))


def change_facts(posting: BoardPosting, change: Change) -> ChangeFacts:
    """What the entry of a change needs of its posting, by name."""
    organisations = "|".join([each.digest for each in posting.organisations])
    return ChangeFacts(
        posting, change, f"{posting.synopsis.card}|{posting.identity}|{organisations}|{change.what}|{change.at}"
    )


def changes_view(site: Site, channel: Channel, extension: str, told: Told) -> FeedView:
    """The feed of changes, the latest first."""
    return view_of(site, channel, extension, told.updated, _entries(site, told))


@functools.lru_cache(maxsize=1)
def _entries(site: Site, told: Told) -> tuple[Entry, ...]:
    """Made once for all forms of an edition's feed, which are expressed one after the other."""
    return tuple(_entry(site, each) for each in told.changes)


@functools.lru_cache(maxsize=1024)
def _entry(site: Site, facts: ChangeFacts) -> Entry:
    posting, change = facts.posting, facts.change
    id_ = identifier(site, "change", f"{posting.identity}/{change.what}/{change.at.astimezone(UTC):%Y%m%dT%H%M%SZ}")
    before, after = deadlines_of(posting, change)
    what, sentence = site.say(_WORDS[change.what]), _sentence(posting, change, before, after, site)
    title, address = title_of(posting, site), absolute(site, posting_path(posting.id))
    link = f'<p><a href="{escape(address)}">{escape(title)}</a></p>'
    employers = [each.content for each in posting.organisations]
    valid = _end_of(after, posting)
    # what a deadline closes is closed on the clocks of the deadline
    zone = posting.deadline_zone if change.what is What.CLOSED and before else posting.zone
    return Entry(
        id=id_,
        title=site.say(
            "%(what)s: %(title)s (%(organisations)s)",
            what=what,
            title=title,
            organisations=words.list_words((each.short_name or each.name for each in employers), site.lang),
        ),
        href=address,
        published=stamped(change.at, zone),
        updated=stamped(told_apart(change.at, id_), zone),
        summary=sentence,
        html="\n".join((in_direction(f"<p>{escape(sentence)}</p>", site.lang), in_direction(link, posting.lang))),
        authors=tuple(each.name for each in employers),
        categories=(Category(term=change.what, label=what, scheme=f"{absolute(site, SUBSCRIBE)}#changes"),),
        lang=site.lang,
        summary_lang=site.lang,
        valid=valid_until(valid) if valid else "",
        job=JobDetails(
            id=identifier(site, "job", posting.identity),
            valid_through=valid,
            change=change.what.value,
            closed=clock(change.at, zone) if change.what in _CLOSINGS else "",
        ),
    )


def _sentence(posting: BoardPosting, change: Change, before: Moment | None, after: Moment | None, site: Site) -> str:
    """What happened, with date and zone."""
    was, will_be = (_deadline(each, posting, site.lang) for each in (before, after))
    rolling = site.say("There is no fixed deadline: applications are read as they arrive.")
    if change.what is What.OPENED:
        if will_be:
            return site.say("Open for applications until %(deadline)s.", deadline=will_be)
        return site.say("Open for applications. %(rolling)s", rolling=rolling)
    if change.what in _MOVED:
        if not will_be:
            return site.say("The deadline of %(deadline)s no longer holds. %(rolling)s", deadline=was, rolling=rolling)
        return site.say(_MOVED[change.what], before=was, after=will_be)
    if was:
        return site.say("The deadline has passed: %(deadline)s. It takes no more applications.", deadline=was)
    date = words.minute_words(local(change.at, posting.zone), posting.zone, site.lang, weekday=True)
    return site.say(_REASONS[change.what], date=date)


_MOVED = {
    What.EXTENDED: mark("The deadline was extended from %(before)s to %(after)s."),
    What.BROUGHT_FORWARD: mark("The deadline was brought forward from %(before)s to %(after)s."),
}
_REASONS = {
    What.CLOSED: mark("Closed on %(date)s. It takes no more applications."),
    What.FILLED: mark("The position was filled on %(date)s. It takes no more applications."),
    What.WITHDRAWN: mark("The posting was withdrawn on %(date)s. It takes no more applications."),
}


def _deadline(deadline: Moment | None, posting: BoardPosting, lang: str) -> str:
    when = words.deadline_words(deadline, posting.deadline_zone, lang, weekday=True)
    return when.text if when else ""


def _end_of(deadline: Moment | None, posting: BoardPosting) -> str:
    """The end of a deadline for machines (W3C-DTF); empty where there is none."""
    if deadline is None:
        return ""
    return clock(deadline.ends_at(to_zone(posting.deadline_zone)), posting.deadline_zone)
