"""Lists of news by kind and year, and the teasers in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from jobboard.outputs.text.bodies import summary_of
from jobboard.outputs.text.sentences import sentences_of
from jobboard.source.markdown.kept import Body
from tests.helpers import at, build_site, make_news, write_site
from tests.outputs.reading import document, find, links, text_of

FILES: dict[str, str | bytes | None] = {
    "news/old.md": make_news(title="Old", published="2024-12-31"),
    "news/young.md": make_news(title="Young", published="2025-01-01"),
    "news/release.md": make_news(title="Release", published="2026-01-02", kind="press-release"),
    "news/report.md": make_news(
        title="Report", published="2026-02-02", kind="report", link="https://www.wire.example/1"
    ),
}


def titles(site: dict[str, bytes], path: str) -> list[str]:
    found = [each for each in document(site, path).iter() if each.get("class") == "card-title"]
    return [text_of(each) for each in found]


def test_news_is_listed_by_kind_and_by_year(tmp_path: Path) -> None:
    site = build_site(write_site(tmp_path / "content", FILES))
    assert titles(site, "news/index.html") == ["Report", "Release", "Young", "Old"]
    assert titles(site, "news/kind/news/index.html") == ["Young", "Old"]
    assert titles(site, "news/kind/press-release/index.html") == ["Release"]
    assert titles(site, "news/year/2026/index.html") == ["Report", "Release"]
    assert titles(site, "news/year/2024/index.html") == ["Old"]
    assert [path for path in site if path.startswith("news/kind/opinion")] == []


def test_a_list_has_its_years_as_headings_and_leads_to_the_other_lists(tmp_path: Path) -> None:
    page = document(build_site(write_site(tmp_path / "content", FILES)), "news/index.html")
    assert [text_of(each) for each in find(page, "h2")][:3] == ["2026", "2025", "2024"]
    (ways,) = [each for each in find(page, "nav") if each.get("class") == "ways"]
    assert links(ways) == [
        "/news/",
        "/news/kind/news/",
        "/news/kind/press-release/",
        "/news/kind/report/",
        "/news/year/2026/",
        "/news/year/2025/",
        "/news/year/2024/",
    ]


def test_a_kind_keeps_its_list_when_its_last_item_has_left(tmp_path: Path) -> None:
    content = write_site(tmp_path / "content", {"news/fair.md": make_news(kind="report", expires="2026-03-10")})
    site = build_site(content, at("2026-03-16 12:00"))
    assert titles(site, "news/kind/report/index.html") == []
    assert "There is no news here yet." in text_of(document(site, "news/kind/report/index.html"))


def test_a_card_says_which_site_published_it(tmp_path: Path) -> None:
    site = build_site(write_site(tmp_path / "content", FILES))
    assert "Published on wire.example" in text_of(document(site, "news/index.html"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See e.g. Ghent. It works.", ["See e.g. Ghent.", "It works."]),
        ("M. Dupont vient. Mme Durand reste.", ["M. Dupont vient.", "Mme Durand reste."]),
        ("St. Gallen met. Then it left.", ["St. Gallen met.", "Then it left."]),
        ("J. Smith of the U.S. Senate spoke. Good.", ["J. Smith of the U.S. Senate spoke.", "Good."]),
        ("La Sra. García vino. ¿Qué dijo? ¡Nada!", ["La Sra. García vino.", "¿Qué dijo?", "¡Nada!"]),
        ("Quoi ? « Oui. » Bien.", ["Quoi ?", "« Oui. »", "Bien."]),
        ("He said “Stop.” Then left. (All agreed.) End.", ["He said “Stop.”", "Then left.", "(All agreed.)", "End."]),
        ("It rose to 3.5… and fell. 12 cities joined.", ["It rose to 3.5… and fell.", "12 cities joined."]),
        ("Meet at 5 p.m. in town. Bring art. etc.", ["Meet at 5 p.m. in town.", "Bring art. etc."]),
        ("", []),
        ("No end", ["No end"]),
    ],
)  # fmt: skip
def test_a_sentence_ends_where_readers_see_its_end(text: str, expected: list[str]) -> None:
    assert [*sentences_of(text)] == expected


def test_a_teaser_is_never_cut_within_a_sentence() -> None:
    text = "Le maire a reçu M. Dupont et Mme Durand, p. ex. pour parler du budget. Puis il est parti avec St. Martin."
    assert summary_of(None, Body.of("", text), 75) == (
        "Le maire a reçu M. Dupont et Mme Durand, p. ex. pour parler du budget."
    )
    assert summary_of(None, Body.of("", text), 20) == summary_of(None, Body.of("", text), 75)


def test_a_summary_is_shown_as_it_was_written() -> None:
    assert summary_of("One. " * 100, Body.of("")) == ("One. " * 100).strip()
