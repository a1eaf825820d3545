"""Every clock in every output shows the instant that was typed, on the clocks of the zone it names or with its offset.

The truth is worked out here from the typed text alone. Each item has minutes of its own, so that a clock found anywhere
tells whose it is.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

import pytest

from jobboard.board.deadline_changes import deadline_changes
from jobboard.model.moments.moment import Moment, parse_moment
from jobboard.model.parts.closing import EarlierDeadline
from jobboard.outputs.text import words
from jobboard.outputs.text.clocks import clock, first_as_written, last_as_written, local
from tests.helpers import SITE, build_site, make_event, make_news, make_posting, write_site
from tests.outputs.reading import document, feed, find, markup, text_of

ZONES = (
    *("Europe/Brussels", "America/New_York", "America/St_Johns", "Asia/Kolkata", "Australia/Lord_Howe", "UTC"),
    *("Pacific/Kiritimati", "Etc/GMT+5", "Etc/GMT-14", "Etc/UCT", "Antarctica/Troll"),
)
OFFSETS = ("", " -05:00", " +09:00", " +05:45", " -12:00", "Z")
AOE = timezone(timedelta(hours=-12))
MINUTE = timedelta(minutes=1)
READ_BY_MACHINES = ("html", "xml", "json", "csv", "ics", "opml")


@dataclass(frozen=True)
class Typed:
    """What an author typed, and where: the truth of an item. An `offset` of "" leaves it to the zone."""

    number: int
    zone: str
    offset: str

    @property
    def clocks(self) -> tzinfo:
        return AOE if self.zone == "AoE" else ZoneInfo(self.zone)

    def text(self, day: str, hour: int) -> str:
        """A minute of its own: no two items share one, whatever their offsets."""
        return f"{day} {hour:02}:{self.number % 60:02}{self.offset}"

    def at(self, text: str, zone: tzinfo | None = None) -> datetime:
        """The instant of a typed text."""
        found = datetime.fromisoformat(text.replace(" +", "+").replace(" -", "-"))
        return (found if found.tzinfo else found.replace(tzinfo=zone or self.clocks)).astimezone(UTC)


ITEMS = [Typed(number, zone, offset) for number, (zone, offset) in enumerate((z, o) for z in ZONES for o in OFFSETS)]
CALLS = [Typed(number, "AoE", offset) for number, offset in enumerate(OFFSETS, len(ITEMS))]


def published(it: Typed) -> str:
    return it.text(f"2026-03-{1 + it.number // 60 % 9:02}", 23)


def updated(it: Typed) -> str:
    return it.text("2026-03-12", 22)


def deadline(it: Typed) -> str:
    return it.text(f"2026-10-{24 + it.number // 60:02}", 2 if it.offset else 4)


def starts(it: Typed) -> str:
    return it.text(f"2026-05-{5 + it.number // 60:02}", 21)


def ends(it: Typed) -> str:
    return it.text(f"2026-05-{7 + it.number // 60:02}", 1)


def quoted(text: str) -> str:
    return f'"{text}"'


def files() -> Iterator[tuple[str, str]]:
    for it in (*ITEMS, *CALLS):
        named = {"title": f"Post {it.number}", "deadline": quoted(deadline(it))}
        yield f"postings/p{it.number}.md", make_posting(**named, **dates(it))
    for it in ITEMS:
        named = {"title": f"News {it.number}", "expires": quoted(deadline(it))}
        yield f"news/n{it.number}.md", make_news(**named, **dates(it))
        named = {"title": f"Event {it.number}", "starts": quoted(starts(it)), "ends": quoted(ends(it))}
        register = f"{{email: desk@example.org, deadline: {quoted(registered(it))}}}"
        yield f"events/e{it.number}.md", make_event(register=register, **named, **dates(it))


def dates(it: Typed) -> dict[str, str]:
    return {"published": quoted(published(it)), "updated": quoted(updated(it)), "timezone": it.zone}


def registered(it: Typed) -> str:
    return published(it).replace("2026-03", "2026-04")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    content = write_site(tmp_path_factory.mktemp("clocks") / "content", dict(files()))
    return build_site(content, site=replace(SITE, feed_size=1000))


def known() -> dict[datetime, set[timedelta | None]]:
    """Every instant that an output may name, with the offsets it may be written with."""
    found: dict[datetime, set[timedelta | None]] = {}

    def add(instant: datetime, *zones: tzinfo) -> None:
        offsets = {instant.astimezone(zone).utcoffset() for zone in (UTC, *zones)}
        found.setdefault(instant, set()).update(offsets)

    brussels = ZoneInfo("Europe/Brussels")
    for it in (*ITEMS, *CALLS):
        own = brussels if it.zone == "AoE" else it.clocks
        closes = it.at(deadline(it), it.clocks) + MINUTE
        for text in (published(it), updated(it)):
            add(it.at(text, own), own)
        last = (closes - MINUTE).astimezone(it.clocks)
        soon = datetime.combine(last.date() - timedelta(days=7), time.min, it.clocks)
        for instant in (closes, closes - MINUTE, soon.astimezone(UTC)):
            add(instant, it.clocks)
        until = it.at(registered(it), own)
        for instant in (it.at(starts(it), own), it.at(ends(it), own), until, until + MINUTE):
            add(instant, own)
    return found


_ISO = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?")
_MAIL = re.compile(r"[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d (?:[+-]\d{4}|GMT)")
_CALENDAR = re.compile(r"\b\d{8}T\d{6}Z")


def clocks_in(text: str) -> Iterator[datetime]:
    """Every clock with an offset, and without one as it stands."""
    yield from map(datetime.fromisoformat, _ISO.findall(text))
    yield from map(parsedate_to_datetime, _MAIL.findall(text))
    yield from map(datetime.fromisoformat, _CALENDAR.findall(text))


def test_every_clock_in_every_file_is_one_that_was_typed(built: dict[str, bytes]) -> None:
    true, wrong, count = known(), [], 0
    for path, data in built.items():
        if (
            path.startswith("theme/")
            or path == "build.json"
            or not re.search(r"\.(?:html|xml|json|csv|ics|opml)$", path)
        ):
            continue
        for each in clocks_in(data.decode().replace("\r\n ", "")):
            if each.tzinfo is None:
                continue  # whose clock it is stands beside it: the next test
            count += 1
            second = each.astimezone(UTC).replace(microsecond=0)
            if each.utcoffset() not in true.get(second, set()):
                wrong.append((path, each.isoformat()))
    assert wrong == []
    assert count > 3000


def test_clocks_without_an_offset_are_those_of_the_zone_beside_them(built: dict[str, bytes]) -> None:
    jobs = {row["title"]: row for row in json.loads(built["jobs.json"])["postings"]}
    table = {row["title"]: row for row in csv.DictReader(io.StringIO(built["jobs.csv"].decode("utf-8-sig")))}
    events = {row["title"]: row for row in json.loads(built["events.json"])["events"]}
    for it in (*ITEMS, *CALLS):
        true = it.at(deadline(it))
        for row in (jobs[f"Post {it.number}"], table[f"Post {it.number}"]):
            assert row["timezone"] == it.zone
            assert it.at(row["deadline"]) == true
    for it in ITEMS:
        event = events[f"Event {it.number}"]
        assert (it.at(event["starts"]), it.at(event["ends"])) == (it.at(starts(it)), it.at(ends(it)))


def test_markup_and_the_files_of_job_sites_name_the_days_of_the_zone(built: dict[str, bytes]) -> None:
    indeed = {job.findtext("title"): job for job in ET.fromstring(built["jobs.xml"]).iter("job")}
    jooble = {job.findtext("name"): job for job in ET.fromstring(built["jobs-jooble.xml"]).iter("job")}
    for it in (*ITEMS, *CALLS):
        own = ZoneInfo("Europe/Brussels") if it.zone == "AoE" else it.clocks
        appears = it.at(published(it), own).astimezone(own)
        node = next(n for n in markup(built, f"jobs/p{it.number}/index.html") if n["@type"] == "JobPosting")
        assert node["datePosted"] == appears.date().isoformat()
        assert datetime.fromisoformat(node["validThrough"]) == it.at(deadline(it)) + MINUTE
        title = f"Post {it.number}"
        assert datetime.fromisoformat(indeed[title].findtext("date") or "") == appears
        assert jooble[title].findtext("pubdate") == f"{appears:%d.%m.%Y}"
        assert jooble[title].findtext("expire") == f"{it.at(deadline(it)).astimezone(it.clocks):%d.%m.%Y}"
    for it in ITEMS:
        (event,) = (n for n in markup(built, f"events/e{it.number}/index.html") if n["@type"] == "Event")
        assert event["startDate"] == it.at(starts(it)).astimezone(it.clocks).isoformat()
        (article,) = (n for n in markup(built, f"news/n{it.number}/index.html") if n["@type"] == "NewsArticle")
        assert article["datePublished"] == it.at(published(it)).astimezone(it.clocks).isoformat()


def test_a_change_is_told_on_the_day_the_page_gives(tmp_path: Path) -> None:
    """Each of them typed in Brussels for places far away."""
    zone = {"timezone": "Pacific/Kiritimati", "published": '"2026-03-02 12:00+01:00"'}
    content = {
        "postings/opened.md": make_posting(**zone, title="Opened"),
        "postings/moved.md": make_posting(
            **zone, title="Moved", deadline_was='{deadline: 2026-03-20, changed: "2026-03-10 12:00+01:00"}'
        ),
        "postings/filled.md": make_posting(
            **zone, title="Filled", closed='{on: "2026-03-12 12:00+01:00", because: filled}'
        ),
        "postings/over.md": make_posting(**zone, title="Over", deadline='"2026-03-13 12:00+01:00"'),
        "postings/call.md": make_posting(timezone="AoE", title="Call", deadline="2026-03-14"),
    }
    site = build_site(write_site(tmp_path / "content", content))
    told = {
        row["title"].split(" (")[0]: row["date_published"] for row in json.loads(site["feeds/changes.json"])["items"]
    }
    assert told["Opened: Opened"] == "2026-03-03T01:00:00+14:00"
    assert told["Extended: Moved"] == "2026-03-11T01:00:00+14:00"
    assert "Deadline extended from 20 March 2026 to 31 March 2026 (changed on 11 March 2026)" in shown(site, "moved")
    assert told["Filled: Filled"] == "2026-03-13T01:00:00+14:00"
    assert "13 March 2026" in shown(site, "filled")
    assert told["Closed: Over"] == "2026-03-14T01:01:00+14:00"
    assert told["Closed: Call"] == "2026-03-15T00:00:00-12:00"


def shown(site: dict[str, bytes], id_: str) -> str:
    return " ".join(text_of(document(site, f"jobs/{id_}/index.html")).split())


def test_the_order_of_changes_is_that_of_their_instants() -> None:
    """Two on one day, the later one typed where the day began earlier."""
    late, early = parse_moment("2026-03-10 08:00+14:00"), parse_moment("2026-03-09 20:00+01:00")
    was = (
        EarlierDeadline(deadline=parse_moment("2026-03-20"), changed=early),
        EarlierDeadline(deadline=parse_moment("2026-03-15"), changed=late),
    )
    posting = SimpleNamespace(deadline_was=was, deadline=parse_moment("2026-03-31"), updated=None)
    found = deadline_changes(cast("Any", posting), "Europe/Brussels")
    assert [str(each.was) for each in found] == ["2026-03-15", "2026-03-20"]


def test_another_zone_with_the_same_instants_is_seen_by_a_second_build_of_one_process(tmp_path: Path) -> None:
    def content(zone: str) -> Path:
        typed = make_news(timezone=zone, published='"2026-03-02 12:00+01:00"')
        return write_site(tmp_path / zone.replace("/", "-") / "content", {"news/x.md": typed})

    for zone, text in (("Europe/Brussels", "02 Mar 2026 12:00:00 +0100"), ("Asia/Tokyo", "02 Mar 2026 20:00:00 +0900")):
        assert text in build_site(content(zone))["feeds/news.rss.xml"].decode()


@pytest.mark.parametrize("form", ["rss.xml", "atom.xml", "json"])
def test_the_day_in_a_feed_is_the_day_on_the_page(built: dict[str, bytes], form: str) -> None:
    """Whatever a reader program cuts off behind the day."""
    if form == "json":
        told = {row["title"]: row["date_published"][:10] for row in json.loads(built["feeds/all.json"])["items"]}
    elif form == "rss.xml":
        entries = feed(built, "feeds/all.rss.xml").entries
        told = {e.title: parsedate_to_datetime(e.published).date().isoformat() for e in entries}
    else:
        told = {e.title: e.published[:10] for e in feed(built, "feeds/all.atom.xml").entries}
    assert len(told) == 3 * len(ITEMS) + len(CALLS)
    for it in ITEMS:
        day = it.at(published(it)).astimezone(it.clocks).date()
        page = text_of(document(built, f"jobs/p{it.number}/index.html"))
        assert f"Published {words.day_words(day, 'en')}" in " ".join(page.split())
        assert {told[f"{kind} {it.number}"] for kind in ("Post", "News", "Event")} == {day.isoformat()}


def test_the_words_of_a_page_name_the_hour_of_the_zone(built: dict[str, bytes]) -> None:
    for it in (*ITEMS, *CALLS):
        last = it.at(deadline(it)).astimezone(it.clocks)
        zone = words.zone_words(it.zone, "en")
        page = document(built, f"jobs/p{it.number}/index.html")
        assert f"{words.day_words(last.date(), 'en')}, {last:%H:%M} ({zone}" in text_of(page)
        assert last.isoformat(timespec="minutes") in [each.get("datetime") for each in find(page, "time")]


def test_a_minute_that_comes_twice_says_which_it_is() -> None:
    """At the end of summer time Brussels has 02:30 twice."""
    first, second = (parse_moment(f"2026-10-25 02:30 {offset}") for offset in ("+02:00", "+01:00"))
    zone = "Europe/Brussels"
    assert [last_as_written(each, zone) for each in (first, second)] == [
        "2026-10-25 02:30+02:00",
        "2026-10-25 02:30+01:00",
    ]
    assert [words.moment_words(each, zone, "en").text for each in (first, second)] == [
        "25 October 2026, 02:30 (Brussels time, UTC+2)",
        "25 October 2026, 02:30 (Brussels time, UTC+1)",
    ]
    half = parse_moment("2026-04-05 01:45 +10:30")
    assert words.moment_words(half, "Australia/Lord_Howe", "fr").text.endswith("heure de Lord Howe, UTC+10:30")


def test_an_event_in_a_night_whose_hour_comes_twice_says_which_is_meant(tmp_path: Path) -> None:
    night = {"starts": '"2026-10-25 02:30+02:00"', "ends": '"2026-10-25 02:15+01:00"'}
    site = build_site(write_site(tmp_path / "content", {"events/x.md": make_event(**night)}))
    said = (
        "Sunday 25 October 2026, 02:30 (Brussels time, UTC+2) to Sunday 25 October 2026, 02:15 (Brussels time, UTC+1)"
    )
    assert said in " ".join(text_of(document(site, "events/x/index.html")).split())
    (event,) = json.loads(site["events.json"])["events"]
    assert (event["starts"], event["ends"]) == ("2026-10-25 02:30+02:00", "2026-10-25 02:15+01:00")


def test_a_moment_is_written_on_the_clocks_of_its_zone() -> None:
    typed = parse_moment("2026-03-31 23:59-05:00")
    assert first_as_written(typed, "Europe/Brussels") == last_as_written(typed, "Europe/Brussels") == "2026-04-01 06:59"
    assert first_as_written(typed, "Etc/GMT+5") == "2026-03-31 23:59"
    assert first_as_written(Moment(date(2026, 3, 31)), "Asia/Tokyo") == "2026-03-31"


def test_an_offset_with_seconds_is_written_as_utc() -> None:
    """Amsterdam was 19 minutes and 32 seconds ahead until 1937, which no format of a feed can say."""
    instant = datetime(1910, 1, 1, 12, tzinfo=UTC)
    assert local(instant, "Europe/Amsterdam").isoformat() == "1910-01-01T12:19:32+00:19:32"
    assert clock(instant, "Europe/Amsterdam") == "1910-01-01T12:00:00+00:00"
    assert clock(instant, "Asia/Tokyo") == "1910-01-01T21:00:00+09:00"
