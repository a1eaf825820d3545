"""What was read and made before, so that an unchanged file is not read again, nor anything of it made again.

Nothing stored is ever executed, and nothing believed that is not sealed for what it was made of (`store.py`). A
database of another version or key, a broken one, or a folder that cannot be written costs time and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from msgspec import DecodeError, json

from jobboard.base.files import RACY, State
from jobboard.source.content.parts import Column, Parts
from jobboard.source.content.store import Kept, Store, StoredKind

_BATCH = 500
"""New files whose parts are held before they go to the database."""


class Seen(NamedTuple):
    """A file when it was last read: its state, and the digest of its bytes."""

    state: State
    digest: str


@dataclass(slots=True)
class Memos:
    """Texts by kind and name, each with what it was made of: fetched one by one, and kept."""

    store: Store
    new: dict[StoredKind, dict[str, Kept]] = field(default_factory=dict)

    def get(self, kind: StoredKind, name: str, *made_of: str) -> str | None:
        """The text that was made of this; None if there is none."""
        kept = self.new[kind].get(name) if kind in self.new else None
        if kept is not None and kept.made_of == made_of:
            return kept.text
        return self.store.text(kind, name, *made_of)

    def keep(self, kind: StoredKind, name: str, text: str, *made_of: str) -> None:
        self.new.setdefault(kind, {})[name] = Kept(text, made_of)


@dataclass(slots=True)
class Digests:
    """Digests of what later stages made of items, by those of the items; kept from build to build, by what makes them
    and by what that is given beside the item.

    `last` are those of the last build, `now` those of this one, which are kept alone.
    """

    store: Store = field(default_factory=Store)
    last: dict[tuple[str, str], Mapping[str, str]] = field(default_factory=dict)
    now: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)

    def of(self, maker: str, given: str) -> tuple[Mapping[str, str], dict[str, str]]:
        """The last and the present ones of what that makes, given that."""
        if (maker, given) not in self.last:
            try:
                found = json.decode(self.store.text("made", maker, given) or "{}", type=dict[str, str])
            except DecodeError:
                found = {}
            self.last[maker, given] = found
        return self.last[maker, given], self.now.setdefault((maker, given), {})

    def changed(self) -> dict[str, Kept]:
        """Those to be written, by what makes them."""
        changed = {key: found for key, found in self.now.items() if found != self.last[key]}
        return {maker: Kept(json.encode(found).decode(), (given,)) for (maker, given), found in changed.items()}

    def are_kept(self) -> None:
        """The next build begins with these."""
        self.last, self.now = {**self.last, **self.now}, {}


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
    digests: Digests = field(init=False)
    _known: set[str] = field(default_factory=set)
    _listed: set[str] = field(default_factory=set)
    _summaries: dict[str, Kept] | None = None
    _summaries_now: dict[str, Kept] | None = None

    def __post_init__(self) -> None:
        self.memos = Memos(self.store)
        self.digests = Digests(self.store)

    @classmethod
    def load(cls, folder: Path, version: str, key: bytes = b"") -> Cache:
        """The cache of that version in `folder`; an empty one if there is none that `key` has sealed."""
        store = Store(folder / f"documents-{version}.sqlite", key)
        cache = cls(store)
        if (found := store.load()) is not None:
            cache.root = found.root
            cache.files = {path: Seen(State(*state), digest) for path, (*state, digest) in found.files.items()}
            cache._known, cache._listed = found.digests, {*found.files}
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
        if seen is None or seen.state != state or max(state.mtime, state.ctime) > self.store.saved_at - RACY:
            return None
        return seen.digest

    @property
    def is_empty(self) -> bool:
        """True if no file is known."""
        return not (self._known or self.memos.new.get("head"))

    def has(self, digest: str) -> bool:
        """True if the parts of the file with these bytes are known."""
        return digest in self._known or digest in self.memos.new.get("head", ())

    def parts(self, digest: str, read_again: Callable[[], Parts]) -> Parts | None:
        """The parts of the file with these bytes, None if they are not known.

        Its texts are fetched when asked for; `read_again` makes them should the database fail then.
        """
        if not self.has(digest):
            return None

        def fetch(column: Column) -> str:
            text = self.memos.get(column, digest)
            return read_again().fetch(column) if text is None else text

        return Parts(digest, fetch)

    def add(self, parts: Parts, path: str, record: str | None = None) -> None:
        """Remember parts read now, and what a later stage made of them as the document at `path`.

        Every so often all of it goes to the database, so that memory does not hold it.
        """
        self.memos.keep("head", parts.digest, parts.fetch("head"))
        self.memos.keep("html", parts.digest, parts.fetch("html"))
        if record is not None:
            self.memos.keep("record", path, record, parts.digest)
        if len(self.memos.new["head"]) >= _BATCH and self.store.save(self.memos.new):
            self._known |= self.memos.new["head"].keys()
            self.memos.new.clear()

    def let_go(self, digest: str) -> None:
        """Forget the parts of a file that is held in memory alone, and is not what it was."""
        for kind in ("head", "html"):
            self.memos.new.get(kind, {}).pop(digest, None)

    def summaries(self, made_of: Mapping[str, tuple[str, ...]]) -> dict[str, Kept]:
        """What was kept of items, by path, where it was made of this. Read it before `keep_summaries`."""
        if self._summaries is None:
            self._summaries = self.store.texts("synopsis", made_of)
            return self._summaries
        return {path: kept for path, kept in self._summaries.items() if made_of.get(path) == kept.made_of}

    def keep_summaries(self, summaries: dict[str, Kept]) -> None:
        """Keep these, and no others."""
        self._summaries_now = summaries

    def read_summaries_again(self) -> None:
        """Another process has kept some."""
        self._summaries = self._summaries_now = None

    def changed_files(self) -> int:
        """How many files have other bytes than at the last build."""
        before = {path: each.digest for path, each in self.files.items()}
        return sum(before.get(path) != each.digest for path, each in self.files_now.items())

    def save(self) -> None:
        """Store what is new and forget files that are gone. A folder that cannot be written is no error."""
        files = self.files_now
        is_changed = files != self.files
        before, now = self._summaries or {}, self._summaries_now
        summaries = {path: kept for path, kept in (now or {}).items() if before.get(path) is not kept}
        left = before.keys() - now.keys() if now is not None else set()
        made = self.digests.changed()
        if not (any(self.memos.new.values()) or is_changed or summaries or left or made):
            return
        used = {each.digest for each in files.values()}
        unused, removed = self._known - used, self._listed - files.keys()
        if self.store.save(
            {**self.memos.new, "synopsis": summaries, "made": made},
            {"head": unused, "html": unused, "record": removed, "synopsis": removed | left},
            (self.root, files) if is_changed else None,
        ):
            self._known = (self._known | self.memos.new.get("head", {}).keys()) & used
            self._listed = {*files}
            self.files = dict(files)
            self.store.trust_files()
            self.memos.new.clear()
            self.digests.are_kept()
            if now is not None:
                self._summaries = now
