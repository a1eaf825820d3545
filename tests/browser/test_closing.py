"""The page of a posting that closes while it is read, or closed since the site was built."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.reader import Reader
from tests.browser.sites import PAGE, build_one
from tests.helpers import at

Read = Callable[..., Reader]


def test_a_page_left_open_across_the_deadline_closes(tmp_path: Path, read: Read) -> None:
    reader = read(build_one(tmp_path), "2026-03-31 23:58")
    reader.open(PAGE)
    expect(reader.find(".posting")).to_have_attribute("data-status", "closing-soon")
    expect(reader.find(".apply")).to_be_visible()
    expect(reader.find(".notice")).to_have_count(0)
    reader.wait_until("2026-04-01 00:00")
    expect(reader.find("[role=status] .notice-heading")).to_have_text(
        "This posting is closed (closed 31 March 2026). It takes no more applications."
    )
    expect(reader.find(".notice a").first).to_have_text("Open postings of Example Network")
    expect(reader.find(".apply, .call, a[href^='mailto:'], a[href='#apply']")).to_have_count(0)
    expect(reader.find(".posting")).to_have_attribute("data-status", "closed")
    expect(reader.find(".kicker .badge")).to_have_text("Closed")


def test_it_is_open_until_the_last_second(tmp_path: Path, read: Read) -> None:
    reader = read(build_one(tmp_path), "2026-03-31 23:58")
    reader.open(PAGE)
    reader.page.clock.run_for(100_000)
    expect(reader.find(".apply")).to_be_visible()
    expect(reader.find(".notice")).to_have_count(0)


@pytest.mark.parametrize(("now", "notices"), [("2026-03-31 23:59:59.999", 0), ("2026-04-01 00:00", 1)])
def test_the_interval_is_half_open(tmp_path: Path, read: Read, now: str, notices: int) -> None:
    reader = read(build_one(tmp_path), now)
    reader.page.clock.set_fixed_time(at(now))
    reader.open(PAGE)
    expect(reader.find(".kicker .badge")).to_have_text("Closed" if notices else "Closing soon")
    expect(reader.find(".notice")).to_have_count(notices)


def test_a_page_that_slept_across_the_deadline_closes_on_waking(tmp_path: Path, read: Read) -> None:
    reader = read(build_one(tmp_path), "2026-03-20 12:00")
    reader.open(PAGE)
    reader.sleep_until("2026-05-20 12:00")
    expect(reader.find(".notice")).to_be_visible()
    expect(reader.find(".apply")).to_have_count(0)


def test_a_deadline_months_away_does_not_overflow_the_timer(tmp_path: Path, read: Read) -> None:
    reader = read(build_one(tmp_path, deadline="2026-12-31"), "2026-03-20 12:00")
    reader.open(PAGE)
    reader.page.evaluate("window.updates = 0; new MutationObserver(() => window.updates++)"
                         ".observe(document.querySelector('.badge'), {childList: true})")  # fmt: skip
    reader.page.clock.run_for(60_000)
    assert reader.page.evaluate("window.updates") == 0
    expect(reader.find(".apply")).to_be_visible()


def test_closing_soon_begins_at_its_instant(tmp_path: Path, read: Read) -> None:
    reader = read(build_one(tmp_path), "2026-03-23 23:59")
    reader.open(PAGE)
    expect(reader.find(".kicker .badge")).to_have_text("Open")
    reader.wait_until("2026-03-24 00:00")
    expect(reader.find(".kicker .badge")).to_have_text("Closing soon")
    expect(reader.find(".kicker .badge")).to_have_attribute("data-status", "closing-soon")


def test_a_posting_that_was_closed_when_built_is_left_as_it_is(tmp_path: Path, read: Read) -> None:
    site = build_one(tmp_path, now="2026-04-02 12:00", closed="{on: 2026-03-20, because: filled}")
    reader = read(site, "2026-04-03 12:00")
    reader.open(PAGE)
    expect(reader.find(".notice-heading")).to_contain_text("This position has been filled")
    expect(reader.find(".kicker .badge")).to_have_text("Filled")
    reader.open("/jobs/closed/2026/")
    expect(reader.find(".job-card:visible")).to_have_count(1)


def test_the_reason_of_a_closing_to_come_is_in_no_page(tmp_path: Path) -> None:
    site = build_one(tmp_path, closed="{on: 2026-03-20, because: other, note: Nobody knows yet.}")
    assert [path for path, data in site.items() if b"Nobody knows" in data] == []
