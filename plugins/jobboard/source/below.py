"""Every file below a folder, however deep. What cannot be seen is an error, and not a file that is not there."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path


def _refuse(error: OSError) -> None:
    raise error


def ignore(_error: OSError) -> None:
    """For whoever looks at what can be seen, where somebody else reports the rest."""


def files_below(folder: Path, unseen: Callable[[OSError], None] = _refuse) -> list[Path]:
    """The visible files below `folder`, in order; folders that are links are not entered.

    `unseen` is called with the error where something cannot be looked at; without it, that error is raised.
    """
    found, todo = [], [str(folder)]
    while todo:
        try:
            with os.scandir(todo.pop()) as listed:
                entries = list(listed)
        except OSError as error:
            unseen(error)
            continue
        for entry in entries:
            try:
                if entry.is_dir(follow_symlinks=False):
                    todo.append(entry.path)
                elif not entry.name.startswith(".") and stat.S_ISREG(entry.stat().st_mode):
                    found.append(Path(entry.path))
            except OSError as error:
                unseen(error)
    return sorted(found)
