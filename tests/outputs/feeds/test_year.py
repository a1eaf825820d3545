"""A year in a feed reader: a board that is edited as boards are, built every week, and what a subscriber sees of it."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import feedparser
import pytest

from jobboard.board.changes.next_change import changes_around
from jobboard.outputs.plan.site import plan_site
from jobboard.pipeline import check as checking
from tests.helpers import SITE, at, make_news, make_posting, project_theme, write_site

WEEK = timedelta(days=7)
BUILDS = [at("2026-01-05 09:00") + number * WEEK for number in range(53)]
FIRST = "2026-01-12"
FORMS = ("rss.xml", "atom.xml", "json")
FEEDS = [f"feeds/{scope}.{form}" for scope in ("all", "jobs", "changes") for form in FORMS]
FEEDS += ["feeds/organisations/example-network.json", "feeds/kind/job.json"]

EDITS: dict[str, dict[str, str | None]] = {
    "2026-01-05": {
        "dated": make_posting(title="Dated", published=FIRST, deadline="2026-02-20"),
        "timed": make_posting(title="Timed", published=FIRST, deadline='"2026-03-06 17:00"'),
        "anywhere": make_posting(title="Anywhere", published=FIRST, deadline="2026-03-29", timezone="AoE"),
        "rolling": make_posting(title="Rolling", published=FIRST, deadline="rolling", review_by="2026-06-30"),
        "twice": make_posting(title="Twice", published=FIRST, deadline="2026-02-13"),
        "sooner": make_posting(title="Sooner", published=FIRST, deadline="2026-05-29"),
        "filled": make_posting(title="Filled", published=FIRST, deadline="2026-06-30"),
        "withdrawn": make_posting(title="Withdrawn", published=FIRST, deadline="2026-06-30"),
        "too-late": make_posting(title="Too late", published=FIRST, deadline="2026-02-13"),
        "scheduled": make_posting(title="Scheduled", published='"2026-04-13 08:00"', deadline="2026-10-25"),
        "draft": make_posting(title="Draft", published=FIRST, deadline="2026-06-30", status="draft"),
        "old-name": make_posting(title="Renamed", published=FIRST, deadline="2026-05-01"),
        "analyste": make_posting(title="Analyste", published=FIRST, deadline="2026-09-18", lang="fr"),
    },
    "2026-02-02": {
        "analyst": make_posting(
            title="Analyst", published="2026-02-02", lang="en", translation_of="analyste", deadline=None, apply=None
        ),
    },
    "2026-02-09": {
        "twice": make_posting(
            title="Twice",
            published=FIRST,
            deadline="2026-03-13",
            deadline_was="{deadline: 2026-02-13, changed: 2026-02-09}",
        ),
    },
    "2026-02-18": {
        "too-late": make_posting(
            title="Too late",
            published=FIRST,
            deadline="2026-03-20",
            deadline_was="{deadline: 2026-02-13, changed: 2026-02-18}",
        ),
    },
    "2026-03-10": {
        "twice": make_posting(
            title="Twice",
            published=FIRST,
            deadline="2026-04-17",
            deadline_was="[{deadline: 2026-02-13, changed: 2026-02-09}, {deadline: 2026-03-13, changed: 2026-03-10}]",
        ),
    },
    "2026-03-16": {
        "old-name": None,
        "new-name": make_posting(
            title="Renamed and edited",
            published=FIRST,
            updated="2026-03-16",
            deadline="2026-05-01",
            formerly="[old-name]",
        ),
    },
    "2026-04-20": {
        "sooner": make_posting(
            title="Sooner",
            published=FIRST,
            deadline="2026-05-08",
            deadline_was="{deadline: 2026-05-29, changed: 2026-04-20}",
        ),
    },
    "2026-05-12": {
        "filled": make_posting(
            title="Filled", published=FIRST, deadline="2026-06-30", closed="{on: 2026-05-12, because: filled}"
        ),
        "withdrawn": make_posting(
            title="Withdrawn",
            published=FIRST,
            deadline="2026-06-30",
            closed='{on: "2026-05-12 15:30", because: withdrawn}',
        ),
    },
}
"""What an editor writes on which day; None deletes a file."""

EXPECTED = {
    ("dated", "Closed", "2026-02-20 23:00"),
    ("timed", "Closed", "2026-03-06 16:01"),
    ("anywhere", "Closed", "2026-03-30 12:00"),
    ("rolling", "Closed", "2026-06-30 22:00"),
    ("twice", "Extended", "2026-02-08 23:00"),
    ("twice", "Extended", "2026-03-09 23:00"),
    ("twice", "Closed", "2026-04-17 22:00"),
    ("sooner", "Brought forward", "2026-04-19 22:00"),
    ("sooner", "Closed", "2026-05-08 22:00"),
    ("filled", "Filled", "2026-05-11 22:00"),
    ("withdrawn", "Withdrawn", "2026-05-12 13:30"),
    ("too-late", "Closed", "2026-02-13 23:00"),
    ("too-late", "Open again", "2026-02-17 23:00"),
    ("too-late", "Closed", "2026-03-20 23:00"),
    ("scheduled", "Opened", "2026-04-13 06:00"),
    ("scheduled", "Closed", "2026-10-25 23:00"),
    ("old-name", "Closed", "2026-05-01 22:00"),
    ("analyste", "Closed", "2026-09-18 22:00"),
} | {(name, "Opened", "2026-01-11 23:00") for name in EDITS["2026-01-05"] if name not in ("scheduled", "draft")}
"""Everything a subscriber is to be told in that year, with its instant in UTC."""

SAME = {"new-name": "old-name", "analyst": "analyste"}
"""Files that are the same posting under another name or in another language."""


@dataclass(frozen=True)
class Seen:
    """An entry as a reader sees it; `thing` is what it is about."""

    id: str
    thing: str
    title: str
    published: datetime
    updated: datetime


Year = dict[str, list[list[Seen]]]
"""By the path of the feed: what it held at each build."""


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Year:
    folder = tmp_path_factory.mktemp("year")
    content = write_site(
        folder / "content", {"news/bridge.md": make_news(published="2026-02-01", expires="2026-04-01")}
    )
    edits = sorted(EDITS.items())
    found: Year = {path: [] for path in FEEDS}
    for now in BUILDS:
        while edits and at(f"{edits[0][0]} 00:00") <= now:
            edit(content, edits.pop(0)[1])
        checked = checking.check(content, SITE, now, cache=folder / "cache")
        assert checked.board is not None
        around = changes_around(checked.board)
        outputs = {each.path: each for each in plan_site(checked.board, around, project_theme(), {}, no_media)}
        for path, builds in found.items():
            builds.append(list(read(path, outputs[path].express())) if path in outputs else [])
    return found


def edit(content: Path, files: dict[str, str | None]) -> None:
    for name, text in files.items():
        file = content / "postings" / f"{name}.md"
        if text is None:
            file.unlink()
        else:
            file.parent.mkdir(exist_ok=True)
            file.write_text(text)


def no_media(path: str) -> Any:
    raise AssertionError(path)


def read(path: str, data: bytes) -> Iterator[Seen]:
    if path.endswith("json"):
        for item in json.loads(data)["items"]:
            when = [datetime.fromisoformat(item[name]).astimezone(UTC) for name in ("date_published", "date_modified")]
            yield Seen(item["id"], thing_of(item["url"]), item["title"], *when)
        return
    parsed = feedparser.parse(data)
    assert not parsed.bozo, parsed.get("bozo_exception")
    for entry in parsed.entries:
        when = [datetime(*each[:6], tzinfo=UTC) for each in (entry.published_parsed, entry.updated_parsed)]
        yield Seen(entry.id, thing_of(entry.link), entry.title, *when)


def thing_of(address: str) -> str:
    name = address.rstrip("/").rsplit("/", 1)[-1]
    return SAME.get(name, name)


def appearances(builds: list[list[Seen]]) -> dict[str, list[int]]:
    """At which builds each id was there."""
    found: dict[str, list[int]] = {}
    for number, entries in enumerate(builds):
        for entry in entries:
            found.setdefault(entry.id, []).append(number)
    return found


def test_no_id_is_given_twice_nor_to_two_things(year: Year) -> None:
    for path, builds in year.items():
        about: dict[str, set[str]] = {}
        for entries in builds:
            assert len({entry.id for entry in entries}) == len(entries), path
            for entry in entries:
                what = entry.title.split(":")[0] if "changes" in path else ""
                about.setdefault(entry.id, set()).add(f"{entry.thing} {what}")
        assert all(len(things) == 1 for things in about.values()), path
        if "changes" not in path:
            things = [thing for each in about.values() for thing in each]
            assert len(set(things)) == len(things), path


def test_nothing_comes_back_after_it_had_gone(year: Year) -> None:
    """But for the one posting whose closing was undone: it is open again, under the id it had."""
    for path, builds in year.items():
        for id_, numbers in appearances(builds).items():
            gaps = [(a, b) for a, b in itertools.pairwise(numbers) if b != a + 1]
            undone = id_.endswith(":job/too-late")
            assert len(gaps) == undone, (path, id_)


def test_the_day_of_publication_never_moves_and_is_never_to_come(year: Year) -> None:
    for path, builds in year.items():
        published: dict[str, set[datetime]] = {}
        for now, entries in zip(BUILDS, builds, strict=True):
            for entry in entries:
                assert entry.published <= now, (path, entry)
                assert entry.updated <= now, (path, entry)
                published.setdefault(entry.id, set()).add(entry.published)
        assert all(len(instants) == 1 for instants in published.values()), path


def test_an_entry_is_updated_only_when_its_posting_was(year: Year) -> None:
    for path, builds in year.items():
        updated: dict[str, set[datetime]] = {}
        for entry in (each for entries in builds for each in entries):
            updated.setdefault(entry.id, set()).add(entry.updated)
        moved = {id_.rsplit("/", 1)[-1] for id_, instants in updated.items() if len(instants) > 1}
        expected = (
            set()
            if "changes" in path
            else {"old-name", "analyste", "twice", "sooner", "too-late"}
            & {each.id.rsplit("/", 1)[-1] for entries in builds for each in entries}
        )
        assert moved <= expected, path


@pytest.mark.parametrize("form", FORMS)
def test_every_change_is_told_once_at_the_next_build_and_for_ninety_days(form: str, year: Year) -> None:
    builds = year[f"feeds/changes.{form}"]
    told: dict[str, tuple[str, str, str]] = {}
    for entries in builds:
        for each in entries:
            told[each.id] = (each.thing, each.title.split(":")[0], f"{each.published:%Y-%m-%d %H:%M}")
    assert sorted(told.values()) == sorted(EXPECTED)
    for id_, numbers in appearances(builds).items():
        instant = datetime.fromisoformat(f"{told[id_][2]}+00:00")
        due = [n for n, now in enumerate(BUILDS) if instant <= now < instant + timedelta(days=90)]
        assert numbers == due, told[id_]


def test_an_open_posting_is_in_the_feed_from_its_opening_to_its_closing(year: Year) -> None:
    held = appearances(year["feeds/jobs.atom.xml"])
    shown = {id_.rsplit("/", 1)[-1]: (BUILDS[numbers[0]], BUILDS[numbers[-1]]) for id_, numbers in held.items()}
    assert set(shown) == {name for name, what, _ in EXPECTED if what == "Opened"}
    for name, what, instant in EXPECTED:
        when = datetime.fromisoformat(f"{instant}+00:00")
        first, last = shown[name]
        if what == "Opened":
            assert first - WEEK < when <= first
        elif what in ("Closed", "Filled", "Withdrawn") and (name, instant) != ("too-late", "2026-02-13 23:00"):
            assert last < when <= last + WEEK
