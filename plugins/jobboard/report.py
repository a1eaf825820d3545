"""What people and machines are told: problems, advice, progress and the summary of a build.

Colour and progress only on a terminal; problems on standard error, so that standard output stays clean.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from enum import StrEnum

from rich.console import Console

from jobboard.engine.write import Summary
from jobboard.source.problem import Level, Problem, is_blocking

_errors = Console(stderr=True, highlight=False, soft_wrap=True)
_out = Console(highlight=False, soft_wrap=True)

UNTOUCHED = "Nothing was written; the site is as it was."


class Form(StrEnum):
    """How problems are printed: for people, for programs, or as annotations of a pull request."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


def render_problems(problems: Iterable[Problem], form: Form) -> str:
    """Problems and advice as text, JSON or GitHub's workflow commands."""
    if form is Form.JSON:
        return json.dumps([_as_data(problem) for problem in problems], ensure_ascii=False, indent=2)
    if form is Form.GITHUB:
        return "\n".join(_as_annotation(problem) for problem in problems)
    return "\n".join(str(problem) for problem in problems)


def count_problems(problems: Sequence[Problem]) -> str:
    """ "4 problems in 2 files." """
    files = len({problem.path for problem in problems})
    return f"{len(problems)} problem{'s' * (len(problems) != 1)} in {files} file{'s' * (files != 1)}."


def print_problems(problems: Iterable[Problem], *, ending: str = "") -> None:
    """Print problems, then advice apart; `ending` follows the count of problems."""
    everything = list(problems)
    blocking = [problem for problem in everything if problem.level is Level.PROBLEM]
    advice = [problem for problem in everything if problem.level is Level.ADVICE]
    for problem in blocking:
        _errors.print(str(problem), style="red", markup=False)
    if blocking:
        _errors.print(f"\n{count_problems(blocking)} {ending}".rstrip(), style="bold", markup=False)
    if advice:
        _errors.print(("\n" if blocking else "") + "Advice, nothing is held up by it:", style="bold", markup=False)
        for problem in advice:
            _errors.print(str(problem), style="yellow", markup=False)


def print_failure(error: Exception) -> None:
    """Say why a build stopped, and that the site is as it was."""
    problems = getattr(error, "problems", None)
    if problems and is_blocking(problems):
        print_problems(problems, ending=UNTOUCHED)
    else:
        _errors.print(f"{error}. {UNTOUCHED}", style="red", markup=False)


def print_interruption(signal: str) -> None:
    """Say that a command was ended by that signal."""
    _errors.print(f"Ended by {signal}; what is not done is left to the next run.", markup=False)


def print_waiting(line: str) -> None:
    """Say for whom a build waits."""
    _errors.print(line, markup=False)


def print_reasons(summary: Summary) -> None:
    """Why each output was made again, and what was removed."""
    for path, reason in sorted(summary.stale.items()):
        _out.print(f"{path}: {reason}", markup=False)
    for path in summary.removed:
        _out.print(f"{path}: removed", markup=False)


def print_summary(summary: Summary, seconds: float, next_change: datetime | None) -> None:
    """One line on what a build did. `next_change` is in the zone it is to be told in."""
    parts = f"{len(summary.written):,} written, {len(summary.removed):,} removed, {summary.unchanged:,} unchanged"
    changes = f"next change {next_change:%a %d %b %Y %H:%M}" if next_change else "nothing will change by itself"
    _out.print(f"{summary.total:,} outputs: {parts} in {seconds:.1f} s; {changes}", markup=False)


def say(text: str) -> None:
    """Print a line on standard output."""
    _out.print(text, markup=False)


@contextmanager
def progress() -> Iterator[Callable[[int, int], None]]:
    """A progress bar on a terminal for work that takes more than a second; silence elsewhere."""
    if not _errors.is_terminal:
        yield lambda _done, _total: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415 (for terminals only)

    bar = Progress(TextColumn("Building"), BarColumn(), MofNCompleteColumn(), console=_errors, transient=True)
    task = bar.add_task("build")

    def show(done: int, total: int) -> None:
        if bar.live.is_started:
            bar.update(task, completed=done, total=total)
        elif (bar.tasks[0].elapsed or 0) > 1:
            bar.start()

    try:
        yield show
    finally:
        bar.stop()


def _as_data(problem: Problem) -> dict[str, str | int]:
    return {
        "path": problem.path,
        "line": problem.line,
        "field": problem.field,
        "message": problem.message,
        "hint": problem.hint,
        "level": problem.level.value,
    }


def _as_annotation(problem: Problem) -> str:
    command = "error" if problem.level is Level.PROBLEM else "warning"
    text = (
        f"{f'{problem.field}: ' if problem.field else ''}{problem.message}{f'; {problem.hint}' if problem.hint else ''}"
    )
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    path = problem.path.replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    return f"::{command} file={path},line={problem.line}::{escaped}"
