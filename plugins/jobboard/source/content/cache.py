"""What was read before: the parts of every file, by its bytes, so that an unchanged file is not read again.

Nothing stored is ever executed, and nothing believed that is not sealed (`store.py`). A database of another version or
key, a broken one, or a folder that cannot be written costs time and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from jobboard.source.content.folder import State
from jobboard.source.content.parts import Column, Parts
from jobboard.source.content.store import Store

_BATCH = 500
"""New files whose parts are held before they go to the database."""

_RACY = 50_000_000
"""Nanoseconds within which two changes of a file may carry the same times."""


class Seen(NamedTuple):
    """A file when it was last read: its state, and the digest of its bytes."""

    state: State
    digest: str


class Note(NamedTuple):
    """What a later stage made of the file with these bytes."""

    digest: str
    text: str


@dataclass(slots=True)
class Memos:
    """Texts that later stages keep with a document, by its folder and digest; fetched one by one."""

    store: Store
    new: dict[str, str] = field(default_factory=dict)

    def get(self, folder: str, digest: str) -> str | None:
        name = f"{digest} {folder}"
        return self.new.get(name) or self.store.text("memo", name)

    def keep(self, folder: str, digest: str, memo: str) -> None:
        self.new[f"{digest} {folder}"] = memo


@dataclass(slots=True)
class Cache:
    """The parts of files read before, and what later stages made of them.

    `files` are the files of the last build, `files_now` those of this one, both in the folder called `root`.
    """

    store: Store = field(default_factory=Store)
    root: str = ""
    files: dict[str, Seen] = field(default_factory=dict)
    files_now: dict[str, Seen] = field(default_factory=dict)
    memos: Memos = field(init=False)
    _known: set[str] = field(default_factory=set)
    _new: dict[str, Parts] = field(default_factory=dict)
    _notes: tuple[str, dict[str, Note]] = ("", {})
    _notes_now: tuple[str, dict[str, Note]] | None = None

    def __post_init__(self) -> None:
        self.memos = Memos(self.store)

    @classmethod
    def load(cls, folder: Path, version: str, key: bytes = b"") -> Cache:
        """The cache of that version in `folder`; an empty one if there is none that `key` has sealed."""
        store = Store(folder / f"documents-{version}.sqlite", key)
        cache = cls(store)
        if (found := store.load()) is not None:
            cache.root = found.root
            cache.files = {path: Seen(State(*state), digest) for path, (*state, digest) in found.files.items()}
            cache._known = found.digests
        store.remove_others()
        return cache

    def look_at(self, folder: Path) -> None:
        """What was read in another folder than this one says nothing of the files here, whatever they are called."""
        try:
            found = folder.stat()
            root = f"{found.st_dev} {found.st_ino}"
        except OSError:
            root = ""
        if root != self.root:
            self.root, self.files = root, {}

    def documents(self) -> Collection[str]:
        """The paths of the documents of the last build."""
        return {path for path in self.files if path.endswith(".md")}

    def digest_of_unchanged(self, path: str, state: State) -> str | None:
        """The digest of a file that is as it was when last read; None if it must be opened.

        One changed about when the cache was saved is opened too, for its times may hide a second change.
        """
        seen = self.files.get(path)
        if seen is None or seen[0] != state or max(state[1], state[2]) > self.store.saved_at - _RACY:
            return None
        return seen.digest

    @property
    def is_empty(self) -> bool:
        """True if no file is known."""
        return not (self._known or self._new)

    def has(self, digest: str) -> bool:
        """True if the parts of the file with these bytes are known."""
        return digest in self._new or digest in self._known

    def parts(self, digest: str, read_again: Callable[[], Parts]) -> Parts | None:
        """The parts of the file with these bytes, None if they are not known.

        Its texts are fetched when asked for; `read_again` makes them should the database fail then.
        """
        if digest in self._new:
            return self._new[digest]
        if digest not in self._known:
            return None

        def fetch(column: Column) -> str:
            text = self.store.text(column, digest)
            return read_again().fetch(column) if text is None else text

        return Parts(digest, fetch)

    def add(self, parts: Parts, folder: str, memo: str | None = None) -> None:
        """Remember parts read now, and what a later stage made of them as documents of that folder.

        Every so often all of it goes to the database, so that memory does not hold it.
        """
        self._new[parts.digest] = parts
        if memo is not None:
            self.memos.keep(folder, parts.digest, memo)
        if len(self._new) >= _BATCH and self.store.save(self._new.values(), memos=self.memos.new):
            self._known |= set(self._new)
            self._new.clear()
            self.memos.new.clear()

    def notes(self, context: str) -> Mapping[str, Note]:
        """What was noted of files, by path, in that context; empty if it was another. Read them before `note`."""
        if self._notes[0] != context:
            found = {path: Note(digest, text) for path, digest, text in self.store.notes(context)}
            self._notes = context, found
        return self._notes[1]

    def changed_files(self) -> int:
        """How many files have other bytes than at the last build."""
        before = {path: each.digest for path, each in self.files.items()}
        return sum(before.get(path) != each.digest for path, each in self.files_now.items())

    def read_notes_again(self) -> None:
        """Another process has taken notes."""
        self._notes, self._notes_now = ("", {}), None

    def note(self, context: str, notes: Mapping[str, Note]) -> None:
        """Keep these notes, and no others."""
        self._notes_now = context, dict(notes)

    def save(self) -> None:
        """Store what is new and forget files that are gone. A folder that cannot be written is no error."""
        files = self.files_now
        is_changed = files != self.files
        notes, old_notes = self._changed_notes()
        if not (self.memos.new or is_changed or notes or old_notes or self._new):
            return
        used = {each.digest for each in files.values()}
        unused = [digest for digest in self._known if digest not in used]
        context = self._notes_now[0] if self._notes_now else None
        if self.store.save(
            self._new.values(),
            (self.root, files) if is_changed else None,
            unused,
            memos=self.memos.new,
            notes=notes,
            old_notes=old_notes,
            context=context,
        ):
            self._known = (self._known | self._new.keys()) & used
            self.files = dict(files)
            self.store.trust_files()
            self._new.clear()
            self.memos.new.clear()
            if self._notes_now:
                self._notes = self._notes_now

    def _changed_notes(self) -> tuple[dict[str, Note], list[str]]:
        """Notes to be written, and the paths of those to be forgotten."""
        if self._notes_now is None:
            return {}, []
        context, now = self._notes_now
        before = self._notes[1] if self._notes[0] == context else {}
        changed = {path: note for path, note in now.items() if before.get(path) is not note}
        return changed, [path for path in before if path not in now]
