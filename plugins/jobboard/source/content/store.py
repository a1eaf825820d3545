"""The cache's database: one SQLite file of plain texts, each sealed. Whatever fails here costs time only.

A seal binds a text to where it lies, and only who has the key can make one (decision 42): texts that anybody else put
there, or moved, are taken for texts that are not there. Without a key it tells damage, and no more.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

from msgspec import MsgspecError, Struct, json

from jobboard.source.content.parts import Column, Parts

_TABLES = (
    "CREATE TABLE files (name TEXT PRIMARY KEY, list TEXT) WITHOUT ROWID",
    "CREATE TABLE parts (digest TEXT PRIMARY KEY, summary TEXT, fields TEXT, html TEXT)",
    "CREATE TABLE memos (name TEXT PRIMARY KEY, memo TEXT) WITHOUT ROWID",
    "CREATE TABLE notes (path TEXT PRIMARY KEY, digest TEXT, note TEXT) WITHOUT ROWID",
    "CREATE TABLE context (name TEXT PRIMARY KEY) WITHOUT ROWID",
)
"""As the database has them itself: one with anything else in it, say a view that never ends, is not ours."""

_SCHEMA = ";".join(each.replace("TABLE", "TABLE IF NOT EXISTS", 1) for each in _TABLES)
_SEAL = 24
_COLUMNS: tuple[Column, ...] = get_args(Column)
_TEXTS: Mapping[Column | Literal["memo"], str] = {
    "summary": "SELECT summary FROM parts WHERE digest = ?",
    "fields": "SELECT fields FROM parts WHERE digest = ?",
    "html": "SELECT html FROM parts WHERE digest = ?",
    "memo": "SELECT memo FROM memos WHERE name = ?",
}


Files = dict[str, tuple[int, int, int, int, str]]
"""Every file by path: the numbers of its state, and the digest of its bytes."""


class Loaded(Struct, frozen=True):
    """What the folder is called whose files these are, and the digests whose parts are there."""

    root: str
    files: Files
    digests: set[str]


@dataclass(slots=True)
class Store:
    """The database in `file`, sealed with `key`; one that is nowhere keeps nothing.

    `saved_at` is when it listed the files (ns), `patience` how many seconds it waits for another build that is writing.
    """

    file: Path | None = None
    key: bytes = b""
    saved_at: int = 0
    patience: float = 5
    _state: tuple[int, ...] | None = None
    _connections: dict[int, sqlite3.Connection] = field(default_factory=dict)
    _is_reading: bool = False

    def load(self) -> Loaded | None:
        """Which files and parts are there; None if that cannot be known, and then the file is removed."""
        if self.file is not None and self.file.is_symlink():  # written through, it would change what is elsewhere
            with suppress(OSError):
                self.file.unlink()
        if self.file is None or not self.file.exists():
            return None
        try:
            self._state = _state_of(self.file)
            self.trust_files()
            with closing(self._connect()) as connection:
                return self._loaded(connection)
        except (sqlite3.Error, OSError, TypeError, ValueError, MsgspecError, RecursionError) as error:
            if getattr(error, "sqlite_errorcode", 0) != sqlite3.SQLITE_BUSY:  # another build is writing it
                with suppress(OSError):
                    self.file.unlink()
            return None

    def _loaded(self, connection: sqlite3.Connection) -> Loaded:
        """Raises ValueError if it is not a database of ours, or not sealed with the key."""
        found = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
        if {sql for (sql,) in found} != {*_TABLES}:
            raise ValueError(found)
        (listed,) = connection.execute("SELECT list FROM files").fetchall()
        root, files = json.decode(self._unseal(listed[0], "files") or "", type=tuple[str, Files])
        return Loaded(root, files, {digest for (digest,) in connection.execute("SELECT digest FROM parts")})

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
        """Many texts are read meanwhile, and none written, by this process and by those it shares its work with.

        Each locks the file once, which takes longer than a text.
        """
        self._is_reading = True
        if own := self._connections.get(os.getpid()):
            with suppress(sqlite3.Error):
                own.execute("BEGIN")
        try:
            yield
        finally:
            self._is_reading = False
            if own := self._connections.get(os.getpid()):
                with suppress(sqlite3.Error):
                    own.rollback()

    def text(self, column: Column | Literal["memo"], name: str) -> str | None:
        """One text, through a connection of this process's own; None if it is not there or not as it was written."""
        if self.file is None:
            return None
        with suppress(sqlite3.Error, TypeError, OSError):
            row = self._connection().execute(_TEXTS[column], (name,)).fetchone()
            return self._unseal(row[0], column, name) if row else None
        return None

    def notes(self, context: str) -> list[tuple[str, str, str]]:
        """(path, digest, note) of everything noted in that context; empty if the context was another."""
        if self.file is None or not self.file.exists():
            return []
        with suppress(sqlite3.Error, TypeError, OSError), closing(self._connect()) as connection:
            if connection.execute("SELECT name FROM context").fetchall() != [(context,)]:
                return []
            rows = connection.execute("SELECT path, digest, note FROM notes")
            found = ((path, digest, self._unseal(note, context, path, digest)) for path, digest, note in rows)
            return [(path, digest, note) for path, digest, note in found if note is not None]
        return []

    def save(
        self,
        parts: Iterable[Parts],
        files: tuple[str, Mapping[str, tuple[tuple[int, ...], str]]] | None = None,
        unused: Sequence[str] = (),
        *,
        memos: Mapping[str, str] | None = None,
        notes: Mapping[str, tuple[str, str]] | None = None,
        old_notes: Sequence[str] = (),
        context: str | None = None,
    ) -> bool:
        """Write all of it in one transaction. False if the database cannot be written.

        `files` are the name of their folder, and the state and digest of every one of them by path. Notes are of a
        `context`.
        """
        if self.file is None:
            return False
        rows = ((p.digest, *(self._seal(p.fetch(each), each, p.digest) for each in _COLUMNS)) for p in parts)
        of = context or ""
        kept = [(path, digest, self._seal(note, of, path, digest)) for path, (digest, note) in (notes or {}).items()]
        with suppress(sqlite3.Error, OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self.file, self.patience)) as connection, connection:
                connection.execute("PRAGMA synchronous = OFF")
                connection.executescript(_SCHEMA)
                if context is not None and connection.execute("SELECT name FROM context").fetchall() != [(context,)]:
                    connection.execute("DELETE FROM notes")
                    connection.execute("DELETE FROM context")
                    connection.execute("INSERT INTO context VALUES (?)", (context,))
                connection.executemany("INSERT OR REPLACE INTO parts VALUES (?, ?, ?, ?)", rows)
                if files is not None:
                    connection.execute("DELETE FROM files")
                listed = self._listed(*(files or ("", {})))  # there is one always: it tells whose key this is
                connection.execute("INSERT OR IGNORE INTO files VALUES ('', ?)", (listed,))
                remembered = [(name, self._seal(memo, "memo", name)) for name, memo in (memos or {}).items()]
                connection.executemany("INSERT OR REPLACE INTO memos VALUES (?, ?)", remembered)
                connection.executemany("INSERT OR REPLACE INTO notes VALUES (?, ?, ?)", kept)
                connection.executemany("DELETE FROM notes WHERE path = ?", [(path,) for path in old_notes])
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

    def _listed(self, root: str, files: Mapping[str, tuple[tuple[int, ...], str]]) -> str:
        rows = {path: (*state, digest) for path, (state, digest) in files.items()}
        return self._seal(json.encode((root, rows)).decode(), "files")

    def _seal(self, text: str, *place: str) -> str:
        return self._mark_of(text, place) + text

    def _unseal(self, sealed: str, *place: str) -> str | None:
        """The text, if it was sealed with the key for this place."""
        text = sealed[_SEAL:]
        return text if sealed[:_SEAL] == self._mark_of(text, place) else None

    def _mark_of(self, text: str, place: tuple[str, ...]) -> str:
        data = "\0".join((*place, text)).encode()
        return hashlib.blake2b(data, digest_size=_SEAL // 2, key=self.key).hexdigest()

    def _connection(self) -> sqlite3.Connection:
        """This process's own."""
        process = os.getpid()
        if process not in self._connections:
            self._connections[process] = connection = self._connect()
            if self._is_reading:
                connection.execute("BEGIN")
        return self._connections[process]

    def _connect(self) -> sqlite3.Connection:
        address = f"{self.file.resolve().as_uri()}?mode=ro" if self.file else ""
        return sqlite3.connect(address, self.patience, uri=True, check_same_thread=False)


def _state_of(file: Path) -> tuple[int, ...] | None:
    """What tells that a file was written anew; None if it is not there."""
    try:
        stat = file.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size, stat.st_ino, stat.st_ctime_ns
