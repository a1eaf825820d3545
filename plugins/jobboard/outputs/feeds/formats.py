"""The formats of feeds. What writes them is loaded only when a feed must be expressed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from msgspec import Struct

from jobboard.engine.output import Chunks, Format
from jobboard.outputs.feeds.entry import Entry
from jobboard.outputs.feeds.feed import FeedView
from jobboard.outputs.page.made import Made


class EntryFormat(Format, Protocol):
    """A format in which each entry is written apart, so that those of a long feed can be taken from the last one."""

    def ends(self, view: FeedView) -> tuple[bytes, bytes]:
        """What stands before and after the entries."""
        ...

    @property
    def between(self) -> bytes: ...

    def entry(self, entry: Entry, about: str) -> bytes:
        """An entry of a feed; `about` is the page that explains feeds."""
        ...


def _whole(form: EntryFormat, view: FeedView) -> bytes:
    head, tail = form.ends(view)
    return head + form.between.join([form.entry(each, view.about) for each in view.entries]) + tail


def in_chunks(form: EntryFormat, view: FeedView, entries: Iterable[Made[Entry]]) -> Chunks[Made[Entry]]:
    """A long feed, which changes little: a view without its entries, and those as they are made."""
    head, tail = form.ends(view)
    items = ((f"{form.version} {each.digest}", each) for each in entries)

    def express(each: Made[Entry]) -> bytes:
        return form.entry(each.value, view.about)

    return Chunks(head=head, items=items, express=express, between=form.between, tail=tail)


class Rss(Struct, frozen=True):
    """RSS 2.0."""

    version: str = "rss-3"
    between: bytes = b""

    def ends(self, view: FeedView) -> tuple[bytes, bytes]:
        from jobboard.outputs.feeds.xml import rss_ends  # noqa: PLC0415

        return rss_ends(view)

    def entry(self, entry: Entry, about: str) -> bytes:  # noqa: ARG002 (what JSON alone says)
        from jobboard.outputs.feeds.xml import rss_item  # noqa: PLC0415

        return rss_item(entry)

    def express(self, view: FeedView) -> bytes:
        return _whole(self, view)


class Atom(Struct, frozen=True):
    """Atom (RFC 4287)."""

    version: str = "atom-2"
    between: bytes = b""

    def ends(self, view: FeedView) -> tuple[bytes, bytes]:
        from jobboard.outputs.feeds.xml import atom_ends  # noqa: PLC0415

        return atom_ends(view)

    def entry(self, entry: Entry, about: str) -> bytes:  # noqa: ARG002 (what JSON alone says)
        from jobboard.outputs.feeds.xml import atom_entry  # noqa: PLC0415

        return atom_entry(entry)

    def express(self, view: FeedView) -> bytes:
        return _whole(self, view)


class Json(Struct, frozen=True):
    """JSON Feed 1.1."""

    version: str = "json-2"
    between: bytes = b","

    def ends(self, view: FeedView) -> tuple[bytes, bytes]:
        from jobboard.outputs.feeds.json import json_ends  # noqa: PLC0415

        return json_ends(view)

    def entry(self, entry: Entry, about: str) -> bytes:
        from jobboard.outputs.feeds.json import json_item  # noqa: PLC0415

        return json_item(entry, about)

    def express(self, view: FeedView) -> bytes:
        return _whole(self, view)


FEED_FORMATS: dict[str, EntryFormat] = {"rss.xml": Rss(), "atom.xml": Atom(), "json": Json()}
"""The forms of a feed by how the name of its file ends."""
