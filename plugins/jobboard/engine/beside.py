"""A folder beside the site's files that another program makes: whole or not at all, and in the place of its own alone.

Builds know their files by name and leave this one alone. A mark in it says that it is ours, and what it was made of.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from jobboard.engine.folder import Waiting, locked
from jobboard.engine.foreign import refuse
from jobboard.engine.state import read_own, replace_bytes

_MARK = ".jobboard-made-of"


def is_made_of(output: Path, name: str, key: str) -> bool:
    """True if the folder is there and was made of what `key` names."""
    return _mark(output / name) == key.encode()


def put_beside(output: Path, name: str, key: str, make: Callable[[Path], None], waiting: Waiting) -> None:
    """Have `make` fill a new folder, and put that in the place of the one there was.

    Raises OutputError where somebody else's is in the way, and whatever `make` raises; then all is as it was.
    """
    with locked(output, waiting):
        _refuse_foreign(output, name)
        new, old = output / f".jobboard-{name}-new", output / f".jobboard-{name}-old"
        for each in (new, old):
            shutil.rmtree(each, ignore_errors=True)
        try:
            make(new)
            replace_bytes(new / _MARK, key.encode())
            with suppress(FileNotFoundError):
                (output / name).rename(old)
            new.rename(output / name)
        finally:
            for each in (new, old):
                shutil.rmtree(each, ignore_errors=True)


def take_away(output: Path, name: str, waiting: Waiting) -> None:
    """Remove the folder, if it is ours."""
    if _mark(output / name) is not None:
        with locked(output, waiting):
            shutil.rmtree(output / name)


def _refuse_foreign(output: Path, name: str) -> None:
    folder = output / name
    if folder.is_symlink() or (folder.exists() and _mark(folder) is None):
        refuse(output, [f"{name}/ (a folder that is not of the search)"])


def _mark(folder: Path) -> bytes | None:
    if folder.is_symlink():
        return None
    try:
        return read_own(folder / _MARK)
    except OSError:
        return None
