"""A site that nobody builds any more, a clock that is wrong, a browser without script."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.reader import Reader
from tests.browser.sites import PAGE, STALE, build_many, build_one
from tests.helpers import project_theme

Read = Callable[..., Reader]


def test_the_script_is_small_over_the_wire() -> None:
    """It was a kilobyte and a half before it said what is new, and what time a deadline is for the reader."""
    assert len(gzip.compress(project_theme().files["js/board.js"], mtime=0)) < 1900


def test_a_site_past_its_next_change_says_that_postings_may_be_missing(tmp_path: Path, read: Read) -> None:
    reader = read(build_one(tmp_path), "2026-03-21 00:00", build=STALE)
    for path in ("/", "/jobs/", "/organisations/example-network/"):
        reader.open(path)
        expect(reader.find("[role=status] > .stale")).to_have_text(
            "Newer postings may be missing. This list was last brought up to date on 2 March 2026."
        )
    reader.open(PAGE)
    expect(reader.find(".stale")).to_have_count(0)


@pytest.mark.parametrize("next_change", ["2026-03-21T00:00:00Z", None])
def test_a_site_that_is_up_to_date_says_nothing(tmp_path: Path, read: Read, next_change: str | None) -> None:
    reader = read(build_one(tmp_path), "2026-03-21 00:59", build={**STALE, "next_change": next_change})
    reader.open("/jobs/")
    expect(reader.find(".stale")).to_have_count(0)


def test_a_stale_site_that_never_changed_gives_no_date(tmp_path: Path, read: Read) -> None:
    reader = read(build_one(tmp_path), "2026-03-21 00:00", build={**STALE, "last_change": None})
    reader.open("/jobs/")
    expect(reader.find(".stale")).to_have_text("Newer postings may be missing.")


def test_a_tab_looked_at_again_asks_again(tmp_path: Path, read: Read) -> None:
    reader = read(build_one(tmp_path), "2026-03-20 12:00", build=STALE)
    reader.open("/jobs/")
    expect(reader.find(".stale")).to_have_count(0)
    reader.sleep_until("2026-03-25 12:00")
    expect(reader.find(".stale")).to_have_count(0)
    reader.page.evaluate("document.dispatchEvent(new Event('visibilitychange', {bubbles: true}))")
    expect(reader.find(".stale")).to_be_visible()


@pytest.mark.parametrize("wrong", [timedelta(days=30), timedelta(days=-30)])
def test_a_clock_that_is_weeks_wrong_changes_nothing(tmp_path: Path, read: Read, wrong: timedelta) -> None:
    site = build_many(tmp_path, "2026-03-20", "2026-04-10")
    reader = read(site, "2026-03-24 12:00", wrong=wrong)
    reader.open("/jobs/")
    expect(reader.find(".job-card .card-title")).to_have_text(["Post 2"])


def test_a_few_minutes_are_the_servers_mistake_as_likely_as_the_readers(tmp_path: Path, read: Read) -> None:
    reader = read(build_one(tmp_path), "2026-03-31 23:59", wrong=timedelta(minutes=2))
    reader.open(PAGE)
    expect(reader.find(".notice")).to_be_visible()


def test_the_date_of_a_cached_answer_is_no_clock(tmp_path: Path, read: Read) -> None:
    site = build_one(tmp_path)
    reader = read(site, "2026-03-31 12:00", wrong=timedelta(days=1), headers={"Age": "86400"})
    reader.open(PAGE)
    expect(reader.find(".notice")).to_be_visible()


def test_without_an_answer_the_readers_clock_decides(tmp_path: Path, read: Read) -> None:
    reader = read(build_one(tmp_path), "2026-04-01 00:00")
    reader.expect_error("Failed to load resource: net::ERR_FAILED")
    reader.page.route("**/build.json", lambda route: route.abort())
    reader.page.goto(PAGE)
    expect(reader.find(".notice")).to_be_visible()


def test_without_script_the_page_states_the_deadline_in_full_and_nothing_else_happens(
    tmp_path: Path, read: Read
) -> None:
    site = build_one(tmp_path)
    reader = read(site, "2026-05-16 12:00", zone="Pacific/Auckland", script=False, build=STALE)
    reader.open(PAGE)
    expect(reader.find(".call-deadline time")).to_have_text("Tuesday 31 March 2026, end of the day (Brussels time)")
    expect(reader.find(".apply")).to_be_visible()
    expect(reader.find(".notice, .stale")).to_have_count(0)
    reader.open("/jobs/")
    expect(reader.find(".card-deadline time")).to_have_text("Tuesday 31 March 2026, 23:59 (Brussels time)")
    expect(reader.find(".job-card .badge")).to_have_text("")
    expect(reader.find(".count")).to_have_text("1 open posting")
    expect(reader.find(".empty, .stale")).to_have_count(0)
