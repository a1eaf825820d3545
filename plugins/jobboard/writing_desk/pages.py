"""The site as it will look, drafts included, made page by page as somebody looks at it; its folder stays as it is."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path
from threading import Lock

from jobboard.board.site import WritingForm
from jobboard.editing.item import ContentFile
from jobboard.editing.refusal import NotEditedError
from jobboard.engine.output import Output
from jobboard.outputs.page.made import Making
from jobboard.outputs.text.cached import forget_content
from jobboard.pipeline.check import Validated, load_content, validate
from jobboard.pipeline.planning import planned
from jobboard.pipeline.session import Session
from jobboard.settings.theme import load_theme
from jobboard.source.problem import Level, Problem
from jobboard.writing_desk.content_copy import ContentCopy, is_held_back
from jobboard.writing_desk.desk import Desk


class SeenPages:
    """The pages of a board at an address of this computer. `folder` is their own; whoever made it takes it away.

    What was read stays between two looks, so that a look costs what has changed.
    """

    def __init__(self, url: str, folder: Path) -> None:
        self._url = url
        self._lock = Lock()
        self._copy, self._cache, self._session = ContentCopy(folder / "content"), folder / "cache", Session()
        self._outputs: Mapping[str, Output] = {}

    def look(self, desk: Desk, typed: Mapping[str, bytes] | None = None) -> tuple[Problem, ...]:
        """Plan the site of the content as it is now, with what is `typed` at some paths, and say what is wrong with it.

        What has a problem leaves the pages as they were; an unfinished draft is left out, unless it is the one typed.
        """
        with self._lock:
            found = self._validated(desk, typed or {})
            if found.board is None and (unfinished := _unfinished(desk, found.problems) - (typed or {}).keys()):
                found = self._validated(desk, typed or {}, unfinished)
            if found.board is not None:
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

    def _validated(self, desk: Desk, typed: Mapping[str, bytes], without: Collection[str] = ()) -> Validated:
        settings = desk.settings
        site = replace(settings.site, url=self._url, form=settings.site.form or WritingForm())
        changed = self._copy.follow(desk, typed, without)
        content = load_content(self._copy.folder, self._cache, settings.engine, session=self._session, changed=changed)
        return validate(content, site, settings.now, desk.shown_as, session=self._session)


def _unfinished(desk: Desk, problems: Collection[Problem]) -> set[str]:
    """The paths of drafts that have a problem."""
    broken = {each.path for each in problems if each.level is Level.PROBLEM}
    return {each.path for each in desk.items if f"{desk.shown_as}/{each.path}" in broken and _is_draft(each)}


def _is_draft(item: ContentFile) -> bool:
    try:
        return is_held_back(item)
    except NotEditedError:
        return False
