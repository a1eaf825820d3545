"""Files onto the disk: all of them or none, and none over what is there."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from jobboard.starter.answers import InitError

_MOST_NAMED = 10


def write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files below `folder`. Raises InitError with what is in the way, and then nothing is written."""
    refuse_what_is_in_the_way(folder, files)
    made: list[Path] = []
    try:
        for path, data in files.items():
            _make_folder((folder / path).parent, made)
            with (folder / path).open("xb") as file:
                made.append(folder / path)
                file.write(data)
    except BaseException:
        _take_back(made)
        raise


def refuse_what_is_in_the_way(folder: Path, files: Iterable[str]) -> None:
    """Raises InitError if files cannot be written below `folder` because something is there already."""
    if found := in_the_way(folder, files):
        more = f" and {len(found) - _MOST_NAMED} more" if len(found) > _MOST_NAMED else ""
        names = f"{', '.join(found[:_MOST_NAMED])}{more}"
        hint = "move it away, or name another folder" if len(found) == 1 else "move them away, or name another folder"
        raise InitError(f"in the way: {names}; {hint}. Nothing was written.")


def in_the_way(folder: Path, files: Iterable[str]) -> list[str]:
    """What is where a new file must go, and a folder of content that is not empty: it may be that of another site."""
    found: dict[str, None] = {}
    if os.path.lexists(folder) and not folder.is_dir():
        return [str(folder)]
    for path in files:
        for part in (Path(path), *Path(path).parents[:-1]):
            each = folder / part
            is_taken = os.path.lexists(each) and (part == Path(path) or each.is_symlink() or not each.is_dir())
            if is_taken or (part == Path("content") and each.is_dir() and any(each.iterdir())):
                found[part.as_posix() + ("/" if each.is_dir() else "")] = None
    folders = tuple(path for path in found if path.endswith("/"))
    return [path for path in found if path in folders or not path.startswith(folders)]


def _make_folder(folder: Path, made: list[Path]) -> None:
    """Make a folder and those it is in, and note which were not there."""
    if not folder.is_dir():
        _make_folder(folder.parent, made)
        folder.mkdir()
        made.append(folder)


def _take_back(made: list[Path]) -> None:
    for path in reversed(made):
        with suppress(OSError):
            path.rmdir() if path.is_dir() else path.unlink()
