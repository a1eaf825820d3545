"""The panel of the filter: what the page of all open postings holds for it, with and without a script.

The script knows no language: every word it puts up is here. Without it, the same place leads to the pages of facets.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial
from typing import Any

from msgspec import Struct

from jobboard.board.site import Site
from jobboard.outputs.addresses import BROWSE, JOBS, feed_path, link_here
from jobboard.outputs.finding.fields import FIELDS
from jobboard.outputs.page.browse import Way
from jobboard.outputs.page.collection import collection_path
from jobboard.outputs.page.script import forms_of
from jobboard.outputs.postings.card import JobCard, card_to_fill
from jobboard.outputs.postings.card_words import CARDS_SAY, said_with_braces, words_of_cards
from jobboard.source.catalogue import mark

LEAST_OPEN = 15
"""So many postings must be open for a panel to be worth its place."""

_MOST_LINKS = 8
"""Of each facet, without a script: those with the most postings. The page of all facets has the others."""

_FOLLOWED = ("organisation", "kind", "country", "workplace", "topic")
"""The fields whose values have a feed of their own."""

_DAYS = (1, 3, 7, 14, 30)


class FindPanel(Struct, frozen=True, kw_only=True):
    """What the page holds. With few postings there is no form, and an address with a query is answered all the same.

    `data` is what the script reads (JSON), `fields` are those one chooses values of, with their terms, `published` the
    choices of how new, `cards` what the script fills. `ways` are the most used facets, for readers without a script.
    """

    has_form: bool
    action: str
    data: str
    fields: tuple[tuple[str, str], ...]
    published: tuple[tuple[str, str], ...]
    cards: tuple[JobCard, ...]
    ways: tuple[Way, ...]
    all_ways: str


def find_panel(site: Site, total: int, ways: tuple[Way, ...]) -> FindPanel:
    """The panel of an edition, on whose list so many postings stand."""
    return FindPanel(
        has_form=total >= LEAST_OPEN,
        action=link_here(site, JOBS),
        data=json.dumps(_data(site), ensure_ascii=False),
        fields=tuple((name, site.say(each.term)) for name, each in FIELDS.items()),
        published=tuple((f"{days}d", _last_days(site, days)) for days in _DAYS),
        cards=card_to_fill(),
        ways=tuple((term, _most_used(values)) for term, values in ways),
        all_ways=link_here(site, BROWSE),
    )


def _most_used(values: tuple[tuple[str, str, int], ...]) -> tuple[tuple[str, str, int], ...]:
    """Those of most postings, in the order they came in."""
    most = sorted(values, key=lambda each: -each[2])[:_MOST_LINKS]
    return tuple(each for each in values if each in most)


def _last_days(site: Site, days: int) -> str:
    return site.say_number("In the last day", "In the last %(number)s days", days)


def _data(site: Site) -> dict[str, Any]:
    """Addresses, patterns and words. What stands in braces is filled in by the script."""
    return {
        **words_of_cards(site),
        "feeds": {name: _feed(site, collection_path(name, "~")) for name in _FOLLOWED},
        "all": _feed(site, "jobs"),
        "terms": {name: site.say(each.term) for name, each in FIELDS.items()},
        "found": dict(forms_of(site.lang, partial(_found, site))),
        "last": dict(forms_of(site.lang, partial(_since, site))),
        "say": said_with_braces(site, {**CARDS_SAY, **_SAY}),
    }


def _found(site: Site, number: int) -> str:
    return site.say_number("%(number)s posting found", "%(number)s postings found", number, number="{n}")


def _since(site: Site, days: int) -> str:
    return site.say_number("Published in the last day", "Published in the last %(number)s days", days, number="{n}")


def _feed(site: Site, collection: str) -> str:
    return link_here(site, feed_path(collection, "rss.xml"))


_SAY: Mapping[str, str] = {
    "quoted": mark("“%(word)s”"),
    "monthly": mark("At least %(money)s a month"),
    "after": mark("Closes on %(day)s or later"),
    "before": mark("Closes on %(day)s or earlier"),
    "since": mark("Published on %(day)s or later"),
    "remove": mark("Remove the filter %(name)s"),
    "all": mark("Remove all filters"),
    "none": mark("No open posting answers to all of this."),
    "wider": mark("Wider searches that find something"),
    "without": mark("Without %(name)s: %(number)s"),
    "instead": mark("%(name)s instead: %(number)s"),
    "taken": mark("“%(word)s” is searched for as a filter: %(name)s."),
    "back": mark("Search for the word instead"),
    "others": mark("More …"),
    "follow": mark("Subscribe to this search: %(name)s (RSS)"),
    "nearest": mark("Subscribe to the nearest feed: %(name)s (RSS)"),
    "lacks": mark("It does not know of: %(others)s."),
    "everything": mark("all postings"),
    "countries": mark("It has remote work from there, too."),
    "loading": mark("Loading the open postings …"),
    "failed": mark("The postings could not be loaded. Here is the list of all that are open."),
    "filters": mark("Filters (%(number)s)"),
    "small": mark("a an and at by for from in of on or the to with"),
}
