"""A real Chromium, and readers who open a built site in it at an instant of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import launch
from tests.browser.reader import Reader


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """One for all of these tests, and gone before any others: they may not have its threads beside them."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def read(chromium: Browser) -> Iterator[Callable[..., Reader]]:
    """Makes readers: `read(site, "2026-03-31 23:50")`. The last one leaves first, who may show in a frame what
    another serves."""
    with ExitStack() as leaving:

        def make(*arguments: object, **named: object) -> Reader:
            reader = Reader(chromium, *arguments, **named)
            leaving.callback(reader.leave)
            return reader

        yield make
