"""The board as it was linked before: what would come out equal is taken from it, by a process that builds again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from jobboard.board.board import Board, BoardOrganisation, BoardPosting
from jobboard.board.status import Lifecycle, Status
from jobboard.board.synopsis import Synopsis
from jobboard.model.posting import Posting


class Before:
    """Knows what was linked in the same context (`context_of`): topics and settings are equal, whatever it answers."""

    def __init__(self, board: Board | None) -> None:
        self._postings = {each.id: each for each in board.postings} if board else {}
        self._organisations = {each.id: each for each in board.organisations} if board else {}

    def life(self, item: Posting, synopsis: Synopsis) -> Lifecycle:
        """The instants of a settled posting."""
        known = self._postings.get(item.id)
        return known.life if known is not None and known.synopsis == synopsis else synopsis.life

    def organisation(self, id_: str, digest: str) -> BoardOrganisation | None:
        """The organisation, if all that it shows is as it was."""
        known = self._organisations.get(id_)
        return known if known is not None and known.digest == digest else None

    def posting(
        self,
        item: Posting,
        synopsis: Synopsis,
        status: Status,
        updated_at: datetime,
        organisations: Mapping[str, BoardOrganisation],
    ) -> BoardPosting | None:
        """The settled posting, if its record, its synopsis, what it names and its status are as they were."""
        known = self._postings.get(item.id)
        if (
            known is not None
            and known.content is item
            and known.status is status
            and known.updated_at == updated_at
            and known.synopsis == synopsis
            and all(each is organisations[each.id] for each in known.organisations)
        ):
            return known
        return None
