"""The formats of feeds. What writes them is loaded only when a feed must be expressed."""

from __future__ import annotations

from msgspec import Struct

from jobboard.outputs.feeds.feed import FeedView


class Rss(Struct, frozen=True):
    """RSS 2.0."""

    version: str = "rss-2"

    def express(self, view: FeedView) -> bytes:
        from jobboard.outputs.feeds.xml import write_rss  # noqa: PLC0415

        return write_rss(view)


class Atom(Struct, frozen=True):
    """Atom (RFC 4287)."""

    version: str = "atom-1"

    def express(self, view: FeedView) -> bytes:
        from jobboard.outputs.feeds.xml import write_atom  # noqa: PLC0415

        return write_atom(view)


class Json(Struct, frozen=True):
    """JSON Feed 1.1."""

    version: str = "json-1"

    def express(self, view: FeedView) -> bytes:
        from jobboard.outputs.feeds.json import write_json  # noqa: PLC0415

        return write_json(view)
