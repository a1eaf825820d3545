"""Advice on numbers to call that nobody can call from another country."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from jobboard.board.board import Board
from jobboard.board.checks import Locator
from jobboard.board.timing import above, organisation_ids
from jobboard.model.fields.field import declarations
from jobboard.model.kinds import RECORDS
from jobboard.model.organisation import Organisation
from jobboard.model.parts.general import Contact
from jobboard.model.texts.calling_codes import from_abroad
from jobboard.source.message import message, phrase
from jobboard.source.problem import Level, Problem

NUMBER_WITHOUT_COUNTRY = message("phone-without-country", "readers in other countries cannot call %(number)s")

_FIELDS = {
    folder: [name for name, each in declarations(record).items() if each.type.record is Contact]
    for folder, record in RECORDS.items()
}
"""The fields that hold contacts, by folder."""


def advise_on_phones(board: Board, locator: Locator) -> Iterator[Problem]:
    """Numbers of contacts without the code of a country, in whatever is open, to come, or read as it is.

    A translation is asked what its own file says.
    """
    for folder, names in _FIELDS.items():
        for item in board.items[folder] if names else ():
            if _shows_contacts(item):
                written = locator.library.documents[item.content.path].fields
                yield from chain(*(_advise(item.content, name, locator) for name in names if written.entry(name)))


def _shows_contacts(item: Any) -> bool:
    """False for what is over, whose page shows none."""
    status = getattr(item, "status", None)
    return not (getattr(status, "is_closed", False) or getattr(item, "is_past", False))


def _advise(content: Any, name: str, locator: Locator) -> Iterator[Problem]:
    contacts: Iterable[Contact] = getattr(content, name)
    for number, each in enumerate(contacts, 1):
        if not each.phone or each.phone.lstrip().startswith("+"):
            continue
        written = from_abroad(each.phone, _country_of(content, each, locator))
        hint = (
            phrase("begin with the country: write %(written)s", written=written)
            if written
            else phrase("begin with + and the code of the country, as in +32 2 511 74 77")
        )
        message = NUMBER_WITHOUT_COUNTRY(number=each.phone)
        yield locator.at(content, f"{name}.{number}.phone", message, hint, Level.ADVICE)


def _country_of(content: Any, contact: Contact, locator: Locator) -> str:
    """Where the contact's organisation is, else the item's own, or the nearest above that says so; empty if unknown."""
    organisations = locator.library.organisations
    own = (content.id,) if isinstance(content, Organisation) else organisation_ids(content)
    named = [organisations[each] for each in (contact.organisation or "", *own) if each in organisations]
    office = next((one.place for each in named for one in (each, *above(each, organisations)) if one.place), None)
    return office.country if office else ""
