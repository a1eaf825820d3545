"""Advice on events, at the instant of the board."""

from __future__ import annotations

from collections.abc import Iterator

from jobboard.board.board import Board
from jobboard.board.checks import Locator
from jobboard.board.status import to_zone
from jobboard.source.problem import Level, Problem


def advise_on_events(board: Board, locator: Locator) -> Iterator[Problem]:
    """An event that is said to be held again, of which the time that is given is over."""
    for event in board.events:
        if event.content.repeats and event.is_past and event.is_visible and event.group == event.id:
            last = event.life.ends_at.astimezone(to_zone(event.zone)).date()
            yield locator.at(
                event.content,
                "sessions" if event.content.sessions else "starts",
                f"over since {last}, and it repeats ({event.content.repeats})",
                "write the next time, or delete 'repeats' if there is none",
                Level.ADVICE,
            )
