"""Times against the clocks of their zone: every field that holds one, in every kind of content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from tests.helpers import NOW, SITE, make_board, make_event, make_news, make_page, make_posting, write_site

from jobboard.board.clock_checks import moments_of
from jobboard.model.fields.field import Declaration, declarations
from jobboard.model.kinds import RECORDS
from jobboard.pipeline.check import check
from jobboard.source.problem import Level

MAKERS = {"postings": make_posting, "news": make_news, "events": make_event, "pages": make_page}
MISSING, RANGE = "2026-03-29 02:30", "2026-03-10 09:30-12:00"
FIELDS: dict[str, dict[str, str | None]] = {
    "postings published": {"published": "{}"},
    "postings deadline": {"deadline": "{}"},
    "postings updated": {"updated": "{}"},
    "postings deadline_was.deadline": {"deadline_was": "{}"},
    "postings deadline_was.changed": {"deadline_was": "{{deadline: 2026-03-01, changed: {}}}"},
    "postings closed.on": {"closed": "{{on: {}, because: filled}}"},
    "postings reopened.on": {"reopened": "{{on: {}, was: {{on: 2026-03-05, because: filled}}}}"},
    "postings reopened.was.on": {"reopened": "{{on: 2026-03-30, was: {{on: {}, because: filled}}}}"},
    "postings review_was.changed": {
        "deadline": "rolling",
        "review_by": "2026-06-30",
        "review_was": "{{review_by: 2026-03-01, changed: {}}}",
    },
    "news published": {"published": "{}"},
    "news updated": {"updated": "{}"},
    "news expires": {"expires": "{}"},
    "events published": {"published": "{}"},
    "events updated": {"updated": "{}"},
    "events starts": {"starts": "{}"},
    "events ends": {"starts": "2026-03-01 09:00", "ends": "{}"},
    "events sessions.starts": {"starts": None, "sessions": "[{{starts: {}}}]"},
    "events sessions.ends": {"starts": None, "sessions": "[{{starts: 2026-03-01 09:00, ends: {}}}]"},
    "events register.deadline": {"register": "{{email: a@example.org, deadline: {}}}"},
    "events reopened.on": {"reopened": "{{on: {}, was: cancelled}}"},
    "pages updated": {"updated": "{}"},
}
DAYS = {"postings review_by", "postings review_was.review_by", "news corrections.on"}
"""Fields that hold a day alone, in which no minute can be missing."""


def _moments(record: type, prefix: str) -> Iterator[tuple[str, Declaration]]:
    for name, each in declarations(record).items():
        if each.type.record is not None:
            yield from _moments(each.type.record, f"{prefix}{name}.")
        elif each.type.side is not None:
            yield f"{prefix}{name}", each


def _said(tmp_path: Path, folder: str, changes: Mapping[str, str | None], moment: str) -> list[str]:
    text = MAKERS[folder](**{name: value and value.format(moment) for name, value in changes.items()})
    problems = check(write_site(tmp_path / "content", {f"{folder}/x.md": text}), SITE, NOW).problems
    return [f"{each.field}: {each.message}; {each.hint}" for each in problems if each.level is Level.PROBLEM]


def test_every_field_that_holds_a_moment_is_looked_at_here() -> None:
    found = {f"{folder} {name}" for folder, record in RECORDS.items() for name, _ in _moments(record, "")}
    assert FIELDS.keys() | DAYS == found


@pytest.mark.parametrize("field", FIELDS)
def test_a_minute_that_the_clocks_leave_out_is_a_problem_in_every_field(tmp_path: Path, field: str) -> None:
    folder, name = field.split()
    said = _said(tmp_path, folder, FIELDS[field], MISSING)
    expected = f"{name}: there is no {MISSING} in Europe/Brussels: its clocks go from 02:00 to 03:00 on that day; write"
    assert [each for each in said if each.startswith(expected)], said


@pytest.mark.parametrize("field", FIELDS)
def test_a_range_is_read_as_an_offset_in_no_field(tmp_path: Path, field: str) -> None:
    folder, name = field.split()
    said = _said(tmp_path, folder, FIELDS[field], RANGE)
    expected = f"{name}: '-12:00' is read as an offset, by which it is 2026-03-10 22:30 in Europe/Brussels; this is a"
    assert [each for each in said if each.startswith(expected)], said


@pytest.mark.parametrize("moment", [RANGE, RANGE[:-3] + RANGE[-2:], "2026-03-10 09:30-1130", "2026-03-10T09:30-1200"])
def test_a_range_is_seen_however_its_end_is_written(tmp_path: Path, moment: str) -> None:
    changes = {"starts": "{}", "published": "2026-03-02"}
    assert ["this is a range" in each for each in _said(tmp_path, "events", changes, moment)] == [True]


@pytest.mark.parametrize("field", FIELDS)
def test_an_offset_that_is_not_the_zones_gets_advice_in_every_field(tmp_path: Path, field: str) -> None:
    folder, name = field.split()
    changes = {key: value and value.format("2026-03-10 09:30+02:00") for key, value in FIELDS[field].items()}
    if name.startswith("deadline_was") or folder == "pages":
        changes |= {"published": "2026-03-02"} if folder == "postings" else {}
    content = write_site(tmp_path / "content", {f"{folder}/x.md": MAKERS[folder](**changes)})
    said = [f"{each.field}: {each.message}; {each.hint}" for each in check(content, SITE, NOW).problems]
    expected = (
        f"{name}: +02:00 is not the offset of Europe/Brussels on that day, which is +01:00; "
        "write '2026-03-10 09:30' for the clocks there; as it stands it is 2026-03-10 08:30 there"
    )
    assert expected in said


@pytest.mark.parametrize(
    ("moment", "zone"),
    [
        ("2026-03-10 09:30+01:00", "Europe/Brussels"),
        ("2026-03-31 09:30+02:00", "Europe/Brussels"),
        ("2026-03-10 09:30Z", "Europe/Brussels"),
        ("2026-10-25 02:30+02:00", "Europe/Brussels"),
        ("2026-10-25 02:30+01:00", "Europe/Brussels"),
        ("2026-03-10 09:30-10:00", "Pacific/Honolulu"),
        ("2026-03-10 09:30-12:00", "AoE"),
        ("2026-03-10 09:30+05:45", "Asia/Kathmandu"),
        ("2026-03-10 09:30+14:00", "Pacific/Kiritimati"),
    ],
)
def test_a_zones_own_offset_is_taken_in_silence(tmp_path: Path, moment: str, zone: str) -> None:
    posting = make_posting(published="2026-03-02", deadline=moment, timezone=zone)
    problems = check(write_site(tmp_path / "content", {"postings/x.md": posting}), SITE, NOW).problems
    assert [each for each in problems if each.field == "deadline"] == []


def test_a_day_that_the_clocks_leave_out_is_a_problem(tmp_path: Path) -> None:
    changes = {"published": "2011-12-29", "deadline": "{}", "timezone": "Pacific/Apia"}
    assert _said(tmp_path, "postings", changes, "2011-12-30") == [
        "deadline: there is no 2011-12-30 in Pacific/Apia: its clocks leave out that day; write 2011-12-29"
    ]


def test_a_deadline_that_comes_twice_is_the_later_one(tmp_path: Path) -> None:
    """All else is the earlier: a posting published at that minute appears when it is first read."""
    posting = make_posting(published="2026-10-25 02:30", deadline="2026-10-25 02:45")
    life = make_board(tmp_path, {"postings/x.md": posting}).postings[0].life
    assert (life.opens_at.isoformat(), life.closes_at.isoformat()) == (
        "2026-10-25T00:30:00+00:00",
        "2026-10-25T01:46:00+00:00",
    )


def test_the_moments_of_a_record_are_found_with_their_fields(tmp_path: Path) -> None:
    posting = make_posting(
        deadline_was="[2026-03-10, {deadline: 2026-03-20, changed: 2026-03-05}]",
        closed="{on: 2026-03-25, because: filled}",
    )
    content = make_board(tmp_path, {"postings/x.md": posting}).postings[0].content
    assert [(field, str(moment)) for field, moment, _ in moments_of(content)] == [
        ("published", "2026-03-02"),
        ("deadline", "2026-03-31"),
        ("deadline_was.1.deadline", "2026-03-10"),
        ("deadline_was.2.deadline", "2026-03-20"),
        ("deadline_was.2.changed", "2026-03-05"),
        ("closed.on", "2026-03-25"),
    ]
