"""What a search finds is what its authors would say it must, for every value of every field and pairs of them."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable
from datetime import datetime

import pytest

from tests.browser.finding.board import SOUGHT
from tests.browser.finding.conftest import Asking
from tests.browser.finding.oracle import VALUES, Query, found, values_of

Ask = Callable[[str], Asking]

RANGES = {
    "pay": [
        *("1000", "3000", "3200", "3201", "4000", "4767", "4768", "99999", "1234gbp", "1235gbp", "5000pln", "1usd"),
        *("3600.01usd", "10401sek", "125000xof", "3000jpy"),
    ],
    "closes": [
        *("2026-04-14..", "2026-04-15..", "..2026-04-14", "..2026-04-15", "2026-04-15..2026-04-15", "2027-02-01.."),
        *("2026-04-16..2026-05-05", "2026-05-06..", "..2026-03-18", "..2026-03-17", "..2026-03-24"),
        "2026-10-25..2026-10-25",
    ],
    "published": [
        *("0d", "1d", "6d", "7d", "8d", "14d", "999d"),
        *("2026-03-02", "2026-03-03", "2026-03-10", "2026-03-16", "2025-12-20"),
    ],
}

EACH: dict[str, list[str]] = {name: values_of(name) for name in VALUES} | {n: [*them] for n, them in RANGES.items()}


def _singles() -> list[Query]:
    return [((name, value),) for name, values in EACH.items() for value in values]


def _pairs(number: int = 4) -> list[Query]:
    """Of every two fields, and of two values of one field where there may be several, some: the same ones each time."""
    chance = random.Random(15)
    pairs: list[Query] = []
    for one, other in itertools.combinations_with_replacement(EACH, 2):
        if one == other in RANGES:
            continue
        pairs += [((one, chance.choice(EACH[one])), (other, chance.choice(EACH[other]))) for _ in range(number)]
    return pairs


def _several(number: int = 60) -> list[Query]:
    """Three to six things of different fields."""
    chance = random.Random(16)
    return [
        tuple((name, chance.choice(EACH[name])) for name in chance.sample([*EACH], chance.randint(3, 6)))
        for _ in range(number)
    ]


@pytest.mark.parametrize("lang", ["en", "fr", "es"])
def test_a_search_finds_what_it_must(asking: Ask, lang: str) -> None:
    queries = [(), *_singles(), *_pairs(), *_several()]
    told = dict(zip(queries, asking(lang).find(queries), strict=True))
    true = {query: found(query, lang) for query in queries}
    assert {query: (told[query], true[query]) for query in queries if told[query] != true[query]} == {}


def test_searches_that_find_nothing_all_or_some_are_all_among_those() -> None:
    sizes = [len(found(query)) for query in (*_singles(), *_pairs(), *_several())]
    assert min(sizes) == 0
    assert sum(0 < size < len(found(())) for size in sizes) > 300
    assert all(found(query) for query in _singles() if query[0][0] in VALUES and query[0][0] != "language")


def test_every_value_of_the_board_is_offered(asking: Ask) -> None:
    offered = asking("en")("Object.fromEntries(Object.entries(asked.fields).map(([name, it]) => [name, it.values]))")
    assert {name: sorted(offered[name]) for name in VALUES} == {
        name: sorted({*values_of(name), *({"example-network"} if name == "organisation" else ())}) for name in VALUES
    }


@pytest.mark.parametrize("lang", ["en", "fr", "es"])
def test_the_number_beside_a_choice_is_what_choosing_it_finds(asking: Ask, lang: str) -> None:
    """Of work from anywhere as of every country, of an organisation as of those below it; of a language with those
    that are chosen already."""
    ask = asking(lang)
    others: list[Query] = [(), *_pairs(1), *_several(10)]
    wrong = {}
    for field in VALUES:
        given = [tuple(each for each in query if each[0] != field) for query in others]
        queries = [[list(each) for each in query] for query in given]
        counts = ask(
            "([field, all]) => all.map((each) => Object.fromEntries(asked.counts(new URLSearchParams(each))[field]"
            ".map((number, place) => [asked.fields[field].values[place], number])))",
            [field, queries],
        )
        for query, told in zip(given, counts, strict=True):
            true = {value: len(found((*query, (field, value)), lang)) for value in told}
            if told != true:
                wrong[field, query] = {
                    value: (told[value], true[value]) for value in told if told[value] != true[value]
                }
    assert wrong == {}


def test_a_further_language_is_counted_with_those_already_spoken(asking: Ask) -> None:
    told = asking("en")(
        "Object.fromEntries(asked.counts(new URLSearchParams('language=en')).language"
        ".map((number, place) => [asked.fields.language.values[place], number]))"
    )
    assert told == {value: len(found((("language", "en"), ("language", value)))) for value in told}
    assert told["fr"] > told["en"]


_INSTANTS = (
    "2026-03-18T22:59:59Z",
    "2026-03-18T23:00:00Z",
    "2026-03-24T11:00:00Z",
    "2026-04-15T11:59:59Z",
    "2026-04-15T12:00:00Z",
    "2026-10-25T00:31:00Z",
    "2027-01-01T00:00:00Z",
)


@pytest.mark.parametrize("now", _INSTANTS)
def test_what_has_closed_since_is_not_found(asking: Ask, now: str) -> None:
    told = asking("en")(
        "(now) => { const then = askedAt(Date.parse(now));"
        " return then.find(new URLSearchParams()).map((row) => then.id(row)); }",
        now,
    )
    assert told == found((), now=datetime.fromisoformat(now))


def test_all_that_is_open_is_found_once(asking: Ask) -> None:
    for lang in ("en", "fr", "es"):
        (told,) = asking(lang).find([()])
        assert len(told) == len(set(told)) == sum(not each.original for each in SOUGHT)
