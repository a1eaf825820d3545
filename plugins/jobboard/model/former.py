"""Ids that items had before."""

from __future__ import annotations

from typing import Protocol


class Renamed(Protocol):
    """What may have had other ids: `formerly`, oldest first. Renamed back, it has its own among them."""

    @property
    def id(self) -> str: ...

    @property
    def formerly(self) -> tuple[str, ...]: ...


def first_id(item: Renamed) -> str:
    """The id an item is known by for ever: the first it had."""
    return (*item.formerly, item.id)[0]


def other_ids(item: Renamed) -> tuple[str, ...]:
    """The ids an item had and has no more, oldest first."""
    return tuple(old for old in item.formerly if old != item.id)
