"""Events in calendars: their ends, what becomes of them, and one entry for ever."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.helpers import NOW, SITE, at, build_site, make_event, make_organisation, make_posting, write_site
from tests.outputs.calendar_reading import events, only_event
from tests.outputs.reading import document, links

ALL = "calendars/events.ics"
OWN = "events/day/event.ics"
OF_HOLDER = "calendars/organisations/example-network.ics"
UID = "event-day@hub.example"
SECOND = timedelta(seconds=1)


def build_files(tmp_path: Path, files: dict[str, str], now: datetime = NOW, **settings: Any) -> dict[str, bytes]:
    folder = tmp_path / str(len(list(tmp_path.iterdir())))
    return build_site(write_site(folder / "content", dict(files)), now, site=replace(SITE, **settings))


def build_one(tmp_path: Path, now: datetime = NOW, **changes: str | None) -> dict[str, bytes]:
    return build_files(tmp_path, {"events/day.md": make_event(**changes)}, now)


@pytest.mark.parametrize(
    ("changes", "start", "end"),
    [
        ({"starts": "2026-05-05"}, date(2026, 5, 5), date(2026, 5, 6)),
        ({"starts": "2026-05-05", "ends": "2026-05-07"}, date(2026, 5, 5), date(2026, 5, 8)),
        ({"starts": "2026-03-29"}, date(2026, 3, 29), date(2026, 3, 30)),
        ({"starts": "2026-10-25", "timezone": "America/Bogota"}, date(2026, 10, 25), date(2026, 10, 26)),
        (
            {"starts": '"2026-05-05 14:00"', "ends": '"2026-05-05 16:00"'},
            datetime(2026, 5, 5, 12, tzinfo=UTC),
            datetime(2026, 5, 5, 14, tzinfo=UTC),
        ),
        (
            {"starts": '"2026-03-28 22:00"', "ends": '"2026-03-29 04:00"'},
            datetime(2026, 3, 28, 21, tzinfo=UTC),
            datetime(2026, 3, 29, 2, tzinfo=UTC),
        ),
        (
            {"starts": '"2026-05-05 20:00"', "ends": '"2026-05-06 00:00"'},
            datetime(2026, 5, 5, 18, tzinfo=UTC),
            datetime(2026, 5, 5, 22, tzinfo=UTC),
        ),
    ],
)
def test_whole_days_end_on_the_day_after_and_hours_are_in_utc(
    changes: dict[str, str], start: date, end: date, tmp_path: Path
) -> None:
    site = build_one(tmp_path, **changes)
    for path in (ALL, OWN, OF_HOLDER):
        event = only_event(site, path)
        assert (event["DTSTART"].dt, event["DTEND"].dt, event["UID"]) == (start, end, UID)


def test_an_hour_that_nobody_ended_has_no_end(tmp_path: Path) -> None:
    assert "DTEND" not in only_event(build_one(tmp_path, starts='"2026-05-05 14:00"'), OWN)


def test_an_entry_says_who_when_and_where(tmp_path: Path) -> None:
    site = build_one(
        tmp_path, starts="2026-05-05", place="{city: Ghent, region: Flanders, country: BE, street: 'Hall 1; left'}"
    )
    event = only_event(site, OWN)
    assert (event["SUMMARY"], event["LOCATION"], event["STATUS"], event["SEQUENCE"]) == (
        "Budgets for residents",
        "Hall 1; left, Ghent, Flanders, Belgium",
        "CONFIRMED",
        0,
    )
    assert event["DESCRIPTION"] == "Example Network\nTuesday 5 May 2026\nhttps://hub.example/events/day/"
    assert event["DTSTAMP"].dt == event["LAST-MODIFIED"].dt == at("2026-03-02 00:00")


@pytest.mark.parametrize(
    ("status", "said", "word"), [("cancelled", "CANCELLED", "Cancelled"), ("postponed", "TENTATIVE", "Postponed")]
)
def test_what_does_not_take_place_stays_and_says_so(status: str, said: str, word: str, tmp_path: Path) -> None:
    before = only_event(build_one(tmp_path), ALL)
    for updated in (None, "2026-03-10"):
        after = only_event(build_one(tmp_path, status=status, updated=updated), ALL)
        assert (after["UID"], after["STATUS"]) == (before["UID"], said)
        assert after["SUMMARY"] == f"{word}: Budgets for residents"
        assert (after["SEQUENCE"] > before["SEQUENCE"]) is (updated is not None)


def test_the_sequence_grows_with_every_update(tmp_path: Path) -> None:
    found = [
        only_event(build_one(tmp_path, updated=updated, starts=starts, status=status), OWN)["SEQUENCE"]
        for updated, starts, status in (
            (None, "2026-05-05", None),
            ("2026-03-09", "2026-05-05", "postponed"),
            ("2026-03-10", "2026-06-05", None),
            ('"2026-03-10 14:30"', "2026-06-06", None),
        )
    ]
    assert found == sorted(set(found))


def test_a_past_event_leaves_the_calendars_and_keeps_its_own_file(tmp_path: Path) -> None:
    ends = at("2026-05-06 00:00")
    before, after = (build_one(tmp_path, now) for now in (ends - SECOND, ends))
    assert (len(events(before, ALL)), len(events(after, ALL)), len(events(after, OF_HOLDER))) == (1, 0, 0)
    assert before[OWN] == after[OWN]


def test_an_organisations_calendar_holds_deadlines_and_events_in_order(tmp_path: Path) -> None:
    files = {
        "events/late.md": make_event(starts='"2026-03-31 10:00"'),
        "events/early.md": make_event(starts="2026-03-20"),
        "postings/x.md": make_posting(deadline="2026-03-25"),
        "organisations/part.md": make_organisation(name="Part", part_of="example-network"),
        "events/of-part.md": make_event(starts="2026-04-20", organisations="[part]"),
    }
    site = build_files(tmp_path, files)
    assert [uid.split("@")[0] for uid in events(site, OF_HOLDER)] == [
        "event-early",
        "deadline-x",
        "event-late",
        "event-of-part",
    ]


def test_a_translation_and_a_renamed_file_are_the_same_entry(tmp_path: Path) -> None:
    files = {
        "events/day.md": make_event(formerly="[old-day]"),
        "events/jour.md": make_event(title="Budgets", lang="fr", translation_of="day", online=None),
    }
    site = build_files(tmp_path, files, languages=("en", "fr"))
    paths = (ALL, f"fr/{ALL}", OWN, "events/jour/event.ics", "events/old-day/event.ics")
    assert {uid for path in paths for uid in events(site, path)} == {"event-old-day@hub.example"}
    assert only_event(site, f"fr/{ALL}")["SUMMARY"] == "Budgets"


def test_a_calendar_of_events_is_offered_where_one_subscribes(tmp_path: Path) -> None:
    site = build_one(tmp_path)
    for path in ("subscribe/index.html", "events/index.html"):
        assert {f"https://hub.example/{ALL}", f"webcal://hub.example/{ALL}"} <= {*links(document(site, path))}
