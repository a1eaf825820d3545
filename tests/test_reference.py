"""The reference says what the models say."""

from __future__ import annotations

import pytest

from jobboard.model.fields.field import declarations
from jobboard.model.kinds import RECORDS
from jobboard.model.reference import render_reference
from jobboard.source.problem import Report
from jobboard.source.yaml.front_matter import parse_front_matter
from tests.helpers import REPOSITORY


def test_the_reference_in_docs_is_the_one_the_models_give() -> None:
    folder = REPOSITORY / "docs" / "reference"
    assert render_reference() == {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


FIELDS = [
    pytest.param(declaration.type, name, declaration.example, id=f"{record.__name__}.{name}")
    for record in RECORDS.values()
    for name, declaration in declarations(record).items()
]


@pytest.mark.parametrize(("type_", "name", "example"), FIELDS)
def test_every_example_in_the_reference_is_valid(type_: object, name: str, example: str) -> None:
    report = Report("x")
    tree = parse_front_matter(f"{name}: {example}", 1, report)
    assert tree is not None
    assert type_.parse(tree.entries[0].value, name, report) is not None
    assert list(report) == []
