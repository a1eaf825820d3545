"""The output folder: what must hold of it before anything is written, and one build at a time."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from jobboard.engine.staging import FOLDER
from jobboard.outputs.planned import Output

try:
    import fcntl
except ImportError:  # no POSIX locks on this system: builds of one folder are then not kept apart
    fcntl = None  # type: ignore[assignment]


class OutputError(Exception):
    """The output folder cannot be used; the message says why, for people."""


def check_paths(outputs: Sequence[Output]) -> None:
    """Two outputs at one address, or one outside the folder, are mistakes of the plan, caught before they do harm."""
    seen: set[str] = set()
    for planned in outputs:
        parts = planned.path.split("/")
        if planned.path in seen or planned.path.startswith("/") or ".." in parts or parts[0] == FOLDER:
            raise OutputError(
                f"{planned.path}: two pages want this address"
                if planned.path in seen
                else f"{planned.path}: not a path of the site"
            )
        seen.add(planned.path)


@contextmanager
def locked(output: Path) -> Iterator[None]:
    """Keep other builds of the same folder waiting until this one is done."""
    if fcntl is None:
        yield
        return
    descriptor = os.open(output, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
