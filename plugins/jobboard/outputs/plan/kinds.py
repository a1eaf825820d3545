"""What becomes of each kind of content on the site: its pages and lists, what is said of them, and its files.

One entry a kind: the plan, the menu, the sitemap, the moves and the published files go through this table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from jobboard.board.files import files_led_to, without_kept_notes
from jobboard.board.site import Site
from jobboard.board.synopsis import NamedFile
from jobboard.engine.output import Output
from jobboard.outputs import addresses
from jobboard.outputs.contacts.blanking import title_of
from jobboard.outputs.data.search import SearchRow
from jobboard.outputs.events.search import event_row
from jobboard.outputs.events.words import EVENT_KINDS, title_of_event
from jobboard.outputs.news.search import news_row
from jobboard.outputs.organisations.search import organisation_row
from jobboard.outputs.page.html import PageMaker
from jobboard.outputs.page.link import Link
from jobboard.outputs.page.trail import SECTIONS
from jobboard.outputs.plan.calendars import plan_posting_calendars
from jobboard.outputs.plan.data import plan_job_data, plan_news_data, plan_organisation_data
from jobboard.outputs.plan.events import plan_event_data, plan_event_lists, plan_events
from jobboard.outputs.plan.job_sites import plan_job_sites
from jobboard.outputs.plan.news import plan_news, plan_news_lists
from jobboard.outputs.plan.organisations import OwnLists, plan_organisations
from jobboard.outputs.plan.pages import plan_pages
from jobboard.outputs.plan.postings import plan_archive, plan_listings, plan_postings
from jobboard.outputs.plan.selection import Selection
from jobboard.outputs.plan.topics import plan_topics, topic_paths
from jobboard.outputs.postings import page as posting
from jobboard.outputs.postings.calendar import Dated
from jobboard.outputs.postings.search import posting_row
from jobboard.outputs.site.search import page_row
from jobboard.outputs.site.sitemap import sitemap_line
from jobboard.outputs.text import words
from jobboard.outputs.topics.search import topic_row, topic_texts
from jobboard.source.catalogue import mark
from jobboard.source.kinds import KINDS, Kind, of_each_kind


class Counted(Struct, frozen=True):
    """What is worked out once for all editions: dated postings by id, and who has lists of its own."""

    dated: Mapping[str, Dated]
    lists: OwnLists


Makers = Mapping[str, PageMaker]
"""Who makes the pages of an edition, by its language."""


def _nothing(*_: object) -> Iterator[Any]:
    return iter(())


class Sought(Struct, frozen=True, kw_only=True):
    """How a kind is searched: by the row of an item, and under which words for its kinds. `items` are what there is to
    be found, where that is not what the content has a file for."""

    row: Callable[[Site, Any], SearchRow]
    called: Mapping[str, str]
    items: Callable[[Selection], Iterable[Any]] | None = None


class Part(Struct, frozen=True, kw_only=True):
    """What the site makes of a kind. All of it may be left out.

    `pages` are planned once, each in the words of its own language, `lists` in every edition, `data` once for programs.
    `files` are the files of the content that the page of an item leads to.
    `title` is what an item is called where its page was before. `menu` is the word for the list at the root of the
    kind; one with `listed`, the items on it, is there from the first item on, any other always. Search engines are told
    of it, of `more_lists`, and of `known`, lines of the sitemap. `sought` is how it is found on the page for searching.
    """

    pages: Callable[[Selection, Makers, Counted], Iterator[Output]] = _nothing
    lists: Callable[[Selection, PageMaker, Counted], Iterator[Output]] = _nothing
    data: Callable[[Selection], Iterator[Output]] = _nothing
    files: Callable[[Any], Iterable[NamedFile]] = files_led_to
    title: Callable[[Site, Any], str] | None = None
    menu: str = ""
    listed: Callable[[Selection], Sequence[Any]] | None = None
    more_lists: Callable[[Selection], Iterable[str]] = _nothing
    known: Callable[[Selection], Iterable[str]] = _nothing
    sought: Sought | None = None


def _pages_of_postings(chosen: Selection, makers: Makers, counted: Counted) -> Iterator[Output]:
    yield from plan_postings(chosen, makers, counted.dated)
    yield from plan_posting_calendars(chosen, counted.dated)


def _data_of_postings(chosen: Selection) -> Iterator[Output]:
    yield from plan_job_data(chosen)
    yield from plan_job_sites(chosen)


def _lists_of_postings(chosen: Selection, page: PageMaker, _: Counted) -> Iterator[Output]:
    yield from plan_listings(chosen, page)
    yield from plan_archive(chosen, page)


def _more_lists_of_postings(chosen: Selection) -> Iterator[str]:
    yield from (addresses.NEWEST for _ in chosen.postings_newest[:1])
    yield from (addresses.CLOSING_SOON for _ in chosen.closing_soon[:1])
    yield from (addresses.facet_path(*each) for each in sorted(chosen.facets) if each.path in chosen.listed["postings"])


def _dated(folder: str) -> Callable[[Selection], Iterator[str]]:
    """Every page of a kind, with the instant its content last changed."""
    return lambda chosen: (sitemap_line(addresses.path_of(each), each.updated_at) for each in chosen.items[folder])


PARTS: Mapping[str, Part] = of_each_kind(
    "PARTS in outputs/plan/kinds.py",
    {
        "pages": Part(
            pages=lambda chosen, makers, _: plan_pages(chosen, makers),
            known=lambda chosen: (sitemap_line(addresses.path_of(each)) for each in chosen.pages),
            sought=Sought(row=page_row, called={"": mark("Page")}),
        ),
        "news": Part(
            pages=lambda chosen, makers, _: plan_news(chosen, makers),
            lists=lambda chosen, page, _: plan_news_lists(chosen, page),
            data=plan_news_data,
            menu=SECTIONS[addresses.NEWS],
            known=_dated("news"),
            sought=Sought(row=news_row, called=words.NEWS_KINDS),
        ),
        "events": Part(
            pages=lambda chosen, makers, _: plan_events(chosen, makers),
            lists=lambda chosen, page, _: plan_event_lists(chosen, page),
            data=plan_event_data,
            files=lambda event: without_kept_notes(files_led_to(event)) if event.is_past else files_led_to(event),
            title=title_of_event,
            menu=SECTIONS[addresses.EVENTS],
            listed=lambda chosen: chosen.events,
            known=_dated("events"),
            sought=Sought(row=event_row, called=EVENT_KINDS),
        ),
        "postings": Part(
            files=posting.files_shown,
            pages=_pages_of_postings,
            lists=_lists_of_postings,
            data=_data_of_postings,
            title=title_of,
            menu=SECTIONS[addresses.JOBS],
            more_lists=_more_lists_of_postings,
            known=lambda chosen: (
                sitemap_line(addresses.path_of(each), each.updated_at) for each in chosen.postings if each.is_listed
            ),
            sought=Sought(row=posting_row, called=words.POSTING_KINDS),
        ),
        "organisations": Part(
            lists=lambda chosen, page, counted: plan_organisations(chosen, page, counted.lists),
            data=plan_organisation_data,
            menu=SECTIONS[addresses.ORGANISATIONS],
            more_lists=lambda chosen: [addresses.organisation_path(each.id) for each in chosen.organisations],
            sought=Sought(row=organisation_row, called={"": mark("Organisation")}),
        ),
        "topics": Part(
            lists=lambda chosen, page, _: plan_topics(chosen, page),
            more_lists=topic_paths,
            sought=Sought(
                row=topic_row,
                called={"": mark("Topic")},
                items=lambda chosen: topic_texts(chosen.site, chosen.topics, chosen.introductions),
            ),
        ),
    },
)
"""By folder, in the order in which the sitemap names the pages of items."""


def parts() -> Iterator[tuple[Kind, Part]]:
    """Every kind with its part, in the order kinds are spoken of."""
    return ((kind, PARTS[kind.folder]) for kind in KINDS)


def lists_there(chosen: Selection) -> Iterator[tuple[Kind, Part]]:
    """The kinds that have a list: of some it comes with the first item, and stays whatever becomes of that."""
    return ((kind, each) for kind, each in parts() if each.menu and (not each.listed or chosen.items[kind.folder]))


def main_menu(chosen: Selection, site: Site) -> tuple[Link, ...]:
    """The lists that every page of an edition leads to."""
    return tuple(
        Link(text=site.say(part.menu), href=addresses.link_here(site, kind.root)) for kind, part in lists_there(chosen)
    )


def lists_known(chosen: Selection) -> list[str]:
    """The lists of the kinds that search engines are told of: those that are always there first."""
    found = [(kind.root, part) for kind, part in parts() if part.menu]
    standing = [root for root, part in found if part.listed is None]
    return standing + [root for root, part in found if part.listed is not None and part.listed(chosen)]


def files_shown(chosen: Selection) -> dict[str, set[NamedFile]]:
    """The files that visible pages lead to, by path, with all that is said of each."""
    found: dict[str, set[NamedFile]] = {}
    for kind, part in parts():
        for item in chosen.items[kind.folder]:
            for file in part.files(item):
                found.setdefault(file.path, set()).add(file)
    return found
