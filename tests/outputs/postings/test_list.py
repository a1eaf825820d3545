"""How listings are cut into pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from msgspec import structs

from jobboard.outputs.page.listing import archive_slices, slices
from tests.helpers import SITE, at, build_site, make_posting, write_site
from tests.outputs.reading import document, links


def test_a_listing_is_numbered_from_its_beginning() -> None:
    parts = slices("abcde", 2, "jobs/")
    assert [(part.path, "".join(items)) for part, items in parts] == [
        ("jobs/", "ab"),
        ("jobs/page/2/", "cd"),
        ("jobs/page/3/", "e"),
    ]


def test_an_empty_listing_is_one_page() -> None:
    assert [part.path for part, _ in slices("", 2, "jobs/")] == ["jobs/"]
    assert [part.path for part, _ in archive_slices("", 2, "news/")] == ["news/"]


def test_an_archive_is_numbered_from_its_end_so_that_full_pages_stay() -> None:
    before = archive_slices("dcba", 2, "news/")
    after = archive_slices("edcba", 2, "news/")
    assert [(part.path, "".join(items)) for part, items in before] == [("news/", "dc"), ("news/page/1/", "ba")]
    assert [(part.path, "".join(items)) for part, items in after] == [
        ("news/", "e"),
        ("news/page/2/", "dc"),
        ("news/page/1/", "ba"),
    ]
    assert structs.replace(after[2][0], previous=before[1][0].previous) == before[1][0]


def test_a_deadline_passing_writes_only_what_shows_it(tmp_path: Path) -> None:
    files = {
        f"postings/p{n}.md": make_posting(published=f"2026-03-0{n}", deadline=f"2026-04-{n + 20}") for n in (1, 2, 3)
    }
    files["postings/closing.md"] = make_posting(deadline="2026-03-31", topics="[culture]")
    files |= {f"postings/old{n}.md": make_posting(deadline=f"2026-03-0{n}", published="2026-03-01") for n in (3, 4, 5)}
    content, site = write_site(tmp_path / "content", files), replace(SITE, page_size=2)
    before = build_site(content, at("2026-03-31 23:59"), site=site)
    after = build_site(content, at("2026-04-01 00:00"), site=site)
    changed = {path for path in after if before.get(path) != after[path]}
    assert changed == {
        "build.json",
        "calendars/deadlines.ics",
        "calendars/organisations/example-network.ics",
        "index.html",
        "jobs/closing/index.html",
        "jobs/index.html",
        "jobs/page/2/index.html",
        "jobs/newest/index.html",
        "jobs/newest/page/2/index.html",
        "jobs/closing-soon/index.html",
        "jobs/closed/2026/index.html",
        "jobs/kind/job/index.html",
        "jobs/kind/job/page/2/index.html",
        "jobs/language/en/index.html",
        "jobs/language/en/page/2/index.html",
        "jobs/topic/culture/index.html",
        "organisations/example-network/index.html",
        "organisations/example-network/jobs/index.html",
        "organisations/example-network/jobs/page/2/index.html",
        *(
            f"feeds/{scope}.{form}"
            for scope in ("all", "jobs", "changes", "kind/job", "topics/culture", "organisations/example-network")
            for form in ("rss.xml", "atom.xml", "json")
        ),
        "sitemap.xml",
        "jobs.xml",
        "jobs-jooble.xml",
        "jobs.json",
        "topics/culture/index.html",
        "jobs.csv",
    }


def test_listings_lead_to_each_other(tmp_path: Path) -> None:
    content = write_site(tmp_path / "content", {f"postings/p{n}.md": make_posting() for n in range(5)})
    site = build_site(content, site=replace(SITE, page_size=2))
    assert "/jobs/page/3/" in links(document(site, "jobs/page/2/index.html"))
    assert "/jobs/" in links(document(site, "jobs/page/2/index.html"))
