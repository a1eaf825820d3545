"""Whatever an editor does, ids never change, SEQUENCE and the dates of feeds never fall, each change is told once, and
every output says at every instant what is true (decision 31). The long run: `JOBBOARD_LIVES=200`."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import feedparser
import icalendar
import pytest

from jobboard.board.board import Board
from jobboard.board.changes.next_change import changes_around
from jobboard.outputs.plan.site import plan_site
from jobboard.pipeline import check as checking
from tests.helpers import SITE, project_theme, write_site
from tests.outputs.random_lives import ZONE, Event, Posting, born
from tests.outputs.site_at import no_media

LIVES = int(os.environ.get("JOBBOARD_LIVES", "4"))
BUILDS = 45
START = datetime(2026, 2, 2, 9, 0, tzinfo=ZONE)
HUB = replace(SITE, feed_size=1000, retention_days=10_000)
FEEDS = ("jobs", "events", "all", "changes", "organisations/example-network")
CALENDARS = ("calendars/deadlines.ics", "calendars/events.ics", "calendars/organisations/example-network.ics")


class Reader:
    """Somebody who subscribes to everything, remembers it all, and complains."""

    def __init__(self) -> None:
        self.feeds: dict[str, datetime] = {}
        self.entries: dict[tuple[str, str], datetime] = {}
        self.published: dict[str, datetime] = {}
        self.about: dict[str, str] = {}
        self.sequences: dict[str, int] = {}
        self.cases = 0

    def read_feed(self, scope: str, data: bytes, *, may_forget: bool) -> dict[str, tuple[str, datetime]]:
        """What the feed holds: id, title and date of each."""
        parsed = feedparser.parse(data)
        assert not parsed.bozo
        updated = datetime.fromisoformat(parsed.feed.updated)
        found = {}
        if not may_forget:
            assert updated >= self.feeds.get(scope, updated), scope
        self.feeds[scope] = updated
        for entry in parsed.entries:
            changed, first = datetime.fromisoformat(entry.updated), datetime.fromisoformat(entry.published)
            assert entry.id not in found
            assert changed <= updated, (scope, entry.id)
            assert changed >= self.entries.get((scope, entry.id), changed), (scope, entry.id)
            assert first == self.published.setdefault(entry.id, first)
            self.entries[scope, entry.id] = changed
            found[entry.id] = entry.title, changed
            self.cases += 1
        return found

    def read_calendar(self, path: str, data: bytes) -> dict[str, str]:
        """Which events there are, and how they stand."""
        found = {}
        for event in icalendar.Calendar.from_ical(data).walk("VEVENT"):
            uid, sequence = str(event["UID"]), int(event["SEQUENCE"])
            assert 0 <= sequence < 2**31
            assert sequence >= self.sequences.get(uid, 0), (path, uid)
            self.sequences[uid] = sequence
            found[uid] = str(event["STATUS"])
            self.cases += 1
        return found


@pytest.mark.parametrize("seed", range(LIVES))
def test_whatever_an_editor_does_readers_are_told_the_truth_once(seed: int, tmp_path: Path) -> None:
    live(seed, tmp_path)


def live(seed: int, folder: Path) -> int:
    """One board's year; the number of entries that were looked at."""
    chance, reader = random.Random(seed), Reader()
    content = write_site(folder / "content", {})
    things: list[Posting | Event] = []
    now = START
    left: dict[str, datetime] = {}
    for _ in range(BUILDS):
        for thing in things:
            (content / thing.path).unlink(missing_ok=True)
        act(things, now, chance)
        write_site(content, {thing.path: thing.text() for thing in things})
        look(content, things, now, reader, left)
        now = (now + timedelta(days=chance.choice([0, 0, 1, 4, 12]), minutes=chance.randrange(1, 600))).astimezone(ZONE)
    return reader.cases


def act(things: list[Posting | Event], now: datetime, chance: random.Random) -> None:
    """Something is published, or something is done to what is there."""
    if len(things) < 5 and chance.random() < 0.4:
        things.append(born(len(things), now, chance))
    for thing in things:
        if thing.opened < now and chance.random() < 0.5:
            chance.choice(thing.actions())(now, chance)


def look(
    content: Path, things: list[Posting | Event], now: datetime, reader: Reader, left: dict[str, datetime]
) -> None:
    """Build the site as of now, and hold it against the truth."""
    checked = checking.check(content, HUB, now)
    assert checked.board is not None, [str(each) for each in checked.problems]
    assert statuses(checked.board) == {each.name: each.status(now) for each in things}
    around = changes_around(checked.board)
    outputs = {each.path: each for each in plan_site(checked.board, around, project_theme(), {}, no_media)}
    postings = [each for each in things if isinstance(each, Posting)]
    events = [each for each in things if isinstance(each, Event)]
    forgets = {"changes"} if any(each.is_undeclared for each in things) else set()
    feeds = {
        scope: reader.read_feed(scope, outputs[f"feeds/{scope}.atom.xml"].express(), may_forget=scope in forgets)
        for scope in FEEDS
        if f"feeds/{scope}.atom.xml" in outputs
    }
    assert feeds["jobs"].keys() == {job_id(each) for each in postings if each.is_open(now)}
    assert feeds.get("events", {}).keys() == {f"tag:{HUB.identity}:event/{each.first}" for each in events}
    assert set(told(feeds["changes"], reader)) == {
        (each.first, what, at.astimezone(UTC)) for each in things for what, at in each.announcements(now)
    }
    look_at_returns(postings, feeds["jobs"], now, reader, left)
    paths = [path for path in (*CALENDARS, *map(own_calendar, postings)) if path in outputs]
    look_at_calendars(
        postings, events, {path: reader.read_calendar(path, outputs[path].express()) for path in paths}, now
    )
    for each in things:
        each.is_undeclared = False


def look_at_returns(
    postings: list[Posting],
    jobs: dict[str, tuple[str, datetime]],
    now: datetime,
    reader: Reader,
    left: dict[str, datetime],
) -> None:
    """What left the feed and comes back is newer than it was, unless nobody said that it came back."""
    for each in postings:
        id_ = job_id(each)
        if each.is_undeclared:
            left.pop(id_, None)
        elif each.is_open(now) and id_ in left:
            assert jobs[id_][1] > left.pop(id_)
        elif not each.is_open(now) and ("jobs", id_) in reader.entries:
            left[id_] = reader.entries["jobs", id_]


def look_at_calendars(
    postings: list[Posting], events: list[Event], calendars: dict[str, dict[str, str]], now: datetime
) -> None:
    """A deadline stands, or was called off; and so does an event."""
    for each in postings:
        assert (own_calendar(each) in calendars) is not each.is_rolling
        if not each.is_rolling:
            uid = f"deadline-{each.first}@hub.example"
            is_off = each.closed is not None and each.closed[0] < each.ends
            assert calendars[own_calendar(each)] == {uid: "CANCELLED" if is_off else "CONFIRMED"}
            assert uid in calendars["calendars/deadlines.ics"] or not each.is_open(now)
    words = {"": "CONFIRMED", "cancelled": "CANCELLED", "postponed": "TENTATIVE"}
    held = {f"event-{each.first}@hub.example": words[each.off] for each in events}
    assert calendars.get("calendars/events.ics", {}) == held


def job_id(posting: Posting) -> str:
    return f"tag:{HUB.identity}:job/{posting.first}"


def own_calendar(posting: Posting) -> str:
    return f"jobs/{posting.name}/deadline.ics"


def statuses(board: Board) -> dict[str, str]:
    """How each item stands, as the board has it."""
    found = {each.id: each.status.value for each in board.postings}
    return found | {each.id: each.content.status or "" for each in board.events}


def told(entries: dict[str, tuple[str, datetime]], reader: Reader) -> Iterator[tuple[str, str, datetime]]:
    """The feed of changes: whose, what, and as of when. One id is one change, and one change is one id."""
    for id_ in entries:
        identity, what, instant = id_.partition(":change/")[2].split("/")
        at = datetime.strptime(instant, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        assert reader.about.setdefault(f"{identity} {what} {at}", id_) == id_
        yield identity, what, at
