"""The cache's database: one SQLite file of plain texts, each with its checksum. Whatever fails here costs time only."""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct

from jobboard.source.parts import Column, Parts

_SCHEMA = """
CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, size INTEGER, mtime INTEGER, digest TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS parts (digest TEXT PRIMARY KEY, summary TEXT, fields TEXT, html TEXT);
CREATE TABLE IF NOT EXISTS memos (name TEXT PRIMARY KEY, memo TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS notes (path TEXT PRIMARY KEY, digest TEXT, note TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS context (name TEXT PRIMARY KEY) WITHOUT ROWID;
"""
_TEXTS: Mapping[Column | Literal["memo"], str] = {
    "summary": "SELECT summary FROM parts WHERE digest = ?",
    "fields": "SELECT fields FROM parts WHERE digest = ?",
    "html": "SELECT html FROM parts WHERE digest = ?",
    "memo": "SELECT memo FROM memos WHERE name = ?",
}


class Loaded(Struct, frozen=True):
    """Every file as (path, size, mtime, digest), and the digests whose parts are there."""

    files: list[tuple[str, int, int, str]]
    digests: set[str]


@dataclass(slots=True)
class Store:
    """The database in `file`; one that is nowhere keeps nothing. `saved_at` is when it listed the files (ns)."""

    file: Path | None = None
    saved_at: int = 0
    _state: tuple[int, int, int] | None = None
    _connections: dict[int, sqlite3.Connection] = field(default_factory=dict)

    def load(self) -> Loaded | None:
        """Which files and parts are there; None if that cannot be known, and then the file is removed."""
        if self.file is None or not self.file.exists():
            return None
        try:
            self._state = _state_of(self.file)
            self.trust_files()
            with closing(self._connect()) as connection:
                files = connection.execute("SELECT path, size, mtime, digest FROM files").fetchall()
                return Loaded(files, {digest for (digest,) in connection.execute("SELECT digest FROM parts")})
        except (sqlite3.Error, OSError, TypeError, ValueError):
            with suppress(OSError):
                self.file.unlink()
            return None

    def is_as_left(self) -> bool:
        """True if nobody else has written the database since it was loaded or saved here."""
        return self.file is not None and _state_of(self.file) == self._state

    def remove_others(self) -> None:
        """Remove the databases of other versions beside this one."""
        for other in self.file.parent.glob("documents-*.sqlite") if self.file else ():
            if other != self.file:
                with suppress(OSError):
                    other.unlink()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Many texts are read meanwhile, and none written: the file is locked once, which takes longer than a text."""
        with suppress(sqlite3.Error, OSError):
            if self.file is not None and self.file.exists():
                self._connection().execute("BEGIN")
        try:
            yield
        finally:
            with suppress(sqlite3.Error):
                if os.getpid() in self._connections:
                    self._connection().rollback()

    def text(self, column: Column | Literal["memo"], name: str) -> str | None:
        """One text, through a connection of this process's own; None if it is not there or not as it was written."""
        if self.file is None:
            return None
        with suppress(sqlite3.Error, TypeError, OSError):
            row = self._connection().execute(_TEXTS[column], (name,)).fetchone()
            return _unseal(row[0]) if row else None
        return None

    def notes(self, context: str) -> list[tuple[str, str, str]]:
        """(path, digest, note) of everything noted in that context; empty if the context was another."""
        if self.file is None or not self.file.exists():
            return []
        with suppress(sqlite3.Error, TypeError, OSError), closing(self._connect()) as connection:
            if connection.execute("SELECT name FROM context").fetchall() != [(context,)]:
                return []
            rows = connection.execute("SELECT path, digest, note FROM notes")
            found = ((path, digest, _unseal(note)) for path, digest, note in rows)
            return [(path, digest, note) for path, digest, note in found if note is not None]
        return []

    def save(
        self,
        parts: Iterable[Parts],
        files: Sequence[tuple[Any, ...]] = (),
        gone: Sequence[str] = (),
        unused: Sequence[str] = (),
        *,
        memos: Mapping[str, str] | None = None,
        notes: Mapping[str, tuple[str, str]] | None = None,
        old_notes: Sequence[str] = (),
        context: str | None = None,
    ) -> bool:
        """Write all of it in one transaction. False if the database cannot be written."""
        if self.file is None:
            return False
        rows = ((p.digest, _seal(p.fetch("summary")), _seal(p.fetch("fields")), _seal(p.fetch("html"))) for p in parts)
        kept = [(path, digest, _seal(note)) for path, (digest, note) in (notes or {}).items()]
        with suppress(sqlite3.Error, OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self.file, timeout=30)) as connection, connection:
                connection.execute("PRAGMA synchronous = OFF")
                connection.executescript(_SCHEMA)
                if context is not None and connection.execute("SELECT name FROM context").fetchall() != [(context,)]:
                    connection.execute("DELETE FROM notes")
                    connection.execute("DELETE FROM context")
                    connection.execute("INSERT INTO context VALUES (?)", (context,))
                connection.executemany("INSERT OR REPLACE INTO parts VALUES (?, ?, ?, ?)", rows)
                connection.executemany("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", files)
                remembered = [(name, _seal(memo)) for name, memo in (memos or {}).items()]
                connection.executemany("INSERT OR REPLACE INTO memos VALUES (?, ?)", remembered)
                connection.executemany("INSERT OR REPLACE INTO notes VALUES (?, ?, ?)", kept)
                connection.executemany("DELETE FROM notes WHERE path = ?", [(path,) for path in old_notes])
                connection.executemany("DELETE FROM files WHERE path = ?", [(path,) for path in gone])
                connection.executemany("DELETE FROM parts WHERE digest = ?", [(digest,) for digest in unused])
                connection.executemany(
                    "DELETE FROM memos WHERE name BETWEEN ? AND ?", [(digest, f"{digest}!") for digest in unused]
                )
            self._state = _state_of(self.file)
            return True
        return False

    def trust_files(self) -> None:
        """From now on the files it lists are those of the moment it was written."""
        self.saved_at = self._state[0] if self._state else 0

    def _connection(self) -> sqlite3.Connection:
        """This process's own."""
        if os.getpid() not in self._connections:
            self._connections[os.getpid()] = self._connect()
        return self._connections[os.getpid()]

    def _connect(self) -> sqlite3.Connection:
        address = f"{self.file.resolve().as_uri()}?mode=ro" if self.file else ""
        return sqlite3.connect(address, uri=True, check_same_thread=False)


def _state_of(file: Path) -> tuple[int, int, int] | None:
    """What tells that a file was written anew: its mtime (ns), size and inode; None if it is not there."""
    try:
        stat = file.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size, stat.st_ino


def _seal(text: str) -> str:
    return _checksum(text) + text


def _unseal(sealed: str) -> str | None:
    return sealed[8:] if sealed[:8] == _checksum(sealed[8:]) else None


def _checksum(text: str) -> str:
    return f"{zlib.crc32(text.encode()):08x}"
