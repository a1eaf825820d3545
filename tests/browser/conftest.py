"""A real Chromium, and readers who open a built site in it at an instant of their own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.reader import Reader

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_QUIET = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
_ARGUMENTS = [*_QUIET.split(), "--disable-component-update", "--disable-sync"]
_MISSING = "no Chromium found: install the package chromium, or name one in the environment as CHROMIUM"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The browser; a machine without one skips these tests, except in continuous integration."""
    path = next(filter(None, map(shutil.which, filter(None, (os.environ.get("CHROMIUM"), *_NAMES)))), None)
    if path is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(_MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def read(chromium: Browser) -> Iterator[Callable[..., Reader]]:
    """Makes readers: `read(site, "2026-03-31 23:50")`. None may see an error or call on another host."""
    readers: list[Reader] = []

    def make(*arguments: object, **named: object) -> Reader:
        readers.append(Reader(chromium, *arguments, **named))
        return readers[-1]

    yield make
    for each in readers:
        each.leave()
        assert each.errors == []
        assert each.foreign == []
