"""Open postings as a table for spreadsheets: `jobs.csv`, with the properties of `jobs.json` laid flat.

RFC 4180: commas, CRLF, quotes where they are needed. A byte order mark tells Excel that it is UTF-8.
"""

from __future__ import annotations

import csv
import io
import re
from typing import Any

from jobboard.board.board import BoardPosting
from jobboard.board.site import Site
from jobboard.engine.output import Chunks
from jobboard.outputs.data.files import Rows, Schema, Translations, values_in
from jobboard.outputs.postings.data import PROPERTIES

_MARK = "\ufeff"
_FORMULA = re.compile(r'((?:^|[;\t\r\n])(?=[\s"\']*[=+\-@\uff1d\uff0b\uff0d\uff20])|^(?=\s*[\t\r]))')
"""Where a spreadsheet would take what follows for a formula: at the start of a cell, and after a semicolon or a line's
end, which begin a new cell where a spreadsheet is set to a language that writes decimals with a comma."""


def jobs_csv(site: Site, rows: Rows[BoardPosting]) -> Chunks[Any]:
    """A row for each open posting, in the order of `jobs.json`, below a row with the names of the columns."""
    columns = [column for name, each in PROPERTIES.items() for column in columns_of(name, each.schema)]

    def row(item: tuple[BoardPosting, Translations]) -> bytes:
        values = values_in(site, *item, PROPERTIES)
        return csv_row([harmless(cell(values[name], part)) if name in values else "" for name, part in columns])

    names = csv_row([f"{name}.{part}".removesuffix(".") for name, part in columns])
    return Chunks(head=_MARK.encode() + names, items=rows.keyed(site), express=row)


def columns_of(name: str, schema: Schema) -> list[tuple[str, str]]:
    """The columns of a property: one, or for records one for each of their fields, `salary` and `min`."""
    inner = schema.get("items", schema)
    return [(name, each) for each in inner["properties"]] if "properties" in inner else [(name, "")]


def cell(value: Any, part: str) -> str:
    """What stands in a column. Of several records it has the same field of each, in order, empty ones included."""
    if not part:
        return _words(value)
    if isinstance(value, dict):
        return _words(value.get(part))
    found = [_words(each.get(part)) for each in value]
    return "; ".join(found) if any(found) else ""


def harmless(text: str) -> str:
    """Text no spreadsheet runs: an apostrophe before what would begin a formula (docs/standards.md#spreadsheets)."""
    return _FORMULA.sub(r"\1'", text) if _FORMULA.search(text) else text


def csv_row(cells: list[str]) -> bytes:
    """A row of a table (RFC 4180), its end included."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerow(cells)
    return text.getvalue().encode()


def _words(value: Any) -> str:
    if isinstance(value, str):
        return value
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case list() | tuple():
            return "; ".join(map(_words, value))
        case dict():
            return "; ".join(f"{name}: {_words(each)}" for name, each in value.items())
        case _:
            return str(value)
