"""Front matter as a tree in which every value is the text the author typed, with its line."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value, as typed: `NO` is Norway, `23:59` a time, `010` three digits."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Sequence:
    """A YAML list."""

    items: tuple[Node, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One `key: value` of a mapping; `line` is the key's."""

    key: str
    line: int
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """A YAML mapping in the author's order. Keys are unique: a repeated one is a problem, and its first value stays."""

    entries: tuple[Entry, ...]
    line: int


Node = Scalar | Sequence | Mapping
