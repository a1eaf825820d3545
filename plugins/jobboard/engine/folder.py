"""The output folder: what must hold of it before anything is written, and one build at a time."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from jobboard.engine.output import Output
from jobboard.engine.owner import owner_of, sign, unsign
from jobboard.engine.paths import is_of_site

try:
    import fcntl
except ImportError:  # no POSIX locks on this system: builds of one folder are then not kept apart
    fcntl = None  # type: ignore[assignment]

PATIENCE = 300
"""Seconds a build waits for another one of the same folder, unless it is told otherwise."""

_PAUSE = 0.1
"""Seconds between two looks at a lock. Whom it waits for, a build says at the second: by then there is a note."""

_held: set[int] = set()
"""Descriptors of locks this process holds."""


class OutputError(Exception):
    """The output folder cannot be used; the message says why, for people."""


class Waiting(Struct, frozen=True):
    """How many seconds a build waits for another one of the same folder, and who is told for whom."""

    seconds: float = PATIENCE
    tell: Callable[[str], None] = lambda _line: None


def check_paths(outputs: Sequence[Output]) -> None:
    """Two outputs at one address, or one outside the folder, are mistakes of the plan, caught before they do harm."""
    seen: set[str] = set()
    for planned in outputs:
        if planned.path in seen or not is_of_site(planned.path):
            raise OutputError(
                f"{planned.path}: two pages want this address"
                if planned.path in seen
                else f"{planned.path}: not a path of the site"
            )
        seen.add(planned.path)


@contextmanager
def locked(output: Path, waiting: Waiting = Waiting()) -> Iterator[None]:  # noqa: B008 (frozen)
    """Keep other builds of the same folder waiting until this one is done.

    The lock is this process's alone and gone with it, however it ends: no process it starts holds on to it. Raises
    OutputError where another one holds it for too long.
    """
    if fcntl is None:
        yield
        return
    descriptor = os.open(output, os.O_RDONLY)
    _held.add(descriptor)
    try:
        _take(descriptor, output, waiting)
        sign(output)
        try:
            yield
        finally:
            unsign(output)
    finally:
        _held.discard(descriptor)
        os.close(descriptor)


def held_locks() -> tuple[int, ...]:
    """Descriptors of the locks this process holds. A program that is started with them keeps others waiting until it
    has ended as well, though this process be killed before."""
    return tuple(_held)


def _take(descriptor: int, output: Path, waiting: Waiting) -> None:
    """Take the lock as soon as it is free, and say so if that is not at once."""
    until = time.monotonic() + waiting.seconds
    looks = 0
    while not _is_taken(descriptor):
        looks += 1
        left = until - time.monotonic()
        if left <= 0:
            raise OutputError(
                f"{output.name}/ is being built by {owner_of(output)}, and did not become free within "
                f"{waiting.seconds:g} seconds; build again once that has ended, end it if it hangs, or wait longer "
                "with --wait (JOBBOARD_WAIT)"
            )
        if looks == 2:
            name = f"{owner_of(output)}, which builds {output.name}/"
            waiting.tell(f"Waiting for {name}; {waiting.seconds:g} seconds at most.")
        time.sleep(min(_PAUSE, left))


def _is_taken(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _let_go() -> None:
    """In a forked process: close the locks of the one it came from, which else would outlive that one."""
    while _held:
        os.close(_held.pop())


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_let_go)
