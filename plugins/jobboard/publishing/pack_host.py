"""A pack: the site as one archive, for hosts that take whole sites by recipes of their own.

GitHub Pages, GitLab Pages and Cloudflare do so, and switch by themselves. The same site is the same archive.
"""

from __future__ import annotations

import io
import tarfile
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from jobboard.base.digest import digest_of
from jobboard.publishing.host import Load, There
from jobboard.publishing.releases import NoEarlierError


class PackHost(Struct, frozen=True):
    """The archive's file."""

    file: Path

    @property
    def digest(self) -> Callable[[bytes], str]:
        """Ours."""
        return digest_of

    def look(self) -> There:
        """Nothing: a pack is made whole each time."""
        return There()

    def carry(self, load: Load, there: There) -> str:  # noqa: ARG002 (as every host)
        self.file.parent.mkdir(parents=True, exist_ok=True)
        partial = self.file.with_name(f".{self.file.name}.part")
        with tarfile.open(partial, mode="w", format=tarfile.GNU_FORMAT) as archive:
            for path, file in load.files.items():
                entry = tarfile.TarInfo(f"./{path}")
                entry.size, entry.mode = file.size, 0o644
                archive.addfile(entry, io.BytesIO(file.source.read_bytes()))
        partial.replace(self.file)
        return f"{self.file} holds {len(load.files):,} files; the host takes it by its own recipe"

    def go_back(self, there: There) -> str:  # noqa: ARG002 (as every host)
        raise NoEarlierError("a pack has no earlier one; the host that took it keeps its own")
