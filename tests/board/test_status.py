"""Time, as docs/standards.md#time states it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.helpers import at

from jobboard.board.status import Lifecycle, Status, lives_of, status_at, to_zone
from jobboard.model.moments.moment import Moment, parse_moment
from jobboard.model.parts.closing import Because, Closed, Rolling
from jobboard.model.posting import Posting

TICK = timedelta(microseconds=1)
ZONES = ("Europe/Brussels", "Pacific/Auckland", "America/St_Johns", "Pacific/Kiritimati", "UTC")


def posting(
    deadline: str = "2026-03-31", published: str = "2026-03-01", closed: Closed | None = None, review_by: str = ""
) -> Posting:
    return Posting(
        id="x",
        path="postings/x.md",
        title="X",
        organisation=("o",),
        published=parse_moment(published),
        deadline=Rolling.ROLLING if deadline == "rolling" else parse_moment(deadline),
        review_by=parse_moment(review_by) if review_by else None,
        closed=closed,
    )


def lifecycle_of(made: Posting, zone_name: str, retention_days: int) -> Lifecycle:
    """The instants of a posting; of one that was opened again, those of the last time."""
    return lives_of(made, zone_name, retention_days)[-1]


def closes_at(deadline: str, zone: str = "Europe/Brussels") -> datetime:
    made = replace(posting(deadline), timezone=zone)
    return lifecycle_of(made, "Europe/Brussels" if zone == "AoE" else zone, 365).closes_at


@pytest.mark.parametrize(
    ("deadline", "zone", "instant"),
    [
        pytest.param("2026-03-31", "Europe/Brussels", "2026-03-31 22:00", id="a date is open to the end of that day"),
        pytest.param(
            "2026-03-31 23:59", "Europe/Brussels", "2026-03-31 22:00", id="23:59 closes when the next day begins"
        ),
        pytest.param("2026-03-31 17:00", "Europe/Brussels", "2026-03-31 15:01", id="the named minute still counts"),
        pytest.param("2026-03-29", "Europe/Brussels", "2026-03-29 22:00", id="the day that is an hour short"),
        pytest.param("2026-10-25", "Europe/Brussels", "2026-10-25 23:00", id="the day that is an hour long"),
        pytest.param("2028-02-29", "Europe/Brussels", "2028-02-29 23:00", id="a leap day"),
        pytest.param("2026-03-31", "AoE", "2026-04-01 12:00", id="anywhere on Earth ends at noon UTC of the next day"),
        pytest.param("2026-03-31", "Pacific/Kiritimati", "2026-03-31 10:00", id="where the day begins first"),
        pytest.param("2026-03-31T23:59+05:30", "Europe/Brussels", "2026-03-31 18:30", id="an offset is that instant"),
    ],
)
def test_a_posting_is_open_until_the_end_of_its_deadline(deadline: str, zone: str, instant: str) -> None:
    assert closes_at(deadline, zone) == at(instant, "UTC")


def test_an_open_posting_is_closing_soon_from_the_start_of_the_seventh_day_before_its_last() -> None:
    life = lifecycle_of(posting("2026-03-31 17:00"), "Europe/Brussels", 365)
    soon = at("2026-03-24 00:00")
    assert [status_at(life, soon - TICK), status_at(life, soon)] == [Status.OPEN, Status.CLOSING_SOON]


@pytest.mark.parametrize(
    ("deadline", "zone", "soon"),
    [
        pytest.param("2026-03-31", "AoE", "2026-03-24 12:00", id="anywhere on Earth begins its days at noon UTC"),
        pytest.param("2026-04-01", "Europe/Brussels", "2026-03-24 23:00", id="the hour that spring takes is no matter"),
        pytest.param("2026-10-28", "Europe/Brussels", "2026-10-20 22:00", id="nor the hour that autumn gives"),
        pytest.param("2026-03-31", "Pacific/Kiritimati", "2026-03-23 10:00", id="where the day begins first"),
    ],
)
def test_closing_soon_begins_at_midnight_in_the_zone_of_the_deadline(deadline: str, zone: str, soon: str) -> None:
    made = replace(posting(deadline), timezone=zone)
    life = lifecycle_of(made, "Europe/Brussels" if zone == "AoE" else zone, 365)
    assert life.closing_soon_at == at(soon, "UTC")


def test_the_closing_that_comes_first_decides_for_good() -> None:
    early = Closed(on=parse_moment("2026-03-10"), because=Because.FILLED)
    late = Closed(on=parse_moment("2026-04-10"), because=Because.WITHDRAWN)
    after = at("2026-05-01 12:00")
    assert status_at(lifecycle_of(posting(closed=early), "Europe/Brussels", 365), after) is Status.FILLED
    assert status_at(lifecycle_of(posting(closed=late), "Europe/Brussels", 365), after) is Status.CLOSED


def test_a_posting_closed_on_a_day_is_closed_from_its_start() -> None:
    life = lifecycle_of(
        posting(closed=Closed(on=parse_moment("2026-03-10"), because=Because.WITHDRAWN)), "Europe/Brussels", 365
    )
    assert status_at(life, at("2026-03-10 00:00") - TICK) is Status.CLOSING_SOON
    assert status_at(life, at("2026-03-10 00:00")) is Status.WITHDRAWN


def test_a_rolling_posting_closes_after_its_day_of_review() -> None:
    life = lifecycle_of(posting("rolling", review_by="2026-06-30"), "Europe/Brussels", 365)
    assert status_at(life, at("2026-06-30 23:59")) is Status.CLOSING_SOON
    assert status_at(life, at("2026-07-01 00:00")) is Status.CLOSED


def test_the_archive_year_is_that_of_the_last_open_day() -> None:
    assert lifecycle_of(posting("2026-12-31"), "Europe/Brussels", 365).last_day == date(2026, 12, 31)


def test_a_closed_posting_is_archived_after_the_days_of_retention() -> None:
    life = lifecycle_of(posting("2026-03-31"), "Europe/Brussels", 30)
    assert status_at(life, life.closes_at + timedelta(days=30) - TICK) is Status.CLOSED
    assert status_at(life, life.closes_at + timedelta(days=30)) is Status.ARCHIVED


moments = st.builds(
    Moment,
    st.dates(date(2020, 1, 1), date(2030, 12, 31)),
    st.none() | st.builds(time, st.integers(0, 23), st.integers(1, 59)),
)
closings = st.none() | st.builds(Closed, on=moments, because=st.sampled_from([Because.FILLED, Because.WITHDRAWN]))


@st.composite
def lives(draw: st.DrawFn) -> object:
    first, last = sorted([draw(moments), draw(moments)], key=lambda moment: moment.starts_at(UTC))
    made = Posting(
        id="x", path="p", title="X", organisation=("o",), published=first, deadline=last, closed=draw(closings)
    )
    return lifecycle_of(made, draw(st.sampled_from(ZONES)), draw(st.integers(1, 800)))


def dt(year: int) -> datetime:
    return datetime(year, 1, 1)  # noqa: DTZ001 (a bound without a zone, as Hypothesis asks)


ORDER = [
    {Status.SCHEDULED},
    {Status.OPEN},
    {Status.CLOSING_SOON},
    {Status.CLOSED, Status.FILLED, Status.WITHDRAWN},
    {Status.ARCHIVED},
]


@given(
    life=lives(),
    instants=st.lists(st.datetimes(dt(2019), dt(2034), timezones=st.just(UTC)), min_size=2),
)
def test_status_never_goes_backwards_as_time_passes(life: object, instants: list[datetime]) -> None:
    steps = [
        next(number for number, step in enumerate(ORDER) if status_at(life, now) in step) for now in sorted(instants)
    ]
    assert steps == sorted(steps)


@given(life=lives())
def test_at_the_instant_of_closing_it_is_closed_and_one_microsecond_before_it_is_not(life: object) -> None:
    if life.opens_at < life.closes_at:
        assert status_at(life, life.closes_at - TICK).is_listed
    assert status_at(life, life.closes_at).is_closed or life.closes_at < life.opens_at


@given(day=st.dates(date(2020, 1, 1), date(2035, 12, 31)), zone=st.sampled_from(ZONES))
def test_the_end_of_a_day_is_the_next_midnight_on_the_clock(day: date, zone: str) -> None:
    end = Moment(day).ends_at(to_zone(zone)).astimezone(to_zone(zone))
    assert (end.date(), end.time()) == (day + timedelta(days=1), time.min)


@pytest.mark.parametrize(
    ("published", "closed", "zone", "closes_at"),
    [
        pytest.param("2026-01-01", "2026-01-01", "Europe/Brussels", "2025-12-31 23:00", id="days alone"),
        pytest.param("2026-01-01 10:00", "2026-01-01", "Europe/Brussels", "2026-01-01 09:00", id="the day of a minute"),
        pytest.param("2026-01-01 10:00", "2026-01-01 09:00", "Europe/Brussels", "2026-01-01 09:00", id="earlier"),
        pytest.param("2026-01-01 10:00", "2026-01-01 10:40", "Europe/Brussels", "2026-01-01 09:40", id="in the hour"),
        pytest.param("2026-01-01", "2026-01-01", "Pacific/Kiritimati", "2025-12-31 10:00", id="where days begin first"),
        pytest.param("2026-01-01", "2026-01-01", "America/St_Johns", "2026-01-01 03:30", id="in the west"),
    ],
)
def test_a_posting_withdrawn_on_the_day_it_was_published_is_so_from_the_start(
    published: str, closed: str, zone: str, closes_at: str
) -> None:
    """Its page appears when it was to, says so at once, and is in the archive of the year it was published in."""
    early = Closed(on=parse_moment(closed), because=Because.WITHDRAWN)
    life = lifecycle_of(posting("2026-03-31", published, early), zone, 365)
    assert (at(closes_at, "UTC"), date(2026, 1, 1)) == (life.closes_at, life.last_day)
    assert life.opens_at <= life.closes_at
    assert status_at(life, life.opens_at - TICK) is Status.SCHEDULED
    assert status_at(life, life.closes_at) is Status.WITHDRAWN
    assert life.opens_at == life.closes_at or status_at(life, life.opens_at).is_listed
