"""Embargoed news: nothing of it is in any file before its minute, all of it from then on."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from jobboard.pipeline import check as checking
from jobboard.pipeline.report import Form, render_problems
from tests.helpers import NOW, SITE, at, build_site, make_news, make_organisation, make_posting, read_tree, write_site
from tests.pictures import jpeg

HOUR = at("2026-03-16 10:00")
BEFORE = HOUR - timedelta(seconds=1)
SECRETS = (
    "Quiet Merger",
    "quiet-merger",
    "merged-house",
    "merger-map",
    "merger-terms",
    "Loud Words",
    "Hush Agency",
    "fusion-calme",
    "old-hush",
)
RELEASE = make_news(
    "The networks merge. See [the plan](files/merger-terms.pdf) and [jobs](postings/data-analyst.md).\n",
    title="Quiet Merger of two networks",
    published='"2026-03-16 10:00"',
    kind="press-release",
    organisations="[example-network, second]",
    topics="[culture]",
    formerly="[old-hush]",
    image="{file: images/merged-house.jpg, alt: One house}",
    assets="[{file: images/merger-map.jpg, title: Map, alt: A map}, {file: files/merger-terms.pdf, title: Terms}]",
    quotes="[{text: Loud Words., name: Ada Example}]",
    distributed_by="Hush Agency",
)
FILES: dict[str, str | bytes | None] = {
    "news/quiet-merger.md": RELEASE,
    "news/fusion-calme.md": make_news(
        "Fusion.\n", title="Fusion", lang="fr", translation_of="quiet-merger", published='"2026-03-16 10:00"'
    ),
    "news/open-day.md": make_news("See [this](news/quiet-merger.md).\n", related="[quiet-merger]", topics="[culture]"),
    "postings/data-analyst.md": make_posting("After [the news](news/quiet-merger.md).\n"),
    "organisations/second.md": make_organisation("We [merge](news/quiet-merger.md).\n", name="Second"),
    "images/merged-house.jpg": jpeg(600, 400),
    "images/merger-map.jpg": jpeg(500, 400),
    "files/merger-terms.pdf": b"%PDF-1.4 terms",
}


def leaks(site: dict[str, bytes]) -> set[tuple[str, str]]:
    """(path, secret) wherever a secret is in a file's name or content, in ZIPs too."""
    found: set[tuple[str, str]] = set()
    for path, data in site.items():
        said = path.encode() + data
        if path.endswith(".zip"):
            with zipfile.ZipFile(io.BytesIO(data)) as kit:
                said += b"\n".join(name.encode() + kit.read(name) for name in kit.namelist())
        found |= {(path, secret) for secret in SECRETS if secret.encode() in said}
    return found


def test_one_second_before_its_minute_nothing_of_an_embargoed_release_is_in_any_file(tmp_path: Path) -> None:
    site = build_site(write_site(tmp_path / "content", FILES), BEFORE)
    assert leaks(site) == set()
    assert [path for path in site if path.startswith(("media/", "pictures/"))] == []


def test_at_its_minute_a_release_is_there_with_all_it_has(tmp_path: Path) -> None:
    site = build_site(write_site(tmp_path / "content", FILES), HOUR)
    assert {secret for _, secret in leaks(site)} == set(SECRETS)
    assert {
        "news/quiet-merger/index.html",
        "news/quiet-merger/press-kit.zip",
        "news/kind/press-release/index.html",
        "media/files/merger-terms.pdf",
        "pictures/images/merged-house.jpg/preview.jpg",
        "pictures/images/merger-map.jpg/500.avif",
    } <= site.keys()
    told = {path for path, secret in leaks(site) if secret == "quiet-merger"}
    assert {"sitemap.xml", "_redirects", "feeds/news.rss.xml", "news/open-day/index.html"} <= told


def test_a_build_at_the_minute_after_one_before_it_is_the_same_as_a_clean_one(tmp_path: Path) -> None:
    content = write_site(tmp_path / "content", FILES)
    build_site(content, BEFORE)
    assert build_site(content, HOUR) == build_site(content, HOUR, output=tmp_path / "o", cache=tmp_path / "c")


def test_going_back_behind_the_minute_takes_all_of_it_away_again(tmp_path: Path) -> None:
    content = write_site(tmp_path / "content", FILES)
    build_site(content, HOUR)
    build_site(content, BEFORE)
    assert leaks(read_tree(tmp_path / "output")) == set()


@pytest.mark.parametrize(("now", "is_told"), [(BEFORE, True), (HOUR, False), (NOW, False)])
def test_the_check_says_that_an_embargo_holds_on_the_site_alone(tmp_path: Path, now: datetime, is_told: bool) -> None:
    files = {"news/quiet-merger.md": make_news(published='"2026-03-16 10:00"')}
    problems = checking.check(write_site(tmp_path / "content", files), SITE, now).problems
    expected = (
        "content/news/quiet-merger.md:4: published: the site keeps this back until 2026-03-16 10:00, but whoever can "
        "read the repository can read this file and its pictures today; if nobody may know before that hour, keep it "
        "on a private branch until then: see docs/embargo.md"
    )
    assert render_problems(problems, Form.TEXT) == (expected if is_told else "")
    assert [problem.level for problem in problems] == (["advice"] if is_told else [])


def test_a_draft_waits_for_its_author_and_not_for_an_hour(tmp_path: Path) -> None:
    files = {"news/quiet-merger.md": make_news(published='"2026-03-16 10:00"', status="draft")}
    assert checking.check(write_site(tmp_path / "content", files), SITE, BEFORE).problems == ()


def test_an_hour_is_that_of_the_releases_zone(tmp_path: Path) -> None:
    files = {"news/quiet-merger.md": make_news(published='"2026-03-16 10:00"', timezone="America/Bogota")}
    content = write_site(tmp_path / "content", files)
    hour = at("2026-03-16 10:00", "America/Bogota")
    assert "news/quiet-merger/index.html" not in build_site(content, hour - timedelta(seconds=1))
    assert "news/quiet-merger/index.html" in build_site(content, hour)
