"""The output folder: what must hold of it before anything is written, and one build at a time."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
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


def check_way(output: Path, paths: Iterable[str]) -> None:
    """A folder where a file must go, or a file where a folder must be, is somebody else's: it is not moved aside."""
    for path in paths:
        target = output / path
        if target.is_dir():
            raise OutputError(f"{path} in the output is a folder that this build did not make; move it away")
        if not target.parent.is_dir():
            for parent in target.parents:
                if parent.is_file():
                    name = parent.relative_to(output)
                    raise OutputError(f"{name} in the output is a file that this build did not make; move it away")
                if parent == output:
                    break


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
