"""Pictures and attachments of the content: their digests and sizes, opened only if they changed since last time."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from jobboard.base.digest import digest_of
from jobboard.base.files import State
from jobboard.source.content.cache import Cache, Seen
from jobboard.source.content.folder import on_disk
from jobboard.source.pictures.picture import Measured, from_memo, is_drawing, is_picture, to_memo


class Media:
    """Reads the files of a scan through its cache. `files` are their states by path."""

    def __init__(self, root: Path, files: Mapping[str, State], cache: Cache) -> None:
        self._root = root
        self._files = files
        self._cache = cache
        self._measured: dict[str, Measured] = {}
        for path, state in files.items():
            if path in cache.files and (digest := cache.digest_of_unchanged(path, state)):
                cache.files_now[path] = Seen(state, digest)

    def data(self, path: str) -> bytes:
        """The file as it is."""
        return on_disk(self._root, path).read_bytes()

    def digest(self, path: str) -> str:
        """A name for the file's bytes. One that is as it was is not opened."""
        known = self._cache.files_now.get(path)
        if known is None:
            known = self._cache.files_now[path] = Seen(self._files[path], digest_of(self.data(path)))
        return known.digest

    def check(self, path: str) -> None:
        """Raises PictureError for a picture that cannot be used, OSError for a file that cannot be read."""
        if is_picture(path):
            self.measured(path)
        else:
            self.digest(path)

    def measured(self, path: str) -> Measured:
        """The size of a picture. Raises PictureError if it cannot be used."""
        if path in self._measured:
            return self._measured[path]
        digest = f"{self.digest(path)}{path[-4:].lower() if is_drawing(path) else ''}"  # the name says how to read it
        memo = self._cache.memos.get("picture", digest)
        if memo is None:
            memo = to_memo(_measure(path, self.data(path)))
            self._cache.memos.keep("picture", digest, memo)
        self._measured[path] = from_memo(memo)
        return self._measured[path]


def _measure(path: str, data: bytes) -> Measured:
    if is_drawing(path):
        from jobboard.source.pictures.svg import measure_svg  # noqa: PLC0415 (for pictures that are new)

        return measure_svg(data)
    from jobboard.source.pictures.size import measure  # noqa: PLC0415 (large, and for pictures that are new)

    return measure(data)
