"""Feeds of postings, news and events together: each item by its own kind."""

from __future__ import annotations

from datetime import datetime

from jobboard.board.board import BoardEvent, BoardNews, BoardPosting
from jobboard.board.site import Site
from jobboard.outputs.addresses import (
    identifier,
)
from jobboard.outputs.events.entry import event_entry
from jobboard.outputs.feeds.entry import Entry
from jobboard.outputs.feeds.feed import FeedView, view_of
from jobboard.outputs.feeds.item import FeedItem
from jobboard.outputs.news.entry import news_entry
from jobboard.outputs.page.collection import Collection
from jobboard.outputs.postings.entry import job_entry
from jobboard.outputs.text.cached import remembered
from jobboard.source.kinds import BY_FOLDER


def entry_id(site: Site, item: BoardPosting | BoardNews | BoardEvent, identity: str) -> str:
    """What subscribers know an item by, for ever; `identity` is that of its translation group."""
    return identifier(site, BY_FOLDER[item.folder].tag, identity)


def feed_view(
    site: Site, collection: Collection, extension: str, updated: datetime, items: tuple[FeedItem, ...]
) -> FeedView:
    """A feed of listed items, most recently published first."""
    return view_of(site, collection, extension, updated, tuple(_entry(site, each) for each in items))


@remembered(1024)
def _entry(site: Site, each: FeedItem) -> Entry:
    item = each.item
    if isinstance(item, BoardPosting):
        return job_entry(site, item, each)
    return event_entry(site, item, each) if isinstance(item, BoardEvent) else news_entry(site, item, each)
