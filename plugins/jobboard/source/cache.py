"""What was read before: the parts of every file, by its bytes, so that an unchanged file is not read again.

One SQLite database in the cache folder; nothing in it is ever executed, and every text carries its checksum. A
database of another version, a broken one, or a folder that cannot be written costs time and nothing else.
"""

from __future__ import annotations

import hashlib
import itertools
import os
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jobboard.source.parts import Column, Parts

_SCHEMA = """
CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, size INTEGER, mtime INTEGER, digest TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS parts (digest TEXT PRIMARY KEY, summary TEXT, fields TEXT, html TEXT);
CREATE TABLE IF NOT EXISTS memos (name TEXT PRIMARY KEY, memo TEXT) WITHOUT ROWID;
"""
_COLUMNS: Mapping[Column, str] = {
    "fields": "SELECT fields FROM parts WHERE digest = ?",
    "html": "SELECT html FROM parts WHERE digest = ?",
}
_BATCH = 500
"""New files whose parts are held before they go to the database."""

_RACY = 50_000_000
"""Nanoseconds within which two changes of a file may carry the same mtime."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A file when it was last read: its size, mtime (ns) and the digest of its bytes."""

    size: int
    mtime: int
    digest: str


@dataclass(slots=True)
class Cache:
    """The parts of files read before, and what later stages made of them.

    `files` are the files of the last build, `files_now` those of this one; `memos` are texts by folder
    and digest.
    """

    file: Path | None = None
    files: dict[str, Seen] = field(default_factory=dict)
    files_now: dict[str, Seen] = field(default_factory=dict)
    memos: dict[str, str] = field(default_factory=dict)
    _known: set[str] = field(default_factory=set)
    _summaries: dict[str, str] = field(default_factory=dict)
    _new: dict[str, Parts] = field(default_factory=dict)
    _saved_memos: frozenset[str] = frozenset()
    _saved_at: int = 0
    _connections: dict[int, sqlite3.Connection] = field(default_factory=dict)

    @classmethod
    def load(cls, folder: Path, version: str) -> Cache:
        """The cache of that version in `folder`; an empty one if there is none that can be used."""
        cache = cls(folder / f"documents-{version}.sqlite")
        try:
            cache._read()
        except (sqlite3.Error, OSError, TypeError, ValueError):
            cache = cls(cache.file)
            _remove(cache.file)
        for other in folder.glob("documents-*.sqlite"):
            if other != cache.file:
                _remove(other)
        return cache

    def _read(self) -> None:
        if self.file is None or not self.file.exists():
            return
        self._saved_at = self.file.stat().st_mtime_ns
        with closing(sqlite3.connect(f"{self.file.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            rows = connection.execute("SELECT path, size, mtime, digest FROM files")
            self.files = {path: Seen(size, mtime, digest) for path, size, mtime, digest in rows}
            self._known = {digest for (digest,) in connection.execute("SELECT digest FROM parts")}

    def open(self) -> None:
        """Load what the files hold, which a build that finds nothing to do never asks for.

        Texts whose checksum is wrong are left out, and so is everything should the database fail now.
        """
        if self.file is None or not self._known:
            return
        address = f"{self.file.resolve().as_uri()}?mode=ro"
        with suppress(sqlite3.Error, TypeError, ValueError), closing(sqlite3.connect(address, uri=True)) as connection:
            self._summaries = _unsealed(connection.execute("SELECT digest, summary FROM parts")) | self._summaries
            self.memos = _unsealed(connection.execute("SELECT name, memo FROM memos"))
            self._saved_memos = frozenset(self.memos)

    def digest_of_unchanged(self, path: str, size: int, mtime: int) -> str | None:
        """The digest of a file that is as it was when last read, by size and mtime; None if it must be opened.

        One changed about when the cache was saved is opened too, for its mtime may hide a second change.
        """
        seen = self.files.get(path)
        if seen is None or (seen.size, seen.mtime) != (size, mtime) or mtime > self._saved_at - _RACY:
            return None
        return seen.digest

    def has(self, digest: str) -> bool:
        """True if the parts of the file with these bytes are known."""
        return digest in self._new or digest in self._known

    def parts(self, digest: str, read_again: Callable[[], Parts]) -> Parts | None:
        """The parts of the file with these bytes, None if they are not known.

        Their fields and HTML are fetched when asked for; `read_again` makes them should the database fail then.
        """
        if digest in self._new:
            return self._new[digest]
        summary = self._summaries.get(digest)
        if summary is None:
            return read_again() if digest in self._known else None

        def fetch(column: Column) -> str:
            text = self._fetch(column, digest)
            return read_again().fetch(column) if text is None else text

        return Parts(digest, summary, fetch)

    def add(self, parts: Parts) -> None:
        """Remember parts read now; every so often they go to the database, so that memory does not hold them all."""
        self._new[parts.digest] = parts
        if len(self._new) >= _BATCH and self._store():
            self._summaries |= {digest: each.summary for digest, each in self._new.items()}
            self._known |= set(self._new)
            self._new.clear()

    def save(self) -> None:
        """Store what is new and forget files that are gone. A folder that cannot be written is no error."""
        files = self.files_now
        memos = [(name, _seal(memo)) for name, memo in self.memos.items() if name not in self._saved_memos]
        changed = [
            (path, each.size, each.mtime, each.digest) for path, each in files.items() if self.files.get(path) != each
        ]
        gone = [(path,) for path in self.files if path not in files]
        if not (memos or changed or gone or self._new):
            return
        used = {each.digest for each in files.values()}
        unused = [(digest,) for digest in self._known if digest not in used]
        unused_memos = [(name,) for name in self._saved_memos if name.rsplit(" ", 1)[-1] not in used]
        self._store(
            [
                ("INSERT OR REPLACE INTO memos VALUES (?, ?)", memos),
                ("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", changed),
            ],
            [("DELETE FROM files WHERE path = ?", gone), ("DELETE FROM parts WHERE digest = ?", unused)],
            [("DELETE FROM memos WHERE name = ?", unused_memos)],
        )

    def _store(self, *changes: list[tuple[str, list[Any]]]) -> bool:
        """Write the new parts, then the changes, in one transaction. False if the database cannot be written."""
        if self.file is None:
            return False
        rows = ((key, *map(_seal, (p.summary, p.fetch("fields"), p.fetch("html")))) for key, p in self._new.items())
        with suppress(sqlite3.Error, OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self.file, timeout=30)) as connection, connection:
                connection.execute("PRAGMA synchronous = OFF")
                connection.executescript(_SCHEMA)
                connection.executemany("INSERT OR REPLACE INTO parts VALUES (?, ?, ?, ?)", rows)
                for statement, values in itertools.chain(*changes):
                    connection.executemany(statement, values)
            return True
        return False

    def _fetch(self, column: Column, digest: str) -> str | None:
        """One text of the parts with that digest, through a connection of this process's own."""
        with suppress(sqlite3.Error, TypeError):
            if os.getpid() not in self._connections:
                address = f"{self.file.resolve().as_uri()}?mode=ro" if self.file else ""
                self._connections[os.getpid()] = sqlite3.connect(address, uri=True, check_same_thread=False)
            return _unseal(self._connections[os.getpid()].execute(_COLUMNS[column], (digest,)).fetchone()[0])
        return None


def _unsealed(rows: sqlite3.Cursor) -> dict[str, str]:
    """Texts by digest; those whose checksum is wrong are left out."""
    found = ((digest, _unseal(text)) for digest, text in rows)
    return {digest: text for digest, text in found if text is not None}


def _seal(text: str) -> str:
    return _checksum(text) + text


def _unseal(sealed: str) -> str | None:
    return sealed[16:] if sealed[:16] == _checksum(sealed[16:]) else None


def _checksum(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


def _remove(file: Path | None) -> None:
    if file is not None:
        with suppress(OSError):
            file.unlink()
