"""Dates, money and places in the words of each language."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest

from jobboard.model.moments.moment import Moment
from jobboard.model.parts.employment import Period, Salary
from jobboard.model.parts.general import Place
from jobboard.outputs.page.facts import place_in_full
from jobboard.outputs.text import words
from jobboard.outputs.text.salaries import salary_words

LEAP_DAY = date(2024, 2, 29)
ZONE = "Europe/Brussels"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "29 February 2024, 23:59 (Brussels time)"),
        ("fr", "29 février 2024 à 23\u00a0h\u00a059, heure de Bruxelles"),
        ("es", "29 de febrero de 2024, 23:59 (hora de Bruselas)"),
    ],
)
def test_a_minute_names_the_year_the_month_as_a_word_and_whose_clock(lang: str, text: str) -> None:
    when = words.deadline_words(Moment(LEAP_DAY, time(23, 59)), ZONE, lang)
    assert when == words.When(text, "2024-02-29T23:59+01:00")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Thursday 29 February 2024, end of the day (Brussels time)"),
        ("fr", "jeudi 29 février 2024 inclus, heure de Bruxelles"),
        ("es", "jueves, 29 de febrero de 2024 inclusive (hora de Bruselas)"),
    ],
)
def test_a_deadline_without_a_time_says_that_the_day_is_included(lang: str, text: str) -> None:
    assert words.deadline_words(Moment(LEAP_DAY), ZONE, lang, weekday=True) == words.When(text, "2024-02-29")


@pytest.mark.parametrize(
    ("lang", "text"), [("en", "1 March 2026"), ("fr", "1 mars 2026"), ("es", "1 de marzo de 2026")]
)
def test_the_first_of_a_month_is_a_figure(lang: str, text: str) -> None:
    assert words.day_words(date(2026, 3, 1), lang) == text


@pytest.mark.parametrize(("zone", "text"), [("Europe/Athens", "heure d’Athènes"), ("Europe/Paris", "heure de Paris")])
def test_french_contracts_before_the_city_of_a_zone(zone: str, text: str) -> None:
    assert words.zone_words(zone, "fr") == text


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "€42,000 to €48,000 a year (gross)"),
        ("fr", "de 42\u202f000\xa0€ à 48\u202f000\xa0€ par an (gross)"),
        ("es", "de 42.000\xa0€ a 48.000\xa0€ al año (gross)"),
    ],
)
def test_pay_is_written_as_the_language_writes_money(lang: str, text: str) -> None:
    salary = Salary(min=Decimal(42000), max=Decimal(48000), currency="EUR", per=Period.YEAR, note="gross")
    assert salary_words(salary, lang) == text


@pytest.mark.parametrize(("lang", "text"), [("en", "from €15.50 an hour"), ("fr", "à partir de 15,50\xa0€ de l’heure")])
def test_cents_are_written_where_there_are_any(lang: str, text: str) -> None:
    assert salary_words(Salary(min=Decimal("15.50"), currency="EUR", per=Period.HOUR), lang) == text


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "€9,000 for the whole assignment"),
        ("fr", "9\u202f000\xa0€ pour toute la mission"),
        ("es", "9.000\xa0€ por todo el encargo"),
    ],
)
def test_pay_may_be_for_all_of_the_work(lang: str, text: str) -> None:
    assert salary_words(Salary(amount=Decimal(9000), currency="EUR", per=Period.ASSIGNMENT), lang) == text


@pytest.mark.parametrize(
    ("lang", "text"), [("en", "Brussels, Belgium"), ("fr", "Brussels (Belgique)"), ("es", "Brussels (Bélgica)")]
)
def test_a_place_names_its_country_in_the_language_of_the_page(lang: str, text: str) -> None:
    assert words.place_words(Place(city="Brussels", country="BE"), lang) == text


@pytest.mark.parametrize(
    ("place", "short", "full"),
    [
        (Place(country="BE"), "Belgium", "Belgium"),
        (Place(region="Wallonia", country="BE"), "Wallonia, Belgium", "Wallonia, Belgium"),
        (Place(city="Namur", region="Wallonia", country="BE"), "Namur, Belgium", "Namur, Wallonia, Belgium"),
        (Place(city="Utrecht", region="Utrecht", country="NL"), "Utrecht, Netherlands", "Utrecht, Netherlands"),
    ],
)
def test_a_place_is_a_town_a_region_or_a_country(place: Place, short: str, full: str) -> None:
    assert (words.place_words(place, "en"), place_in_full(place, "en")) == (short, full)


def test_what_language_a_text_is_in_is_said_in_the_words_of_the_page() -> None:
    assert words.in_language("fr", "en") == "in French"
    assert words.in_language("en", "fr") == "en anglais"
    assert words.language_words("en", "fr") == "Anglais"


def test_a_size_is_rounded_to_what_people_read() -> None:
    assert [words.size_words(size, "en") for size in (1, 339_700, 1_249_000)] == ["1 kB", "340 kB", "1.2 MB"]
    assert words.size_words(1_249_000, "fr") == "1,2 Mo"
