"""The board as a plan needs it: what is visible, what is listed, and everyone's card, each worked out once."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, TypeVar

from jobboard.board.board import Board, BoardEvent, BoardNews, BoardOrganisation, BoardPage, BoardPosting
from jobboard.board.entries import BoardEntry, entries_of
from jobboard.board.files import named_files
from jobboard.board.order import chosen_for, order_by_deadline, order_events, order_newest, order_news
from jobboard.board.site import Site, Untranslated
from jobboard.board.status import Status
from jobboard.board.synopsis import NamedFile
from jobboard.model.former import other_ids
from jobboard.outputs.addresses import path_of
from jobboard.outputs.events.card import EventCard, event_card
from jobboard.outputs.framed import framed_path
from jobboard.outputs.news.card import NewsCard, news_card
from jobboard.outputs.page.link import Link, organisation_links
from jobboard.outputs.page.made import Made, Making
from jobboard.outputs.page.media import MediaFile, PageFiles
from jobboard.outputs.plan.grouping import Dealt, Grouping, SubjectItem
from jobboard.outputs.postings.card import JobCard, job_card
from jobboard.outputs.postings.facets import facets_among
from jobboard.outputs.text.alphabet import alphabetical
from jobboard.outputs.topics.page import on_topics
from jobboard.source.kinds import KINDS

Listed = SubjectItem | BoardEntry
T = TypeVar("T", bound=Listed)
_Card = TypeVar("_Card", JobCard, NewsCard, EventCard)

Group = tuple[str, str]
"""A translation group, one item to a subscriber: the folder of its kind, and the id of the original."""


class Selection:
    """Chosen once from a board. Lists are in the order their name says; `newest` is the feeds' order. `visible` and
    `listed` have what is visible and what this edition lists, by folder and the collections it is in.

    `in_language` answers the same board as another edition lists it, and shares all that does not speak.
    """

    def __init__(
        self, board: Board, sizes: Mapping[str, int], media: Callable[[str], MediaFile], making: Making | None = None
    ) -> None:
        self.site = board.site
        self.making = making or Making()
        self.sizes = sizes
        self.media = media
        self.items: Mapping[str, list[Any]] = {
            folder: [each for each in found if each.is_visible] for folder, found in board.items.items()
        }
        self.organisations = board.organisations
        self._organisations = {each.id: each for each in board.organisations}
        self.postings: list[BoardPosting] = self.items["postings"]
        self.visible_news: list[BoardNews] = self.items["news"]
        self.visible_events: list[BoardEvent] = self.items["events"]
        self.sites = {each.lang: each for each in board.site.editions()}
        self.pages = board.pages
        self.introductions = board.introductions
        self.grouping = Grouping(self.postings, has_extras=self.site.has_extras)
        self.visible: Mapping[str, Dealt[Any]] = {
            kind.folder: self.grouping.dealt(self.items[kind.folder]) for kind in KINDS if kind.feed
        }
        self.facets = tuple(facets_among(self.visible["postings"])) if self.site.has_extras else ()
        self.on_topics = on_topics(self.visible, board.topics) if self.site.has_extras else {}
        introduced = {each.group for each in board.introductions}
        self.topics = tuple(each for each in board.topics if each.id in self.on_topics or each.id in introduced)
        self._cards: dict[tuple[Callable[..., Any], str], dict[str, Made[Any]]] = {}
        plain = (each for each in entries_of(board) if each.is_visible)
        self._groups = _groups([*self.postings, *self.visible_news, *self.visible_events, *plain])
        self._groups_of_pages = _groups(self.pages)
        self._choose()

    def _choose(self) -> None:
        """What this edition lists."""
        listed = chosen_for((each for each in self.postings if each.status.is_listed), self.site)
        self.by_deadline = order_by_deadline(listed)
        self.postings_newest = order_newest(listed)
        self.closing_soon = [each for each in self.by_deadline if each.status is Status.CLOSING_SOON]
        self.closed = chosen_for((each for each in self.postings if each.status.is_closed), self.site)
        self.news = order_news(chosen_for((each for each in self.visible_news if each.is_listed), self.site))
        self.events = order_events(chosen_for((each for each in self.visible_events if each.is_listed), self.site))
        past = chosen_for((each for each in self.visible_events if each.is_past), self.site)
        self.past_events = order_events(past)[::-1]
        chosen: Mapping[str, list[Any]] = {"postings": self.by_deadline, "news": self.news, "events": self.events}
        self.listed: Mapping[str, Dealt[Any]] = {folder: self.grouping.dealt(found) for folder, found in chosen.items()}

    def in_language(self, lang: str) -> Selection:
        """The selection of the edition in a language, this one or another."""
        return self if lang == self.site.lang else self._as(self.sites[lang])

    def whole(self) -> Selection:
        """The root's selection with nothing hidden, for data that is about the whole board."""
        return self if self.site.shows_untranslated else self._as(replace(self.site, untranslated=Untranslated.SHOW))

    def _as(self, site: Site) -> Selection:
        other = copy.copy(self)
        other.site = site
        if self._groups or not self.site.shows_untranslated:
            other._choose()  # noqa: SLF001
        return other

    def edition_of(self, item: Listed | BoardPage) -> Site:
        """The edition an item's page belongs to: that of its language, else the root's."""
        return self.sites.get(item.lang) or next(iter(self.sites.values()))

    def cards(self, postings: Iterable[BoardPosting]) -> tuple[Made[JobCard], ...]:
        """The cards of postings that this edition lists."""
        return self._made(job_card, self.site, lambda: [*self.by_deadline, *self.closed], postings)

    def news_cards(self, items: Iterable[BoardNews], site: Site | None = None) -> tuple[Made[NewsCard], ...]:
        """The cards of visible news items, for another edition if one is given."""
        return self._made(news_card, site or self.site, lambda: self.visible_news, items)

    def event_cards(self, items: Iterable[BoardEvent]) -> tuple[Made[EventCard], ...]:
        """The cards of visible events."""
        return self._made(event_card, self.site, lambda: self.visible_events, items)

    def _made(
        self, make: Callable[[Site, T], _Card], site: Site, all_of_them: Callable[[], Sequence[T]], wanted: Iterable[T]
    ) -> tuple[Made[_Card], ...]:
        """The cards of those that are wanted. Where the first is, all are made, which can be shared out."""
        known = self._cards.get((make, site.lang))
        if known is None:
            everything = all_of_them()
            cards = zip(everything, self.making(make, site, everything), strict=True)
            known = self._cards[make, site.lang] = {each.id: card for each, card in cards}
        return tuple([known[each.id] for each in wanted])

    def files_named(self, named: Iterable[NamedFile]) -> PageFiles:
        """How large files are, each once."""
        files = [*named]
        shown = {each.path: self.media(each.path).measured.value for each in files if each.is_shown}
        paths = dict.fromkeys(each.path for each in files)
        return PageFiles(tuple((path, self.sizes[path], shown.get(path)) for path in paths))

    def logos(self, organisations: Iterable[BoardOrganisation] | None = None) -> PageFiles:
        """How large the logos of organisations are, of all if none are named."""
        named = self.organisations if organisations is None else organisations
        return self.files_named(file for each in named for file in named_files(each.content))

    def members(self, item: Listed | BoardPage) -> tuple[tuple[str, str], ...]:
        """(language, path) of an item and its visible translations, the original first."""
        own = ((item.lang, path_of(item)),)
        groups = self._groups_of_pages if isinstance(item, BoardPage) else self._groups
        return groups.get(group_of(item), own)

    def shown(self, item: Listed | BoardPage) -> Iterator[tuple[Site, str]]:
        """The editions that show an item, each with the path: its page is in its own, the others frame it."""
        path = path_of(item)
        yield self.edition_of(item), path
        yield from ((each, framed_path(each.lang, path)) for each in self.framing(item))

    def framing(self, item: Listed | BoardPage) -> list[Site]:
        """The editions in whose language an item is not to be read."""
        if not self.site.has_frames:
            return []
        own, written = self.edition_of(item), {lang for lang, _ in self.members(item)}
        return [each for each in self.sites.values() if each is not own and each.lang not in written]

    def translated(self, item: Listed | BoardPage) -> list[tuple[Site, str]]:
        """The other editions in whose language it is, each with the path of the translation."""
        members = self.members(item)
        if len(members) == 1 or not self.site.has_frames:
            return []
        own, pages = self.edition_of(item), dict(members[::-1])
        return [(each, pages[each.lang]) for each in self.sites.values() if each is not own and each.lang in pages]

    def links_to(self, ids: Iterable[str], site: Site) -> tuple[tuple[str, Link], ...]:
        """How a page of that edition names organisations, by id."""
        named = [self._organisations[id_] for id_ in ids]
        return tuple(zip([each.id for each in named], organisation_links(site, named), strict=True))


def all_ids(item: Any) -> tuple[str, ...]:
    """The id of an item, and those it had before, oldest first."""
    return (item.id, *other_ids(item if hasattr(item, "formerly") else item.content))


def by_name(organisations: Iterable[BoardOrganisation], lang: str) -> tuple[BoardOrganisation, ...]:
    """Organisations in the order of a language's alphabet."""
    return tuple(sorted(organisations, key=lambda each: (alphabetical(each.content.name, lang), each.id)))


def _groups(items: Iterable[Listed | BoardPage]) -> dict[Group, tuple[tuple[str, str], ...]]:
    """(language, path) of the members of each translation group that has several, the original first."""
    groups: dict[Group, list[Listed | BoardPage]] = {}
    for item in items:
        groups.setdefault(group_of(item), []).append(item)
    return {
        group: tuple(
            (each.lang, path_of(each)) for each in sorted(found, key=lambda each: (each.id != each.group, each.id))
        )
        for group, found in groups.items()
        if len(found) > 1
    }


def group_of(item: Listed | BoardPage) -> Group:
    """What makes two items one to a subscriber: the same translation group."""
    return item.folder, item.group


def opened_at(item: SubjectItem) -> datetime:
    """The instant an item appeared."""
    return item.opens_at


def began(identity: str) -> datetime:
    """The start of the year in a tag authority, `hub.example,2026`: no site is older than its identity."""
    return datetime(int(identity.rsplit(",", 1)[-1][:4]), 1, 1, tzinfo=UTC)
