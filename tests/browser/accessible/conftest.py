"""A site with a page of every kind, built once, and a reader of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.accessible.pages import NOW, Built, build_noting_kinds
from tests.browser.reader import Reader
from tests.browser.sites import content_of_every_kind
from tests.helpers import write_site


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build_noting_kinds(write_site(tmp_path_factory.mktemp("every") / "content", content_of_every_kind()))


@pytest.fixture(scope="module")
def reader(built: Built, chromium: Browser) -> Iterator[Reader]:
    """Nothing moves before their eyes, so that what is measured is where it stays."""
    reader = Reader(chromium, built.files, NOW, reduced_motion="reduce")
    yield reader
    reader.leave()
    assert (reader.errors, reader.foreign) == ([], [])
