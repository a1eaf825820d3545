"""What is offered and said at a place, over all kinds and fields."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest

from jobboard.language_server.completion import OfferedText, offers_at
from jobboard.language_server.hover import hover
from jobboard.language_server.known import Nameable
from jobboard.model.fields.field import declarations
from jobboard.model.fields.input import Input
from jobboard.model.kinds import RECORDS
from jobboard.model.texts import codes
from jobboard.source.content.folder import TOPICS
from tests.helpers import SITE

KNOWN = Nameable(
    SITE,
    {
        **{folder: {f"an-item-of-{folder}": f"An item of {folder}"} for folder in RECORDS},
        TOPICS: {"culture": "Culture", "mobility": "Mobility"},
    },
    ("images/desk.jpg",),
)


def offers(folder: str, text: str) -> list[OfferedText]:
    """What is offered where `|` stands."""
    before = text[: text.index("|")].split("\n")
    return offers_at(folder, text.replace("|", "").split("\n"), len(before) - 1, len(before[-1]), KNOWN)


def labels(folder: str, text: str) -> list[str]:
    return [each.label for each in offers(folder, text)]


def every_field() -> Iterator[tuple[str, str]]:
    yield from ((folder, name) for folder, record in RECORDS.items() for name in declarations(record))


@pytest.mark.parametrize("folder", RECORDS)
def test_all_fields_that_are_not_there_are_offered_the_required_ones_first(folder: str) -> None:
    declared = declarations(RECORDS[folder])
    found = offers(folder, "---\n|\n---\n")
    required = [name for name, each in declared.items() if each.required]
    assert {each.label for each in found} == set(declared)
    assert [each.label for each in found][: len(required)] == required
    assert all(each.help for each in found)
    for name in declared:
        assert {*labels(folder, f"---\n{name}: x\n|\n---\n")} == set(declared) - {name}
        assert {*labels(folder, f"---\n|\n{name}:\n  x: y\n---\n")} == set(declared) - {name}


@pytest.mark.parametrize(("folder", "name"), list(every_field()))
def test_every_field_says_what_the_reference_says_and_offers_what_it_takes(folder: str, name: str) -> None:
    declared = declarations(RECORDS[folder])[name]
    shown = hover(folder, ["---", f"{name}: ", "---"], 1, 1, KNOWN)
    assert shown is not None
    assert f"{name}: {declared.example}" in shown.text
    found = labels(folder, f"---\n{name}: |\n---\n")
    asked = declared.type.items[0].asked if declared.type.asked is Input.LIST else declared.type.asked
    if asked is Input.CHOICE:
        assert found == [*(declared.type.items or (declared.type,))[0].schema["enum"]]
    is_listed = asked in (Input.COUNTRY, Input.LANGUAGE, Input.YES_OR_NO) or declared.type.refers_to
    assert found or not is_listed


@pytest.mark.parametrize("folder", RECORDS)
def test_the_fields_of_records_are_offered_in_braces_and_below(folder: str) -> None:
    for name, each in declarations(RECORDS[folder]).items():
        if each.type.record is None:
            continue
        inner = [*declarations(each.type.record)]
        assert {*labels(folder, f"---\n{name}: {{|}}\n---\n")} == {*inner}
        assert {*labels(folder, f"---\n{name}: {{{inner[0]}: x, |}}\n---\n")} == {*inner[1:]}
        assert {*labels(folder, f"---\n{name}:\n  {inner[0]}: x\n  |\n---\n")} == {*inner[1:]}


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("organisation: |", "an-item-of-organisations"),
        ("organisation: an-i|", "an-item-of-organisations"),
        ("topics: [|]", "culture"),
        ("topics: [culture, m|]", "culture"),
        ("topics:\n  - m|", "culture"),
        ("topics:\n- |", "culture"),
        ("translation_of: |", "an-item-of-postings"),
        ("deadline: |", "rolling"),
        ("contract: {type: |", "permanent"),
        ("contract:\n  type: |", "permanent"),
    ],
)
def test_values_are_offered_wherever_a_field_may_have_them(text: str, first: str) -> None:
    assert labels("postings", f"---\n{text}\n---\n")[0] == first


def test_codes_are_offered_by_their_names_in_the_editors_language() -> None:
    found = {each.label: each.name for each in offers("postings", "---\nplace: {city: Gent, country: |}\n---\n")}
    assert found.keys() == {*codes.countries()}
    assert found["BE"] == "Belgium"
    french = dataclasses.replace(SITE, lang="fr")
    lines = ["---", "languages: {f", "---"]
    named = {each.label: each.name for each in offers_at("postings", lines, 1, 13, Nameable(french, KNOWN.ids))}
    assert named["fr"] == "Français"


def test_a_value_is_put_in_place_of_the_word_that_is_there() -> None:
    offer = offers("postings", "---\nplace: {country: F|R, city: Lille}\n---\n")[0]
    assert (offer.word.start, offer.word.end, offer.word.text) == (17, 19, "FR")


@pytest.mark.parametrize(
    "text", ["---\ntitle: x\n---\n\nkind: |", "|---\ntitle: x\n---", "kind: |", "---\n# kind: |\n"]
)
def test_nothing_is_offered_outside_of_front_matter(text: str) -> None:
    assert labels("postings", text) == []


@pytest.mark.parametrize(
    ("line", "column", "said"),
    [
        ("organisation: an-item-of-organisations", 20, "**an-item-of-organisations**: An item of organisations"),
        ("place: {country: BE}", 18, "**BE**: Belgium"),
        ("kind: traineeship", 8, "**traineeship**: Traineeship"),
    ],
)
def test_a_code_says_what_it_stands_for(line: str, column: int, said: str) -> None:
    shown = hover("postings", ["---", line, "---"], 1, column, KNOWN)
    assert shown is not None
    assert shown.text == said


def test_nothing_is_said_of_what_is_no_field() -> None:
    assert hover("postings", ["---", "colour_of_hair: x", "---"], 1, 3, KNOWN) is None
    assert hover("postings", ["---", "title: x", "---", "title: y"], 3, 3, KNOWN) is None
