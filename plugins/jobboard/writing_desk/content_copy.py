"""The content as it is shown beside the form: a copy in which some files say what is being typed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Mapping
from pathlib import Path

from jobboard.base.digest import digest_of
from jobboard.base.whole import put_whole
from jobboard.source.below import files_below
from jobboard.writing_desk.desk import Desk

_State = tuple[int, int, int, str]
"""Of a file: which it is, its bytes, when it was written (ns), and a digest of what is typed instead."""


class ContentCopy:
    """A copy in a folder of its own. What is as it is in the content takes no room, where links can be."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._known: dict[str, _State] = {}

    def follow(self, desk: Desk, typed: Mapping[str, bytes], without: Collection[str] = ()) -> set[str]:
        """Bring the copy up to date, with `typed` in place of what stands at those paths, and without some.

        Answers what has changed since the last time. Raises OSError.
        """
        content = desk.settings.content
        now = {path: state for path, state in _states(content, typed).items() if path not in without}
        changed = {path for path in now.keys() | self._known.keys() if now.get(path) != self._known.get(path)}
        self.folder.mkdir(exist_ok=True)
        for path in changed:
            self._known.pop(path, None)
            to = self.folder / path
            to.unlink(missing_ok=True)
            if path in now:
                to.parent.mkdir(parents=True, exist_ok=True)
                if path in typed:
                    put_whole(to, typed[path])
                else:
                    _link(content / path, to)
                self._known[path] = now[path]
        return changed


def _states(content: Path, typed: Mapping[str, bytes]) -> dict[str, _State]:
    found: dict[str, _State] = {}
    for file in files_below(content):
        state = file.stat()
        found[file.relative_to(content).as_posix()] = (state.st_ino, state.st_size, state.st_mtime_ns, "")
    return found | {path: (0, len(data), 0, digest_of(data)) for path, data in typed.items()}


def _link(source: Path, to: Path) -> None:
    try:
        os.link(source.resolve(), to)
    except OSError:
        shutil.copyfile(source, to)
