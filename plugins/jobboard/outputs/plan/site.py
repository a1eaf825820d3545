"""The plan: every output of a site, with all it depends on. Reads like a table of contents.

Nothing is expressed here. Each function answers the outputs of one part of the site.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from jobboard.board.board import Board
from jobboard.board.next_change import Around
from jobboard.engine.output import Output, Raw, Text
from jobboard.outputs import addresses
from jobboard.outputs.events import page as events
from jobboard.outputs.news import page as news
from jobboard.outputs.organisations import card as organisations
from jobboard.outputs.page.frame import frame_of
from jobboard.outputs.page.html import PageMaker
from jobboard.outputs.page.media import MediaFile, media_bytes
from jobboard.outputs.page.moved import moved_page
from jobboard.outputs.page.theme import Theme
from jobboard.outputs.plan.calendars import all_dated, plan_calendars, plan_posting_calendars
from jobboard.outputs.plan.data import plan_data
from jobboard.outputs.plan.events import plan_event_data, plan_event_lists, plan_events
from jobboard.outputs.plan.feed_scopes import FeedScopes
from jobboard.outputs.plan.feeds import all_changes, plan_feeds
from jobboard.outputs.plan.news import plan_news, plan_news_lists, plan_pictures
from jobboard.outputs.plan.organisations import lists_of_organisations, plan_organisations
from jobboard.outputs.plan.pages import files_shown, plan_accessibility, plan_pages
from jobboard.outputs.plan.postings import plan_archive, plan_listings, plan_postings
from jobboard.outputs.plan.search import plan_job_sites, plan_sitemap
from jobboard.outputs.plan.selection import Selection, by_name
from jobboard.outputs.plan.topics import plan_topics
from jobboard.outputs.postings import page as posting
from jobboard.outputs.postings.calendar import Dated
from jobboard.outputs.site import home, hosting
from jobboard.outputs.site.build_info import plan_build_info
from jobboard.outputs.site.changes import Told
from jobboard.outputs.site.plain import menus_of

_POSTINGS_AT_HOME = 6
_NEWS_AT_HOME = 3
_EVENTS_AT_HOME = 3


class InAllEditions(NamedTuple):
    """What is the same for all editions: dated postings by id, the items of every feed, the feed of changes."""

    dated: Mapping[str, Dated]
    scopes: FeedScopes
    told: Told


def plan_site(
    board: Board, around: Around, theme: Theme, sizes: Mapping[str, int], media: Callable[[str], MediaFile]
) -> tuple[Output, ...]:
    """Everything the site consists of. `around` are the changes before and after the board's now, `sizes` the content's
    files in bytes; `media` reads one of them."""
    chosen = Selection(board, sizes, media)
    menus = {lang: menus_of(site, board.pages, has_topics=bool(chosen.topics)) for lang, site in chosen.sites.items()}
    has_events = bool(chosen.visible_events)
    pages = {
        lang: PageMaker(theme, frame_of(site, *menus[lang], has_events=has_events, assets=theme.assets))
        for lang, site in chosen.sites.items()
    }
    editions = [chosen.in_language(lang) for lang in chosen.sites]
    shared = InAllEditions(all_dated(chosen, board), FeedScopes(chosen), all_changes(board, chosen))
    lists = lists_of_organisations(chosen)
    return (
        *(output for each in editions for output in plan_edition(board, each, shared, pages[each.site.lang])),
        *(output for each in editions for output in plan_organisations(each, pages[each.site.lang], lists)),
        *plan_postings(chosen, pages),
        *plan_posting_calendars(chosen, shared.dated),
        *plan_news(chosen, pages),
        *plan_events(chosen, pages),
        *plan_pages(chosen, pages),
        *plan_moves(chosen, pages[chosen.site.lang]),
        *plan_sitemap(editions),
        *plan_job_sites(chosen.whole()),
        *plan_data(chosen.whole()),
        *plan_event_data(chosen.whole()),
        *plan_hosting(chosen),
        plan_build_info(board, around),
        *plan_theme(theme),
        *plan_media(chosen),
        *plan_pictures(chosen),
    )


def plan_edition(board: Board, chosen: Selection, shared: InAllEditions, page: PageMaker) -> Iterator[Output]:
    """What every edition has of its own: whatever joins items, in the words and in the order of its language."""
    yield from plan_home(chosen, page)
    yield from plan_listings(chosen, page)
    yield from plan_archive(chosen, page)
    yield from plan_news_lists(chosen, page)
    yield from plan_event_lists(chosen, page)
    yield from plan_topics(chosen, page)
    yield from plan_accessibility(chosen, page)
    yield from plan_feeds(board, chosen, shared.scopes, shared.told, page)
    yield from plan_calendars(chosen, board, shared.dated)


def plan_home(chosen: Selection, page: PageMaker) -> Iterator[Output]:
    """The home page and the page for addresses that do not exist."""
    yield page(
        addresses.here(chosen.site, addresses.HOME),
        "home.html",
        home.home_page,
        chosen.site,
        len(chosen.newest),
        chosen.facts(chosen.closing_soon[:_POSTINGS_AT_HOME]),
        chosen.facts(chosen.newest[:_POSTINGS_AT_HOME]),
        chosen.news_facts(chosen.news[:_NEWS_AT_HOME]),
        by_name(chosen.everyone, chosen.site.lang),
        chosen.event_facts(chosen.events[:_EVENTS_AT_HOME]),
    )
    yield page(addresses.here(chosen.site, addresses.NOT_FOUND), "not_found.html", home.not_found_page, chosen.site)


def plan_moves(chosen: Selection, page: PageMaker) -> Iterator[Output]:
    """A page at every address an item had before it was renamed."""
    for old, new, title in chosen.moves:
        yield page(old, "moved.html", moved_page, chosen.site, title, new)


def plan_hosting(chosen: Selection) -> Iterator[Output]:
    """What hosts and robots read."""
    moves = tuple((old, new) for old, new, _ in chosen.moves)
    yield Output(path="robots.txt", make=hosting.robots, inputs=(chosen.site,), format=Text())
    yield Output(path="_headers", make=hosting.headers, inputs=(chosen.site,), format=Text())
    yield Output(path="_redirects", make=hosting.redirects, inputs=(chosen.site, moves), format=Text())


def plan_theme(theme: Theme) -> Iterator[Output]:
    """The style sheet and the theme's other files."""
    for name, path in theme.assets.items():
        yield Output(path=path, make=bytes, inputs=(theme.files[name],), format=Raw())


def plan_media(chosen: Selection) -> Iterator[Output]:
    """The pictures and attachments that visible pages show, and no others."""
    shown = dict.fromkeys(file for each in chosen.visible for file in posting.files_shown(each))
    shown |= dict.fromkeys(file for each in chosen.visible_news for file in news.files_shown(each))
    shown |= dict.fromkeys(file for each in chosen.visible_events for file in events.files_shown(each))
    shown |= dict.fromkeys(file for each in chosen.everyone for file in organisations.files_shown(each))
    shown |= dict.fromkeys(files_shown(chosen))
    for file in shown:
        yield Output(path=addresses.media_path(file), make=media_bytes, inputs=(chosen.media(file),), format=Raw())
