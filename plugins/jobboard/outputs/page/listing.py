"""Lists, whatever is listed: how one is cut into numbered pages, and what stands around each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from msgspec import Struct

from jobboard.board.site import Site
from jobboard.outputs.addresses import here, href, page_path
from jobboard.outputs.page.collection import Collection
from jobboard.outputs.page.frame import Head, feeds_of, head_of
from jobboard.outputs.page.versions import Versions, versions_of_list

T = TypeVar("T")


class Listing(Struct, frozen=True, kw_only=True):
    """What a list is, whatever is on it, at `path` in every edition: some or all items of a collection in an order.

    `collection` is the nearest that has a feed, if any has; `section` the entry of the menu that the list belongs to,
    `empty` what is said if nothing is on it. An archive is numbered from the oldest, so that what has been read stays
    put.
    """

    path: str
    title: str
    description: str
    section: str
    empty: str = ""
    collection: Collection | None = None
    is_archive: bool = False
    is_indexed: bool = True


class Pages(Struct, frozen=True, kw_only=True):
    """Where a reader is in a numbered listing. `previous` and `next` are in reading order; empty at the ends."""

    words: str
    previous: str
    next: str


class Slice(Struct, frozen=True, kw_only=True):
    """One page's part of a listing: its address, its number, and the addresses beside it.

    `count` is that of the pages and `total` that of the listing's items; in an archive both are 0, so that a full page
    never depends on newer ones, and so is the `number` of the newest.
    """

    path: str
    number: int
    count: int
    total: int
    previous: str
    next: str


def slices(items: Sequence[T], size: int, path: str) -> list[tuple[Slice, Sequence[T]]]:
    """Cut a listing into numbered pages, the first of which is the listing's own address; at least one."""
    count = max(1, -(-len(items) // size))
    return [
        (
            Slice(
                path=page_path(path, n),
                number=n,
                count=count,
                total=len(items),
                previous=page_path(path, n - 1) if n > 1 else "",
                next=page_path(path, n + 1) if n < count else "",
            ),
            items[(n - 1) * size : n * size],
        )
        for n in range(1, count + 1)
    ]


def archive_slices(items: Sequence[T], size: int, path: str) -> list[tuple[Slice, Sequence[T]]]:
    """Cut a listing (newest first) so that full pages never change: numbered from the oldest.

    The listing's own address shows the newest page, which is the only one still growing.
    """
    count = max(1, -(-len(items) // size))
    oldest_first = list(items)[::-1]

    def address(number: int) -> str:
        return path if number == count else f"{path}page/{number}/"

    return [
        (
            Slice(
                path=address(n),
                number=0 if n == count else n,
                count=0,
                total=0,
                previous=address(n + 1) if n < count else "",
                next=address(n - 1) if n > 1 else "",
            ),
            oldest_first[(n - 1) * size : n * size][::-1],
        )
        for n in range(count, 0, -1)
    ]


def numbered_parts(site: Site, listing: Listing, items: Sequence[T]) -> list[tuple[Slice, Sequence[T]]]:
    """A list in an edition, cut into numbered pages."""
    cut = archive_slices if listing.is_archive else slices
    return cut(items, site.page_size, here(site, listing.path))


def head_of_list(site: Site, listing: Listing, part: Slice) -> Head:
    """The head of one page of a list."""
    return head_of(
        site,
        part.path,
        numbered(site, listing.title, part),
        listing.description,
        section=listing.section,
        feeds=feeds_of(site, listing.collection) if listing.collection else (),
        is_indexed=listing.is_indexed,
        versions=versions_of_page(site, listing.path, part, is_indexed=listing.is_indexed),
    )


def pages_of(site: Site, part: Slice) -> Pages | None:
    """The steps between the pages of a listing; None if there is only one."""
    if not part.previous and not part.next:
        return None
    return Pages(
        words=_words_of(site, part),
        previous=href(site, part.previous) if part.previous else "",
        next=href(site, part.next) if part.next else "",
    )


def versions_of_page(site: Site, path: str, part: Slice, *, is_indexed: bool = True) -> Versions:
    """One page of a listing in other editions: its first page is the same in each, if search engines may read it."""
    return versions_of_list(site, path, is_first=is_indexed and part.path == here(site, path))


def numbered(site: Site, title: str, part: Slice) -> str:
    """The title of one page of a listing: "Open postings, page 2"."""
    is_first = part.number <= (1 if part.count else 0)
    return title if is_first else site.say("%(title)s, page %(number)s", title=title, number=part.number)


def _words_of(site: Site, part: Slice) -> str:
    if part.count:
        return site.say("Page %(number)s of %(count)s", number=part.number, count=part.count)
    return site.say("Page %(number)s", number=part.number) if part.number else site.say_as("page", "Newest")
