"""An event that is held in several sessions: one page, under way from the first to the last, an entry for each session
in every calendar."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from jobboard.board.event_time import Phase, phase_at
from tests.helpers import NOW, SITE, at, build_site, make_board, make_event, write_site
from tests.outputs.calendar_reading import events
from tests.outputs.reading import document, feed, find, markup, text_of

PAGE, UPCOMING, OWN = "events/day/index.html", "events/index.html", "events/day/event.ics"
CALENDARS = (OWN, "calendars/events.ics", "calendars/organisations/example-network.ics")
FIRST = '{starts: "2026-05-05 14:00", ends: "2026-05-05 16:00", title: Reading a budget}'
SECOND = '{starts: "2026-05-12 14:00", ends: "2026-05-12 16:00"}'
THIRD = '{starts: "2026-05-19 10:00", ends: "2026-05-19 12:00", title: Writing one}'
UIDS = [f"event-day.{each}@hub.example" for each in ("20260505T1200Z", "20260512T1200Z", "20260519T0800Z")]


def event_with(*sessions: str, **changes: str | None) -> str:
    return make_event(**{"starts": None, "sessions": f"[{', '.join(sessions)}]", **changes})


def build(tmp_path: Path, *sessions: str, now: datetime = NOW, **changes: str | None) -> dict[str, bytes]:
    files = {"events/day.md": event_with(*(sessions or (FIRST, SECOND, THIRD)), **changes)}
    return build_files(tmp_path, files, now)


def build_files(tmp_path: Path, files: Mapping[str, str], now: datetime = NOW) -> dict[str, bytes]:
    folder = tmp_path / str(len(list(tmp_path.iterdir())))
    return build_site(write_site(folder / "content", dict(files)), now, site=replace(SITE, languages=("en", "fr")))


def times_on(site: dict[str, bytes], path: str) -> list[str]:
    return [text_of(each) for each in find(document(site, path), "time")]


def test_the_page_lists_every_session_with_its_time_and_zone(tmp_path: Path) -> None:
    (section,) = find(document(build(tmp_path), PAGE), "section", class_="sessions")
    assert [text_of(each) for each in find(section, "li")] == [
        "Tuesday 5 May 2026, 14:00 to 16:00 (Brussels time) Reading a budget",
        "Tuesday 12 May 2026, 14:00 to 16:00 (Brussels time)",
        "Tuesday 19 May 2026, 10:00 to 12:00 (Brussels time) Writing one",
    ]
    machine = [each.get("datetime") for each in find(section, "time")]
    assert machine == ["2026-05-05T14:00+02:00", "2026-05-12T14:00+02:00", "2026-05-19T10:00+02:00"]


def test_lists_say_from_when_to_when_and_how_many(tmp_path: Path) -> None:
    site = build(tmp_path)
    for path in (PAGE, UPCOMING, "index.html", "organisations/example-network/index.html"):
        assert "Tuesday 5 May 2026 to Tuesday 19 May 2026" in times_on(site, path), path
        assert "3 sessions" in text_of(document(site, path)), path


def test_it_is_under_way_from_its_first_start_to_its_last_end(tmp_path: Path) -> None:
    second = timedelta(seconds=1)
    life = make_board(tmp_path, {"events/day.md": event_with(FIRST, SECOND, THIRD)}).events[0].life
    starts, between, ends = at("2026-05-05 14:00"), at("2026-05-08 12:00"), at("2026-05-19 12:00")
    instants = (starts - second, starts, between, ends - second, ends)
    expected = [Phase.UPCOMING, Phase.RUNNING, Phase.RUNNING, Phase.RUNNING, Phase.PAST]
    assert [phase_at(life, now) for now in instants] == expected


def test_a_session_within_a_longer_one_does_not_end_the_event(tmp_path: Path) -> None:
    long, within = "{starts: 2026-05-05, ends: 2026-05-19}", "{starts: 2026-05-07}"
    board = make_board(tmp_path, {"events/day.md": event_with(long, within)})
    assert board.events[0].life.ends_at == at("2026-05-20 00:00")


@pytest.mark.parametrize("path", CALENDARS)
def test_each_session_is_an_entry_of_every_calendar(path: str, tmp_path: Path) -> None:
    found = events(build(tmp_path), path)
    assert [*found] == UIDS
    assert [str(each["SUMMARY"]) for each in found.values()] == [
        "Budgets for residents: Reading a budget",
        "Budgets for residents",
        "Budgets for residents: Writing one",
    ]
    assert [(each["DTSTART"].dt, each["DTEND"].dt) for each in found.values()] == [
        (datetime(2026, 5, 5, 12, tzinfo=UTC), datetime(2026, 5, 5, 14, tzinfo=UTC)),
        (datetime(2026, 5, 12, 12, tzinfo=UTC), datetime(2026, 5, 12, 14, tzinfo=UTC)),
        (datetime(2026, 5, 19, 8, tzinfo=UTC), datetime(2026, 5, 19, 10, tzinfo=UTC)),
    ]
    assert "Tuesday 12 May 2026, 14:00 to 16:00 (Brussels time)" in found[UIDS[1]]["DESCRIPTION"]


def test_whole_days_are_named_by_their_day(tmp_path: Path) -> None:
    found = events(build(tmp_path, "{starts: 2026-05-05}", "{starts: 2026-05-12, ends: 2026-05-13}"), OWN)
    assert {uid: (each["DTSTART"].dt, each["DTEND"].dt) for uid, each in found.items()} == {
        "event-day.20260505@hub.example": (date(2026, 5, 5), date(2026, 5, 6)),
        "event-day.20260512@hub.example": (date(2026, 5, 12), date(2026, 5, 14)),
    }


@pytest.mark.parametrize("path", CALENDARS)
def test_a_session_that_moves_leaves_the_others_as_they_are(path: str, tmp_path: Path) -> None:
    moved = THIRD.replace("05-19", "05-26")
    before, after = (build(tmp_path, FIRST, SECOND, last) for last in (THIRD, moved))
    was, now = (events(site, path) for site in (before, after))
    assert was.keys() - now.keys() == {UIDS[2]}
    assert all(was[uid].to_ical() == now[uid].to_ical() for uid in UIDS[:2])


def test_no_event_that_is_named_like_a_session_has_its_entry(tmp_path: Path) -> None:
    files = {"events/day.md": event_with("{starts: 2026-05-05}"), "events/day-20260505.md": make_event()}
    assert len(events(build_files(tmp_path, files), "calendars/events.ics")) == 2


@pytest.mark.parametrize(("status", "said"), [("cancelled", "CANCELLED"), ("postponed", "TENTATIVE")])
def test_what_becomes_of_the_event_becomes_of_every_session(status: str, said: str, tmp_path: Path) -> None:
    off = build(tmp_path, status=status, updated="2026-03-10")
    again = build(tmp_path, reopened=f"{{on: 2026-03-12, was: {status}}}", updated="2026-03-10")
    for path in CALENDARS:
        entries, reinstated = events(off, path), events(again, path)
        assert {str(each["STATUS"]) for each in entries.values()} == {said}
        assert {str(each["STATUS"]) for each in reinstated.values()} == {"CONFIRMED"}
        assert len({int(each["SEQUENCE"]) for each in entries.values()}) == 1
        assert all(int(reinstated[uid]["SEQUENCE"]) > int(each["SEQUENCE"]) for uid, each in entries.items())
    schema = next(each for each in markup(off, PAGE) if each["@type"] == "Event")
    assert {each["eventStatus"] for each in schema["subEvent"]} == {schema["eventStatus"]}


def test_search_engines_are_told_of_every_session(tmp_path: Path) -> None:
    found = next(each for each in markup(build(tmp_path), PAGE) if each["@type"] == "Event")
    assert (found["startDate"], found["endDate"]) == ("2026-05-05T14:00:00+02:00", "2026-05-19T12:00:00+02:00")
    assert [(each["@type"], each["name"], each["startDate"], each["endDate"]) for each in found["subEvent"]] == [
        ("Event", "Budgets for residents: Reading a budget", "2026-05-05T14:00:00+02:00", "2026-05-05T16:00:00+02:00"),
        ("Event", "Budgets for residents", "2026-05-12T14:00:00+02:00", "2026-05-12T16:00:00+02:00"),
        ("Event", "Budgets for residents: Writing one", "2026-05-19T10:00:00+02:00", "2026-05-19T12:00:00+02:00"),
    ]
    assert all(each["location"] == found["location"] for each in found["subEvent"])


def test_feeds_say_when_each_session_is(tmp_path: Path) -> None:
    (entry,) = feed(build(tmp_path), "feeds/events.atom.xml").entries
    assert "Tuesday 5 May 2026 to Tuesday 19 May 2026. 3 sessions. Online." in entry.summary
    assert "<li>Tuesday 19 May 2026, 10:00 to 12:00 (Brussels time): Writing one</li>" in entry.content[0].value


def test_every_output_that_says_when_it_is_says_the_same_of_each_session(tmp_path: Path) -> None:
    """The data, the page's markup and the calendars, whatever the clocks do in between."""
    night = [f'{{starts: "2026-{day} 01:30", ends: "2026-{day} 04:00"}}' for day in ("03-28", "03-29", "10-25")]
    site = build(tmp_path, *night, now=at("2026-03-20 12:00"))
    (row,) = json.loads(site["events.json"])["events"]
    told = [(read(each["starts_at"]), read(each["ends_at"])) for each in row["sessions"]]
    assert [ends - starts for starts, ends in told] == [timedelta(hours=hours) for hours in (2.5, 1.5, 3.5)]
    schema = next(each for each in markup(site, PAGE) if each["@type"] == "Event")
    assert [(read(each["startDate"]), read(each["endDate"])) for each in schema["subEvent"]] == told
    for path in CALENDARS:
        assert [(each["DTSTART"].dt, each["DTEND"].dt) for each in events(site, path).values()] == told
    assert (read(row["starts_at"]), read(row["ends_at"])) == (told[0][0], told[-1][1])


def read(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def test_a_translation_has_the_same_sessions_with_titles_of_its_own(tmp_path: Path) -> None:
    untitled = make_event(title="Budgets", lang="fr", translation_of="day", starts=None, online=None)
    titled = make_event(
        title="Budgets",
        lang="fr",
        translation_of="day",
        starts=None,
        online=None,
        sessions='[{starts: "2026-05-05 14:00", title: Lire}, {starts: "2026-05-12 14:00", title: Poser}]',
    )
    for text, titles in ((untitled, ["Budgets", "Budgets"]), (titled, ["Budgets : Lire", "Budgets : Poser"])):
        site = build_files(tmp_path, {"events/day.md": event_with(FIRST, SECOND), "events/jour.md": text})
        found = events(site, "events/jour/event.ics")
        assert [*found] == UIDS[:2]
        assert [str(each["SUMMARY"]).replace("\u202f", " ").replace("\xa0", " ") for each in found.values()] == titles
        assert all(each["DTEND"].dt for each in found.values())


def test_titles_of_sessions_are_without_contact_data_once_it_is_past(tmp_path: Path) -> None:
    secret = THIRD.replace("Writing one", "Write to old@example.org")
    before, after = (build(tmp_path, FIRST, secret, now=at(now)) for now in ("2026-05-19 11:59", "2026-05-19 12:00"))
    assert b"old@example.org" in before[PAGE]
    assert [path for path, data in after.items() if b"old@example.org" in data] == []
