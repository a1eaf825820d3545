"""The formats of feeds. What writes them is loaded only when a feed must be expressed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from jobboard.engine.output import Chunks
from jobboard.outputs.feeds.entry import Entry
from jobboard.outputs.feeds.feed import FeedView
from jobboard.outputs.page.made import Made

Ends = Callable[[FeedView], tuple[bytes, bytes]]
"""What stands before and after the entries of a feed."""

Writing = tuple[Ends, Callable[[Entry, str], bytes]]
"""The ends of a feed, and one entry of it; the text is the address of the page that explains feeds."""


class EntryFormat(Struct, frozen=True, kw_only=True):
    """A format in which each entry is written apart, so that those of a long feed can be taken from the last one.

    `load` loads what writes it, which is needed only when a feed must be expressed.
    """

    version: str
    load: Callable[[], Writing]
    between: bytes = b""

    def express(self, view: FeedView) -> bytes:
        ends, entry = self.load()
        head, tail = ends(view)
        return head + self.between.join([entry(each, view.about) for each in view.entries]) + tail

    def in_chunks(self, view: FeedView, entries: Iterable[Made[Entry]]) -> Chunks[Made[Entry]]:
        """A long feed, which changes little: a view without its entries, and those as they are made."""
        ends, entry = self.load()
        head, tail = ends(view)
        items = ((f"{self.version} {each.digest}", each) for each in entries)

        def express(each: Made[Entry]) -> bytes:
            return entry(each.value, view.about)

        return Chunks(head=head, items=items, express=express, between=self.between, tail=tail)


def _rss() -> Writing:
    from jobboard.outputs.feeds.xml import rss_ends, rss_item  # noqa: PLC0415

    return rss_ends, lambda entry, _about: rss_item(entry)


def _atom() -> Writing:
    from jobboard.outputs.feeds.xml import atom_ends, atom_entry  # noqa: PLC0415

    return atom_ends, lambda entry, _about: atom_entry(entry)


def _json() -> Writing:
    from jobboard.outputs.feeds.json import json_ends, json_item  # noqa: PLC0415

    return json_ends, json_item


FEED_FORMATS = {
    "rss.xml": EntryFormat(version="rss-3", load=_rss),
    "atom.xml": EntryFormat(version="atom-2", load=_atom),
    "json": EntryFormat(version="json-2", load=_json, between=b","),
}
"""RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1, by how the name of the file ends."""
