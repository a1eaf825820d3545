"""How the same work is done on many things: one after the other, by several processes, or by several machines."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")
T_contra = TypeVar("T_contra", contravariant=True)
R_co = TypeVar("R_co", covariant=True)


class Map(Protocol):
    """Applies a function to each item, in order: the built-in `map`, or one that spreads the work."""

    def __call__(self, function: Callable[[T], R], items: Iterable[T], /) -> Iterable[R]: ...


class Task(Protocol[T_contra, R_co]):
    """A function whose main part can be done by another process, on another machine.

    Called with an item it does all of it here; so do `pack`, `do` and `finish`, one after the other.
    """

    def __call__(self, item: T_contra, /) -> R_co: ...

    def pack(self, item: T_contra, /) -> Any:
        """Plain values, all that the main part is made of; None if it needs what is here, and nowhere else."""
        ...

    @property
    def do(self) -> Callable[[Any], Any]:
        """The main part: plain values in, plain values out. It is found by its name wherever this package is."""
        ...

    def finish(self, item: T_contra, done: Any, /) -> R_co:
        """Here again, once the main part is done."""
        ...


class Spreading(Protocol):
    """Does work on each item, in order: the built-in `map`, or whoever spreads it."""

    def __call__(self, task: Task[T, R], items: Iterable[T], /) -> Iterable[R]: ...
