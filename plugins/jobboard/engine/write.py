"""Plan and ledger in; on the disk only what differs, all or nothing."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from jobboard.engine.ledger import Ledger, Written, digest_of, ledger_path, load_ledger, save_ledger
from jobboard.engine.staging import FOLDER, MANIFEST, Staging, finish, load_manifest
from jobboard.outputs.planned import Output

try:
    import fcntl
except ImportError:  # no POSIX locks on this system: builds of one folder are then not kept apart
    fcntl = None  # type: ignore[assignment]

Progress = Callable[[int, int], None]
"""Called with the number of outputs looked at and their total."""


class OutputError(Exception):
    """The output folder cannot be used; the message says why, for people."""


@dataclass(slots=True)
class Summary:
    """What a build did to the output folder. `stale` tells why each output that was expressed had to be."""

    written: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    unchanged: int = 0
    stale: dict[str, str] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """Outputs of the site."""
        return len(self.written) + self.unchanged


def write_site(
    outputs: Sequence[Output], output: Path, cache: Path, progress: Progress = lambda _done, _total: None
) -> Summary:
    """Bring `output` to the state the plan describes. Raises OutputError where that is impossible.

    An output is expressed only if its key is new or its file is not as it was written; its file is written only
    if the bytes differ. Files the build did not write are never touched. If anything fails, the folder stays as it was.
    """
    _check_paths(outputs)
    try:
        output.mkdir(parents=True, exist_ok=True)
        with _locked(output):
            return _write(outputs, output, ledger_path(cache, output), progress)
    except OSError as error:
        raise OutputError(f"{error.filename or output}: {error.strerror or error}") from error


def _write(outputs: Sequence[Output], output: Path, ledger_file: Path, progress: Progress) -> Summary:
    finish(output)
    old = load_ledger(ledger_file)
    new: Ledger = {}
    summary = Summary()
    staging = Staging(output)
    staging.open()
    try:
        for number, planned in enumerate(outputs):
            new[planned.path] = _bring_up_to_date(planned, output, old.get(planned.path), staging, summary)
            progress(number + 1, len(outputs))
        _stage_manifest(output, new, staging)
        gone = (set(old) | load_manifest(output)) - set(new)
        summary.removed = sorted(path for path in gone if (output / path).is_file())
        staging.commit(gone)
    except BaseException:
        staging.discard()
        raise
    save_ledger(ledger_file, new)
    return summary


def _bring_up_to_date(
    planned: Output, output: Path, before: Written | None, staging: Staging, summary: Summary
) -> Written:
    """What the ledger will say of this output; its file is staged if it must change."""
    key, on_disk = planned.key, _as_on_disk(output / planned.path, before)
    if before is not None and on_disk is not None and before.key == key and before.digest == on_disk.digest:
        summary.unchanged += 1
        return Written(key, on_disk.digest, on_disk.size, on_disk.mtime)
    summary.stale[planned.path] = _reason(before, on_disk, key)
    data = planned.express()
    digest = digest_of(data)
    if on_disk is not None and on_disk.digest == digest:
        summary.unchanged += 1
        return Written(key, digest, on_disk.size, on_disk.mtime)
    summary.written.append(planned.path)
    return Written(key, digest, *staging.add(planned.path, data))


def _as_on_disk(file: Path, before: Written | None) -> Written | None:
    """The file as it is now. One whose size and mtime are those of the ledger is not opened."""
    try:
        stat = file.stat()
        if before is not None and (before.size, before.mtime) == (stat.st_size, stat.st_mtime_ns):
            return before
        return Written("", digest_of(file.read_bytes()), stat.st_size, stat.st_mtime_ns)
    except OSError:
        return None


def _reason(before: Written | None, on_disk: Written | None, key: str) -> str:
    if before is None:
        return "new"
    if before.key != key:
        return "what it shows, or its template, changed"
    return "its file was removed" if on_disk is None else "its file was changed by hand"


def _stage_manifest(output: Path, new: Ledger, staging: Staging) -> None:
    data = "".join(f"{path}\n" for path in sorted(new)).encode()
    try:
        if (output / MANIFEST).read_bytes() == data:
            return
    except OSError:
        pass
    staging.add(MANIFEST, data)


def _check_paths(outputs: Sequence[Output]) -> None:
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
def _locked(output: Path) -> Iterator[None]:
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
