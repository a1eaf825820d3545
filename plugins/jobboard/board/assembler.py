"""Typed items in, the board's items out: each with what it names, where it leads, and what it is at an instant."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from jobboard.base.digest import digest_of
from jobboard.board.board import Board, BoardEvent, BoardNews, BoardOrganisation, BoardPosting
from jobboard.board.checks import Item
from jobboard.board.digests import file_digest, files_digest, item_digest
from jobboard.board.entries import BoardEntry, link_entry, visible_entries
from jobboard.board.events import link_event, visible_events
from jobboard.board.naming import Naming
from jobboard.board.pages import is_out, link_introduction, link_page
from jobboard.board.resolve import Reachable, links_of, shown_links
from jobboard.board.site import Site
from jobboard.board.status import Lifecycle, Status, life_at, standing_of, status_at, to_zone
from jobboard.board.synopses import news_synopsis, posting_synopsis
from jobboard.board.synopsis import NewsSynopsis, PostingSynopsis, Resolved, Synopsis
from jobboard.board.timing import Timed, above, zone_of
from jobboard.model.event import Event
from jobboard.model.library import Library
from jobboard.model.organisation import Organisation
from jobboard.source.kinds import TOPIC_TEXTS, folder_of

_RULED = frozenset({"postings", "news", "events", "organisations", "pages", TOPIC_TEXTS})
"""The kinds with rules of their own. Of any other an item appears, and leaves the lists (`board/entries.py`)."""


class Assembler:
    """Holds what every item is linked against while the board is put together.

    `timed` are the postings that are changed, `synopses` those of the unchanged items, both by path. `before` is a
    board of the same context: topics and settings are as they were.
    """

    def __init__(
        self,
        library: Library,
        reachable: Reachable,
        site: Site,
        now: datetime,
        timed: Mapping[str, Timed],
        synopses: Mapping[str, Synopsis],
        before: Board | None,
    ) -> None:
        self._library = library
        self._reachable = reachable
        self._site = site
        self._now = now
        self._timed = timed
        self._synopses = synopses
        self._before = before
        self._records: Mapping[str, Any] = library.records
        self._postings_before: dict[str, BoardPosting] = {}
        self._news_before: dict[str, BoardNews] = {}
        self._visible: Collection[tuple[str, str]] = ()
        self._organisations: dict[str, BoardOrganisation] = {}
        self._naming = Naming({}, {})

    def board(self) -> Board:
        """The board, seen at the instant."""
        lib = self._library
        lives = {key: life for key, path in lib.postings.paths.items() if (life := self._life(path)) is not None}
        statuses = {key: status_at(life, self._now) for key, life in lives.items()}
        pages = [item for item in lib.pages.values() if is_out(item, lib)]
        introductions = [item for item in lib.introductions.values() if is_out(item, lib)]
        plain = {folder: found for folder, found in lib.items.items() if folder not in _RULED}
        self._visible = {
            *(("postings", key) for key, status in statuses.items() if status.is_visible),
            *(("organisations", key) for key in lib.organisations),
            *visible_events(lib, self._site, self._now),
            *visible_entries(plain, lib, self._site, self._now),
            *(("news", key) for key, path in lib.news.paths.items() if self._is_out(key, path)),
            *(("pages", item.id) for item in pages),
            *((TOPIC_TEXTS, item.id) for item in introductions),
        }
        self._organisations = {key: self._organisation(item) for key, item in lib.organisations.items()}
        self._naming = Naming(self._organisations, lib.topics)
        self._look_back()
        linked: dict[str, tuple[Any, ...]] = {
            "postings": tuple([self._posting(key, lives[key], each) for key, each in statuses.items()]),
            "news": tuple([self._news(key, path) for key, path in lib.news.paths.items()]),
            "events": tuple(self._event(item) for item in lib.events.values()),
            "organisations": tuple(self._organisations.values()),
            "pages": tuple(link_page(item, lib, self._shown_links(item), self._site) for item in pages),
            TOPIC_TEXTS: tuple(
                link_introduction(item, lib, self._shown_links(item), self._organisations, self._site)
                for item in introductions
            ),
        }
        linked |= {folder: tuple(map(self._entry, found.values())) for folder, found in plain.items()}
        items = {folder: linked[folder] for folder in lib.items}
        return Board(site=self._site, now=self._now, items=items, topics=tuple(lib.topics.values()))

    def _entry(self, item: Any) -> BoardEntry:
        links = self._shown_links(item)
        original = self._library.items[folder_of(item.path)].get(item.translation_of or "")
        own = f"{files_digest(item, original, self._library)} {links!r}"
        return link_entry(item, self._library, self._site, self._now, self._naming, links, own=own)

    def _look_back(self) -> None:
        """Keep what was linked before, if all that it names is as it was."""
        before, now = self._before, self._organisations.values()
        if before is not None and [each.digest for each in before.organisations] == [each.digest for each in now]:
            self._postings_before = {each.path: each for each in before.postings}
            self._news_before = {each.path: each for each in before.news}

    def _life(self, path: str) -> Lifecycle | None:
        """The life of a posting that counts now; None for one that has no deadline."""
        synopsis = self._synopses.get(path)
        lives = synopsis.lives if isinstance(synopsis, PostingSynopsis) else self._timed[path].lives
        return life_at(lives, self._now) if lives else None

    def _is_out(self, id_: str, path: str) -> bool:
        synopsis = self._synopses.get(path)
        if isinstance(synopsis, NewsSynopsis):
            return synopsis.is_out_at(self._now)
        item = self._library.news[id_]
        zone = to_zone(zone_of(item, self._library.organisations, self._site))
        return item.status is None and item.published.starts_at(zone) <= self._now

    def _shown_links(self, item: Item) -> Resolved:
        return shown_links(links_of(self._library.documents[item.path].body, self._reachable), self._visible)

    def _shown_links_of(self, synopsis: Synopsis, path: str) -> Resolved:
        """The same of a posting or news item; where an unchanged one leads to nothing that may change, all is shown."""
        if synopsis.asked is None and path in self._synopses:
            return synopsis.links
        return shown_links(synopsis.links, self._visible)

    def _organisation(self, item: Organisation) -> BoardOrganisation:
        links = self._shown_links(item)
        higher = tuple(above(item, self._library.organisations))
        files = [file_digest(each, self._library) for each in (item, *higher)]
        return BoardOrganisation(
            id=item.id,
            content=item,
            body=self._library.documents[item.path].body,
            links=links,
            lang=item.lang or self._site.lang,
            above=higher,
            zone=zone_of(item, self._library.organisations, self._site),
            digest=digest_of(repr((files, links)).encode()),
        )

    def _posting(self, id_: str, life: Lifecycle, status: Status) -> BoardPosting:
        path = self._library.postings.paths[id_]
        synopsis, records = self._synopses.get(path), self._records
        if not isinstance(synopsis, PostingSynopsis):
            timed = self._timed[path]
            synopsis = posting_synopsis(timed, self._library, self._reachable, self._site)
            records = {path: timed.posting}
        links = self._shown_links_of(synopsis, path)
        updated_at = self._updated_at(synopsis.changes, life.opens_at)
        before = self._postings_before.get(path)
        is_same = before is not None and _is_same(before, synopsis, links, updated_at)
        if before is not None and is_same and before.status is status and before.life == life:
            return before
        organisations, topics, named = self._naming.named(synopsis.organisations, synopsis.topics)
        return BoardPosting(
            id=id_,
            path=path,
            records=records,
            documents=self._library.documents,
            synopsis=synopsis,
            links=links,
            organisations=organisations,
            topics=topics,
            life=life,
            status=status,
            updated_at=updated_at,
            identity=(*synopsis.formerly, id_)[0],
            formerly=synopsis.formerly,
            group=synopsis.original or id_,
            digest=item_digest(_own(synopsis, links), standing_of(status, synopsis.lives, life), updated_at, named),
        )

    def _news(self, id_: str, path: str) -> BoardNews:
        synopsis, records = self._synopses.get(path), self._records
        if not isinstance(synopsis, NewsSynopsis):
            item = self._library.news[id_]
            synopsis = news_synopsis(item, self._library, self._reachable, self._site)
            records = {path: item}
        links = self._shown_links_of(synopsis, path)
        is_visible, leaves_at = ("news", id_) in self._visible, synopsis.leaves_at
        is_listed = is_visible and (leaves_at is None or self._now < leaves_at)
        updated_at = self._updated_at(synopsis.changes, synopsis.opens_at)
        before = self._news_before.get(path)
        is_same = before is not None and _is_same(before, synopsis, links, updated_at)
        if before is not None and is_same and (before.is_visible, before.is_listed) == (is_visible, is_listed):
            return before
        organisations, topics, named = self._naming.named(synopsis.organisations, synopsis.topics)
        return BoardNews(
            id=id_,
            path=path,
            records=records,
            documents=self._library.documents,
            synopsis=synopsis,
            links=links,
            organisations=organisations,
            topics=topics,
            is_visible=is_visible,
            is_listed=is_listed,
            updated_at=updated_at,
            identity=(*synopsis.formerly, id_)[0],
            formerly=synopsis.formerly,
            group=synopsis.original or id_,
            digest=item_digest(_own(synopsis, links), "", updated_at, named),
        )

    def _event(self, item: Event) -> BoardEvent:
        links = self._shown_links(item)
        original = self._library.events.get(item.translation_of or "")
        return link_event(
            item,
            self._library,
            self._site,
            self._now,
            tuple(self._organisations[id_] for id_ in item.organisations),
            links,
            own=f"{files_digest(item, original, self._library)} {links!r}",
            is_visible=("events", item.id) in self._visible,
        )

    def _updated_at(self, changes: tuple[datetime, ...], opens_at: datetime) -> datetime:
        """When the content last changed; a change announced for later does not count yet."""
        return max((opens_at, *(each for each in changes if each <= self._now))) if changes else opens_at


def _own(synopsis: Synopsis, links: Resolved) -> str:
    """A name for the item by itself, and for what of its links readers do not see yet."""
    return synopsis.own if links == synopsis.links else f"{synopsis.own} {links!r}"


def _is_same(before: BoardPosting | BoardNews, synopsis: Synopsis, links: Resolved, updated_at: datetime) -> bool:
    """True if it was linked of this very synopsis, leads where it led, and no announced update came to count since."""
    is_unmoved = before.links is links or before.links == links
    return before.synopsis is synopsis and is_unmoved and before.updated_at == updated_at
