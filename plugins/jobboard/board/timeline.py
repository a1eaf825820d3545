"""Everything that happens to a board by itself, and when: what opens, closes soon, closes, is archived, …

The one list of dated changes. The next of them is what a scheduled build waits for; the coming ones are a table for
people. An instant missing here is one at which a site would be out of date, and nobody told.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from enum import StrEnum

from jobboard.board.board import Board, BoardNews, BoardPosting
from jobboard.board.status import Lifecycle, to_zone
from jobboard.model.closing import Because, EarlierDeadline, Rolling

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
    ARCHIVED = "is archived"
    UPDATED = "is updated"
    APPEARS = "appears"
    LEAVES = "leaves the lists"


Item = BoardPosting | BoardNews
Change = tuple[datetime, What, Item]
"""An instant (UTC), what happens then, and to which item. A plain tuple: a board of ten thousand has fifty thousand."""

_CLOSES = {Because.FILLED: What.FILLED, Because.WITHDRAWN: What.WITHDRAWN}


def changes_of(board: Board) -> Iterator[Change]:
    """Every dated change of everything that is no draft, past and to come, in no order."""
    for posting in board.postings:
        if not posting.life.is_draft:
            yield from _of_posting(posting)
    for item in board.news:
        if item.content.status is None:
            yield from _of_news(item)


def timeline(board: Board, until: datetime) -> list[Change]:
    """What changes after the board's now and before `until` (aware), in order."""
    coming = [change for change in changes_of(board) if board.now < change[0] < until]
    return sorted(coming, key=lambda change: (change[0], change[1], change[2].id))


def leaves_calendars_at(life: Lifecycle) -> datetime | None:
    """When a posting that closed early stops being in calendars as cancelled; None for one that did not."""
    return life.closes_at + timedelta(days=CANCELLED_DAYS) if life.closed_early is not None else None


def changed_at(posting: BoardPosting, earlier: EarlierDeadline) -> datetime | None:
    """When that earlier deadline stopped to hold, if its author says so."""
    changed = earlier.changed or posting.content.updated
    return None if changed is None else changed.starts_at(to_zone(posting.zone))


def _of_posting(posting: BoardPosting) -> Iterator[Change]:
    life, content = posting.life, posting.content
    opens_at, closes_at = life.opens_at, life.closes_at
    if opens_at < closes_at:
        yield opens_at, What.OPENS, posting
        if opens_at < life.closing_soon_at < closes_at:
            yield life.closing_soon_at, What.CLOSING_SOON, posting
        yield closes_at, What.CLOSES if life.closed_early is None else _closes(life.closed_early), posting
    else:
        yield opens_at, What.APPEARS_CLOSED, posting
    if opens_at < life.archived_at:
        yield life.archived_at, What.ARCHIVED, posting
    left = leaves_calendars_at(life)
    if left is not None and opens_at < left:
        yield left, What.LEAVES_CALENDARS, posting
    if content.updated is not None:
        yield from _of_update(posting, opens_at)
    if content.deadline_was:
        yield from _of_earlier(posting)


def _closes(because: Because) -> What:
    return _CLOSES.get(because, What.CLOSES)


def _of_earlier(posting: BoardPosting) -> Iterator[Change]:
    """A deadline that was changed on a day of its own; one without is the update's."""
    deadlines = [each.deadline for each in posting.content.deadline_was]
    for earlier, later in zip(posting.content.deadline_was, [*deadlines[1:], posting.content.deadline], strict=True):
        changed = changed_at(posting, earlier) if earlier.changed else None
        if changed is None or changed <= posting.life.opens_at:
            continue
        is_later = later is None or isinstance(later, Rolling) or later.day >= earlier.deadline.day
        yield changed, What.EXTENDED if is_later else What.BROUGHT_FORWARD, posting


def _of_news(item: BoardNews) -> Iterator[Change]:
    yield item.opens_at, What.APPEARS, item
    if item.leaves_at is not None and item.leaves_at > item.opens_at:
        yield item.leaves_at, What.LEAVES, item
    if item.content.updated is not None:
        yield from _of_update(item, item.opens_at)


def _of_update(item: Item, opens_at: datetime) -> Iterator[Change]:
    if item.content.updated is not None:
        instant = item.content.updated.starts_at(to_zone(item.zone))
        if instant > opens_at:
            yield instant, What.UPDATED, item
