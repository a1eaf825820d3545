"""Links and pictures of a body on their way into a page or feed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jobboard.outputs.addresses import item_path
from jobboard.outputs.text.bodies import beside_others, body_html, summary_of
from jobboard.pipeline.check import check
from jobboard.source.markdown.body import LONGEST_EXCERPT
from tests.helpers import (
    NOW,
    SITE,
    at,
    build_site,
    make_board,
    make_event,
    make_news,
    make_organisation,
    make_page,
    make_posting,
    write_site,
)

LONG = "We count the bicycles that cross forty bridges. " * 800
"""Longer than what feeds repeat."""


def test_a_very_long_text_stands_on_its_own_page_and_its_beginning_elsewhere(tmp_path: Path) -> None:
    site = build_site(write_site(tmp_path / "content", {"postings/x.md": make_posting(f"{LONG}\n\nThe end.")}))
    holding = [path for path, data in site.items() if b"The end." in data]
    assert holding == ["jobs/x/index.html"]
    assert len(site["jobs/x/index.html"]) < 2 * len(LONG)
    entry = json.loads(site["feeds/jobs.json"])["items"][0]
    assert "We count the bicycles" in entry["content_text"]
    assert b"We count the bicycles" in site["jobs.xml"]
    assert b"We count the bicycles" in site["feeds/jobs.rss.xml"]


def test_a_text_of_usual_length_is_whole_in_feeds_and_for_job_sites(tmp_path: Path) -> None:
    body = f"{LONG[: len(LONG) // 2]}\n\nThe end."
    site = build_site(write_site(tmp_path / "content", {"postings/x.md": make_posting(body)}))
    for path in ("jobs.xml", "feeds/jobs.json", "feeds/jobs.rss.xml", "feeds/jobs.atom.xml"):
        assert b"The end." in site[path]


def test_a_first_paragraph_without_end_is_cut_between_words(tmp_path: Path) -> None:
    board = make_board(tmp_path, {"postings/x.md": make_posting("bicycle " * 30_000)})
    summary = summary_of(None, board.postings[0].body)
    assert len(summary) <= LONGEST_EXCERPT
    assert summary.endswith("bicycle …")


@pytest.mark.parametrize("page", ["", "jobs/x/"])
@pytest.mark.parametrize("more", ["", " See [the other](postings/y.md#pay-terms) and [below](#how)."])
def test_an_address_elsewhere_stays_as_it_was_written(page: str, more: str, tmp_path: Path) -> None:
    body = f"Read [it](https://example.org/?a=1&b=2).{more}\n\n## How\n"
    board = make_board(
        tmp_path, {"postings/x.md": make_posting(body), "postings/y.md": make_posting("## Pay & terms\n\nGood.\n")}
    )
    posting = board.postings[0]
    html = body_html(SITE, posting.body, posting.links, page)
    assert 'href="https://example.org/?a=1&amp;b=2"' in html
    host = "https://hub.example" if page else ""
    assert (f'href="{host}/jobs/y/#section-pay-terms"' in html) == bool(more)
    assert (f'href="{host and host + "/jobs/x/"}#section-how"' in html) == bool(more)


@pytest.mark.parametrize("folder", ["postings", "news", "events", "organisations", "pages"])
def test_a_link_to_a_heading_of_another_text_leads_there_or_is_told(folder: str, tmp_path: Path) -> None:
    make = {
        "postings": make_posting,
        "news": make_news,
        "events": make_event,
        "organisations": make_organisation,
        "pages": make_page,
    }[folder]
    links = f"See [one](/{folder}/y.md#d%C3%A9tails), [two]({folder}/y.md#none) and [three]({folder}/y.md)."
    content = write_site(
        tmp_path / "content", {"news/x.md": make_news(links), f"{folder}/y.md": make("Words.\n\n## D\u00e9tails\n")}
    )
    checked = check(content, SITE, NOW)
    assert checked.board is not None
    item = next(each for each in checked.board.news if each.id == "x")
    address = item_path(SITE, folder, "y")
    html = body_html(SITE, item.body, item.links)
    assert [f'href="/{address}{place}"' in html for place in ("#section-d\u00e9tails", "")] == [True, True]
    assert html.count(f'href="/{address}"') == 2
    told = [str(each) for each in checked.problems if "#" in each.message]
    way_out = "write a heading of that text in small letters with hyphens, or leave the # out"
    assert [each.split(": body: ")[1] for each in told] == [
        f"no heading '#none' in content/{folder}/y.md; the link leads to its beginning; {way_out}"
    ]


def test_a_heading_that_is_renamed_changes_the_pages_that_lead_to_it(tmp_path: Path) -> None:
    content = write_site(
        tmp_path / "content",
        {"news/x.md": make_news("See [it](news/y.md#pay)."), "news/y.md": make_news("Words.\n\n## Pay\n")},
    )
    before = build_site(content)
    (content / "news/y.md").write_text(make_news("Words.\n\n## Salary\n"), encoding="utf-8")
    after = build_site(content)
    assert b"/y/#section-pay" in before["news/x/index.html"]
    assert b"#section-pay" not in after["news/x/index.html"]
    assert after == build_site(content, output=tmp_path / "clean", cache=tmp_path / "other")


def test_addresses_that_became_links_by_themselves_go_when_the_posting_closes(tmp_path: Path) -> None:
    body = "Write to ada@example.org or see https://example.org/?to=ada@example.org and www.example.org/how.\n"
    files = {"postings/x.md": make_posting(body, deadline="2026-03-31")}
    content = write_site(tmp_path / "content", files)
    is_open = build_site(content, at("2026-03-30 12:00"))["jobs/x/index.html"].decode()
    site = build_site(content, at("2026-04-02 12:00"))
    assert 'href="mailto:ada@example.org"' in is_open
    assert [path for path, data in site.items() if b"ada@example.org" in data] == []
    assert 'href="http://www.example.org/how"' in site["jobs/x/index.html"].decode()


def test_feeds_and_markup_carry_the_same_links_and_no_note_in_a_summary(tmp_path: Path) -> None:
    body = "See www.example.org/how.[^1]\n\n[^1]: A note.\n"
    site = build_site(write_site(tmp_path / "content", {"postings/x.md": make_posting(body)}))
    for path in ("jobs/x/index.html", "feeds/jobs.json", "jobs.xml"):
        assert "http://www.example.org/how" in site[path].decode().replace("\\/", "/"), path
    page = site["jobs/x/index.html"].decode()
    assert "\u21a9" not in page.split("</head>")[0].split("application/ld+json")[0]
    feed = json.loads(site["feeds/jobs.json"])
    assert feed["items"][0]["summary"].endswith("See www.example.org/how.")


def test_a_body_beside_another_has_anchors_of_its_own_and_links_to_them() -> None:
    html = (
        '<h2 lang="fr" id="section-who">Who</h2><p><a href="#section-who">Who</a> <a href="/x/#section-who">x</a>'
        '<sup id="fnref:1"><a href="#fn:1">1</a></sup> id="section-who"</p>'
        '<ol><li id="fn:1"><a title="2 > 1" href="#fnref:1">↩</a><a href="#fnref2:1">↩</a></li></ol>'
    )
    assert beside_others(html, "3-hub") == (
        '<h2 lang="fr" id="section-3-hub-who">Who</h2>'
        '<p><a href="#section-3-hub-who">Who</a> <a href="/x/#section-who">x</a>'
        '<sup id="fnref:3-hub-1"><a href="#fn:3-hub-1">1</a></sup> id="section-who"</p>'
        '<ol><li id="fn:3-hub-1"><a title="2 > 1" href="#fnref:3-hub-1">↩</a><a href="#fnref2:3-hub-1">↩</a></li></ol>'
    )
