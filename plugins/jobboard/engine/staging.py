"""All or nothing: new files are staged beside the site, then moved in by a journal.

A build that dies before its journal is written has changed nothing. One that dies after it is finished by
the next build from the journal. Additions and changes come first, deletions last. A file moves by one rename,
and so does a folder that was not there, with all it holds: at every instant each address serves its old bytes or
its new ones, whole.

A journal is believed only if all it names is within the folder. Another one is forgotten, and so is one that cannot be
read: the build then finds by itself what is not as it should be.
"""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import MsgspecError, Struct, field, json

from jobboard.engine.paths import is_of_site, link_above
from jobboard.engine.state import read_own, replace_bytes

FOLDER = ".jobboard-staging"
MANIFEST = ".jobboard-files"
"""Names every file of the site, so that a build knows its own files even without a ledger."""

_JOURNAL = "journal.json"
_SITE = "site"
"""Where the new files lie within the folder, at the paths they will have, once all of them are there."""


class _Steps(Struct, frozen=True):
    """A journal: files and folders to be moved in, then files to be removed."""

    moves: list[str]
    removed: list[str]


class Staging(Struct, frozen=True):
    """New files of one build on their way into `output`, on the same file system.

    They gather in a folder of the process's own, so that a helper that outlives its build by a moment leaves nothing
    among the files of the next.
    """

    output: Path
    _gathered: str = field(default_factory=lambda: f"{os.getpid()}")

    @property
    def folder(self) -> Path:
        return self.output / FOLDER

    def open(self) -> None:
        """Start with an empty staging folder."""
        _clear(self.folder)
        (self.folder / self._gathered).mkdir(parents=True)

    def add(self, path: str, data: bytes | bytearray) -> tuple[int, int]:
        """Stage the file of that path; answers its size and mtime (ns), which moving keeps."""
        descriptor = _create(f"{self.folder}/{self._gathered}/{path}")
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
            replace_bytes(self.folder / MANIFEST, manifest, is_lasting=True)
        elif not staged and not removed:
            return
        (self.folder / self._gathered).rename(self.folder / _SITE)
        steps = _Steps(_highest_new(self.output, staged), list(removed))
        replace_bytes(self.folder / _JOURNAL, json.encode(steps), is_lasting=True)

    def finish(self) -> None:
        """Carry out the journal that was prepared, and clear the staging folder."""
        _carry_out(self.output)
        _clear(self.folder)

    def discard(self) -> None:
        """Forget what was staged."""
        _clear(self.folder)


def finish(output: Path) -> None:
    """Carry out the journal of a build that died, if there is one; then clear the staging folder.

    Where something is in its way by now, it is forgotten: the build names that.
    """
    with suppress(IsADirectoryError, NotADirectoryError, FileExistsError):
        _carry_out(output)
    _clear(output / FOLDER)


def is_waiting(output: Path) -> bool:
    """True if a build has left a journal behind."""
    return os.path.lexists(output / FOLDER / _JOURNAL)


def left_to_do(output: Path) -> tuple[list[str], list[str]]:
    """Of a journal that was begun: the files still to be moved, and those still to be removed, as far as it is seen."""
    site = output / FOLDER / _SITE
    waiting = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*")) if not path.is_dir()]
    steps = _load_steps(output)
    removed = steps.removed if steps else []
    return waiting, [path for path in removed if os.path.lexists(output / path)]


def load_manifest(output: Path) -> set[str]:
    """The files of the site that the last build knew of; empty if it left no list. Look at a path before you use it."""
    try:
        return set(read_own(output / MANIFEST).decode().split("\n")) - {""}
    except (OSError, UnicodeDecodeError):
        return set()


def _carry_out(output: Path) -> None:
    folder = output / FOLDER
    steps = _load_steps(output)
    if steps is None:
        return
    for path in steps.moves:
        _move(folder / _SITE / path, output / path)
    _move(folder / MANIFEST, output / MANIFEST)
    for path in steps.removed:
        _remove(output, path)
    (folder / _JOURNAL).unlink()


def _load_steps(output: Path) -> _Steps | None:
    """The journal; None if there is none that can be believed."""
    folder = output / FOLDER
    if folder.is_symlink() or (folder / _SITE).is_symlink():
        return None
    try:
        steps = json.decode(read_own(folder / _JOURNAL), type=_Steps)
    except (OSError, MsgspecError, UnicodeDecodeError, RecursionError):
        return None
    links: dict[str, bool] = {}
    staged_links: dict[str, bool] = {}
    is_within = all(is_of_site(path) and not link_above(output, path, links) for path in (*steps.moves, *steps.removed))
    if not is_within or any(link_above(folder / _SITE, path, staged_links) for path in steps.moves):
        return None
    return steps


def _clear(folder: Path) -> None:
    """Remove the staging folder. A link in its place is not ours, and is left to be named."""
    if folder.is_symlink():
        return
    shutil.rmtree(folder, ignore_errors=True)
    if folder.is_file():
        folder.unlink()


def _holds(file: Path, data: bytes) -> bool:
    try:
        return read_own(file) == data
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
    """Move what is staged, unless that has been done. A folder that has come to be there is filled file by file.

    A link is neither moved nor gone through: no build stages one.
    """
    try:
        is_link = stat.S_ISLNK(staged.lstat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return
    if is_link:
        return
    if staged.is_dir() and target.is_dir() and not target.is_symlink():
        for each in sorted(staged.iterdir()):
            _move(each, target / each.name)
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        staged.replace(target)


def _remove(output: Path, path: str) -> None:
    """Remove a file and the folders it leaves empty."""
    target = output / path
    if target.is_dir() and not target.is_symlink():
        return
    with suppress(FileNotFoundError, NotADirectoryError):
        target.unlink()
    for folder in target.parents:
        if folder == output:
            break
        try:
            folder.rmdir()
        except OSError:
            break
