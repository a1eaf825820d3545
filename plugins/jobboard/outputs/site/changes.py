"""The feed of changes: its entries, each one sentence on what became of a posting or event."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import escape

from msgspec import Struct
from msgspec.structs import replace

from jobboard.base.digest import digest_of
from jobboard.board.board import BoardEvent, BoardPosting
from jobboard.board.changes.announcements import deadlines_of
from jobboard.board.history import Change, What
from jobboard.board.site import Site
from jobboard.board.status import to_zone
from jobboard.engine.output import Chunks
from jobboard.model.moments.moment import Moment
from jobboard.outputs.addresses import SUBSCRIBE, absolute, event_path, identifier, posting_path
from jobboard.outputs.contacts.blanking import title_of
from jobboard.outputs.events.words import occasion, title_of_event
from jobboard.outputs.feeds.entry import Category, Entry, JobDetails
from jobboard.outputs.feeds.feed import view_of
from jobboard.outputs.feeds.formats import FEED_FORMATS
from jobboard.outputs.feeds.item import told_apart, valid_until
from jobboard.outputs.page.collection import Collection
from jobboard.outputs.page.made import Made
from jobboard.outputs.text import words
from jobboard.outputs.text.bodies import in_direction
from jobboard.outputs.text.clocks import clock, local, stamped
from jobboard.source.catalogue import mark, mark_as

_WORDS = {
    What.OPENED: mark_as("change", "Opened"),
    What.EXTENDED: mark_as("change", "Extended"),
    What.BROUGHT_FORWARD: mark_as("change", "Brought forward"),
    What.CLOSED: mark_as("change", "Closed"),
    What.FILLED: mark_as("change", "Filled"),
    What.WITHDRAWN: mark_as("change", "Withdrawn"),
    What.REOPENED: mark_as("change", "Open again"),
    What.REINSTATED: mark_as("change", "Takes place after all"),
}
_CLOSINGS = (What.CLOSED, What.FILLED, What.WITHDRAWN)


class ChangeOf(Struct, frozen=True):
    """A change with its posting or event."""

    item: BoardPosting | BoardEvent
    change: Change

    @property
    def digest(self) -> str:
        return f"{self.item.digest} {self.item.identity} {self.change}"


@dataclass(frozen=True, slots=True, eq=False)
class ChangesTold:
    """What the feed of changes holds, with its date: one object for all forms of an edition's feed."""

    updated: datetime
    changes: tuple[Made[Entry], ...]
    digest: str = field(init=False)

    def __post_init__(self) -> None:
        named = "\0".join([self.updated.isoformat(), *(each.digest for each in self.changes)])
        object.__setattr__(self, "digest", digest_of(named.encode()))


def change_id(site: Site, item: BoardPosting | BoardEvent, change: Change) -> str:
    """What subscribers know a change by, for ever: whose it is, what it is, and its instant."""
    return identifier(site, "change", f"{item.identity}/{change.what}/{change.at.astimezone(UTC):%Y%m%dT%H%M%SZ}")


def changes_file(site: Site, collection: Collection, extension: str, told: ChangesTold) -> Chunks[Made[Entry]]:
    """The feed of changes, the latest first."""
    view = view_of(site, collection, extension, told.updated, ())
    return FEED_FORMATS[extension].in_chunks(view, told.changes)


def change_entry(site: Site, told: ChangeOf) -> Entry:
    """What the feed says of a change."""
    item, change = told.item, told.change
    if isinstance(item, BoardEvent):
        sentence = site.say("It takes place after all. %(occasion)s", occasion=occasion(site, item))
        return _told(site, told, title_of_event(site, item), event_path(item.id), sentence, item.zone)
    before, after = deadlines_of(item, change)
    valid = _end_of(after, item)
    # what a deadline closes is closed on the clocks of the deadline
    zone = item.deadline_zone if change.what is What.CLOSED and before else item.zone
    details = JobDetails(
        id=identifier(site, "job", item.identity),
        valid_through=valid,
        change=change.what.value,
        closed=clock(change.at, zone) if change.what in _CLOSINGS else "",
    )
    sentence = _sentence(site, item, change, before, after)
    entry = _told(site, told, title_of(site, item), posting_path(item.id), sentence, zone)
    return replace(entry, valid=valid_until(valid) if valid else "", job=details)


def _told(site: Site, told: ChangeOf, title: str, path: str, sentence: str, zone: str) -> Entry:
    change, address = told.change, absolute(site, path)
    link = f'<p><a href="{escape(address)}">{escape(title)}</a></p>'
    id_, what = change_id(site, told.item, change), site.say(_WORDS[change.what])
    issuers = [each.content for each in told.item.organisations]
    return Entry(
        id=id_,
        title=site.say(
            "%(what)s: %(title)s (%(organisations)s)",
            what=what,
            title=title,
            organisations=words.list_words((each.short_name or each.name for each in issuers), site.lang),
        ),
        href=address,
        published=stamped(change.at, zone),
        updated=stamped(told_apart(change.at, id_), zone),
        summary=sentence,
        html="\n".join((in_direction(f"<p>{escape(sentence)}</p>", site.lang), in_direction(link, told.item.lang))),
        authors=tuple(each.name for each in issuers),
        categories=(Category(term=change.what, label=what, scheme=f"{absolute(site, SUBSCRIBE)}#changes"),),
        lang=site.lang,
        summary_lang=site.lang,
        valid="",
    )


def _sentence(site: Site, posting: BoardPosting, change: Change, before: Moment | None, after: Moment | None) -> str:
    """What happened, with date and zone."""
    was, will_be = (_deadline(each, posting, site.lang) for each in (before, after))
    rolling = site.say("There is no fixed deadline: applications are read as they arrive.")
    if change.what in _OPENINGS:
        with_deadline, without = _OPENINGS[change.what]
        return site.say(with_deadline, deadline=will_be) if will_be else site.say(without, rolling=rolling)
    if change.what in _MOVED:
        if not will_be:
            return site.say("The deadline of %(deadline)s no longer holds. %(rolling)s", deadline=was, rolling=rolling)
        return site.say(_MOVED[change.what], before=was, after=will_be)
    if was:
        return site.say("The deadline has passed: %(deadline)s. It takes no more applications.", deadline=was)
    began = local(change.at, posting.zone)
    date = words.beginning_words(began, posting.zone, site.lang, weekday=True)
    return site.say(_REASONS[change.what], date=date)


_OPENINGS = {
    What.OPENED: (mark("Open for applications until %(deadline)s."), mark("Open for applications. %(rolling)s")),
    What.REOPENED: (
        mark("It is open again, for applications until %(deadline)s."),
        mark("It is open again. %(rolling)s"),
    ),
}
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
