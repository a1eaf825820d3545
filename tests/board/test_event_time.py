"""Where an event stands: half open, in its zone, on the days of a change of clocks too."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.helpers import NOW, at, make_board, make_event

from jobboard.board.board import BoardEvent
from jobboard.board.event_time import Phase, phase_at, takes_registrations_at

SECOND = timedelta(seconds=1)


def event_of(tmp_path: Path, now: datetime = NOW, **changes: str | None) -> BoardEvent:
    return make_board(tmp_path, {"events/day.md": make_event(**changes)}, now).events[0]


@pytest.mark.parametrize(
    ("changes", "starts", "ends"),
    [
        pytest.param({"starts": "2026-05-05"}, "2026-05-05 00:00", "2026-05-06 00:00", id="a whole day"),
        pytest.param(
            {"starts": "2026-05-05", "ends": "2026-05-07"}, "2026-05-05 00:00", "2026-05-08 00:00", id="several days"
        ),
        pytest.param(
            {"starts": '"2026-05-05 14:00"', "ends": '"2026-05-05 16:00"'},
            "2026-05-05 14:00",
            "2026-05-05 16:00",
            id="hours",
        ),
        pytest.param(
            {"starts": '"2026-05-05 14:00"'}, "2026-05-05 14:00", "2026-05-06 00:00", id="an hour without an end"
        ),
        pytest.param(
            {"starts": '"2026-05-05 20:00"', "ends": '"2026-05-06 00:00"'},
            "2026-05-05 20:00",
            "2026-05-06 00:00",
            id="midnight",
        ),
        pytest.param({"starts": "2026-03-29"}, "2026-03-29 00:00", "2026-03-30 00:00", id="a day of 23 hours"),
        pytest.param({"starts": "2026-10-25"}, "2026-10-25 00:00", "2026-10-26 00:00", id="a day of 25 hours"),
    ],
)
def test_an_event_is_under_way_from_its_start_up_to_its_end(
    changes: dict[str, str], starts: str, ends: str, tmp_path: Path
) -> None:
    life = event_of(tmp_path, **changes).life
    assert (life.starts_at, life.ends_at) == (at(starts), at(ends))
    around = [phase_at(life, now) for now in (at(starts) - SECOND, at(starts), at(ends) - SECOND, at(ends))]
    assert around == [Phase.UPCOMING, Phase.RUNNING, Phase.RUNNING, Phase.PAST]


@pytest.mark.parametrize(("day", "hours"), [("2026-03-29", 23), ("2026-05-05", 24), ("2026-10-25", 25)])
def test_a_whole_day_is_as_long_as_the_clocks_of_its_zone_make_it(day: str, hours: int, tmp_path: Path) -> None:
    life = event_of(tmp_path, starts=day).life
    assert life.ends_at - life.starts_at == timedelta(hours=hours)


def test_an_event_is_timed_in_its_own_zone(tmp_path: Path) -> None:
    life = event_of(tmp_path, starts="2026-05-05", timezone="America/Bogota").life
    assert life.starts_at == datetime(2026, 5, 5, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("register", "last"),
    [
        ("{url: https://example.org/r, deadline: 2026-04-30}", "2026-05-01 00:00"),
        ('{url: https://example.org/r, deadline: "2026-04-30 17:00"}', "2026-04-30 17:01"),
        ("{url: https://example.org/r, deadline: 2026-05-05}", "2026-05-05 16:00"),
        ("{email: events@example.org}", "2026-05-05 16:00"),
    ],
)
def test_registration_ends_with_its_deadline_and_at_the_latest_with_the_event(
    register: str, last: str, tmp_path: Path
) -> None:
    event = event_of(tmp_path, starts='"2026-05-05 14:00"', ends='"2026-05-05 16:00"', register=register)
    assert event.life.registration_ends_at == at(last)
    assert [takes_registrations_at(event.life, now) for now in (at(last) - SECOND, at(last))] == [True, False]


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_nobody_registers_for_what_does_not_take_place(status: str, tmp_path: Path) -> None:
    event = event_of(tmp_path, register="{url: https://example.org/r}", status=status)
    assert (event.life.registration_ends_at, event.takes_registrations, event.is_listed) == (None, False, True)


def test_a_draft_and_one_to_be_published_are_not_visible(tmp_path: Path) -> None:
    appears = at("2026-03-20 09:00")
    for now, is_visible in ((appears - SECOND, False), (appears, True)):
        assert event_of(tmp_path, now, published='"2026-03-20 09:00"').is_visible is is_visible
    assert event_of(tmp_path, status="draft").is_visible is False


def test_a_translation_is_when_and_where_its_original_is(tmp_path: Path) -> None:
    original = make_event(
        starts='"2026-05-05 14:00"',
        ends='"2026-05-05 16:00"',
        timezone="Europe/Madrid",
        place="{city: Ghent, country: BE}",
        online=None,
        register="{url: https://example.org/r, deadline: 2026-04-30}",
        status="cancelled",
    )
    french = make_event(lang="fr", translation_of="day", starts='"2026-05-05 14:00"', online=None)
    first, second = make_board(tmp_path, {"events/day.md": original, "events/jour.md": french}).events
    assert second.content.status == "cancelled"
    assert second.content.place == first.content.place
    assert (second.life, second.zone, second.group) == (first.life, "Europe/Madrid", "day")
