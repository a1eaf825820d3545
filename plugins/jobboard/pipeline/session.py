"""What a process that builds one site again and again keeps from one build to the next (decision 25).

All of it could be read or worked out again, and is, unless it is known to be what that would give: files on the disk
that others may write are held only while they are as this process left them.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from jobboard.engine.ledger import LedgerFile, ledger_path
from jobboard.outputs.page.theme import Theme
from jobboard.source.content.cache import Cache
from jobboard.source.content.documents import Documents
from jobboard.source.content.scan import Scan
from jobboard.source.content.store import Kept

if TYPE_CHECKING:
    from jobboard.board.board import Board
    from jobboard.board.synopsis import Synopsis
    from jobboard.model.library import Library


class Previous(Struct, frozen=True):
    """The content of the last build: what came of it, in which context, and the documents it was made of."""

    scan: Scan
    context: str
    documents: Documents
    library: Library
    noted: Mapping[str, tuple[Kept, Synopsis]]
    board: Board | None


class Session(Struct):
    """The builds of one process. A build on its own is a session of one.

    What it leaves on the disk is sealed with `key`, and nothing is believed that is not.
    """

    key: bytes = b""
    is_of_previews: bool = False
    """Every look shows what nobody may see yet, and the cache is its own: a build for readers never goes on from it."""
    cache: Cache | None = None
    scan: Scan | None = None
    previous: Previous | None = None
    _cache_of: tuple[Path, str] | None = None
    _ledger: LedgerFile | None = None
    _theme: Theme | None = None

    def open_cache(self, folder: Path, version: str) -> Cache:
        """The cache in that folder. With another one than before, nothing that was read counts any more."""
        if self.cache is None or self._cache_of != (folder, version) or not self.cache.store.is_as_left():
            self.cache, self._cache_of = Cache.load(folder, version, self.key), (folder, version)
            self.scan = self.previous = None
        return self.cache

    def ledger(self, cache: Path, output: Path, version: str) -> LedgerFile:
        """The ledger of that output folder."""
        path = ledger_path(cache, output)
        if self._ledger is None or (self._ledger.path, self._ledger.version) != (path, version):
            self._ledger = LedgerFile(path, version, self.key)
        return self._ledger

    def theme(self, theme: Theme) -> Theme:
        """An equal theme whose templates are compiled already, if there is one."""
        if self._theme is None or self._theme.digest != theme.digest:
            self._theme = theme
        return self._theme

    def documents(self) -> Documents | None:
        """Those the last build opened."""
        return self.previous.documents if self.previous else None

    def noted(self) -> Mapping[str, tuple[Kept, Synopsis]]:
        """What was kept of items, by path, each with the synopsis it holds."""
        return self.previous.noted if self.previous else {}

    def records(self, scan: Scan) -> dict[str, Any]:
        """Records the last build made that this one would make again, with nothing to say of them."""
        from jobboard.model.library import known_records  # noqa: PLC0415 (a build with nothing to do loads none of it)

        if self.previous is None or scan.engine is not self.previous.scan.engine:
            return {}
        unchanged = {path for path, _ in scan.digests.items() & self.previous.scan.digests.items()}
        return known_records(self.previous.library, unchanged)

    def library(self) -> Library | None:
        """What the last build made of the content."""
        return self.previous.library if self.previous else None

    def board(self, context: str) -> Board | None:
        """The board of the last build in that context."""
        return self.previous.board if self.previous and self.previous.context == context else None
