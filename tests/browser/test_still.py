"""What the script adds to a page has its room before: nothing that is seen moves (CLS 0)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.reader import Reader
from tests.browser.sites import PAGE
from tests.helpers import SITE, at, build_site, make_event, make_posting, write_site

SHIFTS = """() => {
  window.shifts = [];
  const nameOf = ({ node, previousRect, currentRect }) => [
    node?.className ?? node?.data, previousRect.y, previousRect.height, currentRect.y, currentRect.height,
  ];
  const seen = (list) => window.shifts.push(...list.getEntries().map((each) => each.sources.map(nameOf)));
  new PerformanceObserver(seen).observe({ type: "layout-shift", buffered: true });
}"""
SCREENS = {"phone": (390, 844), "tablet": (768, 1024), "desktop": (1280, 800)}
NOW = "2026-03-16 12:00"
TEXT = "You will count the bicycles that cross forty bridges. " * 60


def shifts_on(read: Callable[..., Reader], site: dict[str, bytes], now: str, look: Callable[[Reader], None]) -> object:
    """What has moved, by the screen it moved on, after `look` has done what a reader does there."""
    found = {}
    for screen, (width, height) in SCREENS.items():
        reader = read(site, now, viewport={"width": width, "height": height}, bypass_csp=True)
        reader.page.add_init_script(f"({SHIFTS})()")
        look(reader)
        found[screen] = reader.page.evaluate("window.shifts")
    return {screen: shifts for screen, shifts in found.items() if shifts}


def built(folder: Path, now: str, others: int) -> dict[str, bytes]:
    place = "{city: Ghent, country: BE}"
    deadlines = {"x": "2026-03-31", **{f"p{number}": "2026-04-30" for number in range(others)}}
    files = {
        f"postings/{name}.md": make_posting(TEXT, title=f"Analyst {name}", place=place, deadline=deadline)
        for name, deadline in deadlines.items()
    }
    return build_site(write_site(folder / "content", files), at(now))


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ("2026-03-11 12:00", ""),
        ("2026-03-20 12:00", "in 11 days"),
        ("2026-03-29 12:00", "in 2 days"),
        ("2026-03-31 12:00", "today at 23:59"),
    ],
)
def test_a_posting_stands_still_while_the_script_says_when_it_closes_and_finds_others(
    tmp_path: Path, read: Callable[..., Reader], now: str, words: str
) -> None:
    def look(reader: Reader) -> None:
        reader.open(PAGE)
        expect(reader.find(".call .ages")).to_contain_text(words)
        reader.find(".site-footer").scroll_into_view_if_needed()
        expect(reader.find(".like .job-card")).to_have_count(3)
        reader.find(".site-footer").scroll_into_view_if_needed()

    assert shifts_on(read, built(tmp_path, now, 4), now, look) == {}


def test_a_posting_like_no_other_stands_still_though_it_is_found_out_late(
    tmp_path: Path, read: Callable[..., Reader]
) -> None:
    def look(reader: Reader) -> None:
        release = reader.hold("**/facets.json")
        reader.open(PAGE)
        reader.find(".like > .link-list").scroll_into_view_if_needed()
        reader.page.evaluate("window.answer = new Promise((done) => addEventListener('cards', done)); null")
        release()
        reader.page.evaluate("window.answer.then(() => null)")
        reader.find(".like > .link-list").scroll_into_view_if_needed()
        reader.find("h1").scroll_into_view_if_needed()
        expect(reader.find(".like > .cards")).to_have_attribute("hidden", "")

    now = "2026-03-11 12:00"
    assert shifts_on(read, built(tmp_path, now, 0), now, look) == {}


def test_a_list_stands_still_while_its_filter_is_put_up(tmp_path: Path, read: Callable[..., Reader]) -> None:
    def look(reader: Reader) -> None:
        reader.open("/jobs/")
        expect(reader.find(".find-form")).to_be_visible()

    now = "2026-03-11 12:00"
    assert shifts_on(read, built(tmp_path, now, 30), now, look) == {}


def test_the_head_of_a_page_is_as_high_with_saved_postings_as_without(
    tmp_path: Path, read: Callable[..., Reader]
) -> None:
    site = replace(SITE, name="Talent Hub for Cities and Regions", languages=("en", "fr", "es"))
    content = write_site(tmp_path / "content", {"postings/x.md": make_posting(), "events/x.md": make_event()})
    reader = read(build_site(content, at(NOW), site=site), NOW, viewport={"width": 1280, "height": 800})
    reader.open(PAGE)
    before = reader.find(".site-header").bounding_box()
    reader.find(".save-button").click()
    reader.open("/")
    expect(reader.find(".site-navigation a[href='/saved/']")).to_be_visible()
    assert reader.find(".site-header").bounding_box() == before
