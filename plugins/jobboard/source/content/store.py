"""The cache's database: one SQLite file of plain texts, each sealed. Whatever fails here costs time only.

There is one rule for whether a text still holds: it is sealed for its place and for all that it was made of, so that it
comes out for who names that, and for nobody else (decision 48). Only who has the key can make a seal (decision 42):
texts that anybody else put there, or moved, are taken for texts that are not there. Without a key it tells damage.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Collection, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from msgspec import MsgspecError, Struct, json

from jobboard.base.digest import digest_of
from jobboard.base.files import State, state_of

StoredKind = Literal["files", "head", "html", "record", "synopsis", "picture", "made"]
"""What texts are: the list of all files; what stands above the HTML of a file, and that; its record; what a plan needs
of it; the size of a picture; digests of what outputs show."""

_KINDS: tuple[StoredKind, ...] = get_args(StoredKind)
_TABLES = tuple(f"CREATE TABLE {kind} (name TEXT PRIMARY KEY, text TEXT)" for kind in _KINDS)
"""As the database has them itself: one with anything else in it, say a view that never ends, is not ours."""

_SCHEMA = ";".join(each.replace("TABLE", "TABLE IF NOT EXISTS", 1) for each in _TABLES)
_SEAL = 24

_Files = dict[str, tuple[int, int, int, int, str]]
"""Every file by path: the numbers of its state, and the digest of its bytes."""


class Kept(NamedTuple):
    """A text, and all that it was made of beside what its name says."""

    text: str
    made_of: tuple[str, ...] = ()


class Inventory(Struct, frozen=True):
    """What the folder is called whose files these are, and the digests whose parts are there."""

    root: str
    files: _Files
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
    _state: State | None = None
    _connections: dict[int, sqlite3.Connection] = field(default_factory=dict)
    _is_reading: bool = False

    def load(self) -> Inventory | None:
        """Which files and parts are there; None if that cannot be known, and then the file is removed."""
        if self.file is not None and self.file.is_symlink():  # written through, it would change what is elsewhere
            with suppress(OSError):
                self.file.unlink()
        if self.file is None or not self.file.exists():
            return None
        try:
            self._state = state_of(self.file)
            self.trust_files()
            with closing(self._connect()) as connection:
                return self._loaded(connection)
        except (sqlite3.Error, OSError, TypeError, ValueError, MsgspecError, RecursionError) as error:
            if getattr(error, "sqlite_errorcode", 0) != sqlite3.SQLITE_BUSY:  # another build is writing it
                with suppress(OSError):
                    self.file.unlink()
            return None

    def _loaded(self, connection: sqlite3.Connection) -> Inventory:
        """Raises ValueError if it is not a database of ours, or not sealed with the key."""
        found = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
        if {sql for (sql,) in found} != {*_TABLES}:
            raise ValueError(found)
        (listed,) = connection.execute("SELECT text FROM files").fetchall()
        root, files = json.decode(self._unseal(listed[0], "files", "") or "", type=tuple[str, _Files])
        return Inventory(root, files, {digest for (digest,) in connection.execute("SELECT name FROM head")})

    def is_as_left(self) -> bool:
        """True if nobody else has written the database since it was loaded or saved here."""
        return self.file is not None and state_of(self.file) == self._state

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

    def text(self, kind: StoredKind, name: str, *made_of: str) -> str | None:
        """One text, through a connection of this process's own; None if it is not there, or was made of something else.

        So is one that is not as it was written.
        """
        if self.file is None:
            return None
        with suppress(sqlite3.Error, TypeError, OSError):
            found = self._connection().execute(f"SELECT text FROM {kind} WHERE name = ?", (name,))  # noqa: S608
            row = found.fetchone()
            return self._unseal(row[0], kind, name, *made_of) if row else None
        return None

    def texts(self, kind: StoredKind, made_of: Mapping[str, tuple[str, ...]]) -> dict[str, Kept]:
        """All texts of a kind that were made of that, by name."""
        if self.file is None or not self.file.exists():
            return {}
        found: dict[str, Kept] = {}
        with suppress(sqlite3.Error, TypeError, OSError), closing(self._connect()) as connection:
            for name, sealed in connection.execute(f"SELECT name, text FROM {kind}"):  # noqa: S608 (one of ours)
                of = made_of.get(name)
                if of is not None and (text := self._unseal(sealed, kind, name, *of)) is not None:
                    found[name] = Kept(text, of)
        return found

    def save(
        self,
        new: Mapping[StoredKind, Mapping[str, Kept]],
        gone: Mapping[StoredKind, Collection[str]] | None = None,
        files: tuple[str, Mapping[str, tuple[tuple[int, ...], str]]] | None = None,
    ) -> bool:
        """Write texts by kind and name, and remove others, in one transaction. False if that cannot be done.

        `files` are the name of their folder, and the state and digest of every one of them by path.
        """
        if self.file is None:
            return False
        with suppress(sqlite3.Error, OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self.file, self.patience)) as connection, connection:
                connection.execute("PRAGMA synchronous = OFF")
                connection.executescript(_SCHEMA)
                if files is not None:
                    connection.execute("DELETE FROM files")
                listed = self._listed(*(files or ("", {})))  # there is one always: it tells whose key this is
                connection.execute("INSERT OR IGNORE INTO files VALUES ('', ?)", (listed,))
                for kind, texts in new.items():
                    rows = ((name, self._seal(kept.text, kind, name, *kept.made_of)) for name, kept in texts.items())
                    connection.executemany(f"INSERT OR REPLACE INTO {kind} VALUES (?, ?)", rows)  # noqa: S608
                for kind, names in (gone or {}).items():
                    connection.executemany(f"DELETE FROM {kind} WHERE name = ?", [(each,) for each in names])  # noqa: S608
            self._state = state_of(self.file)
            return True
        return False

    def trust_files(self) -> None:
        """From now on the files it lists are those of the moment it was written."""
        self.saved_at = self._state.mtime if self._state else 0

    def _listed(self, root: str, files: Mapping[str, tuple[tuple[int, ...], str]]) -> str:
        rows = {path: (*state, digest) for path, (state, digest) in files.items()}
        return self._seal(json.encode((root, rows)).decode(), "files", "")

    def _seal(self, text: str, *place: str) -> str:
        return self._mark_of(text, place) + text

    def _unseal(self, sealed: str, *place: str) -> str | None:
        """The text, if it was sealed with the key for this place."""
        text = sealed[_SEAL:]
        return text if sealed[:_SEAL] == self._mark_of(text, place) else None

    def _mark_of(self, text: str, place: tuple[str, ...]) -> str:
        return digest_of("\0".join((*place, text)).encode(), _SEAL // 2, self.key)

    def _connection(self) -> sqlite3.Connection:
        """This process's own."""
        process = os.getpid()
        if process not in self._connections:
            self._connections[process] = connection = self._connect()
            if self._is_reading:
                connection.execute("BEGIN")
        return self._connections[process]

    def _connect(self) -> sqlite3.Connection:
        address = f"{self.file.absolute().as_uri()}?mode=ro" if self.file else ""
        return sqlite3.connect(address, self.patience, uri=True, check_same_thread=False)
