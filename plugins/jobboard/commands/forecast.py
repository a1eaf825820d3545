"""What will happen to a site by itself, in words and as data. The instants are those of `board/changes/timeline.py`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from msgspec import Struct
from rich.cells import cell_len

from jobboard.board.board import Board
from jobboard.board.changes.next_change import next_change
from jobboard.board.changes.timeline import Occurrence, Occurs, timeline
from jobboard.board.status import TICK
from jobboard.model.moments.zones import fixed_zone_name
from jobboard.outputs.text.clocks import utc_text

_NOTHING = "Nothing will change by itself."


class Row(Struct, frozen=True, kw_only=True):
    """What happens at an instant (UTC) to an item, or to an item and its translations at once."""

    at: datetime
    what: str
    folder: str
    ids: tuple[str, ...]
    title: str
    organisation: str


def next_as_text(board: Board) -> str:
    """A line for each thing that happens at the next change: in the zone of the site, in UTC, and what."""
    return (
        "\n".join(
            f"{_local(row.at, board):%a %d %b %Y %H:%M} ({_zone(board)}), {utc_text(row.at)}: {row.what}: "
            f"{row.title} ({', '.join(row.ids)})"
            for row in _next(board)
        )
        or _NOTHING
    )


def next_as_json(board: Board) -> str:
    """The next change for programs; `next_change` is null if nothing will change by itself."""
    rows = _next(board)
    found = {"next_change": utc_text(rows[0].at) if rows else None, "changes": [_data(row, board) for row in rows]}
    return json.dumps(found, ensure_ascii=False, indent=2)


def timeline_as_text(board: Board, until: datetime) -> str:
    """A table of what happens before `until` (aware), in the zone of the site."""
    span = f"{_local(board.now, board):%a %d %b %Y %H:%M} to {_local(until, board):%a %d %b %Y %H:%M}"
    rows = _rows(change for change in timeline(board, until) if change[1] is not Occurs.LEAVES_CHANGES)
    if not rows:
        return f"{span} ({_zone(board)}): nothing changes by itself."
    cells = [
        (f"{_local(row.at, board):%a %d %b %Y  %H:%M}", row.what, row.title, row.organisation, ", ".join(row.ids))
        for row in rows
    ]
    return "\n".join([f"{span} ({_zone(board)})", "", *_aligned(cells)])


def timeline_as_json(board: Board, until: datetime) -> str:
    """What happens before `until` (aware), for programs."""
    rows = _rows(timeline(board, until))
    return json.dumps([_data(row, board) for row in rows], ensure_ascii=False, indent=2)


def _next(board: Board) -> list[Row]:
    instant = next_change(board)
    return [] if instant is None else _rows(timeline(board, instant + TICK))


def _rows(changes: Iterable[Occurrence]) -> list[Row]:
    """A row for each change, one for a whole translation group, named as the original is."""
    groups: dict[tuple[datetime, str, str, str], list[Occurrence]] = {}
    for change in changes:
        at, what, item = change
        groups.setdefault((at, what, _folder(change), item.group), []).append(change)
    return [_row(each) for each in groups.values()]


def _row(changes: list[Occurrence]) -> Row:
    at, what, item = min(changes, key=lambda change: (change[2].id != change[2].group, change[2].id))
    employer = item.organisations[0].content if item.organisations else None
    return Row(
        at=at,
        what=what.value,
        folder=_folder(changes[0]),
        ids=tuple(sorted((each.id for _, _, each in changes), key=lambda id_: (id_ != item.id, id_))),
        title=item.content.title,
        organisation=(employer.short_name or employer.name) if employer else "",
    )


def _folder(change: Occurrence) -> str:
    return change[2].folder


def _aligned(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Columns two spaces apart, whatever the width of their letters."""
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def _data(row: Row, board: Board) -> dict[str, str | list[str]]:
    return {
        "at": utc_text(row.at),
        "local": _local(row.at, board).isoformat(timespec="minutes"),
        "what": row.what,
        "folder": row.folder,
        "ids": list(row.ids),
        "title": row.title,
        "organisation": row.organisation,
    }


def _zone(board: Board) -> str:
    """The zone of the site by its name; by its distance from UTC where the name has the sign the other way round."""
    return fixed_zone_name(board.site.zone) or board.site.zone


def _local(instant: datetime, board: Board) -> datetime:
    return instant.astimezone(ZoneInfo(board.site.zone))
