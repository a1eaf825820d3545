"""The sessions of an event, and what is true of any stretch of time that an author writes as `starts` and `ends`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import ClassVar

from jobboard.model.fields.field import FieldType, InvalidError, Shared, declared
from jobboard.model.fields.input import Input
from jobboard.model.fields.lists import list_of
from jobboard.model.fields.record import Where, record_type
from jobboard.model.fields.values import LINE, moment_type, scalar_type
from jobboard.model.moments.moment import Moment, parse_moment
from jobboard.model.moments.not_a_moment import MidnightError, Side
from jobboard.source.message import Phrase, message, phrase

HOUR_MISSING = message(
    "event-hour-missing", "%(ends)s with starts: %(starts)s: one of them has an hour, and the other has none"
)
ENDS_WHEN_IT_STARTS = message("event-without-duration", "%(ends)s is when it starts (%(starts)s)")
ENDS_BEFORE_IT_STARTS = message("event-ends-first", "%(ends)s is before it starts (%(starts)s)")

STARTS: FieldType[Moment] = moment_type(Side.STARTS)


def _end(text: str) -> Moment:
    """A day, or the minute it is over at: 00:00 is the end of the day before, and 24:00 is written so."""
    stripped = text.strip()
    day = stripped[:10]
    if stripped[10:11] in (" ", "T") and stripped[11:13] == "24":
        parsed = parse_moment(day)
        raise InvalidError(_midnight_after(parsed.day))
    try:
        return parse_moment(text)
    except MidnightError:
        hint = phrase("midnight can mean either end of a day; write the day that begins, like 2027-03-05 00:00")
        raise InvalidError(hint) from None


def _midnight_after(day: date) -> Phrase:
    """How to write the end of that day as an hour."""
    return phrase("for midnight at the end of that day write '%(day)s 00:00'", day=str(day + timedelta(days=1)))


ENDS: FieldType[Moment] = scalar_type(
    _end,
    "date-expected",
    phrase("a date like 2027-03-05, or 2027-03-05 16:00"),
    {"type": "string", "format": "date"},
    side=Side.ENDS,
    asked=Input.MOMENT,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSession:
    """One of several times at which an event is held."""

    EXAMPLE: ClassVar = ("starts", "ends")

    starts: Moment = declared(
        STARTS,
        "First day, or the minute it begins.",
        '"2027-03-04 14:00"',
        required=phrase("say when the session starts: {starts: 2027-03-04}"),
        also="start start_date starts_at begin begins when from date debut inicio",
        shared=Shared.SAME,
    )
    ends: Moment | None = declared(
        ENDS,
        "Last day (it counts whole), or the minute it is over.",
        '"2027-03-04 16:00"',
        also="end end_date ends_at finish finishes until to fin",
        shared=Shared.SAME,
    )
    title: str | None = declared(
        LINE,
        "What it is about, where that is not the same each time.",
        "What a budget says",
        also="name theme topic label subject titre titulo nom nombre",
    )

    def check(self, where: Where) -> None:
        check_span(self.starts, self.ends, where)


SESSIONS: FieldType[tuple[EventSession, ...]] = list_of(record_type(EventSession, phrase("when it starts and ends")))


def check_span(starts: Moment | None, ends: Moment | None, where: Where) -> None:
    """A stretch of time that is over before it begins, or of which one end has an hour and the other none."""
    if starts is None or ends is None or not (where.has("starts") and where.knows("starts") and where.knows("ends")):
        return
    if (starts.time is None) is not (ends.time is None):
        where.problem(
            "ends",
            HOUR_MISSING(ends=str(ends), starts=str(starts)),
            phrase("give both an hour, or both the day alone"),
        )
    elif _ends_first(starts, ends):
        message = ENDS_WHEN_IT_STARTS if ends == starts else ENDS_BEFORE_IT_STARTS
        where.problem("ends", message(ends=str(ends), starts=str(starts)), _way_out(starts, ends))


def _ends_first(starts: Moment, ends: Moment) -> bool:
    """By the clock on the wall. Hours with an offset of their own are compared once the zone is known (board)."""
    if starts.offset is not None or ends.offset is not None:
        return False
    return ends < starts or (ends.time is not None and ends == starts)


def _way_out(starts: Moment, ends: Moment) -> Phrase:
    if ends.time == time.min and ends.day == starts.day:
        return _midnight_after(ends.day)
    return phrase("exchange them, or correct one of them")
