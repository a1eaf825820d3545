"""All or nothing: new files are staged beside the site, then moved in by a journal.

A build that dies before its journal is written has changed nothing. One that dies after it is finished by
the next build from the journal. Additions and changes come first, deletions last, each by one rename, so
that at every instant each address serves its old bytes or its new ones, whole.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from jobboard.engine.ledger import replace_bytes

FOLDER = ".jobboard-staging"
MANIFEST = ".jobboard-files"
"""Names every file of the site, so that a build knows its own files even without a ledger."""

_JOURNAL = "journal.json"


class Staging:
    """New files of one build on their way into `output`, on the same file system."""

    def __init__(self, output: Path) -> None:
        self._output = output
        self._folder = output / FOLDER
        self._staged: list[str] = []

    def open(self) -> None:
        """Start with an empty staging folder."""
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True)

    def add(self, path: str, data: bytes) -> tuple[int, int]:
        """Stage a file; answers its size and mtime (ns), which moving keeps."""
        staged = self._folder / str(len(self._staged))
        staged.write_bytes(data)
        self._staged.append(path)
        stat = staged.stat()
        return stat.st_size, stat.st_mtime_ns

    def commit(self, removed: Iterable[str]) -> None:
        """Move everything staged into place, then remove what is no longer part of the site."""
        journal = {"moved": self._staged, "removed": sorted(removed)}
        replace_bytes(self._folder / _JOURNAL, json.dumps(journal).encode())
        finish(self._output)

    def discard(self) -> None:
        """Forget what was staged."""
        shutil.rmtree(self._folder, ignore_errors=True)


def finish(output: Path) -> None:
    """Carry out the journal a build left behind, if it left one; then clear the staging folder."""
    folder = output / FOLDER
    journal = folder / _JOURNAL
    if journal.is_file():
        steps = json.loads(journal.read_bytes())
        for number, path in enumerate(steps["moved"]):
            if (folder / str(number)).exists():
                _move(folder / str(number), output / path)
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
