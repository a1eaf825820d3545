"""Plan and ledger in; on the disk only what differs, all or nothing."""

from __future__ import annotations

import functools
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from jobboard.base.digest import digest_of
from jobboard.base.map import Spreading
from jobboard.engine.chunks import Indexes
from jobboard.engine.folder import OutputError, Waiting, check_paths, locked
from jobboard.engine.foreign import find_foreign, refuse
from jobboard.engine.ledger import Ledger, LedgerFile, Stamp, Written, ledger_path
from jobboard.engine.on_disk import as_moved, as_on_disk, is_as_written, own
from jobboard.engine.output import Format, InChunks, Output
from jobboard.engine.retired import Keeps, keeps_nothing, stay_on
from jobboard.engine.staging import FOLDER, MANIFEST, Staging, finish, is_waiting, load_manifest
from jobboard.engine.unfinished import finish_or_tell
from jobboard.engine.uninterrupted import uninterrupted

Progress = Callable[[int, int], None]
"""Called with the number of outputs expressed and how many there are to express."""

R = TypeVar("R")


@dataclass(slots=True)
class Summary:
    """What a build did to the output folder. `stale` tells why each output that was expressed had to be,
    `until` when the site will next look different (UTC; None if never)."""

    written: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    unchanged: int = 0
    stale: dict[str, str] = field(default_factory=dict)
    until: datetime | None = None

    @property
    def total(self) -> int:
        """Outputs of the site."""
        return len(self.written) + self.unchanged

    @property
    def is_new(self) -> bool:
        """True if the site is not as it was."""
        return bool(self.written or self.removed)


def write_site(
    outputs: Sequence[Output],
    output: Path,
    cache: Path,
    version: str = "",
    *,
    stamp: Stamp = Stamp(),  # noqa: B008 (frozen)
    share: Spreading = map,
    progress: Progress = lambda _done, _total: None,
    ledger: LedgerFile | None = None,
    is_watched: bool = False,
    keeps: Keeps = keeps_nothing,
    waiting: Waiting = Waiting(),  # noqa: B008 (frozen)
) -> Summary:
    """Bring `output` to the state the plan describes. Raises OutputError where that is impossible.

    An output is expressed only if its key is new or its file is not as it was written; its file is written only
    if the bytes differ. Files the build did not write are never touched: where one must go, there is an error, unless
    it holds the same bytes. If anything fails, the folder stays as it was; only an UnfinishedError says that files have
    moved already. `version` names the code that expresses:
    what another version wrote is expressed again. Files that `keeps` says so of stay a while when they leave the site.

    `ledger` is the folder's, if the caller has loaded it. With `is_watched`, the caller knows that nobody but this
    process has touched the folder since it was last looked at: only what has a new key is looked at. `waiting` is for
    another build of the same folder.
    """
    check_paths(outputs)
    ledger = ledger or LedgerFile(ledger_path(cache, output), version)
    try:
        output.mkdir(parents=True, exist_ok=True)
        with locked(output, waiting):
            return _write(outputs, output, ledger, stamp, share, progress, keeps, is_watched=is_watched)
    except OSError as error:
        raise OutputError(f"{error.filename or output}: {error.strerror or error}") from error


def complete(output: Path, waiting: Waiting) -> bool:
    """Carry out what an earlier build could not; True if there was something. Raises OutputError."""
    if not is_waiting(output):
        return False
    with locked(output, waiting):
        finish_or_tell(functools.partial(finish, output), output)
    return True


def last_build(output: Path, file: LedgerFile, inputs: str, now: datetime) -> Ledger | None:
    """The ledger of the last build if a build of these inputs at `now` would change nothing; None otherwise.

    Every file is looked at: one that is not as it was written means there is something to do.
    """
    ledger = file.load()
    if not ledger.stamp.holds(inputs, to_stamp(now)) or (output / FOLDER).exists() or not (output / MANIFEST).is_file():
        return None
    file.is_sure = all(is_as_written(f"{output}/{path}", written) for path, written in ledger.written.items())
    return ledger if file.is_sure else None


def from_stamp(text: str) -> datetime | None:
    """The instant a stamp keeps, if any."""
    return datetime.fromisoformat(text) if text else None


def to_stamp(instant: datetime | None) -> str:
    """An instant as a stamp keeps it: UTC, so that texts compare as instants do."""
    return "" if instant is None else instant.astimezone(UTC).isoformat(timespec="microseconds")


def _write(
    outputs: Sequence[Output],
    output: Path,
    file: LedgerFile,
    stamp: Stamp,
    share: Spreading,
    progress: Progress,
    keeps: Keeps,
    *,
    is_watched: bool,
) -> Summary:
    is_watched = is_watched and file.is_held() and file.is_sure and not (output / FOLDER).exists()
    finish_or_tell(functools.partial(finish, output), output)
    last, manifest, summary = file.load(), load_manifest(output), Summary()
    new, stale = _compared(outputs, last.written, output, summary, is_watched=is_watched)
    ahead = [(each.output.path, each.on_disk) for each in stale]
    foreign, obstacles = find_foreign(output, ahead, last.written, manifest)
    staging, indexes = Staging(output), Indexes(output, file.path, file.version, file.key)
    try:
        staging.open()
        with _all_of(share(_Expressing(staging, indexes), stale)) as expressed:
            for number, (each, written) in enumerate(zip(stale, expressed, strict=True), 1):
                new[each.output.path] = written
                if each.on_disk is None or each.on_disk.digest != written.digest:
                    summary.written.append(each.output.path)
                progress(number, len(stale))
        refuse(output, ({path: path for path in summary.written if path in foreign} | obstacles).values())
        gone = own(output, (last.written.keys() | manifest) - new.keys())
        retired = stay_on(gone, last.retired, stamp.since, keeps)
        gone -= retired.keys()
        summary.removed = sorted(path for path in gone if (output / path).is_file())
        summary.unchanged = len(new) - len(summary.written)
        staging.prepare(summary.written, summary.removed, _manifest({*new, *retired}))
    except BaseException:
        staging.discard()
        raise
    with uninterrupted():
        finish_or_tell(staging.finish, output, len(summary.written))
        for path in gone:
            indexes.forget(path)
        new |= {path: as_moved(output, path, new[path]) for path in summary.written}
        file.save(Ledger(new, stamp, retired))
    file.is_sure = True
    return summary


@contextmanager
def _all_of(answers: Iterable[R]) -> Iterator[Iterable[R]]:
    """Answers, and whoever works on them: if nobody wants the rest any more, that work ends before anything else."""
    try:
        yield answers
    finally:
        if isinstance(answers, Generator):
            answers.close()


class _Stale(Struct, frozen=True):
    """An output to be expressed, and its file as it is."""

    output: Output
    key: str
    on_disk: Written | None


class _Expressing(Struct, frozen=True):
    """The work of expressing outputs, and staging those whose bytes are not on the disk already."""

    staging: Staging
    indexes: Indexes

    def __call__(self, stale: _Stale) -> Written:
        return self.finish(stale, self.indexes.express(stale.output, stale.on_disk))

    def pack(self, stale: _Stale) -> tuple[Format, object] | None:
        """The view and its format; of a file in chunks most are in the file as it is, and that is here."""
        output = stale.output
        return None if isinstance(output.format, InChunks) else (output.format, output.make(*output.inputs))

    @property
    def do(self) -> Callable[[tuple[Format, object]], tuple[bytes, str]]:
        return _expressed

    def finish(self, stale: _Stale, expressed: tuple[bytes | bytearray, str]) -> Written:
        data, digest = expressed
        if stale.on_disk is not None and stale.on_disk.digest == digest:
            return replace(stale.on_disk, key=stale.key)
        return Written(stale.key, digest, *self.staging.add(stale.output.path, data))


def _expressed(packed: tuple[Format, object]) -> tuple[bytes, str]:
    """The bytes of a view in a format, and their digest."""
    format_, view = packed
    data = format_.express(view)
    return data, digest_of(data)


def _compared(
    outputs: Sequence[Output], old: Mapping[str, Written], output: Path, summary: Summary, *, is_watched: bool
) -> tuple[dict[str, Written], list[_Stale]]:
    """The outputs that are as they were written, and the others; `summary` is told why those are stale."""
    fresh: dict[str, Written] = {}
    stale: list[_Stale] = []
    folder = str(output)
    for planned in outputs:
        before, key = old.get(planned.path), planned.key
        is_same = before is not None and before.key == key
        on_disk = before if is_watched and is_same else as_on_disk(f"{folder}/{planned.path}", before)
        if is_same and before is not None and on_disk is not None and on_disk.digest == before.digest:
            fresh[planned.path] = before if on_disk is before else replace(on_disk, key=key)
        else:
            summary.stale[planned.path] = _reason(before, on_disk, key)
            stale.append(_Stale(planned, key, on_disk))
    return fresh, stale


def _manifest(new: Iterable[str]) -> bytes:
    return "".join(f"{path}\n" for path in sorted(new)).encode()


def _reason(before: Written | None, on_disk: Written | None, key: str) -> str:
    if before is None:
        return "new"
    if before.key != key:
        return "what it shows, or its template, changed"
    return "its file was removed" if on_disk is None else "its file was changed by hand"
