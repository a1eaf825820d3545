"""Topics and working groups: a page for each that joins open postings and news."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.helpers import SITE, build_site, make_introduction, make_news, make_posting, write_site
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
