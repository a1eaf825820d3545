"""What the board holds of a kind that has no rules of its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from msgspec import Struct

from jobboard.board.board import Board, BoardOrganisation
from jobboard.board.synopsis import Resolved
from jobboard.model.topic import Topic
from jobboard.source.markdown.kept import Body


class BoardEntry(Struct, frozen=True, kw_only=True):
    """An item of a kind that has no rules of its own: it appears, and leaves the lists after a day its kind names.

    `content` holds what a translation takes from its original. Instants are UTC; `changes` are its dated changes.
    """

    folder: str
    id: str
    content: Any
    body: Body
    links: Resolved
    lang: str
    organisations: tuple[BoardOrganisation, ...]
    topics: tuple[Topic, ...]
    zone: str
    opens_at: datetime
    leaves_at: datetime | None
    changes: tuple[datetime, ...]
    updated_at: datetime
    is_draft: bool
    is_visible: bool
    is_listed: bool
    identity: str
    formerly: tuple[str, ...]
    group: str
    digest: str


def entries_of(board: Board) -> Iterator[BoardEntry]:
    """The items of all such kinds."""
    return (each for found in board.items.values() if found and isinstance(found[0], BoardEntry) for each in found)
