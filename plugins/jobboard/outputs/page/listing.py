"""Lists, whatever is listed: how one is cut into pages, and what stands around each (decision 56)."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

from msgspec import Struct

from jobboard.base.digest import digest_of
from jobboard.board.site import Site
from jobboard.outputs.addresses import here, href, link_here, list_page_path
from jobboard.outputs.page.collection import Collection
from jobboard.outputs.page.follow import Follow, follow_of
from jobboard.outputs.page.frame import Head, feeds_of, head_of
from jobboard.outputs.page.trail import Crumb, Position
from jobboard.outputs.page.versions import versions_of_list


class Listing(Struct, frozen=True, kw_only=True):
    """What a list is, whatever is on it, at `path` in every edition: some or all items of a collection in an order.

    `collection` is the nearest that has a feed, if any has; `section` the entry of the menu that the list belongs to,
    `empty` what is said if nothing is on it. An archive says no number of its items.
    `grouped_by` is the field of its cards that has the headings they stand under, if it is not for others to say.
    `called` is its name below the pages it is `within`, where its title says those, too.
    """

    path: str
    title: str
    description: str
    section: str
    empty: str = ""
    collection: Collection | None = None
    grouped_by: str = ""
    is_archive: bool = False
    is_indexed: bool = True
    called: str = ""
    within: tuple[Crumb, ...] = ()


class Pages(Struct, frozen=True, kw_only=True):
    """The ways from one page of a list, in reading order: empty at the ends; `first` is empty on the first."""

    first: str
    previous: str
    next: str


class Slice(Struct, frozen=True, kw_only=True):
    """One page's part of a list: its address, and the addresses beside it.

    The first page has the list's own address, and it alone knows the `total` of items: any other is as it was, whatever
    comes or goes elsewhere. `is_whole` is true if all of the list is on it.
    """

    path: str
    previous: str = ""
    next: str = ""
    total: int = 0
    is_first: bool = True
    is_whole: bool = True


class Identified(Protocol):
    """What stands on lists."""

    @property
    def folder(self) -> str: ...

    @property
    def identity(self) -> str: ...


T = TypeVar("T", bound=Identified)


@functools.lru_cache(65536)
def _digest(folder: str, identity: str) -> str:
    return digest_of(f"{folder}/{identity}".encode())


def starts_of(digests: Sequence[str], size: int) -> list[int]:
    """Where the pages of a list begin, `size` items long on average, half of that at least and twice that at most.

    A page begins with an item whose digest says so, not with every fiftieth: what comes or goes changes the page it is
    on, and now and then the next one, where counting from the front would move an item on every page behind it.
    A list of up to `size` items is one page. (Content-defined chunking, as of files that are kept by their parts.)
    """
    starts = [0]
    if len(digests) <= size:
        return starts
    least, most = max(1, size // 2), 2 * size
    for at, digest in enumerate(digests):
        length = at - starts[-1]
        if length >= most or (length >= least and int(digest[:8], 16) % (size - least + 1) == 0):
            starts.append(at)
    return starts


def cut_into_pages(site: Site, listing: Listing, items: Sequence[T]) -> list[tuple[Slice, Sequence[T]]]:
    """A list in an edition, cut into pages, at least one. A page's address is made of the item it begins with."""
    path = here(site, listing.path)
    digests = [_digest(each.folder, each.identity) for each in items]
    starts = starts_of(digests, site.page_size)
    paths = [path, *(list_page_path(path, digests[at]) for at in starts[1:])]
    return [
        (
            Slice(
                path=paths[n],
                previous=paths[n - 1] if n else "",
                next=paths[n + 1] if n + 1 < len(paths) else "",
                total=0 if n else len(items),
                is_first=n == 0,
                is_whole=len(starts) == 1,
            ),
            items[start : starts[n + 1] if n + 1 < len(starts) else len(items)],
        )
        for n, start in enumerate(starts)
    ]


def numbers_before(site: Site, listing: Listing, ever: int) -> Iterator[str]:
    """The addresses that a list's pages had when they were numbered, if `ever` so many items were on it at once."""
    count = -(-ever // site.page_size) if site.had_numbered_pages else 0
    numbers = range(1, count) if listing.is_archive else range(2, count + 1)  # archives were numbered from the oldest
    return (f"{here(site, listing.path)}page/{n}/" for n in numbers)


def head_of_list(site: Site, listing: Listing, part: Slice, first: str) -> Head:
    """The head of one page of a list; `first` is the title of the first item on it."""
    is_entry = listing.is_indexed and part.is_first
    return head_of(
        site,
        part.path,
        listing.title if part.is_first else site.say("%(title)s, from “%(first)s”", title=listing.title, first=first),
        listing.description,
        section=listing.section,
        feeds=feeds_of(site, listing.collection) if listing.collection else (),
        is_indexed=listing.is_indexed,
        place=_place_of(site, listing, part, first),
        versions=versions_of_list(site, listing.path, is_first=is_entry),
    )


def follow_of_list(site: Site, listing: Listing) -> Follow | None:
    """How to follow what is on a list; nothing where no feed has it."""
    return follow_of(site, listing.collection) if listing.collection else None


def _place_of(site: Site, listing: Listing, part: Slice, first: str) -> Position:
    """A further page of a list is below the list."""
    name = listing.called or listing.title
    if part.is_first:
        return Position(called=name, within=listing.within)
    above = Crumb(path=listing.path, name=name)
    return Position(called=site.say("From “%(first)s”", first=first), within=(above, *listing.within))


def pages_of(site: Site, listing: Listing, part: Slice) -> Pages | None:
    """The ways from a page of a list to the others; None if there is only one."""
    if part.is_whole:
        return None
    return Pages(
        first="" if part.is_first else link_here(site, listing.path),
        previous=href(site, part.previous) if part.previous else "",
        next=href(site, part.next) if part.next else "",
    )
