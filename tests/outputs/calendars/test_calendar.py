"""Calendars: every deadline on its day, one event for ever, cancelled when it closed early."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from jobboard.outputs.site.calendars import calendars_of
from tests.helpers import NOW, SITE, at, build_site, make_board, make_organisation, make_posting, write_site
from tests.outputs.calendar_reading import calendar, events, faults, only_event
from tests.outputs.reading import document, links

ALL = "calendars/deadlines.ics"
OWN = "jobs/analyst/deadline.ics"
UID = "deadline-analyst@hub.example"
BELOW = replace(SITE, url="https://hub.example/board")
SECOND = timedelta(seconds=1)


def build_files(tmp_path: Path, files: dict[str, str], now: datetime = NOW, **settings: Any) -> dict[str, bytes]:
    folder = tmp_path / str(len(list(tmp_path.iterdir())))
    content = write_site(folder / "content", files)
    return build_site(content, now, site=replace(SITE, **settings))


def build_one(tmp_path: Path, now: datetime = NOW, **changes: str | None) -> dict[str, bytes]:
    return build_files(tmp_path, {"postings/analyst.md": make_posting(**changes)}, now)


def test_a_deadline_is_a_whole_day_that_takes_nobodys_time(tmp_path: Path) -> None:
    event = only_event(build_one(tmp_path), OWN)
    assert event["DTSTART"].dt == date(2026, 3, 31)
    assert (event["TRANSP"], event["STATUS"], event["SEQUENCE"], event["UID"]) == ("TRANSPARENT", "CONFIRMED", 0, UID)
    assert event["SUMMARY"] == "Deadline: Data Analyst, Example Network"
    assert event["DESCRIPTION"] == (
        "Apply by Tuesday 31 March 2026, end of the day (Brussels time).\nhttps://hub.example/jobs/analyst/"
    )
    assert event["DTSTAMP"].dt == event["LAST-MODIFIED"].dt == at("2026-03-02 00:00")


def test_the_hour_and_its_zone_are_in_words(tmp_path: Path) -> None:
    event = only_event(build_one(tmp_path, deadline='"2026-03-31 17:00"', timezone="America/New_York"), OWN)
    assert (event["SUMMARY"], event["DTSTART"].dt) == (
        "Deadline 17:00 (New York time): Data Analyst, Example Network",
        date(2026, 3, 31),
    )


def test_anywhere_on_earth_is_the_day_named_whatever_the_site_s_zone(tmp_path: Path) -> None:
    event = only_event(build_one(tmp_path, timezone="AoE"), OWN)
    assert event["DTSTART"].dt == date(2026, 3, 31)
    assert event["SUMMARY"] == "Deadline (anywhere on Earth): Data Analyst, Example Network"


@pytest.mark.parametrize(("day", "last"), [("2026-03-29", "01:59"), ("2026-10-25", "02:30")])
def test_on_both_days_of_a_change_of_clocks_the_deadline_is_that_day(day: str, last: str, tmp_path: Path) -> None:
    for deadline in (day, f'"{day} 23:59"', f'"{day} {last}"'):
        event = only_event(build_one(tmp_path, deadline=deadline), OWN)
        assert event["DTSTART"].dt == date.fromisoformat(day)


def minutes(text: str) -> int:
    """From 1970 to that instant: what a SEQUENCE counts."""
    return int(at(text).timestamp()) // 60


def test_an_extension_raises_the_sequence_and_moves_the_day(tmp_path: Path) -> None:
    first = only_event(build_one(tmp_path), OWN)
    later = only_event(build_one(tmp_path, deadline="2026-04-30", deadline_was="2026-03-31", updated="2026-03-10"), OWN)
    assert (first["UID"], first["SEQUENCE"]) == (UID, 0)
    assert (later["UID"], later["DTSTART"].dt) == (UID, date(2026, 4, 30))
    assert later["SEQUENCE"] == minutes("2026-03-10 00:00") + 1
    assert first["DTSTAMP"].dt < later["DTSTAMP"].dt == later["LAST-MODIFIED"].dt == at("2026-03-10 00:00")


def test_a_change_of_its_own_day_is_when_the_event_was_modified(tmp_path: Path) -> None:
    was = "[{deadline: 2026-03-20, changed: 2026-03-08}, {deadline: 2026-03-31, changed: 2026-03-20}]"
    event = only_event(build_one(tmp_path, deadline="2026-04-30", deadline_was=was), OWN)
    assert (event["SEQUENCE"], event["LAST-MODIFIED"].dt) == (minutes("2026-03-08 00:00") + 2, at("2026-03-08 00:00"))


@pytest.mark.parametrize(
    ("because", "word"), [("filled", "Filled"), ("withdrawn", "Withdrawn"), ("other, note: No money", "Closed early")]
)
def test_closed_early_it_is_cancelled_from_that_instant(because: str, word: str, tmp_path: Path) -> None:
    closed = f"{{on: 2026-03-20, because: {because}}}"
    before, after = (build_one(tmp_path, at("2026-03-20 00:00") - step, closed=closed) for step in (SECOND, 0 * SECOND))
    assert only_event(before, ALL)["STATUS"] == "CONFIRMED"
    event = only_event(after, ALL)
    assert (event["UID"], event["STATUS"], event["SEQUENCE"]) == (UID, "CANCELLED", 0)
    assert (event["DTSTART"].dt, event["LAST-MODIFIED"].dt) == (date(2026, 3, 31), at("2026-03-20 00:00"))
    assert event["SUMMARY"] == f"{word}: Data Analyst, Example Network"


def test_an_early_closing_that_is_to_come_is_the_day_to_apply_by(tmp_path: Path) -> None:
    whole = only_event(build_one(tmp_path, closed="{on: 2026-03-20, because: filled}"), OWN)
    timed = only_event(build_one(tmp_path, closed='{on: "2026-03-20 12:00", because: filled}'), OWN)
    assert [each["DTSTART"].dt for each in (whole, timed)] == [date(2026, 3, 19), date(2026, 3, 20)]
    assert timed["SUMMARY"].startswith("Deadline 11:59 (Brussels time)")


def test_a_cancelled_deadline_leaves_the_lists_after_thirty_days_and_keeps_its_own_file(tmp_path: Path) -> None:
    gone = at("2026-03-20 00:00").astimezone(UTC) + timedelta(days=30)
    for now, count in ((gone - SECOND, 1), (gone, 0)):
        site = build_one(tmp_path, now, closed="{on: 2026-03-20, because: filled}")
        assert len(events(site, ALL)) == len(events(site, "calendars/organisations/example-network.ics")) == count
        assert only_event(site, OWN)["STATUS"] == "CANCELLED"


def test_a_passed_deadline_leaves_the_lists_at_once_and_its_own_file_as_it_was(tmp_path: Path) -> None:
    closes = at("2026-04-01 00:00")
    before, after, years = (build_one(tmp_path, now) for now in (closes - SECOND, closes, at("2029-01-01 00:00")))
    assert (len(events(before, ALL)), len(events(after, ALL))) == (1, 0)
    assert before[OWN] == after[OWN] == years[OWN]


def test_a_posting_that_was_never_open_is_not_cancelled_in_the_lists(tmp_path: Path) -> None:
    site = build_one(tmp_path, published="2026-03-10", closed="{on: 2026-03-10, because: filled}")
    assert events(site, ALL) == {}


def test_a_rolling_posting_has_no_event_and_no_file(tmp_path: Path) -> None:
    site = build_one(tmp_path, deadline="rolling", review_by="2026-06-30")
    assert OWN not in site
    assert events(site, ALL) == {}
    assert "/jobs/analyst/deadline.ics" not in links(document(site, "jobs/analyst/index.html"))


def test_a_posting_that_becomes_rolling_cancels_its_deadline_in_its_own_file(tmp_path: Path) -> None:
    site = build_one(tmp_path, deadline="rolling", review_by="2026-06-30", deadline_was="2026-03-31")
    event = only_event(site, OWN)
    assert (event["STATUS"], event["SEQUENCE"], event["DTSTART"].dt) == ("CANCELLED", 1, date(2026, 3, 31))
    assert events(site, ALL) == {}


def test_nothing_changes_while_nothing_changes(tmp_path: Path) -> None:
    one, other = (build_one(tmp_path, NOW + timedelta(hours=each)) for each in (0, 100))
    assert {path: data for path, data in one.items() if path.endswith(".ics")} == {
        path: data for path, data in other.items() if path.endswith(".ics")
    }


def test_neither_a_new_name_nor_a_new_address_makes_another_event(tmp_path: Path) -> None:
    renamed = {
        "postings/counter.md": make_posting(formerly="[analyst, mapper]"),
        "organisations/network.md": make_organisation(formerly="[example-network]"),
    }
    files = {
        key: text.replace("organisation: example-network", "organisation: network") for key, text in renamed.items()
    }
    site = build_files(tmp_path, {**files, "organisations/example-network.md": None}, url="https://elsewhere.example")  # type: ignore[dict-item]
    own, former, every = (only_event(site, path) for path in ("jobs/counter/deadline.ics", OWN, ALL))
    assert {str(each["UID"]) for each in (own, former, every)} == {UID}
    assert site["jobs/counter/deadline.ics"] == site[OWN] == site["jobs/mapper/deadline.ics"]
    assert site["calendars/organisations/network.ics"] == site["calendars/organisations/example-network.ics"]
    whole = calendar(site, "calendars/organisations/example-network.ics")
    assert whole["UID"] == "calendar-organisations-example-network@hub.example"
    assert whole["SOURCE"] == "https://elsewhere.example/calendars/organisations/network.ics"


def test_an_organisation_s_calendar_has_its_parts_deadlines(tmp_path: Path) -> None:
    files = {
        "postings/analyst.md": make_posting(organisation="platform"),
        "organisations/platform.md": make_organisation(name="Platform", part_of="example-network"),
    }
    site = build_files(tmp_path, files)
    for id_ in ("platform", "example-network"):
        assert set(events(site, f"calendars/organisations/{id_}.ics")) == {UID}


def test_a_posting_and_its_translation_are_one_event(tmp_path: Path) -> None:
    files = {
        "postings/analyst.md": make_posting(formerly="[first]"),
        "postings/analyste.md": make_posting(
            title="Analyste", lang="fr", translation_of="analyst", deadline=None, apply=None
        ),
    }
    site = build_files(tmp_path, files)
    uids = {path: set(events(site, path)) for path in (ALL, OWN, "jobs/analyste/deadline.ics")}
    assert set(map(frozenset, uids.values())) == {frozenset({"deadline-first@hub.example"})}
    assert only_event(site, ALL)["SUMMARY"].startswith("Deadline: Data Analyst")


def test_what_is_not_public_is_in_no_calendar(tmp_path: Path) -> None:
    files = {
        "postings/draft.md": make_posting(status="draft"),
        "postings/later.md": make_posting(published="2026-03-20"),
    }
    site = build_files(tmp_path, files)
    assert [path for path in site if path.endswith("deadline.ics")] == []
    assert events(site, ALL) == {}


def test_any_text_is_folded_and_escaped(tmp_path: Path) -> None:
    title = "'Chargé·e de l’économie; sociale, \\n solidaire " + "é" * 60 + "😀" * 20 + "'"
    site = build_one(tmp_path, title=title)
    assert title.strip("'") in only_event(site, OWN)["SUMMARY"]
    escaped = title.strip("'").replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    assert calendar(site, OWN)["NAME"] == escaped  # a text (RFC 7986, 5.1), which the library reads as it stands


def test_every_list_of_deadlines_is_offered_with_both_addresses(tmp_path: Path) -> None:
    files = {"organisations/platform.md": make_organisation(name="A Platform", short_name="AP")}
    organisations = make_board(tmp_path, files).organisations
    folder = "hub.example/board/calendars"
    assert [(each.name, each.href, each.webcal) for each in calendars_of(BELOW, organisations)] == [
        ("All deadlines", f"https://{folder}/deadlines.ics", f"webcal://{folder}/deadlines.ics"),
        (
            "A Platform",
            f"https://{folder}/organisations/platform.ics",
            f"webcal://{folder}/organisations/platform.ics",
        ),
        (
            "Example Network",
            f"https://{folder}/organisations/example-network.ics",
            f"webcal://{folder}/organisations/example-network.ics",
        ),
    ]
    assert calendars_of(replace(BELOW, has_extras=False), organisations) == ()


def test_pages_lead_to_calendars(tmp_path: Path) -> None:
    site = build_one(tmp_path)
    assert "/jobs/analyst/deadline.ics" in links(document(site, "jobs/analyst/index.html"))
    on_page = links(document(site, "organisations/example-network/index.html"))
    address = "//hub.example/calendars/organisations/example-network.ics"
    assert {f"https:{address}", f"webcal:{address}"} <= set(on_page)


def test_a_closed_posting_s_page_offers_no_calendar(tmp_path: Path) -> None:
    site = build_one(tmp_path, at("2026-04-01 00:00"))
    assert "/jobs/analyst/deadline.ics" not in links(document(site, "jobs/analyst/index.html"))


def test_hosts_are_told_the_type(tmp_path: Path) -> None:
    assert b"\n/*.ics\n  Content-Type: text/calendar; charset=utf-8\n" in build_one(tmp_path)["_headers"]


def test_a_site_without_facets_has_no_calendar_and_no_link_to_one(tmp_path: Path) -> None:
    site = build_files(tmp_path, {"postings/analyst.md": make_posting()}, has_extras=False)
    assert [path for path in site if path.endswith(".ics")] == []
    assert [path for path, data in site.items() if path.endswith(".html") and b".ics" in data] == []


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        (lambda data: data.replace(b"\r\n", b"\n"), "does not end with CRLF"),
        (lambda data: data.replace(b"REFRESH-INTERVAL;VALUE=DURATION", b"REFRESH-INTERVAL"), "REFRESH-INTERVAL"),
        (lambda data: data.replace(b"\r\n ", b""), "octets"),
        (lambda data: data.replace(b"DTSTAMP", b"X-STAMP"), "DTSTAMP"),
    ],
)
def test_the_line_check_finds_what_it_is_there_for(broken: Any, fault: str, tmp_path: Path) -> None:
    data = build_one(tmp_path, title="A title that is long enough to be folded into more than just one line")[OWN]
    assert faults(data) == []
    assert any(fault in each for each in faults(broken(data)))


def test_the_sequence_never_falls_whatever_is_taken_out_of_a_file(tmp_path: Path) -> None:
    was = "{deadline: 2026-03-20, changed: 2026-03-08}"
    again = "{on: 2026-03-14, was: {on: 2026-03-12, because: filled}}"
    steps: list[dict[str, str | None]] = [
        {},
        {"closed": "{on: 2026-03-04, because: filled}"},
        {},
        {"deadline_was": was},
        {"deadline_was": was, "closed": "{on: 2026-03-12, because: filled}"},
        {"deadline_was": was},
        {"deadline_was": was, "reopened": again},
        {"deadline_was": was, "reopened": again, "published": "2026-03-04"},
        {"deadline_was": was, "reopened": again, "updated": "2026-03-15"},
    ]
    found = [int(only_event(build_one(tmp_path, **fields), OWN)["SEQUENCE"]) for fields in steps]
    assert found == sorted(found)
    assert found[-1] == minutes("2026-03-15 00:00") + 2 < 2**31


def test_a_translation_has_the_sequence_of_its_original(tmp_path: Path) -> None:
    translation = make_posting(title="Analyste", lang="fr", translation_of="analyst", deadline=None, apply=None)
    files: dict[str, str | bytes] = {
        "postings/analyst.md": make_posting(updated="2026-03-10"),
        "postings/fr.md": translation,
    }
    site = build_files(tmp_path, files)
    found = [only_event(site, path) for path in (OWN, "jobs/fr/deadline.ics")]
    assert [(each["UID"], each["SEQUENCE"]) for each in found] == [(UID, minutes("2026-03-10 00:00"))] * 2
