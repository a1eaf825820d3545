"""A typed record as JSON and back, so that a file validated once need not be validated again.

The form is `[tag, …]` for everything JSON has no type for. It is data only: reading it can make nothing but the
records and words declared in `model`.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping
from datetime import date, time, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any

from msgspec import json

from jobboard.model import (
    apply,
    closing,
    employment,
    event,
    introduction,
    news,
    offer,
    organisation,
    page,
    parts,
    posting,
)
from jobboard.model.common import Visibility
from jobboard.model.field import declarations
from jobboard.model.moments.moment import Moment
from jobboard.source.problem import Level, Problem
from jobboard.source.recent import Recent

_MODULES = (apply, closing, employment, event, introduction, news, offer, organisation, page, parts, posting)
_CLASSES: dict[str, type] = {
    name: each
    for module in _MODULES
    for name, each in vars(module).items()
    if isinstance(each, type) and each.__module__.startswith("jobboard.model")
} | {"Visibility": Visibility}


def dump(record: object, advice: Iterable[Problem] = ()) -> str:
    """Two lines of JSON: what was said of a record, and those of its declared fields that are not at their default."""
    said = [(each.line, each.field, each.message, each.hint, each.level.value) for each in advice]
    return "\n".join(json.encode(each).decode() for each in (said, _fields(record)))


def problems_of(text: str, path: str) -> list[Problem]:
    """What was said of the record that `dump` wrote, now at `path`."""
    said = json.decode(text.partition("\n")[0])
    return [Problem(path, line, field, message, hint, Level(level)) for line, field, message, hint, level in said]


def load(cls: type, fetch: Callable[[], str], given: Mapping[str, object], awake: Recent[Any] | None = None) -> Any:
    """The record that `dump` wrote, with `given` for the fields that are not declared (id and path).

    Its text is fetched, and each field decoded, when it is first asked for: a build looks at few fields of most. Those
    that are not the most recent of `awake` any more forget what was fetched, and fetch it again when they are asked.
    """
    stored = _stored_class(cls)
    record: Any = object.__new__(stored)
    record.__dict__.update(given, _fetch=fetch, _awake=awake)
    return record


def forget(record: Any) -> None:
    """Keep of a loaded record only the way to its text."""
    cls: type = type(record)
    own = record.__dict__
    for name in ("_values", *_declared_names(cls)):
        own.pop(name, None)


class _Stored:
    """A field of a record that is still text. Once decoded, the value in the record's own `__dict__` comes first."""

    def __init__(self, name: str, default: object) -> None:
        self._name = name
        self._default = default

    def __get__(self, record: Any, _owner: type) -> Any:
        if record is None:
            return self._default
        own = record.__dict__
        if "_values" not in own:
            own["_values"] = json.decode(own["_fetch"]().partition("\n")[2])
            if own["_awake"] is not None:
                own["_awake"].add(record)
        value = _decode(own["_values"][self._name]) if self._name in own["_values"] else self._default
        own[self._name] = value
        return value


@functools.cache
def _stored_class(cls: type) -> type:
    fields = {name: _Stored(name, getattr(cls, name, each.type.nothing)) for name, each in declarations(cls).items()}
    return type(cls.__name__, (cls,), fields)


def _fields(record: Any) -> dict[str, Any]:
    cls: type = type(record)
    values = {name: getattr(record, name) for name in _declared_names(cls)}
    return {name: _encode(value) for name, value in values.items() if value is not None and value != ()}


@functools.cache
def _declared_names(cls: type) -> tuple[str, ...]:
    return tuple(declarations(cls))


def _encode(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return ["e", type(value).__name__, value.value]
    if isinstance(value, str | int):
        return value
    if isinstance(value, tuple):
        return ["t", *map(_encode, value)]
    if isinstance(value, Decimal):
        return ["d", str(value)]
    if isinstance(value, Moment):
        seconds = None if value.offset is None else value.offset.total_seconds()
        return ["m", value.day.isoformat(), value.time and value.time.isoformat(), seconds]
    return ["r", type(value).__name__, _fields(value)]


def _decode(value: Any) -> Any:
    return _DECODERS[value[0]](value) if isinstance(value, list) else value


def _moment(value: list[Any]) -> Moment:
    _, day, clock, seconds = value
    return Moment(
        date.fromisoformat(day),
        None if clock is None else time.fromisoformat(clock),
        None if seconds is None else timedelta(seconds=seconds),
    )


def _record(value: list[Any]) -> object:
    return _CLASSES[value[1]](**{name: _decode(each) for name, each in value[2].items()})


_WORDS = {(name, word.value): word for name, each in _CLASSES.items() if issubclass(each, StrEnum) for word in each}

_DECODERS: dict[str, Callable[[list[Any]], Any]] = {
    "e": lambda value: _WORDS[value[1], value[2]],
    "t": lambda value: tuple(map(_decode, value[1:])),
    "d": lambda value: Decimal(value[1]),
    "m": _moment,
    "r": _record,
}
