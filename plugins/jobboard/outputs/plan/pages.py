"""The part of the plan that is about plain pages, and the accessibility statement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jobboard.board.files import files_led_to
from jobboard.engine.output import Output
from jobboard.outputs import addresses
from jobboard.outputs.page.html import PageMaker
from jobboard.outputs.plan.selection import Selection
from jobboard.outputs.site import plain as pages
from jobboard.outputs.site.accessibility import accessibility_page
from jobboard.outputs.site.saved import saved_page


def plan_pages(chosen: Selection, makers: Mapping[str, PageMaker]) -> Iterator[Output]:
    """Every plain page, in the words of its own language."""
    groups = pages.page_groups(chosen.pages)
    for each in chosen.pages:
        site = chosen.edition_of(each)
        inputs = site, each, groups[each.group], chosen.files_named(files_led_to(each))
        yield makers[site.lang](addresses.plain_path(each.id), pages.plain_page, *inputs)


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
