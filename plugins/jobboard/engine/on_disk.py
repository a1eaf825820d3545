"""Files of the site as they are on the disk, beside what a ledger or list says of them."""

from __future__ import annotations

import os
import stat as modes
from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from jobboard.base.digest import digest_of
from jobboard.engine.ledger import Written
from jobboard.engine.paths import is_of_site, link_above


def is_as_written(file: str, written: Written) -> bool:
    """True if the file has the bytes it was written with."""
    on_disk = as_on_disk(file, written)
    return on_disk is not None and on_disk.digest == written.digest


def as_on_disk(file: str, before: Written | None) -> Written | None:
    """The file as it is now; None if there is none. One that is as the ledger knows it is not opened."""
    try:
        stat = os.stat(file)  # noqa: PTH116 (many thousands of times)
        if before is not None and before.is_as(stat):
            return before
        if not modes.S_ISREG(stat.st_mode):
            return None
        return Written.seen("", digest_of(Path(file).read_bytes()), stat)
    except OSError:
        return None


def own(output: Path, named: Iterable[str]) -> set[str]:
    """Of what an earlier build, or whoever wrote in its name, calls files of the site: those that can be some."""
    links: dict[str, bool] = {}
    return {path for path in named if is_of_site(path) and not link_above(output, path, links)}


def as_moved(output: Path, path: str, staged: Written) -> Written:
    """A file in its place, as the next build will find it; looked at again then if it is not what was staged."""
    try:
        stat = os.stat(f"{output}/{path}", follow_symlinks=False)  # noqa: PTH116 (many thousands of times)
    except OSError:
        return replace(staged, mtime=-1)
    is_same = (stat.st_size, stat.st_mtime_ns) == (staged.size, staged.mtime)
    return Written.seen(staged.key, staged.digest, stat) if is_same else replace(staged, mtime=-1)
