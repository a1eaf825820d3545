"""Towns with several names: the whole table, whatever way a name is written."""

from __future__ import annotations

import re
import unicodedata

import pytest
from babel import Locale
from babel.core import get_global

from jobboard.model.texts.codes import is_country, is_language
from jobboard.model.texts.towns import COMPLETE, as_compared, names_of_towns, town_key, town_name, town_names
from jobboard.model.texts.towns_elsewhere import TOWNS_ELSEWHERE
from jobboard.model.texts.towns_of_europe import TOWNS_OF_EUROPE
from jobboard.source.catalogue import languages
from jobboard.source.slug import is_id, to_key

SOFT_HYPHEN = "\u00ad"
TABLES = {**TOWNS_OF_EUROPE, **TOWNS_ELSEWHERE}


def lines(country: str) -> list[list[str]]:
    """The towns of a country, each as what stands between bars."""
    table = TABLES[country].replace("|\n", "|")
    return [[part.strip() for part in line.split("|")] for line in table.split("\n") if line.strip()]


def without_accents(name: str) -> str:
    return "".join(each for each in unicodedata.normalize("NFD", name) if not unicodedata.combining(each))


def test_every_country_stands_in_one_table_alone() -> None:
    assert TOWNS_OF_EUROPE.keys().isdisjoint(TOWNS_ELSEWHERE)
    assert [code for code in TABLES if not is_country(code)] == []


@pytest.mark.parametrize("country", TABLES)
def test_no_two_towns_of_a_country_share_a_name_or_a_key(country: str) -> None:
    towns = {town_names(country, line[0]) for line in lines(country)}
    names = [name for town in towns for name in {as_compared(each) for each in town}]
    assert len(towns) == len(lines(country))
    assert sorted(names) == sorted(names_of_towns(country))
    assert len({town_key(country, town[0]) for town in towns}) == len(towns)


@pytest.mark.parametrize("country", TABLES)
def test_every_name_leads_to_its_town_however_it_is_written(country: str) -> None:
    for first, *_ in lines(country):
        for name in town_names(country, first):
            ways = (name, name.upper(), name.casefold(), name.replace("-", " "), f" {name}", without_accents(name))
            decomposed = unicodedata.normalize("NFD", name)
            assert {town_key(country, way) for way in (*ways, decomposed)} == {to_key(first)}, name
    assert all(is_id(town_key(country, first)) for first, *_ in lines(country))


@pytest.mark.parametrize("country", TABLES)
def test_readers_of_a_language_are_shown_one_name_however_it_is_written(country: str) -> None:
    for first, *_ in lines(country):
        names = town_names(country, first)
        for lang in COMPLETE:
            assert len({town_name(country, name, lang) for name in names}) == 1
        assert town_name(country, names[-1], "en") == first


@pytest.mark.parametrize("country", TABLES)
def test_a_line_of_the_table_marks_a_language_once_and_says_nothing_twice(country: str) -> None:
    for first, *others in lines(country):
        marks = [re.fullmatch(r"((?:[a-z]{2,3} )*)(.+)", each) for each in others]
        langs = [lang for found in marks if found for lang in found[1].split()]
        assert [lang for lang in langs if not is_language(lang)] == []
        assert len(langs) == len(set(langs)), first
        said = {(lang, found[2]) for found in marks if found for lang in found[1].split() or [""]}
        assert said.isdisjoint((lang, first) for lang in (*COMPLETE, "")), first
        assert {name for lang, name in said if not lang}.isdisjoint(name for lang, name in said if lang), first


def test_the_table_is_complete_in_the_languages_of_the_interface() -> None:
    assert set(COMPLETE) == {"en", "fr", "es"} <= set(languages())


@pytest.mark.parametrize(
    ("country", "name", "english", "french", "spanish"),
    [
        ("BE", "Bruxelles", "Brussels", "Bruxelles", "Bruselas"),
        ("BE", "GAND", "Ghent", "Gand", "Gante"),
        ("NL", "'s-Gravenhage", "The Hague", "La Haye", "La Haya"),
        ("DE", "Koeln", "Cologne", "Cologne", "Colonia"),
        ("FR", "Straßburg", "Strasbourg", "Strasbourg", "Estrasburgo"),
        ("UA", "Львів", "Lviv", "Lviv", "Leópolis"),
        ("FI", "Åbo", "Turku", "Turku", "Turku"),
        ("EG", "القاهرة", "Cairo", "Le Caire", "El Cairo"),
    ],
)
def test_a_town_is_called_as_its_readers_know_it(
    country: str, name: str, english: str, french: str, spanish: str
) -> None:
    assert [town_name(country, name, lang) for lang in COMPLETE] == [english, french, spanish]


@pytest.mark.parametrize("name", ["Exempleville", "Sant Boi", "Приклад", "例", "—", ""])
def test_a_town_the_table_does_not_know_is_itself(name: str) -> None:
    assert (town_key("ES", name), town_name("ES", name, "fr"), town_names("ES", name)) == (to_key(name), name, (name,))
    assert town_key("ES", "Sant-Boi") == town_key("ES", "sant boi")


def test_a_name_is_of_a_town_within_its_country_alone() -> None:
    assert town_key("FR", "Valence") != town_key("ES", "Valence") == "valencia"
    assert town_key("AR", "Córdoba") == town_key("ES", "Córdoba") == "cordoba"
    assert town_name("BE", "Bruxelles", "pt") == "Bruxelas"
    assert town_name("BE", "Gand", "pt") == "Gand"


@pytest.mark.parametrize("lang", ["fr", "es", "de", "it", "nl", "pt"])
def test_the_towns_that_time_zones_are_named_after_have_the_names_that_cldr_has_for_them(lang: str) -> None:
    found = 0
    for zone, country in get_global("zone_territories").items():
        names = town_names(country, zone.rpartition("/")[2].replace("_", " "))
        called = Locale(lang).time_zones.get(zone, {}).get("city", "").partition(" (")[0].replace(SOFT_HYPHEN, "")
        if called and len(names) > 1:
            found += 1
            assert as_compared(called) in map(as_compared, names), (zone, called)
    assert found > 15
