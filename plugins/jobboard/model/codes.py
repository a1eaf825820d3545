"""Codes of countries (ISO 3166-1), languages (ISO 639) and currencies (ISO 4217), by Babel's CLDR data."""

from __future__ import annotations

import functools

from babel import Locale

from jobboard.source.problem import did_you_mean

_NOT_COUNTRIES = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ", "AC", "CP", "DG", "EA", "IC", "TA", "CQ"}
"""Two-letter codes of CLDR that name no country of ISO 3166-1. XK (Kosovo) stays: everybody uses it."""

_NOT_LANGUAGES = {"mul", "und", "zxx", "root"}


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


def is_country(code: str) -> bool:
    """True for an assigned alpha-2 code, in capitals."""
    return code in _countries()


def country_proposal(text: str) -> str:
    """A hint for a text that is no country code: the code of the country of that name, or a near one."""
    return _proposal(text, _countries(), text.upper())


def is_language(code: str) -> bool:
    """True for a language code of CLDR: two letters where there are any, else three."""
    return code in _english().languages and code.isalpha() and len(code) in (2, 3) and code not in _NOT_LANGUAGES


def language_proposal(text: str) -> str:
    """A hint for a text that is no language code."""
    languages = {code: name for code, name in _english().languages.items() if is_language(code)}
    return _proposal(text, languages, text.lower())


def is_currency(code: str) -> bool:
    """True for a currency code, in capitals."""
    return code in _english().currencies


def currency_proposal(text: str) -> str:
    """A hint for a text that is no currency code."""
    symbols = {"€": "EUR", "£": "GBP", "$": "USD"}
    return _proposal(
        symbols.get(text.strip(), text), dict(_english().currencies), symbols.get(text.strip(), text.upper())
    )


def _proposal(text: str, names: dict[str, str], as_code: str) -> str:
    if as_code in names:
        return f"did you mean '{as_code}'?"
    by_name = {name.lower(): code for code, name in names.items()}
    if text.lower() in by_name:
        return f"did you mean '{by_name[text.lower()]}'?"
    near = did_you_mean(text.lower(), by_name)
    return f"did you mean '{by_name[near.split(chr(39))[1]]}'?" if near else ""
