"""Names of countries, languages and currencies: known in every language of the site, and never taken for another."""

from __future__ import annotations

import pytest
from babel import Locale

from jobboard.model.texts import codes, tongues
from jobboard.source.catalogue import languages

COUNTRIES = sorted(code for code in map(str, Locale("en").territories) if codes.is_country(code))


@pytest.mark.parametrize("lang", [*languages(), "de", "nl", "it", "pl", "pt", "el", "uk", "tr"])
def test_a_country_is_known_by_its_name(lang: str) -> None:
    names = Locale(lang).territories
    wrong = {
        names[code]: codes.country_proposal(names[code])
        for code in COUNTRIES
        if code in names and codes.country_of(names[code]) not in (code, "")
    }
    unknown = [names[code] for code in COUNTRIES if code in names and not codes.country_of(names[code])]
    assert wrong == {}
    assert len(unknown) <= 3, unknown  # a name that means two countries, such as Congo


@pytest.mark.parametrize("code", COUNTRIES)
def test_a_country_is_known_by_its_own_name_in_english_exactly(code: str) -> None:
    assert codes.country_proposal(Locale("en").territories[code]) == f"write {code}"


def test_what_is_proposed_for_a_misspelt_name_is_within_two_letters_of_it() -> None:
    names = {str(code): name for code, name in Locale("en").territories.items() if codes.is_country(str(code))}
    for code, name in names.items():
        for at in range(1, len(name), 3):
            typed = name[:at] + name[at + 1 :]
            proposal = str(codes.country_proposal(typed))
            if proposal.startswith("did you mean"):
                near = proposal.partition("(")[2].rpartition(")")[0]
                assert _letters_apart(tongues.folded(typed), near.lower()) <= 2, (typed, proposal)
            elif proposal and len(typed) > 3:
                assert proposal == f"write {codes.country_of(typed) or typed.upper()}", (code, typed)


def _letters_apart(one: str, other: str) -> int:
    """How many letters one must change, add or leave out to get from one word to the other."""
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        last, row[0] = row[0], number
        for at, each in enumerate(other, 1):
            last, row[at] = row[at], min(row[at] + 1, row[at - 1] + 1, last + (letter != each))
    return row[-1]


@pytest.mark.parametrize(
    "word", ["Mars", "Bali", "Brussels", "XX", "Deutshlnad", "Turkiye Republic", "Urkey", "nowhere"]
)
def test_what_is_near_no_country_is_taken_for_none(word: str) -> None:
    assert codes.country_proposal(word) in ("", "did you mean 'TR' (Turkey)?")


@pytest.mark.parametrize(
    "text",
    ["EU", "E.U.", "eu", "UE", "EEA", "Europe", "Benelux", "worldwide", "Global", "anywhere", "the world", "Africa"],
)
def test_several_countries_are_no_country(text: str) -> None:
    assert codes.is_region(text)
    assert not codes.is_country(text)


@pytest.mark.parametrize("lang", [*languages(), "de", "nl"])
def test_a_language_is_known_by_its_name(lang: str) -> None:
    names = Locale(lang).languages
    for code in ("en", "fr", "es", "de", "nl", "it", "pl", "pt", "el", "uk", "tr", "sv", "fi", "hu", "ro", "bg", "ar"):
        assert codes.language_proposal(names[code]) == f"write {code}"


@pytest.mark.parametrize("lang", languages())
def test_a_currency_is_known_by_its_name(lang: str) -> None:
    names = Locale(lang).currencies
    for code in ("EUR", "GBP", "USD", "CHF", "PLN", "SEK", "NOK", "DKK", "CZK", "HUF", "RON", "BGN", "TRY"):
        assert codes.currency_proposal(names[code]) == f"write {code}"
