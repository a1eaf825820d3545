"""The same editing, seen beside the form: after each edit the pages must equal those of somebody who opens it anew."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis.stateful import invariant
from tests.engine.every_field import forget_what_was_made
from tests.engine.in_one_session import EditingInOneSession
from tests.helpers import REPOSITORY, settings_of

from jobboard.source.problem import Problem
from jobboard.writing_desk.desk import open_desk
from jobboard.writing_desk.pages import SeenPages

_URL = "http://127.0.0.1:8001/token"


class EditingAtTheDesk(EditingInOneSession):
    """After each edit, looks at every page, and at those of a desk that has just been opened."""

    def __init__(self) -> None:
        super().__init__()
        self.settings = self.folder / "pelicanconf.py"
        self.settings.write_text(settings_of(REPOSITORY / "theme"))
        (self.folder / "seen").mkdir()
        self.pages = SeenPages(_URL, self.folder / "seen")
        self.site_before: dict[str, bytes] = {}

    @invariant()
    def check(self) -> None:
        if not self.content.exists():
            return
        problems, site = self.seen(self.pages)
        with tempfile.TemporaryDirectory() as clean:
            told, expected = self.seen(SeenPages(_URL, Path(clean)))
        assert problems == told
        expected = expected or self.site_before
        assert sorted(site) == sorted(expected)
        assert [path for path in expected if site[path] != expected[path]] == []
        self.site_before = site

    def seen(self, pages: SeenPages) -> tuple[tuple[Problem, ...], dict[str, bytes]]:
        desk = open_desk(str(self.settings), str(self.content), self.now.isoformat())
        forget_what_was_made()
        problems = pages.look(desk)
        return problems, {path: pages.read(path) or b"" for path in pages._outputs if path.endswith((".html", ".json"))}
