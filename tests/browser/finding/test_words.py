"""Words: which postings they find, and which of them are names of something to filter by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from jobboard.source.slug import base_letters
from tests.browser.finding.board import NOW, SOUGHT
from tests.browser.finding.conftest import Asking
from tests.browser.reader import Reader

Ask, Read = Callable[[str], Asking], Callable[..., Reader]

BLOCKS = ((0x80, 0x180), (0x370, 0x530))
"""Latin-1, Latin Extended-A; Greek, Cyrillic."""
_LETTERS = [chr(code) for block in BLOCKS for code in range(*block) if unicodedata.category(chr(code))[0] == "L"]


def test_letters_are_what_the_generator_makes_of_them(asking: Ask) -> None:
    texts = [*_LETTERS, *(f"a{each}b" for each in _LETTERS), *(each.title for each in SOUGHT)]
    told = dict(zip(texts, asking("en")("(all) => all.map(fold)", texts), strict=True))
    assert {text: (told[text], base_letters(text)) for text in texts if told[text] != base_letters(text)} == {}
    assert len(_LETTERS) > 400


def _titled(*beginnings: str) -> set[str]:
    return {each.id for each in SOUGHT if each.title.startswith(beginnings)}


def _in(country: str, key: str) -> set[str]:
    return {each.id for each in SOUGHT if (country, key) in {(code, town) for code, _, town in each.towns}}


BY_WORDS = {
    "arch": _titled("Archivist"),
    "ARCHIVIST": _titled("Archivist"),
    "rchiv": set(),
    "elbe": _titled("Analyst of the Élbe"),
    "Élbe analyst": _titled("Analyst of the Élbe"),
    "the analyst of elbe": _titled("Analyst of the Élbe"),
    "charge etudes": _titled("Chargé d’études"),
    "œuvre": _titled("Œuvre"),
    "oeuvre": _titled("Œuvre"),
    "fonster": _titled("Fønster"),
    "hauserv": _titled("Häuser"),
    "LODKI": _titled("Inspector"),
    "(wells) diver": _titled("Diver"),
    "well": _titled("Diver") | {each.id for each in SOUGHT if "desk" in each.organisations},
    "url": {each.id for each in SOUGHT if "union" in each.organisations},
    "أكاديمية": {each.id for each in SOUGHT if "academy" in each.organisations},
    "bruselas": _in("BE", "brussels"),
    "Bruxelles": _in("BE", "brussels"),
    "brussel": _in("BE", "brussels"),
    "köln": _in("DE", "cologne"),
    "colonia": _in("DE", "cologne"),
    "old mill": _in("DE", "old-mill"),
    "גנן": {"ltr"},
    "so": {"ltr", "source"},
    "xyzzy": set(),
    "the": _titled("Analyst of the Élbe") | {"source"},
}


@pytest.mark.parametrize("words", BY_WORDS)
def test_words_find_what_begins_with_them(asking: Ask, words: str) -> None:
    found = asking("en").find([(("q", words),)])[0]
    true = BY_WORDS[words]
    if words == "the":  # of words that tell nothing, what they say
        assert set(found) >= true
    elif words == "so":
        assert {"ltr", "source"} <= set(found)
    else:
        assert set(found) == true


def test_marks_alone_ask_for_nothing(asking: Ask) -> None:
    everything, dots = asking("en").find([(), (("q", "… – !"),)])
    assert everything == dots


def _typed(read: Read, board: dict[str, bytes], words: str, path: str = "/jobs/") -> Reader:
    reader = read(board, NOW)
    reader.open(path)
    reader.find("#find-q").fill(words)
    reader.find("#find-q").press("Enter")
    expect(reader.find(".find-count")).to_have_text(re.compile(r"\d"))
    return reader


@pytest.mark.parametrize(
    ("words", "query", "path"),
    [
        ("traineeship Brussels archivist", "q=archivist&kind=traineeship&town=be-brussels", "/jobs/"),
        ("Traineeships culture", "kind=traineeship&topic=culture", "/jobs/"),
        ("call for experts", "kind=call-for-experts", "/jobs/"),
        ("cook of the UNION OF RIVERS & LAKES", "q=cook+of+the&organisation=union", "/jobs/"),
        ("url", "organisation=union", "/jobs/"),
        ("portugal remote", "country=pt&workplace=remote", "/jobs/"),
        ("stage Bruxelles", "kind=traineeship&town=be-brussels", "/fr/jobs/"),
        ("Bruselas prácticas", "kind=traineeship&town=be-brussels", "/es/jobs/"),
        ("belgian", "q=belgian", "/jobs/"),
    ],
)
def test_words_that_name_a_filter_become_it(
    board: dict[str, bytes], read: Read, words: str, query: str, path: str
) -> None:
    reader = _typed(read, board, words, path)
    assert reader.page.url.partition("?")[2] == query
    assert reader.find("[data-part=notice] p:not(.empty *)").count() == (query != "q=belgian" and 1)


def test_they_become_it_once_and_can_be_taken_back(board: dict[str, bytes], read: Read) -> None:
    reader = _typed(read, board, "remote archivist")
    expect(reader.find("[data-part=notice] p").first).to_have_text(
        "“remote” is searched for as a filter: Remote. Search for the word instead"
    )
    reader.find("[data-part=notice] a").first.click()
    expect(reader.find(".chips li").first).to_have_text("“remote archivist” ✕")
    assert reader.page.url.endswith("?q=remote+archivist")
    expect(reader.find("#find-q")).to_have_value("remote archivist")
    reader.find("#find-q").fill("remote archivist traineeship")
    reader.find("#find-q").press("Enter")
    expect(reader.find(".chips li")).to_have_count(3)
    assert reader.page.url.endswith("?q=remote+archivist&kind=traineeship")
