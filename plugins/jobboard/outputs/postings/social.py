"""The social card of a posting: what it is, who hires, and until when one may apply."""

from __future__ import annotations

from jobboard.board.board import BoardPosting
from jobboard.board.site import Site
from jobboard.model.moments.moment import Moment
from jobboard.outputs.social.card import SocialCard, first_written, standing_cards
from jobboard.outputs.text import words
from jobboard.outputs.text.clocks import last_minute


def social_of_posting(site: Site, posting: BoardPosting) -> SocialCard:
    """The card of a visible posting; of a closed one that of the first who hires."""
    others = standing_cards(site, posting.organisations[0])
    return first_written(*others) if posting.status.is_closed else first_written(_card(site, posting), *others)


def _card(site: Site, posting: BoardPosting) -> SocialCard:
    content, employers = posting.content, [each.content for each in posting.organisations]
    return SocialCard(
        kind=site.say(words.POSTING_KINDS[content.kind]),
        title=content.title,
        names=words.list_words((each.name for each in employers), site.lang),
        moment=_apply_by(site, posting),
        colour=employers[0].colour or "",
        site=site.name,
    )


def _apply_by(site: Site, posting: BoardPosting) -> str:
    """The last moment to apply, in short; nothing of a rolling posting."""
    deadline, zone = posting.content.deadline, posting.deadline_zone
    if not isinstance(deadline, Moment):
        return ""
    last = last_minute(deadline, zone)
    if deadline.time is None:
        return site.say("Apply by %(deadline)s", deadline=words.day_words(last.date(), site.lang))
    return site.say("Apply by %(deadline)s", deadline=words.minute_words(last, zone, site.lang))
