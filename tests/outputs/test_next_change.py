"""The site is the same from one `next_change` to the next, and another at each: a year, walked through.

No output may change at an instant that nobody is told of: a scheduled build would miss it.
"""

from __future__ import annotations

import json
import random
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from jobboard.board.board import Board
from jobboard.board.changes import next_change, timeline
from jobboard.board.changes.timeline import Occurrence, Occurs
from tests.helpers import at, make_posting, write_site
from tests.outputs.lifecycles import BOARD_SITE, FILES
from tests.outputs.site_at import SiteAt
from tests.outputs.truth import turns

START, END = at("2025-12-15 12:00").astimezone(UTC), at("2027-06-01 00:00").astimezone(UTC)
_TICK = timedelta(microseconds=1)
_OF_EVENTS = {Occurs.STARTS, Occurs.REGISTRATION_ENDS, Occurs.ENDS, Occurs.REINSTATED}
"""There are no events on this board; that none of these is missing is in tests/board/test_timeline.py."""


@pytest.fixture(scope="module")
def site_at(tmp_path_factory: pytest.TempPathFactory) -> SiteAt:
    return SiteAt(write_site(tmp_path_factory.mktemp("year") / "content", FILES), BOARD_SITE)


def walk(site_at: SiteAt, start: datetime, end: datetime) -> Iterator[datetime]:
    """Each instant that `build.json` names as the next change, from one to the next; fails where it is wrong.

    Between two of them the site is looked at on one instant by chance (always the same one), and on the last.
    """
    chance = random.Random(4)
    now, files, names = start, site_at.files(start), site_at.keys(start)
    while (following := next_of(files)) is not None and following < end:
        for instant in (now + (following - now) * chance.random(), following - _TICK):
            changed = differences(names, site_at.keys(instant))
            assert changed == set(), f"changed between {now} and {instant}, told for {following}"
        then, names = site_at.files(following), site_at.keys(following)
        assert differences(files, then) > {"build.json"}, f"nothing changed at {following}"
        yield following
        now, files = following, then


def next_of(files: dict[str, bytes]) -> datetime | None:
    text = json.loads(files["build.json"])["next_change"]
    return datetime.fromisoformat(text) if text else None


def differences(before: dict[str, str] | dict[str, bytes], after: dict[str, str] | dict[str, bytes]) -> set[str]:
    """The paths at which two sites differ."""
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def test_the_site_changes_when_it_was_told_to_and_at_no_other_instant(site_at: SiteAt) -> None:
    told = list(walk(site_at, START, END))
    assert told == sorted({each for each in turns() if START < each < END})


def test_what_is_made_afresh_at_an_instant_is_what_was_kept_from_another(site_at: SiteAt) -> None:
    """The names of outputs are trusted above, so here they are not."""
    chance = random.Random(5)
    for _ in range(4):
        now = START + (END - START) * chance.random()
        assert site_at.afresh(now) == site_at.files(now)


@pytest.mark.parametrize("what", [each for each in Occurs if each not in _OF_EVENTS])
def test_a_kind_of_change_left_out_would_be_noticed(
    what: Occurs, site_at: SiteAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Something of every kind happens alone on this board, so the walk fails without that kind."""
    alone = instants_of_only(what, site_at)
    assert alone, f"nothing {what} alone on the board of every lifecycle"

    def without(board: Board) -> list[Occurrence]:
        return [change for change in timeline.occurrences_of(board) if change[1] is not what]

    monkeypatch.setattr(next_change, "occurrences_of", without)
    with pytest.raises(AssertionError, match="changed between"):
        list(walk(site_at, alone[0] - timedelta(minutes=1), END))


def instants_of_only(what: Occurs, site_at: SiteAt) -> list[datetime]:
    """When that kind of change happens, and no other."""
    kinds = defaultdict(set)
    for instant, each, _ in timeline.occurrences_of(site_at.board(START)):
        kinds[instant].add(each)
    return sorted(instant for instant, each in kinds.items() if each == {what} and instant > START)


def test_a_translation_leaves_the_feed_of_changes_with_its_original(tmp_path: Path) -> None:
    """It was never in that feed by itself, so the day it is ninety days old is no change of the site."""
    files = {
        "postings/analyst.md": make_posting(published="2026-01-12", deadline="2026-09-30"),
        "postings/analyste.md": make_posting(
            title="Analyste", lang="fr", published="2026-02-02", deadline=None, apply=None, translation_of="analyst"
        ),
    }
    site_at = SiteAt(write_site(tmp_path / "content", files), BOARD_SITE)
    told = list(walk(site_at, START, at("2026-09-01 00:00")))
    assert at("2026-02-02 00:00") in told
    assert at("2026-02-02 00:00").astimezone(UTC) + timedelta(days=90) not in told


def test_a_translation_that_came_first_is_told_of_until_its_original_appears(tmp_path: Path) -> None:
    files = {
        "postings/analyst.md": make_posting(published="2026-07-01", deadline="2026-09-30"),
        "postings/analyste.md": make_posting(
            title="Analyste", lang="fr", published="2026-02-02", deadline=None, apply=None, translation_of="analyst"
        ),
    }
    site_at = SiteAt(write_site(tmp_path / "content", files), BOARD_SITE)
    told = list(walk(site_at, START, END))
    assert at("2026-02-02 00:00").astimezone(UTC) + timedelta(days=90) in told
