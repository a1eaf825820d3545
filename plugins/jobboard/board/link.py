"""Typed content, settings and an instant in; the board, or the problems between files, out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, MutableMapping
from datetime import datetime

from jobboard.board.before import Before
from jobboard.board.board import Board, BoardEvent, BoardNews, BoardOrganisation, BoardPosting, Links, Target
from jobboard.board.checks import Checker, Item, check_library
from jobboard.board.events import check_events, link_event, visible_events
from jobboard.board.links import check_files, check_references, links_of
from jobboard.board.pages import is_out, link_introduction, link_page
from jobboard.board.settling import kept_synopses, synopsis_of
from jobboard.board.site import Site
from jobboard.board.status import Lifecycle, Status, status_at, to_zone
from jobboard.board.synopsis import Synopsis
from jobboard.board.timing import Timed, above, check_times, time_posting, zone_of
from jobboard.model.event import Event
from jobboard.model.library import Library
from jobboard.model.news import NewsItem
from jobboard.model.organisation import Organisation
from jobboard.model.posting import Posting
from jobboard.model.topic import Topic
from jobboard.source.document import Document, digest_of
from jobboard.source.lazy import Lazy
from jobboard.source.problem import Problem, is_blocking


def link_board(
    library: Library,
    files: Collection[str],
    site: Site,
    now: datetime,
    synopses: MutableMapping[str, Synopsis],
    before: Board | None = None,
) -> tuple[Board | None, tuple[Problem, ...]]:
    """Link the library as seen at `now` (aware). The board is None if there is any problem, here or before.

    `synopses` are those of the library's settled postings, by path; the others' are added, where they may be kept.
    `before` is a board that was linked in the same context (`context_of`): what would come out equal is taken from it.
    """
    checker = Checker(library)
    items: dict[tuple[str, str], Item] = {("postings", key): item for key, item in library.postings.items()}
    items |= {("news", key): item for key, item in library.news.items()}
    items |= {("events", key): item for key, item in library.events.items()}
    items |= {("organisations", key): item for key, item in library.organisations.items()}
    items |= {("pages", key): item for key, item in library.pages.items()}
    items |= {("topics", key): item for key, item in library.introductions.items() if item.translation_of is None}
    unsettled = [item for item in items.values() if item.path not in library.settled]
    unsettled += [item for item in library.introductions.values() if item.translation_of is not None]
    problems = [*library.problems, *check_library(library)]
    there = items.keys() | {(folder, id_) for folder, ids in library.failed.items() for id_ in ids}
    for item in unsettled:
        problems += check_files(item, files, checker)
        problems += check_references(item, library.documents[item.path].body, files, there)
    timed = {item.path: time_posting(item, library, site) for item in unsettled if isinstance(item, Posting)}
    problems += check_times(library, timed.values(), site, checker)
    problems += check_events(library, site, checker)
    told = [problem for path in library.settled for problem in synopses[path].problems(path)]
    if is_blocking(problems):
        return None, (*problems, *told)
    board = _Linker(library, files, site, now, items, timed, synopses, before).board()
    synopses.update(kept_synopses(board, timed, problems))
    return board, (*problems, *told)


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
        synopses: Mapping[str, Synopsis],
        before: Board | None,
    ) -> None:
        self._library = library
        self._files = files
        self._site = site
        self._now = now
        self._items = items
        self._timed = timed
        self._synopses = synopses
        self._organisations: dict[str, BoardOrganisation] = {}
        self._before = Before(before)

    def board(self) -> Board:
        lib = self._library
        lives = {key: life for key, item in lib.postings.items() if (life := self._life(item)) is not None}
        statuses = {key: status_at(life, self._now) for key, life in lives.items()}
        visible = {("postings", key) for key, status in statuses.items() if status.is_visible}
        visible |= {("organisations", key) for key in lib.organisations}
        visible |= {*visible_events(lib, self._site, self._now)}
        visible |= {("news", item.id) for item in lib.news.values() if self._is_out(item)}
        pages = [item for item in lib.pages.values() if is_out(item, lib)]
        introductions = [item for item in lib.introductions.values() if is_out(item, lib)]
        visible |= {("pages", item.id) for item in pages} | {("topics", item.id) for item in introductions}
        self._organisations = {key: self._organisation(item, visible) for key, item in lib.organisations.items()}
        return Board(
            site=self._site,
            now=self._now,
            postings=tuple(
                self._posting(lib.postings[key], life, statuses[key], visible) for key, life in lives.items()
            ),
            news=tuple(self._news(item, visible) for item in lib.news.values()),
            events=tuple(self._event(item, visible) for item in lib.events.values()),
            organisations=tuple(self._organisations.values()),
            topics=tuple(lib.topics.values()),
            pages=tuple(link_page(item, lib, self._body_links(item, visible), self._site) for item in pages),
            introductions=tuple(
                link_introduction(item, lib, self._body_links(item, visible), self._organisations, self._site)
                for item in introductions
            ),
        )

    def _life(self, item: Posting) -> Lifecycle | None:
        synopsis = self._synopses.get(item.path)
        return self._timed[item.path].life if synopsis is None else self._before.life(item, synopsis)

    def _is_out(self, item: NewsItem) -> bool:
        zone = to_zone(zone_of(item, self._library.organisations, self._site))
        return item.status is None and item.published.starts_at(zone) <= self._now

    def _links(self, document: Document, visible: Collection[tuple[str, str]]) -> Links:
        return links_of(document.body, self._files, self._items, visible) if document.body.references else ()

    def _body_links(self, item: Item, visible: Collection[tuple[str, str]]) -> Links:
        return self._links(self._library.documents[item.path], visible)

    def _organisation(self, item: Organisation, visible: Collection[tuple[str, str]]) -> BoardOrganisation:
        document = self._library.documents[item.path]
        links = self._links(document, visible)
        higher = tuple(above(item, self._library.organisations))
        digest = digest_of(repr((self._digest_of(item), links, [self._digest_of(each) for each in higher])).encode())
        if (before := self._before.organisation(item.id, digest)) is not None:
            return before
        return BoardOrganisation(
            id=item.id,
            content=item,
            body=document.body,
            links=links,
            lang=item.lang or self._site.lang,
            above=higher,
            zone=zone_of(item, self._library.organisations, self._site),
            digest=digest,
        )

    def _posting(
        self, item: Posting, life: Lifecycle, status: Status, visible: Collection[tuple[str, str]]
    ) -> BoardPosting:
        documents, path = self._library.documents, item.path
        synopsis = self._synopses.get(path)
        if synopsis is not None:
            updated_at = self._updated_at(synopsis.changes, life.opens_at)
            if before := self._before.posting(item, synopsis, status, updated_at, self._organisations):
                return before
        identity = group = item.id
        links: Links = ()
        formerly: tuple[str, ...] = ()
        if synopsis is not None:
            links = tuple(
                [(text, Target(folder=folder, id=id_, file=file)) for text, folder, id_, file in synopsis.links]
            )
        else:
            timed = self._timed[path]
            links = self._links(documents[path], visible)
            own = self._digest_of(item), self._original_digest(item), timed.zone, repr(links)
            item, formerly = timed.posting, item.formerly
            identity, group = (*formerly, item.id)[0], item.translation_of or item.id
            synopsis = synopsis_of(item, timed.zone, life, self._site, digest_of("|".join(own).encode()))
        organisations = tuple([self._organisations[id_] for id_ in synopsis.organisations])
        topics = tuple([self._library.topics[id_] for id_ in synopsis.topics])
        updated_at = self._updated_at(synopsis.changes, life.opens_at)
        return BoardPosting(
            id=item.id,
            content=item,
            text=Lazy(lambda: documents[path].body),
            links=links,
            synopsis=synopsis,
            organisations=organisations,
            topics=topics,
            life=life,
            status=status,
            updated_at=updated_at,
            identity=identity,
            formerly=formerly,
            group=group,
            digest=_digest(synopsis.own, status, updated_at, organisations, topics),
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
        organisations = tuple(self._organisations[id_] for id_ in item.organisations)
        topics = tuple(self._library.topics[id_] for id_ in item.topics)
        updated_at = self._updated_at(item.updated.starts_at(to_zone(zone)) if item.updated else None, opens_at)
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
            digest=_digest(f"{self._digest_of(item)} {zone} {links!r}", "", updated_at, organisations, topics),
        )

    def _event(self, item: Event, visible: Collection[tuple[str, str]]) -> BoardEvent:
        links = self._links(self._library.documents[item.path], visible)
        original = self._library.events.get(item.translation_of or "")
        return link_event(
            item,
            self._library,
            self._site,
            self._now,
            tuple(self._organisations[id_] for id_ in item.organisations),
            links,
            own=f"{self._digest_of(item)} {self._digest_of(original) if original else ''} {links!r}",
            is_visible=("events", item.id) in visible,
        )

    def _updated_at(self, changes_at: datetime | None, opens_at: datetime) -> datetime:
        """When the content last changed; a change announced for later does not count yet."""
        return opens_at if changes_at is None or changes_at > self._now else max(opens_at, changes_at)


def _digest(
    own: str,
    status: str,
    updated_at: datetime,
    organisations: tuple[BoardOrganisation, ...],
    topics: tuple[Topic, ...],
) -> str:
    """One name for everything an item shows: its file, what that names, its status. Instants follow from these."""
    named = [*(each.digest for each in organisations), *(each.digest for each in topics)]
    return "|".join((own, status, updated_at.isoformat(), *named))
