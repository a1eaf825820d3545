"""Codes of countries (ISO 3166-1), languages (ISO 639) and currencies (ISO 4217), by Babel's CLDR data.

What somebody wrote instead of a code is looked for by its name, in whatever language, and named exactly; a name that
is misspelt is proposed if it is one or two letters off. A name that means two things is proposed as neither.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable

from babel import Locale
from babel.core import get_global
from babel.languages import get_official_languages

from jobboard.model.texts import other_names, tongues
from jobboard.source.message import UNSAID, Phrase, any_of, phrase
from jobboard.source.problem import near_spelling

_NOT_COUNTRIES = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ", "AC", "CP", "DG", "EA", "IC", "TA", "CQ"}
"""Two-letter codes of CLDR that name no country of ISO 3166-1. XK (Kosovo) stays: everybody uses it."""

_NOT_LANGUAGES = {"mul", "und", "zxx", "root"}


@functools.cache
def _english() -> Locale:
    return Locale("en")


@functools.cache
def _countries() -> frozenset[str]:
    codes = map(str, _english().territories)
    return frozenset(code for code in codes if len(code) == 2 and code.isalpha() and code not in _NOT_COUNTRIES)


@functools.cache
def _languages() -> frozenset[str]:
    codes = map(str, _english().languages)
    return frozenset(code for code in codes if code.isalpha() and len(code) in (2, 3) and code not in _NOT_LANGUAGES)


@functools.cache
def _currencies() -> frozenset[str]:
    return frozenset(_english().currencies)


def countries() -> tuple[str, ...]:
    """Every code of a country, in order."""
    return tuple(sorted(_countries()))


def usual_languages() -> tuple[str, ...]:
    """The codes of two letters, in order: those that people write."""
    return tuple(sorted(code for code in _languages() if len(code) == 2))


@functools.cache
def names_of_languages(spoken: tuple[str, ...] = ("en", "fr", "es")) -> frozenset[str]:
    """What languages are called that are official somewhere, be it in a region, by names of one word."""
    official = {code for each in _countries() for code in get_official_languages(each, regional=True, de_facto=True)}
    named = {Locale(lang).languages.get(code, "") for lang in spoken for code in official if len(code) == 2}
    others = other_names.OF_LANGUAGES if len(spoken) > 1 else ()
    return frozenset(name for name in (*named, *others) if len(name) > 3 and name.isalpha())


def currencies_in_use() -> tuple[str, ...]:
    """The codes of what is paid with today, in order."""
    return tuple(sorted(filter(_is_used_currency, _currencies())))


def is_country(code: str) -> bool:
    """True for an assigned alpha-2 code, in capitals."""
    return code in _countries()


def is_language(code: str) -> bool:
    """True for a language code of CLDR: two letters where there are any, else three."""
    return code in _languages()


def is_currency(code: str) -> bool:
    """True for a currency code, in capitals."""
    return code in _currencies()


def is_region(text: str) -> bool:
    """True for a name of several countries at once: a union, a continent, the world."""
    return tongues.folded(text) in _regions()


@functools.lru_cache(maxsize=1024)
def country_of(name: str) -> str:
    """The code of the country of that full name, in whatever language, or by another name it goes by; else empty."""
    wanted = tongues.folded(name)
    return (
        ""
        if wanted in other_names.AMBIGUOUS
        else _other_countries().get(wanted, "") or tongues.code_of(name, _country_names)
    )


@functools.lru_cache(maxsize=1024)
def country_proposal(text: str) -> Phrase:
    """A hint for a text that is no country code: the code of the country of that name, or of a near one."""
    if is_region(text):
        return phrase("%(name)s is no country, but several", name=text.strip())
    if both := other_names.AMBIGUOUS.get(tongues.folded(text)):
        return _write(any_of(*both.split(" or ")))
    if is_country(text.strip().upper()) or (code := country_of(text)):
        return _write(text.strip().upper() if is_country(text.strip().upper()) else code)
    alias = get_global("territory_aliases").get(text.strip().upper(), ())
    if len(alias) == 1 and is_country(alias[0]):
        return _write(alias[0])
    several = [country_of(each) for each in re.split(r"[,;/]| and | et | y ", text) if each.strip()]
    if len(several) > 1 and all(several):
        found = list(dict.fromkeys(several))
        return _write(f"[{', '.join(found)}]" if len(found) > 1 else found[0])
    return _near(text, {**_other_countries(), **tongues.known_names(_country_names)})


@functools.lru_cache(maxsize=1024)
def language_proposal(text: str) -> Phrase:
    """A hint for a text that is no language code."""
    code = text.strip().lower()
    if is_language(code):
        return _write(code)
    base = code.replace("_", "-").partition("-")[0]
    alias = get_global("language_aliases").get(code, "")
    if (base != code and is_language(base)) or is_language(alias):
        return _write(base if is_language(base) else alias)
    named = _named_language(text)
    return _write(named) if named else _near(text, tongues.known_names(_language_names))


@functools.lru_cache(maxsize=1024)
def currency_proposal(text: str) -> Phrase:
    """A hint for a text that is no currency code; of a sign that several share, all of them."""
    if is_currency(text.strip().upper()):
        return _write(text.strip().upper())
    shared = other_names.SEVERAL_CURRENCIES.get(text.strip().lower(), "")
    if shared:
        return phrase(
            "several currencies are called so: write %(codes)s, or another code", codes=any_of(*shared.split(" or "))
        )
    code = other_names.SYMBOLS.get(text.strip().lower(), "") or tongues.code_of(text, _currency_names)
    return _write(code) if code else _near(text, tongues.known_names(_currency_names))


def language_of(text: str) -> str:
    """The code a language is meant by, be it that code or a name; empty if there is none."""
    return text.lower() if is_language(text.lower()) else _named_language(text)


def _named_language(text: str) -> str:
    return _other_languages().get(tongues.folded(text), "") or tongues.code_of(text, _language_names)


def _write(code: str | Phrase) -> Phrase:
    return phrase("write %(written)s", written=code)


def _near(text: str, names: dict[str, str]) -> Phrase:
    near = near_spelling(tongues.folded(text), names) if len(text.strip()) > 4 else ""
    return phrase("did you mean '%(near)s' (%(name)s)?", near=names[near], name=near.title()) if near else UNSAID


def _country_names(locale: Locale) -> Iterable[tuple[str, str]]:
    return _pairs(locale.territories.items(), is_country)


def _language_names(locale: Locale) -> Iterable[tuple[str, str]]:
    return _pairs(locale.languages.items(), is_language)


def _currency_names(locale: Locale) -> Iterable[tuple[str, str]]:
    return _pairs(locale.currencies.items(), _is_used_currency)


def _pairs(names: Iterable[tuple[str, str]], is_known: Callable[[str], bool]) -> Iterable[tuple[str, str]]:
    return ((code, name) for code, name in names if is_known(code))


@functools.cache
def _regions() -> frozenset[str]:
    return frozenset(map(tongues.folded, other_names.REGIONS.split(", ")))


@functools.cache
def _other_countries() -> dict[str, str]:
    return {
        tongues.folded(name): code for code, names in other_names.OF_COUNTRIES.items() for name in names.split(", ")
    }


@functools.cache
def _other_languages() -> dict[str, str]:
    return {tongues.folded(name): code for name, code in other_names.OF_LANGUAGES.items()}


@functools.cache
def _tender() -> frozenset[str]:
    used = get_global("territory_currencies").values()
    return frozenset(each[0] for found in used for each in found if each[2] is None and each[3])


def _is_used_currency(code: str) -> bool:
    """True for a currency in use: a name it shares with an old one means this."""
    return is_currency(code) and code in _tender()
