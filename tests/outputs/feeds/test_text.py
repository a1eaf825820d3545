"""Plain text in feeds, calendars and data: what an author typed is what a reader shows, and never markup."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import feedparser
import pytest
from icalendar import Calendar
from lxml import html

from tests.helpers import SITE, build_site, make_event, make_news, make_organisation, make_posting, write_site
from tests.outputs.reading import Site, document, find, text_of

TYPED = (
    "Write <b> in bold",
    "a < b & c > d",
    "R&D, Q&A",
    "an <img src=https://spy.example/x.gif> in it",
    "<script>alert(1)</script>",
    "&lt;b&gt; and &amp; as typed",
    "&copy 2026 &nbsp;",
    "</p><p>two",
    "<!-- no comment -->",
    "]]> &#x3c;i&#62;",
    "\"quoted\" 'twice'",
)
ATOM = "{http://www.w3.org/2005/Atom}"


def shown(source: str) -> str:
    """HTML as a reader shows it."""
    return " ".join(html.fragment_fromstring(source, create_parent=True).text_content().split())


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Site]:
    """The site in which every plain text is one of those; each is built once."""
    known: dict[str, Site] = {}

    def make(typed: str) -> Site:
        if typed not in known:
            text = quoted(typed)
            files = {
                "organisations/example-network.md": make_organisation(name=text, short_name=text, summary=text),
                "topics.yaml": f"culture: {{en: {text}}}\n",
                "postings/x.md": make_posting("", title=text, summary=text, topics="[culture]", education=text),
                "news/x.md": make_news("", title=text, summary=text, link="https://example.org/x", topics="[culture]"),
                "events/x.md": make_event("", title=text, summary=text),
            }
            site = replace(SITE, name=typed, description=typed)
            known[typed] = build_site(write_site(tmp_path_factory.mktemp("text") / "content", files), site=site)
        return known[typed]

    return make


@pytest.mark.parametrize("typed", TYPED)
def test_rss_shows_a_summary_as_it_was_typed(typed: str, build: Callable[[str], Site]) -> None:
    site = build(typed)
    for path in (each for each in site if each.endswith(".rss.xml")):
        channel = ET.fromstring(site[path]).find("channel")
        assert channel is not None
        items = [*channel.iter("item")] if "changes" not in path else []  # a change is told in our words
        descriptions = [each.findtext("description", "") for each in (channel, *items)]
        assert [each for each in descriptions if typed not in shown(each)] == [], path
        assert [each for each in descriptions if html.fragment_fromstring(each, create_parent=True).xpath(".//*")] == []


@pytest.mark.parametrize("typed", TYPED)
def test_a_feed_reader_makes_no_markup_of_a_summary(typed: str, build: Callable[[str], Site]) -> None:
    """By feedparser, which answers a summary of RSS as HTML and one of Atom as plain text."""
    site = build(typed)
    for kind in ("jobs", "news", "events"):
        (rss,) = feedparser.parse(site[f"feeds/{kind}.rss.xml"]).entries
        assert typed in shown(rss.summary)
        assert "<" not in rss.summary


@pytest.mark.parametrize("typed", TYPED)
def test_atom_and_json_say_plain_text_as_such(typed: str, build: Callable[[str], Site]) -> None:
    site = build(typed)
    for kind in ("jobs", "news", "events"):
        root = ET.fromstring(site[f"feeds/{kind}.atom.xml"])
        texts = [*root.iter(f"{ATOM}summary"), *root.iter(f"{ATOM}title"), *root.iter(f"{ATOM}subtitle")]
        assert {each.get("type", "text") for each in texts} == {"text"}
        assert [each.text for each in texts if typed not in (each.text or "")] == []
        feed = json.loads(site[f"feeds/{kind}.json"])
        (item,) = feed["items"]
        assert typed in item["summary"]
        assert typed == item["title"]
        assert typed in feed["description"]
        if "content_html" in item:
            assert html.fragment_fromstring(item["content_html"], create_parent=True).xpath(".//img|.//script") == []


@pytest.mark.parametrize("typed", TYPED)
def test_a_title_is_plain_text_in_every_format(typed: str, build: Callable[[str], Site]) -> None:
    site = build(typed)
    for kind in ("jobs", "news", "events"):
        titles = [each.findtext("title") for each in ET.fromstring(site[f"feeds/{kind}.rss.xml"]).iter("item")]
        assert titles == [typed]
    assert [each.findtext("title") for each in ET.fromstring(site["jobs.xml"]).iter("job")] == [typed]
    assert [each.findtext("name") for each in ET.fromstring(site["jobs-jooble.xml"]).iter("job")] == [typed]
    assert [row["title"] for row in csv.DictReader(io.StringIO(site["jobs.csv"].decode("utf-8-sig")))] == [typed]
    (event,) = Calendar.from_ical(site["events/x/event.ics"]).walk("VEVENT")
    assert str(event["SUMMARY"]) == typed
    outlines = ET.fromstring(site["feeds.opml"]).iter("outline")
    assert any(typed in each.get("text", "") for each in outlines if each.get("xmlUrl"))


@pytest.mark.parametrize("typed", TYPED)
def test_a_description_for_job_sites_is_html_that_shows_the_summary(typed: str, tmp_path: Path) -> None:
    site = build_site(write_site(tmp_path / "content", {"postings/x.md": make_posting("", summary=quoted(typed))}))
    for path in ("jobs.xml", "jobs-jooble.xml"):
        (job,) = ET.fromstring(site[path]).iter("job")
        assert shown(job.findtext("description", "")) == typed
    prose = find(document(site, "jobs/x/index.html"), "div", class_="prose")[0]
    assert text_of(prose) == typed
