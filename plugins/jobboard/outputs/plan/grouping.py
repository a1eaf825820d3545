"""Which collections an item belongs to: the one place where items are dealt out to organisations, topics and facets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from jobboard.board.board import BoardEvent, BoardNews, BoardOrganisation, BoardPosting
from jobboard.model.parts.offer import ANYWHERE
from jobboard.outputs.page.collection import collection_path
from jobboard.outputs.postings.facets import Facet, countries_of, facets_of
from jobboard.source.kinds import BY_FOLDER

SubjectItem = BoardPosting | BoardNews | BoardEvent
T = TypeVar("T", BoardPosting, BoardNews, BoardEvent, SubjectItem)

Dealt = Mapping[str, list[T]]
"""Items by the paths of their collections, in the order they came in."""


class Grouping:
    """The paths of each item's collections, worked out once. They are the same for all editions.

    Without extras there are those of the organisations and topics alone, and of all items of a kind.
    """

    def __init__(self, postings: Iterable[BoardPosting], *, has_extras: bool) -> None:
        """Of these postings, all that are visible, the countries are those that have a list."""
        self._has_extras = has_extras
        codes = (code for each in postings for code in countries_of(each)) if has_extras else ()
        self._countries = tuple(Facet("country", code).path for code in dict.fromkeys(codes))
        self._families: dict[str, tuple[str, ...]] = {}
        self._paths: dict[tuple[str, str], tuple[str, ...]] = {}

    def paths_of(self, item: SubjectItem) -> tuple[str, ...]:
        """The paths of the collections an item is in (`jobs`, `organisations/cemr`, `country/be`), each once."""
        name = item.folder, item.id
        found = self._paths.get(name)
        if found is None:
            found = self._paths[name] = tuple(dict.fromkeys(self._found(item)))
        return found

    def dealt(self, items: Iterable[T]) -> Dealt[T]:
        """Items by their collections."""
        found: dict[str, list[T]] = {}
        for item in items:
            for path in self.paths_of(item):
                if path in found:
                    found[path].append(item)
                else:
                    found[path] = [item]
        return found

    def _found(self, item: SubjectItem) -> list[str]:
        paths = [BY_FOLDER[item.folder].feed]
        for each in item.organisations:
            paths += self._family(each)
        paths += [collection_path("topic", topic.id) for topic in item.topics]
        if self._has_extras:
            paths.append("all")
            if isinstance(item, BoardPosting):
                paths += [facet.path for facet in facets_of(item)]
                paths += self._countries if ANYWHERE in item.synopsis.applicants_from else ()
        return paths

    def _family(self, organisation: BoardOrganisation) -> tuple[str, ...]:
        """An organisation and those above it: CEMR has PLATFORMA's too."""
        if organisation.id not in self._families:
            ids = family_of(organisation)
            self._families[organisation.id] = tuple(collection_path("organisation", id_) for id_ in ids)
        return self._families[organisation.id]


def family_of(organisation: BoardOrganisation) -> tuple[str, ...]:
    """The ids of an organisation and of those above it, nearest first."""
    return (organisation.id, *(each.id for each in organisation.above))
