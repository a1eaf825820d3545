"""All or nothing: new files are staged beside the site, then moved in by a journal.

A build that dies before its journal is written has changed nothing. One that dies after it is finished by
the next build from the journal. Additions and changes come first, deletions last, each by one rename, so
that at every instant each address serves its old bytes or its new ones, whole.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from jobboard.engine.ledger import replace_bytes

FOLDER = ".jobboard-staging"
MANIFEST = ".jobboard-files"
"""Names every file of the site, so that a build knows its own files even without a ledger."""

_JOURNAL = "journal.json"


@dataclass(frozen=True, slots=True)
class Staging:
    """New files of one build on their way into `output`, on the same file system."""

    output: Path

    @property
    def folder(self) -> Path:
        return self.output / FOLDER

    def open(self) -> None:
        """Start with an empty staging folder."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)

    def add(self, number: int, data: bytes | bytearray) -> tuple[int, int]:
        """Stage a file under a number of its own; answers its size and mtime (ns), which moving keeps."""
        descriptor = os.open(f"{self.folder}/{number}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
            stat = os.fstat(descriptor)
        finally:
            os.close(descriptor)
        return stat.st_size, stat.st_mtime_ns

    def prepare(self, moves: Mapping[int, str], removed: Sequence[str], manifest: bytes) -> None:
        """Write the journal: from here on `finish` brings the site to its new state, now or at the next build."""
        if not _holds(self.output / MANIFEST, manifest):
            (self.folder / MANIFEST).write_bytes(manifest)
        elif not moves and not removed:
            return
        steps = {"moves": [(str(number), path) for number, path in moves.items()], "removed": removed}
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
        for name, path in [*steps["moves"], (MANIFEST, MANIFEST)]:
            if (folder / name).exists():
                _move(folder / name, output / path)
        for path in steps["removed"]:
            _remove(output, path)
        journal.unlink()
    shutil.rmtree(folder, ignore_errors=True)


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


def _move(staged: Path, target: Path) -> None:
    try:
        staged.replace(target)
    except FileNotFoundError:
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
