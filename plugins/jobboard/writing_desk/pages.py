"""The site as a preview has it, made page by page as somebody looks at it; the content stays as it is."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path
from threading import Lock

from jobboard.board.site import WritingForm
from jobboard.engine.output import Output
from jobboard.outputs.page.made import Making
from jobboard.outputs.text.cached import forget_content
from jobboard.pipeline.check import Validated, load_content, validate
from jobboard.pipeline.planning import planned
from jobboard.pipeline.session import Session
from jobboard.settings.theme import load_theme
from jobboard.source.problem import Level, Problem
from jobboard.writing_desk.content_copy import ContentCopy
from jobboard.writing_desk.desk import Desk


class SeenPages:
    """The pages of a board at an address of this computer. `folder` is their own; whoever made it takes it away.

    What was read stays between two looks, so that a look costs what has changed.
    """

    def __init__(self, url: str, folder: Path) -> None:
        self._url = url
        self._lock = Lock()
        self._copy, self._cache = ContentCopy(folder / "content"), folder / "cache"
        self._session = Session(is_of_previews=True)
        self._typed: Mapping[str, bytes] = {}
        self._outputs: Mapping[str, Output] = {}

    def look(self, desk: Desk, typed: Mapping[str, bytes] | None = None) -> tuple[Problem, ...]:
        """Plan the site of the content as it is now, with what is `typed` at some paths, and say what is wrong with it.

        What is typed with a problem leaves the pages as they were; any other file that has one is left out.
        """
        with self._lock:
            found = self._checked(desk, typed or {})
            if found.board is None:
                self._checked(desk, self._typed)  # pages are made of what was read last, when somebody looks at them
                return found.problems
            self._typed = typed or {}
            theme = self._session.theme(load_theme(desk.settings.theme))
            outputs, _ = planned(found.board, found.loaded, theme, Making(for_once=True))
            forget_content()
            self._outputs = {each.path: each for each in outputs if not each.path.startswith("media/")}
            return found.problems

    def read(self, path: str) -> bytes | None:
        """The file of the site at a path; None if there is none."""
        with self._lock:
            output = self._outputs.get(f"{path}index.html" if path == "" or path.endswith("/") else path)
            return None if output is None else output.express()

    def _checked(self, desk: Desk, typed: Mapping[str, bytes]) -> Validated:
        found = self._validated(desk, typed)
        broken = {each.path for each in found.problems if each.level is Level.PROBLEM}
        without = {each.path for each in desk.items if f"{desk.shown_as}/{each.path}" in broken} - typed.keys()
        return self._validated(desk, typed, without) if without else found

    def _validated(self, desk: Desk, typed: Mapping[str, bytes], without: Collection[str] = ()) -> Validated:
        settings = desk.settings
        form = settings.site.form or WritingForm()
        site = replace(settings.site, url=self._url, form=form, preview=settings.now)
        changed = self._copy.follow(desk, typed, without)
        content = load_content(self._copy.folder, self._cache, settings.engine, session=self._session, changed=changed)
        return validate(content, site, settings.now, desk.shown_as, session=self._session)
