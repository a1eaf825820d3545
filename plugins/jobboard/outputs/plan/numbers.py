"""The part of the plan that counts: the board in figures, a page in every edition and one file for all of them."""

from __future__ import annotations

from collections.abc import Iterator

from jobboard.board.site import Site
from jobboard.engine.output import Output, Text
from jobboard.outputs import addresses
from jobboard.outputs.numbers.figures import Figures, figures_of
from jobboard.outputs.numbers.file import numbers_csv
from jobboard.outputs.numbers.names import group_names
from jobboard.outputs.numbers.page import numbers_page
from jobboard.outputs.page.html import PageMaker
from jobboard.outputs.page.link import Link
from jobboard.outputs.plan.selection import Selection


def counted_of(chosen: Selection) -> Figures | None:
    """The figures of all that is visible, open and closed: an extra, the same for all editions."""
    return figures_of(chosen.postings, chosen.site.zone) if chosen.site.has_extras else None


def plan_numbers_file(figures: Figures | None) -> Iterator[Output]:
    """The figures for spreadsheets."""
    if figures is not None:
        yield Output(path=addresses.NUMBERS_CSV, make=numbers_csv, inputs=(figures,), format=Text())


def plan_numbers_page(chosen: Selection, page: PageMaker, figures: Figures | None) -> Iterator[Output]:
    """An edition's page. It changes as a posting opens or closes, and with the names that are on it."""
    if figures is not None:
        names = group_names(chosen.site, figures, chosen.organisations, chosen.topics)
        yield page(addresses.here(chosen.site, addresses.NUMBERS), numbers_page, chosen.site, figures, names)


def numbers_link(site: Site) -> tuple[Link, ...]:
    """What the footer leads to, where there is such a page."""
    link = Link(text=site.say("The board in figures"), href=addresses.link_here(site, addresses.NUMBERS))
    return (link,) if site.has_extras else ()
