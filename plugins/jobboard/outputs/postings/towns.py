"""The towns of a posting as job sites know them: a job each, with a number that lasts.

A number ends in the country and the town. It does not change when another town joins, and no two towns share one.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable

from jobboard.model.parts.general import Place
from jobboard.source.slug import to_key


def towns_of(places: Iterable[Place]) -> dict[str, Place]:
    """Each town once, in the order given, by what its number ends in: `be-ghent`. A region or a country counts as one.

    Towns of one name in a country are told apart by their postal codes or regions: the first keeps the plain name.
    """
    found: dict[str, Place] = {}
    for place in places:
        if not any(_is_same(place, other) for other in found.values()):
            found[_free_name(place, found)] = place
    return found


def _is_same(place: Place, other: Place) -> bool:
    if _name_of(place) != _name_of(other) or bool(place.city) != bool(other.city):
        return False
    told = ((place.postcode, other.postcode), (place.region, other.region))
    return all(one is None or two is None or _plain(one) == _plain(two) for one, two in told)


def _free_name(place: Place, taken: Iterable[str]) -> str:
    """Its name; with its postal code or region if another has that; with both told from all others if need be."""
    name, code = _name_of(place), _plain(place.postcode or place.region or ("town" if place.city else "region"))
    names = (name, f"{name}-{to_key(code)}", to_key(f"{name} {code}", is_told_apart=True))
    return next(each for each in names if each not in taken)


def _plain(code: str) -> str:
    return "".join(code.casefold().split())


def _name_of(place: Place) -> str:
    return _name(place.country, place.town_or_region)


@functools.lru_cache(maxsize=4096)
def _name(country: str, town: str) -> str:
    return f"{country.lower()}-{to_key(town)}" if town else country.lower()
