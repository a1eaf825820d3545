"""The page for addresses that do not exist. A script offers what there is of nearly the same name."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct

from jobboard.board.site import Site
from jobboard.outputs.addresses import HOME, JOBS, NEWS, NOT_FOUND, ORGANISATIONS, SEARCH, here, link_here
from jobboard.outputs.page.frame import Head, head_of
from jobboard.outputs.page.link import Link
from jobboard.outputs.page.versions import Versions, versions_of_list
from jobboard.outputs.site.search import SearchScript, SoughtKind, told_to_script


class NotFoundPage(Struct, frozen=True, kw_only=True):
    """The view of the page. `script` is what the script is told that finds near names in the rows that are searched,
    nothing on a board that has none; `search` is the page for searching there."""

    template: ClassVar = "not_found.html"
    head: Head
    links: tuple[Link, ...]
    search: str
    script: SearchScript | None


def not_found_page(site: Site, years: tuple[int, ...], kinds: tuple[SoughtKind, ...]) -> NotFoundPage:
    """A page that says so and leads on. It is served for any address, so all it holds begins at the host's root."""
    search = Link(text=site.say("Search"), href=link_here(site, SEARCH))
    return NotFoundPage(
        head=head_of(
            site,
            here(site, NOT_FOUND),
            site.say("Page not found"),
            site.say("There is no page at this address."),
            versions=Versions(switch=versions_of_list(site, HOME).switch),
            is_indexed=False,
        ),
        links=(
            Link(text=site.say("Open postings"), href=link_here(site, JOBS)),
            Link(text=site.say("News"), href=link_here(site, NEWS)),
            Link(text=site.say("Organisations"), href=link_here(site, ORGANISATIONS)),
            *((search,) if site.has_extras else ()),
        ),
        search=search.href,
        script=told_to_script(site, years, kinds) if site.has_extras else None,
    )
