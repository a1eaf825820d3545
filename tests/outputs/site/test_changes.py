"""The feed of changes: what it says, in words, of each thing that happened."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from jobboard.board.changes.next_change import next_change
from tests.helpers import at, build_site, make_board, make_organisation, make_posting, write_site
from tests.outputs.reading import feed

END = "end of the day (Brussels time)"


@pytest.mark.parametrize(
    ("fields", "title", "sentence"),
    [
        pytest.param(
            {"deadline": "2026-05-29"}, "Opened", f"Open for applications until Friday 29 May 2026, {END}.", id="opened"
        ),
        pytest.param(
            {"deadline": "rolling", "review_by": "2026-06-30"},
            "Opened",
            "Open for applications. There is no fixed deadline: applications are read as they arrive.",
            id="opened, rolling",
        ),
        pytest.param(
            {"deadline": '"2026-05-29 17:00"', "deadline_was": "{deadline: 2026-03-20, changed: 2026-03-12}"},
            "Extended",
            f"The deadline was extended from Friday 20 March 2026, {END} to Friday 29 May 2026, 17:00 (Brussels time).",
            id="extended",
        ),
        pytest.param(
            {"deadline": "2026-05-08", "deadline_was": "{deadline: 2026-05-29, changed: 2026-03-12}"},
            "Brought forward",
            f"The deadline was brought forward from Friday 29 May 2026, {END} to Friday 8 May 2026, {END}.",
            id="brought forward",
        ),
        pytest.param(
            {
                "deadline": "rolling",
                "review_by": "2026-06-30",
                "deadline_was": "{deadline: 2026-05-29, changed: 2026-03-12}",
            },
            "Extended",
            f"The deadline of Friday 29 May 2026, {END} no longer holds. "
            "There is no fixed deadline: applications are read as they arrive.",
            id="lifted",
        ),
        pytest.param(
            {"deadline": "2026-05-29", "reopened": "{on: 2026-03-14, was: {on: 2026-03-10, because: filled}}"},
            "Open again",
            f"It is open again, for applications until Friday 29 May 2026, {END}.",
            id="opened again",
        ),
        pytest.param(
            {"deadline": "2026-05-29", "deadline_was": "{deadline: 2026-03-10, changed: 2026-03-14}"},
            "Open again",
            f"It is open again, for applications until Friday 29 May 2026, {END}.",
            id="opened again by another deadline",
        ),
        pytest.param(
            {
                "deadline": "rolling",
                "review_by": "2026-06-30",
                "review_was": "{review_by: 2026-03-10, changed: 2026-03-14}",
            },
            "Open again",
            "It is open again. There is no fixed deadline: applications are read as they arrive.",
            id="opened again, rolling",
        ),
        pytest.param(
            {"deadline": "2026-03-31", "timezone": "AoE"},
            "Closed",
            "The deadline has passed: Tuesday 31 March 2026, end of the day (anywhere on Earth). "
            "It takes no more applications.",
            id="closed",
        ),
        pytest.param(
            {"deadline": "rolling", "review_by": "2026-03-31"},
            "Closed",
            "Closed on Wednesday 1 April 2026. It takes no more applications.",
            id="closed after its review",
        ),
        pytest.param(
            {"closed": "{on: 2026-03-10, because: filled}"},
            "Filled",
            "The position was filled on Tuesday 10 March 2026. It takes no more applications.",
            id="filled",
        ),
        pytest.param(
            {"closed": '{on: "2026-03-10 14:30", because: withdrawn}'},
            "Withdrawn",
            "The posting was withdrawn on Tuesday 10 March 2026, 14:30 (Brussels time). It takes no more applications.",
            id="withdrawn",
        ),
        pytest.param(
            {"closed": "{on: 2026-03-10, because: other, note: No budget.}"},
            "Closed",
            "Closed on Tuesday 10 March 2026. It takes no more applications.",
            id="closed for another reason",
        ),
    ],
)
def test_a_change_is_one_plain_sentence(fields: dict[str, str], title: str, sentence: str, tmp_path: Path) -> None:
    files = {"postings/x.md": make_posting(title="Data analyst", **fields)}
    files["organisations/example-network.md"] = make_organisation(short_name="EXA")
    site = build_site(write_site(tmp_path / "content", files), at("2026-05-01 12:00"))
    entry = feed(site, "feeds/changes.rss.xml").entries[0]
    assert entry.title == f"{title}: Data analyst (EXA)"
    assert entry.summary == sentence
    assert entry.link == "https://hub.example/jobs/x/"
    assert entry.author == "Example Network"
    assert json.loads(site["feeds/changes.json"])["items"][0]["summary"] == sentence


def test_an_entry_is_told_apart_by_what_happened_and_when_and_by_nothing_else(tmp_path: Path) -> None:
    before = {"postings/old-name.md": make_posting(deadline="2026-03-05")}
    after = {
        "postings/new-name.md": make_posting(
            deadline="2026-03-05", title="Another", updated="2026-03-06", formerly="[old-name]"
        )
    }
    found = [
        {
            (entry.id, entry.published, entry.updated)
            for entry in feed(
                build_site(write_site(tmp_path / name / "content", files)), "feeds/changes.atom.xml"
            ).entries
        }
        for name, files in (("a", before), ("b", after))
    ]
    assert found[0] == found[1]
    assert {id_ for id_, *_ in found[0]} == {
        "tag:hub.example,2026:change/old-name/opened/20260301T230000Z",
        "tag:hub.example,2026:change/old-name/closed/20260305T230000Z",
    }


def test_at_one_instant_what_closed_stands_above_what_opened(tmp_path: Path) -> None:
    files = {
        "postings/closing.md": make_posting(published="2026-02-01", deadline="2026-03-09"),
        "postings/opening.md": make_posting(published="2026-03-10"),
    }
    site = build_site(write_site(tmp_path / "content", files))
    titles = [entry.title.split(":")[0] for entry in feed(site, "feeds/changes.rss.xml").entries]
    assert titles == ["Closed", "Opened", "Opened"]


def test_the_feed_has_the_date_of_its_latest_change_be_it_gone(tmp_path: Path) -> None:
    content = write_site(tmp_path / "content", {"postings/x.md": make_posting()})
    dates = [
        feed(build_site(content, at(now)), "feeds/changes.atom.xml").feed.updated[:19]
        for now in ("2026-02-01 12:00", "2026-03-16 12:00", "2026-12-01 12:00")
    ]
    assert dates == ["2026-01-01T00:00:00", "2026-03-01T23:00:00", "2026-03-31T22:00:00"]


def test_the_feed_changes_only_at_an_instant_that_was_named_beforehand(tmp_path: Path) -> None:
    files = {"postings/x.md": make_posting(deadline_was="{deadline: 2026-03-10, changed: 2026-03-13}")}
    content, now, seen = write_site(tmp_path / "content", files), at("2026-03-01 12:00"), set()
    while (then := next_change(make_board(tmp_path, files, now))) is not None and then < at("2026-09-01 00:00"):
        here, just_before = (
            build_site(content, instant)["feeds/changes.atom.xml"]
            for instant in (now, then - timedelta(microseconds=1))
        )
        assert here == just_before
        seen.add(here)
        now = then
    assert len(seen) == 7  # nothing, the opening, two more, another; then they leave: three times, before the last


def test_a_text_that_leaves_what_is_told_alone_leaves_the_feed_alone(tmp_path: Path) -> None:
    content = write_site(tmp_path / "content", {"postings/x.md": make_posting()})
    before = build_site(content)
    write_site(content, {"postings/x.md": make_posting(body="You will count trams.", updated="2026-03-12")})
    after = build_site(content)
    assert before["feeds/changes.atom.xml"] == after["feeds/changes.atom.xml"]
    assert before["feeds/jobs.atom.xml"] != after["feeds/jobs.atom.xml"]


def test_two_changes_at_one_instant_are_told_as_the_last_of_them(tmp_path: Path) -> None:
    was = "[{deadline: 2026-03-20, changed: 2026-03-12}, {deadline: 2026-03-25, changed: 2026-03-12}]"
    site = build_site(write_site(tmp_path / "content", {"postings/x.md": make_posting(deadline_was=was)}))
    entries = feed(site, "feeds/changes.atom.xml").entries
    assert [entry.title.split(":")[0] for entry in entries] == ["Extended", "Opened"]
    assert entries[0].summary.startswith("The deadline was extended from Wednesday 25 March 2026")
