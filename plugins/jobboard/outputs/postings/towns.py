"""The towns of a posting as job sites know them: a job each, with a number that lasts.

A number ends in the country and the town. It does not change when another town joins, and no two towns share one.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable

from jobboard.model.parts import Place
from jobboard.source.slug import to_key


def towns_of(places: Iterable[Place]) -> dict[str, Place]:
    """Each town once, in the order given, by what its number ends in: `be-ghent`.

    Towns of one name in a country are told apart by their postal codes: the first keeps the plain name.
    """
    found: dict[str, Place] = {}
    for place in places:
        if not any(_is_same(place, other) for other in found.values()):
            found[_free_name(place, found)] = place
    return found


def _is_same(place: Place, other: Place) -> bool:
    if _name(place.country, place.city) != _name(other.country, other.city):
        return False
    return place.postcode is None or other.postcode is None or _code(place) == _code(other)


def _free_name(place: Place, taken: Iterable[str]) -> str:
    """The town's name; with its postal code if another town has that; with both told from all others if need be."""
    name, code = _name(place.country, place.city), _code(place)
    names = (name, f"{name}-{to_key(code)}", to_key(f"{name} {code}", is_told_apart=True))
    return next(each for each in names if each not in taken)


def _code(place: Place) -> str:
    return "".join((place.postcode or "").casefold().split())


@functools.lru_cache(maxsize=4096)
def _name(country: str, city: str) -> str:
    return f"{country.lower()}-{to_key(city)}"
