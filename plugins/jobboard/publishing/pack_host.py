"""A pack: the site as one archive, for hosts that take whole sites by recipes of their own.

GitHub Pages, GitLab Pages and Cloudflare do so, and switch by themselves. The same site is the same archive.
"""

from __future__ import annotations

import io
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct

from jobboard.base.digest import digest_of
from jobboard.publishing.host import Load, NotPublishedError, There
from jobboard.publishing.releases import NoEarlierError


class PackHost(Struct, frozen=True):
    """The archive's file."""

    file: Path

    @property
    def digest(self) -> Callable[[bytes], str]:
        """Ours."""
        return digest_of

    def look(self) -> There:
        """What an earlier pack holds. Nobody's other file is written over."""
        if not self.file.exists():
            return There()
        try:
            with tarfile.open(self.file, mode="r:") as archive:
                files = dict(_held(archive))
        except tarfile.TarError:
            files = {}
        if not files:
            raise NotPublishedError(f"{self.file} is there and is no pack of a site; name another file, or remove it")
        return There(files, self.file.name)

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


def _held(archive: tarfile.TarFile) -> Iterator[tuple[str, str]]:
    """Paths and digests; nothing of an archive that somebody else has made."""
    for entry in archive:
        data = archive.extractfile(entry) if entry.isreg() and entry.name.startswith("./") else None
        if data is None:
            raise tarfile.TarError
        yield entry.name.removeprefix("./"), digest_of(data.read())
