"""What this version would write of a board that an earlier one began: the differences, and which are safe to take."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from jobboard.engine.state import replace_bytes
from jobboard.starter.answers import InitError
from jobboard.starter.files import REQUIREMENTS, upgradable_files, wheel_of
from jobboard.starter.mark import is_unchanged, version_in
from jobboard.starter.package import Package


class Difference(Struct, frozen=True):
    """A file that this version would write otherwise, and its bytes; it is `safe` to take where nobody changed it."""

    path: str
    lines: tuple[str, ...]
    data: bytes
    is_safe: bool


def compared(folder: Path, package: Package) -> list[Difference]:
    """What is different in that board. Raises InitError if `init` wrote nothing there.

    A file that is not there was not wanted, and is not brought back.
    """
    files = upgradable_files(package)
    there = {path: text for path in files if (text := _text(folder / path)) is not None}
    settings = _text(folder / "pelicanconf.py") or ""
    if not any(version_in(text) for text in (settings, *there.values())):
        raise InitError(f"{folder}: there is no board that jobboard init has written; name its folder")
    return [*_different(there, files)]


def take(folder: Path, found: list[Difference], package: Package) -> None:
    """Write what is safe to take, and the wheel that a new `requirements.txt` names."""
    safe = [each for each in found if each.is_safe]
    for each in safe:
        replace_bytes(folder / each.path, each.data)
    if any(each.path == REQUIREMENTS for each in safe):
        for name, data in wheel_of(package).items():
            if not os.path.lexists(folder / name):
                replace_bytes(folder / name, data)


def _different(there: dict[str, str], files: dict[str, bytes]) -> Iterator[Difference]:
    for path, text in there.items():
        new = files[path].decode()
        if _rest(text) == _rest(new):
            continue
        before, after = text.splitlines(), new.splitlines()
        lines = difflib.unified_diff(before, after, path, f"{path} ({version_in(new)})", lineterm="")
        yield Difference(path, tuple(lines), files[path], is_unchanged(text))


def _rest(text: str) -> str:
    """A file without its mark: a version that would write the same changes nothing."""
    text = text.replace("\r\n", "\n")
    return text.partition("\n")[2] if version_in(text) else text


def _text(file: Path) -> str | None:
    """The text of a regular file; None if there is none."""
    if not file.is_file() or file.is_symlink():
        return None
    return file.read_bytes().decode("utf-8", errors="replace")
