"""Problems as an editor marks them: the stretch of the text each stands for, its code, and what it says."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from jobboard.language_server.place import Spelling
from jobboard.source.problem import Level, Problem
from jobboard.source.wording import worded


class Mark(Struct, frozen=True):
    """A problem at a stretch of one line."""

    at: Spelling
    code: str
    text: str
    is_advice: bool
    problem: Problem


def mark_of(problem: Problem, lines: Sequence[str], lang: str) -> Mark:
    """A problem on its line, without the space around that; on the last one if the text has become shorter."""
    line = min(problem.line, max(len(lines), 1)) - 1
    text = lines[line] if lines else ""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    at = Spelling(line, min(start, end), end, text[min(start, end) : end])
    said = worded(problem.in_full, lang)
    whole = f"{problem.field}: {said}" if problem.field else said
    return Mark(at, problem.said.code, whole, problem.level is Level.ADVICE, problem)
