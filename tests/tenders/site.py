"""What the site makes of a tender: a page of its own and a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from msgspec import Struct

from jobboard.board.entries import BoardEntry
from jobboard.board.order import chosen_for
from jobboard.board.site import Site
from jobboard.engine.output import Output
from jobboard.outputs.addresses import path_of
from jobboard.outputs.framed import link_to, path_here
from jobboard.outputs.page.frame import Head, head_of
from jobboard.outputs.page.html import PageMaker
from jobboard.outputs.page.link import Link, organisation_links, other_language
from jobboard.outputs.page.listing import Listing, Slice, cut_into_pages, head_of_list
from jobboard.outputs.page.versions import versions_of_item
from jobboard.outputs.plan.selection import Selection
from jobboard.outputs.text import words
from jobboard.outputs.text.bodies import body_html, summary_of
from jobboard.outputs.text.words import When

TENDERS = "tenders/"


class TenderPage(Struct, frozen=True, kw_only=True):
    """The view of a tender."""

    template: ClassVar = "tender.html"

    head: Head
    title: str
    lang: str
    organisations: tuple[Link, ...]
    deadline: When | None
    body: str


class TendersPage(Struct, frozen=True, kw_only=True):
    """The view of a page of the list."""

    template: ClassVar = "tenders.html"

    head: Head
    heading: str
    tenders: tuple[Link, ...]


def listed(chosen: Selection) -> list[BoardEntry]:
    """The tenders that take offers, the soonest first."""
    found = chosen_for((each for each in chosen.items["tenders"] if each.is_listed), chosen.site)
    return sorted(found, key=lambda each: (each.leaves_at or each.opens_at, each.id))


def plan_tenders(chosen: Selection, makers: Mapping[str, PageMaker]) -> Iterator[Output]:
    """A page for every tender, in the words of its own language, and its frames."""
    for each in chosen.items["tenders"]:
        for site, path in chosen.shown(each):
            yield makers[site.lang](path, tender_page, site, each, chosen.members(each))


def plan_tender_lists(chosen: Selection, page: PageMaker) -> Iterator[Output]:
    """An edition's list of tenders; nothing as long as the site never had one."""
    site = chosen.site
    if not chosen.items["tenders"]:
        return
    listing = Listing(path=TENDERS, title="Tenders", description=site.description, section=TENDERS)
    for part, items in cut_into_pages(site, listing, listed(chosen)):
        yield page(part.path, tenders_page, site, listing, part, tuple(items))


def tender_page(site: Site, item: BoardEntry, members: tuple[tuple[str, str], ...]) -> TenderPage:
    """The page of a tender."""
    description = summary_of(item.content.summary, item.body, 200) or site.description
    path = path_of(item)
    return TenderPage(
        head=head_of(
            site,
            path_here(site, item.lang, path),
            item.content.title,
            description,
            section=TENDERS,
            original=path,
            versions=versions_of_item(site, item, members, TENDERS),
        ),
        title=item.content.title,
        lang=other_language(site, item.lang),
        organisations=organisation_links(site, item.organisations),
        deadline=words.deadline_words(item.content.deadline, item.zone, site.lang),
        body=body_html(site, item.body, item.links),
    )


def tenders_page(site: Site, listing: Listing, part: Slice, items: tuple[BoardEntry, ...]) -> TendersPage:
    """A page of the list."""
    links = (
        Link(text=each.content.title, href=link_to(site, each), lang=other_language(site, each.lang)) for each in items
    )
    return TendersPage(
        head=head_of_list(site, listing, part, items[0].content.title if items else ""),
        heading=listing.title,
        tenders=tuple(links),
    )
