"""The social card of an event: what it is, who holds it, and when."""

from __future__ import annotations

from jobboard.board.board import BoardEvent
from jobboard.board.site import Site
from jobboard.outputs.events.words import EVENT_KINDS, announced_title, when_words
from jobboard.outputs.social.card import SocialCard, first_written, standing_cards
from jobboard.outputs.text import words


def social_of_event(site: Site, event: BoardEvent) -> SocialCard:
    """The card of a visible event; of one that is past that of its first organisation."""
    others = standing_cards(site, event.organisations[0])
    return first_written(*others) if event.is_past else first_written(_card(site, event), *others)


def _card(site: Site, event: BoardEvent) -> SocialCard:
    hosts = [each.content for each in event.organisations]
    return SocialCard(
        kind=site.say(EVENT_KINDS[event.content.kind]),
        title=announced_title(site, event),
        names=words.list_words((each.name for each in hosts), site.lang),
        moment=when_words(event, site.lang).text,
        colour=hosts[0].colour or "",
        site=site.name,
    )
