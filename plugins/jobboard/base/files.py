"""What tells that a file is another one than it was, without opening it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

RACY = 50_000_000
"""Nanoseconds within which two changes of a file may carry the same times."""


class State(NamedTuple):
    """What tells that a file was changed, without opening it: its size in bytes, mtime and ctime (ns), and inode.

    A time that was set back, as checkouts, archives and copies do, shows in the ctime, which nobody can set.
    """

    size: int
    mtime: int
    ctime: int
    inode: int

    @classmethod
    def of(cls, found: os.stat_result) -> State:
        """A file as the system describes it."""
        return cls(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def state_of(file: Path) -> State | None:
    """The state of a file; None if it is not there."""
    try:
        return State.of(file.stat())
    except OSError:
        return None
