"""Codes of countries (ISO 3166-1), languages (ISO 639) and currencies (ISO 4217), by Babel's CLDR data."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping

from babel import Locale
from babel.core import get_global

from jobboard.source.problem import nearest

_NOT_COUNTRIES = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ", "AC", "CP", "DG", "EA", "IC", "TA", "CQ"}
"""Two-letter codes of CLDR that name no country of ISO 3166-1. XK (Kosovo) stays: everybody uses it."""

_NOT_LANGUAGES = {"mul", "und", "zxx", "root"}
_COUNTRY_NAMES = {
    **dict.fromkeys(("England", "Great Britain", "Northern Ireland", "Scotland", "Wales"), "GB"),
    "Czech Republic": "CZ",
    "Holland": "NL",
}
"""Names people use beside those of CLDR."""

_SYMBOLS = {"€": "EUR", "£": "GBP", "$": "USD"}


@functools.cache
def _english() -> Locale:
    return Locale("en")


@functools.cache
def _countries() -> dict[str, str]:
    return {
        code: name
        for code, name in _english().territories.items()
        if len(code) == 2 and code.isalpha() and code not in _NOT_COUNTRIES
    }


@functools.cache
def _languages() -> dict[str, str]:
    return {
        code: name
        for code, name in _english().languages.items()
        if code.isalpha() and len(code) in (2, 3) and code not in _NOT_LANGUAGES
    }


@functools.cache
def _currencies() -> dict[str, str]:
    return dict(_english().currencies)


@functools.cache
def _codes_of_countries() -> dict[str, str]:
    """Codes by name, and by what stands for a country elsewhere: `BEL`, `UK`."""
    aliases = {alias: codes[0] for alias, codes in get_global("territory_aliases").items() if len(codes) == 1}
    return _codes(_countries(), aliases | _COUNTRY_NAMES)


@functools.cache
def _codes_of_languages() -> dict[str, str]:
    return _codes(_languages(), get_global("language_aliases"))


@functools.cache
def _codes_of_currencies() -> dict[str, str]:
    return _codes(_currencies(), _SYMBOLS)


def _codes(names: Mapping[str, str], aliases: Mapping[str, str]) -> dict[str, str]:
    by_name = {name.lower(): code for code, name in names.items()}
    return by_name | {alias.lower(): code for alias, code in aliases.items() if code in names}


def is_country(code: str) -> bool:
    """True for an assigned alpha-2 code, in capitals."""
    return code in _countries()


@functools.lru_cache(maxsize=1024)
def country_proposal(text: str) -> str:
    """A hint for a text that is no country code: the code of the country of that name, or a near one."""
    return _proposal(text, text.upper(), is_country, _codes_of_countries())


def is_language(code: str) -> bool:
    """True for a language code of CLDR: two letters where there are any, else three."""
    return code in _languages()


@functools.lru_cache(maxsize=1024)
def language_proposal(text: str) -> str:
    """A hint for a text that is no language code."""
    return _proposal(text, text.lower(), is_language, _codes_of_languages())


def is_currency(code: str) -> bool:
    """True for a currency code, in capitals."""
    return code in _currencies()


@functools.lru_cache(maxsize=1024)
def currency_proposal(text: str) -> str:
    """A hint for a text that is no currency code."""
    return _proposal(text, text.upper(), is_currency, _codes_of_currencies())


def _proposal(text: str, as_code: str, is_known: Callable[[str], bool], codes: dict[str, str]) -> str:
    if is_known(as_code):
        return f"did you mean '{as_code}'?"
    name = text.strip().lower()
    near = codes.get(name) or (codes.get(nearest(name, codes)) if len(name) > 3 else None)
    return f"did you mean '{near}'?" if near and is_known(near) else ""
