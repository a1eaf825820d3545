"""Towns that have several names: any of them in, one key or the name that readers know out.

The names are a table of ours (`towns_of_europe.py`, `towns_elsewhere.py`; decision 60). A town that is not in it is
called as it is written, and known by its slug.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from jobboard.model.texts.towns_elsewhere import TOWNS_ELSEWHERE
from jobboard.model.texts.towns_of_europe import TOWNS_OF_EUROPE
from jobboard.source.slug import base_letters, to_key

COMPLETE = ("en", "fr", "es")
"""The languages that the table has a name in for each of its towns."""

_IN_LANGUAGES = re.compile(r"((?:[a-z]{2,3} )*)(.+)")


class Town(Struct, frozen=True):
    """A town of the table: all its names, the English one first, and those that readers are shown, by language."""

    names: tuple[str, ...]
    called: Mapping[str, str]


@functools.lru_cache(maxsize=4096)
def town_key(country: str, name: str) -> str:
    """The slug of a town, the same for each of its names; no two towns of a country (ISO 3166-1) share one.

    Capitals, accents, hyphens and apostrophes do not count.
    """
    town = _town(country, name)
    return to_key(town.names[0] if town else name)


@functools.lru_cache(maxsize=4096)
def town_name(country: str, name: str, lang: str) -> str:
    """What readers of that language call a town; as it is written where the table does not know."""
    town = _town(country, name)
    return town.called.get(lang, name) if town else name


@functools.lru_cache(maxsize=4096)
def town_names(country: str, name: str) -> tuple[str, ...]:
    """All names of a town, the English one first; of a town that is not in the table the one that is written."""
    town = _town(country, name)
    return town.names if town else (name,)


@functools.cache
def names_of_towns(country: str) -> Mapping[str, str]:
    """Every name of every town that the table has in a country, by the letters that count in it."""
    return {as_compared(name): name for town in _towns(country).values() for name in town.names}


def as_compared(name: str) -> str:
    """The letters and figures of a town's name that count, in words."""
    return " ".join(re.findall(r"\w+", base_letters(name.casefold())))


def _town(country: str, name: str) -> Town | None:
    return _towns(country).get(as_compared(name))


@functools.cache
def _towns(country: str) -> Mapping[str, Town]:
    """The towns of a country by each of their names."""
    table = TOWNS_OF_EUROPE.get(country) or TOWNS_ELSEWHERE.get(country, "")
    return {as_compared(name): town for town in _read(table) for name in town.names}


def _read(table: str) -> Iterator[Town]:
    """The towns of a table of one country."""
    for line in re.sub(r"\|\s*\n", "|", table).strip().splitlines():
        first, *others = (each.strip() for each in line.split("|"))
        marked = [found.groups() for each in others if (found := _IN_LANGUAGES.fullmatch(each))]
        called = {lang: name for langs, name in marked for lang in langs.split()}
        names = dict.fromkeys((first, *(name for _, name in marked)))
        yield Town(tuple(names), {**dict.fromkeys(COMPLETE, first), **called})
