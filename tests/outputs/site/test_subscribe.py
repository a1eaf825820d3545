"""Where a reader finds the feeds: the page that lists them, OPML, and what each page announces."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.helpers import SITE, at, build_site, make_news, make_organisation, make_posting, project_theme, write_site
from tests.outputs.reading import document, feed, find, links, sitemap, text_of

BASE = "https://hub.example/"
FILES = {
    "postings/open.md": make_posting(topics="[culture]"),
    "postings/past.md": make_posting(kind="traineeship", deadline="2026-03-05", published="2026-03-01"),
    "news/x.md": make_news(topics="[mobility]"),
    "organisations/second.md": make_organisation(name="Second", part_of="example-network"),
}


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_site(tmp_path_factory.mktemp("subscribe") / "content", FILES)


@pytest.fixture(scope="module")
def site(content: Path) -> dict[str, bytes]:
    return build_site(content)


def feeds_of(site: dict[str, bytes]) -> set[str]:
    return {path for path in site if path.startswith("feeds/") and not path.endswith(".html")}


def announced(site: dict[str, bytes], path: str) -> list[tuple[str, str]]:
    page = document(site, path)
    return [(each.get("title", ""), each.get("href", "")) for each in find(page, "link", rel="alternate")]


def test_there_is_a_feed_for_every_topic_kind_and_organisation_anything_has_or_had(site: dict[str, bytes]) -> None:
    facets = ("kind/job", "kind/traineeship", "language/en", "topics/culture", "topics/mobility")
    scopes = ("all", "jobs", "news", "changes", *facets)
    organisations = ("organisations/example-network", "organisations/second")
    forms = ("rss.xml", "atom.xml", "json")
    assert feeds_of(site) == {f"feeds/{scope}.{form}" for scope in (*scopes, *organisations) for form in forms}


def test_the_page_names_every_feed_in_each_of_its_forms(site: dict[str, bytes]) -> None:
    page = document(site, "subscribe/index.html")
    offered = {link.removeprefix(BASE) for link in links(page) if link.startswith(f"{BASE}feeds/")}
    assert offered == feeds_of(site)
    assert f"{BASE}feeds.opml" in links(page)
    assert all(f"{link.strip('/')}/index.html" in site for link in links(page) if link.startswith("/jobs/topic"))


def test_every_link_to_a_form_makes_sense_alone_and_is_the_address_to_copy(site: dict[str, bytes]) -> None:
    page = document(site, "subscribe/index.html")
    forms = [each for each in find(page, "a") if each.get("data-copy")]
    names = [each.get("aria-label", "") for each in forms]
    calendars = [
        path for path in site if path.startswith("calendars/") and path.endswith(".ics")
    ]  # that of all has one address to copy
    assert len(set(names)) == len(names) == len(feeds_of(site)) + 2 * len(calendars) - 1
    assert all(name.startswith(text_of(each)) for name, each in zip(names, forms, strict=True))


def test_only_pages_that_need_the_script_have_it(site: dict[str, bytes]) -> None:
    with_script = {path for path, data in site.items() if path.endswith(".html") and b"/theme/js/copy." in data}
    assert with_script == {"subscribe/index.html", "jobs/open/index.html", "jobs/past/index.html"}
    assert len(site[project_theme().assets["js/copy.js"]]) < 1500


def test_opml_names_every_feed_once(site: dict[str, bytes]) -> None:
    root = ET.fromstring(site["feeds.opml"])
    outlines = list(root.iter("outline"))
    feeds = [each for each in outlines if each.get("type") == "rss"]
    assert (root.tag, root.get("version"), root.findtext("head/title")) == ("opml", "2.0", "Feeds of Example Hub")
    assert all(each.get("text") for each in outlines)
    assert sorted(each.get("xmlUrl", "") for each in feeds) == sorted(
        BASE + path for path in feeds_of(site) if path.endswith(".rss.xml")
    )
    for each in feeds:
        path = each.get("htmlUrl", "").removeprefix(BASE)
        assert f"{path}index.html" in site
        assert each.get("text") == feed(site, each.get("xmlUrl", "").removeprefix(BASE)).feed.title


@pytest.mark.parametrize(
    ("path", "first"),
    [
        ("index.html", "jobs"),
        ("jobs/index.html", "jobs"),
        ("jobs/topic/culture/index.html", "topics/culture"),
        ("jobs/kind/traineeship/index.html", "kind/traineeship"),
        ("news/index.html", "news"),
        ("organisations/second/index.html", "organisations/second"),
        ("jobs/open/index.html", "organisations/example-network"),
        ("jobs/past/index.html", "organisations/example-network"),
        ("jobs/closed/index.html", "all"),
        ("subscribe/index.html", "all"),
    ],
)
def test_a_page_announces_the_feed_that_fits_it_first_and_each_by_a_title_of_its_own(
    path: str, first: str, site: dict[str, bytes]
) -> None:
    found = announced(site, path)
    assert found[0][1] == f"{BASE}feeds/{first}.rss.xml"
    assert len({title for title, _ in found}) == len({href for _, href in found}) == len(found)
    assert {f"{BASE}feeds/{scope}.rss.xml" for scope in ("all", "jobs", "news")} <= {href for _, href in found}
    assert {href.removeprefix(BASE) for _, href in found} <= feeds_of(site)


def test_every_page_leads_to_the_subscriptions_and_the_sitemap_names_them(site: dict[str, bytes]) -> None:
    for path in ("index.html", "jobs/open/index.html", "404.html"):
        assert "/subscribe/" in links(document(site, path))
    assert f"{BASE}subscribe/" in sitemap(site)


def test_the_page_stays_as_it_is_when_postings_come_and_go(content: Path, site: dict[str, bytes]) -> None:
    later = build_site(content, at("2026-08-01 12:00"), output=content.parent / "later")
    for path in ("subscribe/index.html", "feeds.opml"):
        assert later[path] == site[path]
    assert feeds_of(later) == feeds_of(site)


def test_without_facets_there_is_nothing_but_rss_and_atom_of_jobs_news_and_organisations(content: Path) -> None:
    site = build_site(content, site=replace(SITE, has_extras=False), output=content.parent / "plain")
    scopes = ("jobs", "news", "organisations/example-network", "organisations/second")
    assert feeds_of(site) == {f"feeds/{scope}.{form}" for scope in scopes for form in ("rss.xml", "atom.xml")}
    assert {"subscribe/index.html", "feeds.opml"} & set(site) == set()
    page = document(site, "jobs/open/index.html")
    assert "/subscribe/" not in links(page)
    assert {href.removeprefix(BASE) for _, href in announced(site, "jobs/open/index.html")} <= feeds_of(site)


def test_a_renamed_organisation_keeps_its_feed_and_the_address_it_had(tmp_path: Path) -> None:
    before = {"organisations/old.md": make_organisation(), "postings/x.md": make_posting(organisation="old")}
    after = {
        "organisations/new.md": make_organisation(formerly="[old]"),
        "postings/x.md": make_posting(organisation="new"),
    }
    sites = [
        build_site(write_site(tmp_path / name / "content", files)) for name, files in (("a", before), ("b", after))
    ]
    was = feed(sites[0], "feeds/organisations/old.atom.xml")
    for path in ("feeds/organisations/old.atom.xml", "feeds/organisations/new.atom.xml"):
        now = feed(sites[1], path)
        assert now.feed.id == was.feed.id
        assert [entry.id for entry in now.entries] == [entry.id for entry in was.entries]
        assert [link.href for link in now.feed.links if link.rel == "self"] == [
            f"{BASE}feeds/organisations/new.atom.xml"
        ]
    assert b"organisations/old" not in sites[1]["subscribe/index.html"]
