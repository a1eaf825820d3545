"""The part of the plan that is about postings: their listings, their archive, their pages."""

from __future__ import annotations

from collections.abc import Iterator

from jobboard.board.board import BoardPosting
from jobboard.board.order import order_last_closed
from jobboard.outputs import addresses, posting
from jobboard.outputs.facets import FacetIndex
from jobboard.outputs.frame import feed_forms
from jobboard.outputs.html import PageMaker
from jobboard.outputs.listing import NO_GROUPS, Listing, archive_slices, closed_page, jobs_page, slices
from jobboard.outputs.planned import Output
from jobboard.outputs.selection import Selection

_NOTHING_OPEN = "There is no open posting at the moment."


def plan_listings(chosen: Selection, page: PageMaker) -> Iterator[Output]:
    """Open postings: by deadline, newest first, closing soon, and by every facet."""
    feeds = feed_forms(chosen.site, "jobs", f"{chosen.site.name}: jobs")
    visible, listed = (chosen.visible, chosen.by_deadline) if chosen.site.has_facets else ((), ())
    facets = FacetIndex(chosen.site, visible, listed)
    groups = facets.groups()
    what = "Open jobs, traineeships and calls"
    standing = (
        (
            Listing(
                path=addresses.JOBS,
                title="Open postings",
                description=f"{what}, soonest deadline first.",
                empty=_NOTHING_OPEN,
                feeds=feeds,
            ),
            chosen.by_deadline,
        ),
        (
            Listing(
                path=addresses.NEWEST,
                title="Newest postings",
                description=f"{what}, newest first.",
                empty=_NOTHING_OPEN,
                feeds=feeds,
            ),
            chosen.newest,
        ),
        (
            Listing(
                path=addresses.CLOSING_SOON,
                title="Closing soon",
                description="Open postings that close within seven days.",
                empty="No posting closes within the next seven days.",
                feeds=feeds,
            ),
            chosen.closing_soon,
        ),
    )
    for listing, postings in (*standing, *facets.listings()):
        for part, on_page in slices(postings, chosen.site.page_size, listing.path):
            yield page(part.path, "jobs.html", jobs_page, chosen.site, listing, part, chosen.facts(on_page), groups)


def plan_archive(chosen: Selection, page: PageMaker) -> Iterator[Output]:
    """Closed postings by the year of their last open day."""
    years: dict[int, list[BoardPosting]] = {}
    for each in order_last_closed(chosen.closed):
        years.setdefault(each.life.last_day.year, []).append(each)
    newest_first_years = tuple(sorted(years, reverse=True))
    yield page(addresses.CLOSED, "closed.html", closed_page, chosen.site, newest_first_years)
    for year in newest_first_years:
        listing = Listing(
            path=addresses.closed_path(year),
            title=f"Closed in {year}",
            description=f"Postings that closed in {year}.",
            empty="",
            is_archive=True,
        )
        for part, on_page in archive_slices(years[year], chosen.site.page_size, listing.path):
            yield page(part.path, "jobs.html", jobs_page, chosen.site, listing, part, chosen.facts(on_page), NO_GROUPS)


def plan_postings(chosen: Selection, page: PageMaker) -> Iterator[Output]:
    """A page for every posting that is or was open."""
    for each in chosen.visible:
        sizes = tuple((file, chosen.sizes[file]) for file in posting.files_shown(each))
        yield page(
            addresses.posting_path(each.id),
            "posting.html",
            posting.posting_page,
            chosen.site,
            each,
            chosen.translations(each),
            sizes,
        )
