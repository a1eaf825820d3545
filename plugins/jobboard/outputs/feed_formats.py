"""The formats of feeds. What writes them is loaded only when a feed must be expressed."""

from __future__ import annotations

from dataclasses import dataclass

from jobboard.outputs.feeds import FeedView


@dataclass(frozen=True, slots=True)
class Rss:
    """RSS 2.0."""

    version: str = "rss-1"

    def express(self, view: FeedView) -> bytes:
        from jobboard.outputs.feed_writer import write_rss  # noqa: PLC0415

        return write_rss(view)


@dataclass(frozen=True, slots=True)
class Atom:
    """Atom (RFC 4287)."""

    version: str = "atom-1"

    def express(self, view: FeedView) -> bytes:
        from jobboard.outputs.feed_writer import write_atom  # noqa: PLC0415

        return write_atom(view)


@dataclass(frozen=True, slots=True)
class Json:
    """JSON Feed 1.1."""

    version: str = "json-1"

    def express(self, view: FeedView) -> bytes:
        from jobboard.outputs.feed_json import write_json  # noqa: PLC0415

        return write_json(view)
