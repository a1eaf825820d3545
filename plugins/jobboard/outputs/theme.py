"""A theme as plain values: what pages are expressed with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import Environment

from jobboard.source.problem import Problem


class ThemeError(Exception):
    """A theme that cannot be used; `problems` say which files and why."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems

    def __str__(self) -> str:
        return "; ".join(str(problem) for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme as read: templates (with a digest of each and all it includes), one stylesheet, other files, a digest."""

    environment: Environment
    closures: Mapping[str, str]
    stylesheet: bytes
    files: Mapping[str, bytes]
    digest: str
