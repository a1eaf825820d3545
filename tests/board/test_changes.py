"""What is told of a posting's life, derived from its content alone."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from tests.helpers import at, make_board, make_posting

from jobboard.board.board import BoardPosting
from jobboard.board.changes.announcements import KEPT, changes_of, history_of, one_of_each_group
from jobboard.board.changes.next_change import next_change

SECOND = timedelta(seconds=1)
LATER = at("2026-05-15 12:00")


def posting(tmp_path: Path, now: str = "2026-05-15 12:00", **fields: str | None) -> BoardPosting:
    (each,) = make_board(tmp_path, {"postings/x.md": make_posting(**fields)}, at(now)).postings
    return each


def told(tmp_path: Path, now: str = "2026-05-15 12:00", **fields: str | None) -> list[str]:
    """`opened 2026-03-01 23:00` for each change announced, in UTC."""
    found = changes_of(posting(tmp_path, now, **fields), at(now))
    return [f"{each.what} {each.at:%Y-%m-%d %H:%M}" for each in found]


OPENED = "opened 2026-03-01 23:00"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({}, [OPENED, "closed 2026-03-31 22:00"], id="a deadline passes"),
        pytest.param({"deadline": '"2026-03-31 17:00"'}, [OPENED, "closed 2026-03-31 15:01"], id="at a minute"),
        pytest.param({"timezone": "AoE"}, [OPENED, "closed 2026-04-01 12:00"], id="anywhere on Earth"),
        pytest.param(
            {"deadline": "rolling", "review_by": "2026-04-10"}, [OPENED, "closed 2026-04-10 22:00"], id="rolling"
        ),
        pytest.param(
            {"closed": "{on: 2026-03-10, because: filled}"}, [OPENED, "filled 2026-03-09 23:00"], id="filled early"
        ),
        pytest.param(
            {"closed": '{on: "2026-03-10 14:30", because: withdrawn}'},
            [OPENED, "withdrawn 2026-03-10 13:30"],
            id="withdrawn at a minute",
        ),
        pytest.param(
            {"closed": "{on: 2026-03-10, because: other, note: No budget.}"},
            [OPENED, "closed 2026-03-09 23:00"],
            id="closed for another reason",
        ),
        pytest.param(
            {"closed": "{on: 2026-04-10, because: withdrawn}"},
            [OPENED, "closed 2026-03-31 22:00"],
            id="closed after its deadline had closed it",
        ),
        pytest.param(
            {"deadline_was": "{deadline: 2026-03-20, changed: 2026-03-12}"},
            [OPENED, "extended 2026-03-11 23:00", "closed 2026-03-31 22:00"],
            id="extended",
        ),
        pytest.param(
            {"deadline_was": "{deadline: 2026-04-20, changed: 2026-03-12}"},
            [OPENED, "brought-forward 2026-03-11 23:00", "closed 2026-03-31 22:00"],
            id="brought forward",
        ),
        pytest.param(
            {
                "deadline_was": "[{deadline: 2026-03-20, changed: 2026-03-18}, {deadline: 2026-03-10, changed: "
                "2026-03-09}]"
            },
            [OPENED, "extended 2026-03-08 23:00", "extended 2026-03-17 23:00", "closed 2026-03-31 22:00"],
            id="extended twice, in the order of the changes",
        ),
        pytest.param(
            {"deadline_was": "2026-03-20", "updated": "2026-03-12"},
            [OPENED, "extended 2026-03-11 23:00", "closed 2026-03-31 22:00"],
            id="a change without a date happened when it was updated",
        ),
        pytest.param({"deadline_was": "2026-03-20"}, [OPENED, "closed 2026-03-31 22:00"], id="nobody said when"),
        pytest.param(
            {"deadline_was": "[2026-03-20, {deadline: 2026-03-25, changed: 2026-03-18}]", "updated": "2026-03-12"},
            [OPENED, "extended 2026-03-17 23:00", "closed 2026-03-31 22:00"],
            id="of several changes each needs a date of its own",
        ),
        pytest.param(
            {"deadline_was": "{deadline: 2026-03-10, changed: 2026-03-13}"},
            [OPENED, "closed 2026-03-10 23:00", "reopened 2026-03-12 23:00", "closed 2026-03-31 22:00"],
            id="extended after it had closed",
        ),
        pytest.param(
            {"deadline": "rolling", "review_by": "2026-04-10", "review_was": "2026-03-10", "updated": "2026-03-13"},
            [OPENED, "closed 2026-03-10 23:00", "reopened 2026-03-12 23:00", "closed 2026-04-10 22:00"],
            id="reviewed too late",
        ),
        pytest.param(
            {
                "deadline": "rolling",
                "review_by": "2026-04-10",
                "review_was": "{review_by: 2026-03-10, changed: 2026-03-08}",
            },
            [OPENED, "closed 2026-04-10 22:00"],
            id="reviewed in time",
        ),
        pytest.param(
            {"review_was": "{review_by: 2026-03-10, changed: 2026-03-13}"},
            [OPENED, "closed 2026-03-10 23:00", "reopened 2026-03-12 23:00", "closed 2026-03-31 22:00"],
            id="given a deadline after its review was missed",
        ),
        pytest.param(
            {"reopened": "{on: 2026-03-14, was: {on: 2026-03-10, because: filled}}"},
            [OPENED, "filled 2026-03-09 23:00", "reopened 2026-03-13 23:00", "closed 2026-03-31 22:00"],
            id="opened again",
        ),
        pytest.param(
            {
                "reopened": "[{on: 2026-03-20, was: {on: 2026-03-18, because: withdrawn}}, "
                "{on: 2026-03-14, was: {on: 2026-03-10, because: other}}]",
                "closed": "{on: 2026-03-25, because: filled}",
            },
            [
                OPENED,
                "closed 2026-03-09 23:00",
                "reopened 2026-03-13 23:00",
                "withdrawn 2026-03-17 23:00",
                "reopened 2026-03-19 23:00",
                "filled 2026-03-24 23:00",
            ],
            id="closed three times, opened again twice",
        ),
        pytest.param(
            {
                "reopened": "{on: 2026-03-14, was: {on: 2026-03-10, because: filled}}",
                "deadline_was": "{deadline: 2026-03-12, changed: 2026-03-14}",
            },
            [OPENED, "filled 2026-03-09 23:00", "reopened 2026-03-13 23:00", "closed 2026-03-31 22:00"],
            id="opened again with another deadline, after the first had passed",
        ),
        pytest.param(
            {
                "reopened": "{on: 2026-03-14, was: {on: 2026-03-10, because: filled}}",
                "deadline_was": "{deadline: 2026-03-20, changed: 2026-03-12}",
            },
            [OPENED, "filled 2026-03-09 23:00", "reopened 2026-03-13 23:00", "closed 2026-03-31 22:00"],
            id="another deadline while it was closed",
        ),
        pytest.param(
            {
                "reopened": "{on: 2026-03-14, was: {on: 2026-03-10, because: filled}}",
                "deadline_was": "{deadline: 2026-03-20, changed: 2026-03-16}",
            },
            [
                OPENED,
                "filled 2026-03-09 23:00",
                "reopened 2026-03-13 23:00",
                "extended 2026-03-15 23:00",
                "closed 2026-03-31 22:00",
            ],
            id="extended after it was opened again",
        ),
        pytest.param(
            {"reopened": '{on: "2026-03-02 15:00", was: {on: 2026-03-02, because: withdrawn}}'},
            ["withdrawn 2026-03-01 23:00", "reopened 2026-03-02 14:00", "closed 2026-03-31 22:00"],
            id="withdrawn on the day it was published, by mistake",
        ),
        pytest.param(
            {
                "published": '"2026-03-02 09:00"',
                "reopened": "{on: 2026-03-03, was: {on: 2026-03-02, because: withdrawn}}",
            },
            ["withdrawn 2026-03-02 08:00", "reopened 2026-03-02 23:00", "closed 2026-03-31 22:00"],
            id="withdrawn on the day it was published at an hour",
        ),
        pytest.param(
            {
                "deadline": "rolling",
                "review_by": "2026-04-10",
                "deadline_was": "{deadline: 2026-03-20, changed: 2026-03-12}",
            },
            [OPENED, "extended 2026-03-11 23:00", "closed 2026-04-10 22:00"],
            id="a deadline lifted",
        ),
        pytest.param(
            {"deadline_was": "{deadline: 2026-03-20, changed: 2026-03-01}"},
            [OPENED, "closed 2026-03-31 22:00"],
            id="changed before anybody saw it",
        ),
        pytest.param(
            {
                "deadline_was": "{deadline: 2026-03-20, changed: 2026-03-12}",
                "closed": "{on: 2026-03-11, because: filled}",
            },
            [OPENED, "filled 2026-03-10 23:00"],
            id="changed after it was filled",
        ),
        pytest.param(
            {"closed": "{on: 2026-03-02, because: withdrawn}"},
            ["withdrawn 2026-03-01 23:00"],
            id="withdrawn on the day it was published",
        ),
    ],
)
def test_the_life_of_a_posting_is_told_in_order(fields: dict[str, str], expected: list[str], tmp_path: Path) -> None:
    assert told(tmp_path, **fields) == expected


def test_nothing_is_told_before_its_instant_nor_after_ninety_days(tmp_path: Path) -> None:
    each = posting(tmp_path, deadline_was="{deadline: 2026-03-20, changed: 2026-03-12}")
    for change in history_of(each):
        for instant, is_told in (
            (change.at - SECOND, False),
            (change.at, True),
            (change.at + KEPT - SECOND, True),
            (change.at + KEPT, False),
        ):
            assert (change in changes_of(each, instant)) is is_told


def test_a_closing_is_known_to_have_been_one_in_between_only_when_the_extension_comes(tmp_path: Path) -> None:
    each = posting(tmp_path, deadline_was="{deadline: 2026-03-10, changed: 2026-03-13}")
    opened, closing, reopening, _ = history_of(each)
    assert closing.at < closing.told_from == reopening.at
    assert changes_of(each, closing.told_from - SECOND) == (opened,)


@pytest.mark.parametrize("fields", [{"status": "draft"}, {"published": "2026-06-01", "deadline": "2026-07-01"}])
def test_nothing_is_told_of_a_draft_or_of_what_is_yet_to_come(fields: dict[str, str], tmp_path: Path) -> None:
    assert told(tmp_path, **fields) == []


def test_the_original_speaks_for_its_translations_and_another_where_it_is_a_draft(tmp_path: Path) -> None:
    translation = make_posting(lang="fr", translation_of="x", deadline=None, apply=None)
    for name, status, expected in (("a", None, "x"), ("b", "draft", "w")):
        files = {"postings/w.md": translation, "postings/x.md": make_posting(status=status)}
        postings = make_board(tmp_path / name, files).postings
        visible = [each for each in postings if each.status.is_visible]
        assert [each.id for each in one_of_each_group(visible)] == [expected]


def test_a_translation_that_came_after_the_closing_tells_of_neither_opening_nor_closing(tmp_path: Path) -> None:
    files = {
        "postings/x.md": make_posting(closed="{on: 2026-03-10, because: filled}", status="draft"),
        "postings/w.md": make_posting(lang="fr", translation_of="x", published="2026-03-12", deadline=None, apply=None),
    }
    translation = make_board(tmp_path, files).postings[0]
    assert translation.status.is_visible
    assert changes_of(translation, at("2026-03-16 12:00")) == ()


def test_the_next_change_names_every_instant_at_which_an_announcement_comes_or_goes(tmp_path: Path) -> None:
    text = make_posting(deadline_was="{deadline: 2026-03-10, changed: 2026-03-13}")
    now, found = at("2026-03-01 12:00"), []
    while (instant := next_change(make_board(tmp_path, {"postings/x.md": text}, now))) is not None:
        found.append(instant)
        now = instant
    each = make_board(tmp_path, {"postings/x.md": text}, now).postings[0]
    told = {change.told_from for change in history_of(each)} | {change.at + KEPT for change in history_of(each)}
    assert told <= set(found)
    assert found == sorted(found)
