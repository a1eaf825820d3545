"""One field is changed and nothing else: over every value of every sample file, in every way a file may be written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobboard.editing.change import FieldChange, after, value_at
from jobboard.editing.change import Path as Place
from jobboard.editing.editor import edited, names_below
from jobboard.editing.order import ordered
from jobboard.editing.refusal import NotEditedError
from jobboard.editing.sheet import Data, data_of, read_fields
from jobboard.model.fields.field import declarations
from jobboard.model.kinds import RECORDS
from jobboard.model.posting import Posting
from jobboard.source.kinds import folder_of
from tests.helpers import REPOSITORY, make_posting

FOLDERS = [REPOSITORY / "content", *sorted((REPOSITORY / "tests").glob("sites*/**/content"))]


def readable(content: Path) -> Iterator[tuple[type, bytes]]:
    """Every file of a folder of content that has front matter, with the record of its kind."""
    for file in sorted(content.rglob("*.md")):
        record = RECORDS.get(folder_of(file.relative_to(content).as_posix()))
        try:
            read_fields(file.read_bytes())
        except (NotEditedError, OSError):
            continue
        if record is not None:
            yield record, file.read_bytes()


def told(data: bytes) -> Data:
    return data_of(read_fields(data))


def scalars(data: Data, place: Place = ()) -> Iterator[tuple[Place, str]]:
    if isinstance(data, str):
        yield place, data
    for step, inner in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield from scalars(inner, (*place, step))


def with_comments(text: str) -> str:
    """A comment at the end of every line of front matter that ends with a value on it, and one between any two."""
    head, front, body = text.split("---\n", 2)
    lines = [
        line if re.search(r"[|>]$", line) or not line.strip() else f"{line}  # {number}"
        for number, line in enumerate(front.split("\n"))
    ]
    return f"{head}---\n# above\n" + "\n".join(lines) + f"---\n{body}"


VARIANTS = {
    "as it is": lambda text: text,
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "CR": lambda text: text.replace("\n", "\r"),
    "with a mark": lambda text: f"\ufeff{text}",
    "without a last line end": lambda text: text.rstrip("\n"),
    "with comments": with_comments,
}


@pytest.mark.parametrize(
    ("content", "variant"),
    [(FOLDERS[0], "as it is"), *((content, variant) for content in FOLDERS[1:4] for variant in VARIANTS)],
    ids=lambda each: each.relative_to(REPOSITORY).as_posix() if isinstance(each, Path) else each,
)
def test_every_value_set_and_set_back_leaves_every_byte_as_it_was(content: Path, variant: str) -> None:
    number = 0
    for record, data in readable(content):
        text = data.decode()
        if variant == "with comments" and (re.search(r":.*\n  +[^-#\s][^:\n]*\n", text) or "|\n" in text):
            continue  # a comment may not stand within a text of several lines
        before = VARIANTS[variant](text).encode()
        for place, value in scalars(told(before)):
            changed = edited(before, [FieldChange(place, f"{value.rstrip()}x")], record)
            assert value_at(told(changed), place) == f"{value.rstrip()}x"
            assert edited(changed, [FieldChange(place, value)], record) == before, (place, value)
            number += 1
    assert number


def test_every_value_of_every_other_sample_is_set_and_set_back() -> None:
    for content in FOLDERS[4:]:
        for record, data in readable(content):
            for place, value in scalars(told(data)):
                try:
                    changed = edited(data, [FieldChange(place, "x")], record)
                except NotEditedError:
                    continue
                assert told(edited(changed, [FieldChange(place, value)], record)) == told(data)


def test_every_field_a_kind_declares_is_added_where_the_reference_has_it_and_taken_away_again() -> None:
    for record, data in readable(REPOSITORY / "content"):
        names = [*declarations(record)]
        for name in names:
            if name in told(data):
                continue
            added = edited(data, [FieldChange((name,), "x")], record)
            there = [each for each in told(added) if each in names]
            before = [each for each in there if names.index(each) < names.index(name)]
            lines = re.findall(rb"(?m)^([a-z_]+):", added.split(b"---\n")[1])
            if before:
                nearest = max(before, key=names.index)
                assert lines[lines.index(nearest.encode()) + 1] == name.encode()
            assert edited(added, [FieldChange((name,), None)], record) == data


def test_every_value_can_be_taken_away_or_nothing_is_changed() -> None:
    for record, data in readable(REPOSITORY / "content"):
        for place, _ in scalars(told(data)):
            gone = edited(data, [FieldChange(place, None)], record)
            assert told(gone) == after(told(data), FieldChange(place, None))
            assert len(gone) < len(data)


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"], include_characters="\n\t"), max_size=40)
ODD = st.sampled_from(
    [
        "",
        "- a",
        "a: b",
        "a #b",
        "'",
        '"',
        "#x",
        "[",
        "{a",
        "*a",
        "&a",
        "!t",
        "%d",
        "|",
        ">",
        "~",
        "no",
        "a, b",
        "a]",
        "---",
    ]
)


@settings(max_examples=300, deadline=None)
@given(TEXTS | ODD, st.sampled_from([("title",), ("apply", "email"), ("place", "city"), ("skills", 1), ("summary",)]))
def test_any_text_at_all_is_read_back_as_it_was_given_or_refused(text: str, place: Place) -> None:
    data = make_posting(place="{city: Ghent, country: BE}", skills="[a, b]", summary="'it''s'").encode()
    try:
        changed = edited(data, [FieldChange(place, text)], Posting)
    except NotEditedError:
        return
    assert value_at(told(changed), place) == text
    assert changed.count(b"\n---\n") == 1


@pytest.mark.parametrize(
    ("front", "change"),
    [
        ("apply:  # by post, too\n  email: a@example.org\n", FieldChange(("apply",), {"url": "https://example.org"})),
        ("skills: [a, # the first\n  b]\n", FieldChange(("skills", 0), None)),
        ("apply: a@example.org\n", FieldChange(("apply", "email"), "b@example.org")),
        ("skills: [a]\n", FieldChange(("skills", 2), "c")),
    ],
)
def test_what_would_touch_others_is_refused(front: str, change: FieldChange) -> None:
    with pytest.raises(NotEditedError) as raised:
        edited(f"---\n{front}---\n\nText.\n".encode(), [change], Posting)
    assert "cannot be placed without touching others; change it by hand" in str(raised.value)


def test_names_below_a_path_are_those_of_its_record() -> None:
    assert names_below(Posting, ("contacts", 3))[:2] == ("name", "role")
    assert names_below(Posting, ("title",)) == ()
    assert names_below(Posting, ("nowhere", "at", "all")) == ()


def test_any_file_comes_into_order_once_and_says_what_it_said() -> None:
    for content in FOLDERS:
        for record, data in readable(content):
            try:
                new = ordered(data, record)
            except NotEditedError:
                continue
            assert told(new) == told(data)
            assert sorted(new.splitlines()) == sorted(data.splitlines())
            names = [*declarations(record)]
            ranks = [names.index(each) for each in told(new) if each in names]
            assert ranks == sorted(ranks) or set(told(data)) - set(names)
            assert ordered(new, record) == new


def test_a_fence_with_a_hidden_character_is_refused() -> None:
    with pytest.raises(NotEditedError, match="holds a character that nobody sees"):
        edited("---\ntitle: A\n---\u200b\n\nText.\n".encode(), [FieldChange(("title",), "B")], Posting)
