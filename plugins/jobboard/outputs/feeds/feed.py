"""Feeds: their views. What a feed of postings and news says, before it is RSS or Atom.

Ids are made of the item's identity and never of its address, title or date, so no edit makes an item appear twice.
"""

from __future__ import annotations

from datetime import UTC, datetime

from msgspec import Struct

from jobboard.board.site import Site
from jobboard.outputs.addresses import (
    SUBSCRIBE,
    absolute,
    feed_path,
    here,
    identifier,
)
from jobboard.outputs.feeds.entry import Entry
from jobboard.outputs.page.collection import Collection


class FeedView(Struct, frozen=True, kw_only=True):
    """The view of a feed. `home` is the page that lists the same, `address` the feed's own, `about` explains feeds.

    `hub` tells who asks it when the feed has changed (WebSub); empty where there is none."""

    id: str
    title: str
    description: str
    home: str
    address: str
    about: str
    hub: str
    lang: str
    updated: datetime
    entries: tuple[Entry, ...]


def view_of(
    site: Site, collection: Collection, extension: str, updated: datetime, entries: tuple[Entry, ...]
) -> FeedView:
    """A feed of entries, dated (UTC) by the newest of them, or by `updated` if that is later."""
    return FeedView(
        id=identifier(site, "feed", here(site, collection.identity)),
        title=collection.title,
        description=collection.description,
        home=absolute(site, here(site, collection.home)),
        address=absolute(site, here(site, feed_path(collection.path, extension))),
        about=absolute(site, here(site, SUBSCRIBE)),
        hub=site.hub,
        lang=site.lang,
        updated=max([updated, *(entry.updated for entry in entries)]).astimezone(UTC),
        entries=entries,
    )
