"""Days named in a text, in every tongue whose months are known, in usual written forms.

What is not recognised is passed over. Every pattern takes time in proportion to the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from jobboard.source.language.tongues.known import ENGLISH, TONGUES, words_of
from jobboard.source.language.tongues.tongue import Words


def _numbered(every: Iterable[tuple[Words, ...]], first: int) -> dict[str, int]:
    """The numbers that names have, each in its tongue."""
    return {name: at for names in every for at, short in enumerate(names, first) for name in short.split("|")}


_MONTH_NUMBER = _numbered((tongue.months for tongue in TONGUES.values()), 1)
_WEEKDAY_NUMBER = _numbered((tongue.weekdays for tongue in TONGUES.values()), 0)
DAYS = tuple(names.partition("|")[0].capitalize() for names in ENGLISH.weekdays)
"""Of the week, as messages name them."""

_NAMES = "|".join(sorted(_MONTH_NUMBER, key=len, reverse=True))
_LENGTHS = sorted(map(len, [*_MONTH_NUMBER, *_WEEKDAY_NUMBER]))
_NAME = rf"{{{_LENGTHS[0]},{_LENGTHS[-1]}}}"
"""As long as names are."""

_ENDINGS = words_of("ordinals").split("|")
_ORDINALS = "|".join(filter(str.isalpha, _ENDINGS))
_SIGNS = "|".join(["[º°ª]", *(each for each in _ENDINGS if not each.isalpha())])

_OF_MONTH, _OF_YEAR = words_of("of_month"), words_of("of_year")
_SPACE = r"[ \u00a0\u2009\u202f]"
_GAP = rf"{_SPACE}{{1,16}}"
_NTH = rf"(?:{_SPACE}{{0,16}}(?:{_ORDINALS})\b|{_SIGNS})?"
_DATE = re.compile(
    rf"(?<![\w-])(\d{{4}})-(\d{{2}})-(\d{{2}})(?!\w)"
    rf"|(?<![\w.,:/-])(\d{{1,2}}){_NTH}{_GAP}(?:(?:{_OF_MONTH}){_GAP})?({_NAMES})\b\.?"
    rf"(?:,?{_GAP}(?:(?:{_OF_YEAR}){_GAP})?(\d{{4}})\b)?"
    rf"|\b(?=[^\W\d_]{_NAME}\b\.?{_GAP}\d)({_NAMES})\b\.?{_GAP}(\d{{1,2}}){_NTH}\b(?![:-])(?:,?{_GAP}(\d{{4}})\b)?"
    r"|(?<![\w./-])(\d{1,2})([./-])(\d{1,2})\11(20\d{2})(?![\w/-])",
    re.IGNORECASE,
)
NEAR_DATE = re.compile(
    rf"""
    \d(?:
        (?<=[\w.\ \u00a0\u2009\u202f][\ \u00a0\u2009\u202f]\d)  # May 3
        | (?:[^\W\d_]{{0,2}}|{_SIGNS}){_SPACE}                  # 3 May, 3rd May
        | \d{{3}}-                                              # 2026-05-03
        | [./-]\d                                               # 31/05/2026
    )
    """.replace(r"[ \u00a0\u2009\u202f]", r"[\ \u00a0\u2009\u202f]"),
    re.VERBOSE,
)
"""The surroundings of one digit of every date that `_DATE` finds, and of few others: found many times faster."""

_FIGURES = re.compile(r"\d[./-]\d")
_STARTS = tuple({name[:3] for name in _MONTH_NUMBER})
_MONTH = re.compile(rf"\b(?:{_NAMES})\b")

_WEEKDAY_BEFORE = re.compile(rf"(?<!\w)(\w{_NAME})[.,]?{_GAP}(?:(?:{words_of('articles')}){_GAP})?$")
_WEEKDAY_AFTER = re.compile(rf"[ ,]{{0,3}}\([ ]?(\w{_NAME})\b")
_REACH = 40
"""Characters before a date in which its weekday is looked for."""


class Day(Struct, frozen=True):
    """A day in a text, from `start` to `end`. `value` is `2026-03-31`, or `03-31` where no year is written; it is
    empty for a day there is none of, and for one that may be read in two ways."""

    start: int
    end: int
    words: str
    value: str


def may_hold_date(text: str) -> bool:
    """True for every text that names a day, whatever marks stand in it, and for few that only hold figures."""
    if _FIGURES.search(text):
        return True
    small = text.lower()
    return any(start in small for start in _STARTS) and _MONTH.search(small) is not None


def days_in(text: str) -> Iterator[Day]:
    """The days a stretch of text without line ends names, in their order."""
    for found in _DATE.finditer(text):
        yield Day(found.start(), found.end(), " ".join(found[0].split()).rstrip("."), _value(found))


def dates_in(text: str) -> list[str]:
    """The values of the days a line of text names."""
    return [day.value for day in days_in(text) if day.value]


def wrong_weekday(day: Day, text: str) -> tuple[str, str] | None:
    """The weekday written with a day that has its year, and the right one, if they differ."""
    if len(day.value) < len("2026-03-31"):
        return None
    before = _WEEKDAY_BEFORE.search(text[max(0, day.start - _REACH) : day.start])
    after = _WEEKDAY_AFTER.match(text, day.end)
    right = date.fromisoformat(day.value).weekday()
    for found in (before, after):
        number = _WEEKDAY_NUMBER.get(found[1].lower()) if found else None
        if found is not None and number is not None:
            return None if number == right else (found[1], DAYS[right])
    return None


def _value(found: re.Match[str]) -> str:
    year, month, day, day2, name, year2, name3, day3, year3, first, _, second, year4 = found.groups()
    if first:
        return _numeric(int(first), int(second), int(year4))
    month_number = int(month or _MONTH_NUMBER[(name or name3).lower()])
    return _written(year or year2 or year3, month_number, int(day or day2 or day3))


def _numeric(first: int, second: int, year: int) -> str:
    """A day in figures alone; `04/05` is May in Europe and April in America, so it is none."""
    if first == second or second > 12 >= first:
        return _written(str(year), first, second)
    return _written(str(year), second, first) if first > 12 else ""


def _written(year: str | None, month: int, day: int) -> str:
    try:
        made = date(int(year or 2000), month, day)
    except ValueError:
        return ""
    return made.isoformat() if year else f"{month:02}-{day:02}"
