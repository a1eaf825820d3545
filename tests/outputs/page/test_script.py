"""What the browser's script is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from jobboard.outputs.page.script import recount_of, script_of
from tests.helpers import REPOSITORY, SITE, at, build_site, make_posting, project_theme, write_site
from tests.outputs.reading import document, find


def test_a_list_on_one_page_counts_itself_and_a_part_says_at_most() -> None:
    assert recount_of(SITE, 12, 12).forms == (("one", "{n} open posting"), ("other", "{n} open postings"))
    assert recount_of(SITE, 12, 10).forms == (
        ("one", "At most {n} open posting"),
        ("other", "At most {n} open postings"),
    )


def test_addresses_are_those_of_a_site_below_a_path() -> None:
    script = script_of(replace(SITE, url="https://example.org/board"))
    assert (script.build, script.locale) == ("/board/build.json", "en-GB")


def test_the_published_script_is_the_source_without_comments() -> None:
    source = (REPOSITORY / "theme/static/js/board.js").read_text("utf-8").splitlines()
    published = project_theme().files["js/board.js"].decode().splitlines()
    assert published == [line.strip() for line in source if line.strip() and not line.strip().startswith("//")]
    assert b"`" not in project_theme().files["js/board.js"], "a text over several lines would lose its indentation"


def test_only_open_postings_carry_the_instant_of_closing_soon(tmp_path: Path) -> None:
    files = {"postings/x.md": make_posting(timezone="AoE"), "postings/y.md": make_posting(deadline="2026-03-05")}
    site = build_site(write_site(tmp_path / "content", files), at("2026-03-16 12:00"))
    (article,) = find(document(site, "jobs/x/index.html"), "article")
    assert article.get("data-soon") == "2026-03-24T12:00:00Z"
    assert article.get("data-closes") == "2026-04-01T12:00:00Z"
    (ages,) = find(document(site, "jobs/x/index.html"), "small")
    assert (ages.get("data-zone"), ages.get("data-last")) == ("Etc/GMT+12", "23:59, anywhere on Earth")
    for path in ("jobs/y/index.html", "jobs/closed/2026/index.html"):
        assert b'data-soon="' not in site[path]
        assert b"<small" not in site[path]


def test_a_planned_early_closing_counts_no_days_to_the_deadline(tmp_path: Path) -> None:
    files = {"postings/x.md": make_posting(closed="{on: 2026-03-20, because: withdrawn}")}
    site = build_site(write_site(tmp_path / "content", files), at("2026-03-16 12:00"))
    assert find(document(site, "jobs/x/index.html"), "small") == []


def test_the_script_is_told_the_words_of_the_page_for_every_plural_of_its_language() -> None:
    french, spanish = replace(SITE, lang="fr"), replace(SITE, lang="es")
    assert script_of(french).closes_at == "Clôture {day} à {time}"
    assert dict(recount_of(french, 0, 0).forms) == {"one": "{n} offre ouverte", "other": "{n} offres ouvertes"}
    assert dict(recount_of(spanish, 9, 5).forms)["other"] == "Como máximo, {n} ofertas abiertas"
