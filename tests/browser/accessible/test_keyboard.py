"""Readers without a mouse: what Tab reaches, in which order, and where Enter leads."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.accessible.pages import NOW, TEMPLATES, Built
from tests.browser.reader import Reader

_AT = "() => { const it = document.activeElement; return it === document.body ? null : it.textContent.trim() }"
_REACHABLE = """() => [...document.querySelectorAll("a[href], button, summary, input, select, textarea")]
  .filter((each) => each.checkVisibility({ visibilityProperty: true }) && each.tabIndex >= 0)
  .map((each) => each.textContent.trim())"""


@pytest.fixture(params=[1280, 320])
def keyboard(request: pytest.FixtureRequest, reader: Reader) -> Reader:
    """The reader, with a wide or a narrow screen."""
    reader.page.set_viewport_size({"width": request.param, "height": 640})
    return reader


def walk_to(reader: Reader, link: Locator) -> None:
    """Press Tab until the focus is there."""
    for _ in reader.page.evaluate(_REACHABLE):
        reader.page.keyboard.press("Tab")
        if link.evaluate("each => each === document.activeElement"):
            return
    pytest.fail(f"Tab does not reach {link}")


def link_named(reader: Reader, name: str) -> Locator:
    return reader.page.get_by_role("link", name=name, exact=True)


@pytest.mark.parametrize("path", ["/", "/jobs/", "/jobs/x/"])
def test_tab_goes_through_all_of_a_page_in_the_order_it_is_read(path: str, keyboard: Reader) -> None:
    keyboard.open(path)
    expected = keyboard.page.evaluate(_REACHABLE)
    reached = []
    for _ in expected:
        keyboard.page.keyboard.press("Tab")
        reached.append(keyboard.page.evaluate(_AT))
    assert reached == expected
    keyboard.page.keyboard.press("Tab")
    assert keyboard.page.evaluate(_AT) in (None, expected[0])


def test_the_first_stop_is_the_way_past_the_menu(keyboard: Reader) -> None:
    keyboard.open("/jobs/x/")
    skip = keyboard.find(".skip-link")
    expect(skip).not_to_be_in_viewport()
    keyboard.page.keyboard.press("Tab")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    keyboard.page.keyboard.press("Enter")
    keyboard.page.keyboard.press("Tab")
    assert keyboard.page.evaluate("document.activeElement.closest('main') !== null")


def test_a_page_is_read_in_another_language(keyboard: Reader) -> None:
    keyboard.open("/jobs/")
    walk_to(keyboard, link_named(keyboard, "Français"))
    keyboard.page.keyboard.press("Enter")
    expect(keyboard.page).to_have_url(re.compile("/fr/jobs/$"))
    expect(keyboard.find("html")).to_have_attribute("lang", "fr")
    expect(link_named(keyboard, "Français")).to_have_attribute("aria-current", "true")


def test_a_posting_is_found_in_the_list_and_how_to_apply_on_its_page(keyboard: Reader) -> None:
    keyboard.open("/jobs/")
    walk_to(keyboard, keyboard.find(".job-card a").first)
    keyboard.page.keyboard.press("Enter")
    expect(keyboard.page).to_have_url(re.compile("/jobs/x/$"))
    walk_to(keyboard, link_named(keyboard, "How to apply"))
    keyboard.page.keyboard.press("Enter")
    expect(keyboard.page.get_by_role("heading", name="How to apply")).to_be_in_viewport()
    walk_to(keyboard, link_named(keyboard, "Apply on towns.example"))


def test_nobody_is_shown_a_control_that_needs_the_script_it_has_not(built: Built, read: Callable[..., Reader]) -> None:
    """Without it, links and forms do all there is to do."""
    reader = read(built.files, NOW, script=False)
    for template in TEMPLATES:
        reader.open(built.longest(template))
        controls = reader.find("button:not(form *), input:not(form *), select:not(form *), [role=button]")
        assert [each.inner_text() for each in controls.all() if each.is_visible()] == []
        assert reader.find("main").inner_text().strip()
