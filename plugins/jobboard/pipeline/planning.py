"""Stage 4, and what it is handed: every file of the site with all it depends on. Loaded when a build needs it."""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import datetime

from jobboard.board.board import Board
from jobboard.board.changes.next_change import changes_around
from jobboard.engine.output import Output
from jobboard.outputs.page.made import Making
from jobboard.outputs.page.media import MediaFile
from jobboard.outputs.page.theme import Theme
from jobboard.outputs.plan.site import plan_site
from jobboard.pipeline.check import Loaded
from jobboard.pipeline.workers import spread
from jobboard.source.content.media import Media
from jobboard.source.lazy import Lazy


def planned(
    board: Board, content: Loaded, theme: Theme, making: Making | None = None
) -> tuple[tuple[Output, ...], datetime | None]:
    """Every output, and when the board will next look different. Without a `making`, what was made before is known."""
    around = changes_around(board)
    sizes = {path: size for path, (size, *_) in content.scan.files.items()}
    with content.cache.store.reading():
        making = making or Making(content.cache.digests, spread)
        return plan_site(board, around, theme, sizes, _media_reader(content), making), around[1]


def _media_reader(content: Loaded) -> Callable[[str], MediaFile]:
    """Names a picture or attachment by its digest; its bytes are read only if they must be published anew."""
    media = Media(content.scan.root, content.scan.files, content.cache)

    def read_one(path: str) -> MediaFile:
        return MediaFile(
            path,
            media.digest(path),
            Lazy(functools.partial(media.data, path)),
            Lazy(functools.partial(media.measured, path)),
        )

    return read_one
