"""The home page."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct
from msgspec.structs import astuple, replace

from jobboard.board.board import BoardOrganisation
from jobboard.board.site import Site
from jobboard.engine.output import output_digest
from jobboard.outputs.addresses import (
    CLOSING_SOON,
    EVENTS,
    HOME,
    JOBS,
    NEWEST,
    NEWS,
    ORGANISATIONS,
    SUBSCRIBE,
    absolute,
    here,
    link_here,
)
from jobboard.outputs.events.card import EventCard
from jobboard.outputs.news.card import NewsCard
from jobboard.outputs.organisations.card import OrganisationCard, organisation_card
from jobboard.outputs.page.collection import standing
from jobboard.outputs.page.frame import Head, feeds_of, head_of
from jobboard.outputs.page.link import Link
from jobboard.outputs.page.made import Made
from jobboard.outputs.page.media import PageFiles
from jobboard.outputs.page.versions import versions_of_list
from jobboard.outputs.postings.card import JobCard, cards_told_apart
from jobboard.outputs.postings.list import count_words

_FEW = 3
"""So many organisations have room on the home page for a paragraph each."""


class AtHome(Struct, frozen=True, kw_only=True):
    """What the home page shows of the board. `total` counts the open postings; `kinds` are theirs, each with its
    address and its number; `organisations` are some of `all_organisations`, each with how many postings it has open."""

    total: int
    kinds: tuple[tuple[str, str, int], ...]
    closing_soon: tuple[Made[JobCard], ...]
    newest: tuple[Made[JobCard], ...]
    news: tuple[Made[NewsCard], ...]
    events: tuple[Made[EventCard], ...]
    organisations: tuple[tuple[BoardOrganisation, int], ...]
    all_organisations: int
    logos: PageFiles

    @property
    def digest(self) -> str:
        return output_digest(astuple(self))


class HomePage(Struct, frozen=True, kw_only=True):
    """The view of the home page. `find` is the address of the list that is searched, empty where nothing searches it;
    `open_postings` leads to it, and `subscribe` is for whoever finds none."""

    template: ClassVar = "home.html"
    head: Head
    introduction: str
    find: str
    open_postings: Link | None
    subscribe: str
    kinds: tuple[tuple[str, str, int], ...]
    closing_soon: tuple[JobCard, ...]
    newest: tuple[JobCard, ...]
    news: tuple[NewsCard, ...]
    events: tuple[EventCard, ...]
    has_beside: bool
    organisations: tuple[OrganisationCard, ...]
    closing_soon_href: str
    newest_href: str
    news_href: str
    events_href: str
    organisations_link: Link


def home_page(site: Site, shown: AtHome) -> HomePage:
    """The home page: what is there for me, what is closing, what is new, what is on, and who is behind it."""
    jobs = link_here(site, JOBS)
    return HomePage(
        head=head_of(
            site,
            here(site, HOME),
            site.name,
            site.description,
            versions=versions_of_list(site, HOME),
            feeds=feeds_of(site, standing(site, "jobs")),
            markup=(_website(site),),
        ),
        introduction=site.description,
        find=jobs if shown.total and site.has_extras else "",
        open_postings=Link(text=count_words(site, shown.total), href=jobs) if shown.total else None,
        subscribe=link_here(site, SUBSCRIBE) if site.has_extras else "",
        kinds=shown.kinds,
        closing_soon=cards_told_apart(site, (each.value for each in shown.closing_soon)),
        newest=cards_told_apart(site, (each.value for each in shown.newest)),
        news=tuple(each.value for each in shown.news),
        events=tuple(each.value for each in shown.events),
        has_beside=bool(shown.events or shown.organisations),
        organisations=_tiles(site, shown),
        closing_soon_href=link_here(site, CLOSING_SOON),
        newest_href=link_here(site, NEWEST),
        news_href=link_here(site, NEWS),
        events_href=link_here(site, EVENTS),
        organisations_link=_organisations_link(site, shown.all_organisations),
    )


def _tiles(site: Site, shown: AtHome) -> tuple[OrganisationCard, ...]:
    """The organisations. Only where they are few is there room for what each says of itself."""
    cards = (organisation_card(site, each, number, shown.logos.measured) for each, number in shown.organisations)
    if shown.all_organisations <= _FEW:
        return tuple(cards)
    return tuple(replace(each, summary="") for each in cards)


def _organisations_link(site: Site, number: int) -> Link:
    text = site.say_number("%(number)s organisation", "All %(number)s organisations", number)
    return Link(text=text, href=link_here(site, ORGANISATIONS))


def _website(site: Site) -> dict[str, str]:
    return {
        "@type": "WebSite",
        "@id": f"{site.url}/#website",
        "name": site.name,
        "url": absolute(site, here(site, HOME)),
        "description": site.description,
    }
