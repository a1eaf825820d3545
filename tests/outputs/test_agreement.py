"""Page, listing, feeds, sitemap and markup say the same of a posting at every instant."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.helpers import at, build_site, make_organisation, make_posting, write_site
from tests.outputs.reading import document, feed, find, job_markup, links, sitemap, text_of

SECOND = timedelta(seconds=1)

POSTINGS = {
    "twinning": make_posting(published="2024-01-15", deadline='"2024-02-29 23:59"'),
    "education": make_posting(published="2024-01-15", deadline='"2024-02-09 23:59"', organisation="platform"),
    "whole-day": make_posting(published="2024-01-15", deadline="2024-03-31"),
    "elsewhere": make_posting(published="2024-01-15", deadline="2024-03-31", timezone="AoE"),
    "rolling": make_posting(published="2024-01-15", deadline="rolling", review_by="2024-10-27"),
    "announced-later": make_posting(published='"2024-02-20 09:00"', deadline="2024-04-30"),
    "filled": make_posting(published="2024-01-15", deadline="2024-04-30", closed="{on: 2024-02-12, because: filled}"),
}
OPENS = {name: at("2024-01-15 00:00") for name in POSTINGS} | {"announced-later": at("2024-02-20 09:00")}
CLOSES = {
    "twinning": at("2024-03-01 00:00"),
    "education": at("2024-02-10 00:00"),
    "whole-day": at("2024-04-01 00:00"),
    "elsewhere": at("2024-04-01 12:00", "UTC"),
    "rolling": at("2024-10-28 00:00"),
    "announced-later": at("2024-05-01 00:00"),
    "filled": at("2024-02-12 00:00"),
}
INSTANTS = sorted(
    {at("2024-02-05 12:00"), at("2024-02-09 23:59") + 30 * SECOND}
    | {instant + step for instant in (*OPENS.values(), *CLOSES.values()) for step in (-SECOND, 0 * SECOND)}
)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = {f"postings/{name}.md": text for name, text in POSTINGS.items()}
    files["organisations/platform.md"] = make_organisation(name="Platform", part_of="example-network")
    return write_site(tmp_path_factory.mktemp("agreement") / "content", files)


@pytest.mark.parametrize("now", INSTANTS, ids=lambda now: now.isoformat())
def test_everything_agrees_on_what_is_open(content: Path, now: datetime, tmp_path: Path) -> None:
    site = build_site(content, now, output=tmp_path / "output", cache=tmp_path / "cache")
    visible = {name for name in POSTINGS if OPENS[name] <= now}
    is_open = {name for name in visible if now < CLOSES[name]}

    assert {name for name in POSTINGS if f"jobs/{name}/index.html" in site} == visible
    for name in visible:
        page = document(site, f"jobs/{name}/index.html")
        assert (job_markup(site, f"jobs/{name}/index.html") is not None) == (name in is_open)
        assert bool(find(page, "meta", name_="robots", content="noindex")) == (name not in is_open)
        assert ("mailto:jobs@example.org" in links(page)) == (name in is_open)

    listed = {link.removeprefix("/jobs/").strip("/") for link in links(document(site, "jobs/index.html"))} & set(
        POSTINGS
    )
    newest = {link.removeprefix("/jobs/").strip("/") for link in links(document(site, "jobs/newest/index.html"))} & set(
        POSTINGS
    )
    in_feeds = [
        {entry.id.rsplit("/", 1)[-1] for entry in feed(site, f"feeds/jobs.{form}.xml").entries}
        for form in ("rss", "atom")
    ]
    in_organisation = {
        entry.id.rsplit("/", 1)[-1] for entry in feed(site, "feeds/organisations/example-network.rss.xml").entries
    }
    in_sitemap = {address.split("/jobs/", 1)[-1].strip("/") for address in sitemap(site)} & set(POSTINGS)
    assert [is_open] * 6 == [listed, newest, *in_feeds, in_organisation, in_sitemap]


def test_a_posting_not_yet_published_is_nowhere(content: Path) -> None:
    site = build_site(content, OPENS["announced-later"] - SECOND, output=content.parent / "before")
    assert [path for path, data in site.items() if b"announced-later" in data or "announced-later" in path] == []


def test_a_closed_posting_says_so_leads_on_and_keeps_its_address(content: Path) -> None:
    site = build_site(content, CLOSES["filled"], output=content.parent / "closed")
    page = document(site, "jobs/filled/index.html")
    assert "This position has been filled" in text_of(page)
    assert {"/organisations/example-network/", "/jobs/", "/jobs/closed/2024/"} <= set(links(page))
    assert "/jobs/filled/" in links(document(site, "jobs/closed/2024/index.html"))
