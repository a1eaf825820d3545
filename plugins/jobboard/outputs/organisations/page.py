"""The page of an organisation: its newsroom and its careers page in one, at one address."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from msgspec import Struct

from jobboard.board.board import BoardOrganisation
from jobboard.board.site import Site
from jobboard.model.addresses import in_own_script
from jobboard.model.parts import Contact, Network, SocialLink
from jobboard.outputs.addresses import (
    ORGANISATIONS,
    here,
    href,
    link_here,
    organisation_jobs_path,
    organisation_news_path,
    organisation_path,
)
from jobboard.outputs.calendars.calendar import CalendarLink, calendar_link
from jobboard.outputs.events.card import EventCard, EventFacts, event_card
from jobboard.outputs.news.card import NewsCard, NewsFacts, news_card
from jobboard.outputs.organisations.calendar import organisation_subject
from jobboard.outputs.organisations.lists import marked
from jobboard.outputs.page.facts import place_in_full
from jobboard.outputs.page.frame import Feed, Head, head_of, organisation_feeds
from jobboard.outputs.page.link import Link, other_language
from jobboard.outputs.page.markup import breadcrumbs, organisation_profile
from jobboard.outputs.page.media import Picture, picture_of
from jobboard.outputs.page.people import Person, host_of
from jobboard.outputs.page.versions import versions_of_list
from jobboard.outputs.postings.card import JobCard, JobFacts, job_card
from jobboard.outputs.text.bodies import body_html, summary_of

_NETWORKS = {Network.LINKEDIN: "LinkedIn", Network.YOUTUBE: "YouTube"}
"""The networks whose own spelling is not their name with a capital."""


class Shown(Struct, frozen=True, kw_only=True):
    """What of an organisation's postings, news and events its page shows, and whether there are lists of more."""

    postings: tuple[JobFacts, ...]
    news: tuple[NewsFacts, ...]
    events: tuple[EventFacts, ...] = ()
    has_more_postings: bool = False
    has_more_news: bool = False

    @property
    def digest(self) -> str:
        shown = (self.postings, self.news, self.events)
        cards = " ".join(f"{' '.join(each.digest for each in cards)};" for cards in shown)
        return f"{self.has_more_postings} {self.has_more_news} {cards}"


class OrganisationPage(Struct, frozen=True, kw_only=True):
    """The view of an organisation. `contents` leads to the sections of the page; `above` is what it is part of."""

    head: Head
    contents: tuple[Link, ...]
    name: str
    short_name: str
    lang: str
    website: str
    website_words: str
    newsroom: str
    newsroom_words: str
    email: str
    place: str
    above: tuple[Link, ...]
    parts: tuple[Link, ...]
    social: tuple[Link, ...]
    logo: Picture | None
    body: str
    postings: tuple[JobCard, ...]
    all_postings: str
    news: tuple[NewsCard, ...]
    all_news: str
    events: tuple[EventCard, ...]
    contacts: tuple[Person, ...]
    promise: str
    privacy: str
    feeds: tuple[Feed, ...]
    calendar: CalendarLink | None

    @property
    def email_words(self) -> str:
        """The address as its readers write it: a domain in its own script."""
        return in_own_script(self.email)


def organisation_page(
    site: Site, item: BoardOrganisation, parts: tuple[BoardOrganisation, ...], shown: Shown
) -> OrganisationPage:
    """The page of an organisation. `parts` are those it is made of, whose postings and news are among its own."""
    content = item.content
    return OrganisationPage(
        head=_head(site, item, parts),
        contents=tuple(_contents(site, item, shown)),
        name=content.name,
        short_name=content.short_name or "",
        lang=other_language(item.lang, site),
        website=content.website,
        website_words=_address_words(content.website),
        newsroom=content.newsroom or "",
        newsroom_words=_address_words(content.newsroom or ""),
        email=content.email or "",
        place=place_in_full(content.place, site.lang) if content.place else "",
        above=tuple(Link(text=each.name, href=link_here(site, organisation_path(each.id))) for each in item.above),
        parts=tuple(_part(each, site) for each in parts),
        social=tuple(Link(text=_network(each), href=each.url) for each in content.social),
        logo=picture_of(content.logo, site),
        body=body_html(item.body, item.links, site),
        postings=tuple(marked(job_card(each, site), site, item) for each in shown.postings),
        all_postings=link_here(site, organisation_jobs_path(item.id)) if shown.has_more_postings else "",
        news=tuple(marked(news_card(each, site), site, item) for each in shown.news),
        all_news=link_here(site, organisation_news_path(item.id)) if shown.has_more_news else "",
        events=tuple(event_card(each, site) for each in shown.events),
        contacts=tuple(_person(each) for each in content.press_contacts),
        promise=content.equal_opportunities or "",
        privacy=content.privacy or "",
        feeds=organisation_feeds(site, item),
        calendar=calendar_link(site, organisation_subject(site, item)) if site.has_extras else None,
    )


def _part(organisation: BoardOrganisation, site: Site) -> Link:
    path = organisation_path(organisation.id)
    return Link(
        text=organisation.content.name, href=link_here(site, path), lang=other_language(organisation.lang, site)
    )


def _head(site: Site, item: BoardOrganisation, parts: tuple[BoardOrganisation, ...]) -> Head:
    content, path = item.content, organisation_path(item.id)
    # markup names the root's pages, whatever the edition
    part_links = tuple(Link(text=each.content.name, href=href(site, organisation_path(each.id))) for each in parts)
    return head_of(
        site,
        here(site, path),
        content.name,
        summary_of(content.summary, item.body, 200),
        section=ORGANISATIONS,
        versions=versions_of_list(site, path),
        feeds=organisation_feeds(site, item),
        markup=(
            organisation_profile(site, item, part_links),
            breadcrumbs(
                site, ((site.say("Organisations"), here(site, ORGANISATIONS)), (content.name, here(site, path)))
            ),
        ),
    )


def _contents(site: Site, item: BoardOrganisation, shown: Shown) -> Iterator[Link]:
    """The sections that are on the page, in its order."""
    yield Link(text=site.say("Jobs"), href="#jobs")
    if shown.events:
        yield Link(text=site.say("Events"), href="#events")
    if shown.news:
        yield Link(text=site.say("News"), href="#news")
    if item.content.press_contacts:
        yield Link(text=site.say("Press contacts"), href="#press")
    yield Link(text=site.say("Follow"), href="#follow")


def _network(profile: SocialLink) -> str:
    """The name of the network; of one that has none here, whose site it is."""
    if profile.network is Network.OTHER:
        return host_of(profile.url)
    return _NETWORKS.get(profile.network, profile.network.capitalize())


def _person(contact: Contact) -> Person:
    return Person(
        name=contact.name or "", role="", organisation=None, email=contact.email or "", phone=contact.phone or ""
    )


def _address_words(url: str) -> str:
    """An address without what all begin with. What is longer than a host and a path is its host alone."""
    parts = urlsplit(url)
    path = parts.path.rstrip("/")
    is_plain = url[len("https://") :].rstrip("/") == f"{parts.netloc}{path}"
    return f"{host_of(url)}{path if is_plain else ''}"
