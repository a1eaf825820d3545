"""Everything that happens to a board by itself, and when: what opens, closes soon, closes, is archived, …

The one list of dated changes. The next of them is what a scheduled build waits for; the coming ones are a table for
people. An instant missing here is one at which a site would be out of date, and nobody told.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from jobboard.board import changes as announced
from jobboard.board.board import Board, BoardEvent, BoardNews, BoardPosting
from jobboard.board.status import to_zone
from jobboard.model.closing import Because
from jobboard.model.event import EventStatus

CANCELLED_DAYS = 30
"""How long a posting that closed early stays in calendars, cancelled (DESIGN section 4)."""


class What(StrEnum):
    """What happens to an item at an instant."""

    OPENS = "opens"
    APPEARS_CLOSED = "appears closed"
    EXTENDED = "is extended"
    BROUGHT_FORWARD = "is brought forward"
    CLOSING_SOON = "begins to close soon"
    CLOSES = "closes"
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


Item = BoardPosting | BoardNews | BoardEvent
Change = tuple[datetime, What, Item]
"""An instant (UTC), what happens then, and to which item. A plain tuple: a board of ten thousand has fifty thousand."""

_CLOSES: Mapping[Because | None, What] = {Because.FILLED: What.FILLED, Because.WITHDRAWN: What.WITHDRAWN}

_CHANGES = {
    announced.What.EXTENDED: What.EXTENDED,
    announced.What.BROUGHT_FORWARD: What.BROUGHT_FORWARD,
    announced.What.CLOSED: What.CLOSES,  # a deadline that had passed before it was extended
}


def changes_of(board: Board) -> list[Change]:
    """Every dated change of everything that is no draft, past and to come, in no order."""
    found: list[Change] = []
    originals = _originals(board)
    for posting in board.postings:
        if not posting.life.is_draft:
            _add_posting(found, posting)
            if board.site.has_extras:
                original = None if posting.group == posting.id else originals.get(posting.group)
                _add_subscriptions(found, posting, board.now, None if original is None else original.life.opens_at)
    for item in board.news:
        if not item.synopsis.is_draft:
            _add_news(found, item)
    for event in board.events:
        if event.content.status is not EventStatus.DRAFT:
            found += event_changes(event)
    return found


def timeline(board: Board, until: datetime) -> list[Change]:
    """What changes after the board's now and before `until` (aware), in order."""
    now, end = board.now.astimezone(UTC), until.astimezone(UTC)
    coming = [change for change in changes_of(board) if now < change[0] < end]
    return sorted(coming, key=lambda change: (change[0], change[1], change[2].id))


def leaves_calendars_at(posting: BoardPosting) -> datetime | None:
    """When a posting that closed early stops being in calendars as cancelled; None for one that never was in them."""
    life = posting.life
    if life.closed_early is None or life.opens_at >= life.closes_at or posting.synopsis.is_rolling:
        return None
    return life.closes_at + timedelta(days=CANCELLED_DAYS)


def _add_posting(found: list[Change], posting: BoardPosting) -> None:
    life, synopsis = posting.life, posting.synopsis
    opens_at, closes_at = life.opens_at, life.closes_at
    if opens_at < closes_at:
        found.append((opens_at, What.OPENS, posting))
        found.append((closes_at, _CLOSES.get(life.closed_early, What.CLOSES), posting))
        if opens_at < life.closing_soon_at < closes_at:
            found.append((life.closing_soon_at, What.CLOSING_SOON, posting))
    else:
        found.append((opens_at, What.APPEARS_CLOSED, posting))
    if opens_at < life.archived_at:
        found.append((life.archived_at, What.ARCHIVED, posting))
    if synopsis.changes_at is not None and synopsis.changes_at > opens_at:
        found.append((synopsis.changes_at, What.UPDATED, posting))
    if synopsis.told:
        found += [(each.told_from, _CHANGES[announced.What(each.what)], posting) for each in synopsis.told]


def _originals(board: Board) -> dict[str, BoardPosting]:
    """The postings that speak for their translations, by id."""
    groups = {each.group for each in board.postings if each.group != each.id}
    return {each.id: each for each in board.postings if each.id in groups and not each.life.is_draft} if groups else {}


def _add_subscriptions(found: list[Change], posting: BoardPosting, now: datetime, silent_from: datetime | None) -> None:
    """What leaves calendars and the feed of changes. Of a posting nobody is told of any more, only the last.

    A translation is silent from the instant its original appears, which then speaks for both.
    """
    life = posting.life
    left = None if life.closed_early is None else leaves_calendars_at(posting)
    if left is not None:
        found.append((left, What.LEAVES_CALENDARS, posting))
    forgotten_at = announced.forgotten_at(posting)
    if silent_from is not None:
        leave = (change.at + announced.KEPT for change in announced.history_of(posting))
        found.extend((each, What.LEAVES_CHANGES, posting) for each in leave if each < silent_from)
        return
    if forgotten_at <= now and life.opens_at < life.closes_at:
        found.append((forgotten_at, What.LEAVES_CHANGES, posting))
        return
    history = announced.history_of(posting)
    found.extend((change.at + announced.KEPT, What.LEAVES_CHANGES, posting) for change in history)


def event_changes(event: BoardEvent) -> list[Change]:
    """What happens to an event: of one that is cancelled or postponed, its start changes nothing."""
    life, updated = event.life, event.content.updated
    found: list[Change] = [(life.opens_at, What.APPEARS, event), (life.ends_at, What.ENDS, event)]
    if event.content.status is None:
        found.append((life.starts_at, What.STARTS, event))
    if life.registration_ends_at is not None and life.registration_ends_at < life.ends_at:
        found.append((life.registration_ends_at, What.REGISTRATION_ENDS, event))
    if updated is not None:
        found.append((updated.starts_at(to_zone(event.zone)), What.UPDATED, event))
    return [change for change in found if change[0] >= life.opens_at]


def _add_news(found: list[Change], item: BoardNews) -> None:
    found.append((item.opens_at, What.APPEARS, item))
    if item.leaves_at is not None and item.leaves_at > item.opens_at:
        found.append((item.leaves_at, What.LEAVES, item))
    changes_at = item.synopsis.changes_at
    if changes_at is not None and changes_at > item.opens_at:
        found.append((changes_at, What.UPDATED, item))
