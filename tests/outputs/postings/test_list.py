"""How listings are cut into pages."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from pathlib import Path

import pytest

from jobboard.base.digest import digest_of
from jobboard.outputs.page.listing import starts_of
from tests.helpers import SITE, at, build_site, make_news, make_posting, write_site
from tests.outputs.reading import document, links, pages_of_list

MANIFEST = ".jobboard-files"
SIZE = 10
DIGESTS = [digest_of(f"postings/p{n}".encode()) for n in range(2000)]


def pages(digests: list[str], size: int = SIZE) -> list[tuple[str, ...]]:
    """The pages of a list, each as the digests of what is on it."""
    starts = [*starts_of(digests, size), len(digests)]
    return [tuple(digests[start:end]) for start, end in itertools.pairwise(starts)]


def test_what_fits_on_a_page_is_one_page() -> None:
    assert starts_of([], SIZE) == [0]
    assert starts_of(DIGESTS[:SIZE], SIZE) == [0]
    assert len(starts_of(DIGESTS[: 2 * SIZE + 1], SIZE)) > 1


@pytest.mark.parametrize("size", [1, 2, 3, 10, 50])
def test_pages_are_as_long_as_asked_on_average_half_of_it_at_least_and_twice_at_most(size: int) -> None:
    lengths = [len(each) for each in pages(DIGESTS, size)]
    assert sum(lengths) == len(DIGESTS)
    assert all(max(1, size // 2) <= each <= 2 * size for each in lengths[:-1])
    assert 0.75 * size <= len(DIGESTS) / len(lengths) <= 1.25 * size or size == 1


@pytest.mark.parametrize("size", [10, 50])
def test_what_comes_or_goes_changes_its_page_and_rarely_another(size: int) -> None:
    before = set(pages(DIGESTS, size))
    changed = [len(set(pages([*DIGESTS[:at], *DIGESTS[at + 1 :]], size)) - before) for at in range(0, len(DIGESTS), 7)]
    assert sum(changed) / len(changed) < 1.6
    assert max(changed) <= 12
    assert changed.count(1) / len(changed) > 0.7


def test_every_page_but_the_first_is_as_it_was_when_the_first_grows(tmp_path: Path) -> None:
    site = replace(SITE, page_size=4, had_numbered_pages=False)
    files = {f"news/n{n:02}.md": make_news(published=f"2026-02-{n % 27 + 1:02}") for n in range(40)}
    before = build_site(write_site(tmp_path / "before", files), site=site)
    grown = {**files, "news/new.md": make_news(published="2026-03-01")}
    after = build_site(write_site(tmp_path / "after", grown), site=site)
    pages = [path for path in before if path.startswith("news/page/")]
    assert len(pages) > 5
    assert sum(before[path] != after.get(path) for path in pages) <= 2


def test_numbered_pages_that_were_lead_on_to_their_list(tmp_path: Path) -> None:
    content = write_site(tmp_path / "content", {f"postings/p{n}.md": make_posting() for n in range(5)})
    site = build_site(content, site=replace(SITE, page_size=2))
    for list_ in ("jobs/", "jobs/newest/", "jobs/kind/job/", "organisations/example-network/jobs/"):
        for number in (2, 3):
            assert f"/{list_}" in links(document(site, f"{list_}page/{number}/index.html")), list_
        assert f"{list_}page/4/index.html" not in site
    fresh = build_site(content, site=replace(SITE, page_size=2, had_numbered_pages=False))
    assert not [path for path in fresh if "/page/2/" in path]


def test_a_deadline_passing_writes_only_what_shows_it(tmp_path: Path) -> None:
    files = {
        f"postings/p{n}.md": make_posting(published=f"2026-03-0{n}", deadline=f"2026-04-{n + 20}") for n in (1, 2, 3)
    }
    files["postings/closing.md"] = make_posting(deadline="2026-03-31", topics="[culture]")
    files |= {f"postings/old{n}.md": make_posting(deadline=f"2026-03-0{n}", published="2026-03-01") for n in (3, 4, 5)}
    content = write_site(tmp_path / "content", files)
    site = replace(SITE, page_size=2, had_numbered_pages=False)
    before = build_site(content, at("2026-03-31 23:59"), site=site)
    after = build_site(content, at("2026-04-01 00:00"), site=site)
    changed = {path for path in after if before.get(path) != after[path] and path != MANIFEST}
    assert changed == {
        "build.json",
        "calendars/deadlines.ics",
        "calendars/organisations/example-network.ics",
        "index.html",
        "jobs/browse/index.html",
        "jobs/closing/card.png",
        "jobs/closing/index.html",
        "jobs/facets.json",
        "jobs/index.html",
        "jobs/newest/index.html",
        "jobs/closing-soon/index.html",
        "jobs/closed/2026/index.html",
        "jobs/titles.json",
        "jobs/kind/index.html",
        "jobs/kind/job/index.html",
        "jobs/language/index.html",
        "jobs/topic/index.html",
        "llms.txt",
        "jobs/language/en/index.html",
        "jobs/topic/culture/index.html",
        "organisations/index.html",
        "organisations/example-network/index.html",
        "organisations/example-network/jobs/index.html",
        *(
            f"feeds/{scope}.{form}"
            for scope in (
                *("all", "jobs", "changes", "kind/job", "language/en", "topics/culture"),
                "organisations/example-network",
            )
            for form in ("rss.xml", "atom.xml", "json")
        ),
        "sitemap.xml",
        "jobs.xml",
        "jobs-jooble.xml",
        "jobs.json",
        "topics/culture/index.html",
        "jobs.csv",
        "numbers/index.html",
        "numbers/numbers.csv",
    }


def test_every_page_of_a_list_is_reached_from_the_first_and_leads_back(tmp_path: Path) -> None:
    content = write_site(tmp_path / "content", {f"postings/p{n}.md": make_posting(title=f"Post {n}") for n in range(9)})
    site = build_site(content, site=replace(SITE, page_size=2, had_numbered_pages=False))
    met = pages_of_list(site, "jobs/")
    assert all("/jobs/" in links(document(site, path)) for path in met)
    assert {*met} == {path for path in site if re.fullmatch(r"jobs/(page/[^/]+/)?index\.html", path)}
    titles = {re.findall("<title>(.*)</title>", site[path].decode())[0] for path in met}
    assert len(titles) == len(met) > 2
