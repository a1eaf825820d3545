"""The timeline names every instant at which the site changes by itself, and no other."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.helpers import at, build_site, make_board, make_event, make_news, make_posting, write_site

from jobboard.board.changes.next_change import changes_around, next_change
from jobboard.board.changes.timeline import Occurs, timeline

SECOND = timedelta(seconds=1)
START, END = at("2026-02-01 12:00"), at("2028-01-01 00:00")

FILES: dict[str, str | bytes | None] = {
    "postings/whole-day.md": make_posting(deadline="2026-03-29"),
    "postings/elsewhere.md": make_posting(deadline="2026-10-25", timezone="AoE"),
    "postings/timed.md": make_posting(published='"2026-03-10 09:00"', deadline='"2026-04-02 17:00"'),
    "postings/short.md": make_posting(published="2026-03-20", deadline="2026-03-22"),
    "postings/rolling.md": make_posting(deadline="rolling", review_by="2026-06-30"),
    "postings/rolling-filled.md": make_posting(
        deadline="rolling", review_by="2026-08-31", closed="{on: 2026-08-20, because: filled}"
    ),
    "postings/extended.md": make_posting(
        deadline="2026-05-31",
        deadline_was="[{deadline: 2026-04-15, changed: 2026-04-10}, {deadline: 2026-06-15, changed: 2026-05-02}]",
    ),
    "postings/filled.md": make_posting(deadline="2026-07-31", closed="{on: 2026-07-01, because: filled}"),
    "postings/withdrawn.md": make_posting(deadline="2026-07-31", closed="{on: 2026-07-02, because: withdrawn}"),
    "postings/never-open.md": make_posting(
        published="2026-08-10", deadline="2026-09-30", closed="{on: 2026-08-10, because: filled}"
    ),
    "postings/edited.md": make_posting(deadline="2026-09-30", updated="2026-09-04"),
    "postings/whole-day-fr.md": make_posting(
        title="Analyste", lang="fr", translation_of="whole-day", deadline=None, apply=None
    ),
    "postings/reopened.md": make_posting(
        published="2026-03-03",
        deadline="2026-09-20",
        reopened='{on: "2026-05-11 10:00", was: {on: 2026-03-27, because: withdrawn}}',
    ),
    "postings/revived.md": make_posting(
        published="2026-03-04",
        deadline="rolling",
        review_by="2026-11-20",
        review_was="{review_by: 2026-05-13, changed: 2026-05-19}",
    ),
    "postings/draft.md": make_posting(deadline="2026-03-15", status="draft"),
    "events/day.md": make_event(
        published="2026-04-07",
        starts='"2026-05-05 14:00"',
        ends='"2026-05-05 16:00"',
        register="{url: https://example.org/r, deadline: 2026-04-30}",
        updated="2026-04-22",
    ),
    "events/off.md": make_event(
        published="2026-04-08",
        starts="2026-10-24",
        ends="2026-10-25",
        register="{url: https://example.org/r, deadline: 2026-09-30}",
        status="cancelled",
    ),
    "events/held.md": make_event(
        published="2026-04-09", starts="2026-09-08", reopened="{on: 2026-06-05, was: cancelled}"
    ),
    "events/draft.md": make_event(status="draft"),
    "news/bridge.md": make_news(expires="2026-04-20", updated="2026-04-05"),
}


def said(files: dict[str, str | bytes | None], tmp_path: Path, now: datetime = START) -> list[tuple[str, str, str]]:
    board = make_board(tmp_path, files, now)
    return [
        (change.astimezone(START.tzinfo).strftime("%Y-%m-%d %H:%M"), what.value, item.id)
        for change, what, item in timeline(board, END)
        if what is not Occurs.LEAVES_CHANGES
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "whole-day",
            [
                ("2026-03-02 00:00", "opens"),
                ("2026-03-22 00:00", "begins to close soon"),
                ("2026-03-30 00:00", "closes"),
                ("2027-03-30 00:00", "is archived"),
            ],
        ),
        (
            "short",
            [("2026-03-20 00:00", "opens"), ("2026-03-23 00:00", "closes"), ("2027-03-23 00:00", "is archived")],
        ),
        (
            "filled",
            [
                ("2026-03-02 00:00", "opens"),
                ("2026-06-23 00:00", "begins to close soon"),
                ("2026-07-01 00:00", "closes as filled"),
                ("2026-07-31 00:00", "leaves the calendars"),
                ("2027-07-01 00:00", "is archived"),
            ],
        ),
        (
            "extended",
            [
                ("2026-03-02 00:00", "opens"),
                ("2026-04-10 00:00", "is extended"),
                ("2026-05-02 00:00", "is brought forward"),
                ("2026-05-24 00:00", "begins to close soon"),
                ("2026-06-01 00:00", "closes"),
                ("2027-06-01 00:00", "is archived"),
            ],
        ),
        (
            "never-open",
            [
                ("2026-08-10 00:00", "appears closed"),
                ("2027-08-10 00:00", "is archived"),
            ],
        ),
        (
            "reopened",
            [
                ("2026-03-03 00:00", "opens"),
                ("2026-03-19 00:00", "begins to close soon"),
                ("2026-03-27 00:00", "closes as withdrawn"),
                ("2026-04-26 01:00", "leaves the calendars"),
                ("2026-05-11 10:00", "is open again"),
                ("2026-09-13 00:00", "begins to close soon"),
                ("2026-09-21 00:00", "closes"),
                ("2027-09-21 00:00", "is archived"),
            ],
        ),
        (
            "revived",
            [
                ("2026-03-04 00:00", "opens"),
                ("2026-05-19 00:00", "closes"),
                ("2026-05-19 00:00", "is open again"),
                ("2026-11-13 00:00", "begins to close soon"),
                ("2026-11-21 00:00", "closes"),
                ("2027-11-21 00:00", "is archived"),
            ],
        ),
        ("draft", []),
    ],
)
def test_each_thing_happens_at_its_instant(name: str, expected: list[tuple[str, str]], tmp_path: Path) -> None:
    files = {f"postings/{name}.md": FILES[f"postings/{name}.md"]}
    assert [(when, what) for when, what, _ in said(files, tmp_path)] == expected


def test_news_appears_is_updated_and_leaves(tmp_path: Path) -> None:
    assert said({"news/bridge.md": FILES["news/bridge.md"]}, tmp_path) == [
        ("2026-03-02 00:00", "appears", "bridge"),
        ("2026-04-05 00:00", "is updated", "bridge"),
        ("2026-04-21 00:00", "leaves the lists", "bridge"),
    ]


def test_an_event_appears_starts_and_is_over(tmp_path: Path) -> None:
    assert said({"events/day.md": FILES["events/day.md"]}, tmp_path) == [
        ("2026-04-07 00:00", "appears", "day"),
        ("2026-04-22 00:00", "is updated", "day"),
        ("2026-05-01 00:00", "takes no more registrations", "day"),
        ("2026-05-05 14:00", "starts", "day"),
        ("2026-05-05 16:00", "is over", "day"),
    ]


def test_what_does_not_take_place_appears_and_is_over(tmp_path: Path) -> None:
    assert said({"events/off.md": FILES["events/off.md"]}, tmp_path) == [
        ("2026-04-08 00:00", "appears", "off"),
        ("2026-10-26 00:00", "is over", "off"),
    ]


def test_what_takes_place_after_all_does_so_from_its_instant(tmp_path: Path) -> None:
    assert said({"events/held.md": FILES["events/held.md"]}, tmp_path) == [
        ("2026-04-09 00:00", "appears", "held"),
        ("2026-06-05 00:00", "takes place after all", "held"),
        ("2026-09-08 00:00", "starts", "held"),
        ("2026-09-09 00:00", "is over", "held"),
    ]


def test_the_next_change_is_the_first_of_the_timeline_and_the_last_is_behind(tmp_path: Path) -> None:
    changes = [change for change, _, _ in timeline(make_board(tmp_path, FILES, START), END)]
    for last, following in itertools.pairwise(changes):
        if last < following:
            board = make_board(tmp_path, FILES, following - SECOND)
            assert changes_around(board) == (last, following)
            assert next_change(board) == following


def test_there_is_no_next_change_when_all_is_over(tmp_path: Path) -> None:
    assert next_change(make_board(tmp_path, FILES, at("2030-01-01 00:00"))) is None


def test_the_site_stays_as_it_is_from_each_change_to_the_next(tmp_path: Path) -> None:
    """No change is missing from the timeline, and none is in it at which nothing happens."""
    content = write_site(tmp_path / "content", FILES)
    changes = sorted({change for change, _, _ in timeline(make_board(tmp_path, FILES, START), END)})

    def built(now: datetime) -> dict[str, bytes]:
        return build_site(content, now, output=tmp_path / "output", cache=tmp_path / "cache")

    before = built(START)
    for last, following in zip([START.astimezone(UTC), *changes], changes, strict=False):
        assert built(following - SECOND) == before, f"something happened between {last} and {following}"
        after = built(following)
        changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
        assert len(changed - {"build.json"}) > 0, f"nothing happened at {following}"
        assert changed >= {"build.json"}
        before = after
