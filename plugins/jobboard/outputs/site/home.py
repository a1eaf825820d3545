"""The home page."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct

from jobboard.board.board import BoardOrganisation
from jobboard.board.site import Site
from jobboard.outputs.addresses import (
    CLOSING_SOON,
    EVENTS,
    HOME,
    JOBS,
    NEWEST,
    NEWS,
    ORGANISATIONS,
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


class HomePage(Struct, frozen=True, kw_only=True):
    """The view of the home page."""

    template: ClassVar = "home.html"
    head: Head
    introduction: str
    open_postings: Link
    closing_soon: tuple[JobCard, ...]
    newest: tuple[JobCard, ...]
    news: tuple[NewsCard, ...]
    organisations: tuple[OrganisationCard, ...]
    events: tuple[EventCard, ...]
    closing_soon_href: str
    newest_href: str
    news_href: str
    events_href: str
    organisations_href: str


def home_page(
    site: Site,
    total: int,
    closing_soon: tuple[Made[JobCard], ...],
    newest: tuple[Made[JobCard], ...],
    news: tuple[Made[NewsCard], ...],
    organisations: tuple[BoardOrganisation, ...],
    events: tuple[Made[EventCard], ...],
    logos: PageFiles,
) -> HomePage:
    """The home page; `total` counts the open postings, `logos` are those of the organisations."""
    website = {
        "@type": "WebSite",
        "@id": f"{site.url}/#website",
        "name": site.name,
        "url": absolute(site, here(site, HOME)),
        "description": site.description,
    }
    return HomePage(
        head=head_of(
            site,
            here(site, HOME),
            site.name,
            site.description,
            versions=versions_of_list(site, HOME),
            feeds=feeds_of(site, standing(site, "jobs")),
            markup=(website,),
        ),
        introduction=site.description,
        open_postings=Link(text=count_words(site, total), href=link_here(site, JOBS)),
        closing_soon=cards_told_apart(site, (each.value for each in closing_soon)),
        newest=cards_told_apart(site, (each.value for each in newest)),
        news=tuple(each.value for each in news),
        organisations=tuple(organisation_card(site, each, logos.measured) for each in organisations),
        events=tuple(each.value for each in events),
        closing_soon_href=link_here(site, CLOSING_SOON),
        newest_href=link_here(site, NEWEST),
        news_href=link_here(site, NEWS),
        events_href=link_here(site, EVENTS),
        organisations_href=link_here(site, ORGANISATIONS),
    )
