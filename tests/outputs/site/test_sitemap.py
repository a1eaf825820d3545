"""The sitemap: what it lists, and how it is cut where it does not fit into one file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from jobboard.outputs.page.media import MediaFile
from jobboard.outputs.plan.search import plan_sitemap
from jobboard.outputs.plan.selection import Selection
from jobboard.outputs.site import sitemap as module
from jobboard.outputs.site.sitemap import sitemap_line, sitemap_parts
from tests.helpers import NOW, SITE, at, build_site, make_board, make_news, make_posting, write_site
from tests.outputs.reading import document, find, sitemap

_NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINES = [sitemap_line(f"jobs/posting-{number}/", NOW) for number in range(1000)]


def _no_media(path: str) -> MediaFile:
    raise AssertionError(path)


def addresses_in(data: bytes) -> list[str]:
    return [each.text or "" for each in ET.fromstring(data).iter(f"{_NAMESPACE}loc")]


def test_a_sitemap_lists_what_is_open_and_no_page_that_must_not_be_found(tmp_path: Path) -> None:
    content = write_site(
        tmp_path / "content",
        {
            "postings/open.md": make_posting(
                place="{city: Ghent, country: BE}", workplace="hybrid", topics="[culture]"
            ),
            "postings/ouvert.md": make_posting(lang="fr", translation_of="open", deadline=None, apply=None),
            "postings/shut.md": make_posting(deadline="2026-03-10", topics="[mobility]"),
            "postings/long-closed.md": make_posting(published="2024-01-01", deadline="2024-03-10"),
            "postings/scheduled.md": make_posting(published="2026-03-20"),
            "postings/draft.md": make_posting(status="draft"),
            "postings/fresh.md": make_posting(formerly="[old]", kind="traineeship"),
            "news/item.md": make_news(),
            "news/later.md": make_news(published="2026-03-20"),
        },
    )
    site = build_site(content)
    assert [each.removeprefix("https://hub.example/") for each in sitemap(site)] == [
        "",
        "jobs/",
        "news/",
        "organisations/",
        "subscribe/",
        "search/",
        "numbers/",
        "jobs/newest/",
        "jobs/country/be/",
        "jobs/kind/job/",
        "jobs/kind/traineeship/",
        "jobs/language/en/",
        "jobs/topic/culture/",
        "jobs/workplace/hybrid/",
        "organisations/example-network/",
        "topics/",
        "topics/culture/",
        "news/item/",
        "jobs/fresh/",
        "jobs/open/",
        "jobs/ouvert/",
    ]
    for address in sitemap(site):
        path = f"{address.removeprefix('https://hub.example/')}index.html"
        page = document(site, path)
        assert find(page, "meta", name_="robots") == []
        assert find(page, "link", rel="canonical", href=address)


def test_the_date_of_a_page_is_that_of_its_content(tmp_path: Path) -> None:
    content = write_site(
        tmp_path / "content", {"postings/x.md": make_posting(updated='"2026-03-09 14:00"'), "news/y.md": make_news()}
    )
    dates = {
        each.findtext(f"{_NAMESPACE}loc"): each.findtext(f"{_NAMESPACE}lastmod")
        for each in ET.fromstring(build_site(content)["sitemap.xml"])
    }
    assert dates["https://hub.example/jobs/x/"] == "2026-03-09T13:00:00+00:00"
    assert dates["https://hub.example/news/y/"] == "2026-03-01T23:00:00+00:00"
    assert dates["https://hub.example/jobs/"] is None


def test_a_sitemap_that_fits_is_one_plain_file() -> None:
    assert sitemap_parts(SITE, LINES, 1000) == ["\n".join(LINES)]
    assert sitemap_parts(SITE, []) == [""]


@pytest.mark.parametrize("most", [7, 100, 999])
def test_the_parts_of_a_sitemap_fit_and_hold_every_page_once(most: int) -> None:
    parts = [part.split("\n") for part in sitemap_parts(SITE, LINES, most) if part]
    assert max(map(len, parts)) <= most
    assert sorted(line for part in parts for line in part) == sorted(LINES)


def test_a_change_touches_one_part_of_a_sitemap() -> None:
    before = sitemap_parts(SITE, LINES, 200)
    gone = sitemap_parts(SITE, [*LINES[:500], *LINES[501:]], 200)
    edited = sitemap_parts(SITE, [*LINES[:500], sitemap_line("jobs/posting-500/", at("2026-03-17 09:00"))], 200)
    assert len(before) == len(gone) == 8
    assert sum(one != other for one, other in zip(before, gone, strict=True)) == 1
    changed = [part for part in edited if "2026-03-17" in part]
    assert len(changed) == 1
    assert any("jobs/posting-500/ " in part and part[:40] == changed[0][:40] for part in before)


def test_a_sitemap_is_cut_by_its_bytes_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 60_000)
    parts = sitemap_parts(SITE, LINES)
    assert len(parts) == 4
    assert all(len(module.sitemap(SITE, part).encode()) <= 60_000 for part in parts)


def test_a_sitemap_in_parts_is_an_index_of_them(tmp_path: Path) -> None:
    board = make_board(tmp_path, {f"postings/p{number}.md": make_posting() for number in range(20)})
    chosen = Selection(board, {}, _no_media)
    whole = {each.path: each.express() for each in plan_sitemap([chosen])}
    cut = {each.path: each.express() for each in plan_sitemap([chosen], most=10)}
    assert list(whole) == ["sitemap.xml"]
    assert list(cut) == ["sitemap.xml", *(f"sitemap-{number}.xml" for number in range(1, len(cut)))]
    assert ET.fromstring(cut["sitemap.xml"]).tag == f"{_NAMESPACE}sitemapindex"
    assert addresses_in(cut["sitemap.xml"]) == [f"https://hub.example/{path}" for path in list(cut)[1:]]
    listed = [address for path in list(cut)[1:] for address in addresses_in(cut[path])]
    assert sorted(listed) == sorted(addresses_in(whole["sitemap.xml"]))


def test_a_site_without_facets_lists_none_of_them(tmp_path: Path) -> None:
    content = write_site(tmp_path / "content", {"postings/x.md": make_posting()})
    site = build_site(content, site=replace(SITE, has_extras=False))
    assert [address for address in sitemap(site) if "/kind/" in address] == []
