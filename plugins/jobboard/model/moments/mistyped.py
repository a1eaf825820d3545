"""A text that is no date or time in, what to write instead out.

Whatever can be read in one way only is proposed as it should be written. What can be read in two, `03/04/2026`, is
named in both. Nothing is taken for granted: the author writes it.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from datetime import date

from jobboard.model.moments.loose_dates import date_of, day_in, two_readings, why_not_that_day
from jobboard.model.moments.not_a_moment import MidnightError, NotAMomentError, RangeError
from jobboard.model.texts import tongues
from jobboard.source.language.tongues.known import telling, words_of
from jobboard.source.message import UNSAID, Phrase, Value, phrase

FIGURES = phrase("write the day in figures, year first: 2026-03-31")


_LONGEST = 100
"""Characters of a text in which a moment is looked for."""

_DASH = r"[-\u2010-\u2015\u2212/~]"
_TO = rf"(?:\s*{_DASH}+\s*|\s+(?:{words_of('through')})\s+)"
_TIME = (
    r"(?P<hour>[0-9]{1,2})(?:\s?[:.h]\s?(?P<minute>[0-9]{2})?|(?P<compact>[0-9]{2})(?![0-9]))?"
    r"(?::(?P<second>[0-9]{2})(?:[.,][0-9]+)?)?"
    rf"\s*(?P<half>[ap]\.?\s?m\.?)?(?:\s*(?:{words_of('hours')}|h)\b\.?)?"
)
_OPENING = re.compile(rf"(?:{words_of('before_day')})\s+", re.IGNORECASE)
_BEFORE_TIME = re.compile(rf"[\s,;T]*(?:(?:{words_of('before_hour')})\s+)?", re.IGNORECASE)
_CLOCK = re.compile(rf"{_TIME}(?P<zone>.*)", re.DOTALL | re.IGNORECASE)
_TWO_CLOCKS = re.compile(rf"{_TIME}{_TO}{_TIME.replace('?P<', '?P<last_')}\s*(?:\(?[A-Z]{{2,5}}\)?)?", re.IGNORECASE)
_SHORT_YEAR = re.compile(r"[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}(?![0-9])")
_DAYS_OF_A_YEAR = re.compile(
    rf"(?P<first>[0-9]{{1,2}})(?:{words_of('ordinals')}|\.)?(?P<month> [^\W\d_]{{3,}}\.?)??"
    rf"{_TO}(?P<rest>[0-9]{{1,2}}\D.*)"
)
_EITHER_END = telling(words_of("midnight"))
_NOON = re.compile(rf"(?:12 )?(?:{words_of('noon')})", re.IGNORECASE)
_END_OF_DAY = re.compile(rf"\W*(?:{words_of('whole_day')})\W*", re.IGNORECASE)
_OFFSET = re.compile(r"(?:UTC|GMT)?\s*(?P<sign>[+\u2212-])\s*(?P<hours>[0-9]{1,2})(?::?(?P<minutes>[0-9]{2}))?")


def explain(text: str) -> NotAMomentError:
    """Why `text` is no moment, and what to write instead."""
    text = " ".join(text.split())
    if len(text) > _LONGEST:
        return NotAMomentError(FIGURES)
    if any(word in text.lower() for word in _EITHER_END):
        hint = phrase(
            "midnight can mean either end of a day; write the last day with its minute, like 2026-03-31 23:59"
        )
        return MidnightError(hint)
    try:
        return _range(text) or _one(_bare(text))
    except NotAMomentError as error:
        return error


def explain_offset(offset: str, day: date, at: dt.time) -> NotAMomentError:
    """Why `offset`, as typed behind a time, is that of no clock on Earth; behind a hyphen it may end a range."""
    typed = f"{day} {at:%H:%M}"
    last = _clock_of(int(offset[1:3]), int(offset[-2:]))
    if offset[0] == "-" and last is not None:
        return RangeError(typed, f"{day} {last:%H:%M}")
    return NotAMomentError(
        phrase(
            "no zone is off by %(offset)s; write %(typed)s, and the zone's name in 'timezone'",
            offset=offset,
            typed=typed,
        )
    )


def _range(text: str) -> RangeError | None:
    """Two moments, as people join them: by a dash, a stroke or a word."""
    text = _bare(text)
    found = day_in(text)
    hours = _TWO_CLOCKS.fullmatch(_BEFORE_TIME.sub("", found[1], count=1)) if found else None
    if found and hours:
        first, last = _hour_of(hours), _hour_of(hours, "last_")
        return RangeError(f"{found[0]} {first:%H:%M}", f"{found[0]} {last:%H:%M}") if first and last else None
    for joint in re.finditer(_TO, text, re.IGNORECASE):
        begins, ends = _whole(text[: joint.start()]), text[joint.end() :]
        if begins and (over := _whole(ends) or _day_of_same_month(begins, ends)):
            return RangeError(begins, over)
    if days := _DAYS_OF_A_YEAR.fullmatch(text):
        return _range_within_a_year(days)
    return None


def _day_of_same_month(first: str, last: str) -> str:
    """The day `10` behind `2026-06-08`, written out."""
    return f"{first[:8]}{last}" if re.fullmatch("[0-9]{2}", last) and date_of(*_ints(f"{first[:8]}{last}")) else ""


def _ints(day: str) -> tuple[int, int, int]:
    return int(day[:4]), int(day[5:7]), int(day[8:10])


def _range_within_a_year(days: re.Match[str]) -> RangeError | None:
    """`8-10 June 2026` and `8 June to 10 June 2026`, whose first day lacks what the last one says."""
    last = day_in(days["rest"])
    if last is None:
        return None
    named = day_in(f"{days['first']}{days['month']} {last[0].year}") if days["month"] else None
    first = named[0] if named else date_of(last[0].year, last[0].month, int(days["first"]))
    return RangeError(str(first), str(last[0])) if first and not (days["month"] and named is None) else None


def _one(text: str) -> NotAMomentError:
    """The proposal for a text that is meant as one moment."""
    if _SHORT_YEAR.match(text) and not re.match("[0-9]{4}", text):
        return NotAMomentError(phrase("write the year with four digits, and first: 2026-03-31"))
    if re.fullmatch("[0-9]{4}(?:-[0-9]{1,2})?", text):
        return NotAMomentError(phrase("name the day, too: 2026-03-31"))
    if both := two_readings(text):
        return both
    found = day_in(text)
    if found is None:
        return NotAMomentError(FIGURES)
    day, rest = found
    reason, written = _time_of(rest, day)
    if not text.startswith(day.isoformat()):
        reason = why_not_that_day(text)
    if not reason:
        return NotAMomentError(phrase("write %(written)s", written=written))
    return NotAMomentError(phrase("%(reason)s: write %(written)s", reason=reason, written=written))


def _time_of(rest: str, day: date) -> tuple[Phrase, Value]:
    """What is unusual about the time behind a day, and both as they should be written."""
    text = _BEFORE_TIME.sub("", rest, count=1).strip()
    if not text or _END_OF_DAY.fullmatch(text):
        return phrase("a day counts whole") if text else UNSAID, str(day)
    if _NOON.fullmatch(text):
        return phrase("a time is written in figures"), f"{day} 12:00"
    if rest.strip() in ("Z", "UTC") or rest.strip().startswith("+"):
        return phrase("a day has no zone of its own"), str(day)
    found = _CLOCK.fullmatch(text)
    at = _hour_of(found) if found else None
    if found is None or at is None:
        return phrase("a day stands alone, or with its minute"), phrase("%(day)s, or %(day)s 23:59", day=str(day))
    zone = found["zone"].strip(" ()[]")
    reason, suffix = _zone_behind(zone) if zone else (UNSAID, "")
    return _why_not_that_time(found, text, reason), f"{day} {at:%H:%M}{suffix}"


def _why_not_that_time(found: re.Match[str], text: str, reason: Phrase) -> Phrase:
    if found["second"]:
        return phrase("seconds are left out")
    if found["half"]:
        return phrase("the day has 24 hours")
    is_written_right = re.match("[0-9]{2}:[0-9]{2}(?![0-9:])", text) is not None
    if not is_written_right:
        return phrase("a time has two digits for the hour and two for the minute")
    return reason or phrase("one space stands between the day and its minute")


def _zone_behind(zone: str) -> tuple[Phrase, str]:
    """What is unusual about a zone behind a time: named, by an abbreviation, or as an offset in another form."""
    if zone.upper() in ("Z", "UTC", "GMT"):
        return phrase("UTC is written Z, not %(zone)s", zone=zone), "Z"
    if offset := _OFFSET.fullmatch(zone):
        sign = "+" if offset["sign"] == "+" else "-"
        return phrase("an offset is written +01:00"), f"{sign}{int(offset['hours']):02}:{offset['minutes'] or '00'}"
    return phrase("a time stands without its zone (%(zone)s), which is named in 'timezone'", zone=zone), ""


def _whole(text: str) -> str:
    """A text that names one moment, as it should be written; empty for any other."""
    text = _bare(text.strip())
    found = day_in(text)
    if found is None or two_readings(text):
        return ""
    written = str(_time_of(found[1], found[0])[1])
    return "" if "," in written else written


def _hour_of(found: re.Match[str], prefix: str = "") -> dt.time | None:
    hour, minute = int(found[f"{prefix}hour"]), int(found[f"{prefix}minute"] or found[f"{prefix}compact"] or 0)
    half = (found[f"{prefix}half"] or "").lower()[:1]
    if half and not 1 <= hour <= 12:
        return None
    if half and hour == 12:  # noon to some, midnight to others
        raise NotAMomentError(phrase("'12 am' and '12 pm' are read in two ways; write 12:00 for noon, or 23:59"))
    return _clock_of(hour + 12 if half == "p" else hour, minute)


@functools.lru_cache(maxsize=256)
def _clock_of(hour: int, minute: int) -> dt.time | None:
    try:
        return dt.time(hour, minute)
    except ValueError:
        return None


def _bare(text: str) -> str:
    """A text without the words and the weekday it begins with: `from Tuesday 31 March 2026`."""
    text = _OPENING.sub("", text, count=1) if _OPENING.match(text) else text
    first, _, rest = text.partition(" ")
    return rest.strip() if tongues.folded(first.strip(",")) in tongues.known_names(tongues.weekdays) else text
