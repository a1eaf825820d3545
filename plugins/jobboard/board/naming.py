"""The organisations and topics that items name: looked up once for all items that name the same."""

from __future__ import annotations

from collections.abc import Mapping

from jobboard.board.board import BoardOrganisation
from jobboard.model.topic import Topic

Named = tuple[tuple[BoardOrganisation, ...], tuple[Topic, ...], str]
"""The organisations and topics an item names, and a digest of them all."""


class Naming:
    """Answers for ids with what they stand for."""

    def __init__(self, organisations: Mapping[str, BoardOrganisation], topics: Mapping[str, Topic]) -> None:
        self._organisations = organisations
        self._topics = topics
        self._known: dict[tuple[tuple[str, ...], tuple[str, ...]], Named] = {}

    def named(self, organisations: tuple[str, ...], topics: tuple[str, ...]) -> Named:
        """What an item names; of two items that name the same, the same object."""
        known = self._known.get((organisations, topics))
        if known is None:
            issuers = tuple(self._organisations[id_] for id_ in organisations)
            subjects = tuple(self._topics[id_] for id_ in topics)
            digests = [*(each.digest for each in issuers), *(each.digest for each in subjects)]
            known = self._known[organisations, topics] = issuers, subjects, "|".join(digests)
        return known
