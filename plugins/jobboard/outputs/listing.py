"""Listings of postings: open ones in two orders, closing soon, by facet, and the archive of closed ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from jobboard.board.site import Site
from jobboard.outputs.addresses import CLOSED, CLOSING_SOON, JOBS, NEWEST, closed_path, href, page_path
from jobboard.outputs.cards import JobCard, JobFacts, Link, job_card
from jobboard.outputs.frame import Feed, Head, head_of
from jobboard.outputs.planned import digest_of_fields
from jobboard.outputs.script import Recount, recount_of

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """Where a reader is in a numbered listing. `previous` and `next` are in reading order; empty at the ends."""

    words: str
    previous: str
    next: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What a listing is, whatever is on it. `archive` ones are numbered from the oldest."""

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

_EMPTIED_PAGE = "Every posting on this page has closed. Other pages of the list may have open ones."


@dataclass(frozen=True, slots=True, kw_only=True)
class JobsPage:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """One page's part of a listing: its address, its number in words, and the addresses beside it.

    `total` counts the whole listing; in an archive it is 0, so that a full page never depends on newer ones.
    """

    path: str
    words: str
    suffix: str
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
                words=f"Page {n} of {count}",
                suffix=f", page {n}" if n > 1 else "",
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
                words="Newest" if n == count else f"Page {n}",
                suffix="" if n == count else f", page {n}",
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
    title = f"{listing.title}{part.suffix}"
    return JobsPage(
        head=head_of(
            site,
            part.path,
            title,
            listing.description,
            section=JOBS,
            feeds=listing.feeds,
            is_indexed=not listing.is_archive,
        ),
        heading=listing.title,
        count="" if listing.is_archive else count_words(part.total, "open posting", "open postings"),
        recount=None if listing.is_archive else recount_of(part.total, len(facts)),
        empty=listing.empty,
        emptied=_emptied(listing, part, len(facts)),
        cards=tuple(job_card(each, site) for each in facts),
        pages=pages_of(site, part),
        views=views_of(site),
        current=href(site, listing.path),
        groups=groups.groups,
    )


def _emptied(listing: Listing, part: Slice, shown: int) -> str:
    """What to say once all on the page have closed: only a list on one page is then known to be empty."""
    if listing.is_archive:
        return ""
    return listing.empty if shown == part.total else _EMPTIED_PAGE


def pages_of(site: Site, part: Slice) -> Pages | None:
    """The steps between the pages of a listing; None if there is only one."""
    if not part.previous and not part.next:
        return None
    return Pages(
        words=part.words,
        previous=href(site, part.previous) if part.previous else "",
        next=href(site, part.next) if part.next else "",
    )


def views_of(site: Site) -> tuple[Link, ...]:
    """The standing views of the board's postings."""
    return (
        Link(text="By deadline", href=href(site, JOBS)),
        Link(text="Newest first", href=href(site, NEWEST)),
        Link(text="Closing soon", href=href(site, CLOSING_SOON)),
        Link(text="Closed", href=href(site, CLOSED)),
    )


def count_words(number: int, one: str, several: str) -> str:
    """ "1 open posting", "12 open postings"."""
    return f"{number:,} {one if number == 1 else several}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedPage:
    """The view of the archive's front page: a link for each year."""

    head: Head
    years: tuple[Link, ...]
    views: tuple[Link, ...]
    current: str


def closed_page(site: Site, years: tuple[int, ...]) -> ClosedPage:
    """The years in which postings closed, newest first."""
    return ClosedPage(
        head=head_of(
            site, CLOSED, "Closed jobs", "Postings that are no longer open, by year.", section=JOBS, is_indexed=False
        ),
        years=tuple(Link(text=str(year), href=href(site, closed_path(year))) for year in years),
        views=views_of(site),
        current=href(site, CLOSED),
    )
