"""The filter by keyboard, on a narrow screen, and with the mouse after the keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from playwright.sync_api import expect

from tests.browser.finding.board import NOW
from tests.browser.finding.oracle import found
from tests.browser.reader import Reader

Read, Built = Callable[..., Reader], Mapping[str, bytes]

_SIDEWAYS = """() => {
  const wide = document.documentElement.clientWidth;
  const boxes = [...document.querySelectorAll(".find, .find *")].map((each) => [each, each.getBoundingClientRect()]);
  const cut = boxes.filter(([, box]) => box.width && (box.right > wide + 0.5 || box.left < -0.5));
  return [document.documentElement.scrollWidth - wide, cut.map(([each]) => each.outerHTML.slice(0, 80))];
}"""

_FOCUSED = """() => {
  const it = document.activeElement;
  return [it.localName, it.name || it.textContent.trim().slice(0, 30)];
}"""


def _tab(reader: Reader, times: int = 1) -> tuple[str, str]:
    for _ in range(times):
        reader.page.keyboard.press("Tab")
    name, told = reader.page.evaluate(_FOCUSED)
    return name, told


def _tab_to(reader: Reader, wanted: tuple[str, str], most: int = 80) -> list[tuple[str, str]]:
    passed: list[tuple[str, str]] = []
    while not passed or passed[-1] != wanted:
        passed.append(_tab(reader))
        assert len(passed) < most, passed
    return passed


def test_words_are_typed_and_the_number_is_where_the_keyboard_is(board: Built, read: Read) -> None:
    reader = read(board, NOW)
    reader.open("/jobs/")
    _tab_to(reader, ("input", "q"))
    reader.page.keyboard.type("archivist")
    reader.page.keyboard.press("Enter")
    status = reader.page.get_by_role("status").filter(has_text="postings found")
    expect(status).to_have_text("5 postings found")
    expect(status).to_be_focused()
    assert reader.page.url.endswith("?q=archivist")


def test_filters_are_opened_chosen_and_asked_for_without_a_mouse(board: Built, read: Read) -> None:
    reader = read(board, NOW)
    reader.open("/jobs/")
    _tab_to(reader, ("input", "q"))
    expect(reader.find("[data-field=kind] input").first).to_be_attached()
    assert _tab(reader)[0] == "button"
    assert _tab(reader)[0] == "summary"
    reader.page.keyboard.press("Enter")
    reader.page.screenshot()  # a frame is drawn, as for anybody who looks; without a window Chromium may put it off
    expect(reader.find("[data-field=kind] input").first).to_be_visible()
    fields = [reader.find("[data-field]").nth(n).get_attribute("data-field") for n in range(10)]
    passed = _tab_to(reader, ("input", "after"))
    order = list(dict.fromkeys(name for _, name in passed if name in fields))
    assert order == fields
    reader.find("[data-field=kind] input[value=traineeship]").focus()
    reader.page.keyboard.press("Space")
    reader.find("[data-field=topic] input[value=culture]").focus()
    reader.page.keyboard.press("Space")
    reader.page.keyboard.press("Enter")
    number = len(found((("kind", "traineeship"), ("topic", "culture"))))
    expect(reader.find(".find-count")).to_have_text(f"{number} postings found")
    expect(reader.find(".find-count")).to_be_focused()
    assert reader.page.url.endswith("?kind=traineeship&topic=culture")
    assert _tab(reader) == ("a", "Traineeship ✕")


def test_the_form_says_what_the_address_asks_for_and_keeps_it(board: Built, read: Read) -> None:
    query = "q=the&kind=job&from=pt&pay=1000&closes=2026-03-20..2026-12-31&published=30d"
    reader = read(board, NOW)
    reader.open(f"/jobs/?{query}")
    expect(reader.find("[data-field=kind] input[value=job]")).to_be_checked()
    reader.find("form button").first.click()
    expect(reader.find(".find-count")).to_be_focused()
    assert reader.page.url.endswith(query)


def test_what_is_submitted_before_the_files_are_there_keeps_the_filters(board: Built, read: Read) -> None:
    reader = read(board, NOW)
    release = reader.hold("**/titles.json")
    reader.page.goto("/jobs/?kind=traineeship")
    reader.find("#find-q").fill("archivist")
    reader.find("#find-q").press("Enter")
    release()
    expect(reader.find(".find-count")).to_have_text(re.compile("postings? found"))
    expect(reader.find(".chips li")).to_have_count(3)
    assert reader.page.url.endswith("?q=archivist&kind=traineeship")


def test_words_typed_by_keyboard_outlast_the_mouse(board: Built, read: Read) -> None:
    reader = read(board, NOW)
    reader.open("/jobs/")
    _tab_to(reader, ("input", "q"))
    reader.page.keyboard.type("archivist")
    reader.find("form summary").click()
    expect(reader.find("#find-q")).to_have_value("archivist")


def test_the_panel_fits_a_screen_of_320_pixels_and_all_targets_are_large_enough(board: Built, read: Read) -> None:
    reader = read(board, NOW, viewport={"width": 320, "height": 640})
    reader.open("/jobs/?kind=job&topic=culture&town=be-brussels&q=" + "w" * 60)
    reader.find("form summary").click()
    expect(reader.find(".chips li")).to_have_count(5)
    assert reader.page.evaluate(_SIDEWAYS) == [0, []]
    targets = "summary, button, input:not([type=checkbox]), select, label:has([type=checkbox]), .chips a"
    small = reader.find(f".find :is({targets}, [data-part=notice] a)").evaluate_all(
        """(all) => all.map((each) => [each.localName, each.textContent.slice(0, 20), each.getBoundingClientRect()])
          .filter(([, , box]) => box.width && (box.width < 24 || box.height < 24))
          .map(([name, text, box]) => `${name} ${text} ${box.width}x${box.height}`)"""
    )
    assert small == []
