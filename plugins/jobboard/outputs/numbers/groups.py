"""Figures as tables: by organisation, kind, topic, …, each line with its number, its share of the whole and a bar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from statistics import median_low

from babel.numbers import format_decimal, format_percent
from msgspec import Struct

from jobboard.board.site import Site
from jobboard.outputs.numbers.drawing import Bar, line_bar
from jobboard.outputs.numbers.figures import NONE, TIME_OVER, Figures, Measure
from jobboard.outputs.numbers.names import GroupNames
from jobboard.outputs.page.link import Link
from jobboard.outputs.text import words
from jobboard.outputs.text.names import locale_for
from jobboard.source.catalogue import mark

_STEPS = (7, 14, 21, 28, 42, 60)
"""The last day of each length of time to apply that is counted together."""


class Months(Struct, frozen=True):
    """Months (`2026-03`) from one to another, both among them, and what a column of them is headed."""

    since: str
    until: str
    title: str


class GroupLine(Struct, frozen=True, kw_only=True):
    """A line: its words, with a link where there is a page, its number, the share and the bar of that.

    `whole` is the number of all there are, empty where the first already is.
    """

    label: Link
    number: str
    share: str
    whole: str
    bar: Bar


class GroupTable(Struct, frozen=True, kw_only=True):
    """Figures of one thing. `note` says what to know of them, `file` where they are in the file.

    `first`, `number` and `whole` head columns; the last is empty where there is none.
    """

    id: str
    title: str
    note: str
    first: str
    number: str
    whole: str
    lines: tuple[GroupLine, ...]
    file: str


class _About(Struct, frozen=True, kw_only=True):
    """One thing that is counted: its words, of what it is a part, and its groups in their order, if they have one."""

    title: str
    first: str
    note: str = ""
    whole: Measure = Measure.OPENED
    words: Mapping[str, str] = {}


_NAMES_SEVERAL = mark("A posting that names several counts for each.")

_ABOUT: Mapping[Measure, _About] = {
    Measure.ORGANISATION: _About(title=mark("By organisation"), first=mark("Organisation"), note=_NAMES_SEVERAL),
    Measure.KIND: _About(title=mark("By kind"), first=mark("Kind")),
    Measure.TOPIC: _About(title=mark("By topic"), first=mark("Topic"), note=_NAMES_SEVERAL),
    Measure.DAYS: _About(title=mark("From publication to deadline"), first=mark("Time to apply")),
    Measure.PAY: _About(
        title=mark("Pay"),
        first=mark("Pay"),
        words={"told": mark("Told in figures"), "not-told": mark("Not told in figures")},
    ),
    Measure.LANGUAGE: _About(
        title=mark("Languages asked for"),
        first=mark("Language"),
        note=mark("A posting that asks for several counts for each; what is merely an asset does not count."),
    ),
    Measure.ENDED: _About(
        title=mark("What became of the closed ones"),
        first=mark("Outcome"),
        whole=Measure.CLOSED,
        words={
            TIME_OVER: mark("The time to apply was over"),
            "filled": words.STATUSES["filled"],
            "withdrawn": words.STATUSES["withdrawn"],
            "other": mark("Closed early for another reason"),
        },
    ),
    Measure.BEFORE: _About(
        title=mark("What happened to them before"),
        first=mark("Change"),
        note=mark("A share of all that closed; a posting may have had both."),
        whole=Measure.CLOSED,
        words={"extended": mark("The deadline was extended"), "reopened": mark("It was closed and opened again")},
    ),
}


def group_tables(site: Site, figures: Figures, spans: tuple[Months, ...], names: GroupNames) -> Iterator[GroupTable]:
    """Every table that has a line, in order. The first span is what is looked at, the last what there is."""
    for what, about in _ABOUT.items():
        numbers = [_grouped(what, figures.numbers(what, each.since, each.until)) for each in spans]
        if numbers[-1]:
            whole = spans[-1].title if spans[1:] else ""
            yield GroupTable(
                id=what.value,
                title=site.say(about.title),
                note=_note(site, what, about, figures, spans[0]),
                first=site.say(about.first),
                number=spans[0].title,
                whole=whole,
                lines=tuple(_lines(site, figures, what, spans[0], numbers, names)),
                file=file_words(site, what),
            )


def _lines(
    site: Site, figures: Figures, what: Measure, span: Months, numbers: Sequence[Counter[str]], names: GroupNames
) -> Iterator[GroupLine]:
    about, first = _ABOUT[what], numbers[0]
    among, most = figures.numbers(about.whole, span.since, span.until)[""], max(first.values(), default=0)
    for group in _ordered(what, about, numbers):
        yield GroupLine(
            label=_label(site, what, group, names),
            number=number_words(first[group], site.lang),
            share=share_words(first[group], among, site.lang),
            whole=number_words(numbers[-1][group], site.lang) if numbers[1:] else "",
            bar=line_bar(site, first[group], most),
        )


def file_words(site: Site, *counted: Measure) -> str:
    """What leads to the file, with the rows in it that say the same."""
    return site.say("CSV file, rows “%(names)s”", names=", ".join(counted))


def number_words(number: int, lang: str) -> str:
    """A number as the language writes it: "1,234"."""
    return format_decimal(number, locale=locale_for(lang))


def share_words(part: int, whole: int, lang: str) -> str:
    """A share in percent; of nothing there is none, and a dash stands for it."""
    return format_percent(part / whole, locale=locale_for(lang)) if whole else "–"


def _grouped(what: Measure, numbers: Counter[str]) -> Counter[str]:
    """Days are put together; all else is as it was counted."""
    if what is not Measure.DAYS:
        return numbers
    found: Counter[str] = Counter()
    for group, number in numbers.items():
        found[_step_of(group)] += number
    return found


def _step_of(days: str) -> str:
    return NONE if days == NONE else str(next((last for last in _STEPS if int(days) <= last), "more"))


def _ordered(what: Measure, about: _About, numbers: Sequence[Counter[str]]) -> list[str]:
    """The groups there are, the most frequent first; those that have an order have it, be they empty."""
    if what is Measure.DAYS:
        steps = [*map(str, _STEPS), "more"]
        return [*steps, NONE] if numbers[-1][NONE] else steps
    found = [*about.words] or [group for group in numbers[-1] if group != NONE]
    if not about.words:
        found.sort(key=lambda group: (*(-each[group] for each in numbers), group))
    return [*found, NONE] if numbers[-1][NONE] else found


def _note(site: Site, what: Measure, about: _About, figures: Figures, span: Months) -> str:
    """What to know of a table; of days, how many there are in the middle."""
    if what is not Measure.DAYS:
        return site.say(about.note) if about.note else ""
    found = figures.numbers(what, span.since, span.until)
    days = [int(group) for group, number in found.items() if group != NONE for _ in range(number)]
    if not days:
        return ""
    return site.say_number("The median is one day.", "The median is %(number)s days.", median_low(days))


def _label(site: Site, what: Measure, group: str, names: GroupNames) -> Link:
    match what:
        case Measure.ORGANISATION:
            return dict(names.organisations)[group]
        case Measure.TOPIC:
            return dict(names.topics)[group]
        case _:
            return Link(text=_WORDS.get(what, _words_of)(site, what, group), href="")


def _words_of(site: Site, what: Measure, group: str) -> str:
    return site.say(_ABOUT[what].words[group])


def _days_words(site: Site, _: Measure, group: str) -> str:
    if group == NONE:
        return site.say("No deadline")
    if group == "more":
        return site.say("%(number)s days or more", number=_STEPS[-1] + 1)
    last = int(group)
    before = ([0, *_STEPS])[_STEPS.index(last)]
    if not before:
        return site.say("Up to %(number)s days", number=last)
    return site.say("%(first)s to %(last)s days", first=before + 1, last=last)


def _language_words(site: Site, _: Measure, group: str) -> str:
    return site.say("None is named") if group == NONE else words.language_words(group, site.lang)


_WORDS: Mapping[Measure, Callable[[Site, Measure, str], str]] = {
    Measure.KIND: lambda site, _, group: site.say(words.POSTING_KINDS[group]),
    Measure.DAYS: _days_words,
    Measure.LANGUAGE: _language_words,
}
