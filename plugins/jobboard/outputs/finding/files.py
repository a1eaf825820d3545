"""The two files the filter asks for: what is counted and compared as numbers, and titles as words.

Each holds a column for every field, in the order of the list by deadline. A pair of one `name` belongs together, and
`build.json` names the pair of today.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from jobboard.base.digest import digest_of
from jobboard.board.site import Site
from jobboard.board.synopsis import Pay
from jobboard.model.texts.towns import town_names
from jobboard.model.topic import Topic
from jobboard.outputs.finding.columns import Coded, CodedSets, as_letters, beside, column_of, set_column, steps
from jobboard.outputs.finding.fields import FIELDS, SAID, FindField, Hirer, ValueNames, place_value
from jobboard.outputs.finding.row import FindRow
from jobboard.outputs.page.made import Made
from jobboard.source.direction import direction_of
from jobboard.source.slug import to_slug

_MINUTE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Findable:
    """All postings that are open, in every language they are written in, with those who hire and what they are about.

    `name` tells two such boards apart by everything the files say of them. The digest is made once for both files.
    """

    rows: tuple[Made[FindRow], ...]
    employers: tuple[Hirer, ...]
    topics: tuple[Topic, ...]
    digest: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        parts = [
            *(each.digest for each in self.rows),
            *map(repr, self.employers),
            *(each.digest for each in self.topics),
        ]
        object.__setattr__(self, "digest", digest_of("\0".join(parts).encode()))

    def name(self, site: Site) -> str:
        """What the pair of files is called on a site."""
        return digest_of(f"{self.digest} {[each.digest for each in site.editions()]}".encode())


def facets_json(site: Site, board: Findable) -> str:
    """The file of numbers: fields with the values there are and their names in each edition, and all other columns."""
    rows = [each.value for each in board.rows]
    employers = sorted(board.employers, key=lambda each: each.id)
    known = ValueNames(
        organisations={each.id: each for each in board.employers},
        topics={each.id: each for each in board.topics},
        towns=_towns_of(rows),
    )
    return _json(
        {
            "name": board.name(site),
            "languages": [each.lang for each in site.editions()],
            "hides": not site.shows_untranslated,
            "fields": _fields(site, rows, known),
            "above": [each.above for each in employers],
            "signs": [
                (each.logo, each.monogram, each.short_name, each.lang, direction_of(each.lang)) for each in employers
            ],
            "directions": [direction_of(each) for each in sorted({row.lang for row in rows})],
            **_columns_of(rows),
            "groups": _groups(rows),
        }
    )


def titles_json(site: Site, board: Findable) -> str:
    """The file of words: titles, of each posting its id where that is not made of the title, and all names of towns, in
    the order of their values."""
    rows = [each.value for each in board.rows]
    return _json(
        {
            "name": board.name(site),
            "titles": [row.title for row in rows],
            "ids": ["" if to_slug(row.title) == row.id else row.id for row in rows],
            "towns": [" ".join(town_names(*place)) for _, place in sorted(_towns_of(rows).items())],
        }
    )


def _towns_of(rows: Iterable[FindRow]) -> dict[str, tuple[str, str]]:
    """Country and town, as written, by the value of each place."""
    return {place_value(*place): place for row in rows for place in row.places}


def _fields(site: Site, rows: Sequence[FindRow], known: ValueNames) -> dict[str, Any]:
    declared = {**FIELDS, **SAID}
    columns = {
        name: set_column([each.values(row) for row in rows], each.more(known)) for name, each in declared.items()
    }
    return {name: _field(site, each, columns, columns[name], known) for name, each in declared.items()}


def _field(
    site: Site, field: FindField, columns: Mapping[str, CodedSets], column: CodedSets, known: ValueNames
) -> dict[str, Any]:
    named = {"values": [*map(field.written, column.values)], "names": _names(site, field, column, known)}
    if field.within:
        return named
    if not field.beside:
        return named | {"sets": column.sets, "rows": as_letters(column.rows)}
    usual, rows = beside(column.rows, columns[field.beside].rows)
    return named | {"sets": column.sets, "beside": field.beside, "usual": usual, "rows": as_letters(rows)}


def _names(site: Site, field: FindField, column: CodedSets, known: ValueNames) -> list[str | list[str]]:
    """What each value is called: in one word where that is the same in all editions, else in a list of them."""
    editions = site.editions()
    named = [[field.name(each, value, known) for each in editions] for value in column.values]
    return [names[0] if len(set(names)) == 1 else names for names in named]


def _columns_of(rows: Sequence[FindRow]) -> dict[str, Any]:
    newest = max((row.published.toordinal() for row in rows), default=0)
    return {
        "pay": _pay([row.pay for row in rows]),
        "closes": steps([_minutes(row.closes) for row in rows]),
        "soon": _plain(column_of([_minutes(row.closes) - _minutes(row.soon) for row in rows])),
        "until": _plain(column_of([_after_closing(row) for row in rows])),
        "day": _plain(column_of([row.last_day.toordinal() - _last_minute(row).toordinal() for row in rows])),
        "minute": as_letters(int(row.has_minute) for row in rows),
        "newest": newest,
        "published": as_letters(newest - row.published.toordinal() for row in rows),
        "change": _plain(column_of([row.change for row in rows])),
    }


def _pay(pays: Sequence[Pay | None]) -> dict[str, Any]:
    """What pay is in and for, the lower end of each, and by how much the upper one is above it, or what it is up to."""
    lows = [_short(pay.low) if pay else None for pay in pays]
    more = [_short(pay.high - (pay.low or 0)) if pay and pay.high is not None else None for pay in pays]
    return {
        "unit": _plain(column_of([(pay.currency, pay.per) if pay else None for pay in pays])),
        "low": _plain(column_of(lows)),
        "more": _plain(column_of(more)),
    }


def _short(amount: float | None) -> float | int | None:
    return int(amount) if amount is not None and amount.is_integer() else amount


def _plain(column: Coded) -> dict[str, Any]:
    return {"said": column.said, "rows": as_letters(column.rows)}


def _minutes(instant: datetime) -> int:
    """Since 1970, UTC."""
    return int(instant.timestamp()) // _MINUTE


def _after_closing(row: FindRow) -> int | None:
    """By how many minutes its deadline is after its closing: 0 but where it closes early. None for a rolling one."""
    return _minutes(row.deadline) - _minutes(row.closes) if row.deadline else None


def _last_minute(row: FindRow) -> datetime:
    """The last minute it is open, in UTC."""
    return row.closes.astimezone(UTC) - timedelta(minutes=1)


def _groups(rows: Iterable[FindRow]) -> list[list[int]]:
    """The rows of each translation group that has several, the original first."""
    groups: dict[str, list[tuple[bool, str, int]]] = {}
    for place, row in enumerate(rows):
        groups.setdefault(row.group, []).append((row.id != row.group, row.id, place))
    return [[place for *_, place in sorted(found)] for found in groups.values() if len(found) > 1]


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
