"""What the code knows of languages: all it needs for those of the interface, in one place, and open to one more."""

from __future__ import annotations

import ast
import functools
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_type_hints

import pytest

from jobboard.commands.new_questions import QUESTIONS
from jobboard.importing.vacancy import guesses
from jobboard.model.fields.amounts import NUMBER_OR_WORDS
from jobboard.source.catalogue import languages
from jobboard.source.language.tongues import known
from jobboard.source.language.tongues.known import ENGLISH, TONGUES, telling
from jobboard.source.language.tongues.tongue import Patterns, Rare, Tongue, Words
from jobboard.source.problem import Report
from jobboard.source.yaml.tree import Scalar
from jobboard.starter import texts
from tests.helpers import REPOSITORY

PLUGINS = REPOSITORY / "plugins"
FIELDS = get_type_hints(Tongue, include_extras=True)
TWELVE = [
    pytest.param(word, number, id=f"{lang}-{word}")
    for lang, tongue in TONGUES.items()
    for number, words in enumerate(tongue.counts, 1)
    for word in words.split("|")
]
PLAIN = [name for name, type_ in FIELDS.items() if type_ in (Words, tuple[Words, ...])]
NEEDED = [*PLAIN, *(name for name, type_ in FIELDS.items() if type_ == Patterns)]

NEW = """
from jobboard.source.language.tongues import known
from jobboard.source.language.tongues.tongue import Tongue

known.TONGUES["pl"] = Tongue(
    months=tuple("stycznia lutego marca kwietnia maja czerwca lipca sierpnia września".split())
    + ("października", "listopada", "grudnia"),
    weekdays=("poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela"),
    until="do dnia", applying="zgłoszenia", sending="wyślij", something_else="rozmow", at_work="zmiana",
    midnight="północ", pay="pensja", praised="pensja", praise="atrakcyjn", offices="biuro",
    at_sign="małpa", dot="kropka", call="zadzwoń", digits="dwa|trzy|cztery|pięć|osiem|sto", abbreviations="np",
)
"""
FILLED = """
from msgspec.structs import replace
from jobboard.source.language.tongues import known

months = "januar februar märz april mai juni juli august september oktober november dezember"
days = "montag dienstag mittwoch donnerstag freitag samstag sonntag"
known.TONGUES["de"] = replace(
    known.TONGUES["de"], months=tuple(months.split()), weekdays=tuple(days.split()), articles="den|der|dem",
    ordinals=r"\\.", until="bis|spätestens", applying="bewerb", sending="senden", something_else="gespräch",
    at_work="schicht", pay="gehalt", praised="gehalt", praise="attraktive|attraktives", praise_leads=True,
    offices="personal", abbreviations="bzw",
)
"""
ASK = """
from jobboard.outputs.contacts.addresses import addresses_in
from jobboard.outputs.contacts.numbers import numbers_in
from jobboard.outputs.text.sentences import sentences_of
from jobboard.source.language.days import days_in, wrong_weekday
from jobboard.source.language.mentions import mentions_of

body, day, mails, mail, number, aloud, prose = {texts!r}
print([(each.about.value, each.value or each.words) for each in mentions_of(body, 1)])
print([(each.value, wrong_weekday(each, day)) for each in days_in(day)])
print(len(mentions_of(mails, 1)), [*addresses_in(mail)], [*numbers_in(number)], [*numbers_in(aloud)])
print([*sentences_of(prose)])
"""


@pytest.mark.parametrize("lang", languages())
def test_of_a_language_of_the_interface_everything_is_known(lang: str) -> None:
    tongue = TONGUES[lang]
    assert [name for name in NEEDED if not getattr(tongue, name)] == []
    assert (len(tongue.months), len(tongue.weekdays)) == (12, 7)
    assert [*tongue.forms] == [*QUESTIONS]


def test_every_field_is_declared_as_words_patterns_or_rare() -> None:
    others = {name for name, type_ in FIELDS.items() if name not in NEEDED and type_ != Rare}
    assert others == {"alphabet", "praise_leads", "forms"}


@pytest.mark.parametrize("lang", TONGUES)
def test_words_are_in_small_letters_and_no_patterns(lang: str) -> None:
    for name in PLAIN:
        for words in listed(getattr(TONGUES[lang], name)):
            assert words == words.lower(), name
            assert not set(words) & set("()[]{}?*+\\^$"), name


def test_telling_words_are_in_all_others() -> None:
    assert telling("arobase|arroba|arobas|arrobas") == ("arroba", "arobas")


@pytest.mark.parametrize(
    ("tongue", "texts", "understood"),
    [
        (
            NEW,
            (
                *(
                    "Zgłoszenia do dnia 9 kwietnia 2026, północ. Oferujemy: pensja atrakcyjna.",
                    "poniedziałek 9 kwietnia 2026",
                ),
                *("Biuro.pracy@example.org, ada.example@example.org", "ada małpa example kropka org", "zadzwoń 123456"),
                *("dwa trzy cztery pięć osiem sto", "Prace, np. Budowa. Koniec."),
            ),
            [
                "[('last-day', '2026-04-09'), ('midnight', 'północ'), ('pay', 'pensja atrakcyjna')]",
                "[('2026-04-09', ('poniedziałek', 'Thursday'))]",
                "1 [(0, 28)] [(8, 14)] [(0, 30)]",
                "['Prace, np. Budowa.', 'Koniec.']",
            ],
        ),
        (
            FILLED,
            (
                *(
                    "Bewerb bis 9. April 2026, Mitternacht. Wir bieten ein attraktives Gehalt.",
                    "Dienstag, den 9. April 2026",
                ),
                *("personal.hier@example.org, ada.example@example.org", "ada (ät) example punkt org", "Handy 123456"),
                *("zwei drei vier fünf acht null", "Bis 9. April bzw. Mai. Ende."),
            ),
            [
                "[('last-day', '2026-04-09'), ('midnight', 'Mitternacht'), ('pay', 'attraktives Gehalt')]",
                "[('2026-04-09', ('Dienstag', 'Thursday'))]",
                "1 [(0, 26)] [(6, 12)] [(0, 29)]",
                "['Bis 9. April bzw. Mai.', 'Ende.']",
            ],
        ),
    ],
    ids=["new", "filled-in"],
)
def test_a_language_that_is_added_is_understood_everywhere(
    tongue: str, texts: tuple[str, ...], understood: list[str]
) -> None:
    script = tongue + ASK.format(texts=texts)
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, encoding="utf-8", check=True)
    assert ran.stdout.splitlines() == understood


@pytest.mark.parametrize("field", ["months", "weekdays", "digits", "midnight", "until", "around_day", "abbreviations"])
def test_what_is_known_of_a_language_stands_in_its_tongue_alone(field: str) -> None:
    """English apart, in which messages speak; but months and weekdays are no words of messages."""
    every = {word for tongue in TONGUES.values() for word in listed(getattr(tongue, field))}
    english = set() if field in ("months", "weekdays", "digits") else set(listed(getattr(ENGLISH, field)))
    distinct = {word for word in every - english if len(word) > 3}
    assert [(name, text) for name, text, words in said() if len(distinct & words) > 1] == []


def listed(value: str | tuple[str, ...]) -> list[str]:
    return (value if isinstance(value, str) else "|".join(value)).split("|")


@functools.cache
def said() -> list[tuple[str, str, set[str]]]:
    """What the other modules say in quotes, and the words in it.

    Not the posting that `init` writes, which is prose, nor the words that documents are read by: those of all languages
    stand together beside their field.
    """
    apart = {Path(known.__file__).parent, Path(texts.__file__).parent, Path(guesses.__file__).parent}
    modules = [each for each in PLUGINS.rglob("*.py") if each.parent not in apart]
    quoted = [(module.name, text) for module in modules for text in strings(module)]
    return [(name, text, set(re.findall(r"[^\W\d_]+", text.lower()))) for name, text in quoted]


def strings(module: Path) -> Iterator[str]:
    """What a module says in quotes, but for what explains it."""
    nodes = [*ast.walk(ast.parse(module.read_text(encoding="utf-8")))]
    explaining = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in explaining:
            yield node.value


@pytest.mark.parametrize(("word", "number"), TWELVE)
def test_a_number_up_to_twelve_in_words_is_that_number(word: str, number: int) -> None:
    assert {NUMBER_OR_WORDS.parse(Scalar(typed, 1), "positions", Report("")) for typed in (word, word.title())} == {
        number
    }


@pytest.mark.parametrize("text", ["several", "up to three", "one or two", "deux postes", "thirteen"])
def test_other_words_for_a_number_stay_words(text: str) -> None:
    assert NUMBER_OR_WORDS.parse(Scalar(text, 1), "positions", Report("")) == text


@pytest.mark.parametrize("lang", languages())
def test_every_language_of_the_interface_counts_to_twelve(lang: str) -> None:
    assert len(TONGUES[lang].counts) == 12
