"""What readers search: a row for each text of the board, in files of rows that the browser's script reads.

A row says nothing that passes with time: the script compares its instants with the clock. So a deadline writes no file.
It holds no contact data either, at no time, since what a closed posting may not show must not lie in any copy.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from msgspec import Struct, json

from jobboard.engine.output import Chunks
from jobboard.outputs.addresses import SEARCH
from jobboard.outputs.page.made import Made

STANDING = "standing"
"""The part of what has no year."""

SUMMARY = 200
"""Characters of a summary that is taken from a text; one that its author wrote is there whole."""


class SearchRow(Struct, frozen=True, kw_only=True, array_like=True):
    """One text. `folder`, `kind`, `id` say what it is and where, `group` the original if it is a translation.

    `organisations` and `topics` are ids, `towns` and `names` as written, `countries` codes. `opened` and `closes` are
    seconds since 1970 (UTC), None for what has no such instant. `first` and `last` are the days that readers are told,
    in ISO 8601: of a posting its deadline and the day it is closed on. `state` is what else became of an event.
    """

    folder: str
    kind: str = ""
    id: str
    lang: str
    group: str = ""
    title: str
    summary: str = ""
    organisations: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    towns: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    opened: int | None = None
    closes: int | None = None
    first: str = ""
    last: str = ""
    state: str = ""


def rows_path(part: str) -> str:
    """Where the rows of a part are: of a year, or of `STANDING`. The script finds all of them by the latter's."""
    return f"{SEARCH}{part}.json"


def group_in_row(id_: str, group: str) -> str:
    """The group of a translation; nothing for an original, whose id it is."""
    return "" if id_ == group else group


def seconds(instant: datetime) -> int:
    """An instant (aware) as rows have it."""
    return int(instant.timestamp())


def each_once(texts: tuple[str | None, ...]) -> tuple[str, ...]:
    """Those texts that are there, each once."""
    return tuple(dict.fromkeys(filter(None, texts)))


def search_json(rows: tuple[Made[SearchRow], ...]) -> Chunks[Any]:
    """A file of rows, a line each, under the names of their columns."""
    return Chunks(
        head=b'{"columns":' + json.encode(SearchRow.__struct_fields__) + b',"rows":[\n',
        items=((row.digest, row) for row in rows),
        express=lambda row: json.encode(row.value),
        between=b",\n",
        tail=b"\n]}\n",
    )
