"""Dates, places and codes in the words a reader is given. Babel knows the languages; nothing is guessed."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from babel import Locale
from babel.dates import format_date, get_timezone_location
from babel.numbers import format_currency

from jobboard.board.status import to_zone
from jobboard.model.closing import Rolling
from jobboard.model.employment import Salary
from jobboard.model.moment import Moment
from jobboard.model.parts import Place
from jobboard.model.posting import ANYWHERE
from jobboard.model.values import AOE

_LOCALES = {"en": "en_GB"}
"""The regional form of a language, where the plain one means another: English dates read "28 February"."""

_MINUTE = timedelta(minutes=1)

KINDS = {
    "job": "Job",
    "traineeship": "Traineeship",
    "secondment": "Secondment",
    "volunteering": "Volunteering",
    "call-for-experts": "Call for experts",
}
NEWS_KINDS = {"news": "News", "press-release": "Press release", "opinion": "Opinion", "report": "Report"}
WORKPLACES = {"on-site": "On site", "hybrid": "Hybrid", "remote": "Remote"}
EMPLOYMENT = {
    "full-time": "full time",
    "part-time": "part time",
    "contractor": "contractor",
    "temporary": "temporary",
    "intern": "internship",
    "volunteer": "volunteer",
    "per-diem": "by the day",
}
CONTRACTS = {"permanent": "Permanent", "fixed-term": "Fixed term", "other": "Other"}
LEVELS = {
    "native": "native speaker",
    "fluent": "fluent",
    "professional": "professional",
    "working": "working knowledge",
    "basic": "basic",
    "asset": "an asset",
}
STATUSES = {
    "open": "Open",
    "closing-soon": "Closing soon",
    "closed": "Closed",
    "filled": "Filled",
    "withdrawn": "Withdrawn",
    "archived": "Closed",
}
PERIODS = {"year": "a year", "month": "a month", "week": "a week", "day": "a day", "hour": "an hour"}


@dataclass(frozen=True, slots=True)
class When:
    """A date in words, with the same for machines (`<time datetime>`)."""

    text: str
    datetime: str


@functools.lru_cache(maxsize=4096)
def day_words(day_: date, lang: str, *, weekday: bool = False) -> str:
    """A day with the year and the month as a word: "28 February 2026"."""
    return format_date(day_, "EEEE d MMMM y" if weekday else "d MMMM y", locale=_locale(lang))


@functools.lru_cache(maxsize=512)
def zone_words(zone: str, lang: str) -> str:
    """Whose clock is meant: "Brussels time"."""
    if zone == AOE:
        return "anywhere on Earth"
    if zone == "UTC":
        return "UTC"
    return f"{get_timezone_location(zone, locale=_locale(lang), return_city=True)} time"


def day(day_: date, lang: str) -> When:
    """A day as it is shown."""
    return When(day_words(day_, lang), day_.isoformat())


def day_of(instant: datetime, zone: str, lang: str) -> When:
    """The day on which an instant falls in a zone."""
    return day(instant.astimezone(to_zone(zone)).date(), lang)


def moment_words(moment: Moment, zone: str, lang: str) -> When:
    """A moment as its author wrote it: the day, or the day and minute with the zone."""
    if moment.time is None:
        return When(day_words(moment.day, lang), moment.day.isoformat())
    local = moment.starts_at(to_zone(zone)).astimezone(to_zone(zone))
    text = f"{day_words(local.date(), lang)}, {local:%H:%M} ({zone_words(zone, lang)})"
    return When(text, local.isoformat(timespec="minutes"))


def deadline_words(
    deadline: Moment | Rolling | None, zone_name: str, lang: str, *, weekday: bool = False
) -> When | None:
    """The last moment to apply, with year and zone; None for a rolling posting."""
    if deadline is None or isinstance(deadline, Rolling):
        return None
    zone = to_zone(zone_name)
    last_minute = (deadline.ends_at(zone) - _MINUTE).astimezone(zone)
    last_day = day_words(last_minute.date(), lang, weekday=weekday)
    whose = zone_words(zone_name, lang)
    if deadline.time is None:
        return When(f"{last_day}, end of the day ({whose})", last_minute.date().isoformat())
    return When(f"{last_day}, {last_minute:%H:%M} ({whose})", last_minute.isoformat(timespec="minutes"))


@functools.lru_cache(maxsize=512)
def country_words(code: str, lang: str) -> str:
    """A country's name."""
    return "anywhere" if code == ANYWHERE else str(_names(lang).territories[code])


@functools.lru_cache(maxsize=512)
def language_words(code: str, lang: str) -> str:
    """A language's name, with the capital a heading has."""
    name = str(_names(lang).languages[code])
    return name[:1].upper() + name[1:]


def place_words(place: Place, lang: str) -> str:
    """ "Brussels, Belgium"."""
    return f"{place.city}, {country_words(place.country, lang)}"


def salary_words(salary: Salary, lang: str) -> str:
    """ "€42,000 to €48,000 a year (gross)"."""
    figures = [
        _money(each, salary.currency, lang) for each in (salary.amount, salary.min, salary.max) if each is not None
    ]
    text = " to ".join(figures)
    if salary.amount is None and len(figures) == 1:
        text = f"{'from' if salary.min is not None else 'up to'} {text}"
    if salary.per is not None and figures:
        text += f" {PERIODS[salary.per]}"
    if not text:
        return salary.note or ""
    return f"{text} ({salary.note})" if salary.note else text


def size_words(size: int) -> str:
    """A file's size, for people: "340 kB", "1.2 MB"."""
    return f"{max(1, round(size / 1000))} kB" if size < 1_000_000 else f"{size / 1e6:.1f} MB"


def sentence(parts: tuple[str, ...] | list[str]) -> str:
    """Words joined with commas, the first with a capital."""
    text = ", ".join(parts)
    return text[:1].upper() + text[1:]


def _money(amount: Decimal, currency: str | None, lang: str) -> str:
    pattern = None if amount % 1 else "¤#,##0"
    text: str = format_currency(
        amount, currency or "EUR", format=pattern, locale=_locale(lang), currency_digits=bool(amount % 1)
    )
    return text


@functools.cache
def _names(lang: str) -> Locale:
    return Locale.parse(_locale(lang))


def locale_tag(lang: str) -> str:
    """The same for browsers (BCP 47): "en-GB"."""
    return _locale(lang).replace("_", "-")


def _locale(lang: str) -> str:
    return _LOCALES.get(lang, lang)
