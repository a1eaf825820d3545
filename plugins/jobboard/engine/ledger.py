"""The ledger: what the last build wrote, so that this one need not write it again.

It lives in the cache folder, as sealed JSON. A ledger of another version, one that is broken, missing or sealed with
another key is an empty one: everything is expressed again, and what is on the disk already is left alone.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from msgspec import MsgspecError, Struct, json
from msgspec.structs import replace

from jobboard.base.digest import digest_of
from jobboard.base.files import RACY, State, state_of
from jobboard.engine.state import read_own, replace_bytes, sealed, unsealed

_FORM = 4


class Written(Struct, frozen=True, array_like=True):
    """One file as written: its output's key, the digest of its bytes, and what tells on the disk that it was changed.

    That is its size, mtime, ctime (both in ns) and inode: whoever sets a file's mtime back cannot set its ctime.
    """

    key: str
    digest: str
    size: int
    mtime: int
    ctime: int = 0
    inode: int = 0

    @classmethod
    def seen(cls, key: str, digest: str, stat: os.stat_result) -> Written:
        """A file as the system describes it."""
        return cls(key, digest, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino)

    def is_as(self, stat: os.stat_result) -> bool:
        """True if nothing says that it was changed since."""
        return (
            self.mtime == stat.st_mtime_ns
            and self.size == stat.st_size
            and self.ctime == stat.st_ctime_ns
            and self.inode == stat.st_ino
        )


class Stamp(Struct, frozen=True, array_like=True):
    """What a whole build was made of, and while which instants (ISO 8601, UTC) it stays true; `until` may be empty.

    `notes` is what people were told of it, kept so that they can be told again, and `recalled` what they were told of
    the difference to the build before it.
    """

    inputs: str = ""
    since: str = ""
    until: str = ""
    notes: tuple[str, ...] = ()
    recalled: tuple[str, ...] = ()

    def holds(self, inputs: str, now: str) -> bool:
        """True if a build of the same inputs at `now` would change nothing."""
        return bool(inputs) and self.inputs == inputs and self.since <= now and (not self.until or now < self.until)


@dataclass(frozen=True, slots=True)
class Ledger:
    """What was written, by path relative to the output folder, and what it was all made of.

    `retired` are files that left the site and are still there, each with the instant it left (ISO 8601, UTC).
    """

    written: dict[str, Written] = field(default_factory=dict)
    stamp: Stamp = Stamp()
    retired: dict[str, str] = field(default_factory=dict)


class _Stored(Struct, frozen=True):
    """A ledger as its file has it."""

    form: int
    version: str
    stamp: Stamp
    outputs: dict[str, Written]
    retired: dict[str, str] = {}

    def check(self) -> None:
        """Raises ValueError for what no build writes, whoever sealed it: another form, instants that are none."""
        if self.form != _FORM:
            raise ValueError(self.form)
        for instant in (self.stamp.since, self.stamp.until, *self.retired.values()):
            if instant and datetime.fromisoformat(instant).tzinfo is None:
                raise ValueError(instant)


class LedgerFile(Struct):
    """The ledger at `path`, held in memory from one build of a process to the next while nobody else writes it.

    `is_sure` is true once this process has found every file of the site to be as it says.
    """

    path: Path
    version: str
    key: bytes = b""
    is_sure: bool = False
    _held: Ledger | None = None
    _state: State | None = None

    def is_held(self) -> bool:
        """True if it need not be read: this process has read or written it, and it is as it was left."""
        return self._held is not None and self._state == state_of(self.path)

    def load(self) -> Ledger:
        """The ledger, from memory if it is held."""
        if self._held is None or not self.is_held():
            self._state = state_of(self.path)
            self._held, self.is_sure = load_ledger(self.path, self.version, self.key), False
        return self._held

    def save(self, ledger: Ledger) -> None:
        """Replace it, unless it says the same already."""
        if ledger != self._held:
            save_ledger(self.path, self.version, ledger, self.key)
            self._state = state_of(self.path)
            written = _trusted(ledger.written, self._state.mtime if self._state else 0)
            self._held = Ledger(written, ledger.stamp, ledger.retired)


def ledger_path(cache: Path, output: Path) -> Path:
    """Where the ledger of an output folder is kept: one each, by the folder's real path."""
    name = digest_of(str(output.resolve()).encode(), 8)
    return cache / f"ledger-{name}.json"


def load_ledger(path: Path, version: str, key: bytes = b"") -> Ledger:
    """The ledger at `path`; empty if there is none that can be believed, keyless if another `version` wrote it.

    A file changed about when the ledger was saved loses its mtime here: it may have been changed once more.
    """
    try:
        saved_at = path.stat().st_mtime_ns
        stored = json.decode(unsealed(read_own(path), key) or b"", type=_Stored)
        stored.check()
    except (OSError, MsgspecError, ValueError, RecursionError):
        return Ledger()
    written = _trusted(stored.outputs, saved_at)
    if stored.version != version:
        return Ledger({name: replace(each, key="") for name, each in written.items()}, retired=stored.retired)
    return Ledger(written, stored.stamp, stored.retired)


def _trusted(written: dict[str, Written], saved_at: int) -> dict[str, Written]:
    """The same, without the mtime of what may have been changed once more after the ledger was saved."""
    limit = saved_at - RACY
    doubted = {name: replace(each, mtime=-1) for name, each in written.items() if max(each.mtime, each.ctime) > limit}
    return written | doubted if doubted else written


def save_ledger(path: Path, version: str, ledger: Ledger, key: bytes = b"") -> None:
    """Replace the ledger at `path`. A folder that cannot be written costs time at the next build, nothing else."""
    stored = _Stored(_FORM, version, ledger.stamp, ledger.written, ledger.retired)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_bytes(path, sealed(json.encode(stored), key))
