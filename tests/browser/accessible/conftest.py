"""A site with a page of every kind, built once, and a reader of it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from unittest.mock import patch

import pytest
from playwright.sync_api import Browser

from jobboard.outputs.form import help as help_page
from jobboard.source.explanations import every_message
from tests.browser.accessible.pages import NOW, Built, build_noting_kinds
from tests.browser.reader import Reader
from tests.browser.sites import content_of_every_kind
from tests.helpers import write_site

A_FEW = 15
"""Messages on the page that explains all of them, one below the other in the same way: a browser would look at each
for half a minute. `make axe` looks at the whole page."""


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    with patch.object(help_page, "every_message", lambda: dict(itertools.islice(every_message().items(), A_FEW))):
        return build_noting_kinds(write_site(tmp_path_factory.mktemp("every") / "content", content_of_every_kind()))


@pytest.fixture(scope="module")
def reader(built: Built, chromium: Browser) -> Iterator[Reader]:
    """Nothing moves before their eyes, so that what is measured is where it stays."""
    reader = Reader(chromium, built.files, NOW, reduced_motion="reduce")
    yield reader
    reader.leave()
