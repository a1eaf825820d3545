"""Texts from right to left: every page and feed says which way its words run, and keeps names apart from sentences."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from babel import Locale
from icalendar import Calendar
from lxml import html

from jobboard.model.texts.codes import is_language
from jobboard.source import catalogue
from jobboard.source.direction import direction_of
from tests.helpers import (
    REPOSITORY,
    SITE,
    build_site,
    make_event,
    make_introduction,
    make_news,
    make_organisation,
    make_page,
    make_posting,
    write_site,
)
from tests.outputs.reading import Site as Built
from tests.outputs.reading import document, find, text_of

RIGHT_TO_LEFT = tuple(code for code in Locale("en").languages if is_language(code) and direction_of(code) == "rtl")
TITLE, NAME, TOWN = "מנהלת תחבורה (זמנית)", "عيرية المدن", "ירושלים"


TRANSLATED = {
    "pages/a-propos.md": make_page(lang="fr", translation_of="about"),
    "postings/y.md": make_posting(
        lang="fr", translation_of="x", title="Y", organisation=None, deadline=None, apply=None
    ),
}


def content(folder: Path, lang: str, **more: str) -> Path:
    """An item of every kind in one language, its organisation, people and town with names in other letters."""
    person = f"{{name: {NAME}, role: {TOWN}, organisation: network-of-towns}}"
    files: dict[str, str | bytes | None] = {
        "organisations/network-of-towns.md": make_organisation(lang=lang, name=NAME, short_name=TOWN),
        "organisations/example-network.md": make_organisation(name=f"{NAME} A", equal_opportunities="All are welcome."),
        "topics.yaml": f"culture: {{en: Culture, {lang}: {TOWN}}}\n",
        "topics/culture.md": make_introduction(lang=lang, organisations="[network-of-towns]"),
        "pages/about.md": make_page(lang=lang, title=TITLE, menu="main"),
        "postings/x.md": make_posting(
            f'Count <span lang="{lang}">{TOWN}</span> and <em lang="fr">vélos</em>.\n',
            title=TITLE,
            lang=lang,
            organisation="[network-of-towns, example-network]",
            topics="[culture]",
            place=f"{{city: {TOWN}, country: IL}}",
            benefits=f"[{TOWN}]",
            apply=f"{{email: jobs@example.org, subject: {TITLE}, note: {TOWN}, documents: [{TOWN}]}}",
            salary=f"{{amount: 100, currency: EUR, per: year, note: {TOWN}}}",
        ),
        "postings/over.md": make_posting(
            lang=lang, title=TITLE, closed=f"{{on: 2026-03-10, because: filled, note: {TOWN}}}"
        ),
        "news/x.md": make_news(
            lang=lang,
            title=TITLE,
            kind="press-release",
            organisations="[network-of-towns]",
            topics="[culture]",
            places=f"[{TOWN}, Gent]",
            authors=f"[{person}]",
            quotes=f"[{{text: {TITLE}, name: {NAME}, role: {TOWN}}}]",
            contacts=f"[{{name: {NAME}, phone: +32 2 555 01 00, organisation: network-of-towns}}]",
            corrections=f"[{{on: 2026-03-03, note: {TOWN}}}]",
            embeds=f"[{{url: 'https://film.example/1', title: {TITLE}}}]",
        ),
        "events/x.md": make_event(
            lang=lang,
            title=TITLE,
            topics="[culture]",
            speakers=f"[{person}]",
            status="cancelled",
            place=f"{{city: {TOWN}, country: IL}}",
            updated="2026-03-03",
        ),
    }
    return write_site(folder, {**files, **more})


def spoken(site: Built) -> Iterator[tuple[str, str, str | None]]:
    """Every element that says its language, with its page and which way it says that it runs."""
    for path in (each for each in site if each.endswith(".html")):
        for each in html.document_fromstring(site[path].decode()).iter():
            if each.get("lang") is not None:
                yield path, each.get("lang"), each.get("dir")


@pytest.mark.parametrize("lang", [*RIGHT_TO_LEFT, "fr", "el"])
def test_whatever_says_its_language_says_which_way_it_runs(lang: str, tmp_path: Path) -> None:
    site = build_site(content(tmp_path / "content", lang))
    found = [*spoken(site)]
    assert [each for each in found if each[2] != direction_of(each[1])] == []
    told = {path for path, each, _ in found if each == lang}
    folders = {"jobs/x", "jobs/over", "news/x", "events/x", "about", "organisations/network-of-towns", "jobs", "news"}
    assert {f"{each}/index.html" for each in (*folders, "events", "organisations", "topics/culture")} <= told
    if direction_of(lang) == "rtl":
        assert {path for path, _, way in found if way == "rtl"} == told


@pytest.fixture(scope="module", params=["ar", "he", "ur"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("direction") / "content"
    return build_site(content(folder, request.param, **TRANSLATED))


def test_names_say_that_their_letters_decide(site: Built) -> None:
    names = [each for each in find(document(site, "jobs/x/index.html"), "a") if text_of(each) in (f"{NAME} A", TOWN)]
    assert {each.get("dir") for each in names if not each.get("lang")} == {"auto"}
    listed = {text_of(each) for each in find(document(site, "jobs/index.html"), "bdi")}
    assert {f"{NAME} A", NAME} <= listed
    assert [each for each in spoken(site) if each[2] != direction_of(each[1])] == []
    release = document(site, "news/x/index.html")
    assert {text_of(each) for each in find(release, "bdi")} == {NAME, TOWN}
    assert [each.get("dir") for each in find(release, "a") if "+32" in text_of(each)] == ["ltr"]


def test_feeds_wrap_a_text_in_its_direction(site: Built) -> None:
    for kind, names in (("jobs", {"x", "y"}), ("news", {"x"}), ("events", {"x"})):
        found = {each["url"].rsplit("/", 2)[-2]: each for each in json.loads(site[f"feeds/{kind}.json"])["items"]}
        assert set(found) <= names
        for each in found.values():
            run = html.fragment_fromstring(each["content_html"], create_parent="section").xpath("./div[@dir]")
            lang = each["language"]
            wanted = [(lang, "rtl")] if direction_of(lang) == "rtl" else []
            assert [(div.get("lang"), div.get("dir")) for div in run] == wanted
            for form, tag in (
                ("rss.xml", "{http://purl.org/rss/1.0/modules/content/}encoded"),
                ("atom.xml", "{http://www.w3.org/2005/Atom}content"),
            ):
                texts = [entry.text for entry in ET.fromstring(site[f"feeds/{kind}.{form}"]).iter(tag)]
                assert each["content_html"] in texts


def test_a_summary_of_rss_runs_as_the_words_it_begins_with(site: Built) -> None:
    (news,) = ET.fromstring(site["feeds/news.rss.xml"]).iter("item")
    assert re.match(r'<div lang="(ar|he|ur)" dir="rtl">Trams and', news.findtext("description", ""))
    (job,) = ET.fromstring(site["feeds/events.rss.xml"]).iter("item")
    assert job.findtext("description", "").startswith("Tuesday 5 May 2026.")


def test_sentences_of_plain_text_keep_names_apart(site: Built) -> None:
    (event,) = Calendar.from_ical(site["events/x/event.ics"]).walk("VEVENT")
    assert str(event["SUMMARY"]) == f"Cancelled: \u2068{TITLE}\u2069"
    (deadline,) = Calendar.from_ical(site["jobs/x/deadline.ics"]).walk("VEVENT")
    assert str(deadline["SUMMARY"]).startswith(f"Deadline: \u2068{TITLE}\u2069, \u2068")
    changes = [each["title"] for each in json.loads(site["feeds/changes.json"])["items"]]
    assert all(re.fullmatch(rf"\w+: \u2068{re.escape(TITLE)}\u2069 \(.*\u2069.*\)", each) for each in changes)
    titles = [text_of(find(document(site, path), "title")[0]) for path in ("news/x/index.html", "jobs/x/index.html")]
    assert titles == [
        f"\u2068{TITLE}\u2069 · Example Hub",
        f"\u2068\u2068{TITLE}\u2069, \u2068{TOWN}\u2069\u2069 · Example Hub",
    ]
    assert f"\u2068{TOWN}\u2069, Israel" in text_of(document(site, "jobs/x/index.html"))


def test_data_and_titles_of_their_own_hold_no_mark(site: Built) -> None:
    assert {each["title"] for each in json.loads(site["feeds/jobs.json"])["items"]} == {TITLE}
    for path in (
        "jobs.json",
        "jobs.csv",
        "jobs.xml",
        "jobs-jooble.xml",
        "news.json",
        "events.json",
        "organisations.json",
    ):
        assert "\u2068" not in site[path].decode(), path


ARABIC = """\
msgid ""
msgstr "Plural-Forms: nplurals=2; plural=(n != 1);"

msgid "Part of %(organisation)s"
msgstr "جزء من %(organisation)s"
"""


def test_an_interface_from_right_to_left_says_so_and_keeps_latin_names_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "locale/ar/LC_MESSAGES/jobboard.po"
    file.parent.mkdir(parents=True)
    file.write_text(ARABIC, encoding="utf-8")
    monkeypatch.setattr(catalogue, "CATALOGUES", tmp_path / "locale")
    files = {
        "organisations/part.md": make_organisation(name="Part", part_of="example-network"),
        "postings/x.md": make_posting(organisation="part", lang="en"),
        "topics.yaml": "culture: {en: Culture, ar: Culture}\n",
        "postings/y.md": make_posting(lang="ar"),
    }
    try:
        site = build_site(write_site(tmp_path / "content", files), site=replace(SITE, lang="ar"))
    finally:
        catalogue.catalogue_of.cache_clear()
        catalogue.said.cache_clear()
    for path in (each for each in site if each.endswith(".html")):
        root = document(site, path)
        assert root.get("dir") == direction_of(root.get("lang", "")), path
    assert document(site, "index.html").get("dir") == "rtl"
    assert [each for each in spoken(site) if each[2] != direction_of(each[1])] == []
    assert "جزء من \u2068Example Network\u2069" in text_of(document(site, "jobs/x/index.html"))
    english = [each for each in json.loads(site["feeds/jobs.json"])["items"] if each["language"] == "en"]
    assert [each["content_html"] for each in english] == ["<p>You will count bicycles.</p>"]


CSS = sorted((REPOSITORY / "theme/static/css").glob("*.css"))
_PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)\b|(?:left|right)\s*:"
    r"|border-(?:top|bottom)-(?:left|right)-radius|translateX)|:[^;{}]*(?<![\w-])(?:left|right)(?![\w-])"
)
_FOUR = re.compile(r"(?<![\w-])(?:margin|padding|inset|border-width|scroll-margin)\s*:\s*([^;{}]+)")


@pytest.mark.parametrize("file", CSS, ids=lambda file: file.name)
def test_the_style_sheet_knows_no_left_and_no_right(file: Path) -> None:
    text = re.sub(r"/\*.*?\*/", "", file.read_text("utf-8"), flags=re.DOTALL)
    assert _PHYSICAL.findall(text) == []
    sides = [re.sub(r"\([^()]*\)", "", re.sub(r"\([^()]*\)", "", each)).split() for each in _FOUR.findall(text)]
    assert [each for each in sides if len(each) == 4 and each[1] != each[3]] == []


def test_no_template_names_a_language_without_its_direction() -> None:
    for file in (REPOSITORY / "theme/templates").rglob("*.html"):
        for tag in re.findall(r"<[^>]* lang=\"[^>]*", file.read_text("utf-8")):
            assert 'dir="' in tag, file.name
