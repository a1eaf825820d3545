"""The board of the filter, built once, and a reader on its list of open postings in each language."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.finding.board import FILES, NOW, THREE
from tests.browser.reader import Reader
from tests.helpers import at, build_site, write_site

LISTS = {"en": "/jobs/", "fr": "/fr/jobs/", "es": "/es/jobs/"}

_ASKED = """async () => {
  const told = JSON.parse(document.querySelector("[data-find]").dataset.find);
  const files = [told.facets, told.titles].map((path) => fetch(path).then((reply) => reply.text()));
  const texts = await Promise.all(files);
  const { lang } = document.documentElement;
  globalThis.askedAt = (now) => new Postings(...texts.map((text) => JSON.parse(text)), lang, now, told.say.small);
  globalThis.asked = askedAt(Date.now());
}"""


@pytest.fixture(scope="session")
def board(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    content = write_site(tmp_path_factory.mktemp("finding") / "content", FILES)
    return build_site(content, at(NOW), site=THREE)


class Asking:
    """Asks the filter's own script, without its page: `asked` there is all open postings in one language."""

    def __init__(self, reader: Reader, lang: str) -> None:
        reader.open(LISTS[lang])
        reader.page.evaluate(_ASKED)
        self.page = reader.page

    def __call__(self, script: str, given: Any = None) -> Any:
        return self.page.evaluate(script, given)

    def find(self, queries: list[tuple[tuple[str, str], ...]]) -> list[list[str]]:
        """The ids each query finds."""
        answered: list[list[str]] = self.page.evaluate(
            "(all) => all.map((each) => asked.find(new URLSearchParams(each)).map((row) => asked.id(row)))",
            json.loads(json.dumps(queries)),
        )
        return answered


@pytest.fixture(scope="module")
def asking(chromium: Browser, board: dict[str, bytes]) -> Iterator[Callable[[str], Asking]]:
    """The script of each language's list, each loaded once."""
    readers: dict[str, tuple[Reader, Asking]] = {}

    def ask(lang: str) -> Asking:
        if lang not in readers:
            reader = Reader(chromium, board, NOW)
            readers[lang] = reader, Asking(reader, lang)
        return readers[lang][1]

    yield ask
    for reader, _ in readers.values():
        reader.leave()
