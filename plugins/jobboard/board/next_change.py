"""When the board will next look different: what a scheduled build waits for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from jobboard.board.board import Board, BoardNews, BoardPosting
from jobboard.board.changes import forgotten_at, instants_of
from jobboard.board.status import to_zone


def next_change(board: Board) -> datetime | None:
    """The first instant (UTC) after the board's now at which any output differs; None if there is none.

    Something opens, begins to close soon, closes, is archived, leaves the lists, an update announced for
    later comes to count, or the announcement of a change appears or leaves.
    """
    postings = (instant for each in board.postings if not each.life.is_draft for instant in _of_posting(each))
    news = (instant for each in board.news if each.content.status is None for instant in _of_news(each))
    told = (instant for each in _announced(board) for instant in instants_of(each))
    return min((instant for part in (postings, news, told) for instant in part if instant > board.now), default=None)


def _announced(board: Board) -> Iterator[BoardPosting]:
    """The postings whose changes may still be told; those closed for longer than that are not looked into."""
    if board.site.has_facets:
        for each in board.postings:
            if not each.life.is_draft and forgotten_at(each) > board.now:
                yield each


def _of_posting(posting: BoardPosting) -> Iterator[datetime]:
    life = posting.life
    yield from (life.opens_at, life.closing_soon_at, life.closes_at, life.archived_at)
    if posting.synopsis.changes is not None:
        yield posting.synopsis.changes


def _of_news(item: BoardNews) -> Iterator[datetime]:
    yield item.opens_at
    if item.leaves_at is not None:
        yield item.leaves_at
    if item.content.updated is not None:
        yield item.content.updated.starts_at(to_zone(item.zone))
