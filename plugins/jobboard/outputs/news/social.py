"""The social card of a news item: what it is, who says it, and of which day."""

from __future__ import annotations

from jobboard.board.board import BoardNews
from jobboard.board.site import Site
from jobboard.outputs.social.card import SocialCard, first_written, standing_cards
from jobboard.outputs.text import words


def social_of_news(site: Site, item: BoardNews) -> SocialCard:
    """The card of a visible item, for good: it stays news when it leaves the lists."""
    content, issuers = item.content, [each.content for each in item.organisations]
    own = SocialCard(
        kind=site.say(words.NEWS_KINDS[content.kind]),
        title=content.title,
        names=words.list_words((each.name for each in issuers), site.lang),
        moment=words.day_of(item.opens_at, item.zone, site.lang).text,
        colour=issuers[0].colour or "",
        site=site.name,
    )
    return first_written(own, *standing_cards(site, item.organisations[0]))
