"""Front matter as a tree in which every value is the text the author typed, with its line."""

from __future__ import annotations

from msgspec import Struct


class Scalar(Struct, frozen=True, array_like=True, tag="scalar"):
    """One value, as typed: `NO` is Norway, `23:59` a time, `010` three digits."""

    text: str
    line: int


class Sequence(Struct, frozen=True, array_like=True, tag="sequence"):
    """A YAML list."""

    items: tuple[Node, ...]
    line: int


class Pair(Struct, frozen=True, array_like=True):
    """One `key: value` of a mapping; `line` is the key's."""

    key: str
    line: int
    value: Node


class Mapping(Struct, frozen=True, array_like=True, tag="mapping"):
    """A YAML mapping in the author's order. Keys are unique: a repeated one is a problem, and its first value stays."""

    entries: tuple[Pair, ...]
    line: int

    def entry(self, key: str) -> Pair | None:
        """The entry of that key; None if there is none."""
        return next((entry for entry in self.entries if entry.key == key), None)

    def value(self, key: str) -> Node | None:
        """What is written for that key; None if there is no such key."""
        entry = self.entry(key)
        return None if entry is None else entry.value


Node = Scalar | Sequence | Mapping
