"""A site as it is at any instant, built in this process: its content is read once, and nothing is written."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from jobboard.board.board import Board
from jobboard.board.changes.next_change import changes_around
from jobboard.board.site import Site
from jobboard.engine.output import Output
from jobboard.outputs.plan.site import plan_site
from jobboard.pipeline import check as checking
from tests.helpers import project_theme


class SiteAt:
    """The site of a content folder without pictures or attachments.

    Outputs of one key are equal (`engine/output.py`), so each is expressed once; `afresh` expresses them again.
    """

    def __init__(self, content: Path, site: Site) -> None:
        self._read = checking.load_content(content)
        self._site = site
        self._expressed: dict[str, bytes] = {}
        self._planned: tuple[datetime, tuple[Output, ...]] | None = None

    def board(self, now: datetime) -> Board:
        checked = checking.validate(self._read, self._site, now, "content")
        assert checked.board is not None, checked.problems
        return checked.board

    def plan(self, now: datetime) -> tuple[Output, ...]:
        """The plan of that instant; the last one asked for is kept."""
        if self._planned is None or self._planned[0] != now:
            board = self.board(now)
            self._planned = now, plan_site(board, changes_around(board), project_theme(), {}, no_media)
        return self._planned[1]

    def keys(self, now: datetime) -> dict[str, str]:
        """The name of each output: where two instants have the same names, the site is the same."""
        return {each.path: each.key for each in self.plan(now)}

    def files(self, now: datetime) -> dict[str, bytes]:
        """The files of the site, by path."""
        return {each.path: self._file(each) for each in self.plan(now)}

    def afresh(self, now: datetime) -> dict[str, bytes]:
        """The same, made without anything kept from another instant."""
        return {each.path: each.express() for each in self.plan(now)}

    def _file(self, output: Output) -> bytes:
        key = output.key
        if key not in self._expressed:
            self._expressed[key] = output.express()
        return self._expressed[key]


def no_media(path: str) -> Any:
    """The media of a site that has none."""
    raise AssertionError(f"this site shows no files, and {path} was asked for")
