"""The page of an organisation: its newsroom and its careers page in one, at one address."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar
from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.structs import astuple

from jobboard.board.board import BoardOrganisation
from jobboard.board.site import Site
from jobboard.engine.output import output_digest
from jobboard.model.fields.addresses import in_own_script
from jobboard.model.parts.general import Network, SocialLink
from jobboard.outputs.addresses import (
    ORGANISATIONS,
    here,
    href,
    link_here,
    organisation_jobs_path,
    organisation_news_path,
    organisation_path,
)
from jobboard.outputs.events.card import EventCard
from jobboard.outputs.news.card import NewsCard
from jobboard.outputs.organisations.genuine import Genuine, genuine_of
from jobboard.outputs.organisations.lists import marked
from jobboard.outputs.page.collection import of_organisation
from jobboard.outputs.page.facts import Fact, Span, place_in_full
from jobboard.outputs.page.follow import Follow, follow_of
from jobboard.outputs.page.frame import Head, feeds_of, head_of
from jobboard.outputs.page.link import Link, other_language
from jobboard.outputs.page.made import Made
from jobboard.outputs.page.markup import organisation_profile
from jobboard.outputs.page.media import PageFiles
from jobboard.outputs.page.people import Person, contact_view, site_of, unit_of
from jobboard.outputs.page.pictures import Picture, card_preview, picture_of
from jobboard.outputs.page.trail import Position
from jobboard.outputs.page.twin import twin_of
from jobboard.outputs.page.versions import versions_of_list
from jobboard.outputs.postings.apply import Promise, promise_of
from jobboard.outputs.postings.card import JobCard, cards_told_apart
from jobboard.outputs.social.card import social_of_organisation
from jobboard.outputs.text.bodies import body_html, summary_of
from jobboard.source.direction import isolated

_NETWORKS = {Network.LINKEDIN: "LinkedIn", Network.YOUTUBE: "YouTube"}
"""The networks whose own spelling is not their name with a capital."""


class Shown(Struct, frozen=True, kw_only=True):
    """What of an organisation's postings, news and events its page shows, and whether there are lists of more.

    `units` are other organisations that its press contacts belong to, by id, `files` those of its logo and its text,
    `apply_hosts` those that all of its open postings send applicants to.
    """

    postings: tuple[Made[JobCard], ...]
    news: tuple[Made[NewsCard], ...]
    events: tuple[Made[EventCard], ...] = ()
    has_more_postings: bool = False
    has_more_news: bool = False
    units: tuple[tuple[str, Link], ...] = ()
    files: PageFiles = PageFiles()
    apply_hosts: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        return output_digest(astuple(self))


class OrganisationPage(Struct, frozen=True, kw_only=True):
    """The view of an organisation. `contents` leads to the sections of the page."""

    template: ClassVar = "organisation.html"
    head: Head
    contents: tuple[Link, ...]
    name: str
    lang: str
    facts: tuple[Fact, ...]
    colour: str
    """`#rrggbb`, for decoration and never behind or as letters; or empty."""
    logo: Picture | None
    body: str
    """HTML: print it with `|judged`."""
    postings: tuple[JobCard, ...]
    all_postings: str
    news: tuple[NewsCard, ...]
    all_news: str
    events: tuple[EventCard, ...]
    contacts: tuple[Person, ...]
    promise: Promise | None
    genuine: Genuine | None
    follow: Follow


def organisation_page(
    site: Site, item: BoardOrganisation, parts: tuple[BoardOrganisation, ...], shown: Shown
) -> OrganisationPage:
    """The page of an organisation. `parts` are those it is made of, whose postings and news are among its own."""
    content, seen = item.content, shown.files.measured
    return OrganisationPage(
        head=_head(site, item, parts),
        contents=tuple(_contents(site, item, shown)),
        name=content.name,
        lang=other_language(site, item.lang),
        facts=tuple(Fact(term=term, lines=lines) for term, lines in _facts(site, item, parts) if lines),
        colour=content.colour or "",
        logo=picture_of(site, content.logo, seen) if content.logo else None,
        body=body_html(site, item.body, item.links, seen=seen),
        postings=cards_told_apart(site, (marked(site, each.value, item) for each in shown.postings)),
        all_postings=link_here(site, organisation_jobs_path(item.id)) if shown.has_more_postings else "",
        news=tuple(marked(site, each.value, item) for each in shown.news),
        all_news=link_here(site, organisation_news_path(item.id)) if shown.has_more_news else "",
        events=tuple(each.value for each in shown.events),
        contacts=tuple(
            contact_view(each, unit_of(each, dict(shown.units)), other_language(site, item.lang))
            for each in content.press_contacts
        ),
        promise=promise_of(site, item),
        genuine=genuine_of(site, item, shown.apply_hosts),
        follow=follow_of(site, of_organisation(site, item)),
    )


def _facts(
    site: Site, item: BoardOrganisation, parts: tuple[BoardOrganisation, ...]
) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """What an organisation says of itself, term by term. A term without a line is left out."""
    content = item.content
    name = isolated(content.short_name, site.lang) if content.short_name else ""
    place = place_in_full(content.place, site.lang) if content.place else ""
    yield site.say("Short name"), _span(name, lang=other_language(site, item.lang))
    yield site.say("Place"), _span(place)
    yield site.say("Part of"), tuple(Span(text=each.name, href=_path(site, each.id)) for each in item.above)
    yield (
        site.say("Made up of"),
        tuple(
            Span(text=each.content.name, href=_path(site, each.id), lang=other_language(site, each.lang))
            for each in parts
        ),
    )
    yield site.say("Website"), _span(_address_words(content.website), content.website)
    yield site.say("Newsroom"), _span(_address_words(content.newsroom or ""), content.newsroom or "")
    yield site.say("E-mail"), _span(in_own_script(content.email or ""), f"mailto:{content.email}")
    yield site.say("Elsewhere"), tuple(Span(text=_network(each), href=each.url) for each in content.social)


def _span(text: str, href: str = "", lang: str = "") -> tuple[Span, ...]:
    return (Span(text=text, href=href, lang=lang),) if text else ()


def _path(site: Site, id_: str) -> str:
    return link_here(site, organisation_path(id_))


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
        feeds=feeds_of(site, of_organisation(site, item)),
        preview=card_preview(site, path, social_of_organisation(site, item).words),
        twin=twin_of(site, here(site, path)),
        place=Position(lang=other_language(site, item.lang)),
        markup=(organisation_profile(site, item, part_links),),
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


def _network(profile: SocialLink) -> str:
    """The name of the network; of one that has none here, whose site it is."""
    if profile.network is Network.OTHER:
        return site_of(profile.url)
    return _NETWORKS.get(profile.network, profile.network.capitalize())


def _address_words(url: str) -> str:
    """An address without what all begin with. What is longer than a host and a path is its host alone."""
    parts = urlsplit(url)
    path = parts.path.rstrip("/")
    is_plain = url[len("https://") :].rstrip("/") == f"{parts.netloc}{path}"
    return f"{site_of(url)}{path if is_plain else ''}"
