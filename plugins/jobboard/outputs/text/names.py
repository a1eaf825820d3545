"""Names of countries, languages and zones, as readers of a language call them (CLDR, by Babel).

CLDR names no code in every language. A name falls back: the language asked for, then English, then the code itself.
"""

from __future__ import annotations

import functools

from babel import Locale, UnknownLocaleError
from babel.dates import get_timezone_location

from jobboard.source.catalogue import SOURCE_LANGUAGE, locale_of


@functools.cache
def locale_for(lang: str) -> Locale:
    """What CLDR knows of a language; of one it does not know, what it knows of English."""
    try:
        return Locale.parse(locale_of(lang))
    except (UnknownLocaleError, ValueError):
        return Locale.parse(locale_of(SOURCE_LANGUAGE))


@functools.lru_cache(maxsize=1024)
def country_name(code: str, lang: str) -> str:
    """A country by its ISO 3166-1 code."""
    return _name("territories", code, lang)


@functools.lru_cache(maxsize=1024)
def language_name(code: str, lang: str) -> str:
    """A language by its code, as it is written within a sentence: "français"."""
    return _name("languages", code, lang)


@functools.lru_cache(maxsize=1024)
def own_name(code: str) -> str:
    """A language in its own words, with the capital a heading has, "Français"; empty where CLDR does not know them."""
    try:
        name = str(Locale.parse(code).languages.get(code, ""))
    except (UnknownLocaleError, ValueError):
        return ""
    return with_capital(name)


@functools.lru_cache(maxsize=512)
def city_of_zone(zone: str, lang: str) -> str:
    """The city a zone is named after. For some CLDR has the name of the zone alone, whose last part is the city."""
    city = str(get_timezone_location(zone, locale=locale_for(lang), return_city=True))
    return city.rsplit("/", 1)[-1]


def with_capital(text: str) -> str:
    """Text whose first letter is a capital."""
    return text[:1].upper() + text[1:]


def _name(table: str, code: str, lang: str) -> str:
    for each in (lang, SOURCE_LANGUAGE):
        if found := getattr(locale_for(each), table).get(code):
            return str(found)
    return code
