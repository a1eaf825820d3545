"""Dates of feeds and exports as front matter has them: `2024-03-05 14:30+01:00`, the instant and the wall clock both.

A date is exact or there is none: what can be read in two ways, or not as a whole, is not read. Seconds are cut, since a
board is true to the minute. A date out of the years a field may name is no date, nor is the first day of Unix time,
which programs write where they know none.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

from jobboard.importing.sources.date_words import days_of, month_of, offset_of
from jobboard.model.moments.moment import NotAMomentError, parse_moment
from jobboard.source.language.tongues.known import TONGUES, words_of

_NO_DATE = "0000-00-00"
_NO_DAYS = (date(1970, 1, 1), date(1969, 12, 31))
_WIDEST = timedelta(hours=15)
"""No clock on Earth is further from UTC."""

_COMMENT = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_UNIX = re.compile(r"([0-9]{9,10})(?:[0-9]{3})?(?:\.[0-9]+)?")
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})T?([0-9]{2})([0-9]{2})(?:[0-9]{2}(?:[.,][0-9]+)?)?(?![0-9])")
_UHR = TONGUES["de"].hours
"""The one word for an hour that tells a time in `14.30 Uhr` from a day."""

_TIME = re.compile(
    r"(?:(?<=[0-9])T|(?<![0-9.:/+-]))"
    rf"(?:([0-9]{{1,2}})(?::|h|\.(?=[0-9]{{2}}\s*{_UHR}))([0-9]{{2}})(?:(?::|m)([0-9]{{2}})(?:[.,][0-9]+)?s?)?"
    rf"|([0-9]{{1,2}})(?=\s*(?:[ap]\.?\s?m\b|h\b|{_UHR}\b)))\s*(?:([ap])\.?\s?m\b\.?|h\b|{_UHR}\b)?",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"\s*(?:(?:GMT|UTC)?\s?([+\u2212-])([0-9]{1,2})(?::?([0-9]{2}))?(?![0-9])|((?:[A-Za-z_]+/)+[A-Za-z_+-]+|[A-Za-z]{1,5}\b))",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})|([0-9]{4})([0-9]{2})([0-9]{2})")
_IN_CHARACTERS = re.compile(r"([0-9]{4})\s?[年년]\s?([0-9]{1,2})\s?[月월]\s?([0-9]{1,2})\s?[日일]")
_YEAR_LAST = re.compile(r"([0-9]{1,2})([./-])\s?([0-9]{1,2})\2\s?([0-9]{4})")
_DAY_ZONE = re.compile(r"(?<=[0-9]{2}-[0-9]{2})(?:Z|[+-][0-9]{2}:[0-9]{2})$")
_ORDINAL = re.compile(rf"([0-9]{{1,2}})(?:{words_of('ordinals')}|{words_of('more_ordinals')}|º|ª|°|\.)?", re.IGNORECASE)
_BETWEEN = frozenset(words_of("around_day").split("|"))
"""Words around a date that say nothing of it."""

_QUARTERS = (0, 15, 30, 45)


def from_feed(typed: str) -> str:
    """The date of a feed's entry, on its own clock and with its own offset; empty if it is not certain.

    A date without a time stays one; a time without a zone is taken for the item's wall clock.
    """
    text = " ".join(_COMMENT.sub(" ", typed.replace("\u202f", " ")).split())
    try:
        return _unix(text) or _compact(text) or _read(text)
    except (ValueError, OverflowError):
        return ""


def from_wordpress(local: str, gmt: str) -> str:
    """A date WordPress tells twice, on the site's clock and in UTC; their difference is the offset.

    A draft has no UTC date: then it is the site's clock alone. Without either, and where they contradict each other,
    it is empty.
    """
    here, there = _wall_clock(local), _wall_clock(gmt)
    if here is None:
        return "" if there is None else _text(there.replace(tzinfo=UTC))
    if there is None:
        return _text(here)
    if abs(here - there) > _WIDEST:
        return ""
    offset = timedelta(minutes=round((here - there).total_seconds() / 60))
    return _text(here.replace(tzinfo=timezone(offset)) if _is_real(offset) else there.replace(tzinfo=UTC))


def is_later(one: str, other: str) -> bool:
    """True if the minute `one` comes after `other`, both as front matter has them."""
    try:
        return parse_moment(one).starts_at(UTC) > parse_moment(other).starts_at(UTC)
    except NotAMomentError:
        return False


def _unix(text: str) -> str:
    """Seconds or milliseconds since 1970."""
    found = _UNIX.fullmatch(text)
    return _text(datetime.fromtimestamp(int(found[1]), UTC)) if found else ""


def _compact(text: str) -> str:
    """`20240305T143000+0100`."""
    found = _COMPACT.match(text)
    if not found:
        return ""
    minute = datetime(*(int(part) for part in found.groups()))  # type: ignore[arg-type]  # noqa: DTZ001 (a wall clock)
    return _zoned(minute, text[found.end() :])


def _read(text: str) -> str:
    time = _TIME.search(text)
    if time is None:
        return _text(_day(_DAY_ZONE.sub("", text)))
    zone = _ZONE.match(text, time.end())
    if zone and zone[4] and text[zone.end() :].strip() and (month_of(zone[4]) or zone[4].lower() in _BETWEEN):
        zone = None  # 10:00 March 5, 10:00 le 5 mars
    day = _day(f"{text[: time.start()]} {text[zone.end() if zone else time.end() :]}")
    hour, minute = int(time[1] or time[4]), int(time[2] or 0)
    half = (time[5] or "").lower()
    if half and (hour > 12 + 11 * (half == "p") or (half == "a" and hour > 12)):
        raise ValueError
    hour = hour % 12 + 12 * (half == "p") if half and hour <= 12 else hour
    if (hour, minute) == (24, 0):
        day, hour = day + timedelta(days=1), 0
    return _zoned(datetime(day.year, day.month, day.day, hour, minute), zone[0] if zone else "")  # noqa: DTZ001


def _zoned(minute: datetime, zone: str) -> str:
    """A wall clock's minute with the offset that its zone says; raises ValueError for a zone that is not certain."""
    if not zone.strip():
        return _text(minute)
    found = _ZONE.fullmatch(zone)
    if found is None:
        raise ValueError
    if found[4]:
        offset = offset_of(found[4], minute)
    else:
        amount = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
        offset = amount if found[1] == "+" else -amount
    if offset is None or not _is_real(offset):
        raise ValueError
    return _text(minute.replace(tzinfo=timezone(offset)))


def _day(text: str) -> date:
    """The day a text without its time means. Raises ValueError if that is not certain."""
    words = [word for word in text.replace(",", " ").split() if word.lower() not in _BETWEEN]
    days = [days_of(word) for word in words]
    bare = " ".join(word for word, found in zip(words, days, strict=True) if not found or month_of(word)).strip(" .")
    if found := _YEAR_FIRST.fullmatch(bare) or _IN_CHARACTERS.fullmatch(bare):
        year, month, day = (int(part) for part in found.groups() if part and part.isdigit())
    elif found := _YEAR_LAST.fullmatch(bare):
        year, (month, day) = int(found[4]), _ordered(int(found[1]), int(found[3]), found[2])
    else:
        year, month, day = _in_words(words)
    meant = date(year, month, day)
    if meant in _NO_DAYS or any(found and meant.weekday() not in found for found in days[:1] if not month_of(words[0])):
        raise ValueError
    return meant


def _ordered(first: int, second: int, between: str) -> tuple[int, int]:
    """Month and day of `05.03.2024`, or of `15/03/2024` where only one of them can be the month."""
    if between == "." or first > 12 or first == second:
        return second, first
    if second > 12:
        return first, second
    raise ValueError


def _in_words(words: list[str]) -> tuple[int, int, int]:
    """Year, month and day of `5 March 2024`, `mar. 5 mars 2024`, `March 5th, 2024`, `05-Mar-24`."""
    parts = [part for word in words for part in re.split(r"[-/]", word) if part]
    names = [part for part in parts if not part[0].isdigit()]
    if len(names) > 1 and days_of(names[0]):
        parts.remove(names.pop(0))
    numbers = [part for part in parts if part[0].isdigit()]
    if len(names) != 1 or len(numbers) != 2 or not (month := month_of(names[0])):
        raise ValueError
    long = [number for number in numbers if len(number) == 4 and number.isdigit()]
    short = [match[1] for number in numbers if number not in long and (match := _ORDINAL.fullmatch(number))]
    if len(long) == len(short) == 1:
        return int(long[0]), month, int(short[0])
    if len(short) == 2 and parts.index(names[0]) == 1 and len(short[1]) == 2:
        year = int(short[1])  # as RFC 2822, 4.3 reads it
        return year + (2000 if year < 50 else 1900), month, int(short[0])
    raise ValueError


def _wall_clock(text: str) -> datetime | None:
    if not text.strip() or text.strip().startswith(_NO_DATE):
        return None
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return found.replace(tzinfo=None)


def _is_real(offset: timedelta) -> bool:
    """True for an offset that some clock on Earth has."""
    minutes = round(offset.total_seconds() / 60)
    return -12 * 60 <= minutes <= 14 * 60 and minutes % 60 in _QUARTERS


def _text(when: datetime | date) -> str:
    """A day or minute as front matter has it; empty if no field would take it."""
    if not isinstance(when, datetime):
        return _checked(when.isoformat())
    if when.date() in _NO_DAYS:
        return ""
    offset = when.utcoffset()
    zone = "" if offset is None else "Z" if not offset else f"{when:%z}"
    zone = f"{zone[:3]}:{zone[3:]}" if len(zone) == 5 else zone
    return _checked(f"{when.year:04}-{when:%m-%d %H:%M}{zone}")


def _checked(text: str) -> str:
    try:
        parse_moment(text)
    except NotAMomentError:
        return ""
    return text
