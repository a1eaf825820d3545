"""Every kind of page as readers set their screens up: enlarged, spaced, in colours of their own, without motion."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.accessible.looks import CUT_OFF, MOVING, OVERLAPS, SMALL_TARGETS, SPACED, UNSEEN_FOCUS
from tests.browser.accessible.pages import NOW, TEMPLATES, Built
from tests.browser.reader import Reader

ZOOMED = {"as it is": 1280, "200 %": 640, "400 %": 320}
"""How wide a screen of 1280 pixels is once it is enlarged."""

every_kind = pytest.mark.parametrize("template", TEMPLATES)


def wrong_with(reader: Reader, *measures: str) -> dict[str, list[object]]:
    """What is wrong by how much the page is enlarged."""
    found = {}
    for zoom, width in ZOOMED.items():
        reader.page.set_viewport_size({"width": width, "height": 800})
        found[zoom] = [wrong for each in measures for wrong in reader.page.evaluate(each)]
    return {zoom: wrong for zoom, wrong in found.items() if wrong}


@every_kind
def test_nothing_is_cut_off_or_overlaps_and_all_can_be_hit_and_seen_when_it_has_the_focus(
    template: str, built: Built, reader: Reader
) -> None:
    reader.open(built.longest(template))
    assert wrong_with(reader, CUT_OFF, OVERLAPS, SMALL_TARGETS, UNSEEN_FOCUS) == {}
    reader.page.evaluate(SPACED)
    assert wrong_with(reader, CUT_OFF, OVERLAPS) == {}, "with more space in the text"


def test_the_measures_see_what_is_wrong(reader: Reader) -> None:
    """So that the test above can fail."""
    reader.open("/jobs/")
    reader.page.set_viewport_size({"width": 320, "height": 800})
    reader.page.evaluate(
        "document.querySelector('h1').style.cssText = 'margin-block-end: -5rem; min-inline-size: 150%'"
    )
    reader.page.evaluate("document.querySelector('.site-footer nav').style.font = '6px/6px serif'")
    reader.page.evaluate("document.querySelector('.site-footer nav a').style.outline = 'none'")
    reader.page.evaluate("document.querySelector('main').style.cssText = 'position: fixed; inset: 0; background: red'")
    for each in (CUT_OFF, OVERLAPS, SMALL_TARGETS, UNSEEN_FOCUS):
        assert reader.page.evaluate(each) != []


def test_nothing_moves_for_those_who_asked_for_less(built: Built, reader: Reader) -> None:
    for template in TEMPLATES:
        reader.open(built.longest(template))
        reader.page.emulate_media(reduced_motion="reduce")
        assert reader.page.evaluate(MOVING) == []
        reader.page.emulate_media(reduced_motion="no-preference")
        assert reader.page.evaluate(MOVING) == ["HTML"]


_DOT = """each => {
  const { borderTopColor, borderTopStyle } = getComputedStyle(each, "::before");
  return [borderTopColor, borderTopStyle, getComputedStyle(document.body).backgroundColor];
}"""
"""How the dot beside a status is drawn, and on what."""


@pytest.mark.parametrize("path", ["/", "/jobs/", "/jobs/x/", "/jobs/over/"])
def test_status_and_focus_are_seen_in_a_readers_own_colours(
    path: str, built: Built, read: Callable[..., Reader]
) -> None:
    reader = read(built.files, NOW, forced_colors="active", color_scheme="dark", reduced_motion="reduce")
    reader.open(path)
    for badge in reader.find(".badge:not(:empty)").all():
        assert badge.inner_text().strip()
        colour, style, ground = badge.evaluate(_DOT)
        assert (style, colour != ground) == ("solid", True)
    assert reader.page.evaluate(UNSEEN_FOCUS) == []


def test_the_menu_says_where_the_reader_is_in_their_own_colours(built: Built, read: Callable[..., Reader]) -> None:
    reader = read(built.files, NOW, forced_colors="active")
    reader.open("/jobs/")
    line = "each => getComputedStyle(each).borderBlockEndColor"
    marked = reader.find(".site-navigation a[aria-current]").evaluate_all(f"all => all.map({line})")
    others = reader.find(".site-navigation a:not([aria-current])").evaluate_all(f"all => all.map({line})")
    ground = reader.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert set(others) == {ground}
    assert set(marked).isdisjoint(others)
