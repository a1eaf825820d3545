"""Lists of open postings, however long ago the site was built."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.reader import Reader
from tests.browser.sites import PAGE, build_many, build_one
from tests.helpers import build_site, make_posting, write_site

Read = Callable[..., Reader]


def test_a_listing_built_a_month_ago_shows_what_is_open(tmp_path: Path, read: Read) -> None:
    site = build_many(tmp_path, "2026-03-20", "2026-04-10", "2026-04-30", "2026-05-20", "2026-05-31")
    reader = read(site, "2026-04-16 12:00")
    reader.open("/jobs/")
    expect(reader.find(".job-card .card-title")).to_have_text(["Post 3", "Post 4", "Post 5"])
    expect(reader.find(".count[role=status]")).to_have_text("3 open postings")
    reader.wait_until("2026-05-21 00:00")
    expect(reader.find(".count")).to_have_text("1 open posting")
    reader.sleep_until("2026-06-01 00:00")
    expect(reader.find(".count")).to_have_text("0 open postings")
    expect(reader.find(".empty")).to_have_text("There is no open posting at the moment.")
    expect(reader.find("[data-served] .cards")).to_be_hidden()


def test_one_page_of_several_does_not_claim_to_know_the_others(tmp_path: Path, read: Read) -> None:
    site = build_many(tmp_path, "2026-03-20", "2026-03-21", "2026-05-20", page_size=2)
    reader = read(site, "2026-03-21 12:00")
    reader.open("/jobs/")
    expect(reader.find(".count")).to_have_text("At most 2 open postings")
    reader.wait_until("2026-03-22 00:00")
    expect(reader.find(".count")).to_have_text("At most 1 open posting")
    expect(reader.find(".empty")).to_contain_text("Every posting on this page has closed.")


def test_the_home_and_an_organisation_lose_closed_cards_too(tmp_path: Path, read: Read) -> None:
    reader = read(build_many(tmp_path, "2026-03-20", "2026-05-20"), "2026-04-16 12:00")
    reader.open("/")
    expect(reader.find(".job-card .card-title")).to_have_text(["Post 2"])
    expect(reader.find(".hero a.button")).to_have_text("See all open postings")
    expect(reader.find(".empty")).to_have_text("No posting closes within the next seven days.")
    reader.open("/organisations/example-network/")
    expect(reader.find(".job-card .card-title")).to_have_text(["Post 2"])


@pytest.mark.parametrize(("focused", "then"), [("Post 1", "Post 2"), ("Post 2", "Post 3"), ("Post 3", "Post 2")])
def test_the_keyboard_goes_on_from_the_card_beside_a_removed_one(
    tmp_path: Path, read: Read, focused: str, then: str
) -> None:
    days = {"Post 1": "2026-04-20", "Post 2": "2026-04-20", "Post 3": "2026-04-20", focused: "2026-04-10"}
    files = {
        f"postings/p{name[-1]}.md": make_posting(title=name, deadline=day, published=f"2026-03-0{9 - int(name[-1])}")
        for name, day in days.items()
    }
    reader = read(build_site(write_site(tmp_path / "content", files)), "2026-04-10 23:59")
    reader.open("/jobs/newest/")
    reader.find(
        ".card-title a",
    ).filter(has_text=focused).focus()
    reader.wait_until("2026-04-11 00:00")
    expect(reader.find(".card-title a").filter(has_text=then)).to_be_focused()


def test_the_keyboard_goes_to_what_stands_in_place_of_the_last_card_or_of_apply(tmp_path: Path, read: Read) -> None:
    site = build_one(tmp_path)
    reader = read(site, "2026-03-31 23:59")
    reader.open("/jobs/")
    reader.find(".card-title a").focus()
    reader.wait_until("2026-04-01 00:00")
    expect(reader.find(".empty")).to_be_focused()
    reader = read(site, "2026-03-31 23:59")
    reader.open(PAGE)
    reader.find(".apply a").first.focus()
    reader.wait_until("2026-04-01 00:00")
    expect(reader.find(".notice")).to_be_focused()


_COUNTED = """
  globalThis.made = {};
  for (const name of ["DateTimeFormat", "RelativeTimeFormat"]) {
    const real = Intl[name];
    Intl[name] = function (...given) { made[name] = (made[name] ?? 0) + 1; return new real(...given); };
  }
  for (const name of ["toLocaleString", "toLocaleDateString", "toLocaleTimeString"])
    Date.prototype[name] = () => { throw new Error("makes a formatter each time"); };
"""


def test_a_page_of_fifty_makes_the_clocks_of_each_zone_once(tmp_path: Path, read: Read) -> None:
    zones = ("Europe/Brussels", "Europe/Lisbon", "Asia/Tokyo", "AoE")
    files = {
        f"postings/p{number}.md": make_posting(deadline=f"2026-03-{17 + number % 13}", timezone=zones[number % 4])
        for number in range(50)
    }
    reader = read(build_site(write_site(tmp_path / "content", files)), "2026-03-16 12:00")
    reader.page.add_init_script(_COUNTED)
    reader.open("/jobs/")
    expect(reader.find(".job-card .ages:not(:empty)")).not_to_have_count(0)
    reader.wait_until("2026-03-17 12:00")
    own = 3  # the reader's clock, in the form that is compared, with a weekday and without
    assert reader.page.evaluate("made") == {"DateTimeFormat": len(zones) + own, "RelativeTimeFormat": 1}
