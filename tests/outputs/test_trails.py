"""The way to every page is on it, and every address on that way, or trimmed out of another, answers with a page."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from jobboard.board.site import Untranslated
from jobboard.outputs.addresses import file_of
from jobboard.outputs.page.trail import SECTIONS
from jobboard.outputs.plan.folders import folders_of
from jobboard.source.kinds import KINDS
from tests.golden import NAMES, build_golden
from tests.helpers import at, build_site, make_news, make_posting, write_site
from tests.outputs.test_links import EDITIONS, EVERYTHING

_HOMES = {"index.html", "fr/index.html", "es/index.html"}
_MANY = {
    f"{folder}/many-{number}.md": make(published=f"2026-03-{number:02}")
    for folder, make in (("postings", make_posting), ("news", make_news))
    for number in range(1, 12)
}
"""More than fit on one page, of what has lists with pages."""

Site = Mapping[str, bytes]


@functools.cache
def built(folder: Path, untranslated: Untranslated, *, has_extras: bool) -> Site:
    site = replace(EDITIONS, has_extras=has_extras, untranslated=untranslated, page_size=4)
    return build_site(write_site(folder / "content", {**EVERYTHING, **_MANY}), at("2026-03-12 12:00"), site=site)


@pytest.fixture(
    scope="module",
    params=[(Untranslated.FRAME, True), (Untranslated.HIDE, True), (Untranslated.SHOW, False)],
    ids=lambda it: f"{it[0]}-{it[1]}",
)
def board(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    untranslated, has_extras = request.param
    return built(tmp_path_factory.mktemp("trails"), untranslated, has_extras=has_extras)


def pages(site: Site) -> Iterator[tuple[str, Any]]:
    """All but what stands on other sites, where there is no way."""
    for path, data in site.items():
        if path.endswith(".html") and "embed/organisations/" not in path:
            yield path, html.document_fromstring(data.decode())


def moves_on(page: Any) -> str:
    return "".join(page.xpath("//meta[@http-equiv='refresh']/@content")).partition("url=")[2]


def trail_on(page: Any) -> tuple[list[tuple[str, str]], list[str]]:
    """(address, name) of the pages above it, and the name of the page itself."""
    (nav,) = page.xpath("//main/nav[@class='trail']")
    above = [(each.get("href"), each.text_content()) for each in nav.xpath(".//li/a")]
    return above, [each.text_content() for each in nav.xpath(".//li[last()]/*[@aria-current='page']")]


def test_every_page_but_home_says_the_way_to_it(board: Site) -> None:
    for path, page in pages(board):
        if path in _HOMES or path.endswith("404.html") or moves_on(page):
            assert not page.xpath("//nav[@class='trail']"), path
            continue
        above, itself = trail_on(page)
        assert [bool(each.strip()) for each in itself] == [True], path
        lang = page.get("lang")
        home = "/" if lang == "en" else f"/{lang}/"
        assert above[0][0] == home, path
        below = path.removeprefix(f"{lang}/").removesuffix("index.html")
        for address, name in above:
            assert name.strip(), path
            assert below.startswith(address.removeprefix(home)), (path, address)
            assert not moves_on(html.document_fromstring(board[file_of(address[1:])].decode())), (path, address)


def test_every_folder_on_the_way_that_shows_a_page_is_on_the_way_of_what_is_below_it(board: Site) -> None:
    for path, page in pages(board):
        if path in _HOMES or path.endswith("404.html") or moves_on(page):
            continue
        above, _ = trail_on(page)
        lang = page.get("lang")
        own = path.removeprefix(f"{lang}/").removesuffix("index.html")
        edition = "" if lang == "en" else f"{lang}/"
        folders = sorted(folders_of([f"{own.rstrip('/').rpartition('/')[0]}/x"])) if "/" in own[:-1] else []
        shown = [
            f"/{edition}{each}"
            for each in folders
            if not moves_on(html.document_fromstring(board[file_of(f"{edition}{each}")].decode()))
        ]
        assert [address for address, _ in above][1:] == shown, path


def test_search_engines_are_told_the_way_that_readers_see(board: Site) -> None:
    told = 0
    for path, page in pages(board):
        nodes = [
            node
            for each in page.xpath("//script[@type='application/ld+json']")
            for node in json.loads(each.text)["@graph"]
        ]
        lists = [each for each in nodes if each["@type"] == "BreadcrumbList"]
        is_found = not page.xpath("//meta[@name='robots']")
        is_itself = (
            page.xpath("//link[@rel='canonical']/@href")[0] == f"{EDITIONS.url}/{path.removesuffix('index.html')}"
        )
        assert bool(lists) == (is_found and is_itself and path not in _HOMES), path
        for each in lists:
            above, itself = trail_on(page)
            steps = each["itemListElement"]
            assert [step["name"] for step in steps] == [*(name for _, name in above), *itself], path
            assert [step["position"] for step in steps] == [*range(1, len(steps) + 1)]
            assert steps[-1]["item"] == f"{EDITIONS.url}/{path.removesuffix('index.html')}"
            told += 1
    assert told > 10


def test_every_folder_of_the_site_answers_with_a_page(board: Site) -> None:
    folders = folders_of(board)
    assert {"jobs/page/", "feeds/", "news/kind/"} <= folders
    for folder in folders:
        assert file_of(folder) in board, folder
        to = moves_on(html.document_fromstring(board[file_of(folder)].decode()))
        if to:
            assert not moves_on(html.document_fromstring(board[file_of(to[1:])].decode())), (folder, to)


@pytest.mark.parametrize("name", NAMES)
def test_every_folder_of_a_golden_site_answers_with_a_page(name: str, tmp_path: Path) -> None:
    site = build_golden(name, tmp_path)
    assert [each for each in folders_of(site) if file_of(each) not in site] == []


def test_trimmed_addresses_lead_where_one_meant_to_go(board: Site) -> None:
    has_extras = "subscribe/index.html" in board
    expected = {
        "jobs/page/": "/jobs/",
        "fr/jobs/newest/page/": "/fr/jobs/newest/",
        "feeds/": "/subscribe/" if has_extras else "/",
        "fr/feeds/": "/fr/subscribe/" if has_extras else "/fr/",
        **({"feeds/country/": "/subscribe/", "es/calendars/organisations/": "/es/subscribe/"} if has_extras else {}),
    }
    assert {each: moves_on(html.document_fromstring(board[file_of(each)].decode())) for each in expected} == expected


def test_what_lists_are_below_leads_to_each_with_the_number_of_what_is_on_it(board: Site) -> None:
    checked = 0
    for path, page in pages(board):
        rows = page.xpath("//ul[@class='browse-list']/li")
        for row in rows:
            listed = html.document_fromstring(board[file_of(row.find("a").get("href")[1:])].decode())
            counts = listed.xpath("//*[@class='count']/@data-count")
            assert not counts or counts == [row.find("span").text], path
            checked += bool(counts)
    assert checked > 20 or "subscribe/index.html" not in board


def test_a_facets_page_lists_all_its_values_that_somebody_has(board: Site) -> None:
    if "jobs/kind/index.html" in board:
        page = html.document_fromstring(board["jobs/kind/index.html"].decode())
        every = html.document_fromstring(board["jobs/browse/index.html"].decode())
        found = [each for each in every.xpath("//ul[@class='browse-list']//a/@href") if "/kind/" in each]
        assert found == page.xpath("//ul[@class='browse-list']//a/@href") != []
        assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_every_kind_that_has_a_list_has_a_name_on_the_way() -> None:
    assert {kind.root for kind in KINDS if kind.root} <= set(SECTIONS)
