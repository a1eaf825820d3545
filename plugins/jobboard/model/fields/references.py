"""What a record names: its references, found by the declarations, and the records that lead there.

An id that some item had before (`formerly`) is as good as the one of today: the records that later stages see hold
today's alone.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from msgspec import Struct

from jobboard.model.fields.field import FieldType, declarations
from jobboard.model.fields.values import ID

R = TypeVar("R")

OWN_FOLDER = "."
"""What a field refers to that names items of its own kind."""

Former = Mapping[tuple[str, str], str]
"""Today's id by (folder, former id); topics are below the list of topics and, as introductions, below their folder."""


class NamedId(Struct, frozen=True):
    """An id that a record names: in which dotted field, and in which folder (or list) it must be found."""

    field: str
    folder: str
    id: str


def id_in(folder: str) -> FieldType[str]:
    """The id of an item of that folder."""
    return dataclasses.replace(ID, refers_to=folder)


def reference_fields(cls: type, prefix: str = "") -> Iterator[tuple[str, str]]:
    """Every field of a declared record that names items, as (dotted name without numbers, folder)."""
    for name, folder, inner in _referring(cls):
        if inner is None:
            yield f"{prefix}{name}", folder
        else:
            yield from reference_fields(inner, f"{prefix}{name}.")


def references_of(record: object, own_folder: str, prefix: str = "") -> Iterator[NamedId]:
    """Everything that a record of that folder names, in the order of its declaration."""
    for name, folder, inner in _referring_in(record):
        value = getattr(record, name)
        several = value if isinstance(value, tuple) else () if value is None else (value,)
        is_numbered = isinstance(value, tuple) and (inner is not None or len(several) > 1)
        for number, each in enumerate(several, 1):
            dotted = f"{prefix}{name}.{number}" if is_numbered else f"{prefix}{name}"
            if inner is None:
                yield NamedId(dotted, own_folder if folder == OWN_FOLDER else folder, each)
            else:
                yield from references_of(each, own_folder, f"{dotted}.")


def with_names_of_today(record: R, own_folder: str, former: Former) -> R:
    """The record with every former id replaced by the one of today; of two that are one then, the first stays."""
    changes: dict[str, Any] = {}
    for name, named, inner in _referring_in(record):
        folder, value = own_folder if named == OWN_FOLDER else named, getattr(record, name)

        def today(each: Any, folder: str = folder, inner: type | None = inner) -> Any:
            return former.get((folder, each), each) if inner is None else with_names_of_today(each, own_folder, former)

        if isinstance(value, tuple):
            changes[name] = tuple(dict.fromkeys(map(today, value))) if inner is None else tuple(map(today, value))
        elif value is not None:
            changes[name] = today(value)
    return dataclasses.replace(record, **changes)  # type: ignore[type-var]  # every declared record is a dataclass


def _referring_in(record: object) -> tuple[tuple[str, str, type | None], ...]:
    cls: type = type(record)
    return _referring(cls)


@functools.cache
def _referring(cls: type) -> tuple[tuple[str, str, type | None], ...]:
    """The fields that name items, or hold records that do: (name, folder, the record)."""
    found: list[tuple[str, str, type | None]] = []
    for name, declaration in declarations(cls).items():
        inner = declaration.type.record
        if declaration.type.refers_to:
            found.append((name, declaration.type.refers_to, None))
        elif inner is not None and _referring(inner):
            found.append((name, "", inner))
    return tuple(found)
