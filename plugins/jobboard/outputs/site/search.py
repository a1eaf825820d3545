"""The page `/search/`, and plain pages as they are searched. Where no script runs, the page says where to look."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from msgspec import Struct, json
from msgspec.structs import replace

from jobboard.board.board import BoardPage
from jobboard.board.site import Site
from jobboard.outputs.addresses import FULL_TEXT, SEARCH, here, href
from jobboard.outputs.data.search import STANDING, SUMMARY, SearchRow, group_in_row, rows_path
from jobboard.outputs.events.words import EVENT_STATUSES
from jobboard.outputs.page.frame import FULL_TEXT_POLICY, Head, head_of
from jobboard.outputs.page.link import Link
from jobboard.outputs.page.script import PluralForms, forms_of
from jobboard.outputs.page.versions import versions_of_list
from jobboard.outputs.text import words
from jobboard.outputs.text.bodies import summary_of

SoughtKind = tuple[str, str, tuple[tuple[str, str], ...], str]
"""A kind of content that is searched: its folder, where its pages are, what its kinds are called, and where this
edition shows texts that have their pages in another."""


class SearchScript(Struct, frozen=True, kw_only=True):
    """What the script of the page is told. `{date}`, `{n}`, `{words}` are filled in by it.

    `standing` is the address of the rows that have no year, `years` the years that have rows, the newest first, with
    spaces between. `full_text` is where the index of full texts is, empty where there is none. `kinds` is JSON,
    `languages` are those of all editions, the root's first, `hidden` those that this edition does not list.
    """

    standing: str
    years: str
    full_text: str
    kinds: str
    languages: str
    hidden: str
    statuses: tuple[tuple[str, str], ...]
    apply_by: str
    rolling: str
    closed_on: str
    text_in: str
    found: PluralForms
    nothing: str
    searching: str
    failed: str


class SearchPage(Struct, frozen=True, kw_only=True):
    """The view of the page. `action` is its own address; `places` are where to look without it."""

    template: ClassVar = "search.html"
    head: Head
    action: str
    script: SearchScript
    places: tuple[Link, ...]


def page_row(_site: Site, page: BoardPage) -> SearchRow:
    """A plain page as it is searched."""
    return SearchRow(
        folder=page.folder,
        id=page.id,
        lang=page.lang,
        group=group_in_row(page.id, page.group),
        title=page.content.title,
        summary=summary_of(page.content.summary, page.body, SUMMARY),
    )


def search_page(
    site: Site, years: tuple[int, ...], kinds: tuple[SoughtKind, ...], places: tuple[Link, ...]
) -> SearchPage:
    """The page on which everything is searched."""
    head = head_of(
        site,
        here(site, SEARCH),
        site.say("Search"),
        site.say("Search the jobs, news, events, organisations and topics of %(site)s.", site=site.name),
        section=SEARCH,
        versions=versions_of_list(site, SEARCH),
    )
    return SearchPage(
        head=replace(head, policy=FULL_TEXT_POLICY) if site.has_full_text else head,
        action=href(site, here(site, SEARCH)),
        script=told_to_script(site, years, kinds),
        places=places,
    )


def told_to_script(site: Site, years: Iterable[int], kinds: tuple[SoughtKind, ...]) -> SearchScript:
    """Where the rows are, how they are read, and all words for what is found in them."""

    def found(number: int) -> str:
        return site.say_number("%(number)s result", "%(number)s results", number, number="{n}")

    others = () if site.shows_untranslated else (each for each in site.languages if each != site.lang)
    return SearchScript(
        standing=href(site, rows_path(STANDING)),
        years=" ".join(map(str, years)),
        full_text=href(site, f"{FULL_TEXT}pagefind.js") if site.has_full_text else "",
        kinds=json.encode({folder: [root, dict(called), framed] for folder, root, called, framed in kinds}).decode(),
        languages=" ".join(site.languages or (site.lang,)),
        hidden=" ".join(others),
        statuses=_statuses(site),
        apply_by=site.say("Apply by %(deadline)s", deadline="{date}"),
        rolling=site.say("No fixed deadline: applications are read as they arrive"),
        closed_on=site.say("Closed %(date)s", date="{date}"),
        text_in=site.say("Text %(label)s", label=site.say("in %(language)s", language="{language}")),
        found=forms_of(
            site.lang, lambda n: site.say_number("%(number)s result", "%(number)s results", n, number="{n}")
        ),
        nothing=site.say("Nothing found for “%(words)s”. Try fewer words, or their beginnings only.", words="{words}"),
        searching=site.say("Searching …"),
        failed=site.say("The search could not fetch all it needs. Are you offline? Please try again later."),
    )


def _statuses(site: Site) -> tuple[tuple[str, str], ...]:
    """What an item is, in words, by what the script calls it."""
    named = {each: words.STATUSES[each] for each in ("open", "closed")}
    named |= {each: EVENT_STATUSES[each] for each in ("past", "cancelled", "postponed")}
    return (*((name, site.say(word)) for name, word in named.items()), ("expired", site.say("No longer current")))
