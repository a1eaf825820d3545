"""Where files are written, when and in which language; and what is wrong with the name of a new one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec import Struct

from jobboard.board.checks import is_reserved
from jobboard.source.content.folder import check_id
from jobboard.source.problem import Report
from jobboard.source.slug import is_id


class Project(Struct, frozen=True, kw_only=True):
    """Where a file is written, when (aware), in which zone days are counted, and the language of texts that name none.

    `shown_as` is the content folder as people call it.
    """

    content: Path
    shown_as: str
    now: datetime
    zone: str
    lang: str

    @property
    def today(self) -> str:
        return self.now.astimezone(ZoneInfo(self.zone)).date().isoformat()


def trouble_with_name(name: str, folder: str, taken: Mapping[str, Path], project: Project) -> str:
    """Why no new file of a kind's folder can have that name, in English; empty if it can."""
    if not is_id(name):
        return f"name: expected small letters, digits and single hyphens, found '{name}'"
    report = Report("")
    check_id(name, report, folder)
    if not report.is_clean:
        return f"name: {next(iter(report)).message}"
    if is_reserved(name, folder):
        return f"name: '{name}' is an address of the site itself"
    if name in taken:
        path = f"{project.shown_as}/{taken[name].relative_to(project.content).as_posix()}"
        is_today = taken[name].stem.lower() == name
        return f"name: {path} exists already" if is_today else f"name: {path} was called '{name}' once"
    return ""
