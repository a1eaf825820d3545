"""A year of the board: what opened and closed in each of its months, drawn, in words and as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from babel.dates import format_date
from msgspec import Struct

from jobboard.board.site import Site
from jobboard.outputs.numbers.drawing import HEIGHT, WIDTH, Bar, month_bars
from jobboard.outputs.numbers.figures import Figures, Measure
from jobboard.outputs.numbers.groups import number_words
from jobboard.outputs.text.names import locale_for, with_capital

_DRAWN = (Measure.OPENED, Measure.CLOSED)


class MonthLine(Struct, frozen=True, kw_only=True):
    """A month in which something happened."""

    month: str
    opened: str
    closed: str


class YearOfFigures(Struct, frozen=True, kw_only=True):
    """A year: its drawing in units of its own (`view`), what that shows in words, and the same as a table."""

    year: str
    says: str
    view: str
    bars: tuple[Bar, ...]
    lines: tuple[MonthLine, ...]
    total: MonthLine


def year_of_figures(site: Site, figures: Figures, year: int, most: int) -> YearOfFigures:
    """A year in the words of an edition. The highest bar there may be stands for `most`."""
    opened, closed = (_by_month(figures, each, year) for each in (Measure.OPENED, Measure.CLOSED))
    said = dict(zip(_DRAWN, published_and_closed(site), strict=True))

    def text(role: str, month: int, number: int) -> str:
        return site.say(
            "%(month)s, %(what)s: %(number)s", month=_month_name(site, month), what=said[Measure(role)], number=number
        )

    def line(name: str, of_opened: int, of_closed: int) -> MonthLine:
        return MonthLine(
            month=name, opened=number_words(of_opened, site.lang), closed=number_words(of_closed, site.lang)
        )

    return YearOfFigures(
        year=str(year),
        says=site.say(
            "%(year)s, month by month: %(opened)s published, %(closed)s closed. The numbers are in the table below.",
            year=year,
            opened=number_words(opened.total(), site.lang),
            closed=number_words(closed.total(), site.lang),
        ),
        view=f"0 0 {WIDTH} {HEIGHT}",
        bars=month_bars(site, [(Measure.OPENED.value, opened), (Measure.CLOSED.value, closed)], most, text),
        lines=tuple(line(_month_name(site, each), opened[each], closed[each]) for each in sorted({*opened, *closed})),
        total=line(site.say("The year"), opened.total(), closed.total()),
    )


def published_and_closed(site: Site) -> tuple[str, str]:
    """What the two numbers of a month are called."""
    return site.say_as("number", "Published"), site.say_as("number", "Closed")


def highest_of(figures: Figures, years: Iterable[int]) -> int:
    """The most that opened or closed in one month of these years."""
    return max(
        (number for year in years for each in _DRAWN for number in _by_month(figures, each, year).values()), default=0
    )


def _by_month(figures: Figures, what: Measure, year: int) -> Counter[int]:
    return Counter({int(each.month[5:]): each.number for each in figures.of[what.value] if int(each.month[:4]) == year})


def _month_name(site: Site, month: int) -> str:
    return with_capital(format_date(date(2026, month, 1), "LLLL", locale=locale_for(site.lang)))
