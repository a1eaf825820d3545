"""The lists of one organisation: all of its open postings, and all of its news, on numbered pages."""

from __future__ import annotations

from typing import TypeVar

from msgspec.structs import replace

from jobboard.board.board import BoardOrganisation
from jobboard.board.site import Site
from jobboard.outputs.addresses import (
    ORGANISATIONS,
    link_here,
    organisation_jobs_path,
    organisation_news_path,
    organisation_path,
)
from jobboard.outputs.news.card import NewsCard
from jobboard.outputs.news.list import NOTHING, NewsListPage, news_list_page, news_listing
from jobboard.outputs.page.collection import of_organisation
from jobboard.outputs.page.link import Link, organisation_links, other_language
from jobboard.outputs.page.listing import Listing, Slice
from jobboard.outputs.page.made import Made
from jobboard.outputs.page.menus import PageMenu, Ways
from jobboard.outputs.page.trail import Crumb
from jobboard.outputs.postings.card import JobCard
from jobboard.outputs.postings.list import JobsPage, jobs_listing, jobs_page

_Card = TypeVar("_Card", JobCard, NewsCard)


def jobs_of(site: Site, organisation: BoardOrganisation) -> Listing:
    """All open postings of an organisation, those of its parts among them."""
    name = organisation.content.name
    listing = jobs_listing(
        organisation_jobs_path(organisation.id),
        site.say("Open postings: %(value)s", value=name),
        site.say("Open jobs, traineeships and calls of %(organisation)s.", organisation=name),
        site.say("There are no open postings at the moment."),
        of_organisation(site, organisation),
        ORGANISATIONS,
    )
    return replace(listing, called=site.say("Open postings"), within=(_crumb_to(site, organisation),))


def news_of(site: Site, organisation: BoardOrganisation) -> Listing:
    """All news of an organisation, that of its parts among it."""
    name = organisation.content.name
    listing = news_listing(
        site,
        organisation_news_path(organisation.id),
        site.say("News: %(organisation)s", organisation=name),
        site.say("Press releases and news of %(site)s.", site=name),
        ORGANISATIONS,
        of_organisation(site, organisation),
    )
    return replace(listing, called=site.say("News"), within=(_crumb_to(site, organisation),))


def _crumb_to(site: Site, organisation: BoardOrganisation) -> Crumb:
    lang = other_language(site, organisation.lang)
    return Crumb(path=organisation_path(organisation.id), name=organisation.content.name, lang=lang)


def organisation_jobs_page(
    site: Site, organisation: BoardOrganisation, listing: Listing, part: Slice, cards: tuple[Made[JobCard], ...]
) -> JobsPage:
    """One page of an organisation's open postings."""
    page = jobs_page(site, listing, part, cards)
    here = Link(text=site.say("Open postings"), href=link_here(site, listing.path), is_current=True)
    return replace(
        page,
        groups=tuple(
            replace(group, cards=tuple(marked(site, each, organisation) for each in group.cards))
            for group in page.groups
        ),
        views=PageMenu(
            label=site.say("The organisation and its postings"),
            links=(*organisation_links(site, (organisation,)), here),
        ),
    )


def organisation_news_page(
    site: Site, organisation: BoardOrganisation, listing: Listing, part: Slice, cards: tuple[Made[NewsCard], ...]
) -> NewsListPage:
    """One page of an organisation's news."""
    page = news_list_page(site, listing, part, cards, NOTHING)
    up = Link(text=organisation.content.name, href=link_here(site, organisation_path(organisation.id)))
    return replace(
        page,
        groups=tuple((year, tuple(marked(site, each, organisation) for each in cards)) for year, cards in page.groups),
        ways=Ways(label=site.say("The organisation of this news"), groups=((site.say("Organisation"), (up,)),)),
    )


def marked(site: Site, card: _Card, item: BoardOrganisation) -> _Card:
    """A card that says, if it does not name the organisation, that the one it names is part of it."""
    own = link_here(site, organisation_path(item.id))
    if any(each.href == own for each in card.organisations):
        return card
    name = item.content.short_name or item.content.name
    return replace(card, through=site.say("Part of %(organisation)s", organisation=name))
