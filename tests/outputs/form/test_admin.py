"""The configuration of Decap and Sveltia: every field of every kind, as their format has it.

`python -m tests.outputs.form.test_admin` writes the expected file anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from jobboard.board.site import WritingForm
from jobboard.model.fields.field import declarations
from jobboard.model.kinds import RECORDS
from jobboard.outputs.form.admin import admin_config
from jobboard.outputs.form.description import KIND_NAMES
from jobboard.settings.form import repository_at
from tests.helpers import SITE

EXPECTED = Path(__file__).with_name("admin-config.yml")
WIDGETS = {"string", "text", "select", "list", "object", "relation", "file", "markdown"}
"""Those of theirs that are used: https://decapcms.org/docs/widgets/."""


def config() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(admin_config(SITE))
    return found


def all_fields(fields: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for each in fields:
        yield each
        yield from all_fields([*each.get("fields", []), *([each["field"]] if "field" in each else [])])


def test_it_is_what_was_reviewed() -> None:
    assert admin_config(SITE) == EXPECTED.read_text("utf-8"), "run python -m tests.outputs.form.test_admin"


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_every_field_of_a_kind_is_there_and_nothing_can_be_deleted(kind: str) -> None:
    collection = next(each for each in config()["collections"] if each["name"] == kind)
    assert [each["name"] for each in collection["fields"]] == [*declarations(RECORDS[kind]), "body"]
    assert (collection["delete"], collection["folder"]) == (False, f"content/{kind}")
    for each in all_fields(collection["fields"]):
        assert each["widget"] in WIDGETS
        assert {"name", "label"} <= each.keys()


def test_what_must_be_there_is_asked_for() -> None:
    postings = config()["collections"][0]["fields"]
    assert [each["name"] for each in postings if each["required"]] == ["title", "published"]


@pytest.mark.parametrize(
    ("address", "backend"),
    [
        ("https://github.com/example/board", {"name": "github", "repo": "example/board", "branch": "main"}),
        (
            "https://gitlab.example.org/a/b/c/-/tree/trunk",
            {"name": "gitlab", "repo": "a/b/c", "branch": "trunk", "base_url": "https://gitlab.example.org"},
        ),
    ],
)
def test_the_repository_is_that_of_the_settings(address: str, backend: dict[str, str]) -> None:
    form = WritingForm(repository=repository_at(address, "board/content"))
    found = yaml.safe_load(admin_config(replace(SITE, form=form)))
    assert (found["backend"], found["media_folder"]) == (backend, "board/content/images")


if __name__ == "__main__":
    EXPECTED.write_text(admin_config(SITE), encoding="utf-8")
