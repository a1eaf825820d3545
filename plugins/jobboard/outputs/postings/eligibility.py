"""Who may apply for a posting, in words."""

from __future__ import annotations

from collections.abc import Iterator

from jobboard.board.board import BoardPosting
from jobboard.board.offices import countries_of_work
from jobboard.board.site import Site
from jobboard.outputs.page.facts import Span
from jobboard.outputs.page.link import other_language
from jobboard.outputs.text import words
from jobboard.source.catalogue import mark

_PERMITS = {
    "required": mark("You need the right to work there already"),
    "sponsored": mark("The employer obtains a permit to work for those who need one"),
    "not-needed": mark("No permit to work is needed"),
}
_MOVING = {True: mark("The employer helps with moving there"), False: mark("The employer does not help with moving")}


def eligibility_lines(site: Site, posting: BoardPosting) -> Iterator[Span]:
    """Whether one needs a permit, whether one is helped to move, and the note."""
    yield from (Span(text=each) for each in (permit_words(site, posting), _moving(site, posting)) if each)
    eligibility = posting.content.eligibility
    if eligibility is not None and eligibility.note:
        yield Span(text=eligibility.note, lang=other_language(site, posting.lang))


def permit_words(site: Site, posting: BoardPosting) -> str:
    """ "You need the right to work there already (Belgium)"; empty if nothing is said of it."""
    eligibility = posting.content.eligibility
    if eligibility is None or eligibility.permit is None:
        return ""
    text = site.say(_PERMITS[eligibility.permit])
    countries = [words.country_words(code, site.lang) for code in countries_of_work(posting)]
    return f"{text} ({words.list_words(countries, site.lang)})" if countries else text


def help_with_moving(site: Site, posting: BoardPosting) -> str:
    """What the employer offers to those who move; empty if it offers nothing."""
    eligibility = posting.content.eligibility
    return _moving(site, posting) if eligibility is not None and eligibility.relocation else ""


def _moving(site: Site, posting: BoardPosting) -> str:
    eligibility = posting.content.eligibility
    if eligibility is None or eligibility.relocation is None:
        return ""
    return site.say(_MOVING[eligibility.relocation])
