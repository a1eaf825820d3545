"""Every item that is as it was is known without being read: translations, renamed ones and those with links too."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.helpers import NOW, SITE, make_news, make_organisation, make_posting, write_site

from jobboard.pipeline.check import check, load_content, validate
from jobboard.pipeline.session import Session


def translation(lang: str) -> str:
    return make_posting(title="Analyste", lang=lang, translation_of="analyst", deadline=None)


FILES = {
    "organisations/example-network.md": make_organisation(),
    "postings/analyst.md": make_posting(formerly="[counter]", deadline="2026-12-31"),
    "postings/analyste.md": translation("fr"),
    "postings/officer.md": make_posting(body="See [it](postings/counter.md#what), [no](postings/none.md).\n"),
    "news/bridge.md": make_news(),
    "news/mill.md": make_news(related="[bridge]", body="More in [this](news/late.md).\n"),
    "news/late.md": make_news(published="2027-01-01"),
}
KEY = b"a key"


def unchanged(folder: Path, files: Mapping[str, str]) -> set[str]:
    """What the next build knows without reading it."""
    content = write_site(folder / "content", files)
    checked = validate(load_content(content, folder / "cache", session=Session(KEY)), SITE, NOW, "content")
    assert checked.board is not None, checked.problems
    assert checked.library is not None
    clean = check(content, SITE, NOW)
    assert clean.board is not None
    assert [(each.id, each.content, each.links, each.group, each.digest) for each in checked.board.postings] == [
        (each.id, each.content, each.links, each.group, each.digest) for each in clean.board.postings
    ]
    return {*checked.library.unchanged}


def test_every_posting_and_news_item_that_is_as_it_was_is_known(tmp_path: Path) -> None:
    assert unchanged(tmp_path, FILES) == set()
    assert unchanged(tmp_path, FILES) == {path for path in FILES if not path.startswith("organisations/")}


@pytest.mark.parametrize(
    ("changed", "unknown"),
    [
        ({"postings/analyst.md": make_posting(formerly="[counter]", deadline="2026-12-30")}, {"analyste", "officer"}),
        ({"postings/none.md": make_posting()}, {"officer"}),
        (
            {"postings/counter.md": make_posting(), "postings/analyst.md": make_posting(deadline="2026-12-31")},
            {"analyste", "officer"},
        ),
        ({"news/other.md": make_news()}, set()),
        ({"news/bridge.md": make_news(formerly="[old-bridge]")}, set()),
        (
            {"postings/analista.md": translation("es")},
            {"analyste"},
        ),
    ],
)
def test_an_item_is_read_again_once_it_would_hear_something_else(
    changed: dict[str, str], unknown: set[str], tmp_path: Path
) -> None:
    unchanged(tmp_path, FILES)
    known = unchanged(tmp_path, FILES | changed)
    others = {path for path in FILES if not path.startswith("organisations/") and path not in changed}
    assert {path.rsplit("/", 1)[-1].removesuffix(".md") for path in others - known} == unknown
