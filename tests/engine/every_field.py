"""A small board with everything on, on which one field after another is given, changed and taken away again.

After each step the site built in place must be, byte for byte, the one that is built of the same files from nothing. So
whatever is shown anywhere is known to be shown there: a list, a feed or a calendar that is not made anew is found.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from tests.engine.everything import EVERYTHING, Files, every_file, item
from tests.fields import Field
from tests.given import given
from tests.helpers import NOW, at, project_theme, write_site

from jobboard.outputs.addresses import BUILD
from jobboard.pipeline.build import Built, ContentError, Job, bring_up_to_date
from jobboard.pipeline.report import Form, render_problems

INSTANTS = {"postings.review_was": at("2026-07-10 12:00")}
"""When a field tells of something that has come."""

UNSEEN = {
    "postings.reopened.was.note": "it is kept for the record",
}
"""The fields that nothing published shows, and why."""

Tree = Mapping[str, bytes]

_KEPT = 8
"""How many sites that were built from nothing are kept: neighbouring fields have some in common."""


class StaleError(AssertionError):
    """A site built in place that is not the one built from nothing; the argument says where."""


class Told(NamedTuple):
    """What a build leaves and says."""

    tree: Tree
    said: Built


class Board:
    """The board in a folder of its own, the site that is built of it in place, and those that were built from nothing.

    `step` is the only way to change it.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files = every_file()
        self._from_nothing: dict[tuple[frozenset[tuple[str, str | bytes | None]], datetime], Told] = {}
        self._shown: Files = {}
        self._right: tuple[Files, datetime] | None = None
        write_site(folder / "content", self.files)

    def step(self, files: Files, now: datetime = NOW) -> Tree:
        """The site after a change of these files alone, at `now`. Fails, naming them, if any of its files is stale."""
        self._show(files)
        expected = self._build_from_nothing(files, now)
        if self._right == (files, now):  # as the step before, which found nothing
            return expected.tree
        self._right = None
        if wrong := differences(expected, self._build("in-place", now)):
            shutil.rmtree(self.folder / "in-place")  # what is found here is not found again at the next step
            raise StaleError("\n".join(wrong))
        self._right = files, now
        return expected.tree

    def _show(self, files: Files) -> None:
        write_files(self.folder / "content", {path: self.files[path] for path in self._shown} | dict(files))
        self._shown = files

    def _build_from_nothing(self, files: Files, now: datetime) -> Told:
        state = frozenset({**self.files, **files}.items()), now
        told = self._from_nothing.pop(state, None)
        if told is None:
            try:
                told = self._build("from-nothing", now)
            finally:
                shutil.rmtree(self.folder / "from-nothing", ignore_errors=True)
        self._from_nothing[state] = told
        if len(self._from_nothing) > _KEPT:
            del self._from_nothing[next(iter(self._from_nothing))]
        return told

    def _build(self, name: str, now: datetime) -> Told:
        folder = self.folder / name
        job = Job(
            site=EVERYTHING,
            now=now,
            theme=project_theme(),
            content=self.folder / "content",
            output=folder / "output",
            cache=folder / "cache",
        )
        forget_what_was_made()
        with patch("os.fsync", skip), patch("jobboard.pipeline.workers.available", lambda: 1):  # it is quicker so
            said = bring_up_to_date(job)
        return Told(read_quickly(job.output), said)


def skip(_descriptor: int) -> None:
    """In place of a system call. A mock would note each of a hundred thousand."""


def check_field(board: Board, field: Field) -> None:
    """Give the field to an item without it, change it, and take it away again.

    Fails if it cannot be given, if anything is stale, or if nothing that is published shows it.
    """
    forms, now = given(field), next((at_ for place, at_ in INSTANTS.items() if field.is_within(place)), NOW)
    steps = [forms.without, forms.given, *([forms.changed] if forms.changed else []), forms.without]
    try:
        trees = [without_digest(board.step(item(field.folder, each), now)) for each in steps]
    except ContentError as error:
        problems = render_problems(error.problems, Form.TEXT)
        raise AssertionError(f"{field} cannot be given; NEEDS in tests/given.py says what must\n{problems}") from None
    is_seen = any(each != trees[0] for each in trees)
    assert is_seen == (str(field) not in UNSEEN), f"{field} is {'' if is_seen else 'not '}seen in what is published"


def write_files(folder: Path, files: Files) -> None:
    """Write these files, or take away those that are None."""
    for path, text in files.items():
        if text is None:
            (folder / path).unlink(missing_ok=True)
        else:
            (folder / path).write_bytes(text.encode() if isinstance(text, str) else text)


def read_quickly(folder: Path) -> dict[str, bytes]:
    """As `read_tree`, in no order: it is asked of hundreds of files a thousand times."""
    found = {}
    for parent, _, names in os.walk(folder):
        for name in names:
            with open(f"{parent}/{name}", "rb") as file:  # noqa: PTH123 (a path object takes longer than to read it)
                found[f"{parent}/{name}"[len(str(folder)) + 1 :]] = file.read()
    return found


def differences(expected: Told, actual: Told) -> list[str]:
    """What is wrong with a site that should be as expected, a line for each file."""
    wrong = [f"{path}: not there" for path in expected.tree.keys() - actual.tree.keys()]
    wrong += [f"{path}: should be gone" for path in actual.tree.keys() - expected.tree.keys()]
    wrong += [
        f"{path}: {first_difference(expected.tree[path], actual.tree[path])}"
        for path in expected.tree.keys() & actual.tree.keys()
        if expected.tree[path] != actual.tree[path]
    ]
    if (expected.said.problems, expected.said.next_change) != (actual.said.problems, actual.said.next_change):
        wrong.append("what is said of the content, or when the site changes next, is not the same")
    return sorted(wrong)


def first_difference(expected: bytes, actual: bytes) -> str:
    """The first line in which two files differ, as it should be and as it is."""
    lines = zip(expected.splitlines(), actual.splitlines(), strict=False)
    ours, theirs = next((pair for pair in lines if pair[0] != pair[1]), (b"another length", actual[-80:]))
    return f"expected {ours.strip()[:200]!r}, found {theirs.strip()[:200]!r}"


def without_digest(tree: Tree) -> dict[str, bytes]:
    """A site without the file that names its content by a digest."""
    return {path: data for path, data in tree.items() if path != BUILD}


def forget_what_was_made() -> None:
    """As in a new process: nothing that was made of content is remembered, whatever remembers it.

    But for the pixels of social cards: a fifth of a build, and a card is a value that holds all they are made of.
    """
    for name, module in [*sys.modules.items()]:
        if name.startswith(_OF_CONTENT) and not name.startswith(_OF_VALUES):
            for each in [*vars(module).values()]:
                if hasattr(each, "cache_clear") and each.__module__.startswith(_OF_CONTENT):
                    each.cache_clear()


_OF_CONTENT = ("jobboard.board", "jobboard.outputs")
"""The packages of which a function may have been given content."""

_OF_VALUES = ("jobboard.outputs.social.drawing", "jobboard.outputs.social.lines")
"""Of these, modules that are given words and colours alone."""
