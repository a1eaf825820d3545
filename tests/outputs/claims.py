"""What each kind of output claims of postings, read the way its own readers do: browsers, feed readers, calendars, …

Ids are those of the board of every lifecycle; instants are aware. A claim is compared with the truth, so a reader
leaves out nothing that could be wrong.
"""

from __future__ import annotations

import csv
import functools
import io
import json
import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from xml.etree import ElementTree as ET

from lxml import html

from tests.outputs.calendar_reading import events
from tests.outputs.reading import pages_of_list

Site = dict[str, bytes]
Card = tuple[str, str, str, str]
"""A posting as a list presents it: id, status, and the two instants the script goes by."""


@functools.lru_cache(maxsize=4096)
def page(data: bytes) -> Any:
    """A page, with what waits in templates left out: readers do not see that."""
    parsed = html.document_fromstring(data.decode())
    for each in parsed.xpath("//template"):
        each.drop_tree()
    return parsed


def social_claims(site: Site, path: str) -> set[str]:
    """The organisations whose cards look like this one, by the names of theirs."""
    cards = {each: data for each, data in site.items() if re.fullmatch(r"organisations/[^/]+/card\.png", each)}
    return {each.split("/")[1] for each, data in cards.items() if data == site[path]}


def page_claims(site: Site, path: str) -> dict[str, Any]:
    """What the page of a posting tells people, search engines and the script."""
    it = page(site[path])
    (article,) = it.xpath("//article[contains(@class, 'posting')]")
    ages = it.xpath("//*[@class='ages']")
    nodes = [node for each in it.xpath("//script[@type='application/ld+json']") for node in _graph(each.text)]
    return {
        "speaks": it.get("lang"),
        "canonical": it.xpath("//link[@rel='canonical']/@href"),
        "status": article.get("data-status"),
        "badges": {each.get("data-status") for each in it.xpath("//*[@class='badge']")},
        "closes": article.get("data-closes"),
        "soon": article.get("data-soon", ""),
        "ages": {(each.get("data-zone"), *re.findall(r"\d\d", each.get("data-last"))) for each in ages},
        "is found": not it.xpath("//meta[@name='robots' and @content='noindex']"),
        "applies to": {
            each.partition(":")[2].partition("?")[0] for each in it.xpath("//a/@href[contains(., 'apply-')]")
        },
        "says closed": bool(it.xpath("//*[contains(@class, 'notice-heading')]")),
        "will say closed": b'<template><div class="notice">' in site[path],
        "has a text": bool(it.xpath("//*[contains(@class, 'prose')]")),
        "calendar": [each for each in it.xpath("//a/@href") if each.endswith(".ics")],
        "valid through": [
            datetime.fromisoformat(each["validThrough"]) for each in nodes if each["@type"] == "JobPosting"
        ],
        "translations": it.xpath("//ul[@class='card-meta']//a/@href"),
    }


def twin_claims(site: Site, path: str) -> dict[str, Any]:
    """What the Markdown beside the page of a posting tells."""
    text = site[path].decode()
    head, *_ = text.partition("\n\n- ")[2].split("\n\n")
    lines = head.split("\n- ")
    return {
        "says": lines[0].partition(": ")[2],
        "closes": re.findall(r"\((\d{4}-\d\d-\d\dT[\d:]+Z)\)", lines[1]),
        "applies to": set(re.findall(r"<(apply-[^>]+)>", text)),
        "says whom to ask": "ask-" in text,
        "leads to": text.rstrip().rpartition("<")[2].rstrip(">"),
    }


def llms_claims(site: Site, path: str) -> tuple[list[tuple[str, str, str]], int]:
    """The open postings that the file for language models names, and how many it says there are."""
    text = site[path].decode()
    lines = re.findall(r"^- \[Post [^\]]+\]\(([^)]+)\): .+, ([^,]+), closes at (\S+)$", text, re.MULTILINE)
    (number,) = re.findall(r"^## (\d+) open", text, re.MULTILINE) or ["0"]
    return lines, int(number)


def frame_claims(site: Site, path: str) -> dict[str, Any]:
    """What the frame of a posting tells; or where it leads on to."""
    leads_on = page(site[path]).xpath("//meta[@http-equiv='refresh']")
    return moved_claims(site, path) if leads_on else page_claims(site, path)


def moved_claims(site: Site, path: str) -> dict[str, Any]:
    """Where a page leads that has moved."""
    it = page(site[path])
    refresh = it.xpath("//meta[@http-equiv='refresh']/@content")
    return {
        "leads to": {each.partition("url=")[2] for each in refresh},
        "is found": not it.xpath("//meta[@name='robots' and @content='noindex']"),
    }


def cards(site: Site, path: str) -> list[Card]:
    """The postings a page shows in its lists."""
    return [_card(each) for each in page(site[path]).xpath("//li[@class='job-card']")]


def listing_claims(site: Site, path: str) -> tuple[list[Card], set[int]]:
    """The postings of a listing, on all of its pages, and how many there are by its own count."""
    pages = _pages_of(site, path)
    counts = {int(each) for one in pages for each in page(site[one]).xpath("//*[@class='count']/@data-count")}
    return [card for one in pages for card in cards(site, one)], counts


def taken_in(site: Site, path: str) -> list[tuple[str, str]]:
    """The postings of a piece of HTML for other servers: the address of each, and when it closes."""
    items = html.fragment_fromstring(site[path].decode(), create_parent="div").xpath("./ul/li")
    return [(each.find("a").get("href"), each.get("data-closes")) for each in items]


def browse_claims(site: Site, path: str) -> dict[str, int]:
    """How many postings each way to narrow them has."""
    rows = page(site[path]).xpath("//ul[@class='browse-list']/li")
    return {row.find("a").get("href").partition("jobs/")[2]: int(row.find("span").text) for row in rows}


def home_claims(site: Site, path: str) -> tuple[list[Card], int, dict[str, int], dict[str, int]]:
    """The postings of the home page and the numbers it gives: of all, of each kind, of each organisation."""
    it = page(site[path])
    total = sum(_number(each) for each in it.xpath("//a[@data-count]"))
    rows = it.xpath("//ul[@class='kinds']/li")
    kinds = {row.find("a").get("href").partition("jobs/")[2]: _number(row.find("span")) for row in rows}
    return cards(site, path), total, kinds, tile_claims(site, path)


def tile_claims(site: Site, path: str) -> dict[str, int]:
    """How many open postings the tile of each organisation tells of, if it tells of any."""
    tiles = page(site[path]).xpath("//article[@class='tile'][p[@class='tile-count']]")
    return {_name(tile.xpath(".//a/@href")[0]): _number(tile.find("p")) for tile in tiles}


def _number(element: Any) -> int:
    (number,) = re.findall(r"\d+", element.text)
    return int(number)


def browse_sum(site: Site, path: str) -> int:
    """How many items there are by all the numbers of such a page."""
    return sum(int(each.text) for each in page(site[path]).xpath("//span[@class='browse-count']"))


def archive_years(site: Site, path: str) -> set[int]:
    return {int(_name(each)) for each in page(site[path]).xpath("//ul[contains(@class, 'years')]//a/@href")}


def news_claims(site: Site, path: str) -> set[str]:
    """The news items a list shows."""
    found = page(site[path]).xpath("//article[@class='news-card']//*[contains(@class, 'card-title')]/a/@href")
    return set(map(_name, found))


def feed_claims(site: Site, path: str) -> dict[str, tuple[datetime, datetime | None]]:
    """The entries of a feed: when each was published, and until when it holds."""
    return _json_entries(site[path]) if path.endswith(".json") else _xml_entries(site[path])


@functools.lru_cache(maxsize=4096)
def _json_entries(data: bytes) -> dict[str, tuple[datetime, datetime | None]]:
    return {
        each["id"]: (_at(each["date_published"]), _at_or_none(each.get("_job", {}).get("valid_through")))
        for each in json.loads(data)["items"]
    }


@functools.lru_cache(maxsize=4096)
def _xml_entries(data: bytes) -> dict[str, tuple[datetime, datetime | None]]:
    """RSS or Atom; that feed readers take it for what it is, is seen to in `test_feeds.py`."""
    found = {}
    for each in ET.fromstring(data).iter():
        told = {part.tag.rpartition("}")[2]: part.text or "" for part in each}
        until = told.get("valid", "").removeprefix("end=").partition(";")[0]
        if each.tag == "item":
            found[told["guid"]] = (parsedate_to_datetime(told["pubDate"]), _at_or_none(until))
        elif each.tag.endswith("}entry"):
            found[told["id"]] = (_at(told["published"]), _at_or_none(until))
    return found


def change_claims(site: Site, path: str) -> dict[tuple[str, str], datetime]:
    """The entries of a feed of changes: posting and what became of it, and the instant that is part of their id."""
    found = {}
    for id_, (published, _) in feed_claims(site, path).items():
        _, name, what, stamp = id_.split(":", 2)[2].split("/")
        at = datetime.strptime(stamp, "%Y%m%dT%H%M%S%z")
        assert published == at
        found[name, what] = at
    return found


def calendar_claims(site: Site, path: str) -> dict[str, tuple[str, date]]:
    """The events of a calendar: whether each stands, and its day."""
    return _events(site[path])


@functools.lru_cache(maxsize=4096)
def _events(data: bytes) -> dict[str, tuple[str, date]]:
    found = events({"": data}, "").items()
    return {uid.removeprefix("deadline-").partition("@")[0]: (str(it["STATUS"]), it["DTSTART"].dt) for uid, it in found}


def sitemap_claims(site: Site, path: str) -> set[str]:
    """The addresses a sitemap gives, with those of its parts."""
    found = {each.text or "" for each in ET.fromstring(site[path]).iter() if each.tag.endswith("}loc")}
    parts = {each for each in found if re.search(r"/sitemap-\d+\.xml$", each)}
    return {address for each in parts for address in sitemap_claims(site, _name(each))} or found


def indeed_claims(site: Site, path: str) -> dict[str, tuple[datetime, datetime]]:
    jobs = ET.fromstring(site[path]).iter("job")
    return {_text(each, "url"): (_at(_text(each, "date")), _at(_text(each, "expirationdate"))) for each in jobs}


def jooble_claims(site: Site, path: str) -> dict[str, str]:
    return {_text(each, "link"): _text(each, "expire") for each in ET.fromstring(site[path]).iter("job")}


def data_claims(site: Site, path: str) -> dict[str, tuple[str, datetime, datetime]]:
    found = json.loads(site[path])["postings"]
    return {each["url"]: (each["status"], _at(each["opens_at"]), _at(each["closes_at"])) for each in found}


def table_claims(site: Site, path: str) -> set[str]:
    """The addresses in a table of open postings."""
    return {row["url"] for row in csv.DictReader(io.StringIO(site[path].decode("utf-8-sig")))}


def news_data_claims(site: Site, path: str) -> set[str]:
    return {each["url"] for each in json.loads(site[path])["news"]}


def search_claims(site: Site, path: str) -> dict[str, tuple[int, int | None]]:
    """What is searched: every item of the year with its instants."""
    found = json.loads(site[path])
    rows = (dict(zip(found["columns"], each, strict=True)) for each in found["rows"])
    return {f"{each['folder']}/{each['id']}": (each["opened"], each["closes"]) for each in rows}


def build_claims(site: Site, path: str) -> tuple[datetime | None, datetime | None]:
    found = json.loads(site[path])
    return _at_or_none(found["last_change"]), _at_or_none(found["next_change"])


def redirects(site: Site, path: str) -> set[tuple[str, str]]:
    return {(line.split()[0], line.split()[1]) for line in site[path].decode().splitlines()}


def opml_claims(site: Site, path: str) -> set[str]:
    return {each.get("xmlUrl", "") for each in ET.fromstring(site[path]).iter("outline") if each.get("xmlUrl")}


def followed(site: Site, path: str) -> set[str]:
    """The feeds and calendars a page offers."""
    found = page(site[path]).xpath("//main//a/@href")
    return {
        each
        for each in found
        if re.search(r"/feeds/.*\.(xml|json)$|/calendars/.*\.ics$", each) and each.startswith("https:")
    }


def _card(element: Any) -> Card:
    """A card, whose words must be those of its status: of an open one none. It has one link."""
    (address,) = element.xpath(".//a/@href")
    (badge,) = element.xpath(".//*[@class='badge']")
    status = badge.get("data-status")
    assert status == element.get("data-status")
    assert bool(badge.text) == (status != "open")
    return _name(address), status, element.get("data-closes"), element.get("data-soon", "")


def _graph(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(text)["@graph"]
    return found


def _pages_of(site: Site, path: str) -> list[str]:
    """The files of a listing, its own address first."""
    return pages_of_list(site, re.sub(r"(page/[0-9a-f]{10}/)?index.html$", "", path))


def _name(address: str) -> str:
    return address.rstrip("/").rpartition("/")[2]


def _text(element: ET.Element, tag: str) -> str:
    return element.findtext(tag, "")


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _at_or_none(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
