"""Moments: which texts are dates, what is proposed for others, and the instants a day begins and ends at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jobboard.board.status import to_zone
from jobboard.model.moments.moment import Moment, NotAMomentError, parse_moment
from jobboard.model.moments.not_a_moment import RangeError
from tests.helpers import at

BRUSSELS = ZoneInfo("Europe/Brussels")
DAY = date(2026, 3, 31)
MIDNIGHT = "midnight can mean either end of a day; write the last day with its minute, like 2026-03-31 23:59"
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
        pytest.param("2026-W14-2", FIGURES, id="week"),
        pytest.param("0000-01-01", "there is no such day as 0000-01-01", id="year-nought"),
        pytest.param("0206-03-31", "a year between 1900 and 2200 is meant, surely", id="roman-year"),
        pytest.param("2201-01-01", "a year between 1900 and 2200 is meant, surely", id="far-year"),
        pytest.param("2025-02-29", "there is no such day as 2025-02-29", id="no-leap-year"),
        pytest.param("2026-03-31 25:00", "there is no such time as 25:00", id="hour-25"),
        pytest.param("31 mars à minuit", MIDNIGHT, id="minuit"),
        pytest.param("31 de marzo a medianoche", MIDNIGHT, id="medianoche"),
        pytest.param("٢٠٢٦-٠٣-٣١", FIGURES, id="arabic-digits"),
        pytest.param("31 listopad 2026", FIGURES, id="a-name-that-is-two-months"),
    ],
)
def test_what_is_no_date_is_refused_with_a_proposal(text: str, hint: str) -> None:
    """The other mistakes are rows of `tests/mistakes/moments.txt`."""
    with pytest.raises(NotAMomentError) as caught:
        parse_moment(text)
    assert hint == caught.value.hint


TYPED = [
    *("2026-03-31", "2026-3-31", "31/3/2026", "31.03.2026", "31 March 2026", "March 31, 2026", "31 mars 2026"),
    *("31 de marzo de 2026", "31. März 2026", "20260331", "2026/03/31", "Tuesday 31 March 2026", "31-Mar-2026"),
]
CLOCKS = ["", " 9:30", " 9h30", ", 09:30", " at 9:30", " 9.30 CET", " 09:30:00.000", " 9:30 am", "T09:30:59Z"]


@pytest.mark.parametrize("clock", CLOCKS)
@pytest.mark.parametrize("day", TYPED)
def test_what_is_proposed_is_a_moment_and_the_one_that_was_typed(day: str, clock: str) -> None:
    try:
        moment = parse_moment(day + clock)
    except NotAMomentError as error:
        moment = parse_moment(str(error.hint).rpartition("write ")[2])
    assert (DAY, time(9, 30) if clock else None) == (moment.day, moment.time)


JOINTS = ["-", " - ", "–", " – ", "/", " to ", " à ", " until ", " y ", " bis "]
RANGES = [
    *(
        (f"2026-06-08 {first}{{}}{last}", "2026-06-08 09:30", "2026-06-08 12:30")
        for first, last in (("09:30", "12:30"), ("9.30", "12.30"), ("9h30", "12h30"), ("9:30am", "12:30"))
    ),
    ("2026-06-08{}2026-06-10", "2026-06-08", "2026-06-10"),
    ("2026-06-08 09:30{}2026-06-10 12:00", "2026-06-08 09:30", "2026-06-10 12:00"),
    ("8{}10 June 2026", "2026-06-08", "2026-06-10"),
    ("8 June{}10 June 2026", "2026-06-08", "2026-06-10"),
    ("8 June 2026{}10 June 2026", "2026-06-08", "2026-06-10"),
]


@pytest.mark.parametrize("joint", JOINTS)
@pytest.mark.parametrize(("typed", "first", "last"), RANGES, ids=[each[0] for each in RANGES])
def test_a_range_is_known_as_one_with_both_its_ends(typed: str, joint: str, first: str, last: str) -> None:
    with pytest.raises(RangeError) as caught:
        parse_moment(typed.format(joint))
    assert (first, last) == (caught.value.first, caught.value.last)


def test_an_offset_is_taken_only_where_some_clock_has_it() -> None:
    for minutes in range(-24 * 60 + 1, 24 * 60):
        text = f"2026-06-08 09:30{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
        if -12 * 60 <= minutes <= 14 * 60 and minutes % 15 == 0:
            assert timedelta(minutes=minutes) == parse_moment(text).offset
        else:
            with pytest.raises(NotAMomentError):
                parse_moment(text)


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
    assume(not moment.is_missing(to_zone(zone)))
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
            "2026-10-25 02:59",
            "Europe/Brussels",
            "2026-10-25T00:59Z",
            "2026-10-25T02:00Z",
            id="a-minute-that-comes-twice",
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


def test_a_minute_that_the_clocks_leave_out_is_missing_and_stands_for_when_they_jump() -> None:
    moment = parse_moment("2026-03-29 02:30")
    assert moment.is_missing(BRUSSELS)
    assert at("2026-03-29 03:00") == moment.starts_at(BRUSSELS) == moment.ends_at(BRUSSELS)
    assert not parse_moment("2026-03-29 02:30+01:00").is_missing(BRUSSELS)


def test_moments_of_one_day_differ_by_their_time_and_offset() -> None:
    moments = {Moment(DAY), Moment(DAY, time(0)), Moment(DAY, time(0), timedelta(0))}
    assert len(moments) == 3


def test_the_helper_for_instants_speaks_of_brussels() -> None:
    assert datetime(2026, 3, 31, 10, tzinfo=UTC) == at("2026-03-31 12:00")
    assert datetime(2026, 3, 31, 12, tzinfo=timezone(timedelta(hours=-3))) == at("2026-03-31 12:00", "America/Halifax")


MINUTE = timedelta(minutes=1)
ZONES = sorted(name for name in available_timezones() if "/" in name)
ODD_JUMPS = [
    ("America/St_Johns", "2010-11-07"),  # back at 00:01, so that midnight comes twice
    ("America/Havana", "2024-11-03"),  # back at 01:00 to 00:00
    ("America/Sao_Paulo", "2018-11-04"),  # on at midnight, so that the day begins at 01:00
    ("America/Sao_Paulo", "2018-02-17"),  # back at midnight, so that its last hour comes twice
    ("Australia/Lord_Howe", "2025-04-06"),  # by half an hour
    ("Pacific/Apia", "2011-12-30"),  # a day left out
    ("Pacific/Kwajalein", "1993-08-21"),  # another
    ("Pacific/Apia", "2011-12-29"),
]


def _jumps(zone: ZoneInfo) -> Iterator[datetime]:
    """Every instant (UTC) from 2024 to 2028 at which the clocks of a zone jump."""
    week, now = timedelta(days=7), datetime(2024, 1, 1, tzinfo=UTC)
    while now.year < 2028:
        early, late = now, now + week
        if early.astimezone(zone).utcoffset() != late.astimezone(zone).utcoffset():
            while late - early > MINUTE:
                middle = early + ((late - early) // 2 // MINUTE) * MINUTE
                is_before = middle.astimezone(zone).utcoffset() == now.astimezone(zone).utcoffset()
                early, late = (middle, late) if is_before else (early, middle)
            yield late
        now += week


def _check_day(day: date, zone: ZoneInfo) -> None:
    """A day and each of its minutes, against the clocks of the zone read minute by minute."""
    start = datetime.combine(day, time.min, UTC) - timedelta(hours=40)
    shown: dict[datetime, list[datetime]] = {}
    for number in range(92 * 60):
        instant = start + number * MINUTE
        shown.setdefault(instant.astimezone(zone).replace(tzinfo=None, fold=0), []).append(instant)
    wall = [datetime.combine(day, time.min) + number * MINUTE for number in range(24 * 60)]
    read = [each for each in wall if each in shown]
    assert Moment(day).is_missing(zone) is not bool(read)
    if read:
        assert Moment(day).starts_at(zone) == min(shown[each][0] for each in read)
        last = max((shown[each][-1] for each in read), key=lambda at: at.astimezone(zone).time())
        assert Moment(day).ends_at(zone) == shown.get(wall[-1], [last])[-1] + MINUTE
    for each in wall:
        moment = Moment(day, each.time())
        assert moment.is_missing(zone) is (each not in shown)
        if each in shown:
            assert (moment.starts_at(zone), moment.ends_at(zone)) == (shown[each][0], shown[each][-1] + MINUTE)


@pytest.mark.parametrize(("name", "day"), ODD_JUMPS)
def test_every_minute_of_an_odd_day_is_what_the_clocks_show(name: str, day: str) -> None:
    _check_day(date.fromisoformat(day), ZoneInfo(name))


@pytest.mark.parametrize("name", ZONES)
def test_around_every_jump_of_every_zone_a_minute_is_what_the_clocks_show(name: str) -> None:
    """Of one that comes twice a deadline means the later, all else the earlier; one that never comes is missing."""
    zone = ZoneInfo(name)
    for jump in _jumps(zone):
        around = [jump + number * MINUTE for number in range(-130, 131)]
        shown: dict[datetime, list[datetime]] = {}
        for instant in around:
            shown.setdefault(instant.astimezone(zone).replace(tzinfo=None, fold=0), []).append(instant)
        first, last = min(shown), max(shown)
        for number in range((last - first) // MINUTE + 1):
            wall = first + number * MINUTE
            moment = Moment(wall.date(), wall.time())
            assert moment.is_missing(zone) is (wall not in shown)
            if 3 < number < (last - first) // MINUTE - 63 and wall in shown:
                assert (moment.starts_at(zone), moment.ends_at(zone)) == (shown[wall][0], shown[wall][-1] + MINUTE)
