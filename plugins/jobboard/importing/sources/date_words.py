"""Names of months, days and zones as people write them in: a number, or nothing where a name is not certain.

Months and days are those of every language that is official somewhere in Europe, as CLDR spells them; zones are the
abbreviations of the IANA database in the year that is meant. A name that means two things means nothing.
"""

from __future__ import annotations

import functools
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.languages import get_official_languages

_RFC_822 = {"UT": 0, "GMT": 0, "UTC": 0, "Z": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6}
_RFC_822 |= {"PST": -8, "PDT": -7}
"""The names that the standard of these dates gives, in hours. Its single letters it took back (RFC 2822, 4.3)."""

_SHORTEST = 3
_WIDTHS = ("wide", "abbreviated", "short")


def month_of(name: str) -> int:
    """The month that a name, or the beginning of one, means in all of the languages that know it; else 0."""
    word, names = _plain(name), _names("months")
    found = names.get(word) or frozenset().union(
        *(numbers for known, numbers in names.items() if len(word) >= _SHORTEST and known.startswith(word))
    )
    english = _english().get(word)
    return english or (next(iter(found)) if len(found) == 1 else 0)


def days_of(name: str) -> frozenset[int]:
    """The days of the week a name may mean, Monday being 0: `ma` is Tuesday in Dutch and Monday in Finnish."""
    return _names("days").get(_plain(name), frozenset())


def offset_of(name: str, day: datetime) -> timedelta | None:
    """The offset of a zone by its name (`CET`, `Europe/Brussels`) at a minute of its clock, if that is certain."""
    if name.upper() in _RFC_822:
        return timedelta(hours=_RFC_822[name.upper()])
    if "/" in name:
        if name not in available_timezones():
            return None
        offsets = {day.replace(tzinfo=ZoneInfo(name), fold=fold).utcoffset() for fold in (0, 1)}
        return offsets.pop() if len(offsets) == 1 else None
    return _abbreviations(day.year).get(name.upper())


@functools.cache
def _names(kind: str) -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for locale in _locales():
        for widths in getattr(locale, kind).values():
            for names in (widths[width] for width in _WIDTHS if width in widths):
                for number, name in names.items():
                    found[_plain(name)].add(number)
    return {name: frozenset(numbers) for name, numbers in found.items() if name}


@functools.cache
def _english() -> Mapping[str, int]:
    months = Locale.parse("en").months["format"]
    return {_plain(name): number for width in _WIDTHS[:2] for number, name in months[width].items()}


def _locales() -> Iterator[Locale]:
    zones = get_global("zone_territories")
    territories = {str(territory) for zone, territory in zones.items() if str(zone).startswith("Europe/")}
    for code in sorted({code for territory in territories for code in get_official_languages(territory)}):
        try:
            yield Locale.parse(code)
        except UnknownLocaleError:
            continue


@functools.cache
def _abbreviations(year: int) -> Mapping[str, timedelta]:
    """What each abbreviation of a zone meant all over the world in a year, where that is one thing."""
    found: dict[str, set[timedelta]] = defaultdict(set)
    for zone in map(ZoneInfo, available_timezones()):
        for month in range(1, 13, 2):
            here = datetime(year, month, 15, tzinfo=UTC).astimezone(zone)
            name, offset = here.tzname(), here.utcoffset()
            if name and name.isalpha() and offset is not None:
                found[name.upper()].add(offset)
    return {name: offsets.pop() for name, offsets in found.items() if len(offsets) == 1}


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).strip(". ")
