"""The last day to apply, as people write it: in three languages, in every usual form, in every kind of file."""

from __future__ import annotations

import itertools
import re
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
TITLES = {"en": "Policy Officer", "fr": "Chargée de projets", "es": "Técnica de proyectos"}
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


WORDED = (
    (
        "en",
        "Applications must reach us no later than noon (CET) on Friday 12th of March 2027.",
        "2027-03-12 12:00 Europe/Brussels",
    ),
    ("en", "Deadline for applications: 12 March 2027, COB", "2027-03-12"),
    ("en", "The closing date is Friday, 12 March 2027 (23:59 CET).", "2027-03-12 23:59 Europe/Brussels"),
    ("en", "Please apply by 12/03/2027.", "? 2027-03-12"),
    ("en", "Closing date: 5pm on 12 March 2027", "2027-03-12 17:00"),
    ("en", "Closing date: Midday, Monday 15 March 2027", "2027-03-15 12:00"),
    ("en", "Apply before Monday 15 March at 9 am.", "? 2027-03-15 09:00"),
    ("en", "Applications close at 11.59pm on 15th March 2027.", "2027-03-15 23:59"),
    (
        "en",
        "We will accept applications until March 15th, 2027, 6 PM (Brussels time).",
        "2027-03-15 18:00 Europe/Brussels",
    ),
    ("en", "Applications received after 15 March 2027 will not be considered.", "2027-03-15"),
    (
        "en",
        "The deadline for submitting applications has been extended from 1 March 2027 to 15 March 2027.",
        "2027-03-15",
    ),
    ("en", "Deadline: 15 March 2027 (extended from 1 March 2027)", "2027-03-15"),
    ("en", "Extended deadline: 15 March 2027", "2027-03-15"),
    ("en", "Closing date for applications is 15 March 2027 with interviews on 22 March 2027.", "2027-03-15"),
    ("en", "Interviews will be held on 22 March 2027; the closing date is 15 March 2027.", "2027-03-15"),
    (
        "en",
        "Interested candidates should send their CV to a@b.example by 15 March. Interviews: 22 March.",
        "? 2027-03-15",
    ),
    ("en", "Send your application for Project Manager to jobs@b.example by 15 March 2027.", "2027-03-15"),
    ("en", "Deadline: 15.03.2027", "2027-03-15"),
    ("en", "Deadline: 15 Mar 2027 17h00 CET", "2027-03-15 17:00 Europe/Brussels"),
    ("en", "Deadline: end of March 2027", ""),
    ("en", "Deadline: 31st of March, 2027 at 23.59 hrs (GMT+1)", "2027-03-31 23:59+01:00"),
    ("en", "Applications open on 1 February 2027 and close on 15 March 2027.", "2027-03-15"),
    ("en", "Apply from 1 February 2027 to 15 March 2027.", "2027-03-15"),
    ("en", "Application period: 1 February – 15 March 2027", "2027-03-15"),
    ("en", "We look forward to receiving your application by Sunday 14 March 2027 at the latest.", "2027-03-14"),
    ("en", "Deadline: rolling", "? rolling"),
    ("en", "Applications will be reviewed on a rolling basis until the position is filled.", "? rolling"),
    ("en", "Deadline: open until filled", "? rolling"),
    ("en", "The project runs until 31 December 2029.", ""),
    ("en", "Applicants will be informed of the outcome by 15 April 2027.", ""),
    ("en", "You must hold your degree by 15 April 2027.", ""),
    ("en", "Registration for the information session closes on 3 March 2027.", ""),
    ("en", "Deadline for questions: 1 March 2027", ""),
    ("en", "Questions may be sent until 1 March 2027.", ""),
    ("en", "Please submit two references by 20 March 2027 if you are shortlisted.", ""),
    ("en", "Date posted: 1 February 2027", ""),
    ("fr", "Date limite de candidature : avant le 1er avril 2027 minuit", "2027-04-01"),
    ("fr", "Les candidatures sont à adresser avant le 1er avril 2027, minuit, à rh@b.example.", "2027-04-01"),
    ("fr", "Candidatures à envoyer pour le 5 mars 2027 au plus tard à rh@b.example.", "2027-03-05"),
    ("fr", "Merci d’envoyer CV et LM à rh@b.example au plus tard le vendredi 5 mars à 18h.", "? 2027-03-05 18:00"),
    ("fr", "Clôture des candidatures le 05/03/2027 à 23h59", "2027-03-05 23:59"),
    ("fr", "Date limite de réception des candidatures : 5 mars 2027 (cachet de la poste faisant foi)", "2027-03-05"),
    ("fr", "Vous avez jusqu’au 5 mars 2027 inclus pour postuler.", "2027-03-05"),
    ("fr", "Postulez avant le 5/3/27.", "2027-03-05"),
    (
        "fr",
        "Les dossiers de candidature doivent nous parvenir le 5 mars 2027 à 12h00 (heure de Bruxelles) dernier délai.",
        "2027-03-05 12:00 Europe/Brussels",
    ),
    ("fr", "Date limite : 5 mars 2027 - 17h - heure de Paris", "2027-03-05 17:00 Europe/Paris"),
    ("fr", "Les candidatures sont ouvertes du 1er février au 5 mars 2027.", "2027-03-05"),
    (
        "fr",
        "Dépôt des candidatures jusqu’au dimanche 7 mars 2027, 23 h 59, heure de Bruxelles.",
        "2027-03-07 23:59 Europe/Brussels",
    ),
    ("fr", "Candidatures au fil de l’eau, jusqu’à ce que le poste soit pourvu.", "? rolling"),
    ("fr", "Poste à pourvoir au 1er mai 2027. Candidature avant le 15 mars 2027.", "2027-03-15"),
    ("fr", "Le poste est à pourvoir avant le 1er mai 2027.", ""),
    (
        "fr",
        "Les entretiens auront lieu le 22 mars 2027 pour les candidatures reçues avant le 15 mars 2027.",
        "2027-03-15",
    ),
    ("fr", "Les candidats retenus seront convoqués avant le 20 mars 2027.", ""),
    (
        "fr",
        "Envoyez votre candidature au poste de chargé de projets à rh@b.example avant le 5 mars 2027.",
        "2027-03-05",
    ),
    ("fr", "Date limite de dépôt : lundi 8 mars 2027 à midi", "2027-03-08 12:00"),
    ("fr", "Réponse souhaitée avant le 8 mars 2027.", ""),
    ("fr", "Délai de postulation : 8 mars 2027", "2027-03-08"),
    (
        "es",
        "El plazo de presentación finaliza el viernes 5 de marzo de 2027 a las 23:59 h (hora peninsular).",
        "2027-03-05 23:59 Europe/Madrid",
    ),
    (
        "es",
        "Plazo: hasta el viernes 5 de marzo de 2027 a las 23:59 h (hora peninsular)",
        "2027-03-05 23:59 Europe/Madrid",
    ),
    ("es", "Envía tu CV a rrhh@b.example antes del 5 de marzo.", "? 2027-03-05"),
    ("es", "Fecha límite: 5/03/2027", "2027-03-05"),
    ("es", "Plazo de inscripción: del 1 de febrero al 5 de marzo de 2027", "2027-03-05"),
    ("es", "Las solicitudes se admitirán hasta las 14 horas del 5 de marzo de 2027.", "2027-03-05 14:00"),
    ("es", "Último día para presentar solicitudes: 5 de marzo de 2027, 14:00 h", "2027-03-05 14:00"),
    (
        "es",
        "Las candidaturas deberán enviarse a más tardar el 5 de marzo de 2027 (medianoche).",
        "2027-03-05",
    ),
    ("es", "Cierre de la convocatoria: 5 de marzo de 2027", "2027-03-05"),
    ("es", "La incorporación está prevista antes del 1 de mayo de 2027.", ""),
    ("es", "Las entrevistas se celebrarán hasta el 20 de marzo de 2027.", ""),
    ("es", "Convocatoria abierta hasta cubrir la plaza.", "? rolling"),
    ("es", "Se recibirán candidaturas hasta el 5 de marzo, inclusive.", "? 2027-03-05"),
    (
        "es",
        "Manda tu candidatura como técnico de proyectos a rrhh@b.example antes del 5 de marzo de 2027.",
        "2027-03-05",
    ),
    ("es", "Fin del plazo: 5 de marzo de 2027", "2027-03-05"),
)
"""Language, words, and what is read of them: a day, an hour, a zone; behind a `?` for the author to take."""


@pytest.mark.parametrize(("lang", "words", "wanted"), WORDED, ids=[words[:50] for _, words, _ in WORDED])
def test_a_last_day_is_read_as_people_word_it(lang: str, words: str, wanted: str, content: Path) -> None:
    draft = draft_from(content, f"{TITLES[lang]}\n\n{WORDS[lang]}\n\n{words}\n".encode(), "txt")
    fields, doubted = (
        fields_of(draft),
        re.findall(r"^# deadline: (?!.* )(.*)$|^# deadline: (\"2.*)$", draft, re.MULTILINE),
    )
    given = fields.get("deadline", "") or "".join(f"? {plain or timed}" for plain, timed in doubted)
    assert f"{given.replace(chr(34), '')} {fields.get('timezone', '')}".strip() == wanted
