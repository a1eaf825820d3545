"""What goes to a host, and in which order: the site's files and those it has in, a plan out.

The order is that in which no reader of a host that takes one file after the other is led to what is not there yet:
what pages load, and new files they lead to, new pages, those that were there, lists, what programs read, and last what
is gone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import IntEnum
from itertools import groupby

from msgspec import Struct

from jobboard.publishing.site_files import SiteFile

_PROGRAMS = (".xml", ".json", ".ics", ".csv", ".txt", ".opml", ".md")
_LAST = "build.json"
"""Says how fresh the site is, so it comes when all else is there."""

_LASTING = ("theme/", "media/", "pagefind/")


class Stage(IntEnum):
    """When a file travels."""

    LOADED = 1
    NEW = 2
    CHANGED = 3
    LISTS = 4
    PROGRAMS = 5
    LAST = 6


class Travel(Struct, frozen=True):
    """What a publish does: files in their order, and paths that go. `kept` is how many the host has already."""

    files: tuple[SiteFile, ...]
    gone: tuple[str, ...]
    kept: int
    new: frozenset[str] = frozenset()

    @property
    def is_nothing(self) -> bool:
        """True if the host has it all."""
        return not self.files and not self.gone

    @property
    def size(self) -> int:
        """Bytes that travel."""
        return sum(file.size for file in self.files)

    def stages(self) -> Iterator[tuple[Stage, list[SiteFile]]]:
        """The files of each stage, in turn."""
        for stage, files in groupby(self.files, lambda file: stage_of(file.path, is_new=file.path in self.new)):
            yield stage, list(files)


def plan_travel(files: Mapping[str, SiteFile], there: Mapping[str, str]) -> Travel:
    """Compare a site with what its host has: digests by path."""
    new = frozenset(path for path in files if path not in there)
    changed = [file for path, file in files.items() if there.get(path) != file.digest]
    changed.sort(key=lambda file: (stage_of(file.path, is_new=file.path in new), -file.path.count("/"), file.path))
    gone = tuple(sorted(path for path in there if path not in files))
    return Travel(tuple(changed), gone, len(files) - len(changed), new)


def stage_of(path: str, *, is_new: bool) -> Stage:
    """When this file travels; a list is a page near the top."""
    if path == _LAST:
        return Stage.LAST
    plain = path.removesuffix(".gz")
    if plain.endswith(".html"):
        if is_new:
            return Stage.NEW
        return Stage.LISTS if plain.count("/") < 2 else Stage.CHANGED
    if is_new:
        return Stage.LOADED
    is_read = plain.endswith(_PROGRAMS) and not plain.startswith(_LASTING)
    return Stage.PROGRAMS if is_read or plain in ("_headers", "_redirects") else Stage.LOADED
