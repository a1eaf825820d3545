"""Chains of references: whatever leads to another of its kind is walked here, and nowhere round and round."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping


def chain_from(start: str, next_of: Callable[[str], str | None]) -> Iterator[str]:
    """The ids that follow `start`, each once; where they come round to one met before, they end."""
    met = {start}
    found = next_of(start)
    while found is not None and found not in met:
        met.add(found)
        yield found
        found = next_of(found)


def cycles_in(following: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Every cycle once, beginning with the first of its ids in alphabetical order."""
    seen: set[str] = set()
    for first in sorted(following):
        way: list[str] = []
        each: str | None = first
        while each is not None and each not in seen:
            seen.add(each)
            way.append(each)
            each = following.get(each)
        if each is not None and each in way:
            yield _from_the_first(way[way.index(each) :])


def _from_the_first(cycle: list[str]) -> tuple[str, ...]:
    at = cycle.index(min(cycle))
    return (*cycle[at:], *cycle[:at])
