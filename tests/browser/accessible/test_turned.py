"""Every kind of page from right to left, and drawings in a reader's own colours."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.accessible.looks import CUT_OFF, OVERLAPS
from tests.browser.accessible.pages import NOW, TEMPLATES, Built
from tests.browser.reader import Reader

Read = Callable[..., Reader]

_TURN = "document.documentElement.dir = 'rtl'"

_SIDE = """each => {
  const box = each.getBoundingClientRect(), its = each.parentElement.getBoundingClientRect();
  return box.left - its.left < its.right - box.right ? "left" : "right";
}"""
"""On which side of what holds it something is."""

_SYSTEM = """() => ["Canvas", "CanvasText", "LinkText"].map((name) => {
  const each = document.body.appendChild(document.createElement("i"));
  each.style.color = name;
  const { color } = getComputedStyle(each);
  each.remove();
  return color;
})"""
"""The colours of the reader: ground, words, links."""

_GROUNDS = """() => [...document.querySelectorAll("body *:not(button, input, select, textarea, svg *, img)")]
  .map((each) => getComputedStyle(each).backgroundColor)"""
"""Every background of what holds words, but of what one fills in or presses, which has its own."""


def test_nothing_is_cut_off_or_overlaps_from_right_to_left(built: Built, reader: Reader) -> None:
    found = {}
    for template in TEMPLATES:
        reader.open(built.longest(template))
        reader.page.evaluate(_TURN)
        for width in (320, 1280):
            reader.page.set_viewport_size({"width": width, "height": 8000})  # so high that nothing sticks over words
            found[template, width] = [wrong for each in (CUT_OFF, OVERLAPS) for wrong in reader.page.evaluate(each)]
    assert {page: wrong for page, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("part", [".facts", ".wordmark", ".posting-who > .sign"])
def test_parts_of_a_page_are_on_the_other_side_from_right_to_left(part: str, built: Built, reader: Reader) -> None:
    reader.open("/jobs/x/")
    reader.page.set_viewport_size({"width": 1280, "height": 800})
    before = reader.find(part).first.evaluate(_SIDE)
    reader.page.evaluate(_TURN)
    assert {before, reader.find(part).first.evaluate(_SIDE)} == {"left", "right"}


def test_time_and_length_run_the_way_a_page_is_read(built: Built, reader: Reader) -> None:
    reader.open("/numbers/")
    turned = "all => all.map((each) => getComputedStyle(each).transform)"
    drawings = reader.find(".chart-bars, .line-bar")
    assert set(drawings.evaluate_all(turned)) == {"none"}
    reader.page.evaluate(_TURN)
    assert set(drawings.evaluate_all(turned)) == {"matrix(-1, 0, 0, 1, 0, 0)"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_drawings_take_the_colours_of_a_reader(scheme: str, built: Built, read: Read) -> None:
    """Browsers leave them alone: a bar in our dark green would be lost on a ground of theirs."""
    reader = read(built.files, NOW, forced_colors="active", color_scheme=scheme)
    reader.open("/numbers/")
    ground, words, links = reader.page.evaluate(_SYSTEM)
    style = "([each, ...more]) => [getComputedStyle(each).fill, getComputedStyle(each).stroke]"
    assert reader.find(".line-bar").evaluate_all(style)[0] == links
    assert reader.find('.chart-bars > [data-role="opened"]').evaluate_all(style)[0] == links
    assert reader.find('.chart-bars > [data-role="closed"]').evaluate_all(style) == [ground, words]
    reader.open("/")
    assert {each.evaluate("each => getComputedStyle(each).fill") for each in reader.find(".skyline").all()} == {words}


@pytest.mark.parametrize("path", ["/", "/jobs/", "/jobs/x/", "/numbers/", "/saved/"])
def test_what_words_stand_on_is_a_ground_of_the_reader(path: str, built: Built, read: Read) -> None:
    """A name like LinkText is kept where it is a background, and would lie behind words of the same colour."""
    reader = read(built.files, NOW, forced_colors="active", color_scheme="dark")
    reader.open(path)
    ground, *_ = reader.page.evaluate(_SYSTEM)
    assert {*reader.page.evaluate(_GROUNDS)} <= {ground, "rgba(0, 0, 0, 0)"}
