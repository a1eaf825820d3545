"""Salaries in the words a reader is given: "€42,000 to €48,000 a year (gross)"."""

from __future__ import annotations

import functools
import re
from decimal import Decimal

from babel.numbers import format_currency

from jobboard.model.parts.employment import Salary
from jobboard.outputs.text.names import locale_for
from jobboard.source.catalogue import catalogue_of, locale_of, mark
from jobboard.source.direction import isolated

_CODE_BESIDE_AMOUNT = re.compile(r"(?<=[^\W\d_])(?=\d)")
"""Where CLDR (currencySpacing) has a space that Babel leaves out: "PLN 5,160", as browsers write it."""

PERIODS = {
    "year": mark("%(money)s a year"),
    "month": mark("%(money)s a month"),
    "week": mark("%(money)s a week"),
    "day": mark("%(money)s a day"),
    "hour": mark("%(money)s an hour"),
    "assignment": mark("%(money)s for the whole assignment"),
}


def salary_words(salary: Salary, lang: str) -> str:
    """ "€42,000 to €48,000 a year (gross)"."""
    catalogue = catalogue_of(lang)
    figures = [
        _money(each, salary.currency, lang) for each in (salary.amount, salary.min, salary.max) if each is not None
    ]
    if len(figures) > 1:
        text = catalogue.say("%(low)s to %(high)s", low=figures[0], high=figures[1])
    elif salary.amount is None and figures:
        limit = mark("from %(money)s") if salary.min is not None else mark("up to %(money)s")
        text = catalogue.say(limit, money=figures[0])
    else:
        text = "".join(figures)
    if salary.per is not None and figures:
        text = catalogue.say(PERIODS[salary.per], money=text)
    if not text:
        return salary.note or ""
    return f"{text} ({isolated(salary.note, lang)})" if salary.note else text


@functools.lru_cache(maxsize=1024)
def _money(amount: Decimal, currency: str | None, lang: str) -> str:
    is_whole = not amount % 1
    pattern = locale_for(lang).currency_formats["standard"].pattern.replace("0.00", "0") if is_whole else None
    text: str = format_currency(
        amount, currency or "EUR", format=pattern, locale=locale_of(lang), currency_digits=not is_whole
    )
    return _CODE_BESIDE_AMOUNT.sub("\u00a0", text)
