"""Feeds that belong together."""

from __future__ import annotations

from msgspec import Struct

from jobboard.outputs.page.collection import Collection


class FeedGroup(Struct, frozen=True, kw_only=True):
    """The feeds of collections that belong together, under a heading; `id` is its anchor on the page of all."""

    id: str
    title: str
    explanation: str
    collections: tuple[Collection, ...]
