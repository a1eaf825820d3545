"""A typed record as JSON and back, so that a file validated once need not be validated again.

The form is `[tag, …]` for everything JSON has no type for. It is data only: reading it can make nothing but the
records and words declared in `model`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date, time, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any

from jobboard.model import apply, closing, employment, news, organisation, parts, posting
from jobboard.model.common import Visibility
from jobboard.model.field import declarations
from jobboard.model.moment import Moment

_MODULES = (apply, closing, employment, news, organisation, parts, posting)
_CLASSES: dict[str, type] = {
    name: each
    for module in _MODULES
    for name, each in vars(module).items()
    if isinstance(each, type) and each.__module__.startswith("jobboard.model")
} | {"Visibility": Visibility}


def dump(record: object) -> str:
    """The declared fields of a record that are not at their default, as JSON."""
    return json.dumps(_fields(record), ensure_ascii=False, separators=(",", ":"))


def load(cls: type, text: str, given: Mapping[str, object]) -> Any:
    """The record that `dump` wrote, with `given` for the fields that are not declared (id and path)."""
    record: Any = object.__new__(cls)
    values = json.loads(text)
    record.__dict__.update({name: _decode(value) for name, value in values.items()}, **given)
    return record


def _fields(record: object) -> dict[str, Any]:
    values = {name: getattr(record, name) for name in declarations(type(record))}
    return {name: _encode(value) for name, value in values.items() if value is not None and value != ()}


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
