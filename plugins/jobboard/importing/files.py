"""Pictures and files of imported items: which are here, and fetching those that are not.

A file's name is made of its address, so that it is found again and fetched once. What is fetched is judged by its
first bytes, not by what it says it is; pictures that can carry script (SVG) are none of ours.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from jobboard.base.digest import digest_of
from jobboard.importing.sources.entry import ImportFailedError
from jobboard.importing.sources.fetch import Fetcher
from jobboard.importing.write import write_whole
from jobboard.source.problem import quoted
from jobboard.source.slug import to_slug

_MAX_BYTES = 20_000_000
MAX_TOTAL = 1_000_000_000

_KINDS: dict[str, Callable[[bytes], bool]] = {
    ".png": lambda data: data.startswith(b"\x89PNG\r\n\x1a\n"),
    ".jpg": lambda data: data.startswith(b"\xff\xd8\xff"),
    ".webp": lambda data: data.startswith(b"RIFF") and data[8:12] == b"WEBP",
    ".avif": lambda data: data[4:8] == b"ftyp" and data[8:12] in (b"avif", b"avis"),
    ".pdf": lambda data: data.startswith(b"%PDF-"),
}
_ENDINGS = (*_KINDS, ".jpeg")


@dataclass(slots=True, kw_only=True)
class Files:
    """The files below `content`; without a `fetcher` nothing is fetched. Counts what it did and could not do."""

    content: Path
    fetcher: Fetcher | None
    fetched: list[str] = field(default_factory=list)
    left: set[str] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)
    _failed: set[str] = field(default_factory=set)
    _size: int = 0

    def path_of(self, address: str) -> str:
        """The path below the content folder of the file at `address`, fetched if need be; empty if it is not here."""
        name = unquote(urlsplit(address).path).rsplit("/", 1)[-1].lower()
        if not name.endswith(_ENDINGS):
            return ""
        digest = digest_of(address.encode("utf-8", "replace"), 4)
        stem = f"{to_slug(name.rsplit('.', 1)[0]) or 'file'}-{digest}"
        for path in (_path(stem, ending) for ending in _KINDS):
            if (self.content / path).is_file():
                return path
        if self.fetcher is None:
            self.left.add(address)
            return ""
        return "" if address in self._failed else self._fetch(self.fetcher, address, stem)

    def _fetch(self, fetcher: Fetcher, address: str, stem: str) -> str:
        try:
            data = fetcher.fetch(address, min(_MAX_BYTES, MAX_TOTAL - self._size))
            ending = _ending_of(data, address)
        except ImportFailedError as error:
            self._failed.add(address)
            self.notes.append(str(error))
            return ""
        path = _path(stem, ending)
        write_whole(self.content, path, data)
        self._size += len(data)
        self.fetched.append(path)
        return path


def _ending_of(data: bytes, address: str) -> str:
    """The ending that tells what `data` is. Raises ImportFailedError for what is not taken."""
    ending = next((ending for ending, is_kind in _KINDS.items() if is_kind(data)), "")
    if not ending:
        kinds = ", ".join(ending[1:] for ending in _KINDS)
        raise ImportFailedError(f"{quoted(address, 200)} is not kept: it is none of {kinds}")
    return ending


def _path(stem: str, ending: str) -> str:
    return f"{'files' if ending == '.pdf' else 'images'}/imported/{stem}{ending}"
