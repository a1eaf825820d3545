"""A store of files, which can replace one and cannot switch: each goes in the order in which no page leads nowhere.

What it has is in a list kept with it. Before files travel they are taken off the list, and put on it once they are
there. So a publish that was broken off goes on after the files that are on it, and a file half written is not believed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from msgspec import Struct

from jobboard.base.digest import digest_of
from jobboard.publishing.host import Load, There
from jobboard.publishing.manifest import from_manifest, to_manifest
from jobboard.publishing.releases import NoEarlierError
from jobboard.publishing.site_files import OURS, SiteFile

LIST = f"{OURS}published"
_AT_ONCE = 500
"""Files between two writings of the list."""


class Shelf(Protocol):
    """What stores have in common. All of it raises NotPublishedError."""

    def read(self, path: str) -> bytes | None:
        """A file, None if there is none."""

    def write(self, path: str, data: bytes) -> None:
        """Write a file of ours."""

    def put(self, files: Sequence[SiteFile]) -> None:
        """Bring these."""

    def delete(self, paths: Sequence[str]) -> None:
        """Take these away; one that is not there is no mistake."""


class StoreHost(Struct, frozen=True):
    """A shelf, the name of the target, and the key its list is sealed with."""

    shelf: Shelf
    name: str
    key: bytes

    @property
    def digest(self) -> Callable[[bytes], str]:
        """Ours."""
        return digest_of

    def look(self) -> There:
        data = self.shelf.read(LIST)
        if data is None:
            return There()
        files = from_manifest(self.name, data, self.key)
        return There(files or {}, self.name, is_sure=files is not None)

    def carry(self, load: Load, there: There) -> str:
        held = dict(there.files)
        for files in _portions(load):
            for file in files:
                held.pop(file.path, None)
            self._note(held)
            self.shelf.put(files)
            held |= {file.path: file.digest for file in files}
        self._note(held)
        if load.travel.gone:
            self.shelf.delete(load.travel.gone)
            self._note({path: digest for path, digest in held.items() if path in load.files})
        return f"{self.name}: {len(load.travel.files):,} files brought, {len(load.travel.gone):,} taken away"

    def go_back(self, there: There) -> str:  # noqa: ARG002 (as every host)
        raise NoEarlierError("this host keeps no earlier site; publish an earlier commit of the content")

    def _note(self, files: Mapping[str, str]) -> None:
        self.shelf.write(LIST, to_manifest(self.name, files, self.key))


def _portions(load: Load) -> list[list[SiteFile]]:
    """The files in their order, a stage never with another."""
    return [
        files[start : start + _AT_ONCE] for _, files in load.travel.stages() for start in range(0, len(files), _AT_ONCE)
    ]
