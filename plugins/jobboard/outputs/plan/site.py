"""The plan: every output of a site, with all it depends on. Reads like a table of contents.

Nothing is expressed here. Each function answers the outputs of one part of the site.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from jobboard.board.board import Board
from jobboard.board.changes.next_change import Around
from jobboard.board.site import Site
from jobboard.engine.output import Output, Raw, Text
from jobboard.outputs import addresses
from jobboard.outputs.numbers.figures import Figures
from jobboard.outputs.page.frame import frame_of
from jobboard.outputs.page.html import PageMaker
from jobboard.outputs.page.made import Making
from jobboard.outputs.page.media import MediaFile, kept_bytes, media_bytes
from jobboard.outputs.page.pictures import is_shown_whole, plan_picture
from jobboard.outputs.page.theme import Theme
from jobboard.outputs.plan.calendars import all_dated, plan_calendars
from jobboard.outputs.plan.feed_items import FeedItems
from jobboard.outputs.plan.feeds import all_changes, plan_feeds
from jobboard.outputs.plan.finding import findable_of, plan_finding
from jobboard.outputs.plan.folders import plan_folders
from jobboard.outputs.plan.form import plan_form
from jobboard.outputs.plan.kinds import (
    Counted,
    files_shown,
    lists_there,
    main_menu,
    parts,
)
from jobboard.outputs.plan.llms import plan_llms
from jobboard.outputs.plan.moved import Move, moves_of, plan_moves, translated, trimmed
from jobboard.outputs.plan.numbers import counted_of, numbers_link, plan_numbers_file, plan_numbers_page
from jobboard.outputs.plan.organisations import lists_of_organisations, with_open_postings
from jobboard.outputs.plan.pages import plan_accessibility, plan_saved
from jobboard.outputs.plan.postings import kinds_of
from jobboard.outputs.plan.search import plan_sitemap
from jobboard.outputs.plan.searching import (
    RowsByYear,
    plan_not_found,
    plan_rows,
    plan_search_page,
    rows_of,
    search_link,
)
from jobboard.outputs.plan.selection import Selection
from jobboard.outputs.plan.social import plan_social_cards
from jobboard.outputs.site import home, hosting
from jobboard.outputs.site.build_info import plan_build_info
from jobboard.outputs.site.changes import ChangeOf
from jobboard.outputs.site.plain import menus_of

_POSTINGS_AT_HOME, _CLOSING_AT_HOME = 8, 3
_NEWS_AT_HOME = 3
_EVENTS_AT_HOME = 3
_ORGANISATIONS_AT_HOME = 8


class InAllEditions(NamedTuple):
    """What is the same for all editions: what is counted once, the items of every feed, and of the feed of changes, and
    what is searched, and the figures, where there are any."""

    counted: Counted
    held: FeedItems
    changes: tuple[datetime, list[ChangeOf]]
    rows: RowsByYear
    figures: Figures | None


def plan_site(
    board: Board,
    around: Around,
    theme: Theme,
    sizes: Mapping[str, int],
    media: Callable[[str], MediaFile],
    making: Making | None = None,
) -> tuple[Output, ...]:
    """Everything the site consists of. `around` are the changes before and after the board's now, `sizes` the content's
    files in bytes; `media` reads one of them, and `making` knows the cards and entries made before."""
    chosen = Selection(board, sizes, media, making)
    pages = {lang: _page_maker(chosen, site, theme) for lang, site in chosen.sites.items()}
    editions, whole = [chosen.in_language(lang) for lang in chosen.sites], chosen.whole()
    counted = Counted(all_dated(chosen, board), lists_of_organisations(chosen))
    shared = InAllEditions(counted, FeedItems(chosen), all_changes(board, chosen), rows_of(chosen), counted_of(chosen))
    findable = findable_of(chosen) if chosen.site.has_extras else None
    moves = moves_of(chosen)
    planned = (
        *(output for _, part in parts() for output in part.pages(chosen, pages, counted)),
        *(output for _, part in parts() for output in part.data(whole)),
        *plan_sitemap(editions),
        *plan_rows(chosen, shared.rows),
        *plan_numbers_file(shared.figures),
        *(output for each in editions for output in plan_edition(board, each, shared, pages[each.site.lang])),
        *plan_moves(pages, (*moves, *translated(chosen), *trimmed(chosen))),
        *plan_hosting(chosen, moves),
        *(plan_finding(whole, findable) if findable else ()),
        plan_build_info(board, around, findable.name(chosen.site) if findable else ""),
        *plan_social_cards(chosen),
        *plan_theme(theme),
        *plan_media(chosen),
    )
    return (*planned, *plan_folders(chosen.sites, pages, planned), *plan_llms(whole, planned))


def plan_edition(board: Board, chosen: Selection, shared: InAllEditions, page: PageMaker) -> Iterator[Output]:
    """What every edition has of its own: whatever joins items, in the words and in the order of its language."""
    yield from plan_home(chosen, page)
    for _, part in parts():
        yield from part.lists(chosen, page, shared.counted)
    yield from plan_accessibility(chosen, page)
    yield from plan_search_page(chosen, page, shared.rows)
    yield from plan_not_found(chosen, page, shared.rows)
    yield from plan_saved(chosen, page)
    yield from plan_form(chosen, board, page)
    yield from plan_numbers_page(chosen, page, shared.figures)
    yield from plan_feeds(board, chosen, shared.held, shared.changes, page)
    yield from plan_calendars(chosen, board, shared.counted.dated)


def _page_maker(chosen: Selection, site: Site, theme: Theme) -> PageMaker:
    """Who makes the pages of an edition."""
    main, footer = menus_of(site, chosen.pages, has_topics=bool(chosen.topics))
    scopes = [kind.feed for kind, _ in lists_there(chosen) if kind.feed]
    menu = (*main_menu(chosen, site), *main, *search_link(site))
    frame = frame_of(site, menu, (*footer, *numbers_link(site)), scopes=scopes, assets=theme.assets)
    return PageMaker(theme, frame)


def plan_home(chosen: Selection, page: PageMaker) -> Iterator[Output]:
    """The home page."""
    yield page(addresses.here(chosen.site, addresses.HOME), home.home_page, chosen.site, _at_home(chosen))


def _at_home(chosen: Selection) -> home.AtHome:
    """The first of everything, no posting twice. Of many organisations those that hire most."""
    soon = chosen.closing_soon[:_CLOSING_AT_HOME]
    newest = [each for each in chosen.postings_newest[:_POSTINGS_AT_HOME] if each not in soon]
    everyone = with_open_postings(chosen, chosen.organisations)
    most = {each.id for each, _ in sorted(everyone, key=lambda each: -each[1])[:_ORGANISATIONS_AT_HOME]}
    organisations = tuple((each, number) for each, number in everyone if each.id in most)
    return home.AtHome(
        total=len(chosen.postings_newest),
        kinds=kinds_of(chosen),
        closing_soon=chosen.cards(soon),
        newest=chosen.cards(newest[: _POSTINGS_AT_HOME - len(soon)]),
        news=chosen.news_cards(chosen.news[:_NEWS_AT_HOME]),
        events=chosen.event_cards(chosen.events[:_EVENTS_AT_HOME]),
        organisations=organisations,
        all_organisations=len(everyone),
        logos=chosen.logos(each for each, _ in organisations),
    )


def plan_hosting(chosen: Selection, moves: Iterable[Move]) -> Iterator[Output]:
    """What hosts and robots read."""
    old_and_new = tuple((each.old, each.new) for each in moves)
    if chosen.site.indexnow:
        path = hosting.indexnow_path(chosen.site)
        yield Output(path=path, make=hosting.indexnow_key, inputs=(chosen.site,), format=Text())
    yield Output(path="robots.txt", make=hosting.robots, inputs=(chosen.site,), format=Text())
    yield Output(path="_headers", make=hosting.headers, inputs=(chosen.site,), format=Text())
    yield Output(path="_redirects", make=hosting.redirects, inputs=(chosen.site, old_and_new), format=Text())


def plan_theme(theme: Theme) -> Iterator[Output]:
    """The style sheet and the theme's other files."""
    for name, path in theme.assets.items():
        yield Output(path=path, make=bytes, inputs=(theme.files[name],), format=Raw())


def plan_media(chosen: Selection) -> Iterator[Output]:
    """The files that visible pages lead to, and no others: as they are, as pictures in every size, or both."""
    for path, named in files_shown(chosen).items():
        file = chosen.media(path)
        shown = [each for each in named if each.is_shown]
        keeps = any(each.keeps_metadata for each in named)
        if keeps or any(each.is_offered for each in named) or is_shown_whole(file, shown):
            make = kept_bytes if keeps else media_bytes
            yield Output(path=addresses.media_path(path), make=make, inputs=(file,), format=Raw())
        if shown:
            yield from plan_picture(file, shown)
