"""The page `/numbers/`: what opened and closed, month by month, and what the postings of the board are."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from babel.dates import format_skeleton
from msgspec import Struct

from jobboard.board.site import Site
from jobboard.outputs.addresses import NUMBERS, NUMBERS_CSV, here, href
from jobboard.outputs.numbers.figures import Figures, Measure
from jobboard.outputs.numbers.groups import GroupTable, Months, file_words, group_tables
from jobboard.outputs.numbers.names import GroupNames
from jobboard.outputs.numbers.years import YearOfFigures, highest_of, year_of_figures
from jobboard.outputs.page.frame import Head, head_of
from jobboard.outputs.page.versions import versions_of_list
from jobboard.outputs.text import words
from jobboard.outputs.text.names import locale_for
from jobboard.source.catalogue import mark

_MOST_YEARS = 3
"""How many years are drawn, the latest there are; all of them are in the file."""

_IN_A_YEAR = 12

_NOTHING = mark("Nothing has been published yet, so there is nothing to count.")


class NumbersPage(Struct, frozen=True, kw_only=True):
    """The view of the page. `empty` is said instead of all else while there is nothing to count.

    `scale` says how high the drawings of the `years` are, `earlier` where those are that are not drawn. `file` is the
    address of all figures, `file_words` what leads from the years to it.
    """

    template: ClassVar = "numbers.html"
    head: Head
    empty: str
    scale: str
    earlier: str
    years: tuple[YearOfFigures, ...]
    groups: tuple[GroupTable, ...]
    notes: tuple[str, ...]
    file: str
    file_words: str


def numbers_page(site: Site, figures: Figures, names: GroupNames) -> NumbersPage:
    """The figures in the words of an edition."""
    years = sorted({int(each[:4]) for each in figures.months}, reverse=True)
    drawn = years[:_MOST_YEARS]
    most = highest_of(figures, drawn)
    spans = _spans(site, figures)
    return NumbersPage(
        head=head_of(
            site,
            here(site, NUMBERS),
            site.say("The board in figures"),
            site.say("How much %(site)s publishes, what it is, and what becomes of it.", site=site.name),
            versions=versions_of_list(site, NUMBERS),
        ),
        empty="" if figures.rows else site.say(_NOTHING),
        scale=site.say_number("The highest bar is one posting.", "The highest bar is %(number)s postings.", most),
        earlier=site.say("Earlier years are in the file.") if len(years) > len(drawn) else "",
        years=tuple(year_of_figures(site, figures, each, most) for each in drawn),
        groups=tuple(group_tables(site, figures, spans, names)) if spans else (),
        notes=_notes(site, spans),
        file=href(site, NUMBERS_CSV),
        file_words=file_words(site, Measure.OPENED, Measure.CLOSED),
    )


def _spans(site: Site, figures: Figures) -> tuple[Months, ...]:
    """The twelve months up to the latest in which something happened, and all there are; one, if it is the same."""
    if not figures.months:
        return ()
    first, last = figures.months[0], figures.months[-1]
    since = _earlier(last, _IN_A_YEAR - 1)
    whole = Months(first, last, site.say("Since %(month)s", month=_month_words(site, first, "yMMM")))
    if since <= first:
        return (whole,)
    return Months(since, last, site.say("12 months to %(month)s", month=_month_words(site, last, "yMMM"))), whole


def _earlier(month: str, by: int) -> str:
    months = int(month[:4]) * _IN_A_YEAR + int(month[5:]) - 1 - by
    return f"{months // _IN_A_YEAR:04}-{months % _IN_A_YEAR + 1:02}"


def _month_words(site: Site, month: str, form: str = "yMMMM") -> str:
    """A month within a sentence: "March 2026", "marzo de 2026"; in short "Mar 2026"."""
    return str(format_skeleton(form, date.fromisoformat(f"{month}-01"), locale=locale_for(site.lang)))


def _notes(site: Site, spans: tuple[Months, ...]) -> tuple[str, ...]:
    """What is counted, and since when that is all there was."""
    if not spans:
        return ()
    return (
        site.say(
            "The figures are whole since %(month)s, when the oldest posting that the board still keeps was published. "
            "What was taken off the board altogether is not among them.",
            month=_month_words(site, spans[-1].since),
        ),
        site.say(
            "A posting counts once, in however many languages it can be read. What is yet to appear does not count."
        ),
        site.say(
            "A posting counts as closed in the month of its last open day. One that was opened again counts as closed "
            "when it closes again, and once."
        ),
        site.say("Months are those of %(zone)s.", zone=words.zone_words(site.zone, site.lang)),
        site.say("Shares are of the postings in the column before; the bars show the same numbers."),
    )
