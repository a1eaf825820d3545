"""What the browser's script (`theme/static/js/board.js`) is told: where things are, and every word it may put up.

The script knows no language and decides no instant: it compares the instants given here with the clock.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct

from jobboard.board.site import Site
from jobboard.board.status import Status
from jobboard.model.fields.values import AOE
from jobboard.model.moments.moment import Moment
from jobboard.model.parts.closing import Rolling
from jobboard.outputs.addresses import BUILD, href
from jobboard.outputs.text import words
from jobboard.outputs.text.clocks import last_minute

_VALUE = re.compile(r"%\((\w+)\)s")

_AOE_OF_BROWSERS = "Etc/GMT+12"
"""UTC-12 by its IANA name, in which the sign is the other way round."""


class Script(Struct, frozen=True, kw_only=True):
    """The script of a site, the same on every page. `{day}`, `{time}` are filled in by it; `locale` is BCP 47.

    `new` is said of what was published in the last days, `for_you` of a time on the reader's own clock.
    """

    build: str
    locale: str
    open: str
    closing_soon: str
    closed: str
    new: str
    closes: str
    closes_at: str
    for_you: str


class Ageing(Struct, frozen=True, kw_only=True):
    """What words like "tomorrow" are made of: the IANA zone that counts the days, and the last minute with its zone."""

    zone: str
    last: str


PluralForms = tuple[tuple[str, str], ...]
"""Words by plural category (CLDR) in which `{n}` is the number."""


class Recount(Struct, frozen=True, kw_only=True):
    """A count the script may correct."""

    number: int
    forms: PluralForms


def script_of(site: Site) -> Script:
    """The script and its words. They depend on the site alone: the frame must not change with a posting."""
    return Script(
        build=href(site, BUILD),
        locale=words.locale_tag(site.lang),
        open=site.say(words.STATUSES[Status.OPEN]),
        closing_soon=site.say(words.STATUSES[Status.CLOSING_SOON]),
        closed=site.say(words.STATUSES[Status.CLOSED]),
        new=site.say_as("status", "New"),
        closes=site.say("Closes %(day)s", day="{day}"),
        closes_at=site.say("Closes %(day)s at %(time)s", day="{day}", time="{time}"),
        for_you=site.say("(%(time)s for you)", time="{time}"),
    )


def browser_zone(zone: str) -> str:
    """A zone as browsers know it: by its IANA name."""
    return _AOE_OF_BROWSERS if zone == AOE else zone


def ageing_of(deadline: Moment | Rolling | None, zone: str, lang: str, *, closes_early: bool = False) -> Ageing | None:
    """How the deadline's distance is told; None if it is rolling, or the deadline is not what closes the posting."""
    if deadline is None or isinstance(deadline, Rolling) or closes_early:
        return None
    return Ageing(
        zone=browser_zone(zone),
        last=words.clock_words(last_minute(deadline, zone), zone, lang),
    )


def recount_of(site: Site, total: int, shown: int) -> Recount:
    """How a list of open postings counts itself when some have closed since.

    A page that shows but a part of its list cannot know what has closed on the others, and says so.
    """

    def words_for(number: int) -> str:
        if shown == total:
            return site.say_number("%(number)s open posting", "%(number)s open postings", number, number="{n}")
        return site.say_number(
            "At most %(number)s open posting", "At most %(number)s open postings", number, number="{n}"
        )

    return Recount(number=total, forms=forms_of(site.lang, words_for))


def forms_of(lang: str, words_for: Callable[[int], str]) -> PluralForms:
    """What `words_for` says of a number, in every form that a language has."""
    return tuple((category, words_for(number)) for category, number in words.plural_examples(lang))


def in_braces(text: str) -> dict[str, str]:
    """Each value of a message as the script fills it in: `{name}` for `%(name)s`."""
    return {name: f"{{{name}}}" for name in _VALUE.findall(text)}
