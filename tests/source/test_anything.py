"""Anything at all as a file of the content yields problems, or a site that can be built: never an exception."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from jobboard.model.fields.field import declarations
from jobboard.model.kinds import RECORDS
from jobboard.pipeline.build import build
from jobboard.pipeline.check import Validated, check
from jobboard.source.problem import is_blocking
from tests.helpers import (
    NOW,
    SITE,
    make_event,
    make_introduction,
    make_news,
    make_organisation,
    make_page,
    make_posting,
    project_theme,
    write_site,
)

FILES = {
    "postings/any.md": make_posting(),
    "news/any.md": make_news(),
    "events/any.md": make_event(),
    "organisations/any.md": make_organisation(),
    "pages/any.md": make_page(),
    "topics/any.md": make_introduction(),
    "topics.yaml": "culture: {en: Culture}\nany: {en: Any}\n",
}
HOSTILE = [
    *("---", "\n", "\n---\n", "\t", "\r", "\0", "\x07", "\ufeff", "\u2028", "\u202e", "\ud7ff", "é", "e\u0301", "🚲"),
    *("'", '"', "`", "\\", ": ", "- ", "? ", "|", ">", "&a ", "*a", "!!str ", "<<: ", "{", "}"),
    *("[", "]", "](", "![", "[^1]", "[^1]: ", "#", "%", "@", "~", "<", "</", "<a ", "<!--", "&#7;"),
    *("\\x07", "\\u2028", "https://", "mailto:", "title: ", "deadline: ", "place: ", "culture", "2026-03-31", "24:00"),
]
TEXT = st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=8)), max_size=40).map("".join)
WORDS = ["2026-03-31", "2026-03-31 23:59", "rolling", "anywhere", "BE", "en", "EUR", "https://example.org/", "any", "0"]
NAMES = ["city", "country", "email", "url", "min", "currency", "per", "on", "because", "file", "alt", "name"]
SCALARS = st.one_of(
    TEXT, st.sampled_from(WORDS), st.integers(), st.dates().map(str), st.datetimes(timezones=st.timezones()).map(str)
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.one_of(st.sampled_from(NAMES), TEXT), inner, max_size=4)
    ),
    max_leaves=8,
)


def _check(files: dict[str, str | bytes]) -> Validated:
    with tempfile.TemporaryDirectory() as folder:
        return check(write_site(Path(folder) / "content", files), SITE, NOW)


@pytest.mark.parametrize("path", FILES)
@settings(max_examples=60)
@given(data=st.binary(max_size=400))
def test_any_bytes_as_a_file_are_content_or_a_problem(path: str, data: bytes) -> None:
    checked = _check({**FILES, path: data})
    assert is_blocking(checked.problems) == (checked.board is None)


@pytest.mark.parametrize("path", FILES)
@settings(max_examples=80)
@given(text=TEXT)
def test_any_text_as_a_file_is_content_or_a_problem(path: str, text: str) -> None:
    checked = _check({**FILES, path: text.encode()})
    assert is_blocking(checked.problems) == (checked.board is None)


@pytest.mark.parametrize(
    "path", ["postings/any.md", "news/any.md", "events/any.md", "organisations/any.md", "pages/any.md", "topics/any.md"]
)
@settings(max_examples=100)
@given(body=TEXT)
def test_any_text_as_a_body_is_content_or_a_problem(path: str, body: str) -> None:
    checked = _check({**FILES, path: FILES[path].rsplit("---\n", 1)[0] + "---\n" + body})
    assert is_blocking(checked.problems) == (checked.board is None)


@pytest.mark.parametrize("folder", RECORDS)
@settings(max_examples=120)
@given(data=st.data())
def test_any_value_of_any_field_is_content_or_a_problem(folder: str, data: st.DataObject) -> None:
    names = st.sampled_from(sorted(declarations(RECORDS[folder])))
    fields = data.draw(st.dictionaries(names, VALUES, max_size=5))
    path = f"{folder}/any.md"
    front_matter, body = FILES[path].rsplit("---\n", 1)
    kept = [line for line in front_matter.splitlines() if line.split(":")[0] not in fields]
    text = "\n".join([*kept, *(f"{name}: {_flow(value)}" for name, value in fields.items()), "---", body])
    checked = _check({**FILES, path: text.encode()})
    assert is_blocking(checked.problems) == (checked.board is None)


@settings(max_examples=60, phases=[Phase.generate])
@given(title=TEXT, summary=TEXT, body=TEXT)
def test_any_text_that_is_accepted_can_be_built(title: str, summary: str, body: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        posting = make_posting(body=body, title=_flow(title), summary=_flow(summary))
        content = write_site(Path(folder) / "content", {"postings/any.md": posting.encode()})
        checked = check(content, SITE, NOW)
        if checked.board is not None:
            build(checked, project_theme(), Path(folder) / "output", Path(folder) / "cache")


def _flow(value: object) -> str:
    """A value as YAML on one line; what a plain scalar cannot hold is escaped, so that it reaches the model."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_flow(key)}: {_flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(each) for each in value) + "]"
    return '"' + "".join(_escaped(character) for character in str(value)) + '"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    return character if character.isprintable() else f"\\U{ord(character):08X}"
