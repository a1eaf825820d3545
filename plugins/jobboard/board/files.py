"""The files that an item leads to, by its fields and in its text: each with what readers are given of it."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct, structs

from jobboard.board.board import BoardItem
from jobboard.board.synopsis import NamedFile, Resolved
from jobboard.model.fields.field import declarations
from jobboard.model.fields.values import FILE
from jobboard.model.parts.logo import Logo
from jobboard.source.pictures.picture import is_picture


class _Naming(Struct, frozen=True):
    """What the declaration of a record says of the files it names."""

    is_offered: bool
    may_be_shown: bool
    is_logo: bool


def files_of(item: object) -> Iterator[tuple[str, str]]:
    """The files an item's fields name, as (dotted field, path below the content folder)."""
    return ((each.field, each.path) for each in named_files(item))


def named_files(record: object, prefix: str = "") -> Iterator[NamedFile]:
    """Every file that a record names by its fields, in the order of their declaration."""
    cls: type = type(record)
    for name, inner in _naming_files(cls):
        value = getattr(record, name)
        if inner is None:
            if value:
                yield _named(record, f"{prefix}{name}", value)
        elif isinstance(value, tuple):
            for number, each in enumerate(value, 1):
                yield from named_files(each, f"{prefix}{name}.{number}.")
        elif value is not None:
            yield from named_files(value, f"{prefix}{name}.")


def linked_files(links: Resolved) -> Iterator[NamedFile]:
    """Every file that a text shows or leads to."""
    for path in dict.fromkeys(target.file for _, target in links if target and target.file):
        is_led_to = any(target.is_led_to for _, target in links if target and target.file == path)
        yield NamedFile(path=path, is_offered=is_led_to, is_shown=is_picture(path))


def files_led_to(item: Any) -> tuple[NamedFile, ...]:
    """Every file that an item of the board leads to, by its fields and in its text."""
    named = item.synopsis.named if isinstance(item, BoardItem) else named_files(item.content)
    return (*named, *linked_files(item.links))


def without_kept_notes(files: Iterable[NamedFile]) -> Iterator[NamedFile]:
    """The same files where nothing personal is to be published any more, which notes of a camera may be."""
    return (structs.replace(each, keeps_metadata=False) for each in files)


def _named(record: object, field: str, path: str) -> NamedFile:
    cls: type = type(record)
    naming = _naming_of(cls)
    return NamedFile(
        path=path,
        field=field,
        is_offered=naming.is_offered,
        is_shown=naming.may_be_shown and (is_picture(path) or not naming.is_offered),
        is_logo=naming.is_logo,
        keeps_metadata=getattr(record, "keep_metadata", False),
    )


@functools.cache
def _naming_files(cls: type) -> tuple[tuple[str, type | None], ...]:
    """The fields that name files, or hold records that do: (name, the record)."""
    inner = ((name, each.type, each.type.record) for name, each in declarations(cls).items())
    return tuple((name, record) for name, type_, record in inner if type_ is FILE or (record and _naming_files(record)))


@functools.cache
def _naming_of(cls: type) -> _Naming:
    """A record that cannot be without words for its picture shows it and offers nothing; one that has no room for them
    offers a file."""
    alt = declarations(cls).get("alt")
    return _Naming(is_offered=alt is None or not alt.required, may_be_shown=alt is not None, is_logo=cls is Logo)
