"""The part of the plan that is about plain pages, and the accessibility statement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jobboard.board.files import files_led_to
from jobboard.engine.output import Output
from jobboard.outputs import addresses
from jobboard.outputs.page.html import PageMaker
from jobboard.outputs.plan.selection import Selection
from jobboard.outputs.plan.twins import plan_twin
from jobboard.outputs.site import plain as pages
from jobboard.outputs.site.accessibility import accessibility_page
from jobboard.outputs.site.plain_twin import plain_twin
from jobboard.outputs.site.saved import saved_page


def plan_pages(chosen: Selection, makers: Mapping[str, PageMaker]) -> Iterator[Output]:
    """Every plain page, in the words of its own language, and its frames."""
    for each in chosen.pages:
        files, members = chosen.files_named(files_led_to(each)), chosen.members(each)
        for site, path in chosen.shown(each):
            yield makers[site.lang](path, pages.plain_page, site, each, members, files)
            yield from plan_twin(site, path, addresses.path_of(each), plain_twin, each, members, files)


def plan_accessibility(chosen: Selection, page: PageMaker) -> Iterator[Output]:
    """An edition's accessibility statement, if the settings make one."""
    site = chosen.site
    if site.accessibility is not None:
        path = addresses.here(site, addresses.ACCESSIBILITY)
        yield page(path, accessibility_page, site, site.accessibility)


def plan_saved(chosen: Selection, page: PageMaker) -> Iterator[Output]:
    """An edition's page of what its reader has saved: an extra."""
    if chosen.site.has_extras:
        yield page(addresses.here(chosen.site, addresses.SAVED), saved_page, chosen.site)
