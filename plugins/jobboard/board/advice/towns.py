"""Advice on towns that look mistyped: near a name of the table, or near a town that many others name (decision 60)."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from jobboard.board.advice.shown import shown_in_files
from jobboard.board.board import Board
from jobboard.board.checks import Locator
from jobboard.model.parts.general import Place
from jobboard.model.texts.towns import as_compared, names_of_towns, town_key
from jobboard.source.message import message, phrase
from jobboard.source.near_names import NameIndex
from jobboard.source.problem import Level, Problem, near_spelling, quoted

TOWN_NEARLY_ANOTHER = message(
    "town-nearly-another", "%(town)s is nearly the name of another town, and is listed as a town of its own"
)

_OFTEN = 5
"""How many times as often another town is named before this one is taken for it."""

_ONE_MISTAKE, _TWO_MISTAKES = 6, 9
"""Letters of a name in which one is looked for, and two. Shorter ones are too often other towns: Genk, Gent."""


class _Named(Struct, frozen=True):
    """The towns that a board names in a country: how often each, and an index of those that are named often."""

    times: Mapping[str, int]
    often: NameIndex
    written: Mapping[str, str]


def advise_on_towns(board: Board, locator: Locator) -> Iterator[Problem]:
    """Towns whose name is a letter or two off another. One that names its region is meant as it is written."""
    found = [each for each in shown_in_files(board, locator, Place) if each[2].city]
    if not any(_is_strange(place) for _, _, place in found):
        return
    everything = found if locator.about is None else shown_in_files(board, Locator(locator.library), Place)
    named = _by_country(place for _, _, place in everything if place.city)
    for content, field, place in found:
        if not place.region and (near := _meant(place, named[place.country])):
            message = TOWN_NEARLY_ANOTHER(town=quoted(place.city))
            hint = phrase("did you mean '%(near)s'? if not, name its region, too", near=near)
            yield locator.at(content, f"{field}.city", message, hint, Level.ADVICE)


def _by_country(places: Iterable[Place]) -> Mapping[str, _Named]:
    times: dict[str, Counter[str]] = {}
    written: dict[str, dict[str, str]] = {}
    for place in places:
        word = as_compared(place.city or "")
        times.setdefault(place.country, Counter())[word] += 1
        written.setdefault(place.country, {}).setdefault(word, place.city or "")
    return {
        country: _Named(counted, NameIndex([word for word in counted if counted[word] >= _OFTEN]), written[country])
        for country, counted in times.items()
    }


def _meant(place: Place, named: _Named) -> str:
    """The name that was meant, as it is written in the table or elsewhere on the board; empty if none is near."""
    if not _is_strange(place):
        return ""
    word, table = as_compared(place.city or ""), names_of_towns(place.country)
    if near := _nearest_in_table(place.country, word):
        return table[near]
    near = _near(place.country, word, named.often.near(word))
    return named.written[near] if near and named.times[near] >= _OFTEN * named.times[word] else ""


def _is_strange(place: Place) -> bool:
    """True for a town that is none of the table, with a name long enough to hold a mistake."""
    word = as_compared(place.city or "")
    return word not in names_of_towns(place.country) and _mistakes(word) > 0


@functools.lru_cache(maxsize=4096)
def _nearest_in_table(country: str, word: str) -> str:
    return _near(country, word, names_of_towns(country))


def _near(country: str, word: str, names: Iterable[str]) -> str:
    """The first of these names that this one may stand for; empty if several towns have such a name.

    Hardly anybody mistypes the first letter, and towns that are alike often differ in it.
    """
    others = (each for each in names if each[0] == word[0] and each != word)
    alike = [each for each in others if near_spelling(word, (each,), _mistakes(word))]
    return alike[0] if len({town_key(country, each) for each in alike}) == 1 else ""


def _mistakes(word: str) -> int:
    """How many mistakes are looked for in a name of that length."""
    return (len(word) >= _ONE_MISTAKE) + (len(word) >= _TWO_MISTAKES)
