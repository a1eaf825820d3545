"""The content as it is shown beside the form: a copy in which no file is a draft, and some say what is being typed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Mapping
from pathlib import Path

from jobboard.base.digest import digest_of
from jobboard.base.whole import put_whole
from jobboard.editing.change import FieldChange
from jobboard.editing.editor import edited
from jobboard.editing.item import ContentFile
from jobboard.editing.refusal import NotEditedError
from jobboard.model.common import Visibility
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
        items = {each.path: each for each in desk.items}
        self.folder.mkdir(exist_ok=True)
        for path in changed:
            self._known.pop(path, None)
            to = self.folder / path
            to.unlink(missing_ok=True)
            if path in now:
                to.parent.mkdir(parents=True, exist_ok=True)
                item = ContentFile(path, typed[path]) if path in typed else items.get(path)
                _put(content / path, to, item, is_typed=path in typed)
                self._known[path] = now[path]
        return changed


def is_held_back(item: ContentFile) -> bool:
    """True of a draft. Raises NotEditedError if it cannot be read."""
    return b"status" in item.data and item.text("status") == Visibility.DRAFT


def _states(content: Path, typed: Mapping[str, bytes]) -> dict[str, _State]:
    found: dict[str, _State] = {}
    for file in files_below(content):
        state = file.stat()
        found[file.relative_to(content).as_posix()] = (state.st_ino, state.st_size, state.st_mtime_ns, "")
    return found | {path: (0, len(data), 0, digest_of(data)) for path, data in typed.items()}


def bytes_shown(item: ContentFile) -> bytes:
    """What is shown of a file: a draft is shown as if it were none."""
    try:
        return edited(item.data, [FieldChange(("status",), None)], item.record) if is_held_back(item) else item.data
    except NotEditedError:
        return item.data  # the check says what is wrong with it


def _put(source: Path, to: Path, item: ContentFile | None, *, is_typed: bool) -> None:
    shown = None if item is None else bytes_shown(item)
    if item is not None and shown is not None and (is_typed or shown != item.data):
        put_whole(to, shown)
        return
    try:
        os.link(source.resolve(), to)
    except OSError:
        shutil.copyfile(source, to)
