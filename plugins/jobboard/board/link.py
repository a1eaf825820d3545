"""Typed content, settings and an instant in; the board, or the problems between files, out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from jobboard.board.board import Board, BoardNews, BoardOrganisation, BoardPosting, Links
from jobboard.board.checks import Checker, Item, check_library
from jobboard.board.links import check_files, check_references, links_of
from jobboard.board.site import Site
from jobboard.board.status import Lifecycle, Status, status_at, to_zone
from jobboard.board.timing import Timed, above, check_times, organisation_ids, time_posting, zone_of
from jobboard.model.library import Library
from jobboard.model.news import NewsItem
from jobboard.model.organisation import Organisation
from jobboard.model.posting import Posting
from jobboard.model.topic import Topic
from jobboard.source.document import Document, digest_of
from jobboard.source.problem import Problem, is_blocking


def link_board(
    library: Library, files: Collection[str], site: Site, now: datetime
) -> tuple[Board | None, tuple[Problem, ...]]:
    """Link the library as seen at `now` (aware). The board is None if there is any problem, here or before."""
    checker = Checker(library)
    items: dict[tuple[str, str], Item] = {("postings", key): item for key, item in library.postings.items()}
    items |= {("news", key): item for key, item in library.news.items()}
    items |= {("organisations", key): item for key, item in library.organisations.items()}
    problems = [*library.problems, *check_library(library)]
    there = items.keys() | {(folder, id_) for folder, ids in library.failed.items() for id_ in ids}
    for item in items.values():
        problems += check_files(item, files, checker)
        problems += check_references(item, library.documents[item.path].body, files, there)
    timed = {posting.id: time_posting(posting, library, site) for posting in library.postings.values()}
    problems += check_times(library, timed, site, checker)
    if is_blocking(problems):
        return None, tuple(problems)
    return _Linker(library, files, site, now, items, timed).board(), tuple(problems)


class _Linker:
    """Holds what every item is linked against while the board is put together."""

    def __init__(
        self,
        library: Library,
        files: Collection[str],
        site: Site,
        now: datetime,
        items: Mapping[tuple[str, str], Item],
        timed: Mapping[str, Timed],
    ) -> None:
        self._library = library
        self._files = files
        self._site = site
        self._now = now
        self._items = items
        self._timed = timed
        self._organisations: dict[str, BoardOrganisation] = {}

    def board(self) -> Board:
        lib = self._library
        statuses = {key: status_at(each.life, self._now) for key, each in self._timed.items() if each.life}
        visible = {("postings", key) for key, status in statuses.items() if status.is_visible}
        visible |= {("organisations", key) for key in lib.organisations}
        visible |= {("news", item.id) for item in lib.news.values() if self._is_out(item)}
        self._organisations = {key: self._organisation(item, visible) for key, item in lib.organisations.items()}
        return Board(
            site=self._site,
            now=self._now,
            postings=tuple(
                self._posting(each.posting, each.zone, each.life, statuses[key], visible)
                for key, each in self._timed.items()
                if each.life
            ),
            news=tuple(self._news(item, visible) for item in lib.news.values()),
            organisations=tuple(self._organisations.values()),
            topics=tuple(lib.topics.values()),
        )

    def _is_out(self, item: NewsItem) -> bool:
        zone = to_zone(zone_of(item, self._library.organisations, self._site))
        return item.status is None and item.published.starts_at(zone) <= self._now

    def _links(self, document: Document, visible: Collection[tuple[str, str]]) -> Links:
        return links_of(document.body, self._files, self._items, visible) if document.body.references else ()

    def _organisation(self, item: Organisation, visible: Collection[tuple[str, str]]) -> BoardOrganisation:
        document = self._library.documents[item.path]
        links = self._links(document, visible)
        higher = tuple(above(item, self._library.organisations))
        return BoardOrganisation(
            id=item.id,
            content=item,
            body=document.body,
            links=links,
            lang=item.lang or self._site.lang,
            above=higher,
            zone=zone_of(item, self._library.organisations, self._site),
            digest=digest_of(repr((self._digest_of(item), links, [self._digest_of(each) for each in higher])).encode()),
        )

    def _posting(
        self, item: Posting, zone: str, life: Lifecycle, status: Status, visible: Collection[tuple[str, str]]
    ) -> BoardPosting:
        document = self._library.documents[item.path]
        links = self._links(document, visible)
        organisations, topics = self._organisations_of(item), self._topics_of(item)
        updated_at = self._updated_at(item, zone, life.opens_at)
        return BoardPosting(
            id=item.id,
            content=item,
            body=document.body,
            links=links,
            lang=item.lang or self._site.lang,
            organisations=organisations,
            topics=topics,
            zone=zone,
            life=life,
            status=status,
            updated_at=updated_at,
            identity=(*item.formerly, item.id)[0],
            group=item.translation_of or item.id,
            digest=_digest(
                self._digest_of(item),
                self._original_digest(item),
                links,
                organisations,
                topics,
                zone,
                status,
                updated_at,
            ),
        )

    def _digest_of(self, item: Item) -> str:
        """A file's name and bytes: an item's id is its address and identity, so a renamed file is another item."""
        return f"{item.id} {self._library.documents[item.path].digest}"

    def _original_digest(self, item: Posting) -> str:
        original = self._library.postings.get(item.translation_of or "")
        return self._digest_of(original) if original else ""

    def _news(self, item: NewsItem, visible: Collection[tuple[str, str]]) -> BoardNews:
        document = self._library.documents[item.path]
        zone = zone_of(item, self._library.organisations, self._site)
        opens_at = item.published.starts_at(to_zone(zone))
        leaves_at = item.expires.ends_at(to_zone(zone)) if item.expires else None
        is_visible = ("news", item.id) in visible
        links = self._links(document, visible)
        organisations, topics = self._organisations_of(item), self._topics_of(item)
        updated_at = self._updated_at(item, zone, opens_at)
        return BoardNews(
            id=item.id,
            content=item,
            body=document.body,
            links=links,
            lang=item.lang or self._site.lang,
            organisations=organisations,
            topics=topics,
            zone=zone,
            opens_at=opens_at,
            leaves_at=leaves_at,
            is_visible=is_visible,
            is_listed=is_visible and (leaves_at is None or self._now < leaves_at),
            updated_at=updated_at,
            identity=(*item.formerly, item.id)[0],
            group=item.translation_of or item.id,
            digest=_digest(self._digest_of(item), "", links, organisations, topics, zone, "", updated_at),
        )

    def _organisations_of(self, item: Posting | NewsItem) -> tuple[BoardOrganisation, ...]:
        return tuple(self._organisations[id_] for id_ in organisation_ids(item))

    def _topics_of(self, item: Posting | NewsItem) -> tuple[Topic, ...]:
        return tuple(self._library.topics[id_] for id_ in item.topics)

    def _updated_at(self, item: Posting | NewsItem, zone: str, opens_at: datetime) -> datetime:
        """When the content last changed; a change announced for later does not count yet."""
        if item.updated is None:
            return opens_at
        updated_at = item.updated.starts_at(to_zone(zone))
        return max(opens_at, updated_at) if updated_at <= self._now else opens_at


def _digest(
    own: str,
    original: str,
    links: Links,
    organisations: tuple[BoardOrganisation, ...],
    topics: tuple[Topic, ...],
    zone: str,
    status: str,
    updated_at: datetime,
) -> str:
    """One name for everything an item shows: its file, what that names, its status. Instants follow from these."""
    named = [*(each.digest for each in organisations), *(each.digest for each in topics)]
    return digest_of("|".join([own, original, zone, status, str(updated_at), repr(links), *named]).encode())
