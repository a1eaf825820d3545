"""The page of saved postings: in every edition, in no search engine, the same whatever is on the board."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.helpers import SITE, at, build_site, make_posting, write_site
from tests.outputs.reading import document, find, links

TWO = replace(SITE, languages=("en", "fr"))
FILES = {
    "postings/open.md": make_posting(),
    "postings/appel.md": make_posting(lang="fr", title="Appel"),
    "postings/rolling.md": make_posting(deadline="rolling", review_by="2026-05-30"),
    "postings/over.md": make_posting(deadline="2026-03-10"),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return build_site(write_site(tmp_path_factory.mktemp("saved") / "content", FILES), site=TWO)


@pytest.mark.parametrize("prefix", ["", "fr/"])
def test_every_edition_has_it_and_every_page_leads_there(prefix: str, site: dict[str, bytes]) -> None:
    page = document(site, f"{prefix}saved/index.html")
    assert find(page, "meta", name="robots")[0].get("content") == "noindex"
    assert f"/{prefix}saved/" in links(document(site, f"{prefix}jobs/index.html"))
    assert b"/saved/" not in site["sitemap.xml"]


def test_it_depends_on_no_posting(site: dict[str, bytes], tmp_path: Path) -> None:
    changed = {**FILES, "postings/open.md": None, "postings/new.md": make_posting(title="New")}
    again = build_site(write_site(tmp_path / "content", changed), at("2026-03-20 12:00"), site=TWO)
    assert site["saved/index.html"] == again["saved/index.html"]


def test_an_open_posting_says_what_is_kept_of_it_and_a_closed_one_nothing(site: dict[str, bytes]) -> None:
    def kept(id_: str) -> list[dict[str, str]]:
        page = document(site, f"jobs/{id_}/index.html")
        return [json.loads(each.get("data-save")) for each in page.iter() if each.get("data-save")]

    assert kept("over") == []
    told = [each for id_ in ("open", "appel", "rolling") for each in kept(id_)]
    assert [(each["id"], "uid" in each, each["deadline"] != "") for each in told] == [
        ("open", True, True),
        ("appel", True, True),
        ("rolling", False, False),
    ]
    assert {type(value) for each in kept("open") for value in each.values()} == {str}


def test_without_extras_there_is_no_such_page_and_nothing_of_it(tmp_path: Path) -> None:
    built = build_site(write_site(tmp_path / "content", FILES), site=replace(SITE, has_extras=False))
    pages = [
        path for path, data in built.items() if path.endswith(".html") and (b"saved" in data or b"js/save." in data)
    ]
    assert pages == []
    assert "saved/index.html" not in built
