"""Where Chromium is, and how it is started."""

from __future__ import annotations

import os
import shutil

import pytest
from playwright.sync_api import Browser, Playwright

_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The engine without windows comes first: with it a page opens in a third of the time."""

_QUIET = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
ARGUMENTS = (*_QUIET.split(), "--disable-component-update", "--disable-sync")
_MISSING = "no Chromium found: install the package chromium, or name one in the environment as CHROMIUM"


def launch(playwright: Playwright) -> Browser:
    return playwright.chromium.launch(executable_path=path_of_chromium(), args=ARGUMENTS)


def path_of_chromium() -> str:
    """A machine without one skips the test that asks, except in continuous integration."""
    path = next(filter(None, map(shutil.which, filter(None, (os.environ.get("CHROMIUM"), *_NAMES)))), None)
    return path or (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(_MISSING)
