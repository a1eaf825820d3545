"""The board as a plan needs it: what is visible, what is listed, and everyone's card, each worked out once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import TypeVar

from jobboard.board.board import Board, BoardNews, BoardOrganisation, BoardPosting
from jobboard.board.order import one_per_group, order_by_deadline, order_newest, order_news
from jobboard.board.status import Status
from jobboard.outputs import addresses
from jobboard.outputs.cards import JobFacts, NewsCard, job_facts, news_card
from jobboard.outputs.contacts import title_of
from jobboard.outputs.media import MediaFile
from jobboard.outputs.organisations import OrganisationCard, organisation_card

Item = BoardPosting | BoardNews
T = TypeVar("T", bound=BoardPosting | BoardNews)


class Selection:
    """Chosen once from a board. Lists are in the order their name says; `newest` is the feeds' order."""

    def __init__(self, board: Board, sizes: Mapping[str, int], media: Callable[[str], MediaFile]) -> None:
        self.site = board.site
        self.sizes = sizes
        self.media = media
        self.everyone = board.organisations
        self.visible = [each for each in board.postings if each.status.is_visible]
        listed = one_per_group((each for each in self.visible if each.status.is_listed), self.site.lang)
        self.by_deadline = order_by_deadline(listed)
        self.newest = order_newest(listed)
        self.closing_soon = [each for each in self.by_deadline if each.status is Status.CLOSING_SOON]
        self.closed = one_per_group((each for each in self.visible if each.status.is_closed), self.site.lang)
        self.visible_news = [each for each in board.news if each.is_visible]
        self.news = order_news(one_per_group((each for each in self.visible_news if each.is_listed), self.site.lang))
        self.moves = tuple(_moves(self.visible, self.visible_news, self.everyone))
        self._facts: dict[str, JobFacts] = {}
        self._news_cards: dict[str, NewsCard] = {}
        self._groups: dict[str, list[BoardPosting]] = {}
        for posting in self.visible:
            self._groups.setdefault(posting.group, []).append(posting)

    def facts(self, postings: Iterable[BoardPosting]) -> tuple[JobFacts, ...]:
        """What the cards of postings say."""
        known = self._facts
        return tuple([known.get(each.id) or known.setdefault(each.id, job_facts(each)) for each in postings])

    def news_cards(self, items: Iterable[BoardNews]) -> tuple[NewsCard, ...]:
        """The cards of news items."""
        return tuple(
            self._news_cards.get(each.id) or self._news_cards.setdefault(each.id, news_card(each, self.site))
            for each in items
        )

    def organisation_cards(self, items: Iterable[BoardOrganisation]) -> tuple[OrganisationCard, ...]:
        """The cards of organisations, by name."""
        return tuple(
            organisation_card(each, self.site) for each in sorted(items, key=lambda each: each.content.name.casefold())
        )

    def translations(self, posting: BoardPosting) -> tuple[BoardPosting, ...]:
        """The visible others of a posting's translation group."""
        return tuple(each for each in self._groups[posting.group] if each.id != posting.id)


def by_organisation(items: Iterable[T]) -> dict[str, list[T]]:
    """Items by the organisations that name them and by those above: CEMR has PLATFORMA's too."""
    found: dict[str, list[T]] = {}
    for item in items:
        ids = dict.fromkeys(
            id_ for each in item.organisations for id_ in (each.id, *(higher.id for higher in each.above))
        )
        for id_ in ids:
            found.setdefault(id_, []).append(item)
    return found


def group_of(item: Item) -> tuple[bool, str]:
    """What makes two items one to a subscriber: the same translation group."""
    return isinstance(item, BoardPosting), item.group


def opened_at(item: Item) -> datetime:
    """The instant an item appeared."""
    return item.life.opens_at if isinstance(item, BoardPosting) else item.opens_at


def feed_updated(shown: Iterable[Item], visible: Iterable[Item], identity: str) -> datetime:
    """The newest change of what a feed holds; of an empty one the instant it became empty.

    A feed that never held anything is as old as the site's identity.
    """
    changes = [each.updated_at for each in shown]
    if not changes:
        changes = [left for left in map(_left_at, visible) if left is not None]
    return max(changes, default=began(identity))


def began(identity: str) -> datetime:
    """The start of the year in a tag authority, `hub.example,2026`: no site is older than its identity."""
    return datetime(int(identity.rsplit(",", 1)[-1][:4]), 1, 1, tzinfo=UTC)


def _left_at(item: Item) -> datetime | None:
    return item.life.closes_at if isinstance(item, BoardPosting) else item.leaves_at


def _moves(
    postings: Iterable[BoardPosting], news: Iterable[BoardNews], organisations: Iterable[BoardOrganisation]
) -> Iterator[tuple[str, str, str]]:
    """(old address, new address, title) of everything that was renamed."""
    for posting in postings:
        yield from (
            (addresses.posting_path(old), addresses.posting_path(posting.id), title_of(posting))
            for old in posting.formerly
        )
    for item in news:
        yield from (
            (addresses.news_path(old), addresses.news_path(item.id), item.content.title)
            for old in item.content.formerly
        )
    for each in organisations:
        path = addresses.organisation_path
        yield from ((path(old), path(each.id), each.content.name) for old in each.content.formerly)
