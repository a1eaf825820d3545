"""All or nothing: new files are staged beside the site, then moved in by a journal.

A build that dies before its journal is written has changed nothing. One that dies after it is finished by
the next build from the journal. Additions and changes come first, deletions last. A file moves by one rename,
and so does a folder that was not there, with all it holds: at every instant each address serves its old bytes or
its new ones, whole.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from jobboard.engine.ledger import replace_bytes

FOLDER = ".jobboard-staging"
MANIFEST = ".jobboard-files"
"""Names every file of the site, so that a build knows its own files even without a ledger."""

_JOURNAL = "journal.json"
_SITE = "site"
"""Where the new files lie within the folder, at the paths they will have."""


class Staging(Struct, frozen=True):
    """New files of one build on their way into `output`, on the same file system."""

    output: Path

    @property
    def folder(self) -> Path:
        return self.output / FOLDER

    def open(self) -> None:
        """Start with an empty staging folder."""
        shutil.rmtree(self.folder, ignore_errors=True)
        (self.folder / _SITE).mkdir(parents=True)

    def add(self, path: str, data: bytes | bytearray) -> tuple[int, int]:
        """Stage the file of that path; answers its size and mtime (ns), which moving keeps."""
        descriptor = _create(f"{self.folder}/{_SITE}/{path}")
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
            stat = os.fstat(descriptor)
        finally:
            os.close(descriptor)
        return stat.st_size, stat.st_mtime_ns

    def prepare(self, staged: Sequence[str], removed: Sequence[str], manifest: bytes) -> None:
        """Write the journal: from here on `finish` brings the site to its new state, now or at the next build."""
        if not _holds(self.output / MANIFEST, manifest):
            (self.folder / MANIFEST).write_bytes(manifest)
        elif not staged and not removed:
            return
        steps = {"moves": _highest_new(self.output, staged), "removed": removed}
        replace_bytes(self.folder / _JOURNAL, json.dumps(steps).encode())

    def discard(self) -> None:
        """Forget what was staged."""
        shutil.rmtree(self.folder, ignore_errors=True)


def finish(output: Path) -> None:
    """Carry out the journal, if there is one, this build's or one that died; then clear the staging folder."""
    folder = output / FOLDER
    journal = folder / _JOURNAL
    if journal.is_file():
        steps = json.loads(journal.read_bytes())
        for path in steps["moves"]:
            _move(folder / _SITE / path, output / path)
        _move(folder / MANIFEST, output / MANIFEST)
        for path in steps["removed"]:
            _remove(output, path)
        journal.unlink()
    shutil.rmtree(folder, ignore_errors=True)


def is_waiting(output: Path) -> bool:
    """True if a build has left a journal behind."""
    return os.path.lexists(output / FOLDER / _JOURNAL)


def left_to_do(output: Path) -> tuple[list[str], list[str]]:
    """Of a journal that was begun: the files still to be moved, and those still to be removed, as far as it is seen."""
    site = output / FOLDER / _SITE
    waiting = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*")) if not path.is_dir()]
    try:
        removed = json.loads((output / FOLDER / _JOURNAL).read_bytes())["removed"]
    except (OSError, ValueError, LookupError):
        removed = []
    return waiting, [path for path in removed if os.path.lexists(output / path)]


def load_manifest(output: Path) -> set[str]:
    """The files of the site that the last build knew of; empty if it left no list."""
    try:
        return set((output / MANIFEST).read_text(encoding="utf-8").split("\n")) - {""}
    except (OSError, UnicodeDecodeError):
        return set()


def _holds(file: Path, data: bytes) -> bool:
    try:
        return file.read_bytes() == data
    except OSError:
        return False


def _create(file: str) -> int:
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    try:
        return os.open(file, flags, 0o666)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(file), exist_ok=True)  # noqa: PTH103, PTH120 (many thousands of times)
        return os.open(file, flags, 0o666)


def _highest_new(output: Path, paths: Iterable[str]) -> list[str]:
    """What is to be moved: each of the files, or the highest folder above it that is not there yet."""
    is_there: dict[str, bool] = {}
    found: dict[str, None] = {}
    for path in paths:
        end = path.find("/")
        while end > 0 and _is_folder(output, path[:end], is_there):
            end = path.find("/", end + 1)
        found[path[:end] if end > 0 else path] = None
    return list(found)


def _is_folder(output: Path, path: str, known: dict[str, bool]) -> bool:
    if path not in known:
        known[path] = (output / path).is_dir()
    return known[path]


def _move(staged: Path, target: Path) -> None:
    """Move what is staged, unless that has been done. A folder that has come to be there is filled file by file."""
    try:
        staged.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return
    if staged.is_dir() and target.is_dir():
        for each in sorted(staged.iterdir()):
            _move(each, target / each.name)
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        staged.replace(target)


def _remove(output: Path, path: str) -> None:
    """Remove a file and the folders it leaves empty."""
    target = output / path
    with suppress(FileNotFoundError, NotADirectoryError):
        target.unlink()
    for folder in target.parents:
        if folder == output:
            break
        try:
            folder.rmdir()
        except OSError:
            break
