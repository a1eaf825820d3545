"""The most recent of many things: what a process may keep without growing with the board."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

_MOST = 2048
"""How many are kept when they were asked for: a page asks for one many times, and every form of a file for all."""


class Recent(dict[str, T]):
    """Values by name: those put in stay; any other is fetched when it is asked for, and kept while it is recent."""

    def __init__(self, fetch: Callable[[str], T]) -> None:
        super().__init__()
        self._fetch = fetch
        self._fetched: deque[str] = deque()

    def __missing__(self, name: str) -> T:
        value = self[name] = self._fetch(name)
        self._fetched.append(name)
        if len(self._fetched) > _MOST:
            self.pop(self._fetched.popleft(), None)
        return value

    def fetch_anew(self, fetch: Callable[[str], T]) -> None:
        """Forget all of them, and fetch them by this from now on."""
        self._fetch = fetch
        self.keep_only(set())

    def keep_only(self, names: set[str]) -> None:
        """Forget all but these, which are as if they were put in."""
        self._fetched.clear()
        for name in self.keys() - names:
            del self[name]
