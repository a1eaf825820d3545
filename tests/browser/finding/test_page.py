"""The filter on its page: what the address asks for is what the page says, whatever stands in it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from urllib.parse import quote, urlencode, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.finding.board import NOW
from tests.browser.finding.conftest import Asking
from tests.browser.finding.oracle import VALUES, Query, found
from tests.browser.reader import Reader

Ask, Read = Callable[[str], Asking], Callable[..., Reader]
Built = Mapping[str, bytes]

RESULTS, CHIPS, COUNT = "[data-part=results] .job-card", ".chips li", ".find-count"
NAMES = [*VALUES, "q", "pay", "closes", "published"]


def opened(read: Read, board: Built, query: str, now: str = NOW) -> Reader:
    reader = read(board, now)
    reader.open(f"/jobs/?{query}")
    return reader


def count(reader: Reader, number: int) -> None:
    expect(reader.find(COUNT)).to_have_text(f"{number} posting{'s' if number != 1 else ''} found")


def shown(reader: Reader) -> list[str]:
    """The ids of the results, as far as they are shown."""
    return [each.strip("/").rpartition("/")[2] for each in reader.find(f"{RESULTS} a").evaluate_all(
        "(all) => all.map((each) => each.getAttribute('href'))"
    )]  # fmt: skip


def test_the_page_shows_what_its_address_asks_for_in_place_of_the_list(board: Built, read: Read) -> None:
    query: Query = (("kind", "traineeship"), ("workplace", "remote"))
    reader = opened(read, board, urlencode(query))
    count(reader, len(found(query)))
    assert shown(reader) == found(query)
    assert reader.find(CHIPS).all_inner_texts() == ["Traineeship ✕", "Remote ✕", "Remove all filters"]
    expect(reader.find("[data-served]")).to_be_hidden()
    expect(reader.find("form summary")).to_have_text("Filters (2)")


def test_back_forward_and_reload_are_ways_through_searches(board: Built, read: Read) -> None:
    one: Query = (("kind", "traineeship"),)
    two: Query = (*one, ("topic", "culture"))
    reader = opened(read, board, urlencode(two))
    count(reader, len(found(two)))
    reader.find(CHIPS).filter(has_text="Culture").get_by_role("link").click()
    count(reader, len(found(one)))
    assert urlsplit(reader.page.url).query == urlencode(one)
    reader.find(CHIPS).get_by_role("link", name="Remove the filter Traineeship").click()
    expect(reader.find("[data-served]")).to_be_visible()
    expect(reader.find(COUNT)).to_be_empty()
    assert urlsplit(reader.page.url)[2:4] == ("/jobs/", "")
    reader.page.go_back()
    count(reader, len(found(one)))
    reader.page.go_back()
    count(reader, len(found(two)))
    reader.page.go_forward()
    count(reader, len(found(one)))
    reader.page.reload()
    count(reader, len(found(one)))
    assert shown(reader) == found(one)[:20]


def test_all_filters_are_removed_at_once(board: Built, read: Read) -> None:
    reader = opened(read, board, "kind=job&country=be&q=cook")
    reader.find(CHIPS).get_by_role("link", name="Remove all filters").click()
    expect(reader.find("[data-served]")).to_be_visible()
    expect(reader.find("#find-q")).to_have_value("")


_QUERIES = {
    "kind=job&q=cook&kind=job": "q=cook&kind=job",
    "topic=culture&organisation=desk&topic=mobility&topic=culture": "organisation=desk&topic=culture&topic=mobility",
    "utm_source=x&kind=job&page=2": "kind=job",
    "q=%20%20cook%20&kind=": "q=cook",
    "pay=3000&pay=4000": "pay=3000",
    "q=one&q=two": "q=one",
    "pay=abc": "",
    "pay=5x": "",
    "pay=-3": "",
    "pay=3000.50gbp": "pay=3000.50gbp",
    "closes=..": "",
    "closes=soon": "",
    "closes=2026-99-01..": "",
    "closes=2026-04-01": "",
    "closes=2026-04-01..junk": "",
    "closes=..2026-04-01": "closes=..2026-04-01",
    "published=xd": "",
    "published=d": "",
    "published=yesterday": "",
    "published=99999d": "",
    "published=7d": "published=7d",
    "__proto__=x&constructor=y": "",
}


def test_an_address_is_read_in_one_order_each_thing_once_and_nothing_that_says_nothing(asking: Ask) -> None:
    told = asking("en")("(all) => all.map((each) => `${queryOf(new URLSearchParams(each))}`)", list(_QUERIES))
    assert dict(zip(_QUERIES, told, strict=True)) == _QUERIES


HOSTILE = (
    "<img src=x onerror=\"document.title='hurt'\">",
    "\"'>{title}&amp;$&",
    "\u202egnihtyna\u2066\u2069\u0000",
    "../../../evil",
    "constructor",
    "__proto__",
    "a" * 3000,
    "💥\ufffd",
)


def test_whatever_an_address_says_is_text(board: Built, read: Read) -> None:
    reader = read(board, NOW)
    for value in HOSTILE:
        query = "&".join(f"{name}={quote(value)}" for name in (*NAMES, quote(value)))
        reader.open(f"/jobs/?{query}")
        count(reader, 0)
        expect(reader.find(CHIPS).first).to_contain_text(value[:9].replace("\0", "").strip())
        assert reader.find(".chips img, [data-part] img[src=x]").count() == 0
        assert "hurt" not in reader.page.title()
        assert not any("evil" in each for each in _hrefs(reader, "[data-part=feed] a"))
        assert {urlsplit(each).path for each in _hrefs(reader, ".chips a, [data-part=notice] a")} == {"/jobs/"}
        assert reader.find("[data-part=notice] a").count() > 0


def _hrefs(reader: Reader, selector: str) -> list[str]:
    found_: list[str] = reader.find(selector).evaluate_all("(all) => all.map((each) => each.getAttribute('href'))")
    return found_


def test_an_address_with_two_hundred_things_is_answered_at_once(board: Built, read: Read) -> None:
    reader = opened(read, board, "&".join(f"kind=k{n}&topic=t{n}&town=be-t{n}" for n in range(66)))
    count(reader, 0)
    expect(reader.find(CHIPS)).to_have_count(199)
    expect(reader.find("[data-part=notice] a").first).to_be_visible()


_NOTHING: tuple[Query, ...] = (
    (("q", "xyzzy"),),
    (("q", "xyzzy cook"),),
    (("kind", "nosuch"),),
    (("town", "be-nosuch"),),
    (("town", "uy-montevideo"), ("kind", "traineeship"), ("organisation", "academy"), ("permit", "sponsored")),
    (("language", "de"), ("language", "nl"), ("pay", "99999")),
    (("pay", "99999"), ("closes", "..2026-03-16"), ("published", "0d")),
    (("q", "xyzzy"), ("q", "plugh")),
    (("kind", "job"), ("kind", "nosuch"), ("topic", "nosuch")),
    (("q", "xyzzy plugh frotz"), ("kind", "nosuch"), ("topic", "nosuch"), ("from", "zz")),
    tuple(zip(("organisation", "country", "workplace", "topic", "pay", "contract"),
              ("desk", "uy", "on-site", "mobility", "5000", "other"), strict=True)),
)  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_where_nothing_is_found_wider_searches_find_what_they_say(asking: Ask, lang: str) -> None:
    ask = asking(lang)
    for query in _NOTHING:
        wider = ask(
            """(given) => {
              const query = queryOf(new URLSearchParams(given));
              const ways = asked.wider(query);
              return [asked.find(query).length, ways.map((each) => [[...each.query], each.number, each.left.length])];
            }""",
            json.loads(json.dumps(query)),
        )
        number, ways = wider
        assert number == 0, query
        assert 1 <= len(ways) <= 6, query
        for asks, told, left in ways:
            plain = tuple((name, value) for name, value in map(tuple, asks) if name != "q")
            assert min(told, left) > 0
            assert len(asks) < len(query) + ("q" in dict(query)) or "country" in dict(asks)
            if len(plain) == len(asks):
                assert told == len(found(plain, lang)), asks


def test_a_way_out_is_a_link_that_leads_there(board: Built, read: Read) -> None:
    reader = opened(read, board, "town=uy-montevideo&organisation=desk&kind=traineeship")
    count(reader, 0)
    expect(reader.find("[data-part=notice] p")).to_have_text(
        "No open posting answers to all of this. Wider searches that find something:"
    )
    for text in reader.find("[data-part=notice] li").all_inner_texts():
        assert re.fullmatch(r"(Without .+|.+ instead): \d+", text)
    way = reader.find("[data-part=notice] a").first
    number = int(way.inner_text().rpartition(" ")[2])
    way.click()
    count(reader, number)
    expect(reader.find(COUNT)).to_be_focused()


def test_of_a_single_thing_that_finds_nothing_all_is_the_way_out(board: Built, read: Read) -> None:
    reader = opened(read, board, "q=xyzzy")
    reader.find("[data-part=notice] a").click()
    expect(reader.find("[data-served]")).to_be_visible()


def test_what_has_closed_since_is_not_found_and_a_card_closes_before_the_readers_eyes(board: Built, read: Read) -> None:
    query: Query = (("closes", "..2026-03-25"),)
    reader = opened(read, board, urlencode(query), now="2026-03-18 23:59")
    before = found(query)
    count(reader, len(before))
    total = int(reader.find("h1 + .count, .list-header .count").inner_text().split()[0])
    reader.wait_until("2026-03-19 00:00")
    left = [each for each in before if each.startswith("early")]
    expect(reader.find(RESULTS)).to_have_count(len(left))
    assert shown(reader) == left
    gone = len(before) - len(left)
    assert gone > 1
    expect(reader.find(".list-header .count")).to_have_text(f"{total - gone} open postings")
    count(reader, len(left))
    reader.wait_until("2026-03-25 01:00")
    expect(reader.find("[data-part=results] + .empty")).to_have_text("All of these have closed.")
    reader.find(CHIPS).get_by_role("link").first.click()
    expect(reader.find("[data-served]")).to_be_visible()
    expect(reader.find("[data-part=results] + .empty")).to_have_count(0)
    again = opened(read, board, urlencode(query), now="2026-03-25 01:00")
    count(again, 0)


_FOLLOWED = {
    "kind=traineeship": "feeds/kind/traineeship",
    "workplace=remote": "feeds/workplace/remote",
    "topic=culture": "feeds/topics/culture",
    "organisation=union": "feeds/organisations/union",
    "organisation=desk": "feeds/organisations/desk",
    "organisation=example-network": "feeds/organisations/example-network",
}


@pytest.mark.parametrize(("lang", "path"), [("en", ""), ("fr", "fr/")])
def test_a_single_filter_has_a_feed_of_what_it_finds(board: Built, read: Read, lang: str, path: str) -> None:
    reader = read(board, NOW)
    for query, feed in [*_FOLLOWED.items()][:: 1 if lang == "en" else 3]:
        reader.open(f"/{path}jobs/?{query}")
        link = reader.find("[data-part=feed] a")
        expect(link).to_have_attribute("href", f"/{path}{feed}.rss.xml")
        expect(reader.find("[data-part=feed]")).to_have_text(link.inner_text())
        items = json.loads(board[f"{path}{feed}.json"])["items"]
        name, _, value = query.partition("=")
        told = {each["url"].rstrip("/").rpartition("/")[2] for each in items if ":job/" in each["id"]}
        assert told == set(found(((name, value),), lang))
        assert f"{path}{feed}.rss.xml" in board


_LACKING = {
    "language=en": ("jobs", "It does not know of: English."),
    "q=cook": ("jobs", "It does not know of: “cook”."),
    "kind=job&kind=traineeship": ("jobs", "It does not know of: Job, Traineeship."),
    "kind=traineeship&permit=required": (
        "kind/traineeship", "It does not know of: Those who may work there already.",
    ),
    "country=pt": ("country/pt", "It has remote work from there, too."),
    "kind=nosuch": ("jobs", "It does not know of: nosuch."),
    "topic=culture&kind=secondment": ("kind/secondment", "It does not know of: Culture."),
}  # fmt: skip


def test_what_a_feed_does_not_know_of_is_said(board: Built, read: Read) -> None:
    reader = read(board, NOW)
    for query, (scope, words) in _LACKING.items():
        reader.open(f"/jobs/?{query}")
        link = reader.find("[data-part=feed] a")
        expect(link).to_have_attribute("href", f"/feeds/{scope}.rss.xml")
        expect(link).to_have_text(re.compile("^Subscribe to the nearest feed: "))
        expect(reader.find("[data-part=feed]")).to_contain_text(words)
        assert f"feeds/{scope}.rss.xml" in board


def test_a_language_switch_leads_to_the_list_in_that_language(board: Built, read: Read) -> None:
    reader = opened(read, board, "kind=job")
    count(reader, len(found((("kind", "job"),))))
    reader.page.locator("a[hreflang=fr][href='/fr/jobs/']").first.click()
    expect(reader.find("html")).to_have_attribute("lang", "fr")
    expect(reader.find("[data-served] .job-card").first).to_be_visible()
