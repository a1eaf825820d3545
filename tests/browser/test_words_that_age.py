"""Today, tomorrow, in three days: counted where the deadline is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.reader import Reader
from tests.browser.sites import PAGE, build_one
from tests.helpers import at

Read = Callable[..., Reader]


ELSEWHERE = {
    "Europe/Brussels": "",
    "Pacific/Auckland": " (Wed 10:59 for you)",
    "America/Los_Angeles": " (14:59 for you)",
}
"""What readers are told of 23:59 in Brussels on 31 March 2026, a Tuesday."""


@pytest.mark.parametrize("zone", ELSEWHERE)
@pytest.mark.parametrize(
    ("now", "words"),
    [
        ("2026-03-16 12:00", ""),
        ("2026-03-17 00:01", "Closes in 14 days"),
        ("2026-03-28 12:00", "Closes in 3 days"),
        ("2026-03-30 00:01", "Closes tomorrow at 23:59, Brussels time"),
        ("2026-03-30 23:59", "Closes tomorrow at 23:59, Brussels time"),
        ("2026-03-31 00:01", "Closes today at 23:59, Brussels time"),
        ("2026-03-31 23:59", "Closes today at 23:59, Brussels time"),
    ],
)
def test_days_are_counted_where_the_deadline_is(tmp_path: Path, read: Read, zone: str, now: str, words: str) -> None:
    reader = read(build_one(tmp_path), now, zone=zone)
    said = words + (ELSEWHERE[zone] if "23:59" in words else "")
    reader.open(PAGE)
    expect(reader.find(".call .ages")).to_have_text(said)
    reader.open("/jobs/")
    card, date = reader.find(".job-card .ages"), reader.find(".job-card .card-deadline")
    expect(card).to_have_text(said if "23:59" in words else "")
    expect(date).to_have_text("Apply by Tuesday 31 March 2026, 23:59 (Brussels time)")
    expect(date).to_be_visible(visible="23:59" not in words)


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/Los_Angeles"])
def test_it_closes_at_the_same_instant_for_everybody(tmp_path: Path, read: Read, zone: str) -> None:
    site = build_one(tmp_path)
    reader = read(site, "2026-03-31 23:59", zone=zone)
    reader.open(PAGE)
    expect(reader.find(".apply")).to_be_visible()
    reader.wait_until("2026-04-01 00:00")
    expect(reader.find(".apply")).to_have_count(0)


@pytest.mark.parametrize(
    ("deadline", "moments"),
    [
        (  # the night to 29 March has the 23-hour day before it
            "2026-03-30",
            (("2026-03-28 23:59", "in 2 days"), ("2026-03-29 00:00", "tomorrow"), ("2026-03-29 23:59", "tomorrow"),
             ("2026-03-30 00:00", "today"), ("2026-03-30 23:59", "today")),
        ),
        (  # 25 October has 25 hours
            "2026-10-26",
            (("2026-10-24 23:59", "in 2 days"), ("2026-10-25 00:00", "tomorrow"), ("2026-10-25 23:59", "tomorrow"),
             ("2026-10-26 00:00", "today"), ("2026-10-26 23:59", "today")),
        ),
    ],
)  # fmt: skip
def test_a_tab_left_open_counts_days_right_when_the_clocks_change(
    tmp_path: Path, read: Read, deadline: str, moments: tuple[tuple[str, str], ...]
) -> None:
    reader = read(build_one(tmp_path, deadline=deadline), moments[0][0], zone="America/Los_Angeles")
    reader.open(PAGE)
    for now, word in moments:
        reader.wait_until(now)
        expect(reader.find(".call .ages")).to_contain_text(f"Closes {word}")
    last = at(deadline) + timedelta(days=1)
    reader.wait_until(f"{last:%Y-%m-%d} 00:00")
    expect(reader.find(".notice")).to_be_visible()


@pytest.mark.parametrize(("day", "closes"), [("2026-03-29", "22:00"), ("2026-10-25", "23:00")])
def test_the_day_the_clocks_change_ends_at_its_own_midnight(tmp_path: Path, read: Read, day: str, closes: str) -> None:
    reader = read(build_one(tmp_path, deadline=day), f"{day} 23:59")
    reader.open(PAGE)
    expect(reader.find(".posting")).to_have_attribute("data-closes", f"{day}T{closes}:00Z")
    expect(reader.find(".call .ages")).to_have_text("Closes today at 23:59, Brussels time")
    reader.wait_until(f"{at(day) + timedelta(days=1):%Y-%m-%d} 00:00")
    expect(reader.find(".notice")).to_be_visible()


def test_anywhere_on_earth_is_counted_at_utc_minus_12(tmp_path: Path, read: Read) -> None:
    reader = read(build_one(tmp_path, timezone="AoE"), "2026-03-31 13:59", zone="Etc/GMT+12")
    reader.open(PAGE)
    expect(reader.find(".call .ages")).to_have_text("Closes tomorrow at 23:59, anywhere on Earth")
    reader.wait_until("2026-03-31 14:00")
    expect(reader.find(".call .ages")).to_have_text("Closes today at 23:59, anywhere on Earth")
    reader.wait_until("2026-04-01 13:59")
    expect(reader.find(".apply")).to_be_visible()
    reader.wait_until("2026-04-01 14:00")
    expect(reader.find(".apply")).to_have_count(0)


def test_a_deadline_with_a_time_says_its_last_minute(tmp_path: Path, read: Read) -> None:
    reader = read(build_one(tmp_path, deadline='"2026-03-31 17:00"', timezone="Europe/Lisbon"), "2026-03-31 12:00")
    reader.open(PAGE)
    expect(reader.find(".call .ages")).to_have_text("Closes today at 17:00, Lisbon time (18:00 for you)")


def test_a_rolling_posting_has_no_day_to_count_to_and_closes_after_its_review(tmp_path: Path, read: Read) -> None:
    reader = read(build_one(tmp_path, deadline="rolling", review_by="2026-03-31"), "2026-03-31 23:59")
    reader.open(PAGE)
    expect(reader.find(".ages")).to_have_count(0)
    reader.wait_until("2026-04-01 00:00")
    expect(reader.find(".apply")).to_have_count(0)


def test_a_zone_the_browser_does_not_know_costs_the_words_and_nothing_else(tmp_path: Path, read: Read) -> None:
    site = build_one(tmp_path)
    foreign = site["jobs/x/index.html"].replace(b'data-zone="Europe/Brussels"', b'data-zone="Europe/Atlantis"')
    reader = read({**site, "jobs/x/index.html": foreign}, "2026-03-31 23:59")
    reader.open(PAGE)
    expect(reader.find(".kicker .badge")).to_have_text("Closing soon")
    expect(reader.find(".ages")).to_have_text("")
    reader.wait_until("2026-04-01 00:00")
    expect(reader.find(".notice")).to_be_visible()


def test_words_that_age_are_not_printed(tmp_path: Path, read: Read) -> None:
    reader = read(build_one(tmp_path), "2026-03-31 12:00")
    reader.open(PAGE)
    expect(reader.find(".ages")).to_be_visible()
    reader.page.emulate_media(media="print")
    expect(reader.find(".ages")).to_be_hidden()
    reader.page.emulate_media(media="screen")
    reader.open("/jobs/")
    expect(reader.find(".card-deadline")).to_be_hidden()
    reader.page.emulate_media(media="print")
    expect(reader.find(".card-deadline")).to_be_visible()


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ("2026-03-05 12:00", "New"),
        ("2026-03-06 00:59", "New"),
        ("2026-03-06 01:00", ""),
        ("2026-03-24 00:00", "Closing soon"),
    ],
)
def test_a_card_says_that_it_is_new_for_some_days_whenever_it_was_built(
    tmp_path: Path, read: Read, now: str, words: str
) -> None:
    reader = read(build_one(tmp_path, published="2026-03-02"), now)
    reader.open("/jobs/")
    expect(reader.find(".job-card .badge")).to_have_text(words)


def test_cards_that_are_put_in_place_later_are_seen_to(tmp_path: Path, read: Read) -> None:
    reader = read(build_one(tmp_path), "2026-03-31 12:00")
    reader.open("/jobs/")
    expect(reader.find(".ages")).to_have_text("Closes today at 23:59, Brussels time")
    reader.page.evaluate("""() => {
        const card = document.querySelector(".job-card").cloneNode(true);
        card.querySelector(".ages").textContent = "";
        document.querySelector(".cards").append(card);
        dispatchEvent(new Event("cards"));
    }""")
    expect(reader.find(".ages")).to_have_text(["Closes today at 23:59, Brussels time"] * 2)
