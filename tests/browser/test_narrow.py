"""Long words, addresses and code on a screen 320 pixels wide: no page scrolls sideways, and nothing is cut off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.reader import Reader
from tests.browser.sites import EVERY_KIND, PAGE, build_one, content_of_every_kind
from tests.browser.test_paper import PAPER
from tests.helpers import build_site, write_site

WORDS = {
    "one long word": ("Aufgabenübertragungsüberwachungsbehörde", "towns"),
    "the longest": ("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", "t" * 60),
    "an address": (
        "https://towns.example/a/very/long/path_without_a_place_to_break/and?query=of+the&same=kind",
        "towns",
    ),
    "no letters": ("_" * 70, "towns-of-the-rivers-and-the-lakes-and-of-the-mountains-beyond"),
    "Greek": ("Ηλεκτροεγκεφαλογραφήματα" * 2, "towns"),
    "Arabic": ("والمستشفيات" * 5, "towns"),
}
"""Words without a place to break, and a host's or mailbox's name."""

TOGETHER = [("one long word", "Greek"), ("Arabic", "the longest"), ("an address", "no letters")]
"""Those that stand in one text, of which the widest is the least a page can be wide; the last's name is taken."""

PATHS = [path for pages in PAPER.values() for path in pages if path != "/us/"] + ["/jobs/premier/", "/fr/jobs/"]

_SIDEWAYS = """() => {
  const wide = document.documentElement.clientWidth;
  const cut = [];
  for (const each of document.querySelectorAll("body *")) {
    const box = each.getBoundingClientRect();
    const style = getComputedStyle(each);
    if (!box.width || each.closest(".skip-link, .skyline")) continue;
    if (box.right > wide + 0.5 || box.left < -0.5) cut.push([each.tagName, each.className, box.left, box.right]);
    const hides = style.overflowX === "hidden" || style.overflowX === "clip";
    if (hides && each.scrollWidth > each.clientWidth) cut.push([each.tagName, each.className, "hides"]);
  }
  return [document.documentElement.scrollWidth - wide, cut.slice(0, 5)];
}"""


@pytest.fixture(scope="module", params=TOGETHER, ids=" and ".join)
def reader(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, chromium: Browser
) -> Iterator[Reader]:
    words, names = zip(*(WORDS[each] for each in request.param), strict=True)
    content = content_of_every_kind(" ".join(words), names[-1])
    site = build_site(write_site(tmp_path_factory.mktemp("narrow") / "content", content), site=EVERY_KIND)
    reader = Reader(chromium, site, "2026-03-30 12:00", viewport={"width": 320, "height": 640})
    yield reader
    reader.leave()


def test_no_page_scrolls_sideways_whatever_word_is_in_it(reader: Reader) -> None:
    found = {}
    for path in PATHS:
        reader.open(path)
        if (wrong := reader.page.evaluate(_SIDEWAYS)) != [0, []]:
            found[path] = wrong
    assert found == {}


def test_not_even_when_what_waits_in_the_page_is_put_up(tmp_path: Path, read: Callable[..., Reader]) -> None:
    content = write_site(tmp_path / "content", content_of_every_kind(*WORDS["the longest"]))
    reader = read(build_site(content, site=EVERY_KIND), "2026-03-31 23:59", viewport={"width": 320, "height": 640})
    reader.open("/jobs/x/")
    reader.wait_until("2026-04-01 00:00")
    expect(reader.find(".notice")).to_be_visible()
    assert reader.page.evaluate(_SIDEWAYS) == [0, []]


def test_a_hyphen_comes_into_long_words_and_never_into_an_address(tmp_path: Path, read: Callable[..., Reader]) -> None:
    reader = read(build_one(tmp_path), "2026-03-16 12:00")
    reader.open(PAGE)
    limits = "each => [getComputedStyle(each).hyphens, getComputedStyle(each).hyphenateLimitChars]"
    assert reader.find("h1").evaluate(limits) == ["auto", "14 5 5"]
    assert [each.evaluate(limits)[0] for each in reader.find(".verbatim, a[href^='mailto:']").all()] == ["manual"] * 2
