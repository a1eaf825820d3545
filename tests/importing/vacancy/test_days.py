"""The last day to apply, as people write it: in three languages, in every usual form, in every kind of file."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from tests.importing.vacancy.forms import FORMS
from tests.importing.vacancy.judge import draft_from, fields_of

BY = {
    "en": ("Send your application to jobs@northern-towns.example {} please.", "Deadline: {}"),
    "fr": ("Envoyez votre candidature à jobs@northern-towns.example {} au plus tard.", "Date limite : {}"),
    "es": ("Envíe su solicitud a jobs@northern-towns.example {} por favor.", "Fecha límite: {}"),
}
"""Words around a day, in a sentence and as a label."""

DAYS = {
    "en": (
        "12 March 2027",
        "12th March 2027",
        "the 12th of March 2027",
        "March 12, 2027",
        "Friday 12 March 2027",
        "2027-03-12",
    ),
    "fr": ("12 mars 2027", "le vendredi 12 mars 2027", "12/03/2027", "12.03.2027", "2027-03-12"),
    "es": ("12 de marzo de 2027", "el viernes 12 de marzo de 2027", "12/03/2027", "12-03-2027", "2027-03-12"),
}
HOURS = {
    "en": {
        "": "",
        " at 17:00": " 17:00",
        ", 5 p.m.": " 17:00",
        " at 5:30 pm": " 17:30",
        " at noon": " 12:00",
        " at midnight": "",
    },
    "fr": {
        "": "",
        " à 17h00": " 17:00",
        " à 17 h 30": " 17:30",
        " à 17h": " 17:00",
        " à midi": " 12:00",
        " à minuit": "",
    },
    "es": {"": "", " a las 17:00": " 17:00", " a las 17.30 h": " 17:30", " a mediodía": " 12:00", " a medianoche": ""},
}
ZONES = {
    "en": {"": "", " (Brussels time)": "Europe/Brussels", " CET": "Europe/Brussels", " Lisbon time": "Europe/Lisbon"},
    "fr": {"": "", " (heure de Bruxelles)": "Europe/Brussels", " heure de Paris": "Europe/Paris"},
    "es": {"": "", " (hora de Madrid)": "Europe/Madrid", " hora de Bruselas": "Europe/Brussels"},
}
BEFORE = {"en": "before", "fr": "avant", "es": "antes del"}
WORDS = {
    "en": "We are the Northern Towns Alliance and you will work with all of our towns for the good of the people.",
    "fr": "Nous sommes la Northern Towns Alliance et vous travaillez avec nous pour le bien de toutes les villes.",
    "es": "Somos la Northern Towns Alliance y el puesto es para trabajar con todos los pueblos de la red en su bien.",
}
CASES = [(lang, day, hour) for lang in DAYS for day, hour in itertools.product(DAYS[lang], HOURS[lang])]


@pytest.mark.parametrize(("lang", "day", "hour"), CASES, ids=[f"{lang} {day}{hour}" for lang, day, hour in CASES])
def test_a_last_day_is_read_in_a_sentence_and_at_a_label(lang: str, day: str, hour: str, content: Path) -> None:
    written = f"2027-03-12{HOURS[lang][hour]}"
    in_words, at_label = BY[lang]
    for words in (in_words.format(f"{BEFORE[lang]} {day}{hour}"), at_label.format(f"{day}{hour}")):
        draft = draft_from(content, f"Policy Officer\n\n{WORDS[lang]}\n\n{words}\n".encode(), "txt")
        assert fields_of(draft).get("deadline", "").strip('"') == written, words
        assert ("midnight" in draft or "minuit" in draft or "medianoche" in draft) == (HOURS[lang][hour] == "" != hour)


ZONED = [(lang, zone) for lang in ZONES for zone in ZONES[lang]]


@pytest.mark.parametrize(("lang", "zone"), ZONED, ids=[f"{lang}{zone}" for lang, zone in ZONED])
@pytest.mark.parametrize("form", FORMS)
def test_the_zone_of_an_hour_is_kept_whatever_the_file(lang: str, zone: str, form: str, content: Path) -> None:
    hour = next(each for each, meant in HOURS[lang].items() if meant == " 17:00")
    words = BY[lang][1].format(f"{DAYS[lang][0]}{hour}{zone}")
    blocks = (("h1", "Policy Officer"), ("p", WORDS[lang]), ("p", words))
    fields = fields_of(draft_from(content, FORMS[form](blocks), form))
    assert fields["deadline"] == '"2027-03-12 17:00"'
    assert fields.get("timezone", "") == ZONES[lang][zone]


OTHERS = (
    "Interviews will be held on 12 March 2027.",
    "The contract starts on 12 March 2027.",
    "You will hear from us before 12 March 2027.",
    "Les entretiens auront lieu avant le 12 mars 2027.",
    "La incorporación será antes del 12 de marzo de 2027.",
    "The project ends on 12 March 2027.",
    "Applications will be reviewed from 12 March 2027.",
)


@pytest.mark.parametrize("words", OTHERS)
def test_another_day_is_no_deadline(words: str, content: Path) -> None:
    draft = draft_from(content, f"Policy Officer\n\n{WORDS['en']}\n\n{words}\n".encode(), "txt")
    assert "deadline" not in fields_of(draft)
    assert "# deadline: not found" in draft


def test_a_day_in_figures_that_may_be_two_is_for_the_author_to_take(content: Path) -> None:
    draft = draft_from(content, f"Policy Officer\n\n{WORDS['en']}\n\nDeadline: 03/04/2027\n".encode(), "txt")
    assert "deadline" not in fields_of(draft)
    assert "# deadline: 2027-04-03\n" in draft
    assert "it may be 2027-04-03 or 2027-03-04" in draft


def test_a_day_without_its_year_is_for_the_author_to_take(content: Path) -> None:
    draft = draft_from(content, f"Policy Officer\n\n{WORDS['en']}\n\nDeadline: 3 April\n".encode(), "txt")
    assert "# deadline: 2027-04-03\n" in draft
    assert "no year is written" in draft


def test_a_day_that_is_over_is_written_as_it_was_found(content: Path) -> None:
    draft = draft_from(content, f"Policy Officer\n\n{WORDS['en']}\n\nDeadline: 3 April 2024\n".encode(), "txt")
    assert fields_of(draft)["deadline"] == fields_of(draft)["published"] == "2024-04-03"
    assert "(it is over)" in draft


def test_a_weekday_that_is_another_days_is_said(content: Path) -> None:
    draft = draft_from(content, f"Policy Officer\n\n{WORDS['en']}\n\nDeadline: Monday 3 April 2027\n".encode(), "txt")
    assert "(it says Monday, and that day is a Saturday)" in draft
