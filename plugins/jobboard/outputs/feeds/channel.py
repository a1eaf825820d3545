"""What a feed is, whatever is in it, and feeds that belong together."""

from __future__ import annotations

from msgspec import Struct


class Channel(Struct, frozen=True, kw_only=True):
    """What a feed is, whatever is in it; `scope` is its path below /feeds/, `home` that of its page.

    `name` is what it is called where the site is known, `title` where it is not: in a reader. `formerly` are its
    paths before it was renamed, oldest first; the first it ever had is its identity.
    """

    scope: str
    name: str
    title: str
    description: str
    home: str
    formerly: tuple[str, ...] = ()


class ChannelGroup(Struct, frozen=True, kw_only=True):
    """Feeds that belong together, under a heading; `id` is its anchor on the page that lists them."""

    id: str
    title: str
    explanation: str
    channels: tuple[Channel, ...]
