"""A value that is fetched when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar, cast

T = TypeVar("T")


class Lazy(Generic[T]):
    """Holds a value, or the way to it. What most builds never look at is never fetched."""

    __slots__ = ("_fetch", "_value")

    def __init__(self, fetch: Callable[[], T]) -> None:
        self._fetch: Callable[[], T] | None = fetch
        self._value: T | None = None

    @classmethod
    def of(cls, value: T) -> Lazy[T]:
        """A value that is there already."""
        return cls(lambda: value)

    @property
    def value(self) -> T:
        """The value; fetched once."""
        if self._fetch is not None:
            self._value = self._fetch()
            self._fetch = None
        return cast("T", self._value)  # set once there is nothing left to fetch
