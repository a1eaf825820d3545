"""The part of the plan that is about pages at addresses that were: each leads on to where its content is now."""

from __future__ import annotations

from collections.abc import Iterator

from jobboard.board.site import Site
from jobboard.engine.output import Output
from jobboard.outputs.addresses import here, list_pages_folder
from jobboard.outputs.page.html import PageMaker
from jobboard.outputs.page.listing import Listing, numbers_before
from jobboard.outputs.page.moved import moved_page


def plan_numbers_before(site: Site, page: PageMaker, listing: Listing, ever: int) -> Iterator[Output]:
    """A page at every address that a list had when its pages were numbered, and at what all its pages are below; `ever`
    so many items were on it at once."""
    if ever > site.page_size:
        to = here(site, listing.path)
        yield page(list_pages_folder(to), moved_page, site, listing.title, to)
    for old in numbers_before(site, listing, ever):
        yield page(old, moved_page, site, listing.title, here(site, listing.path))
