"""The six stages in order: settings and folders in, a site on the disk or a list of problems out.

`check` is the first three stages of `build`; there is no second validator.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from jobboard.board.board import Board
from jobboard.board.link import link_board
from jobboard.board.site import Site
from jobboard.engine.write import Progress, Summary, write_site
from jobboard.model.library import parse_content
from jobboard.outputs.html import Theme
from jobboard.outputs.media import MediaFile
from jobboard.outputs.plan import plan_site
from jobboard.source.cache import Cache, Seen
from jobboard.source.content import Content, read_content
from jobboard.source.document import digest_of
from jobboard.source.lazy import Lazy
from jobboard.source.problem import Problem, is_blocking
from jobboard.version import code_version
from jobboard.workers import spread


@dataclass(frozen=True, slots=True)
class Checked:
    """Content after the first three stages; `board` is None if any problem is more than advice."""

    content: Content
    board: Board | None
    problems: tuple[Problem, ...]
    cache: Cache


class ContentError(Exception):
    """Content with problems: nothing was written."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems in the content")
        self.problems = problems


def check(
    content_folder: Path, site: Site, now: datetime, *, shown_as: str = "content", cache: Path | None = None
) -> Checked:
    """Read, model and link the content as seen at `now` (aware). Writes nothing but the cache, if one is given.

    Problems name their file below `shown_as`, the content folder as the author calls it.
    """
    known = Cache() if cache is None else Cache.load(cache, code_version())
    content = read_content(content_folder, known, spread)
    library = parse_content(content, site.lang, known.memos)
    board, problems = link_board(library, content.files, site, now)
    known.save()
    named = {dataclasses.replace(problem, path=f"{shown_as}/{problem.path}".rstrip("/")) for problem in problems}
    return Checked(content, board, tuple(sorted(named)), known)


def build(
    checked: Checked, theme: Theme, output: Path, cache: Path, progress: Progress = lambda _done, _total: None
) -> Summary:
    """Plan and write the site of content that was checked. Raises ContentError if it has problems."""
    if checked.board is None or is_blocking(checked.problems):
        raise ContentError(checked.problems)
    content = checked.content
    sizes = {path: size for path, (size, _) in content.files.items()}
    outputs = plan_site(checked.board, theme, sizes, _media_reader(content, checked.cache))
    return write_site(outputs, output, cache, code_version(), map_=spread, progress=progress)


def _media_reader(content: Content, cache: Cache) -> Callable[[str], MediaFile]:
    """Names a picture or attachment by its digest; its bytes are read only if they must be published anew."""

    def read(path: str) -> MediaFile:
        file, (size, mtime) = content.root / path, content.files[path]
        digest = cache.digest_of_unchanged(path, size, mtime) or digest_of(file.read_bytes())
        cache.files_now[path] = Seen(size, mtime, digest)
        return MediaFile(path, digest, Lazy(file.read_bytes))

    return read
