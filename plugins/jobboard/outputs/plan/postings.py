"""The part of the plan that is about postings: their listings, their archive, their pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jobboard.board.board import BoardPosting
from jobboard.board.order import order_last_closed
from jobboard.engine.output import Output
from jobboard.outputs import addresses
from jobboard.outputs.addresses import here
from jobboard.outputs.page.frame import standing_feed
from jobboard.outputs.page.html import PageMaker
from jobboard.outputs.page.listing import archive_slices, slices
from jobboard.outputs.plan.selection import Selection
from jobboard.outputs.postings import page as posting
from jobboard.outputs.postings.facets import FacetIndex
from jobboard.outputs.postings.list import NO_GROUPS, Listing, closed_page, jobs_page
from jobboard.source.catalogue import mark

_NOTHING_OPEN = mark("There is no open posting at the moment.")


def plan_listings(chosen: Selection, page: PageMaker) -> Iterator[Output]:
    """Open postings: by deadline, newest first, closing soon, and by every facet."""
    site = chosen.site
    feeds = standing_feed(site, "jobs")
    facets = FacetIndex(chosen.site, chosen.by_facet, chosen.topics)
    groups = facets.groups()
    standing = (
        (
            Listing(
                path=addresses.JOBS,
                title=site.say("Open postings"),
                description=site.say("Open jobs, traineeships and calls, soonest deadline first."),
                empty=site.say(_NOTHING_OPEN),
                feeds=feeds,
            ),
            chosen.by_deadline,
        ),
        (
            Listing(
                path=addresses.NEWEST,
                title=site.say("Newest postings"),
                description=site.say("Open jobs, traineeships and calls, newest first."),
                empty=site.say(_NOTHING_OPEN),
                feeds=feeds,
            ),
            chosen.newest,
        ),
        (
            Listing(
                path=addresses.CLOSING_SOON,
                title=site.say("Closing soon"),
                description=site.say("Open postings that close within seven days."),
                empty=site.say("No posting closes within the next seven days."),
                feeds=feeds,
            ),
            chosen.closing_soon,
        ),
    )
    for listing, postings in (*standing, *facets.listings()):
        for part, on_page in slices(postings, site.page_size, here(site, listing.path)):
            yield page(part.path, jobs_page, chosen.site, listing, part, chosen.cards(on_page), groups)


def plan_archive(chosen: Selection, page: PageMaker) -> Iterator[Output]:
    """Closed postings by the year of their last open day."""
    years: dict[int, list[BoardPosting]] = {
        each.life.last_day.year: [] for each in chosen.visible if each.status.is_closed
    }
    for each in order_last_closed(chosen.closed):
        years[each.life.last_day.year].append(each)
    newest_first_years = tuple(sorted(years, reverse=True))
    yield page(here(chosen.site, addresses.CLOSED_JOBS), closed_page, chosen.site, newest_first_years)
    for year in newest_first_years:
        listing = Listing(
            path=addresses.closed_path(year),
            title=chosen.site.say("Closed in %(year)s", year=year),
            description=chosen.site.say("Postings that closed in %(year)s.", year=year),
            empty=chosen.site.say("There is no closed posting here."),
            is_archive=True,
        )
        for part, on_page in archive_slices(years[year], chosen.site.page_size, here(chosen.site, listing.path)):
            yield page(part.path, jobs_page, chosen.site, listing, part, chosen.cards(on_page), NO_GROUPS)


def plan_postings(chosen: Selection, pages: Mapping[str, PageMaker]) -> Iterator[Output]:
    """A page for every posting that is or was open, in the words of its own language."""
    for each in chosen.visible:
        sizes = tuple((file, chosen.sizes[file]) for file in posting.files_shown(each))
        site = chosen.edition_of(each)
        inputs = (site, each, chosen.members(each), sizes)
        yield pages[site.lang](addresses.posting_path(each.id), posting.posting_page, *inputs)
