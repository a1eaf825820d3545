"""The site as it will look, drafts included, made page by page as somebody looks at it; its folder stays as it is."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from threading import Lock

from jobboard.base.whole import put_whole
from jobboard.board.site import WritingForm
from jobboard.editing.change import FieldChange
from jobboard.editing.editor import edited
from jobboard.editing.refusal import NotEditedError
from jobboard.engine.output import Output
from jobboard.model.common import Visibility
from jobboard.pipeline.check import load_content, validate
from jobboard.pipeline.planning import planned
from jobboard.settings.theme import load_theme
from jobboard.source.problem import Problem
from jobboard.writing_desk.desk import Desk


class SeenPages:
    """The pages of a board at an address of this computer. `problems` say why there is nothing new to see, if so."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._lock = Lock()
        self._outputs: Mapping[str, Output] = {}
        self.problems: tuple[Problem, ...] = ()

    def look(self, desk: Desk) -> None:
        """Plan the site of the content as it is now; what has a problem leaves the pages as they were."""
        settings = desk.settings
        site = replace(settings.site, url=self._url, form=settings.site.form or WritingForm())
        with tempfile.TemporaryDirectory() as folder, self._lock:
            content = _with_drafts_out(desk, Path(folder) / "content")
            found = validate(load_content(content, None, settings.engine), site, settings.now, desk.shown_as)
            self.problems = found.problems
            if found.board is not None:
                outputs, _ = planned(found.board, found.loaded, load_theme(settings.theme))
                self._outputs = {each.path: each for each in outputs if not each.path.startswith("media/")}

    def read(self, path: str) -> bytes | None:
        """The file of the site at a path; None if there is none."""
        with self._lock:
            output = self._outputs.get(f"{path}index.html" if path == "" or path.endswith("/") else path)
            return None if output is None else output.express()


def _with_drafts_out(desk: Desk, to: Path) -> Path:
    """A copy of the content in which no file is a draft. What stays as it is takes no room, where links can be."""
    shutil.copytree(desk.settings.content, to, copy_function=_linked)
    for each in desk.items:
        try:
            if b"status" in each.data and each.text("status") == Visibility.DRAFT:
                put_whole(to / each.path, edited(each.data, [FieldChange(("status",), None)], each.record))
        except NotEditedError:
            continue  # the check says what is wrong with it
    return to


def _linked(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
