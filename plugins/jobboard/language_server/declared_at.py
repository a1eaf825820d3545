"""The declarations that hold at a place: a folder and the fields around it in, what may be written there out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from jobboard.model.fields.field import Declaration, FieldType, declarations
from jobboard.model.fields.input import Input
from jobboard.model.kinds import RECORDS


class DeclaredField(Struct, frozen=True):
    """A field of a record, or a value of pairs, which have no declaration of their own."""

    record: type
    name: str
    type: FieldType[Any]
    declaration: Declaration | None = None


def record_at(folder: str, parents: Sequence[str]) -> type | None:
    """The record whose fields are written within these; None where there is none."""
    if not parents:
        return RECORDS.get(folder)
    found = field_at(folder, parents)
    return None if found is None else found.type.record


def field_at(folder: str, path: Sequence[str]) -> DeclaredField | None:
    """The declared field at that path; None if there is none."""
    *parents, name = path
    record = record_at(folder, parents)
    if record is not None:
        found = declarations(record).get(name)
        return None if found is None else DeclaredField(record, name, found.type, found)
    around = field_at(folder, parents) if parents else None
    if around is None or around.type.asked is not Input.PAIRS:
        return None
    return DeclaredField(around.record, around.name, around.type.items[1])
