"""What people come for, walked on the demo: `python -m tests.browser.errands`, which is `make errands`.

Each errand is walked twice on a telephone of 390 pixels: by pointer, and by keyboard alone. Counted are clicks, or keys
pressed on the way (the skip link is taken where it leads nearer); letters typed; and seconds: of the machine, and what
a practised reader needs by the keystroke-level model (Card, Moran and Newell 1980).
"""

from __future__ import annotations

import io
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import nullcontext
from datetime import datetime
from pathlib import Path

from bench.corpus import NOW
from playwright.sync_api import Browser, Locator, sync_playwright
from pypdf import PdfReader

from tests.browser.chromium import launch
from tests.browser.reader import Reader
from tests.judging.demo import build_demo

_THINK, _POINT, _KEY = 1.35, 1.3, 0.28
"""Seconds of the model: to make up one's mind, to point and press, to press a key."""

_MOST_KEYS = 400
_READ_CLIPBOARD = "() => navigator.clipboard.readText()"


class Walk:
    """A reader on the way, who counts. By keyboard nothing is clicked."""

    def __init__(self, reader: Reader, *, by_keyboard: bool) -> None:
        self.reader, self.by_keyboard = reader, by_keyboard
        self.steps = self.keys = self.typed = 0

    def take(self, what: str | Locator) -> None:
        """Press a link or a button: the first of what a selector finds."""
        target = self.reader.find(what).first if isinstance(what, str) else what
        target.wait_for()
        self.steps += 1
        href = target.get_attribute("href")
        leads_on = bool(href) and not str(href).endswith(".zip")
        with self.reader.page.expect_event("load") if leads_on else nullcontext():
            if self.by_keyboard:
                self._go_to(target)
                self._press("Space" if target.evaluate("each => each.type === 'checkbox'") else "Enter")
            else:
                target.click()

    def fill(self, what: str, words: str) -> None:
        """Type into a field, and send it off."""
        field = self.reader.find(what).first
        self.steps += 1
        if self.by_keyboard:
            self._go_to(field)
        else:
            field.click()
        self.reader.page.keyboard.type(words)
        self.typed += len(words)
        self._press("Enter")

    def reach(self, target: Locator) -> None:
        """Come to what leads out of the site, where one would press."""
        self.steps += 1
        if self.by_keyboard:
            self._go_to(target)

    def seconds(self) -> float:
        """What the model gives."""
        hands = self.keys * _KEY if self.by_keyboard else self.steps * _POINT + self.keys * _KEY
        return self.steps * _THINK + hands + self.typed * _KEY

    def _press(self, key: str) -> None:
        self.reader.page.keyboard.press(key)
        self.keys += 1

    def _go_to(self, target: Locator) -> None:
        """By Tab; past the head of the page by its first link, if one stands before all and goes to what is behind."""
        is_there = "each => each === document.activeElement"
        if target.evaluate("each => !!each.closest('main') && document.activeElement === document.body"):
            self._press("Tab")
            self._press("Enter")
        for _ in range(_MOST_KEYS):
            if target.evaluate(is_there):
                return
            self._press("Tab")
        raise RuntimeError(f"no key leads to {target}")


def deadlines(walk: Walk) -> str:
    """Three postings, saved on the way; then their deadlines as one file."""
    for number in range(3):
        walk.reader.open("/jobs/closing-soon/")
        walk.take(walk.reader.find(".cards .card-title a").nth(number))
        walk.take(".save-button")
    with walk.reader.page.expect_download() as given:
        walk.take(".site-navigation a[href$='/saved/']")
        walk.take("[data-part=calendar]")
    return f"{given.value.path().read_text(encoding='utf-8').count('BEGIN:VEVENT')} deadlines in one calendar file"


def all_deadlines(walk: Walk) -> str:
    """Of the whole board, which the telephone then asks for by itself."""
    walk.reader.open("/")
    walk.take(".site-navigation a[href$='/subscribe/']")
    link = walk.reader.find("#calendars a[href^='webcal:']").first
    walk.reach(link)
    return f"the link {link.get_attribute('href')}"


def quote(walk: Walk) -> str:
    """From the home page to a release's pictures and words."""
    walk.reader.open("/")
    walk.take(".site-navigation a[href$='/news/']")
    walk.take("main a[href$='/news/kind/press-release/']")
    walk.take(".cards .card-title a")
    with walk.reader.page.expect_download() as given:
        walk.take("a[href$='.zip']")
    walk.take(".quote button[aria-label^='Copy quote']")
    return f"{given.value.suggested_filename} and {walk.reader.page.evaluate(_READ_CLIPBOARD)!r}"


def friend(walk: Walk) -> str:
    """From a posting; where the system has a sheet for sharing, its button stands beside."""
    walk.reader.open("/jobs/closing-soon/")
    walk.take(".cards .card-title a")
    walk.take(".sharing button[aria-label^='Copy link']")
    return str(walk.reader.page.evaluate(_READ_CLIPBOARD))


def paper(walk: Walk) -> str:
    """The browser's own command, which needs no button."""
    walk.reader.open("/jobs/closing-soon/")
    walk.take(".cards .card-title a")
    walk.steps += 1
    walk.keys += 1
    sheets = PdfReader(io.BytesIO(walk.reader.page.pdf(format="A4"))).pages
    words = "".join(sheet.extract_text() for sheet in sheets)
    return f"{len(sheets)} sheets, with {re.findall('https://[^ ]+', words)[-1]}"


def spring(walk: Walk) -> str:
    """By two words of its title: it closed long ago."""
    walk.reader.open("/jobs/closed/2026/")
    months = ", ".join(f"time[datetime^='2026-0{month}']" for month in (3, 4, 5))
    seen = walk.reader.find(f".job-card:has({months}) .card-title a").first
    title, href = seen.inner_text(), seen.get_attribute("href")
    walk.reader.open("/")
    walk.take(".site-navigation a[href$='/search/']")
    walk.take("input[name=closed]")
    walk.fill(".search-words", " ".join(title.lower().replace(",", "").split()[:2]))
    walk.take(f".search-answer a[href='{href}']")
    walk.reader.find(".posting").wait_for()
    return f"{title!r}: {' '.join(walk.reader.find('main .notice').all_inner_texts())}"


def mail(walk: Walk) -> str:
    """About one organisation: an address of the list that JOBBOARD_EMAIL names."""
    walk.reader.open("/")
    walk.take(".site-navigation a[href$='/organisations/']")
    walk.take("main .card-title a")
    walk.take(".follow summary")
    link = walk.reader.find(".follow li a").first
    walk.reach(link)
    return f"{link.inner_text()}: {link.get_attribute('href')}"


ERRANDS: Mapping[str, Callable[[Walk], str]] = {
    "the deadlines of three postings into my phone": deadlines,
    "all deadlines of the board into my phone": all_deadlines,
    "the release's pictures and a quote": quote,
    "send it to a friend": friend,
    "print it": paper,
    "a job I saw in spring": spring,
    "tell me by mail about one organisation": mail,
}


def walked(browser: Browser, files: Mapping[str, bytes], now: datetime) -> Iterator[tuple[str, Walk, float, str]]:
    """Each errand both ways: what it is, how it was walked, seconds of the machine, what one has in the end."""
    for name, errand in ERRANDS.items():
        for by_keyboard in (False, True):
            reader = Reader(
                browser,
                files,
                now,
                viewport={"width": 390, "height": 844},
                permissions=["clipboard-read", "clipboard-write"],
                accept_downloads=True,
            )
            walk, began = Walk(reader, by_keyboard=by_keyboard), time.perf_counter()
            got = errand(walk)
            yield name, walk, time.perf_counter() - began, got
            reader.leave()


def main() -> None:
    """Print a line for each errand and each way."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        files = build_demo(Path(folder) / "demo", NOW, "https://demo.example").files
        browser = launch(playwright)
        for name, walk, machine, got in walked(browser, files, NOW):
            way = f"{walk.keys} keys" if walk.by_keyboard else f"{walk.steps} clicks"
            sys.stdout.write(
                f"{name}: {way}, {walk.typed} letters; {machine:.1f} s here, {walk.seconds():.0f} s by the model\n"
            )
            sys.stdout.write(f"    {got}\n" if not walk.by_keyboard else "")
            sys.stdout.flush()
        browser.close()


if __name__ == "__main__":
    main()
