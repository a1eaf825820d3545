"""The form of each kind: all of its declaration is in it, and what it refuses the check refuses."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from jobboard.board.site import WritingForm
from jobboard.model.fields.field import FieldType, declarations
from jobboard.model.fields.input import Input
from jobboard.model.fields.record import parse_record
from jobboard.model.kinds import RECORDS
from jobboard.outputs.form.conditions import ANY, Rule, rules_of
from jobboard.outputs.form.description import KIND_NAMES, PATTERNS, described
from jobboard.outputs.form.labels import LABELS
from jobboard.source.guides import guide_in
from jobboard.source.kinds import COMMANDS
from jobboard.source.problem import Level, Report
from jobboard.source.yaml.front_matter import parse_front_matter
from jobboard.source.yaml.tree import Mapping, Node, Pair, Scalar, Sequence
from tests.helpers import SITE, at, build_site, make_organisation, make_posting, write_site

TWO = replace(SITE, languages=("en", "fr"), form=WritingForm())
FILES = {"organisations/cemr.md": make_organisation(name="Examples"), "postings/x.md": make_posting()}


def all_records() -> list[type]:
    found: list[type] = []
    todo = [RECORDS[folder] for folder in KIND_NAMES]
    while todo:
        record = todo.pop()
        if record not in found:
            found.append(record)
            todo += [each.type.record for each in declarations(record).values() if each.type.record]
    return found


def sample(type_: FieldType[Any], example: str) -> Node:
    fields = parse_front_matter(f"it: {example}", 1, Report(""))
    assert fields is not None
    return fields.entries[0].value


def check(record: type, entries: dict[str, Node]) -> set[tuple[str, str]]:
    """What the validator says of these fields: (field, code)."""
    report = Report("")
    given = {name: "" for name in ("id", "path") if name in record.__dataclass_fields__}  # type: ignore[attr-defined]
    parse_record(record, Mapping(tuple(Pair(name, 1, node) for name, node in entries.items()), 1), report, **given)
    return {(each.field, each.said.code) for each in report if each.level is Level.PROBLEM}


def refused(rules: tuple[Rule, ...], entries: dict[str, Node]) -> set[tuple[str, str]]:
    """What the form says of them."""

    def holds(field: str, value: str) -> bool:
        node = entries.get(field)
        return node is not None and (value == ANY or (isinstance(node, Scalar) and node.text == value))

    return {
        (rule.said.field, rule.said.said.code)
        for rule in rules
        if all(holds(*each) for each in rule.when) and not any(holds(*each) for each in rule.unless)
    }


def test_all_that_new_writes_can_be_written_by_the_form() -> None:
    assert set(KIND_NAMES) == set(COMMANDS.values())


@pytest.mark.parametrize("folder", KIND_NAMES)
def test_every_field_of_a_kind_is_asked_for_under_a_label(folder: str) -> None:
    form = described(SITE, folder)
    assert [each["name"] for each in form["records"][form["record"]]["fields"]] == [*declarations(RECORDS[folder])]
    for name, record in form["records"].items():
        for field in record["fields"]:
            assert field["label"], (name, field)
            assert field["asked"] in list(Input)
            assert field.get("record", name) in form["records"]


def test_labels_are_of_fields_and_every_field_has_one() -> None:
    assert {name for record in all_records() for name in declarations(record)} == set(LABELS)


@pytest.mark.parametrize("record", all_records(), ids=lambda each: each.__name__)
def test_the_form_says_of_fields_together_what_the_check_says_and_nothing_else(record: type) -> None:
    """Any fields, filled in as their examples do; but for what hangs on their values."""
    chance, rules = random.Random(record.__name__), rules_of(record)
    declared = declarations(record)
    for _ in range(60):
        names = chance.sample([*declared], chance.randint(0, min(len(declared), 6)))
        entries = {name: sample(declared[name].type, declared[name].example) for name in names}
        for name in names:
            if declared[name].type.asked is Input.CHOICE:
                entries[name] = Scalar(chance.choice(declared[name].type.schema["enum"]), 1)
        said = refused(rules, entries)
        assert said <= check(record, entries), names
        assert {each for each in said if each[1] == "field-missing"} == {
            each for each in check(record, entries) if each[1] == "field-missing" and "." not in each[0]
        } or "file" in names, names


def texts(type_: FieldType[Any], node: Node) -> Iterator[tuple[FieldType[Any], str]]:
    """The values of an example, each with its type."""
    if isinstance(node, Scalar):
        yield (type_.items[0] if type_.asked is Input.LIST else type_), node.text
    elif isinstance(node, Sequence):
        for each in node.items:
            yield from texts(type_.items[0], each)


def test_patterns_take_every_example() -> None:
    number = 0
    for record in all_records():
        for name, each in declarations(record).items():
            for type_, text in texts(each.type, sample(each.type, each.example)):
                if pattern := PATTERNS.get(type_.asked):
                    assert re.fullmatch(pattern, text), (record, name)
                    number += 1
    assert number > 20


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return build_site(write_site(tmp_path_factory.mktemp("form") / "content", FILES), site=TWO)


@pytest.mark.parametrize("prefix", ["", "fr/"])
def test_every_edition_has_the_form_and_every_page_leads_there(prefix: str, site: dict[str, bytes]) -> None:
    assert f'href="/{prefix}write/"'.encode() in site[f"{prefix}jobs/index.html"]
    assert b'content="noindex"' in site[f"{prefix}write/index.html"]
    names = json.loads(site[f"{prefix}write/names.json"])
    assert ["cemr", "Examples"] in names["organisations"]


def test_it_says_what_check_says_in_the_language_of_its_edition(site: dict[str, bytes]) -> None:
    def said(prefix: str) -> list[str]:
        form = json.loads(site[f"{prefix}write/postings.json"])
        return [each["text"] for each in form["records"]["Posting"]["rules"]]

    assert said("")[0] == "missing; every item has a title"
    assert said("fr/")[0] == "manque\xa0; chaque élément a un titre"


def test_it_depends_on_no_item(site: dict[str, bytes], tmp_path: Path) -> None:
    files = {**FILES, "postings/x.md": None, "postings/y.md": make_posting(title="Another")}
    again = build_site(write_site(tmp_path / "content", files), at("2026-03-20 12:00"), site=TWO)
    written = {path for path in site if "write/" in path}
    assert len(written) == 2 * (4 + len(guide_in("en").pictures) + len(KIND_NAMES))
    assert {path: site[path] for path in written} == {path: again[path] for path in written}


def test_there_is_none_unless_it_is_asked_for(tmp_path: Path) -> None:
    built = build_site(write_site(tmp_path / "content", FILES), site=replace(TWO, form=None))
    assert [path for path, data in built.items() if "write" in path.split("/") or b'/write/"' in data] == []
