"""The same editing, built by one process that keeps its session: every build must equal one that keeps nothing."""

from __future__ import annotations

import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule
from tests.engine.every_field import forget_what_was_made
from tests.engine.incremental import NAMES, ORGANISATIONS, PROCESSORS, Editing
from tests.helpers import make_organisation, read_tree

from jobboard.pipeline.build import ContentError, bring_up_to_date
from jobboard.pipeline.session import Session
from jobboard.source.problem import Problem

SPOILED = ("No front matter.\n", "---\ntitle: Half a file\n", "---\ntitle: x\nworkplace: on the moon\n---\nText\n")


class Outcome(NamedTuple):
    """What a build said, the site it left (None if it was held up), and the next change."""

    problems: tuple[Problem, ...]
    site: dict[str, bytes] | None
    until: datetime | None


class EditingInOneSession(Editing):
    """After each edit, builds from what was edited; then looks at everything, and finds nothing to do."""

    def __init__(self) -> None:
        super().__init__()
        self.session = Session()
        self.saved: dict[str, tuple[int, bytes]] = {}
        self.before_spoiling: dict[Path, str] = {}

    @rule(name=st.sampled_from(NAMES), text=st.sampled_from(SPOILED))
    def spoil(self, name: str, text: str) -> None:
        file = self.content / f"postings/{name}.md"
        if file.exists():
            self.before_spoiling.setdefault(file, file.read_text())
            file.write_text(text)

    @rule()
    def mend(self) -> None:
        for file, text in self.before_spoiling.items():
            file.write_text(text)
        self.before_spoiling.clear()

    @rule(name=st.sampled_from(ORGANISATIONS))
    def lead_from_an_organisation(self, name: str) -> None:
        """To a posting that may come and go, while the organisation's file stays as it is."""
        body = "See [beta](postings/beta.md).\n"
        self.write(f"organisations/{name}.md", make_organisation(name=name.capitalize(), body=body))

    @rule(name=st.sampled_from(NAMES))
    def save_by_renaming(self, name: str) -> None:
        """As many editors do."""
        file = self.content / f"postings/{name}.md"
        if file.exists():
            partial = file.with_name(f".{name}.md.part")
            partial.write_text(file.read_text() + "\nMore.\n")
            partial.replace(file)

    @rule(path=st.sampled_from(["index.html", "jobs/alpha/index.html"]))
    def harm_unseen(self, path: str) -> None:
        """The output is not watched: a save may be built before it is seen, but it is seen after that."""
        if (self.output / path).exists():
            (self.output / path).write_text("By hand.")
            self.is_harmed = True

    @invariant()
    @patch("jobboard.pipeline.workers.available", lambda: PROCESSORS)
    def check(self) -> None:
        if not self.content.exists():
            return
        before = self.site_now()
        built = self.outcome(self.output, self.cache, session=self.session, changed=self.changed_files())
        if built.site is None:
            assert self.site_now() == before
        with tempfile.TemporaryDirectory() as clean:
            forget_what_was_made()
            anew = self.outcome(Path(clean) / "output", Path(clean) / "cache")
        assert built == anew or self.is_harmed
        assert self.outcome(self.output, self.cache, session=self.session) == anew
        self.until, self.is_harmed = anew.until, self.is_harmed and anew.site is None

    def site_now(self) -> dict[str, bytes]:
        return read_tree(self.output) if self.output.exists() else {}

    def outcome(self, output: Path, cache: Path, **how: Any) -> Outcome:
        try:
            built = bring_up_to_date(self.job(output, cache), **how)
        except ContentError as error:
            return Outcome(error.problems, None, None)
        return Outcome(built.problems, read_tree(output), built.next_change)

    def changed_files(self) -> set[str]:
        """What a watcher tells: every path that is not as it was when it was last asked."""
        now = {
            file.relative_to(self.content).as_posix(): (file.stat().st_mtime_ns, file.read_bytes())
            for file in self.content.rglob("*")
            if file.is_file()
        }
        changed = {path for path in now.keys() | self.saved.keys() if now.get(path) != self.saved.get(path)}
        self.saved = now
        return changed
