"""Following: one way on every page that has a feed, by mail, in a calendar, in a reader, in this order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from xml.etree.ElementTree import Element

import pytest

from tests.helpers import SITE, build_site, make_event, make_news, make_organisation, make_posting, write_site
from tests.outputs.reading import document, find, links, text_of

TEMPLATE = "https://lists.example.org/subscribe?topic={id}&lang={lang}&feed={feed}&name={name}"
FILES = {
    "postings/open.md": make_posting(topics="[culture]", place="{city: Ghent, country: BE}", workplace="hybrid"),
    "postings/past.md": make_posting(kind="traineeship", deadline="2026-03-05", published="2026-03-01"),
    "news/x.md": make_news(topics="[mobility]"),
    "events/y.md": make_event(),
    "organisations/second.md": make_organisation(name="Second & Third", part_of="example-network"),
}
EVERYWHERE = replace(SITE, languages=("en", "fr"), page_size=1)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_site(tmp_path_factory.mktemp("follow") / "content", FILES)


@pytest.fixture(scope="module")
def plain(content: Path) -> dict[str, bytes]:
    return build_site(content, site=EVERYWHERE)


@pytest.fixture(scope="module")
def mailing(content: Path) -> dict[str, bytes]:
    site = replace(EVERYWHERE, mailing=TEMPLATE)
    return build_site(content, site=site, output=content.parent / "m", cache=content.parent / "mc")


def pages(site: dict[str, bytes]) -> Iterator[tuple[str, Element]]:
    for path in site:
        if path.endswith(".html"):
            yield path, document(site, path)


def follows(page: Element) -> list[Element]:
    return [each for each in find(page, "details") if each.get("class") == "follow"]


def way(address: str) -> str:
    """By what a link leads on."""
    if "lists.example.org" in address:
        return "mail"
    if "/calendars/" in address:
        return "calendar"
    return "feed" if "/feeds/" in address else "more"


KINDS = ("jobs/", "jobs/newest/", "jobs/kind/job/", "jobs/country/be/", "jobs/topic/culture/", "jobs/workplace/hybrid/")
OTHERS = ("news/", "events/", "organisations/second/", "topics/culture/", "topics/mobility/", "fr/jobs/")


@pytest.mark.parametrize("path", [*KINDS, *OTHERS])
def test_lists_organisations_and_topics_are_followed_in_one_place(path: str, plain: dict[str, bytes]) -> None:
    (found,) = follows(document(plain, f"{path}index.html"))
    (summary,) = find(found, "summary")
    assert text_of(summary)
    assert links(found)[-1].endswith("/subscribe/")


def test_mail_comes_before_the_calendar_and_that_before_the_feed(mailing: dict[str, bytes]) -> None:
    orders = Counter()
    for path, page in pages(mailing):
        for found in follows(page):
            ways = [*dict.fromkeys(way(each) for each in links(found))]
            assert ways in (["mail", "calendar", "feed", "more"], ["mail", "feed", "more"]), path
            assert sum(way(each) == "feed" for each in links(found)) == 1
            orders[len(ways)] += 1
    assert min(orders[3], orders[4]) > 2
    headings = [text_of(each) for each in find(document(mailing, "subscribe/index.html"), "h2")]
    assert headings[:3] == ["By e-mail", "In your calendar", "In a feed reader"]


def test_without_the_setting_nothing_is_said_of_mail(plain: dict[str, bytes]) -> None:
    assert [path for path, page in pages(plain) if any("lists.example.org" in each for each in links(page))] == []
    assert b"By e-mail" not in plain["subscribe/index.html"]
    assert not any(b"Be told by e-mail" in data for path, data in plain.items() if path.endswith(".html"))


def test_whoever_asks_for_mail_says_what_of_in_which_language(mailing: dict[str, bytes]) -> None:
    def asked(path: str) -> dict[str, list[str]]:
        (found,) = follows(document(mailing, path))
        return parse_qs(urlsplit(links(found)[0]).query, strict_parsing=True)

    assert asked("organisations/second/index.html") == {
        "topic": ["organisations/second"],
        "lang": ["en"],
        "feed": ["https://hub.example/feeds/organisations/second.rss.xml"],
        "name": ["Second & Third"],
    }
    assert asked("fr/jobs/index.html")["lang"] == ["fr"]


def test_no_page_offers_a_feed_twice(mailing: dict[str, bytes]) -> None:
    for path, page in pages(mailing):
        (main,) = find(page, "main")
        offered = Counter(each for each in links(main) if way(each) in ("feed", "calendar"))
        assert {each: number for each, number in offered.items() if number > 1} == {}, path


def test_every_address_that_is_offered_is_there(mailing: dict[str, bytes]) -> None:
    base = f"{SITE.url}/"
    for path, page in pages(mailing):
        for found in follows(page):
            offered = [each.replace("webcal:", "https:") for each in links(found) if way(each) in ("feed", "calendar")]
            assert [each for each in offered if each.removeprefix(base) not in mailing] == [], path


def test_without_extras_lists_are_followed_by_feed_alone(content: Path) -> None:
    site = build_site(content, site=replace(SITE, has_extras=False), output=content.parent / "n")
    found = {path: [way(each) for each in links(one)] for path, page in pages(site) for one in follows(page)}
    assert {*map(tuple, found.values())} == {("feed",)}
    assert {"jobs/index.html", "news/index.html", "organisations/second/index.html"} <= found.keys()


def test_the_menu_leads_to_the_subscriptions_last(plain: dict[str, bytes]) -> None:
    for path in ("index.html", "jobs/open/index.html", "fr/jobs/index.html"):
        (menu,) = [each for each in find(document(plain, path), "nav") if each.get("class") == "site-navigation"]
        assert links(menu)[-1] == ("/fr/subscribe/" if path.startswith("fr/") else "/subscribe/")


def test_what_few_look_for_is_folded_and_old_places_are_there(plain: dict[str, bytes]) -> None:
    page = document(plain, "subscribe/index.html")
    (main,) = find(page, "main")
    folded = [*find(main, "details")]
    ids = {each.get("id") for each in main.iter()} - {None}
    assert {"all", "jobs", "changes", "kind", "country", "topics", "organisations", "calendars", "job"} <= ids
    assert [each.get("open") for each in folded] == [None] * len(folded)
    assert text_of(find(folded[-1], "summary")[0]) == "For programmers"
    inside = {link for each in folded for link in links(each)}
    assert sorted(way(each) for each in links(main) if each not in inside and "/feeds/" in each) == ["feed"] * 5
