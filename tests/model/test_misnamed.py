"""The names people write for a field: each leads to one that there is, and what is proposed is taken."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest

from jobboard.model.fields.field import Declaration, declarations
from jobboard.model.fields.misnamed import hint_on_name, target_of
from jobboard.model.kinds import RECORDS
from jobboard.source.problem import Report
from jobboard.source.yaml.front_matter import parse_front_matter
from jobboard.source.yaml.tree import Mapping, Pair


def _records() -> dict[str, type]:
    """Every record of the model, those within others too."""
    found: dict[str, type] = {}

    def add(record: type) -> None:
        if record.__name__ not in found:
            found[record.__name__] = record
            for each in declarations(record).values():
                if each.type.record is not None:
                    add(each.type.record)

    for record in RECORDS.values():
        add(record)
    return found


ALL = _records()


def _names() -> Iterator[tuple[type, str, Declaration, str]]:
    for record in ALL.values():
        for name, declaration in declarations(record).items():
            for other in (*declaration.also, *declaration.switches):
                yield record, name, declaration, other


def _tree(text: str) -> Mapping:
    tree = parse_front_matter(text, 1, Report(""))
    assert tree is not None
    return tree


@pytest.mark.parametrize("record", ALL.values(), ids=ALL)
def test_a_name_people_write_is_no_field_of_its_own_there(record: type) -> None:
    own = declarations(record).keys()
    clashes = {other for cls, _, _, other in _names() if cls is record} & own
    assert clashes == set()


@pytest.mark.parametrize("record", ALL.values(), ids=ALL)
def test_every_name_people_write_leads_to_a_field_that_there_is(record: type) -> None:
    for cls, _, declaration, other in _names():
        if cls is not record:
            continue
        entry = Pair(other, 2, _tree(f"{other}: {declaration.example}").entries[0].value)
        assert target_of(other, cls, ()) in declarations(cls)
        hint = str(hint_on_name(entry, None, cls, (), is_nested=False))
        assert hint.startswith(("write ", "this is "))
        assert hint.split()[1].rstrip(":").strip("'") in declarations(cls), (other, hint)


@pytest.mark.parametrize("record", ALL.values(), ids=ALL)
def test_a_fields_own_example_under_another_name_is_proposed_as_it_is_taken(record: type) -> None:
    for cls, name, declaration, other in _names():
        if cls is not record or other in declaration.switches:
            continue
        others = [each for each in declarations(cls) if each != name]
        entry = Pair(other, 2, _tree(f"{other}: {declaration.example}").entries[0].value)
        hint = str(hint_on_name(entry, None, cls, others, is_nested=False))
        assert hint.startswith(f"write {name}: "), (other, hint)
        report = Report("")
        value = _tree(hint.removeprefix("write ")).entries[0].value
        assert declaration.type.parse(value, name, report) is not None, (hint, report.problems)


def test_what_a_switch_stands_for_is_a_value_of_its_field() -> None:
    for record in ALL.values():
        for name, declaration in declarations(record).items():
            for word in declaration.switches.values():
                value = _tree(f"{name}: {word}").entries[0].value
                assert declaration.type.parse(value, name, Report("")) is not None, (name, word)


def test_a_declaration_names_every_other_name_once() -> None:
    for record in ALL.values():
        for name, each in declarations(record).items():
            assert len(each.also) == len({*each.also}), (record, name)
            assert dataclasses.is_dataclass(record)
