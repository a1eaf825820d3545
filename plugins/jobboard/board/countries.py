"""Postings by country: the work that is there, and remote work that may be done from there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from jobboard.board.board import BoardPosting
from jobboard.model.offer import ANYWHERE


class OfCountry(NamedTuple):
    """The listed postings of a country in their order: those with a place in it, and others that are remote from it."""

    there: list[BoardPosting]
    remote: list[BoardPosting]


def by_country(visible: Iterable[BoardPosting], listed: Iterable[BoardPosting]) -> Mapping[str, OfCountry]:
    """The listed postings, which must be among the visible ones, by the code of each country that any of these names.

    Work from anywhere is remote from every one of them, and makes none by itself.
    """
    named = (code for each in visible for code in (*each.synopsis.countries, *each.synopsis.applicants_from))
    found = {code: OfCountry([], []) for code in named if code != ANYWHERE}
    for posting in listed:
        there, remote = posting.synopsis.countries, posting.synopsis.applicants_from
        for code in there:
            found[code].there.append(posting)
        for code in found if ANYWHERE in remote else remote:
            if code not in there:
                found[code].remote.append(posting)
    return found
