"""The files of a built site: a folder in, what is in it out, each with a digest of its bytes.

All of the folder goes to the host, what its owner put there as well; the build's own lists do not.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from jobboard.base.digest import digest_of

OURS = ".jobboard-"
"""Begins the names of what builds keep for themselves."""


class SiteFile(Struct, frozen=True):
    """A file on this machine, by its path in the site; `size` in bytes."""

    path: str
    source: Path
    size: int
    digest: str


def site_files_in(folders: Iterable[Path], digest: Callable[[bytes], str] = digest_of) -> dict[str, SiteFile]:
    """The files of some folders taken together, by path. No link is followed. Raises OSError."""
    found = (file for folder in folders for file in travelling_below(folder))
    return {
        path: SiteFile(path, source, len(data), digest(data))
        for path, source in sorted(found)
        for data in [source.read_bytes()]
    }


def travelling_below(folder: Path, prefix: str = "") -> Iterator[tuple[str, Path]]:
    """Path and file of everything that goes to a host, in no order."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(OURS) or entry.is_symlink():
                continue
            if entry.is_dir():
                yield from travelling_below(Path(entry.path), f"{prefix}{entry.name}/")
            elif entry.is_file():
                yield f"{prefix}{entry.name}", Path(entry.path)
