"""Advice on pay that cannot be: a figure for another stretch of time than is written, or a digit too few or many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from jobboard.board.board import BoardPosting
from jobboard.board.checks import Locator
from jobboard.board.offices import countries_of_work
from jobboard.model.parts.employment import Employment, Period, Salary
from jobboard.model.posting import Posting, PostingKind
from jobboard.source.message import Phrase, message, phrase
from jobboard.source.problem import Level, Problem

PAY_CANNOT_BE = message("pay-that-cannot-be", "%(amount)s %(currency)s %(per)s is hardly what is paid")


class _Bounds(NamedTuple):
    """The least and the most that anybody is paid for full-time work in one stretch of time."""

    least: int
    most: int


_WIDE: Mapping[Period, _Bounds] = {
    Period.YEAR: _Bounds(6_000, 300_000),
    Period.MONTH: _Bounds(500, 20_000),
    Period.WEEK: _Bounds(100, 6_000),
    Period.DAY: _Bounds(20, 3_000),
    Period.HOUR: _Bounds(3, 500),
}
"""Bounds so wide that only a slip is beyond them: the least is below every minimum wage in the countries where it is
asked, the most above what heads of institutions earn, and ten times a month's pay is still a year's."""

_TIMES = {"EUR": 1, "GBP": 1, "USD": 1, "CHF": 2}
"""The currencies that these bounds are known for, and how many times as much is paid in each."""

_MINIMUM_IN = "AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK US"
"""Countries in which nobody works full time for less than the least, by law or by what life costs."""

_PER = {
    Period.YEAR: phrase("a year"),
    Period.MONTH: phrase("a month"),
    Period.WEEK: phrase("a week"),
    Period.DAY: phrase("a day"),
    Period.HOUR: phrase("an hour"),
}
_MISTAKEN_FOR = {Period.YEAR: Period.MONTH, Period.MONTH: Period.YEAR, Period.HOUR: Period.MONTH}
"""What was most likely meant, where the figure is right for that."""


def advise_on_amounts(posting: BoardPosting, locator: Locator) -> Iterator[Problem]:
    """The first figure of a posting's pay that is beyond all bounds. Too little is only said of full-time jobs."""
    content, salary = posting.content, posting.content.salary
    if salary is None or salary.per is None or salary.per not in _WIDE or salary.currency not in _TIMES:
        return
    per, bounds = salary.per, _bounds(salary.per, salary.currency)
    least = bounds.least if _is_full_time(content) and _has_minimum(posting) else 0
    for field, amount in _figures(salary):
        if not least <= amount <= bounds.most:
            message = PAY_CANNOT_BE(amount=f"{amount:,f}", currency=salary.currency, per=_PER[per])
            yield locator.at(content, f"salary.{field}", message, _hint(per, salary.currency, amount), Level.ADVICE)
            return


def _bounds(per: Period, currency: str) -> _Bounds:
    return _Bounds(*(each * _TIMES[currency] for each in _WIDE[per]))


def _figures(salary: Salary) -> Iterator[tuple[str, Decimal]]:
    for field in ("amount", "min", "max"):
        amount = getattr(salary, field)
        if amount is not None:
            yield field, amount


def _is_full_time(content: Posting) -> bool:
    """True of a job that is said to be full time, or of which nothing else is said."""
    is_said = Employment.FULL_TIME in content.employment and len(content.employment) == 1
    return content.kind is PostingKind.JOB and (is_said or not (content.employment or content.hours))


def _has_minimum(posting: BoardPosting) -> bool:
    countries = countries_of_work(posting)
    return bool(countries) and all(each in _MINIMUM_IN.split() for each in countries)


def _hint(per: Period, currency: str, amount: Decimal) -> Phrase:
    meant = _MISTAKEN_FOR.get(per)
    if meant is not None and _bounds(meant, currency).least <= amount <= _bounds(meant, currency).most:
        return phrase(
            "if it is for %(period)s, write per: %(per)s; else correct the figure", period=_PER[meant], per=meant
        )
    return phrase("correct the figure, or 'per'")
