"""Which way a language is written, by one rule for every language there is."""

from __future__ import annotations

import pytest
from babel import Locale
from babel.localedata import locale_identifiers

from jobboard.source.direction import direction_of, isolated, isolated_values

RIGHT_TO_LEFT = (
    "ar",
    "ary",
    "arz",
    "ckb",
    "dv",
    "fa",
    "he",
    "ks",
    "nqo",
    "pnb",
    "prs",
    "ps",
    "sd",
    "syr",
    "ug",
    "ur",
    "yi",
)
HEBREW, ARABIC = "עיריית חיפה", "شبكة المدن"


def test_it_is_what_cldr_says_of_every_language_it_knows() -> None:
    names = {"right-to-left": "rtl", "left-to-right": "ltr", "top-to-bottom": "ltr"}
    known = {each: names[Locale.parse(each).character_order] for each in locale_identifiers()}
    assert {each: direction_of(each) for each in known} == known
    assert len(known) > 1000


@pytest.mark.parametrize("lang", RIGHT_TO_LEFT)
def test_languages_written_from_right_to_left_are_known(lang: str) -> None:
    assert direction_of(lang) == "rtl"


@pytest.mark.parametrize(
    ("tag", "direction"),
    [
        ("ar-EG", "rtl"),
        ("az-Arab", "rtl"),
        ("az", "ltr"),
        ("pa-PK", "rtl"),
        ("pa", "ltr"),
        ("ar-Latn", "ltr"),
        ("HE", "rtl"),
        ("iw", "rtl"),
        ("ku-Arab-IQ", "rtl"),
        ("ku", "ltr"),
        ("en-IL", "ltr"),
        ("xx", "ltr"),
        ("", "ltr"),
    ],
)
def test_a_script_or_a_region_in_a_tag_counts(tag: str, direction: str) -> None:
    assert direction_of(tag) == direction


@pytest.mark.parametrize("text", ["CEMR", "Ville d’Évreux", "Αθήνα 2", "Łódź", "北京", "", "12:30", "R&D (EU)"])
def test_words_of_the_same_direction_stay_as_they_are(text: str) -> None:
    assert isolated(text, "en") == text
    assert isolated_values({"name": text, "number": 3}, "fr") == {"name": text, "number": 3}


@pytest.mark.parametrize("text", [HEBREW, ARABIC, f"{HEBREW} (ABC)", "ޖުމްހޫރިއްޔާ", "ߒߞߏ"])
def test_words_of_the_other_direction_are_kept_apart(text: str) -> None:
    assert isolated(text, "en") == f"\u2068{text}\u2069"
    assert isolated_values({"name": text, "city": "Gent"}, "en") == {"name": f"\u2068{text}\u2069", "city": "Gent"}


@pytest.mark.parametrize(("text", "apart"), [(HEBREW, False), ("CEMR", True), ("12:30", False), (f"{HEBREW} 3", False)])
def test_in_a_sentence_from_right_to_left_it_is_the_other_way_round(text: str, *, apart: bool) -> None:
    assert (isolated(text, "he") != text) == apart
