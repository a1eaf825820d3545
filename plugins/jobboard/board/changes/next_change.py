"""When the board will next look different: what a scheduled build waits for. And when it last began to."""

from __future__ import annotations

from datetime import UTC, datetime

from jobboard.board.board import Board
from jobboard.board.changes.timeline import occurrences_of

Around = tuple[datetime | None, datetime | None]
"""The newest instant (UTC) up to a board's now at which something changed, and `next_change`; None for none."""


def next_change(board: Board) -> datetime | None:
    """The first instant (UTC) after the board's now at which any output differs; None if there is none.

    Something opens, begins to close soon, closes, is archived, leaves the lists or calendars, an update announced for
    later comes to count, or the announcement of a change appears or leaves.
    """
    return changes_around(board)[1]


def changes_around(board: Board) -> Around:
    """The last change and the next one. It costs a look at every item's instants."""
    now = board.now.astimezone(UTC)  # instants of one zone are compared five times as fast
    instants = [change[0] for change in occurrences_of(board)]
    last = max((each for each in instants if each <= now), default=None)
    return last, min((each for each in instants if each > now), default=None)
