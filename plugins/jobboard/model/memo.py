"""A typed record as text and back, so that a file validated once need not be validated again.

Reading it can make nothing but the record of the declaration it is read by.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import Any, Generic, TypeVar

from msgspec import DecodeError, Struct
from msgspec.json import Decoder, Encoder

from jobboard.source.problem import Problem

R = TypeVar("R")

_ENCODER = Encoder()


class Memo(Struct, Generic[R], frozen=True, array_like=True):
    """What is kept of a file: its record, and what was said of it."""

    problems: tuple[Problem, ...]
    record: R


def dump(record: object, problems: Iterable[Problem]) -> str | None:
    """A memo as text; None of a record that would not come back as it is, as its declaration does not allow for it:
    that of a translation which leaves to its original what every item must have."""
    memo = Memo(tuple(problems), record)
    text = _ENCODER.encode(memo).decode()
    return text if load(type(record), text) == memo else None


def load(cls: type, text: str) -> Memo[Any] | None:
    """What `dump` wrote of a record of that class; None if it makes no sense."""
    try:
        return _decoder_of(cls).decode(text)  # type: ignore[no-any-return]
    except DecodeError:
        return None


@functools.cache
def _decoder_of(cls: type) -> Decoder[Any]:
    return Decoder(Memo[cls])  # type: ignore[valid-type]  # a class that is known when it is asked for
