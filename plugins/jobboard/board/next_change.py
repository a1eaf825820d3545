"""When the board will next look different: what a scheduled build waits for. And when it last began to."""

from __future__ import annotations

from datetime import datetime

from jobboard.board.board import Board
from jobboard.board.timeline import changes_of


def next_change(board: Board) -> datetime | None:
    """The first instant (UTC) after the board's now at which any output differs; None if there is none.

    Something opens, begins to close soon, closes, is archived, leaves the lists or calendars, or an update announced
    for later comes to count.
    """
    now = board.now
    return min((change[0] for change in changes_of(board) if change[0] > now), default=None)


def last_change(board: Board) -> datetime | None:
    """The newest instant (UTC) up to the board's now at which something changed; None if nothing ever did."""
    now = board.now
    return max((change[0] for change in changes_of(board) if change[0] <= now), default=None)
