"""The two files on their way: of two builds, missing, broken; how many are asked for, and how much script there is."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.finding.board import NOW
from tests.browser.reader import Reader
from tests.browser.sites import build_many
from tests.helpers import project_theme

Read, Built = Callable[..., Reader], Mapping[str, bytes]

FAILED = "The postings could not be loaded. Here is the list of all that are open."
_AHEAD = {"last_change": None, "next_change": None, "content": ""}


def _renamed(site: Built, path: str, name: str = "another") -> bytes:
    return json.dumps({**json.loads(site[path]), "name": name}).encode()


def _asked(reader: Reader) -> list[str]:
    """Which files are asked for from now on, in their order."""
    asked: list[str] = []
    reader.page.on("request", lambda made: asked.append(made.url.rpartition("/")[2]))
    return asked


def _name_of(site: Built) -> str:
    return str(json.loads(site["build.json"])["filter"])


def test_the_first_answer_asks_for_three_files(board: Built, read: Read) -> None:
    reader = read(board, NOW, build={**_AHEAD, "filter": _name_of(board)})
    asked = _asked(reader)
    reader.open("/jobs/?kind=job")
    expect(reader.find("[data-part=results] .job-card").first).to_be_visible()
    told = [each for each in asked if each.endswith(".json")]
    assert {*told} == {"build.json", "facets.json", "titles.json"}
    assert told.count("facets.json") == told.count("titles.json") == 1


def test_a_list_that_nobody_filters_asks_for_none(board: Built, read: Read) -> None:
    reader = read(board, NOW)
    asked = _asked(reader)
    reader.open("/jobs/")
    assert not {*asked} & {"facets.json", "titles.json"}
    reader.find("#find-q").focus()
    expect(reader.find("[data-field=kind] input").first).to_be_attached()
    assert {"facets.json", "titles.json"} <= {*asked}


def test_a_pair_of_yesterday_is_asked_for_anew_once_and_used_if_it_is_one(board: Built, read: Read) -> None:
    reader = read(board, NOW, build={**_AHEAD, "filter": "of tomorrow"})
    asked = _asked(reader)
    reader.open("/jobs/?kind=job")
    expect(reader.find("[data-part=results] .job-card").first).to_be_visible()
    assert (asked.count("facets.json"), asked.count("titles.json")) == (2, 2)


def test_two_files_of_two_builds_come_together_when_asked_for_anew(board: Built, read: Read) -> None:
    reader = read(board, NOW, build={**_AHEAD, "filter": _name_of(board)})
    stale = [_renamed(board, "jobs/titles.json").decode()]
    reader.page.route("**/titles.json", lambda route: route.fulfill(body=stale.pop()) if stale else route.continue_())
    reader.open("/jobs/?kind=job")
    expect(reader.find("[data-part=results] .job-card").first).to_be_visible()


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("jobs/titles.json", "renamed"),
        ("jobs/facets.json", "renamed"),
        ("jobs/titles.json", None),
        ("jobs/facets.json", None),
        ("jobs/titles.json", b"<!doctype html><title>Sign in</title>"),
        ("jobs/facets.json", b"{}"),
        ("jobs/titles.json", b"null"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_said_and_the_list_is_there(
    board: Built, read: Read, path: str, data: bytes | str | None
) -> None:
    site = {**board, path: _renamed(board, path) if data == "renamed" else data or b""}
    reader = read(site, NOW)
    if data is None:
        del reader.files[path]
        reader.expect_error("404")
    asked = _asked(reader)
    reader.open("/jobs/?kind=job")
    expect(reader.find(".find-count")).to_have_text(FAILED)
    expect(reader.find("[data-served] .job-card").first).to_be_visible()
    expect(reader.find("[data-part=results] .job-card")).to_have_count(0)
    assert asked.count("facets.json") <= 4


def test_who_is_offline_reads_so_and_can_ask_again(board: Built, read: Read) -> None:
    reader = read(board, NOW)
    reader.open("/jobs/")
    reader.expect_error("net::ERR_FAILED")
    reader.page.route("**/*.json", lambda route: route.abort())
    reader.find("#find-q").fill("cook")
    reader.find("#find-q").press("Enter")
    expect(reader.find(".find-count")).to_have_text(FAILED)
    expect(reader.find("[data-served]")).to_be_visible()
    assert reader.page.url.endswith("?q=cook")
    reader.page.unroute("**/*.json")
    reader.find("#find-q").press("Enter")
    expect(reader.find(".find-count")).to_have_text(re.compile(r"\d+ postings found"))


def test_the_script_that_knows_the_time_comes_before_those_that_ask_it(board: Built) -> None:
    """On a busy machine the two files were there before it, and could not be used."""
    pages = [data.decode() for path, data in board.items() if path.endswith(".html") and b"<script defer" in data]
    first = {re.findall(r'<script defer src="[^"]*/js/(\w+)\.', each)[0] for each in pages}
    assert (len(pages) > 100, first) == (True, {"board"})


def test_the_script_of_the_filter_is_twelve_kilobytes_over_the_wire_at_most() -> None:
    files = project_theme().files
    sizes = [len(gzip.compress(files[f"js/{name}.js"], mtime=0)) for name in ("words", "postings", "cards", "find")]
    assert sum(sizes) <= 12_000


def test_few_postings_have_no_form_but_an_address_filters_all_the_same(tmp_path: Path, read: Read) -> None:
    reader = read(build_many(tmp_path, *["2026-04-10"] * 14), "2026-03-16 12:00")
    reader.open("/jobs/?q=post+3")
    expect(reader.find(".find-count")).to_have_text("1 posting found")
    expect(reader.find(".find form")).to_have_count(0)
    expect(reader.find(".chips li")).to_have_text(["“post 3” ✕"])
    expect(reader.find("[data-part=results] .card-title")).to_have_text(["Post 3"])
    reader.find(".chips a").click()
    expect(reader.find("[data-served] .job-card")).to_have_count(14)


def test_fifteen_have_one(tmp_path: Path, read: Read) -> None:
    reader = read(build_many(tmp_path, *["2026-04-10"] * 15), "2026-03-16 12:00")
    reader.open("/jobs/")
    expect(reader.find(".find form")).to_have_count(1)
    expect(reader.find("[data-part=ways]")).to_have_count(0)


def test_without_script_links_with_numbers_stand_in_its_place(board: Built, read: Read) -> None:
    reader = read(board, NOW, script=False)
    reader.open("/jobs/?kind=job")
    expect(reader.find(".find form")).to_have_count(0)
    expect(reader.find("[data-served] .job-card").first).to_be_visible()
    reader.find("[data-part=ways] summary").click()
    links = reader.find("[data-part=ways] li")
    assert links.count() > 10
    for text in links.all_inner_texts():
        assert re.search(r" \d+$", text), text
    for href in reader.find("[data-part=ways] a").evaluate_all("(all) => all.map((each) => each.getAttribute('href'))"):
        assert f"{href.removeprefix('/')}index.html" in board


def test_no_page_that_is_served_names_an_address_of_its_own_with_a_query(board: Built) -> None:
    addresses = {
        (path, each)
        for path, data in board.items()
        if path.endswith(".html")
        for each in re.findall(r'(?:href|action)="([^"]*)"', data.decode())
    }
    assert len(addresses) > 1000
    elsewhere = ("mailto:", "https://calendar.google.com/")
    assert {(path, each) for path, each in addresses if "?" in each and not each.startswith(elsewhere)} == set()
