"""Listings of postings: open ones in two orders, closing soon, by facet, and the archive of closed ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from msgspec import Struct

from jobboard.board.site import Site
from jobboard.outputs.addresses import CLOSED, CLOSING_SOON, JOBS, NEWEST, closed_path, here, href, link_here, page_path
from jobboard.outputs.cards import JobCard, JobFacts, Link, job_card
from jobboard.outputs.frame import Feed, Head, head_of
from jobboard.outputs.planned import digest_of_fields
from jobboard.outputs.script import Recount, recount_of
from jobboard.outputs.versions import Versions, versions_of_list
from jobboard.source.catalogue import mark

T = TypeVar("T")


class Pages(Struct, frozen=True, kw_only=True):
    """Where a reader is in a numbered listing. `previous` and `next` are in reading order; empty at the ends."""

    words: str
    previous: str
    next: str


class Listing(Struct, frozen=True, kw_only=True):
    """What a listing is, whatever is on it, at `path` in every edition. `archive` ones are numbered from the oldest."""

    path: str
    title: str
    description: str
    empty: str
    is_archive: bool = False
    feeds: tuple[Feed, ...] = ()


@dataclass(frozen=True, slots=True)
class Groups:
    """The facet values that lead somewhere now, under their terms: what a listing offers to narrow it by."""

    groups: tuple[tuple[str, tuple[Link, ...]], ...]
    digest: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "digest", digest_of_fields(self))


NO_GROUPS = Groups(())

_EMPTIED_PAGE = mark("Every posting on this page has closed. Other pages of the list may have open ones.")


class JobsPage(Struct, frozen=True, kw_only=True):
    """The view of one page of a listing. `groups` are ways to narrow the list, `views` other orders of it.

    `recount` and `emptied` are for postings that close before the next build; an archive has neither.
    """

    head: Head
    heading: str
    count: str
    recount: Recount | None
    empty: str
    emptied: str
    cards: tuple[JobCard, ...]
    pages: Pages | None
    views: tuple[Link, ...]
    current: str
    groups: tuple[tuple[str, tuple[Link, ...]], ...]


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


def jobs_page(
    site: Site,
    listing: Listing,
    part: Slice,
    facts: tuple[JobFacts, ...],
    groups: Groups,
) -> JobsPage:
    """The view of one page of a listing."""
    title = numbered(site, listing.title, part)
    return JobsPage(
        head=head_of(
            site,
            part.path,
            title,
            listing.description,
            section=JOBS,
            feeds=listing.feeds,
            is_indexed=not listing.is_archive,
            versions=versions_of_page(site, listing.path, part, is_indexed=not listing.is_archive),
        ),
        heading=listing.title,
        count="" if listing.is_archive else count_words(site, part.total),
        recount=None if listing.is_archive else recount_of(site, part.total, len(facts)),
        empty=listing.empty,
        emptied=_emptied(site, listing, part, len(facts)),
        cards=tuple(job_card(each, site) for each in facts),
        pages=pages_of(site, part),
        views=views_of(site),
        current=link_here(site, listing.path),
        groups=groups.groups,
    )


def _emptied(site: Site, listing: Listing, part: Slice, shown: int) -> str:
    """What to say once all on the page have closed: only a list on one page is then known to be empty."""
    if listing.is_archive:
        return ""
    return listing.empty if shown == part.total else site.say(_EMPTIED_PAGE)


def pages_of(site: Site, part: Slice) -> Pages | None:
    """The steps between the pages of a listing; None if there is only one."""
    if not part.previous and not part.next:
        return None
    return Pages(
        words=_words_of(site, part),
        previous=href(site, part.previous) if part.previous else "",
        next=href(site, part.next) if part.next else "",
    )


def views_of(site: Site) -> tuple[Link, ...]:
    """The standing views of the board's postings."""
    return (
        Link(text=site.say("By deadline"), href=link_here(site, JOBS)),
        Link(text=site.say("Newest first"), href=link_here(site, NEWEST)),
        Link(text=site.say("Closing soon"), href=link_here(site, CLOSING_SOON)),
        Link(text=site.say_as("a view of the postings", "Closed"), href=link_here(site, CLOSED)),
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


def count_words(site: Site, number: int) -> str:
    """ "1 open posting", "12 open postings"."""
    return site.say_number("%(number)s open posting", "%(number)s open postings", number)


class ClosedPage(Struct, frozen=True, kw_only=True):
    """The view of the archive's front page: a link for each year."""

    head: Head
    years: tuple[Link, ...]
    views: tuple[Link, ...]
    current: str


def closed_page(site: Site, years: tuple[int, ...]) -> ClosedPage:
    """The years in which postings closed, newest first."""
    return ClosedPage(
        head=head_of(
            site,
            here(site, CLOSED),
            site.say("Closed jobs"),
            site.say("Postings that are no longer open, by year."),
            section=JOBS,
            is_indexed=False,
            versions=Versions(switch=versions_of_list(site, CLOSED).switch),
        ),
        years=tuple(Link(text=str(year), href=link_here(site, closed_path(year))) for year in years),
        views=views_of(site),
        current=link_here(site, CLOSED),
    )
