"""Dates, places and codes in the words a reader is given. Babel knows the languages; nothing is guessed.

The tables hold marked English: say a word of theirs with `site.say(KINDS[kind])`.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal
from msgspec import Struct

from jobboard.model.fields.values import AOE
from jobboard.model.moments.moment import Moment
from jobboard.model.moments.zones import fixed_zone_name
from jobboard.model.parts.closing import Rolling
from jobboard.model.parts.general import Place
from jobboard.model.posting import ANYWHERE
from jobboard.model.texts.towns import town_name
from jobboard.outputs.text.clocks import clock, comes_twice, first_minute, last_minute, local
from jobboard.outputs.text.names import city_of_zone, country_name, language_name, locale_for, with_capital
from jobboard.source.catalogue import catalogue_of, locale_of, mark, mark_as
from jobboard.source.direction import isolated
from jobboard.source.language.tongues.known import TONGUES
from jobboard.source.language.tongues.tongue import Tongue

_ANY = Tongue()

POSTING_KINDS = {
    "job": mark("Job"),
    "traineeship": mark("Traineeship"),
    "secondment": mark("Secondment"),
    "volunteering": mark("Volunteering"),
    "call-for-experts": mark("Call for experts"),
}
NEWS_KINDS = {
    "news": mark_as("kind", "News"),
    "press-release": mark("Press release"),
    "opinion": mark("Opinion"),
    "report": mark("Report"),
}
WORKPLACES = {"on-site": mark("On site"), "hybrid": mark("Hybrid"), "remote": mark("Remote")}
EMPLOYMENT = {
    "full-time": mark("full time"),
    "part-time": mark("part time"),
    "contractor": mark("contractor"),
    "temporary": mark("temporary"),
    "intern": mark("internship"),
    "volunteer": mark("volunteer"),
    "per-diem": mark("by the day"),
}
CONTRACTS = {"permanent": mark("Permanent"), "fixed-term": mark("Fixed term"), "other": mark_as("contract", "Other")}
LEVELS = {
    "native": mark("native speaker"),
    "fluent": mark("fluent"),
    "professional": mark("professional"),
    "working": mark("working knowledge"),
    "basic": mark("basic"),
    "asset": mark("an asset"),
}
STATUSES = {
    "open": mark_as("status", "Open"),
    "closing-soon": mark_as("status", "Closing soon"),
    "closed": mark_as("status", "Closed"),
    "filled": mark_as("status", "Filled"),
    "withdrawn": mark_as("status", "Withdrawn"),
    "archived": mark_as("status", "Closed"),
}


class When(Struct, frozen=True):
    """A date in words, with the same for machines (`<time datetime>`)."""

    text: str
    datetime: str


@functools.lru_cache(maxsize=4096)
def day_words(day_: date, lang: str, *, weekday: bool = False) -> str:
    """A day with the year and the month as a word: "28 February 2026"."""
    tongue = TONGUES.get(lang, _ANY)
    form = tongue.weekday_form or "full" if weekday else tongue.day_form or "long"
    return format_date(day_, form, locale=locale_of(lang))


@functools.cache
def weekday_pattern(lang: str) -> str:
    """How the weekday stands beside a day, for those who know both: "{weekday} {day}"."""
    example = date(2026, 11, 18)
    shown = day_words(example, lang, weekday=True).replace(day_words(example, lang), "{day}")
    return shown.replace(format_date(example, "EEEE", locale=locale_of(lang)), "{weekday}")


@functools.lru_cache(maxsize=512)
def zone_words(zone: str, lang: str) -> str:
    """Whose clock is meant: "Brussels time", "UTC−5"."""
    say = catalogue_of(lang).say
    if zone == AOE:
        return say("anywhere on Earth")
    return fixed_zone_name(zone) or say("%(city)s time", city=city_of_zone(zone, lang))


def day(day_: date, lang: str) -> When:
    """A day as it is shown."""
    return When(day_words(day_, lang), day_.isoformat())


def day_of(instant: datetime, zone: str, lang: str) -> When:
    """The day on which an instant falls in a zone."""
    return day(local(instant, zone).date(), lang)


@functools.lru_cache(maxsize=4096)
def short_day(day_: date, lang: str, *, beside: str) -> When:
    """A day in short: "29 Nov". Its year is said unless a date (ISO 8601) of the same year stands `beside` it."""
    form = "MMMd" if beside.startswith(f"{day_.year}") else "yMMMd"
    return When(format_skeleton(form, day_, locale=locale_for(lang)), day_.isoformat())


def month_words(day_: date, lang: str) -> str:
    """A month with its year, as a heading: "March 2027"."""
    return with_capital(format_date(day_.replace(day=1), "LLLL y", locale=locale_of(lang)))


def moment_words(moment: Moment, zone: str, lang: str, *, is_last: bool = False) -> When:
    """A moment on the clocks of a zone: the day, or the day and minute with the zone. `is_last` reads a deadline."""
    if moment.time is None:
        return When(day_words(moment.day, lang), moment.day.isoformat())
    minute = last_minute(moment, zone) if is_last else first_minute(moment, zone)
    return When(minute_words(minute, zone, lang), clock(minute, zone, "minutes"))


@functools.lru_cache(maxsize=1024)
def deadline_words(deadline: Moment | Rolling | None, zone: str, lang: str, *, weekday: bool = False) -> When | None:
    """The last moment to apply, with year and zone; None for a rolling posting."""
    if deadline is None or isinstance(deadline, Rolling):
        return None
    last = last_minute(deadline, zone)
    if deadline.time is None:
        last_day = day_words(last.date(), lang, weekday=weekday)
        text = catalogue_of(lang).say("%(day)s, end of the day (%(zone)s)", day=last_day, zone=zone_words(zone, lang))
        return When(text, last.date().isoformat())
    return When(minute_words(last, zone, lang, weekday=weekday), clock(last, zone, "minutes"))


def minute_words(minute: datetime, zone: str, lang: str, *, weekday: bool = False) -> str:
    """A minute on the clocks of a zone: "29 February 2024, 23:59 (Brussels time)"."""
    catalogue = catalogue_of(lang)
    return catalogue.say(
        "%(day)s, %(time)s (%(zone)s)",
        day=day_words(minute.date(), lang, weekday=weekday),
        time=time_words(minute, lang),
        zone=zone_of_minute(minute, zone, lang),
    )


def beginning_words(minute: datetime, zone: str, lang: str, *, weekday: bool = False) -> str:
    """When something begins to hold, on the clocks of a zone: the minute; of the first of a day, the day."""
    if minute.time() == time():
        return day_words(minute.date(), lang, weekday=weekday)
    return minute_words(minute, zone, lang, weekday=weekday)


def clock_words(minute: datetime, zone: str, lang: str) -> str:
    """The minute alone, and whose: "23:59, Brussels time"."""
    time, whose = time_words(minute, lang), zone_of_minute(minute, zone, lang)
    return catalogue_of(lang).say("%(time)s, %(zone)s", time=time, zone=whose)


def zone_of_minute(minute: datetime, zone: str, lang: str) -> str:
    """Whose clock shows a minute; of one it shows twice, which of the two is meant: "Brussels time, UTC+1"."""
    named = zone_words(zone, lang)
    return f"{named}, {offset_words(minute)}" if comes_twice(minute) else named


def offset_words(minute: datetime) -> str:
    """How far the clock that shows a minute is from UTC: "UTC+1", "UTC−3:30"."""
    seconds = (minute.utcoffset() or timedelta()).total_seconds()
    hours, minutes = divmod(abs(int(seconds)) // 60, 60)
    return f"UTC{'−' if seconds < 0 else '+'}{hours}{f':{minutes:02}' if minutes else ''}"


def time_words(minute: datetime, lang: str) -> str:
    """A time of day as the language writes it: "23:59"."""
    return catalogue_of(lang).say("%(hour)s:%(minute)s", hour=f"{minute.hour:02}", minute=f"{minute.minute:02}")


@functools.cache
def plural_examples(lang: str) -> tuple[tuple[str, int], ...]:
    """A number for each plural category (CLDR) that counts of things on a page can have: (("one", 1), ("other", 0))."""
    category = locale_for(lang).plural_form
    return tuple(sorted({category(number): number for number in range(200, -1, -1)}.items()))


def country_words(code: str, lang: str) -> str:
    """A country's name, or "anywhere"."""
    return catalogue_of(lang).say("anywhere") if code == ANYWHERE else country_name(code, lang)


def language_words(code: str, lang: str) -> str:
    """A language's name, with the capital a heading has."""
    return with_capital(language_name(code, lang))


def short_level(level: str | None) -> str:
    """A level of a language on the scale of the Council of Europe; one that is told in words is no short one."""
    return level if level and level not in LEVELS else ""


def in_language(code: str, lang: str) -> str:
    """ "in French": in what language a text is."""
    return catalogue_of(lang).say("in %(language)s", language=language_name(code, lang))


def place_words(place: Place, lang: str) -> str:
    """ "Brussels, Belgium"; without a town "Wallonia, Belgium", or "Belgium"."""
    return _place(place.town_or_region, place.country, lang)


def towns_words(places: Iterable[Place], lang: str) -> str:
    """Places in a row, by the names that readers of the language know the towns by: "Bruxelles (Belgique)"."""
    return " · ".join(_place(town_name(it.country, it.town_or_region, lang), it.country, lang) for it in places)


def _place(name: str, code: str, lang: str) -> str:
    country = country_words(code, lang)
    return catalogue_of(lang).say("%(city)s, %(country)s", city=name, country=country) if name else country


def size_words(size: int, lang: str) -> str:
    """A file's size, for people: "340 kB", "1.2 MB"."""
    catalogue = catalogue_of(lang)
    if size < 1_000_000:
        return catalogue.say("%(size)s kB", size=max(1, round(size / 1000)))
    return catalogue.say(
        "%(size)s MB", size=format_decimal(Decimal(f"{size / 1e6:.1f}"), "0.0", locale=locale_of(lang))
    )


def list_words(names: Iterable[str], lang: str) -> str:
    """Names in a row: "Eurocities, CEMR and UCLG"."""
    several = [isolated(each, lang) for each in names]
    return several[0] if len(several) == 1 else format_list(several, locale=locale_of(lang))


def sentence(parts: tuple[str, ...] | list[str]) -> str:
    """Words joined with commas, the first with a capital."""
    return with_capital(", ".join(parts))


def locale_tag(lang: str) -> str:
    """The same for browsers (BCP 47): "en-GB"."""
    return locale_of(lang).replace("_", "-")
