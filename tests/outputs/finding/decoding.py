"""The two files of the filter, read as a browser reads them but by hand: rows in, what each row says out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from jobboard.source.slug import to_slug

Site = Mapping[str, bytes]

_GAPS = (92, 127, 0xD800)
"""Code points before which the letters of numbers leave something out; the first letter is `#`."""
_LEFT_OUT = (35, 1, 34, 0x0800)
_MINUTE = timedelta(minutes=1)


def numbers(letters: str) -> list[int]:
    """The numbers of a text, a letter each."""
    passed = ((ord(each), sum(ord(each) > gap for gap in _GAPS)) for each in letters)
    return [code - sum(_LEFT_OUT[: gaps + 1]) for code, gaps in passed]


def facets_of(site: Site) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(site["jobs/facets.json"])
    return found


def titles_of(site: Site) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(site["jobs/titles.json"])
    return found


def facet_rows(facets: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What the file of numbers says of each row, in its order: values of every field, instants, days, pay."""
    columns = {name: _sets(name, facets["fields"]) for name in facets["fields"]}
    columns |= _instants(facets)
    columns["pay"] = _pays(facets["pay"])
    columns["change"] = _said(facets["change"])
    columns["has minute"] = [bool(each) for each in numbers(facets["minute"])]
    assert len({len(column) for column in columns.values()}) == 1
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def title_rows(titles: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The id and the title of each row."""
    return [(id_ or to_slug(title), title) for title, id_ in zip(titles["titles"], titles["ids"], strict=True)]


def _sets(name: str, fields: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """The values of each row: told by places, beside those of another field, or by what they begin with there."""
    field = fields[name]
    if name == "country":
        towns = _sets("town", fields)
        return [tuple(dict.fromkeys(each.partition("-")[0] for each in row)) for row in towns]
    values = [tuple(field["values"][place] for place in each) for each in field["sets"]]
    return [values[each] for each in _places(name, fields)]


def _places(name: str, fields: Mapping[str, Any]) -> list[int]:
    told = numbers(fields[name]["rows"])
    if "beside" not in fields[name]:
        return told
    given = _places(fields[name]["beside"], fields)
    usual: Sequence[int] = fields[name]["usual"]
    return [each - 1 if each else usual[known] for each, known in zip(told, given, strict=True)]


def _said(column: Mapping[str, Any]) -> list[Any]:
    return [column["said"][place] for place in numbers(column["rows"])]


def _instants(facets: Mapping[str, Any]) -> dict[str, list[Any]]:
    closes = [_instant(each) for each in _sums(facets["closes"])]
    newest = date.fromordinal(facets["newest"]) if facets["newest"] else date.min
    ends = zip(closes, _said(facets["until"]), strict=True)
    days = zip(closes, _said(facets["day"]), strict=True)
    return {
        "closes": closes,
        "soon": [at - each * _MINUTE for at, each in zip(closes, _said(facets["soon"]), strict=True)],
        "deadline": [None if each is None else at + each * _MINUTE for at, each in ends],
        "last day": [(at - _MINUTE).date() + timedelta(each) for at, each in days],
        "published": [newest - timedelta(each) for each in numbers(facets["published"])],
    }


def _sums(steps: Iterable[int]) -> Iterable[int]:
    reached = 0
    for each in steps:
        reached += each
        yield reached


def _instant(minutes: int) -> datetime:
    return datetime.fromtimestamp(minutes * 60, UTC)


def _pays(pay: Mapping[str, Any]) -> list[tuple[float | None, float | None, str, str] | None]:
    """The lower end, the upper end, the currency and the period; None where no figure is given."""
    columns = zip(*(_said(pay[each]) for each in ("unit", "low", "more")), strict=True)
    return [unit and (low, None if more is None else (low or 0) + more, *unit) for unit, low, more in columns]
