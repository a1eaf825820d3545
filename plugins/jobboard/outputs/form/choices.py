"""The words a field may hold, by the names that readers know; and all codes of countries, languages and the like."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from zoneinfo import available_timezones

from jobboard.board.site import Site
from jobboard.model.texts import codes
from jobboard.outputs.events.words import EVENT_KINDS, EVENT_STATUSES
from jobboard.outputs.text import words
from jobboard.outputs.text.alphabet import alphabetical
from jobboard.outputs.text.names import country_name, language_name, locale_for, with_capital
from jobboard.source.catalogue import mark, mark_as

_PERMITS = {
    "required": mark("Required beforehand"),
    "sponsored": mark("The employer obtains it"),
    "not-needed": mark("Not needed"),
}
_PERIODS = {
    "year": mark_as("period", "Year"),
    "month": mark_as("period", "Month"),
    "week": mark_as("period", "Week"),
    "day": mark_as("period", "Day"),
    "hour": mark_as("period", "Hour"),
    "assignment": mark_as("period", "Whole assignment"),
}
_STATUSES = {"draft": mark("Draft"), **EVENT_STATUSES, **words.STATUSES}
_OTHERS = {"main": mark("At the top"), "footer": mark("At the foot"), "other": mark_as("choice", "Other")}
_NAMES: Mapping[str, Mapping[str, str]] = {
    "Posting.kind": words.POSTING_KINDS,
    "NewsItem.kind": words.NEWS_KINDS,
    "Event.kind": {**EVENT_KINDS, "other": _OTHERS["other"]},
    "Posting.workplace": words.WORKPLACES,
    "Posting.employment": words.EMPLOYMENT,
    "Posting.languages": words.LEVELS,
    "Contract.type": words.CONTRACTS,
    "Salary.per": _PERIODS,
    "Eligibility.permit": _PERMITS,
}
"""By record and field."""

_CONTINENTS = tuple(
    f"{each}/"
    for each in ["Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"]
)
"""What zones are named after; the others are old names of theirs, and distances from UTC."""

NamedCodes = list[tuple[str, str]]
"""Codes with their names, in the order in which they are offered."""


def choices_of(site: Site, field: str, values: Iterable[str]) -> NamedCodes:
    """The words of a field (`Posting.kind`), each with its name; one without a name stands for itself."""
    names = {**_OTHERS, **_STATUSES, **_NAMES.get(field, {})}
    return [(each, with_capital(site.say(names[each])) if each in names else with_capital(each)) for each in values]


def codes_by_name(site: Site) -> dict[str, NamedCodes]:
    """Every code that a field may hold, by what it is a code of."""
    return {
        "country": _sorted(site, {each: country_name(each, site.lang) for each in codes.countries()}),
        "language": _sorted(
            site, {each: with_capital(language_name(each, site.lang)) for each in codes.usual_languages()}
        ),
        "currency": _sorted(site, {each: _currency(site, each) for each in codes.currencies_in_use()}),
        "zone": [(each, each) for each in sorted(available_timezones()) if each.startswith(_CONTINENTS)],
    }


def _currency(site: Site, code: str) -> str:
    name: Any = locale_for(site.lang).currencies.get(code, code)
    return f"{code} ({name})"


def _sorted(site: Site, names: Mapping[str, str]) -> NamedCodes:
    return sorted(names.items(), key=lambda each: alphabetical(each[1], site.lang))
