"""Advice on numbers to call that nobody can call from another country."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jobboard.board.advice.shown import shown_in_files
from jobboard.board.board import Board
from jobboard.board.checks import Locator
from jobboard.board.timing import above, organisation_ids
from jobboard.model.organisation import Organisation
from jobboard.model.parts.general import Contact
from jobboard.model.texts.calling_codes import from_abroad
from jobboard.source.message import message, phrase
from jobboard.source.problem import Level, Problem

NUMBER_WITHOUT_COUNTRY = message("phone-without-country", "readers in other countries cannot call %(number)s")


def advise_on_phones(board: Board, locator: Locator) -> Iterator[Problem]:
    """Numbers of contacts without the code of a country."""
    for content, field, contact in shown_in_files(board, locator, Contact):
        if contact.phone and not contact.phone.lstrip().startswith("+"):
            written = from_abroad(contact.phone, _country_of(content, contact, locator))
            hint = (
                phrase("begin with the country: write %(written)s", written=written)
                if written
                else phrase("begin with + and the code of the country, as in +32 2 511 74 77")
            )
            message = NUMBER_WITHOUT_COUNTRY(number=contact.phone)
            yield locator.at(content, f"{field}.phone", message, hint, Level.ADVICE)


def _country_of(content: Any, contact: Contact, locator: Locator) -> str:
    """Where the contact's organisation is, else the item's own, or the nearest above that says so; empty if unknown."""
    organisations = locator.library.organisations
    own = (content.id,) if isinstance(content, Organisation) else organisation_ids(content)
    named = [organisations[each] for each in (contact.organisation or "", *own) if each in organisations]
    office = next((one.place for each in named for one in (each, *above(each, organisations)) if one.place), None)
    return office.country if office else ""
