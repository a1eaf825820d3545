"""Saying a message: values, contexts, plurals, and what a language does to the words beside a value."""

from __future__ import annotations

import pytest

from jobboard.source.catalogue import catalogue_of, mark_as

OPEN = ("%(number)s open posting", "%(number)s open postings")


def test_english_says_what_is_written() -> None:
    assert catalogue_of("en").say("Closed in %(year)s", year=2026) == "Closed in 2026"


def test_what_has_no_translation_is_said_in_english() -> None:
    assert catalogue_of("fr").say("A message nobody wrote") == "A message nobody wrote"
    assert catalogue_of("fr").say_as("nowhere", "A message nobody wrote") == "A message nobody wrote"


def test_a_context_tells_words_apart() -> None:
    french = catalogue_of("fr")
    assert french.say("News") == "Actualités"
    assert french.say_as("kind", "News") == french.say(mark_as("kind", "News")) == "Actualité"


@pytest.mark.parametrize(
    ("lang", "number", "words"),
    [
        ("en", 0, "0 open postings"),
        ("en", 1, "1 open posting"),
        ("en", 1200, "1,200 open postings"),
        ("fr", 0, "0 offre ouverte"),
        ("fr", 1, "1 offre ouverte"),
        ("fr", 1200, "1\u202f200 offres ouvertes"),
        ("es", 0, "0 ofertas abiertas"),
        ("es", 1, "1 oferta abierta"),
        ("es", 12000, "12.000 ofertas abiertas"),
    ],
)
def test_numbers_have_the_plurals_and_the_digits_of_the_language(lang: str, number: int, words: str) -> None:
    assert catalogue_of(lang).say_number(*OPEN, number) == words


@pytest.mark.parametrize(
    ("name", "words"),
    [("CEMR", "Offres ouvertes de CEMR"), ("Eurocities", "Offres ouvertes d’Eurocities")],
)
def test_french_contracts_before_a_vowel(name: str, words: str) -> None:
    assert catalogue_of("fr").say("Open postings of %(name)s", name=name) == words
