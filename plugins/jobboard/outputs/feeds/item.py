"""Items as feeds hold them, each the same object for all feeds of a build, and what their entries have in common."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from msgspec import Struct

from jobboard.board.board import BoardEvent, BoardNews, BoardPosting
from jobboard.board.site import Site
from jobboard.outputs.addresses import (
    absolute,
)
from jobboard.outputs.feeds.entry import Category


class FeedItem(Struct, frozen=True, eq=False):
    """An item that feeds hold, the same object for all the feeds of a build, so that its entry is made once.

    `id`, `published` and `updated` are those of its translation group, so that a text that comes later in the reader's
    language takes the place of the one before it and is no second item. The dates are on the clocks of the zone that
    its page is dated in, so that the day in a feed is the day on the page.
    """

    item: BoardPosting | BoardNews | BoardEvent
    id: str
    published: datetime
    updated: datetime
    digest: str


def feed_item(
    item: BoardPosting | BoardNews | BoardEvent, id_: str, published: datetime, updated: datetime
) -> FeedItem:
    """An item as feeds hold it, known as `id_`."""
    updated = told_apart(max(updated, published), id_)
    return FeedItem(item, id_, published, updated, f"{item.digest} {id_} {published} {updated}")


def told_apart(instant: datetime, id_: str) -> datetime:
    """The instant with a fraction of a second made of the id, the same for ever.

    Items dated by the day would share their instant, and readers that tell entries apart by `updated` would
    drop one of two; the W3C validator warns of it.
    """
    fraction = int.from_bytes(hashlib.blake2b(id_.encode(), digest_size=4).digest(), "big") % 1_000_000
    return instant + timedelta(microseconds=fraction)


def valid_until(instant: str) -> str:
    """An instant (W3C-DTF) as the end of a DCMI period, for `dcterms:valid`."""
    return f"end={instant}; scheme=W3C-DTF;"


def topic_categories(site: Site, item: BoardPosting | BoardNews | BoardEvent) -> tuple[Category, ...]:
    """The topics of an item, as categories of its entry."""
    return tuple(
        Category(term=topic.id, label=topic.name_in(site.lang, site.main), scheme=absolute(site, "jobs/topic/"))
        for topic in item.topics
    )
