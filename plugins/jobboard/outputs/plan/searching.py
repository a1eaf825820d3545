"""The part of the plan that readers search: a file of rows for every year, one for what has no year, and the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from jobboard.board.site import Site
from jobboard.engine.output import InChunks, Output
from jobboard.outputs import addresses
from jobboard.outputs.data.search import STANDING, SearchRow, rows_path, search_json
from jobboard.outputs.framed import frames_within
from jobboard.outputs.news.list import found_in
from jobboard.outputs.page.html import PageMaker
from jobboard.outputs.page.link import Link
from jobboard.outputs.page.made import Made
from jobboard.outputs.plan.kinds import lists_there, parts
from jobboard.outputs.plan.selection import Selection
from jobboard.outputs.site.not_found import not_found_page
from jobboard.outputs.site.search import SoughtKind, search_page
from jobboard.outputs.text.clocks import local
from jobboard.source.kinds import Kind

SearchRows = tuple[Made[SearchRow], ...]


class RowsByYear(Struct, frozen=True):
    """All rows: those of each year, the newest first, and those of none."""

    of_years: Mapping[int, SearchRows]
    standing: SearchRows


def rows_of(chosen: Selection) -> RowsByYear:
    """The rows of all that is visible, in every language. A translation is in the year of its original."""
    if not chosen.site.has_extras:
        return RowsByYear({}, ())
    years: dict[int, list[Made[SearchRow]]] = {}
    standing: list[Made[SearchRow]] = []
    for kind, part in parts():
        if part.sought is None:
            continue
        items = [*(part.sought.items(chosen) if part.sought.items else chosen.items[kind.folder])]
        rows = chosen.making(part.sought.row, chosen.site, items)
        if not kind.feed:
            standing += rows
            continue
        for year, row in zip(_years_of(items), rows, strict=True):
            years.setdefault(year, []).append(row)
    return RowsByYear({year: tuple(years[year]) for year in sorted(years, reverse=True)}, tuple(standing))


def plan_rows(chosen: Selection, rows: RowsByYear) -> Iterator[Output]:
    """The files that the script of the page reads: an extra, the same for all editions."""
    if not chosen.site.has_extras:
        return
    yield Output(path=rows_path(STANDING), make=search_json, inputs=(rows.standing,), format=InChunks())
    for year, found in rows.of_years.items():
        yield Output(path=rows_path(str(year)), make=search_json, inputs=(found,), format=InChunks())


def plan_search_page(chosen: Selection, page: PageMaker, rows: RowsByYear) -> Iterator[Output]:
    """An edition's page for searching. It changes when a year begins, and with no item else."""
    site = chosen.site
    if site.has_extras:
        path = addresses.here(site, addresses.SEARCH)
        yield page(path, search_page, site, tuple(rows.of_years), _kinds(chosen), _places(chosen))


def plan_not_found(chosen: Selection, page: PageMaker, rows: RowsByYear) -> Iterator[Output]:
    """An edition's page for addresses that do not exist: it looks among the same rows, and changes as rarely."""
    path = addresses.here(chosen.site, addresses.NOT_FOUND)
    yield page(path, not_found_page, chosen.site, tuple(rows.of_years), _kinds(chosen))


def search_link(site: Site) -> tuple[Link, ...]:
    """What the menu leads to, where there is such a page."""
    link = Link(text=site.say("Search"), href=addresses.link_here(site, addresses.SEARCH))
    return (link,) if site.has_extras else ()


def _years_of(items: Sequence[Any]) -> Iterator[int]:
    """The year each item appeared in, in its zone; of a translation that of its original."""
    originals = {each.group: each for each in sorted(items, key=lambda each: (each.id == each.group, each.id))}
    return (_year_of(originals[each.group]) for each in items)


def _year_of(item: Any) -> int:
    return local(item.opens_at, item.zone).year


def _kinds(chosen: Selection) -> tuple[SoughtKind, ...]:
    """The kinds there are; some come with their first item."""
    site = chosen.site
    return tuple(
        (
            kind.folder,
            addresses.href(site, addresses.here(site, kind.root) if kind.in_editions else kind.root),
            tuple((name, site.say(word)) for name, word in part.sought.called.items()),
            addresses.href(site, _framed_root(site, kind)),
        )
        for kind, part in parts()
        if part.sought and (part.listed is None or chosen.items[kind.folder])
    )


def _framed_root(site: Site, kind: Kind) -> str:
    """Below what this edition shows the texts of other editions."""
    if kind.in_editions:
        return addresses.here(site, kind.root)
    return frames_within(site, kind.root)


def _places(chosen: Selection) -> tuple[Link, ...]:
    """Where one finds everything by hand."""
    site = chosen.site
    folders = {kind.folder for kind, _ in lists_there(chosen)}
    _, years = found_in(chosen.visible_news)
    found = [
        (site.say("Open postings"), addresses.JOBS),
        (site.say("Browse the open postings"), addresses.BROWSE),
        (site.say("Closed jobs by year"), addresses.CLOSED_JOBS),
        (site.say("All news"), addresses.NEWS),
        *((site.say("News of %(year)s", year=each), addresses.news_year_path(each)) for each in years),
        *([(site.say("Events"), addresses.EVENTS)] if "events" in folders else []),
        *([(site.say("Past events"), addresses.PAST_EVENTS)] if "events" in folders else []),
        (site.say("Organisations"), addresses.ORGANISATIONS),
        *([(site.say("Topics"), addresses.TOPICS_PAGE)] if chosen.topics else []),
    ]
    return tuple(Link(text=text, href=addresses.link_here(site, path)) for text, path in found)
