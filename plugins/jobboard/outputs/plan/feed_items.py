"""What each feed holds: postings, news and events sorted once, then dealt out to the collections they are in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from jobboard.outputs.feeds.item import FeedItem, feed_item
from jobboard.outputs.plan.grouping import SubjectItem
from jobboard.outputs.plan.selection import Group, Selection, began, group_of, opened_at
from jobboard.outputs.site.feed import entry_id
from jobboard.outputs.text.clocks import stamped
from jobboard.source.kinds import KINDS


class FeedItems:
    """The items of every feed by its collection's path (`organisations/cemr`), most recently published first.

    A collection is there for every value that a visible item has, closed ones included, so that no address
    vanishes. All of it is the same for all editions; they differ in which member of a group they list.
    """

    def __init__(self, chosen: Selection) -> None:
        self._site = chosen.site
        everything: list[SubjectItem] = [each for kind in KINDS if kind.feed for each in chosen.items[kind.folder]]
        self._originals = {group_of(each): each for each in everything if each.id == each.group}
        self._updated = _updated_together(everything)
        self._newest: dict[str, datetime] = {}
        self._items: dict[tuple[str, str], FeedItem] = {}
        self._recent: dict[str, dict[Group, SubjectItem]] = {}
        self._visible = chosen.grouping.dealt(sorted(everything, key=self._rank))

    def __contains__(self, path: object) -> bool:
        return path in self._visible

    def shown(self, path: str, listed: Mapping[Group, SubjectItem]) -> tuple[datetime, tuple[FeedItem, ...]]:
        """The date of a feed and what it holds: the listed ones among the most recently published of its collection.

        Counting the closed ones too keeps an old posting from coming back into a feed when a newer one closes.
        """
        visible = self._visible.get(path, [])
        shown = [
            listed[group]
            for group, first in self._most_recent(path, visible).items()
            if group in listed and self._is_in(listed[group], first, visible)
        ]
        if path not in self._newest:
            self._newest[path] = self._newest_of(visible)
        return self._newest[path], tuple(map(self._item, shown))

    def _newest_of(self, visible: list[SubjectItem]) -> datetime:
        """The newest change of what a feed holds or held, as its entry is dated, so that what leaves it takes nothing
        back. A feed that never held anything is as old as the site's identity."""
        if not visible:
            return began(self._site.identity)
        newest = max(map(self._updated_at, visible))
        return max(self._item(each).updated for each in visible if self._updated_at(each) == newest)

    def _updated_at(self, item: SubjectItem) -> datetime:
        together = self._updated.get(group_of(item)) if self._updated else None
        return item.updated_at if together is None else together

    def _most_recent(self, path: str, visible: list[SubjectItem]) -> dict[Group, SubjectItem]:
        """The first member of each of the most recently published groups."""
        recent = self._recent.get(path)
        if recent is None:
            recent = self._recent[path] = {}
            for item in visible:
                if len(recent) == self._site.feed_size:
                    break
                recent.setdefault(group_of(item), item)
        return recent

    def _original(self, item: SubjectItem) -> SubjectItem:
        """The one that a translation group is known as and dated by: the original, unless that is not visible."""
        return item if item.id == item.group else self._originals.get(group_of(item), item)

    def _rank(self, item: SubjectItem) -> tuple[float, str]:
        original = self._original(item)
        return -opened_at(original).timestamp(), original.id

    def _is_in(self, listed: SubjectItem, first: SubjectItem, visible: list[SubjectItem]) -> bool:
        """True if that member of a translation group belongs to the collection; members may differ in topics."""
        return listed is first or any(each is listed for each in visible)

    def _item(self, item: SubjectItem) -> FeedItem:
        name = item.folder, item.id
        if name not in self._items:
            original = self._original(item)
            id_ = entry_id(self._site, item, original.identity)
            self._items[name] = feed_item(
                item,
                id_,
                stamped(opened_at(original), original.zone),
                stamped(self._updated_at(item), original.zone),
            )
        return self._items[name]


def _updated_together(everything: list[SubjectItem]) -> dict[Group, datetime]:
    """When a translation group was last changed, by the newest of its members: the dates of those that have several."""
    groups = {group_of(each) for each in everything if each.id != each.group}
    found: dict[Group, datetime] = {}
    for each in everything if groups else ():
        if (group := group_of(each)) in groups:
            found[group] = max(each.updated_at, found.get(group, each.updated_at))
    return found


def listed_by_group(chosen: Selection) -> dict[Group, SubjectItem]:
    """What an edition lists of each translation group."""
    listed: list[SubjectItem] = [*chosen.postings_newest, *chosen.news, *chosen.events]
    return {group_of(each): each for each in listed}
