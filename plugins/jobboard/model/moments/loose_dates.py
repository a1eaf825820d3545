"""A day as people write it in, the day out: `31/03/2026`, `31 mars 2026`, `20260331`.

It is for proposals alone: nobody's date is read so.
"""

from __future__ import annotations

import re
from datetime import date

from jobboard.model.moments.not_a_moment import NotAMomentError
from jobboard.model.texts import tongues
from jobboard.source.language.tongues.known import ENGLISH, words_of
from jobboard.source.message import Phrase, phrase

_HYPHENS = phrase("hyphens stand between year, month and day")

_BETWEEN = r"\s?[-/.\s\u2010-\u2015\u2212]\s?"
_YEAR_FIRST = re.compile(rf"(?P<y>[0-9]{{4}}){_BETWEEN}(?P<m>[0-9]{{1,2}}){_BETWEEN}(?P<d>[0-9]{{1,2}})(?![0-9])")
_TOGETHER = re.compile(r"(?P<y>[0-9]{4})(?P<m>[0-9]{2})(?P<d>[0-9]{2})(?![0-9])")
_YEAR_LAST = re.compile(rf"(?P<a>[0-9]{{1,2}}){_BETWEEN}(?P<b>[0-9]{{1,2}}){_BETWEEN}(?P<y>[0-9]{{4}})(?![0-9])")
_NAMED = r"(?P<name>[^\W\d_]{3,})\.?"
_DAY_MONTH = re.compile(
    rf"(?P<d>[0-9]{{1,2}})(?:{words_of('ordinals')}|[ºª.])?[\s-]*"
    rf"(?:(?:{words_of('of_month')}) |(?:{words_of('of_month_joined')})['\u2019])?"
    rf"{_NAMED}[\s,-]*(?:(?:{words_of('of_year')}) )?(?P<y>[0-9]{{4}})(?![0-9])"
)
_MONTH_DAY = re.compile(  # only English has the month first
    rf"{_NAMED}\s+(?P<d>[0-9]{{1,2}})(?:{ENGLISH.ordinals})?,?\s+(?P<y>[0-9]{{4}})(?![0-9])"
)


def day_in(text: str) -> tuple[date, str] | None:
    """The day a text begins with, and what follows; None if there is none. Raises NotAMomentError for no such day."""
    for pattern in (_YEAR_FIRST, _TOGETHER, _YEAR_LAST, _DAY_MONTH, _MONTH_DAY):
        found = pattern.match(text)
        numbers = found and _numbers(found)
        if not found or not numbers:
            continue
        day = date_of(*numbers) or (date_of(numbers[0], numbers[2], numbers[1]) if pattern is _YEAR_LAST else None)
        if day is None:
            named = f"{numbers[0]:04}-{numbers[1]:02}-{numbers[2]:02}"
            raise NotAMomentError(phrase("there is no such day as %(day)s", day=named))
        return day, text[found.end() :]
    return None


def two_readings(text: str) -> NotAMomentError | None:
    """`03/04/2026`, which is a day in March to some and in April to others."""
    found = _YEAR_LAST.match(text)
    if found is None or found["a"] == found["b"]:
        return None
    first, second, year = int(found["a"]), int(found["b"]), int(found["y"])
    days = (date_of(year, second, first), date_of(year, first, second))
    if days[0] and days[1]:
        return NotAMomentError(
            phrase("it can be read in two ways: write %(one)s, or %(other)s", one=str(days[0]), other=str(days[1]))
        )
    return None


def why_not_that_day(text: str) -> Phrase:
    """What is wrong with the way a day is written."""
    if _YEAR_FIRST.match(text):
        is_short = re.match(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?![0-9])", text)
        return phrase("month and day have two digits each") if is_short else _HYPHENS
    return _HYPHENS if _TOGETHER.match(text) else phrase("the year comes first")


def _numbers(found: re.Match[str]) -> tuple[int, int, int] | None:
    """Year, month and day of a match; None where it has a word that is no month."""
    groups = found.groupdict()
    if "a" in groups:
        return int(groups["y"]), int(groups["b"]), int(groups["a"])
    month = int(groups["m"]) if "m" in groups else int(tongues.code_of(groups["name"], tongues.months) or 0)
    return None if not month else (int(groups["y"]), month, int(groups["d"]))


def date_of(year: int, month: int, day: int) -> date | None:
    """That day; None if there is none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
