"""Organisations: their cards and their list. The page of each is in `newsroom`."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct

from jobboard.board.board import BoardOrganisation
from jobboard.board.site import Site
from jobboard.outputs.addresses import ORGANISATIONS, here, link_here, organisation_path
from jobboard.outputs.page.frame import Head, head_of
from jobboard.outputs.page.link import other_language
from jobboard.outputs.page.media import PageFiles
from jobboard.outputs.page.pictures import Picture, picture_of
from jobboard.outputs.page.versions import versions_of_list
from jobboard.outputs.postings.list import count_words
from jobboard.outputs.text import words
from jobboard.outputs.text.bodies import summary_of
from jobboard.outputs.text.monogram import monogram_of
from jobboard.outputs.widths import Measures


class OrganisationCard(Struct, frozen=True, kw_only=True):
    """One organisation in the list. `colour` is `#rrggbb`, or empty; there is a `logo` or a `monogram`. `postings`
    counts its open postings in words, and is empty if it has none."""

    id: str
    name: str
    short_name: str
    href: str
    lang: str
    place: str
    summary: str
    part_of: str
    colour: str
    logo: Picture | None
    monogram: str
    postings: str


class OrganisationsPage(Struct, frozen=True, kw_only=True):
    """The view of the list of organisations."""

    template: ClassVar = "organisations.html"
    head: Head
    cards: tuple[OrganisationCard, ...]


def organisation_card(site: Site, item: BoardOrganisation, number: int, seen: Measures) -> OrganisationCard:
    """What the list shows of an organisation; `number` are its open postings, `seen` the sizes of logos."""
    content = item.content
    return OrganisationCard(
        id=item.id,
        name=content.name,
        short_name=content.short_name or "",
        href=link_here(site, organisation_path(item.id)),
        lang=other_language(site, item.lang),
        place=words.place_words(content.place, site.lang) if content.place else "",
        summary=summary_of(content.summary, item.body, 240),
        part_of=item.above[0].short_name or item.above[0].name if item.above else "",
        colour=content.colour or "",
        logo=picture_of(site, content.logo, seen) if content.logo else None,
        monogram="" if content.logo else monogram_of(content.name),
        postings=count_words(site, number) if number else "",
    )


def organisations_page(
    site: Site, organisations: tuple[tuple[BoardOrganisation, int], ...], logos: PageFiles
) -> OrganisationsPage:
    """The list of organisations, each with how many open postings it has."""
    seen = logos.measured
    return OrganisationsPage(
        head=head_of(
            site,
            here(site, ORGANISATIONS),
            site.say("Organisations"),
            site.say("Who hires and publishes on %(site)s.", site=site.name),
            section=ORGANISATIONS,
            versions=versions_of_list(site, ORGANISATIONS),
        ),
        cards=tuple(organisation_card(site, each, number, seen) for each, number in organisations),
    )
