"""Lists, one-or-several, mappings by a code, and nested records: numbering, limits, and every problem at once."""

from __future__ import annotations

import time
from typing import Any

import pytest

from jobboard.model.fields.field import FieldType
from jobboard.model.fields.lists import list_of, one_or_several
from jobboard.model.fields.mappings import mapping_by
from jobboard.model.fields.record import parse_record
from jobboard.model.fields.values import COUNTRY, ID, LANGUAGE, LINE, one_of
from jobboard.model.parts.general import CONTACT, PLACE, Place
from jobboard.model.parts.languages import LanguageLevel
from jobboard.model.posting import Posting
from jobboard.source.problem import Report
from jobboard.source.yaml.front_matter import parse_front_matter
from tests.helpers import lines_of

LANGUAGES = mapping_by(LANGUAGE, one_of(LanguageLevel), "languages with a level, like {en: fluent}")
LEVELS = "expected one of native, fluent, professional, working, basic, asset, A1, A2, B1, B2, C1, C2"
HUNDRED = tuple(f"a{number}" for number in range(100))
NO_ID = (
    "expected an id like data-analyst, found '{}'; "
    "an id is a file name without '.md': lower-case letters, digits and hyphens"
)


def _parse(type_: FieldType[Any], typed: str) -> tuple[Any, list[str]]:
    report = Report("x.md")
    tree = parse_front_matter(f"field: {typed}", 1, report)
    assert tree is not None, lines_of(report)
    return type_.parse(tree.entries[0].value, "field", report), lines_of(report)


@pytest.mark.parametrize(
    ("type_", "typed", "expected"),
    [
        pytest.param(list_of(ID), "[a, b]", ("a", "b"), id="list"),
        pytest.param(list_of(ID), "\n  - a\n  - b", ("a", "b"), id="list-of-lines"),
        pytest.param(list_of(ID), f"[{', '.join(HUNDRED)}]", HUNDRED, id="a-hundred"),
        pytest.param(one_or_several(ID), "a", ("a",), id="one"),
        pytest.param(one_or_several(ID), "[a]", ("a",), id="list-of-one"),
        pytest.param(
            one_or_several(PLACE), "{city: Oslo, country: NO}", (Place(city="Oslo", country="NO"),), id="one-record"
        ),
        pytest.param(
            LANGUAGES,
            "{fr: C1, en: asset}",
            (("fr", LanguageLevel.C1), ("en", LanguageLevel.ASSET)),
            id="mapping-in-order",
        ),
    ],
)
def test_several_values_are_taken_in_the_authors_order(type_: FieldType[Any], typed: str, expected: Any) -> None:
    assert (expected, []) == _parse(type_, typed)


@pytest.mark.parametrize(
    ("type_", "typed", "expected"),
    [
        pytest.param(list_of(ID), "[]", ["1: field: the list is empty; give a value or delete the line"], id="empty"),
        pytest.param(
            list_of(ID), "", ["1: field: expected a list, found nothing; begin each item with '- '"], id="nothing"
        ),
        pytest.param(list_of(ID), "a", ["1: field: expected a list, found 'a'; write [a]"], id="one"),
        pytest.param(
            list_of(LINE),
            "{a: b}",
            ["1: field: expected a list, found fields of its own; begin each item with '- '"],
            id="mapping",
        ),
        pytest.param(list_of(ID), "[A]", [f"1: field: {NO_ID.format('A')}: a"], id="only-item-without-number"),
        pytest.param(
            list_of(ID),
            "\n  - A\n  - b\n  - C",
            [f"2: field.1: {NO_ID.format('A')}: a", f"4: field.3: {NO_ID.format('C')}: c"],
            id="each-item-with-number-and-line",
        ),
        pytest.param(
            one_or_several(COUNTRY),
            "[BE, [FR]]",
            ["1: field.2: expected a country code like BE (ISO 3166-1), found a list; write FR"],
            id="list-in-a-list",
        ),
        pytest.param(
            one_or_several(PLACE),
            "Ghent",
            [
                (
                    "1: field: expected a country, with the city or region in it, found 'Ghent'; "
                    "write {city: Ghent, country: …}"
                )
            ],
            id="words-for-a-record",
        ),
        pytest.param(
            one_or_several(PLACE),
            "[{city: Ghent}]",
            ["1: field.1.country: missing; a place names a country, like BE"],
            id="only-record-with-number",
        ),
        pytest.param(
            list_of(PLACE),
            "\n  - {city: Ghent, country: BE, zip: 9000}\n  - country: be\n    street: []",
            [
                "2: field.1.zip: unknown field; write postcode: 9000",
                "3: field.2.country: expected a country code like BE (ISO 3166-1), found 'be'; write BE",
                "4: field.2.street: expected a line of text, found a list; put quotes around a text that begins with [",
                "3: field.2.city: missing; a street is in a town: name it, like city: Brussels",
            ],
            id="everything-wrong-with-two-records",
        ),
        pytest.param(
            list_of(CONTACT),
            "[{name: Ada}]",
            ["1: field.1.email: missing; a contact has an email or a phone"],
            id="contact",
        ),
        pytest.param(
            LANGUAGES,
            "",
            ["1: field: expected languages with a level, like {en: fluent}, found nothing"],
            id="no-mapping",
        ),
        pytest.param(
            LANGUAGES,
            "{}",
            ["1: field: expected languages with a level, like {en: fluent}, found nothing"],
            id="empty-mapping",
        ),
        pytest.param(
            LANGUAGES,
            "[en, fr]",
            ["1: field: expected languages with a level, like {en: fluent}, found a list"],
            id="list-for-a-mapping",
        ),
        pytest.param(
            LANGUAGES,
            "\n  english: fluent\n  fr: very good",
            [
                "2: field: expected a language code like fr (ISO 639-1), found 'english'; write en",
                f"3: field.fr: {LEVELS}, found 'very good'",
            ],
            id="key-and-value",
        ),
    ],
)
def test_every_mistake_among_several_values_is_reported(type_: FieldType[Any], typed: str, expected: list[str]) -> None:
    assert (None, expected) == _parse(type_, typed)


@pytest.mark.parametrize(
    ("type_", "typed", "expected"),
    [
        pytest.param(
            list_of(ID),
            "[culture, culture]",
            ["1: field.2: 'culture' is given twice; keep one of them"],
            id="twice",
        ),
        pytest.param(
            one_or_several(COUNTRY),
            "\n  - BE\n  - FR\n  - BE\n  - BE",
            ["4: field.3: 'BE' is given twice; keep one of them", "5: field.4: 'BE' is given twice; keep one of them"],
            id="three-times",
        ),
        pytest.param(
            list_of(ID),
            "[a, B, a]",
            [f"1: field.2: {NO_ID.format('B')}: b", "1: field.3: 'a' is given twice; keep one of them"],
            id="beside-another-mistake",
        ),
    ],
)
def test_a_value_given_twice_in_a_list_is_a_problem(type_: FieldType[Any], typed: str, expected: list[str]) -> None:
    assert (None, expected) == _parse(type_, typed)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("languages: {" + ", ".join(f"englsh{number}: x" for number in range(1000)) + "}", id="languages"),
        pytest.param("\n".join(f"titel{number}: x" for number in range(2000)), id="unknown-fields"),
        pytest.param("applicants_from: [" + ", ".join(["Belgum"] * 100) + "]", id="countries"),
    ],
)
def test_a_thousand_mistakes_are_reported_without_delay(text: str) -> None:
    report = Report("x.md")
    tree = parse_front_matter(text, 2, report)
    assert tree is not None
    started = time.process_time()
    assert parse_record(Posting, tree, report, id="x", path="x.md") is None
    assert time.process_time() - started < 1


@pytest.mark.parametrize(("count", "is_taken"), [(1000, True), (1001, False)])
def test_a_list_too_long_for_a_page_is_refused(count: int, is_taken: bool) -> None:
    value, said = _parse(list_of(LINE), f"[{', '.join(f'a{number}' for number in range(count))}]")
    assert (value is not None) == is_taken
    if not is_taken:
        assert "1,001 items, of 1,000 at most; shorten the list, or attach it as a file" in said[0]
