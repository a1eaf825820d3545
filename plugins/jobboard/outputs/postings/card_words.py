"""The words of cards that a script fills (`theme/static/js/cards.js`): it knows no language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jobboard.board.site import Site
from jobboard.outputs.addresses import FACETS, JOBS, TITLES, href
from jobboard.outputs.framed import frames_within
from jobboard.outputs.page.script import in_braces
from jobboard.outputs.postings.deadline_changes import CHANGED
from jobboard.outputs.text import words
from jobboard.outputs.text.salaries import PERIODS
from jobboard.source.catalogue import mark

CARDS_SAY: Mapping[str, str] = {
    "place": mark("%(city)s, %(country)s"),
    "remote": mark("Remote, from %(countries)s"),
    "date": mark("%(day)s, %(time)s (%(zone)s)"),
    "last": mark("%(time)s, %(zone)s"),
    "time": mark("%(hour)s:%(minute)s"),
}
"""What cards say by patterns."""


def ways_to_postings(site: Site) -> dict[str, Any]:
    """Where the two files of open postings are, where a posting is and where a frame of one, and how a day is said."""
    return {
        "facets": href(site, FACETS),
        "titles": href(site, TITLES),
        "item": href(site, JOBS),
        "framed": href(site, frames_within(site, JOBS)),
        "weekday": words.weekday_pattern(site.lang),
    }


def words_of_cards(site: Site) -> dict[str, Any]:
    """The same, and how pay and a change are said."""
    return {
        **ways_to_postings(site),
        "pay": {
            **{period: site.say(text, money="{money}") for period, text in PERIODS.items()},
            "range": site.say("%(low)s to %(high)s", low="{low}", high="{high}"),
            "from": site.say("from %(money)s", money="{money}"),
            "upTo": site.say("up to %(money)s", money="{money}"),
        },
        "changes": {
            "extended": site.say(CHANGED[True]),
            "forward": site.say(CHANGED[False]),
            "again": site.say_as("change", "Open again"),
        },
    }


def said_with_braces(site: Site, messages: Mapping[str, str]) -> dict[str, str]:
    """Messages as the script fills them in: `{name}` for `%(name)s`."""
    return {name: site.say(text, **in_braces(text)) for name, text in messages.items()}
