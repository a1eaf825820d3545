"""Following and the press in a real browser: folded things open, what can be copied is, the menu keeps to its line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from tests.browser.reader import Reader
from tests.helpers import SITE, at, build_site, make_event, make_news, make_organisation, make_posting, write_site

Read = Callable[..., Reader]

NOW = "2026-03-16 12:00"
NAMED = replace(SITE, name="Talent Hub for Cities and Regions", languages=("en", "fr", "es"))
FILES = {
    "postings/x.md": make_posting(),
    "events/y.md": make_event(),
    "news/z.md": make_news(
        kind="press-release", quotes="[{text: It holds., name: Ada Example, role: Mayor, organisation: second}]"
    ),
    "organisations/second.md": make_organisation(name="Second"),
    "organisations/example-network.md": make_organisation(press_contacts="[{name: Desk, email: press@example.org}]"),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return build_site(write_site(tmp_path_factory.mktemp("follow") / "content", FILES), at(NOW), site=NAMED)


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
def test_following_is_opened_by_keyboard_with_and_without_script(
    site: dict[str, bytes], read: Read, *, script: bool
) -> None:
    reader = read(site, NOW, script=script)
    reader.open("/jobs/")
    feed = reader.find(
        ".follow a",
    ).last
    expect(feed).to_be_hidden()
    reader.find(".follow summary").focus()
    reader.page.keyboard.press("Enter")
    expect(feed).to_be_visible()
    reader.page.keyboard.press("Tab")
    expect(reader.find(".follow a").first).to_be_focused()


@pytest.mark.parametrize("place", ["job", "kind", "language", "organisations", "calendars-organisations"])
def test_whoever_is_led_to_what_is_folded_finds_it_open(site: dict[str, bytes], read: Read, place: str) -> None:
    reader = read(site, NOW)
    reader.open(f"/subscribe/#{place}")
    expect(reader.find(f"#{place}")).to_be_in_viewport()
    expect(reader.find("#what")).to_be_hidden()


def test_a_quote_is_copied_with_its_speaker_and_a_contact_with_its_address(site: dict[str, bytes], read: Read) -> None:
    reader = read(site, NOW, permissions=["clipboard-read", "clipboard-write"])
    reader.open("/news/z/")
    for name, text in (
        ("Copy quote: Ada Example", "It holds.\n— Ada Example, Mayor, Second"),
        ("Copy link: quote of Ada Example", None),
        ("Copy: press@example.org", "press@example.org"),
    ):
        reader.page.get_by_role("button", name=name).click()
        expect(reader.find("#copied")).to_contain_text("Copied")
        if text is not None:
            assert reader.page.evaluate("navigator.clipboard.readText()") == text
    reader.open("/organisations/example-network/")
    reader.page.get_by_role("button", name="Copy: press@example.org").click()
    expect(reader.find("#copied")).to_contain_text("Copied: press@example.org")


def test_on_a_desk_the_menu_stands_on_one_line_with_the_name_and_the_languages(
    site: dict[str, bytes], read: Read
) -> None:
    reader = read(site, NOW, viewport={"width": 1280, "height": 800})
    reader.open("/subscribe/")
    boxes = [reader.find(part).bounding_box() for part in (".wordmark", ".site-navigation", ".languages")]
    ends = [(box["y"], box["y"] + box["height"]) for box in boxes if box]
    assert max(start for start, _ in ends) < min(end for _, end in ends)


@pytest.mark.parametrize("path", ["/jobs/", "/subscribe/", "/news/z/", "/fr/organisations/second/"])
def test_a_phone_shows_it_all_without_scrolling_aside(site: dict[str, bytes], read: Read, path: str) -> None:
    reader = read(site, NOW, viewport={"width": 320, "height": 700})
    reader.open(path)
    reader.page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert reader.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
