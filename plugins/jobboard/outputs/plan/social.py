"""The part of the plan that is about social cards: one for an edition, one for every organisation and every item."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from jobboard.board.site import Site
from jobboard.engine.output import Output
from jobboard.outputs.addresses import HOME, card_path, here
from jobboard.outputs.events.social import social_of_event
from jobboard.outputs.news.social import social_of_news
from jobboard.outputs.page.made import Made
from jobboard.outputs.plan.selection import Selection, all_ids
from jobboard.outputs.postings.social import social_of_posting
from jobboard.outputs.social.card import SocialCard, social_of_organisation, social_of_site
from jobboard.outputs.social.format import CardPicture, card_shown
from jobboard.source.kinds import BY_FOLDER

_MAKERS: tuple[tuple[str, Callable[[Site, Any], SocialCard], Callable[[Any], bool]], ...] = (
    ("postings", social_of_posting, lambda posting: posting.status.is_closed),
    ("news", social_of_news, lambda _: False),
    ("events", social_of_event, lambda event: event.is_past),
)
"""By folder, what makes the card of an item, and which items are over."""


def plan_social_cards(chosen: Selection) -> Iterator[Output]:
    """All of them, if the settings want any. An item has its own, in its own language, until it is over.

    What is over has that of its first organisation, the same one: so nothing is drawn twice. News never is: its page
    stays as it was when it leaves the lists.
    """
    if not chosen.site.has_social_cards:
        return
    for site in chosen.sites.values():
        yield Output(path=card_path(here(site, HOME)), make=social_of_site, inputs=(site,), format=CardPicture())
    made = chosen.making(social_of_organisation, chosen.site, chosen.organisations)
    yield from _at(chosen.organisations, made)
    standing = {each.id: card for each, card in zip(chosen.organisations, made, strict=True)}
    for folder, make, is_over in _MAKERS:
        over = [each for each in chosen.items[folder] if is_over(each)]
        yield from _at(over, [standing[each.organisations[0].id] for each in over])
        for site in chosen.sites.values():
            own = [each for each in chosen.items[folder] if not is_over(each) and chosen.edition_of(each) is site]
            yield from _at(own, chosen.making(make, site, own))


def _at(items: Sequence[Any], cards: Iterable[Made[SocialCard]]) -> Iterator[Output]:
    """The cards of these items at every address they ever had."""
    for item, card in zip(items, cards, strict=True):
        path = BY_FOLDER[item.folder].path
        for id_ in all_ids(item):
            yield Output(path=card_path(path(id_)), make=card_shown, inputs=(card,), format=CardPicture())
