"""Fields in the order of the reference: a file in, the same lines in another order out."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import yaml

from jobboard.editing.change import Path
from jobboard.editing.editor import names_below, says
from jobboard.editing.placing import end_of_lines
from jobboard.editing.refusal import NotEditedError
from jobboard.editing.sheet import data_of, line_start, read_fields, refuse_repeated, sheet_of
from jobboard.editing.spots import FieldsSpot, ListSpot, Spot, spots_of
from jobboard.source.message import phrase


def ordered(data: bytes, record: type) -> bytes:
    """The file with its fields, and those within them that have lines of their own, in the order they are declared.

    A comment moves with the field on its line, or below it; one that stands alone at the top stays there. A field
    nobody declares stays behind the one it follows. Raises NotEditedError.
    """
    before = data_of(read_fields(data))
    refuse_repeated(data)
    sheet = sheet_of(data)
    try:
        root = spots_of(sheet.front)
    except yaml.YAMLError:
        raise _not_ordered() from None
    for holder, names in sorted(_holders(root, record), key=lambda each: -each[0].start):
        front = _in_order(sheet.front, holder, names)
        if front != sheet.front:
            sheet = sheet_of(sheet.with_front(front))
    new = sheet.text.encode()
    if not says(new, before, sheet_of(data)):
        raise _not_ordered()
    return new


def _not_ordered() -> NotEditedError:
    return NotEditedError(phrase("its fields cannot come into order without touching others; move them by hand"))


def _holders(spot: Spot | None, record: type, path: Path = ()) -> Iterator[tuple[FieldsSpot, tuple[str, ...]]]:
    """Every group of fields with lines of its own, and the order of them."""
    if isinstance(spot, ListSpot):
        for at, item in enumerate(spot.items):
            yield from _holders(item, record, (*path, at))
    elif isinstance(spot, FieldsSpot) and not spot.is_flow:
        if names := names_below(record, path):
            yield spot, names
        for entry in spot.entries:
            yield from _holders(entry.value, record, (*path, entry.key))


def _in_order(front: str, holder: FieldsSpot, names: tuple[str, ...]) -> str:
    starts = [line_start(front, each.start) for each in holder.entries]
    if any(front[start : each.start].strip(" ") for start, each in zip(starts, holder.entries, strict=True)):
        return front  # one of them shares its line with the hyphen of a list
    ends = [end_of_lines(front, each.value.end, holder.column) for each in holder.entries]
    first = _below_what_stands_alone(front, starts[0])
    borders = itertools.pairwise([first, *ends])
    ranks = _ranks([each.key for each in holder.entries], names)
    parts = [front[start:end] for _, (start, end) in sorted(zip(ranks, borders, strict=True), key=lambda each: each[0])]
    return front[:first] + "".join(parts) + front[ends[-1] :]


def _below_what_stands_alone(front: str, at: int) -> int:
    """Where the comments begin that stand right above a line."""
    while at and front[line_start(front, at - 1) : at].strip().startswith("#"):
        at = line_start(front, at - 1)
    return at


def _ranks(keys: list[str], names: tuple[str, ...]) -> list[int]:
    found: list[int] = []
    for key in keys:
        found.append(names.index(key) if key in names else found[-1] if found else 0)
    return found
