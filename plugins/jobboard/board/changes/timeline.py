"""Everything that happens to a board by itself, and when: what opens, closes soon, closes, is archived, …

The one list of dated changes. The next of them is what a scheduled build waits for; the coming ones are a table for
people. An instant missing here is one at which a site would be out of date, and nobody told.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from jobboard.board.board import Board, BoardEvent, BoardNews, BoardPosting
from jobboard.board.changes import announcements as announced
from jobboard.board.entries import BoardEntry, entries_of
from jobboard.board.event_time import standing_at
from jobboard.board.history import What as History
from jobboard.board.status import Lifecycle, to_zone
from jobboard.board.synopsis import Step
from jobboard.model.event import EventStatus
from jobboard.model.parts.closing import Because

CANCELLED_DAYS = 30
"""How long a posting that closed early stays in calendars, cancelled (docs/standards.md#time)."""


class Occurs(StrEnum):
    """What happens to an item at an instant."""

    OPENS = "opens"
    APPEARS_CLOSED = "appears closed"
    EXTENDED = "is extended"
    BROUGHT_FORWARD = "is brought forward"
    CLOSING_SOON = "begins to close soon"
    CLOSES = "closes"
    REOPENS = "is open again"
    REINSTATED = "takes place after all"
    FILLED = "closes as filled"
    WITHDRAWN = "closes as withdrawn"
    LEAVES_CALENDARS = "leaves the calendars"
    LEAVES_CHANGES = "leaves the feed of changes"
    ARCHIVED = "is archived"
    UPDATED = "is updated"
    APPEARS = "appears"
    LEAVES = "leaves the lists"
    STARTS = "starts"
    REGISTRATION_ENDS = "takes no more registrations"
    ENDS = "is over"


_Item = BoardPosting | BoardNews | BoardEvent | BoardEntry
Occurrence = tuple[datetime, Occurs, _Item]
"""An instant (UTC), what happens then, and to which item. A plain tuple: a board of ten thousand has fifty thousand."""

_CLOSES: Mapping[Because | None, Occurs] = {Because.FILLED: Occurs.FILLED, Because.WITHDRAWN: Occurs.WITHDRAWN}

_CHANGES = {
    History.EXTENDED: Occurs.EXTENDED,
    History.BROUGHT_FORWARD: Occurs.BROUGHT_FORWARD,
    History.REOPENED: Occurs.REOPENS,
    History.CLOSED: Occurs.CLOSES,  # a deadline that had passed before it was extended
}


def occurrences_of(board: Board) -> list[Occurrence]:
    """Every dated change of everything that is no draft, past and to come, in no order."""
    found: list[Occurrence] = []
    originals = _originals(board)
    for posting in board.postings:
        if not posting.life.is_draft:
            _add_posting(found, posting)
            if board.site.has_extras:
                original = None if posting.group == posting.id else originals.get(posting.group)
                _add_subscriptions(found, posting, board.now, None if original is None else original.life.opens_at)
    _add_those_that_appear(found, board)
    announcers = {each.group for each in board.events if each.id == each.group and each.written != EventStatus.DRAFT}
    for event in board.events:
        if event.written is not EventStatus.DRAFT:
            found += event_changes(event)
            if board.site.has_extras:
                told = (
                    announced.event_history_of(event)
                    if event.id == event.group or event.group not in announcers
                    else ()
                )
                found.extend((change.at + announced.KEPT, Occurs.LEAVES_CHANGES, event) for change in told)
    return found


def timeline(board: Board, until: datetime) -> list[Occurrence]:
    """What changes after the board's now and before `until` (aware), in order."""
    now, end = board.now.astimezone(UTC), until.astimezone(UTC)
    coming = [change for change in occurrences_of(board) if now < change[0] < end]
    return sorted(coming, key=lambda change: (change[0], change[1], change[2].id))


def leaves_calendars_at(posting: BoardPosting, life: Lifecycle) -> datetime | None:
    """When a posting that closed early stops being in calendars as cancelled; None for one that never was in them."""
    if life.closed_early is None or max(life.opens_at, life.since) >= life.closes_at or posting.synopsis.is_rolling:
        return None
    return life.closes_at + timedelta(days=CANCELLED_DAYS)


def _add_posting(found: list[Occurrence], posting: BoardPosting) -> None:
    lives, synopsis = posting.lives, posting.synopsis
    opens_at = lives[0].opens_at
    for life, until in zip(lives, [*(each.since for each in lives[1:]), None], strict=True):
        if until is None or opens_at < until:
            _add_life(found, posting, life, until)
    if synopsis.told:
        found += [(each.told_from, _CHANGES[History(each.what)], posting) for each in _moves(posting)]
    if synopsis.changes:
        named = {each.told_from for each in synopsis.told} | {each.since for each in lives}
        found += [(each, Occurs.UPDATED, posting) for each in synopsis.changes if each > opens_at and each not in named]


def _add_life(found: list[Occurrence], posting: BoardPosting, life: Lifecycle, until: datetime | None) -> None:
    """What happens in one of the times it is open and after, until the next begins, if there is one."""
    begins, closes_at = max(life.opens_at, life.since), life.closes_at
    is_again = life.since > life.opens_at
    if begins < closes_at:
        found.append((begins, Occurs.REOPENS if is_again else Occurs.OPENS, posting))
        found.append((closes_at, _CLOSES.get(life.closed_early, Occurs.CLOSES), posting))
        if begins < life.closing_soon_at < closes_at:
            found.append((life.closing_soon_at, Occurs.CLOSING_SOON, posting))
    else:
        found.append((begins, Occurs.APPEARS_CLOSED, posting))
    if begins < life.archived_at and (until is None or life.archived_at < until):
        found.append((life.archived_at, Occurs.ARCHIVED, posting))


def _moves(posting: BoardPosting) -> list[Step]:
    """What came of its deadlines; when its lives begin and end is known already."""
    lives = {each.since for each in posting.lives[1:]} | {each.closes_at for each in posting.lives[:-1]}
    return [each for each in posting.synopsis.told if each.at not in lives]


def _originals(board: Board) -> dict[str, BoardPosting]:
    """The postings that speak for their translations, by id."""
    groups = {each.group for each in board.postings if each.group != each.id}
    return {each.id: each for each in board.postings if each.id in groups and not each.life.is_draft} if groups else {}


def _add_subscriptions(
    found: list[Occurrence], posting: BoardPosting, now: datetime, silent_from: datetime | None
) -> None:
    """What leaves calendars and the feed of changes. Of a posting nobody is told of any more, only the last.

    A translation is silent from the instant its original appears, which then speaks for both.
    """
    life = posting.life
    for each, until in zip(posting.lives, [*(later.since for later in posting.lives[1:]), None], strict=True):
        left = None if each.closed_early is None else leaves_calendars_at(posting, each)
        if left is not None and (until is None or left < until):
            found.append((left, Occurs.LEAVES_CALENDARS, posting))
    forgotten_at = announced.forgotten_at(posting)
    if silent_from is not None:
        leave = (change.at + announced.KEPT for change in announced.history_of(posting))
        found.extend((each, Occurs.LEAVES_CHANGES, posting) for each in leave if each < silent_from)
        return
    if forgotten_at <= now and life.opens_at < life.closes_at and life is posting.lives[-1]:
        found.append((forgotten_at, Occurs.LEAVES_CHANGES, posting))
        return
    history = announced.history_of(posting)
    found.extend((change.at + announced.KEPT, Occurs.LEAVES_CHANGES, posting) for change in history)


def event_changes(event: BoardEvent) -> list[Occurrence]:
    """What happens to an event: while it is cancelled or postponed, its start changes nothing."""
    life, content, zone = event.life, event.content, to_zone(event.zone)

    def is_held(at: datetime) -> bool:
        return standing_at(content.reopened, event.written, zone, at) is None

    found: list[Occurrence] = [(life.opens_at, Occurs.APPEARS, event), (life.ends_at, Occurs.ENDS, event)]
    if is_held(life.starts_at):
        found.append((life.starts_at, Occurs.STARTS, event))
    closes_at = life.registration_ends_at
    if closes_at is not None and closes_at < life.ends_at and is_held(closes_at):
        found.append((closes_at, Occurs.REGISTRATION_ENDS, event))
    again = {each.on.starts_at(zone) for each in content.reopened}
    found += [(each, Occurs.REINSTATED, event) for each in again]
    found += [(each, Occurs.UPDATED, event) for each in event.changes if each not in again]
    return [change for change in found if change[0] >= life.opens_at]


def _add_those_that_appear(found: list[Occurrence], board: Board) -> None:
    """News, and whatever has no rules of its own."""
    for item in board.news:
        if not item.synopsis.is_draft:
            _add_appearing(found, item, item.synopsis.changes)
    for entry in entries_of(board):
        if not entry.is_draft:
            _add_appearing(found, entry, entry.changes)


def _add_appearing(found: list[Occurrence], item: BoardNews | BoardEntry, changes: tuple[datetime, ...]) -> None:
    found.append((item.opens_at, Occurs.APPEARS, item))
    if item.leaves_at is not None and item.leaves_at > item.opens_at:
        found.append((item.leaves_at, Occurs.LEAVES, item))
    found += [(each, Occurs.UPDATED, item) for each in changes if each > item.opens_at]
