"""What each feed holds: postings, news and events sorted once, then dealt out to the scopes they belong to."""

from __future__ import annotations

from datetime import datetime

from jobboard.board.board import BoardEvent, BoardOrganisation, BoardPosting
from jobboard.outputs.feeds import FeedItem
from jobboard.outputs.selection import Item, Selection, feed_updated, group_of, opened_at


class FeedScopes:
    """The items of every feed by its path below /feeds/ (`organisations/cemr`), most recently published first.

    A topic or kind is there for every value that a visible item has, closed ones included, so that no address
    vanishes.
    """

    def __init__(self, chosen: Selection) -> None:
        self._site = chosen.site
        listed: list[Item] = [*chosen.newest, *chosen.news, *chosen.events]
        everything: list[Item] = [*chosen.visible, *chosen.visible_news, *chosen.visible_events]
        self._listed = {group_of(each): each for each in listed}
        self._originals = {group_of(each): each for each in everything if each.id == each.group}
        self._items: dict[tuple[type[Item], str], FeedItem] = {}
        self._visible: dict[str, list[Item]] = {}
        families: dict[str, tuple[str, ...]] = {}
        for item in sorted(everything, key=self._rank):
            for scope in _scopes_of(item, families, is_all=chosen.site.has_extras):
                self._visible.setdefault(scope, []).append(item)

    def __contains__(self, scope: object) -> bool:
        return scope in self._visible

    def shown(self, scope: str) -> tuple[datetime, tuple[FeedItem, ...]]:
        """The date of a feed and what it holds: the listed ones among the most recently published of its scope.

        Counting the closed ones too keeps an old posting from coming back into a feed when a newer one closes.
        """
        visible = self._visible.get(scope, [])
        recent: dict[tuple[type[Item], str], Item] = {}
        for item in visible:
            if len(recent) == self._site.feed_size:
                break
            recent.setdefault(group_of(item), item)
        shown = [
            self._listed[group]
            for group, first in recent.items()
            if group in self._listed and self._is_in(self._listed[group], first, visible)
        ]
        return feed_updated(shown, visible, self._site.identity), tuple(map(self._item, shown))

    def _original(self, item: Item) -> Item:
        """The one that a translation group is known as and dated by: the original, unless that is not visible."""
        return item if item.id == item.group else self._originals.get(group_of(item), item)

    def _rank(self, item: Item) -> tuple[float, str]:
        original = self._original(item)
        return -opened_at(original).timestamp(), original.id

    def _is_in(self, listed: Item, first: Item, visible: list[Item]) -> bool:
        """True if that member of a translation group belongs to the scope; the members may differ in their topics."""
        return listed is first or any(each is listed for each in visible)

    def _item(self, item: Item) -> FeedItem:
        group = group_of(item)
        if group not in self._items:
            original = self._original(item)
            self._items[group] = FeedItem(item, original.identity, opened_at(original))
        return self._items[group]


def _scopes_of(item: Item, families: dict[str, tuple[str, ...]], *, is_all: bool) -> list[str]:
    """The feeds an item is for. `families` remembers the scopes of organisations met before."""
    is_posting = isinstance(item, BoardPosting)
    scopes = ["jobs" if is_posting else "events" if isinstance(item, BoardEvent) else "news"]
    for each in item.organisations:
        scopes += _family(each, families)
    if is_all:
        scopes.append("all")
        if isinstance(item, BoardPosting):
            scopes.append(f"kind/{item.synopsis.kind}")
        scopes += [f"topics/{topic.id}" for topic in item.topics]
    return scopes if len(item.organisations) == 1 else list(dict.fromkeys(scopes))


def _family(organisation: BoardOrganisation, families: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """An organisation and those above it: CEMR has PLATFORMA's too."""
    if organisation.id not in families:
        families[organisation.id] = tuple(
            f"organisations/{id_}" for id_ in (organisation.id, *(each.id for each in organisation.above))
        )
    return families[organisation.id]
