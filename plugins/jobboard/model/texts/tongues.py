"""Words of other languages that people write where a code or a figure is meant, out of Babel's CLDR data.

First those of the languages the site's own words are in; then those of every language that is official in a country,
or spoken by many there. They are looked up only when somebody is to be told what to write.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Callable, Iterable, Iterator

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from jobboard.source.catalogue import SOURCE_LANGUAGE, languages

Pairs = Callable[[Locale], Iterable[tuple[str, str]]]
"""The (code, name) pairs of a locale."""

_SMALLEST_SHARE = 20.0
"""Per cent of a country's people that speak a language before its names are looked at."""


def code_of(name: str, pairs: Pairs) -> str:
    """The code that `name` means, in whatever language; empty if there is none, or if it means two."""
    wanted = folded(name)
    return next((found for names in _tiers(pairs) if (found := names.get(wanted, ""))), "")


def known_names(pairs: Pairs) -> dict[str, str]:
    """Codes by the names the languages of the site's own words have for them."""
    return next(_tiers(pairs))


def months(locale: Locale) -> Iterator[tuple[str, str]]:
    """The months of a locale, by number; their names long and short."""
    return _calendar(locale.months)


def weekdays(locale: Locale) -> Iterator[tuple[str, str]]:
    """The days of the week of a locale, by number; their names long and short."""
    return _calendar(locale.days)


def folded(name: str) -> str:
    """A name as it is compared: small letters without accents, `and` for `&`, and no `the` before it."""
    letters = unicodedata.normalize("NFKD", name.casefold().replace("&", " and "))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter) and letter not in ".'\u2019")
    return " ".join(plain.replace("-", " ").split()).removeprefix("the ").removeprefix("republic of ")


def _calendar(names: object) -> Iterator[tuple[str, str]]:
    for form in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            yield from ((str(number), name) for number, name in names[form][width].items())  # type: ignore[index]


def _tiers(pairs: Pairs) -> Iterator[dict[str, str]]:
    yield _codes(pairs, languages())
    yield _codes(pairs, _spoken_languages())


@functools.cache
def _codes(pairs: Pairs, codes: tuple[str, ...]) -> dict[str, str]:
    """Codes by folded name; of names that mean two, the English one stands, and others are left out."""
    found: dict[str, set[str]] = {}
    english: dict[str, str] = {}
    for language in codes:
        locale = _locale(language)
        for code, name in pairs(locale) if locale else ():
            found.setdefault(folded(name), set()).add(code)
            if language == SOURCE_LANGUAGE:
                english.setdefault(folded(name), code)
    return {name: min(meant) for name, meant in found.items() if len(meant) == 1 and name} | english


@functools.cache
def _spoken_languages() -> tuple[str, ...]:
    spoken = {
        language.partition("_")[0]
        for there in get_global("territory_languages").values()
        for language, facts in there.items()
        if facts.get("official_status") == "official" or facts["population_percent"] >= _SMALLEST_SHARE
    }
    return tuple(sorted(spoken))


def _locale(code: str) -> Locale | None:
    try:
        return Locale(code)
    except (UnknownLocaleError, ValueError):
        return None
