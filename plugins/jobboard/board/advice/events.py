"""Advice on events, at the instant of the board."""

from __future__ import annotations

from collections.abc import Iterator

from jobboard.board.board import Board
from jobboard.board.checks import Locator
from jobboard.board.status import to_zone
from jobboard.source.message import message, phrase
from jobboard.source.problem import Level, Problem

REPEATS_WITHOUT_NEXT = message("repeats-without-next", "over since %(day)s, and it repeats (%(repeats)s)")


def advise_on_events(board: Board, locator: Locator) -> Iterator[Problem]:
    """An event that is said to be held again, of which the time that is given is over."""
    for event in locator.asked(board.events):
        if event.content.repeats and event.is_past and event.is_visible and event.group == event.id:
            last = event.life.ends_at.astimezone(to_zone(event.zone)).date()
            yield locator.at(
                event.content,
                "sessions" if event.content.sessions else "starts",
                REPEATS_WITHOUT_NEXT(day=str(last), repeats=event.content.repeats),
                phrase("write the next time, or delete 'repeats' if there is none"),
                Level.ADVICE,
            )
