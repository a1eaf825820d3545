"""The part of the plan that is about postings: their listings, their archive, their pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jobboard.board.board import BoardPosting
from jobboard.board.order import order_last_closed
from jobboard.engine.output import Output
from jobboard.outputs import addresses
from jobboard.outputs.addresses import facet_path, here, link_here, path_of
from jobboard.outputs.page.browse import Way, folder_page
from jobboard.outputs.page.collection import standing
from jobboard.outputs.page.html import PageMaker
from jobboard.outputs.page.listing import Listing, cut_into_pages
from jobboard.outputs.plan.moves import plan_numbers_before
from jobboard.outputs.plan.selection import Selection
from jobboard.outputs.plan.twins import plan_twin
from jobboard.outputs.postings import page as posting
from jobboard.outputs.postings.calendar import Dated
from jobboard.outputs.postings.facets import FacetIndex, browse_page
from jobboard.outputs.postings.list import (
    NOTHING_OPEN,
    Section,
    closed_in,
    closed_page,
    jobs_listing,
    jobs_page,
    sections_within,
    views_of,
)
from jobboard.outputs.postings.twin import posting_twin


def plan_listings(chosen: Selection, page: PageMaker) -> Iterator[Output]:
    """Open postings: by deadline, newest first, closing soon, and by every facet."""
    site = chosen.site
    facets = FacetIndex(site, chosen.facets, chosen.listed["postings"], chosen.topics)
    ways = facets.ways() if site.has_extras else None
    if ways is not None:
        yield page(here(site, addresses.BROWSE), browse_page, site, ways)
    for folder, values in facets.folders():
        views = views_of(site, link_here(site, folder.path))
        yield page(here(site, folder.path), folder_page, site, folder, values, views)
    visible = chosen.visible["postings"]
    ever = {facet_path(*each): len(visible[each.path]) for each in chosen.facets}
    lists = (*((listing, postings, ()) for listing, postings in _views(chosen)), *facets.listings())
    for listing, postings, sections in lists:
        count = ever.get(listing.path, len(chosen.postings))
        filtered = ways if listing.path == addresses.JOBS else None
        yield from _jobs(chosen, page, listing, postings, count, sections, filtered)


def kinds_of(chosen: Selection) -> tuple[tuple[str, str, int], ...]:
    """The kinds of the open postings: what each is called, its list, and how many there are; none without facets."""
    kinds = [each for each in chosen.facets if each.name == "kind"]
    ways = FacetIndex(chosen.site, kinds, chosen.listed["postings"], ()).ways()
    return ways[0][1] if ways else ()


def _views(chosen: Selection) -> Iterator[tuple[Listing, list[BoardPosting]]]:
    """The standing lists of open postings, with what is on them."""
    say, jobs = chosen.site.say, standing(chosen.site, "jobs")
    soonest = say("Open jobs, traineeships and calls, soonest deadline first.")
    nothing = say(NOTHING_OPEN)
    yield jobs_listing(addresses.JOBS, say("Open postings"), soonest, nothing, jobs), chosen.by_deadline
    newest = say("Open jobs, traineeships and calls, newest first.")
    by_week = jobs_listing(addresses.NEWEST, say("Newest postings"), newest, nothing, jobs, grouped_by="week")
    yield by_week, chosen.postings_newest
    soon = say("Open postings that close within seven days.")
    none_soon = say("No posting closes within the next seven days.")
    yield jobs_listing(addresses.CLOSING_SOON, say("Closing soon"), soon, none_soon, jobs), chosen.closing_soon


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
        yield from _jobs(chosen, page, listing, years[year], len(years[year]))


def _jobs(
    chosen: Selection,
    page: PageMaker,
    listing: Listing,
    postings: Sequence[BoardPosting],
    ever: int,
    sections: tuple[Section, ...] = (),
    ways: tuple[Way, ...] | None = None,
) -> Iterator[Output]:
    start = 0
    for part, on_page in cut_into_pages(chosen.site, listing, postings):
        here = sections_within(sections, start, start + len(on_page))
        told = sections if part.is_first else ()
        narrowed = ways if part.is_first else None
        yield page(part.path, jobs_page, chosen.site, listing, part, chosen.cards(on_page), here, told, narrowed)
        start += len(on_page)
    yield from plan_numbers_before(chosen.site, page, listing, ever)


def plan_postings(chosen: Selection, pages: Mapping[str, PageMaker], dated: Mapping[str, Dated]) -> Iterator[Output]:
    """A page for every posting that is or was open, in the words of its own language, and its frames. `dated` are those
    with deadlines, by id."""
    for each in chosen.postings:
        files, members = chosen.files_named(posting.files_shown(each)), chosen.members(each)
        for site, path in chosen.shown(each):
            units = chosen.links_to(each.synopsis.people, site)
            inputs = (site, each, members, files, units, dated.get(each.id))
            yield pages[site.lang](path, posting.posting_page, *inputs)
            yield from plan_twin(site, path, path_of(each), posting_twin, *inputs[1:-1])
