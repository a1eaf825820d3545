"""Topics and working groups: a page for each that joins open postings and news."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from jobboard.pipeline.check import check
from tests.helpers import NOW, SITE, build_site, make_introduction, make_news, make_posting, write_site
from tests.outputs.reading import document, find, links, sitemap, text_of

EDITIONS = replace(SITE, languages=("en", "fr", "es"))
TOPICS = """\
culture: {en: Culture, fr: Culture, es: Cultura}
mobility: {en: Mobility, fr: Mobilité, es: Movilidad}
finance: {en: Finance}
later: {en: Later}
"""
FILES: dict[str, str | bytes | None] = {
    "topics.yaml": TOPICS,
    "topics/mobility.md": make_introduction(
        "See [the report](files/report.pdf) and [culture](topics/culture.md).\n",
        title="Working group on mobility",
        organisations="[example-network]",
    ),
    "topics/mobilite.md": make_introduction(
        "Des villes en mouvement.\n", title="Groupe mobilité", lang="fr", translation_of="mobility"
    ),
    "topics/culture.md": make_introduction(),
    "files/report.pdf": b"%PDF-1.4",
    "postings/shut.md": make_posting(title="Closed", deadline="2026-03-10", topics="[finance]"),
    "postings/hidden.md": make_posting(title="Hidden", published="2026-04-01", topics="[later]", deadline="2026-05-01"),
    "news/item.md": make_news(topics="[mobility]"),
} | {
    f"postings/p{number}.md": make_posting(title=f"Post {number}", deadline=f"2026-04-0{number}", topics="[mobility]")
    for number in range(1, 9)
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return build_site(write_site(tmp_path_factory.mktemp("topics") / "content", FILES), site=EDITIONS)


def titles(site: dict[str, bytes], path: str) -> list[str]:
    return [text_of(each) for each in document(site, path).iter() if each.get("class") == "card-title"]


def test_a_topic_joins_its_first_postings_and_its_news_with_ways_to_all(site: dict[str, bytes]) -> None:
    path = "topics/mobility/index.html"
    assert titles(site, path) == [*(f"Post {number}" for number in range(1, 7)), "A bridge opens"]
    found = links(find(document(site, path), "main")[0])
    assert {"/jobs/topic/mobility/", "/topics/mobility/news/", "https://hub.example/feeds/topics/mobility.rss.xml"} <= {
        *found
    }
    assert titles(site, "topics/mobility/news/index.html") == ["A bridge opens"]


def test_an_introduction_stands_at_the_top_with_whose_working_group_it_is(site: dict[str, bytes]) -> None:
    main = find(document(site, "topics/mobility/index.html"), "main")[0]
    assert text_of(find(main, "h1")[0]) == "Working group on mobility"
    assert "Working group of Example Network" in text_of(main)
    assert links(find(main, "div", class_="prose")[0]) == ["/media/files/report.pdf", "/topics/culture/"]
    assert site["media/files/report.pdf"] == b"%PDF-1.4"


def test_each_edition_has_the_introduction_in_its_language_or_marks_another(site: dict[str, bytes]) -> None:
    french = document(site, "fr/topics/mobility/index.html")
    assert text_of(find(french, "h1")[0]) == "Groupe mobilité"
    assert find(french, "div", class_="prose")[0].get("lang") is None
    spanish = document(site, "es/topics/mobility/index.html")
    assert find(spanish, "h1")[0].get("lang") == find(spanish, "div", class_="prose")[0].get("lang") == "en"
    assert "Texto en inglés" in text_of(spanish)
    assert "/es/jobs/topic/mobility/" in links(spanish)


def test_editions_of_a_topic_know_each_other(site: dict[str, bytes]) -> None:
    for prefix in ("", "fr/", "es/"):
        found = find(document(site, f"{prefix}topics/mobility/index.html"), "link", rel="alternate")
        assert [each.get("hreflang") for each in found if each.get("hreflang")] == ["en", "fr", "es", "x-default"]


def test_a_topic_of_what_is_still_to_come_is_nowhere(site: dict[str, bytes]) -> None:
    assert titles(site, "topics/index.html") == ["Culture", "Mobility", "Finance"]
    assert [path for path in site if "topics/later" in path] == []


def test_a_topic_of_closed_postings_keeps_its_page_and_says_that_nothing_is_open(site: dict[str, bytes]) -> None:
    assert "There are no open postings at the moment." in text_of(document(site, "topics/finance/index.html"))
    found = sitemap(site)
    assert "https://hub.example/topics/culture/" in found
    assert "https://hub.example/fr/topics/mobility/" in found
    assert "https://hub.example/topics/finance/" not in found


def test_names_of_topics_lead_to_their_pages(site: dict[str, bytes]) -> None:
    assert "/topics/mobility/" in links(document(site, "jobs/p1/index.html"))
    assert "/topics/mobility/" in links(document(site, "news/item/index.html"))


def test_a_topic_s_page_depends_on_the_cards_it_shows_and_on_no_other(tmp_path: Path) -> None:
    content = write_site(tmp_path / "content", FILES)
    before = build_site(content)
    write_site(
        content, {**FILES, "postings/p8.md": make_posting(title="Eight", deadline="2026-04-08", topics="[mobility]")}
    )
    after = build_site(content)
    assert before["topics/mobility/index.html"] == after["topics/mobility/index.html"]
    write_site(
        content, {**FILES, "postings/p1.md": make_posting(title="One", deadline="2026-04-01", topics="[mobility]")}
    )
    assert titles(build_site(content), "topics/mobility/index.html")[0] == "One"


def test_a_draft_of_an_introduction_hides_its_translations_too(tmp_path: Path) -> None:
    draft = {**FILES, "topics/mobility.md": make_introduction(status="draft")}
    site = build_site(write_site(tmp_path / "content", draft), site=EDITIONS)
    assert text_of(find(document(site, "fr/topics/mobility/index.html"), "h1")[0]) == "Mobilité"


def test_without_facets_only_introduced_topics_have_pages_and_they_show_more(tmp_path: Path) -> None:
    site = build_site(write_site(tmp_path / "content", FILES), site=replace(SITE, has_extras=False))
    assert sorted(path for path in site if path.startswith("topics/")) == [
        "topics/culture/index.html",
        "topics/index.html",
        "topics/mobility/index.html",
    ]
    assert len(titles(site, "topics/mobility/index.html")) == 9
    assert links(find(document(site, "topics/mobility/index.html"), "main")[0]).count("/jobs/topic/mobility/") == 0


RENAMED = TOPICS.replace(
    "mobility: {en: Mobility, fr: Mobilité, es: Movilidad}",
    "transport: {en: Transport, fr: Transports, es: Transporte, formerly: [mobility, traffic]}",
)


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    files = {**FILES, "topics.yaml": RENAMED}
    return build_site(write_site(tmp_path_factory.mktemp("renamed") / "content", files), site=EDITIONS)


@pytest.mark.parametrize("prefix", ["", "fr/", "es/"])
@pytest.mark.parametrize("path", ["topics/{}/", "jobs/topic/{}/", "topics/{}/news/"])
def test_every_page_of_a_renamed_topic_leads_on_from_where_it_was(
    prefix: str, path: str, renamed: dict[str, bytes]
) -> None:
    new = f"/{prefix}{path.format('transport')}"
    assert f"{new[1:]}index.html" in renamed
    for old in ("mobility", "traffic"):
        moved = document(renamed, f"{prefix}{path.format(old)}index.html")
        assert new in links(moved)


def test_hosts_redirect_what_a_renamed_topic_had(renamed: dict[str, bytes]) -> None:
    assert "/jobs/topic/mobility/ /jobs/topic/transport/ 301\n" in renamed["_redirects"].decode()
    assert "/topics/mobility/ /topics/transport/ 301\n" in renamed["_redirects"].decode()


@pytest.mark.parametrize("prefix", ["", "fr/", "es/"])
@pytest.mark.parametrize("form", ["rss.xml", "atom.xml", "json"])
def test_a_feed_of_a_renamed_topic_is_served_where_it_was_under_its_first_name(
    prefix: str, form: str, site: dict[str, bytes], renamed: dict[str, bytes]
) -> None:
    today = renamed[f"{prefix}feeds/topics/transport.{form}"]
    assert today == renamed[f"{prefix}feeds/topics/mobility.{form}"] == renamed[f"{prefix}feeds/topics/traffic.{form}"]
    name = f"tag:hub.example,2026:feed/{prefix}topics/mobility".encode()
    if form == "atom.xml":
        assert name in today
        assert name in site[f"{prefix}feeds/topics/mobility.{form}"]


def test_the_files_of_a_renamed_topic_need_no_change(renamed: dict[str, bytes]) -> None:
    assert titles(renamed, "topics/transport/index.html")[-1] == "A bridge opens"
    heading = find(document(renamed, "topics/transport/index.html"), "h1")[0]
    assert text_of(heading) == "Working group on mobility"
    assert "/jobs/topic/transport/" in links(document(renamed, "jobs/p1/index.html"))
    assert not [path for path in sitemap(renamed) if "mobility" in path]


def test_no_list_or_data_speaks_of_a_topic_by_its_former_id(renamed: dict[str, bytes]) -> None:
    assert b'"mobility"' not in renamed["jobs.json"]
    assert b"topic/mobility" not in renamed["jobs/index.html"]


def test_of_an_introduction_by_each_name_one_is_too_many(tmp_path: Path) -> None:
    files = {**FILES, "topics.yaml": RENAMED, "topics/transport.md": make_introduction()}
    found = check(write_site(tmp_path / "content", files), EDITIONS, NOW).problems
    assert [(each.path, each.message) for each in found if each.level == "problem"] == [
        (
            "content/topics/mobility.md",
            "the topic mobility is called transport today, and content/topics/transport.md introduces it",
        )
    ]


def test_an_introduction_by_a_former_name_gets_advice(tmp_path: Path) -> None:
    found = check(write_site(tmp_path / "content", {**FILES, "topics.yaml": RENAMED}), EDITIONS, NOW).problems
    told = {(each.path, each.field, each.message, each.hint) for each in found if "called" in each.message}
    message = "mobility is called transport today"
    assert told >= {
        ("content/topics/mobility.md", "", message, "rename it to transport.md"),
        ("content/topics/mobilite.md", "translation_of", message, "write transport"),
        ("content/postings/p1.md", "topics", message, "write transport"),
    }
