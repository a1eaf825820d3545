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
from jobboard.outputs.page.listing import Collection, numbered_parts
from jobboard.outputs.plan.selection import Selection
from jobboard.outputs.postings import page as posting
from jobboard.outputs.postings.facets import FacetIndex
from jobboard.outputs.postings.list import NO_GROUPS, closed_in, closed_page, jobs_collection, jobs_page
from jobboard.source.catalogue import mark

_NOTHING_OPEN = mark("There is no open posting at the moment.")


def plan_listings(chosen: Selection, page: PageMaker) -> Iterator[Output]:
    """Open postings: by deadline, newest first, closing soon, and by every facet."""
    site = chosen.site
    feeds = standing_feed(site, "jobs")
    facets = FacetIndex(chosen.site, chosen.by_facet, chosen.topics)
    groups = facets.groups()
    nothing = site.say(_NOTHING_OPEN)

    def standing(path: str, title: str, description: str, empty: str = nothing) -> Collection:
        return jobs_collection(path, title, description, empty, feeds)

    views = (
        (
            standing(
                addresses.JOBS,
                site.say("Open postings"),
                site.say("Open jobs, traineeships and calls, soonest deadline first."),
            ),
            chosen.by_deadline,
        ),
        (
            standing(
                addresses.NEWEST,
                site.say("Newest postings"),
                site.say("Open jobs, traineeships and calls, newest first."),
            ),
            chosen.postings_newest,
        ),
        (
            standing(
                addresses.CLOSING_SOON,
                site.say("Closing soon"),
                site.say("Open postings that close within seven days."),
                site.say("No posting closes within the next seven days."),
            ),
            chosen.closing_soon,
        ),
    )
    for listing, postings in (*views, *facets.listings()):
        for part, on_page in numbered_parts(site, listing, postings):
            yield page(part.path, jobs_page, chosen.site, listing, part, chosen.cards(on_page), groups)


def plan_archive(chosen: Selection, page: PageMaker) -> Iterator[Output]:
    """Closed postings by the year of their last open day."""
    years: dict[int, list[BoardPosting]] = {
        each.life.last_day.year: [] for each in chosen.postings if each.status.is_closed
    }
    for each in order_last_closed(chosen.closed):
        years[each.life.last_day.year].append(each)
    newest_first_years = tuple(sorted(years, reverse=True))
    yield page(here(chosen.site, addresses.CLOSED_JOBS), closed_page, chosen.site, newest_first_years)
    for year in newest_first_years:
        listing = closed_in(chosen.site, year)
        for part, on_page in numbered_parts(chosen.site, listing, years[year]):
            yield page(part.path, jobs_page, chosen.site, listing, part, chosen.cards(on_page), NO_GROUPS)


def plan_postings(chosen: Selection, pages: Mapping[str, PageMaker]) -> Iterator[Output]:
    """A page for every posting that is or was open, in the words of its own language."""
    for each in chosen.postings:
        site = chosen.edition_of(each)
        inputs = (site, each, chosen.members(each), chosen.files_named(posting.files_shown(each)))
        yield pages[site.lang](addresses.posting_path(each.id), posting.posting_page, *inputs)
