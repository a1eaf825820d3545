"""Who hires, as a posting's page introduces them: by their whole names with a sign, and in brief below."""

from __future__ import annotations

from msgspec import Struct

from jobboard.board.board import BoardOrganisation, BoardPosting
from jobboard.board.site import Site
from jobboard.model.texts.contrast import ink_on
from jobboard.outputs.addresses import link_here, organisation_path
from jobboard.outputs.contacts.blanking import said_of
from jobboard.outputs.page.link import Link, employer_links, other_language
from jobboard.outputs.page.signs import sign_of
from jobboard.outputs.text.bodies import summary_of

_BRIEF = 300
"""Characters of an introduction."""


class Sign(Struct, frozen=True, kw_only=True):
    """A logo (an address) or a monogram: one of the two is empty."""

    logo: str
    monogram: str
    colour: str
    """What a monogram stands on, the organisation's own (`#rrggbb`); empty for the theme's."""
    ink: str
    """Of the letters on that: black or white, whichever is read."""


class Brief(Struct, frozen=True, kw_only=True):
    """An employer in brief: its name leads to its page, `postings` to what it has open."""

    name: Link
    sign: Sign
    summary: str
    lang: str
    postings: Link


def sign_of_employer(site: Site, posting: BoardPosting) -> Sign:
    """The sign of the organisation named first."""
    return _sign(site, posting.organisations[0])


def briefs_of(site: Site, posting: BoardPosting) -> tuple[Brief, ...]:
    """All organisations of a posting, the first hires. On the page of a closed one without contact data."""
    names = employer_links(site, posting.organisations)
    return tuple(_brief(site, posting, *each) for each in zip(posting.organisations, names, strict=True))


def _brief(site: Site, posting: BoardPosting, organisation: BoardOrganisation, name: Link) -> Brief:
    content = organisation.content
    return Brief(
        name=name,
        sign=_sign(site, organisation),
        summary=said_of(site, posting, summary_of(content.summary, organisation.body, _BRIEF)),
        lang=other_language(site, organisation.lang),
        postings=postings_of(site, organisation),
    )


def postings_of(site: Site, organisation: BoardOrganisation) -> Link:
    """Where an organisation's open postings are listed."""
    name = organisation.content.short_name or organisation.content.name
    return Link(
        text=site.say("Open postings of %(name)s", name=name),
        href=link_here(site, organisation_path(organisation.id)),
    )


def _sign(site: Site, organisation: BoardOrganisation) -> Sign:
    logo, monogram = sign_of(site, organisation.content)
    colour = "" if logo else organisation.content.colour or ""
    return Sign(logo=logo, monogram=monogram, colour=colour, ink=ink_on(colour) if colour else "")
