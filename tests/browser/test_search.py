"""The page for searching, as readers use it: words from the address, what is found, when, and in which language."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Locator, expect

from jobboard.board.site import Untranslated
from jobboard.source.slug import base_letters
from tests.browser.reader import Reader
from tests.helpers import (
    SITE,
    at,
    build_site,
    make_event,
    make_news,
    make_organisation,
    make_page,
    make_posting,
    project_theme,
    write_site,
)

Read = Callable[..., Reader]

FILES: Mapping[str, str] = {
    "topics.yaml": "climate: {en: Climate, fr: Climat}\n",
    "organisations/towns.md": make_organisation(
        name="Union of Small Towns", short_name="Towns", place="{city: Łódź, country: PL}"
    ),
    "postings/climate.md": make_posting(
        title="Climate Adviser", organisation="towns", topics="[climate]", place="{city: Brussels, country: BE}"
    ),
    "postings/climat.md": make_posting(
        title="Conseil pour le climat",
        lang="fr",
        translation_of="climate",
        organisation=None,
        topics=None,
        place=None,
        deadline=None,
        apply=None,
    ),
    "postings/accent.md": make_posting(title="Économiste à Liège", lang="fr", published="2025-05-05"),
    "postings/over.md": make_posting(title="Climate Clerk", published="2026-02-01", deadline="2026-03-05"),
    "news/bridge.md": make_news(title="A bridge for trams", quotes="[{text: It holds., name: Ada Żółć}]"),
    "events/climate.md": make_event(title="Climate for Beginners", speakers="[{name: Grace Example}]"),
    "pages/about.md": make_page(title="About the climate here"),
}
TWO = replace(SITE, languages=("en", "fr"))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return build_site(write_site(tmp_path_factory.mktemp("search") / "content", FILES), site=TWO)


def ask(reader: Reader, words: str, *, path: str = "/search/", **more: str) -> Locator:
    """Opens the answer by its address, waits for it, and gives the titles found."""
    reader.open(f"{path}?{urlencode({'q': words, **more})}")
    expect(said(reader)).not_to_be_empty()
    expect(said(reader)).not_to_have_text("Searching …")
    return titles(reader)


def titles(reader: Reader) -> Locator:
    return reader.find("main ol .card-title")


def said(reader: Reader) -> Locator:
    return reader.find("main [role=status]")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("bridge", ["A bridge for trams"]),
        ("BRI tra", ["A bridge for trams"]),
        ("ridge", []),
        ("bridge unknown", []),
        ("economiste liege", ["Économiste à Liège"]),
        ("ÉCONOMISTE", ["Économiste à Liège"]),
        ("lodz", ["Union of Small Towns"]),
        ("poland", ["Union of Small Towns"]),
        ("zolc", ["A bridge for trams"]),
        ("grace", ["Climate for Beginners"]),
        ("brussels", ["Climate Adviser"]),
        ("towns adviser", ["Climate Adviser"]),
        ("climate job", ["Climate Adviser"]),
        ("advis+", ["Climate Adviser"]),
        ("*", []),
    ],
)
def test_all_words_must_begin_words_of_title_summary_or_names(
    words: str, found: list[str], site: dict[str, bytes], read: Read
) -> None:
    reader = read(site, "2026-03-16 12:00")
    if words == "*":
        reader.open("/search/?q=*")
        expect(said(reader)).to_be_empty()
    else:
        ask(reader, words)
    expect(titles(reader)).to_have_text(found)


def test_what_is_called_so_comes_first_then_the_newest(site: dict[str, bytes], read: Read) -> None:
    reader = read(site, "2026-03-16 12:00")
    found = ["About the climate here", "Climate", "Climate Adviser", "Climate for Beginners"]
    expect(ask(reader, "climate")).to_have_count(len(found))
    assert sorted(titles(reader).all_text_contents()) == found
    expect(said(reader)).to_have_text("4 results")
    expect(titles(reader).last).to_have_text("Climate for Beginners")


def test_a_translation_group_is_found_once_in_the_language_of_the_reader(site: dict[str, bytes], read: Read) -> None:
    reader = read(site, "2026-03-16 12:00")
    expect(ask(reader, "climat", path="/fr/search/")).to_contain_text(["Climat", "Conseil pour le climat"])
    expect(reader.find("a[href='/jobs/climat/']")).to_have_count(1)
    expect(reader.find("main ol a[href='/jobs/climate/']")).to_have_count(0)
    expect(reader.find("main ol a[href='/fr/topics/climate/']")).to_have_count(1)
    expect(reader.find("main ol a[href='/topics/climate/']")).to_have_count(0)


def test_a_text_in_another_language_says_so(site: dict[str, bytes], read: Read) -> None:
    reader = read(site, "2026-03-16 12:00")
    ask(reader, "economiste")
    expect(titles(reader)).to_have_attribute("lang", "fr")
    expect(reader.find("main ol .card-meta")).to_contain_text("Text in French")
    expect(reader.find("main ol a[href='/en/jobs/accent/']")).to_have_count(1)
    ask(reader, "bridge")
    assert titles(reader).get_attribute("lang") is None


def test_an_edition_that_hides_other_languages_finds_none_of_them(tmp_path: Path, read: Read) -> None:
    content = write_site(tmp_path / "content", FILES)
    reader = read(build_site(content, site=replace(TWO, untranslated=Untranslated.HIDE)), "2026-03-16 12:00")
    expect(ask(reader, "economiste")).to_have_count(0)
    expect(ask(reader, "economiste", path="/fr/search/")).to_have_count(1)


def test_closed_ones_are_found_when_asked_for_after_the_open_ones_and_marked(
    site: dict[str, bytes], read: Read
) -> None:
    reader = read(site, "2026-03-16 12:00")
    expect(ask(reader, "climate clerk")).to_have_count(0)
    expect(ask(reader, "climate clerk", closed="1")).to_have_text(["Climate Clerk"])
    expect(reader.find("main ol .badge")).to_have_text("Closed")
    expect(reader.find("main ol .card-deadline")).to_have_text("Closed 5 March 2026")
    expect(ask(reader, "climate", closed="1").last).to_have_text("Climate Clerk")
    expect(reader.find("[name=closed]")).to_be_checked()


@pytest.mark.parametrize(("now", "number"), [("2026-03-31 23:59", 1), ("2026-04-01 00:00", 0)])
def test_a_posting_closes_by_the_clock_and_needs_no_build(
    now: str, number: int, site: dict[str, bytes], read: Read
) -> None:
    reader = read(site, now)
    expect(ask(reader, "adviser")).to_have_count(number)
    expect(ask(reader, "adviser", closed="1")).to_have_count(1)
    expect(reader.find("main ol .badge")).to_have_text("Open" if number else "Closed")
    said_of_it = "Apply by 31 March 2026" if number else "Closed 31 March 2026"
    expect(reader.find("main ol .card-deadline")).to_have_text(said_of_it)


def test_an_event_is_past_once_it_is_over(site: dict[str, bytes], read: Read) -> None:
    reader = read(site, "2030-01-01 12:00")
    expect(ask(reader, "beginners")).to_have_count(0)
    expect(ask(reader, "beginners", closed="1")).to_have_count(1)
    expect(reader.find("main ol .badge")).to_have_text("Past")


def test_the_keyboard_searches_and_goes_on_with_the_results_and_back_leads_back(
    site: dict[str, bytes], read: Read
) -> None:
    reader = read(site, "2026-03-16 12:00")
    reader.open("/search/")
    expect(reader.find(":focus")).to_have_count(0)
    reader.page.get_by_label("What are you looking for?").focus()
    reader.page.keyboard.type("bridge trams")
    reader.page.keyboard.press("Enter")
    expect(titles(reader)).to_have_text(["A bridge for trams"])
    expect(reader.find("main ol.cards")).to_be_focused()
    assert reader.page.url.endswith("/search/?q=bridge+trams")
    assert reader.page.title() == "bridge trams · Search · Example Hub"
    reader.page.keyboard.press("Tab")
    expect(titles(reader).locator("a")).to_be_focused()
    reader.page.get_by_label("What are you looking for?").fill("adviser")
    reader.page.keyboard.press("Enter")
    expect(titles(reader)).to_have_text(["Climate Adviser"])
    reader.page.go_back()
    expect(titles(reader)).to_have_text(["A bridge for trams"])
    expect(reader.find("[name=q]")).to_have_value("bridge trams")
    reader.page.go_back()
    expect(titles(reader)).to_have_count(0)
    expect(said(reader)).to_be_empty()


def test_an_answer_that_is_opened_takes_no_focus_and_nothing_found_leaves_it(
    site: dict[str, bytes], read: Read
) -> None:
    reader = read(site, "2026-03-16 12:00")
    expect(ask(reader, "bridge")).to_have_count(1)
    expect(reader.find(":focus")).to_have_count(0)
    reader.page.get_by_label("What are you looking for?").fill("<b>nobody</b>")
    reader.page.keyboard.press("Enter")
    expect(said(reader)).to_contain_text("Nothing found for “<b>nobody</b>”.")
    expect(reader.find("[name=q]")).to_be_focused()


def test_more_results_and_older_years_come_on_request(tmp_path: Path, read: Read) -> None:
    def many(number: int, year: int) -> dict[str, str]:
        day = {"published": f"{year}-01-05", "deadline": "2027-03-31"}
        return {f"postings/p{year}-{n}.md": make_posting(title=f"Adviser {year} {n}", **day) for n in range(number)}

    site = build_site(write_site(tmp_path / "content", {**many(22, 2026), **many(3, 2025), **many(3, 2024)}))
    reader = read(site, "2026-03-16 12:00")
    expect(ask(reader, "adviser")).to_have_count(20)
    expect(said(reader)).to_have_text("22 results")
    reader.page.get_by_role("button", name="More results").click()
    expect(titles(reader)).to_have_count(22)
    expect(titles(reader).nth(20).locator("a")).to_be_focused()
    older = reader.page.get_by_role("button", name="Search older years")
    older.click()
    expect(said(reader)).to_have_text("25 results")
    older.click()
    expect(said(reader)).to_have_text("28 results")
    expect(older).to_be_hidden()
    expect(ask(reader, "adviser 2024")).to_have_count(3)  # fewer than a page full: older years are looked through


def test_where_the_rows_cannot_be_had_it_says_so_and_the_next_search_tries_again(
    site: dict[str, bytes], read: Read
) -> None:
    reader = read({path: data for path, data in site.items() if path != "search/2026.json"}, "2026-03-16 12:00")
    reader.expect_error("404")
    reader.open("/search/?q=bridge")
    expect(said(reader)).to_contain_text("Are you offline?")
    reader.files["search/2026.json"] = site["search/2026.json"]
    reader.page.get_by_role("button", name="Search", exact=True).click()
    expect(titles(reader)).to_have_text(["A bridge for trams"])


def test_without_a_script_the_page_says_where_to_look(site: dict[str, bytes], read: Read) -> None:
    reader = read(site, "2026-03-16 12:00", script=False)
    reader.open("/search/")
    expect(reader.find(".introduction")).to_contain_text("These lists lead to everything")
    expect(reader.find("main form, main [role=status]")).to_have_count(0)
    there = [each.get_attribute("href") or "" for each in reader.find("main a").all()]
    assert {"/jobs/", "/jobs/browse/", "/jobs/closed/", "/news/", "/news/year/2026/", "/events/past/"} <= {*there}
    assert {"/organisations/", "/topics/"} <= {*there}


def test_with_it_nothing_of_that_is_said(site: dict[str, bytes], read: Read) -> None:
    reader = read(site, "2026-03-16 12:00")
    reader.open("/search/")
    expect(reader.find(".introduction")).to_have_count(0)
    expect(reader.find("main form")).to_be_visible()
    expect(reader.find("main [data-more], main [data-older]").first).to_be_hidden()


_FOLDED = """(letters) => [...letters].map(fold)"""


@pytest.mark.parametrize("block", [(0x41, 0x250), (0x370, 0x400), (0x400, 0x530), (0x1E00, 0x1F00), (0x1F00, 0x2000)])
def test_letters_are_folded_as_addresses_are(block: tuple[int, int], site: dict[str, bytes], read: Read) -> None:
    reader = read(site, "2026-03-16 12:00")
    reader.open("/search/")
    letters = [chr(code) for code in range(*block) if chr(code).isalpha()]
    folded = reader.page.evaluate(_FOLDED, "".join(letters))
    differing = {
        letter: (found, base_letters(letter))
        for letter, found in zip(letters, folded, strict=True)
        if found != base_letters(letter)
    }
    assert differing == {}
    assert len(letters) > 100


def test_the_script_is_under_four_kilobytes_over_the_wire() -> None:
    assert len(gzip.compress(project_theme().files["js/search.js"], mtime=0)) < 4096


def test_a_passing_deadline_writes_no_row(tmp_path: Path) -> None:
    content = write_site(tmp_path / "content", FILES)
    before, after = (
        build_site(content, at(now), site=TWO, output=tmp_path / now[:10]) for now in ("2026-03-16", "2026-06-01")
    )
    rows = [path for path in before if path.startswith("search/")]
    assert {path for path in rows if before[path] != after[path]} == set()
    assert json.loads(before["search/2026.json"])["columns"][0] == "folder"


PAGEFIND = b"""
export const search = async (words, { filters }) => ({ results: [
  { data: async () => ({ meta: { key: "postings/accent", part: "2025" } }) },
  ...(filters.over ? [] : [{ data: async () => ({ meta: { key: "postings/over", part: "2026" } }) }]),
] });
"""


@pytest.mark.parametrize(
    ("more", "found"), [({}, ["Économiste à Liège"]), ({"closed": "1"}, ["Économiste à Liège", "Climate Clerk"])]
)
def test_where_full_texts_are_indexed_what_has_the_words_in_its_text_is_found_too(
    more: dict[str, str], found: list[str], tmp_path: Path, read: Read
) -> None:
    site = build_site(write_site(tmp_path / "content", FILES), site=replace(TWO, has_full_text=True))
    reader = read({**site, "pagefind/pagefind.js": PAGEFIND}, "2026-03-16 12:00")
    expect(ask(reader, "word-of-the-text", **more)).to_have_text(found)


def test_an_index_that_is_not_published_is_no_loss(tmp_path: Path, read: Read) -> None:
    site = build_site(write_site(tmp_path / "content", FILES), site=replace(TWO, has_full_text=True))
    reader = read(site, "2026-03-16 12:00")
    reader.expect_error("404")
    expect(ask(reader, "bridge")).to_have_text(["A bridge for trams"])


def test_words_that_are_typed_and_not_sent_change_no_answer(tmp_path: Path, read: Read) -> None:
    files = {f"postings/p{n}.md": make_posting(title=f"Adviser {n}") for n in range(21)}
    reader = read(build_site(write_site(tmp_path / "content", files)), "2026-03-16 12:00")
    expect(ask(reader, "adviser")).to_have_count(20)
    reader.page.get_by_label("What are you looking for?").fill("nobody")
    reader.page.get_by_role("button", name="More results").click()
    expect(titles(reader)).to_have_count(21)
