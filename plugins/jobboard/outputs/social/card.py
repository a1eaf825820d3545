"""What a social card says: a title, whose it is, until when. The same words stand for it where no picture is seen."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from jobboard.board.board import BoardOrganisation
from jobboard.board.site import Site
from jobboard.outputs.page.people import site_of
from jobboard.outputs.social.letters import written


class SocialCard(Struct, frozen=True, kw_only=True):
    """The view of a card. Every text is on one line and may be empty; `colour` is an organisation's (`#rrggbb`)."""

    kind: str = ""
    title: str = ""
    names: str = ""
    """Whose it is; of a site, what it says of itself."""
    moment: str = ""
    colour: str = ""
    site: str = ""

    @property
    def words(self) -> str:
        """Everything that can be read on it, from top to bottom."""
        return " · ".join(each for each in (self.kind, self.title, self.names, self.moment, self.site) if each)


def first_written(*cards: SocialCard) -> SocialCard:
    """The first of these whose title can be written, without those of its lines that cannot.

    If there is none, a card without words: better than one that shows boxes.
    """
    for card in cards:
        title = written(card.title)
        if title:
            rest = {name: written(getattr(card, name)) or "" for name in ("kind", "names", "moment", "site")}
            return replace(card, title=title, **rest)
    return SocialCard()


def social_of_site(site: Site) -> SocialCard:
    """The card of an edition, for its home page, its lists, and whatever has no card of its own."""
    return first_written(SocialCard(title=site.name, names=site.description, site=site_of(site.url)))


def social_of_organisation(site: Site, organisation: BoardOrganisation) -> SocialCard:
    """The card of an organisation, the same in every edition. What is over has it, too."""
    return first_written(*standing_cards(site, organisation))


def standing_cards(site: Site, organisation: BoardOrganisation) -> tuple[SocialCard, ...]:
    """What an item of an organisation has where it has no card of its own: its organisation's, or the site's name."""
    content = organisation.content
    host, colour = site_of(content.website), content.colour or ""
    return SocialCard(title=content.name, names=host, colour=colour, site=site.name), SocialCard(title=site.name)
