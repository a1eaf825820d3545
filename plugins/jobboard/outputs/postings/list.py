"""Listings of postings: open ones in two orders, closing soon, by facet, and the archive of closed ones."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import ClassVar, NamedTuple

from msgspec import Struct

from jobboard.board.site import Site
from jobboard.outputs.addresses import BROWSE, CLOSED_JOBS, CLOSING_SOON, JOBS, NEWEST, closed_path, here, link_here
from jobboard.outputs.page.browse import Way
from jobboard.outputs.page.collection import Collection
from jobboard.outputs.page.follow import Follow
from jobboard.outputs.page.frame import Head, head_of
from jobboard.outputs.page.link import Link
from jobboard.outputs.page.listing import Listing, Pages, Slice, follow_of_list, head_of_list, pages_of
from jobboard.outputs.page.made import Made
from jobboard.outputs.page.menus import PageMenu, menu_of
from jobboard.outputs.page.script import Recount, recount_of
from jobboard.outputs.page.versions import Versions, versions_of_list
from jobboard.outputs.postings.card import JobCard, cards_told_apart
from jobboard.outputs.postings.panel import FindPanel, find_panel
from jobboard.source.catalogue import mark

NOTHING_OPEN = mark("There is no open posting at the moment.")

_EMPTIED_SECTION = mark("All of these have closed.")

_EMPTIED_PAGE = mark("Every posting on this page has closed. Other pages of the list may have open ones.")


class Section(NamedTuple):
    """Postings of a list that belong together: what they are called, and how many they are."""

    heading: str
    number: int


class JobGroup(Struct, frozen=True, kw_only=True):
    """Cards under a heading, if the list has several sections. `level` is that of the cards' own headings.

    `emptied` is what the script says once all of them have closed; empty in an archive.
    """

    heading: str
    level: int
    cards: tuple[JobCard, ...]
    emptied: str


class JobsPage(Struct, frozen=True, kw_only=True):
    """The view of one page of a list. `views` are its other orders, `find` is the filter, if it has one; `count`, and
    that of its sections, are said on the first page alone. `is_open` and `recount` are for postings that close before
    the next build; an archive has neither.
    """

    template: ClassVar = "jobs.html"
    head: Head
    heading: str
    is_open: bool
    count: str
    recount: Recount | None
    section_counts: tuple[str, ...]
    empty: str
    groups: tuple[JobGroup, ...]
    pages: Pages | None
    views: PageMenu
    follow: Follow | None
    find: FindPanel | None


def jobs_listing(
    path: str,
    title: str,
    description: str,
    empty: str,
    collection: Collection,
    section: str = JOBS,
    grouped_by: str = "",
) -> Listing:
    """A list of open postings."""
    return Listing(
        path=path,
        title=title,
        description=description,
        section=section,
        empty=empty,
        collection=collection,
        grouped_by=grouped_by,
    )


def closed_in(site: Site, year: int) -> Listing:
    """The archive of a year. Search engines need none of it."""
    return Listing(
        path=closed_path(year),
        title=site.say("Closed in %(year)s", year=year),
        description=site.say("Postings that closed in %(year)s.", year=year),
        section=JOBS,
        empty=site.say("There is no closed posting here."),
        grouped_by="month",
        is_archive=True,
        is_indexed=False,
        called=str(year),
    )


def jobs_page(
    site: Site,
    listing: Listing,
    part: Slice,
    cards: tuple[Made[JobCard], ...],
    here: tuple[Section, ...] = (),
    sections: tuple[Section, ...] = (),
    ways: tuple[Way, ...] | None = None,
) -> JobsPage:
    """The view of one page of a list. `here` are the sections of what is on it, `sections` those of the whole list,
    which the first page alone is told. With `ways` to narrow it, the list has a filter."""
    shown = cards_told_apart(site, (each.value for each in cards))
    is_counted = part.is_first and not listing.is_archive
    return JobsPage(
        head=head_of_list(site, listing, part, shown[0].title if shown else ""),
        heading=listing.title,
        is_open=not listing.is_archive,
        count=count_words(site, part.total) if is_counted else "",
        recount=recount_of(site, part.total, len(cards)) if is_counted else None,
        section_counts=tuple(
            site.say("%(section)s: %(number)s", section=each.heading, number=each.number) for each in sections
        ),
        empty=listing.empty,
        groups=tuple(_groups(site, listing, part, shown, here)),
        pages=pages_of(site, listing, part),
        views=views_of(site, link_here(site, listing.path)),
        follow=follow_of_list(site, listing),
        find=None if ways is None else find_panel(site, part.total, ways),
    )


def sections_within(sections: tuple[Section, ...], start: int, end: int) -> tuple[Section, ...]:
    """The sections of what stands on a list from one place up to another, each with how many of it do."""
    found: list[Section] = []
    before = 0
    for heading, number in sections:
        shown = min(end, before + number) - max(start, before)
        if shown > 0:
            found.append(Section(heading, shown))
        before += number
    return tuple(found)


def _groups(
    site: Site, listing: Listing, part: Slice, cards: tuple[JobCard, ...], here: tuple[Section, ...]
) -> Iterator[JobGroup]:
    """The cards below the headings of their sections, or of what the list is grouped by; else all in one."""
    if listing.grouped_by:
        groups = ((name, [*each]) for name, each in groupby(cards, lambda card: getattr(card, listing.grouped_by)))
        here = tuple(Section(name, len(each)) for name, each in groups)
    elif cards and not here:
        yield JobGroup(heading="", level=2, cards=cards, emptied=_emptied(site, listing, part))
    start = 0
    for heading, number in here:
        shown = cards[start : start + number]
        emptied = "" if listing.is_archive else site.say(_EMPTIED_SECTION)
        yield JobGroup(heading=heading, level=3, cards=shown, emptied=emptied)
        start += number


def _emptied(site: Site, listing: Listing, part: Slice) -> str:
    """What to say once all on the page have closed: only a list on one page is then known to be empty."""
    if listing.is_archive:
        return ""
    return listing.empty if part.is_whole else site.say(_EMPTIED_PAGE)


def views_of(site: Site, current: str) -> PageMenu:
    """The standing views of the board's postings; `current` is the address of the one being read."""
    links = (
        Link(text=site.say("By deadline"), href=link_here(site, JOBS)),
        Link(text=site.say("Newest first"), href=link_here(site, NEWEST)),
        Link(text=site.say("Closing soon"), href=link_here(site, CLOSING_SOON)),
        Link(text=site.say_as("a view of the postings", "Closed"), href=link_here(site, CLOSED_JOBS)),
        *([Link(text=site.say("By topic, place and more"), href=link_here(site, BROWSE))] if site.has_extras else []),
    )
    return menu_of(site.say("Views of the postings"), links, current)


def count_words(site: Site, number: int) -> str:
    """ "1 open posting", "12 open postings"."""
    return site.say_number("%(number)s open posting", "%(number)s open postings", number)


class ClosedPage(Struct, frozen=True, kw_only=True):
    """The view of the archive's front page: a link for each year."""

    template: ClassVar = "closed.html"
    head: Head
    years: tuple[Link, ...]
    views: PageMenu


def closed_page(site: Site, years: tuple[int, ...]) -> ClosedPage:
    """The years in which postings closed, newest first."""
    return ClosedPage(
        head=head_of(
            site,
            here(site, CLOSED_JOBS),
            site.say("Closed jobs"),
            site.say("Postings that are no longer open, by year."),
            section=JOBS,
            is_indexed=False,
            versions=Versions(switch=versions_of_list(site, CLOSED_JOBS).switch),
        ),
        years=tuple(Link(text=str(year), href=link_here(site, closed_path(year))) for year in years),
        views=views_of(site, link_here(site, CLOSED_JOBS)),
    )
