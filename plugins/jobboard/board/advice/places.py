"""Advice on where the work of a posting is: what search engines need to show it, and readers to find it."""

from __future__ import annotations

from collections.abc import Iterator

from jobboard.board.board import BoardPosting
from jobboard.board.checks import Locator
from jobboard.board.offices import countries_named, office_of
from jobboard.model.parts.offer import MARKED_KINDS, Workplace
from jobboard.source.message import message, phrase
from jobboard.source.problem import Level, Problem

PLACE_MISSING = message(
    "place-missing", "missing; readers look for work by place, and search engines show no job without one"
)
FROM_ANYWHERE = message(
    "remote-from-anywhere",
    "'anywhere' names no country, without which nothing is remote to search engines: they %(told)s",
)


def advise_on_place(posting: BoardPosting, locator: Locator) -> Iterator[Problem]:
    """A posting that names no place, and work from anywhere, of which search engines want a country at least."""
    content = posting.content
    if content.workplace is not Workplace.REMOTE:
        if not content.place:
            message = PLACE_MISSING
            hint = phrase("write place: {city: Brussels, country: BE}, or 'workplace: remote' with 'applicants_from'")
            yield locator.at(content, "place", message, hint, Level.ADVICE)
    elif content.kind in MARKED_KINDS and not countries_named(content):
        office = office_of(posting)
        places = content.place or ((office,) if office else ())
        names = ", ".join(each.town_or_region or each.country for each in places)
        told = (
            phrase("are told of work in %(places)s", places=names)
            if names
            else phrase("are told of no place, and leave it out")
        )
        message = FROM_ANYWHERE(told=told)
        hint = phrase("name the countries one may work from, like [BE, FR, ES], if it is not the whole world")
        yield locator.at(content, "applicants_from", message, hint, Level.ADVICE)
