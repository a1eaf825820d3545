"""Moments: which texts are dates, what is proposed for others, and the instants a day begins and ends at."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.board.status import to_zone
from jobboard.model.moment import Moment, NotAMomentError, parse_moment
from tests.helpers import at

BRUSSELS = ZoneInfo("Europe/Brussels")
DAY = date(2026, 3, 31)
TWO_DIGITS = "a time has two digits for the hour and two for the minute: 09:00, 23:59"
MIDNIGHT = "midnight can mean either end of a day; write the last day with its minute, like 2026-03-31 23:59"
YEAR_FIRST = "write the year first: year-month-day"
FIGURES = "write the day in figures, year first: 2026-03-31"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("2026-03-31", Moment(DAY), id="day"),
        pytest.param(" 2026-03-31 ", Moment(DAY), id="spaces-around"),
        pytest.param("2024-02-29", Moment(date(2024, 2, 29)), id="leap-day"),
        pytest.param("1900-01-01", Moment(date(1900, 1, 1)), id="earliest"),
        pytest.param("2200-12-31", Moment(date(2200, 12, 31)), id="latest"),
        pytest.param("2026-03-31 23:59", Moment(DAY, time(23, 59)), id="minute"),
        pytest.param("2026-03-31T23:59", Moment(DAY, time(23, 59)), id="iso-minute"),
        pytest.param("2026-03-31 09:00:00", Moment(DAY, time(9)), id="full-minute"),
        pytest.param("2026-03-31 00:00", Moment(DAY, time(0)), id="start-of-a-day"),
        pytest.param("2026-03-31T12:00Z", Moment(DAY, time(12), timedelta(0)), id="utc"),
        pytest.param("2026-03-31T12:00+02:00", Moment(DAY, time(12), timedelta(hours=2)), id="east"),
        pytest.param("2026-03-31 12:00 -0430", Moment(DAY, time(12), timedelta(hours=-4, minutes=-30)), id="west"),
    ],
)
def test_a_date_is_read_as_written(text: str, expected: Moment) -> None:
    assert expected == parse_moment(text)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        pytest.param("", FIGURES, id="nothing"),
        pytest.param("end of March", FIGURES, id="words"),
        pytest.param("31 March 2026", FIGURES, id="month-by-name"),
        pytest.param("2026", FIGURES, id="year"),
        pytest.param("2026-03", FIGURES, id="month"),
        pytest.param("26-03-31", FIGURES, id="short-year"),
        pytest.param("2026-3-31", FIGURES, id="short-month"),
        pytest.param("20260331", FIGURES, id="without-hyphens"),
        pytest.param("2026-W14-2", FIGURES, id="week"),
        pytest.param("2026-03-31 23:59 CET", TWO_DIGITS, id="zone-by-name"),
        pytest.param("31.02.2024", YEAR_FIRST, id="dots"),
        pytest.param("03/04/2026", YEAR_FIRST, id="slashes"),
        pytest.param("3-4-2026", YEAR_FIRST, id="day-first"),
        pytest.param("2026-02-30", "there is no such day as 2026-02-30", id="no-such-day"),
        pytest.param("2025-02-29", "there is no such day as 2025-02-29", id="no-leap-year"),
        pytest.param("2026-13-01 12:00", "there is no such day as 2026-13-01", id="no-such-month"),
        pytest.param("0000-01-01", "there is no such day as 0000-01-01", id="year-nought"),
        pytest.param("0206-03-31", "a year between 1900 and 2200 is meant, surely", id="roman-year"),
        pytest.param("2201-01-01", "a year between 1900 and 2200 is meant, surely", id="far-year"),
        pytest.param(
            "2026-03-31 24:00", "for the end of that day write '2026-03-31 23:59', or just 2026-03-31", id="24-00"
        ),
        pytest.param("2026-03-31 25:00", "there is no such time as 25:00", id="hour-25"),
        pytest.param("2026-03-31 23:60", "there is no such time as 23:60", id="minute-60"),
        pytest.param("2026-03-31 9:00", TWO_DIGITS, id="short-hour"),
        pytest.param("2026-03-31 5pm", TWO_DIGITS, id="pm"),
        pytest.param("2026-03-31 17h30", TWO_DIGITS, id="french-time"),
        pytest.param("2026-03-31 23:59:59", TWO_DIGITS, id="seconds"),
        pytest.param("29 February at midnight", MIDNIGHT, id="midnight"),
        pytest.param("2026-03-31 Midnight", MIDNIGHT, id="midnight-with-capital"),
        pytest.param("31 mars à minuit", MIDNIGHT, id="minuit"),
        pytest.param("31 de marzo a medianoche", MIDNIGHT, id="medianoche"),
        pytest.param("２０２６-03-31", FIGURES, id="full-width-digits"),
        pytest.param("٢٠٢٦-٠٣-٣١", FIGURES, id="arabic-digits"),
    ],
)
def test_what_is_no_date_is_refused_with_a_proposal(text: str, hint: str) -> None:
    with pytest.raises(NotAMomentError) as caught:
        parse_moment(text)
    assert hint == caught.value.hint


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-03-31", "2026-03-31"),
        ("2026-03-31T09:05Z", "2026-03-31 09:05"),
        (" 2026-03-31 23:59:00 ", "2026-03-31 23:59"),
    ],
)
def test_a_moment_is_shown_without_seconds_and_offset(text: str, expected: str) -> None:
    assert expected == str(parse_moment(text))


MOMENTS = st.builds(
    Moment,
    st.dates(date(1900, 1, 1), date(2200, 12, 31)),
    st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0)),
)


@given(MOMENTS)
def test_a_moment_that_is_written_out_is_read_back(moment: Moment) -> None:
    assert moment == parse_moment(str(moment))


@given(
    MOMENTS,
    st.sampled_from(["Europe/Brussels", "America/St_Johns", "Pacific/Apia", "Australia/Lord_Howe", "UTC", "AoE"]),
)
def test_a_moment_ends_after_it_starts(moment: Moment, zone: str) -> None:
    assert moment.starts_at(to_zone(zone)) < moment.ends_at(to_zone(zone))


@pytest.mark.parametrize(
    ("text", "zone", "starts", "ends"),
    [
        pytest.param("2026-03-02", "Europe/Brussels", "2026-03-01T23:00Z", "2026-03-02T23:00Z", id="day-in-winter"),
        pytest.param("2026-07-01", "Europe/Brussels", "2026-06-30T22:00Z", "2026-07-01T22:00Z", id="day-in-summer"),
        pytest.param("2026-03-29", "Europe/Brussels", "2026-03-28T23:00Z", "2026-03-29T22:00Z", id="day-of-23-hours"),
        pytest.param("2026-10-25", "Europe/Brussels", "2026-10-24T22:00Z", "2026-10-25T23:00Z", id="day-of-25-hours"),
        pytest.param(
            "2026-03-29 01:59", "Europe/Brussels", "2026-03-29T00:59Z", "2026-03-29T01:00Z", id="last-minute-of-winter"
        ),
        pytest.param(
            "2026-03-29 03:00", "Europe/Brussels", "2026-03-29T01:00Z", "2026-03-29T01:01Z", id="first-minute-of-summer"
        ),
        pytest.param(
            "2026-10-25 02:59", "Europe/Brussels", "2026-10-25T00:59Z", "2026-10-25T01:00Z", id="the-first-of-two-hours"
        ),
        pytest.param(
            "2026-10-25 03:00", "Europe/Brussels", "2026-10-25T02:00Z", "2026-10-25T02:01Z", id="first-minute-of-winter"
        ),
        pytest.param(
            "2026-03-31 23:59", "Europe/Brussels", "2026-03-31T21:59Z", "2026-03-31T22:00Z", id="last-minute-of-a-day"
        ),
        pytest.param("2026-03-31", "AoE", "2026-03-31T12:00Z", "2026-04-01T12:00Z", id="anywhere-on-earth"),
        pytest.param(
            "2026-03-31 23:59", "AoE", "2026-04-01T11:59Z", "2026-04-01T12:00Z", id="minute-anywhere-on-earth"
        ),
        pytest.param(
            "2026-03-31", "Pacific/Kiritimati", "2026-03-30T10:00Z", "2026-03-31T10:00Z", id="where-a-day-begins-first"
        ),
        pytest.param("2026-03-31T12:00Z", "Europe/Brussels", "2026-03-31T12:00Z", "2026-03-31T12:01Z", id="own-offset"),
        pytest.param(
            "2026-03-31T12:00-04:30", "AoE", "2026-03-31T16:30Z", "2026-03-31T16:31Z", id="own-offset-anywhere"
        ),
    ],
)
def test_a_moment_begins_and_ends_by_the_clocks_of_its_zone(text: str, zone: str, starts: str, ends: str) -> None:
    moment = parse_moment(text)
    assert datetime.fromisoformat(starts) == moment.starts_at(to_zone(zone))
    assert datetime.fromisoformat(ends) == moment.ends_at(to_zone(zone))
    assert moment.starts_at(to_zone(zone)).tzinfo is UTC


def test_a_minute_that_the_clocks_leave_out_still_ends_after_it_starts() -> None:
    moment = parse_moment("2026-03-29 02:30")
    assert at("2026-03-29 01:59") < moment.starts_at(BRUSSELS) < moment.ends_at(BRUSSELS) <= at("2026-03-29 03:31")


def test_moments_of_one_day_differ_by_their_time_and_offset() -> None:
    moments = {Moment(DAY), Moment(DAY, time(0)), Moment(DAY, time(0), timedelta(0))}
    assert len(moments) == 3


def test_the_helper_for_instants_speaks_of_brussels() -> None:
    assert datetime(2026, 3, 31, 10, tzinfo=UTC) == at("2026-03-31 12:00")
    assert datetime(2026, 3, 31, 12, tzinfo=timezone(timedelta(hours=-3))) == at("2026-03-31 12:00", "America/Halifax")
