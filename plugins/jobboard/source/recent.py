"""The most recent of many things: what a process may keep at hand without growing with the board."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Recent(Generic[T]):
    """Holds the `most` last things added; of each that has to go, `leave` is told."""

    def __init__(self, most: int, leave: Callable[[T], object]) -> None:
        self._most = most
        self._leave = leave
        self._held: deque[T] = deque()

    def add(self, thing: T) -> None:
        self._held.append(thing)
        if len(self._held) > self._most:
            self._leave(self._held.popleft())
