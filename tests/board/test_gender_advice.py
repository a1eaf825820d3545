"""Titles that name one gender: more than sixty of each language, most of which nobody may be bothered about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.test_sites_advised import advice_on_one

from jobboard.source.language import one_gender
from jobboard.source.language.one_gender import one_gender_in


def titles() -> Iterator[tuple[str, str, str]]:
    """(language, title, the word that is advised against, or nothing)."""
    for line in Path(__file__).with_name("titles.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            lang, title, *word = line.split(" | ")
            yield lang, title, word[0] if word else ""


TITLES = [*titles()]


def test_there_are_many_titles_in_each_language_and_most_are_for_everybody() -> None:
    number, advised = (Counter(lang for lang, _, word in TITLES if word or every) for every in (True, False))
    assert set(number) == {"en", "fr", "es"}
    assert all(number[lang] >= 60 and 20 <= advised[lang] < number[lang] / 2 for lang in number)


@pytest.mark.parametrize(("lang", "title", "word"), TITLES)
def test_a_title_is_advised_against_if_it_names_one_gender_and_never_else(lang: str, title: str, word: str) -> None:
    found = one_gender_in(title, lang)
    assert (found.word if found else "") == word


@pytest.mark.parametrize(("lang", "title", "word"), [each for each in TITLES if each[2]])
def test_what_is_to_be_written_instead_is_for_everybody(lang: str, title: str, word: str) -> None:
    found = one_gender_in(title, lang)
    assert found is not None
    assert one_gender_in(title.replace(word, found.written), lang) is None


@pytest.mark.parametrize("lang", ["de", "nl", "it", "ca", ""])
def test_of_other_languages_nothing_is_said(lang: str) -> None:
    assert {one_gender_in(title, lang) for _, title, _ in TITLES} == {None}


def test_no_form_stands_for_two_words() -> None:
    for pairs in (one_gender._FRENCH, one_gender._SPANISH):
        forms = pairs.replace("/", " ").split()
        assert len(forms) == len(set(forms))


@pytest.mark.parametrize(
    ("lang", "title", "said"),
    [
        ("en", "Chairman", "title: 'Chairman' names one gender alone; write 'Chair', or both forms\n"),
        ("fr", "Chargé de mission", "title: 'Chargé' names one gender alone; write 'Chargé·e', or both forms\n"),
        ("es", "Técnico de redes", "title: 'Técnico' names one gender alone; write 'Técnico/a', or both forms\n"),
        ("en", "Analyst (m/f/d)", "title: '(m/f/d)' is no part of it; all postings are open to everyone\n"),
        ("fr", "Analyste (H/F)", ""),
        ("de", "Referent (m/w/d)", ""),
    ],
)
def test_a_mark_is_no_part_of_a_title_where_the_words_mean_everybody(
    lang: str, title: str, said: str, tmp_path: Path
) -> None:
    assert advice_on_one(tmp_path, title=f'"{title}"', lang=lang).partition(" ")[2] == said
