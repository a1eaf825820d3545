"""Organisations: their list, and the page of each with its postings and news."""

from __future__ import annotations

from dataclasses import dataclass, field

from jobboard.board.board import BoardOrganisation
from jobboard.board.site import Site
from jobboard.model.parts import Network
from jobboard.outputs import words
from jobboard.outputs.addresses import ORGANISATIONS, here, href, link_here, organisation_path
from jobboard.outputs.bodies import body_html, summary_of
from jobboard.outputs.calendars import CalendarLink, calendar_link, organisation_subject
from jobboard.outputs.cards import JobCard, JobFacts, Link, NewsCard, job_card, other_language
from jobboard.outputs.event_cards import EventCard, EventFacts, event_card
from jobboard.outputs.facts import place_in_full
from jobboard.outputs.frame import Feed, Head, head_of, organisation_feeds
from jobboard.outputs.markup import breadcrumbs, organisation_profile
from jobboard.outputs.media import Picture, picture_of
from jobboard.outputs.planned import digest_of_fields
from jobboard.outputs.versions import versions_of_list
from jobboard.source.catalogue import mark

_NETWORKS = {
    Network.LINKEDIN: "LinkedIn",
    Network.YOUTUBE: "YouTube",
    Network.TWITTER: "Twitter / X",
    Network.OTHER: mark("Elsewhere"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationCard:
    """One organisation in the list."""

    id: str
    name: str
    short_name: str
    href: str
    lang: str
    place: str
    summary: str
    part_of: str
    logo: Picture | None
    digest: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "digest", digest_of_fields(self))


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationsPage:
    """The view of the list of organisations."""

    head: Head
    cards: tuple[OrganisationCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationPage:
    """The view of an organisation."""

    head: Head
    name: str
    short_name: str
    lang: str
    website: str
    website_words: str
    email: str
    place: str
    part_of: Link | None
    parts: tuple[Link, ...]
    social: tuple[Link, ...]
    logo: Picture | None
    body: str
    postings: tuple[JobCard, ...]
    news: tuple[NewsCard, ...]
    events: tuple[EventCard, ...]
    feeds: tuple[Feed, ...]
    calendar: CalendarLink | None


def organisation_card(item: BoardOrganisation, site: Site) -> OrganisationCard:
    """What the list shows of an organisation."""
    content = item.content
    return OrganisationCard(
        id=item.id,
        name=content.name,
        short_name=content.short_name or "",
        href=link_here(site, organisation_path(item.id)),
        lang=other_language(item.lang, site),
        place=words.place_words(content.place, site.lang) if content.place else "",
        summary=summary_of(content.summary, item.body, 240),
        part_of=item.above[0].short_name or item.above[0].name if item.above else "",
        logo=picture_of(content.logo, site),
    )


def organisations_page(site: Site, cards: tuple[OrganisationCard, ...]) -> OrganisationsPage:
    """The list of organisations."""
    return OrganisationsPage(
        head=head_of(
            site,
            here(site, ORGANISATIONS),
            site.say("Organisations"),
            site.say("Who hires and publishes on %(site)s.", site=site.name),
            section=ORGANISATIONS,
            versions=versions_of_list(site, ORGANISATIONS),
        ),
        cards=cards,
    )


def organisation_page(
    site: Site,
    item: BoardOrganisation,
    parts: tuple[OrganisationCard, ...],
    postings: tuple[JobFacts, ...],
    news: tuple[NewsCard, ...],
    events: tuple[EventFacts, ...],
) -> OrganisationPage:
    """The page of an organisation. `parts` are those it is made of; `postings` are open, theirs among them."""
    content = item.content
    path = here(site, organisation_path(item.id))
    part_links = tuple(Link(text=each.name, href=href(site, organisation_path(each.id))) for each in parts)
    feeds = organisation_feeds(site, item)
    above = item.above[0] if item.above else None
    return OrganisationPage(
        head=head_of(
            site,
            path,
            content.name,
            summary_of(content.summary, item.body, 200),
            section=ORGANISATIONS,
            versions=versions_of_list(site, organisation_path(item.id)),
            feeds=feeds,
            markup=(
                organisation_profile(site, item, part_links),
                breadcrumbs(site, ((site.say("Organisations"), here(site, ORGANISATIONS)), (content.name, path))),
            ),
        ),
        name=content.name,
        short_name=content.short_name or "",
        lang=other_language(item.lang, site),
        website=content.website,
        website_words=content.website.removeprefix("https://").rstrip("/"),
        email=content.email or "",
        place=place_in_full(content.place, site.lang) if content.place else "",
        part_of=Link(text=above.name, href=link_here(site, organisation_path(above.id))) if above else None,
        parts=tuple(Link(text=each.name, href=each.href, lang=each.lang) for each in parts),
        social=tuple(
            Link(text=site.say(_NETWORKS.get(each.network, each.network.capitalize())), href=each.url)
            for each in content.social
        ),
        logo=picture_of(content.logo, site),
        body=body_html(item.body, item.links, site),
        postings=tuple(job_card(each, site) for each in postings),
        news=news,
        events=tuple(event_card(each, site) for each in events),
        feeds=feeds,
        calendar=calendar_link(site, organisation_subject(site, item)) if site.has_facets else None,
    )


def files_shown(item: BoardOrganisation) -> tuple[str, ...]:
    """The files of the content that the page of an organisation needs published."""
    named = [item.content.logo.file] if item.content.logo else []
    return tuple(dict.fromkeys([*named, *(target.file for _, target in item.links if target and target.file)]))
