"""What people and machines are told: problems, advice, progress and the summary of a build.

Colour and progress only on a terminal; problems on standard error, so that standard output stays clean.
"""

from __future__ import annotations

import codecs
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from enum import StrEnum
from typing import IO

from rich.console import Console

from jobboard.engine.write import Summary
from jobboard.pipeline.failure import ending_of, sentence_of
from jobboard.pipeline.many_messages import capped
from jobboard.source.characters import escaped, escaped_json, escaped_line
from jobboard.source.problem import Level, Problem, is_blocking
from jobboard.source.system_error import reason_of


class _Channel(Console):
    """A console that leaves a broken pipe to whoever prints; by itself it would end the process with exit code 1."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


_errors = _Channel(stderr=True, highlight=False, soft_wrap=True, emoji=False)
_out = _Channel(highlight=False, soft_wrap=True, emoji=False)

_ESCAPED = "jobboard.escaped"

lost: list[str] = []
"""Why standard output took no more: of an answer nobody got, the command must not say that it was given."""


def _escaped(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return json.dumps(error.object[error.start : error.end])[1:-1], error.end


codecs.register_error(_ESCAPED, _escaped)


class Form(StrEnum):
    """How problems are printed: for people, for programs, or as annotations of a pull request."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


def render_problems(problems: Iterable[Problem], form: Form) -> str:
    """Problems and advice as text, JSON or GitHub's workflow commands; of very many in a file, some and their count."""
    shown = capped(problems)
    if form is Form.JSON:
        return escaped_json(json.dumps([_as_data(problem) for problem in shown], ensure_ascii=False, indent=2))
    if form is Form.GITHUB:
        return "\n".join(_as_annotation(problem) for problem in shown)
    return "\n".join(escaped_line(str(problem)) for problem in shown)


def count_problems(problems: Sequence[Problem]) -> str:
    """ "4 problems in 2 files." """
    files = len({problem.path for problem in problems})
    return f"{len(problems)} problem{'s' * (len(problems) != 1)} in {files} file{'s' * (files != 1)}."


def print_problems(problems: Iterable[Problem], *, ending: str = "") -> None:
    """Print problems, then advice apart; `ending` follows the count of problems."""
    everything = list(problems)
    blocking = [problem for problem in everything if problem.level is Level.PROBLEM]
    advice = [problem for problem in everything if problem.level is Level.ADVICE]
    for problem in capped(blocking):
        _print(_errors, escaped_line(str(problem)), style="red")
    if blocking:
        _print(_errors, f"\n{count_problems(blocking)} {ending}".rstrip(), style="bold")
    if advice:
        _print(_errors, ("\n" if blocking else "") + "Advice, nothing is held up by it:", style="bold")
        for problem in capped(advice):
            _print(_errors, escaped_line(str(problem)), style="yellow")


def print_failure(error: BaseException) -> None:
    """Say why a build stopped, and how that has left the site."""
    problems = getattr(error, "problems", None)
    if problems and is_blocking(problems):
        print_problems(problems, ending=ending_of(error))
    else:
        print_trouble(f"{sentence_of(error)}. {ending_of(error)}")


def print_trouble(line: str) -> None:
    """Say on standard error why something could not be done."""
    _print(_errors, escaped(line), style="red")


def print_interruption(signal: str) -> None:
    """Say that a command was ended by that signal."""
    _errors.print(f"Ended by {signal}; what is not done is left to the next run.", markup=False)


def print_waiting(line: str) -> None:
    """Say for whom a build waits."""
    _errors.print(line, markup=False)


def print_reasons(summary: Summary) -> None:
    """Why each output was made again, and what was removed."""
    for path, reason in sorted(summary.stale.items()):
        _print(_out, escaped_line(f"{path}: {reason}"))
    for path in summary.removed:
        _print(_out, escaped_line(f"{path}: removed"))


def print_summary(summary: Summary, seconds: float, next_change: datetime | None) -> None:
    """One line on what a build did. `next_change` is in the zone it is to be told in."""
    parts = f"{len(summary.written):,} written, {len(summary.removed):,} removed, {summary.unchanged:,} unchanged"
    changes = f"next change {next_change:%a %d %b %Y %H:%M}" if next_change else "nothing will change by itself"
    _print(_out, f"{summary.total:,} outputs: {parts} in {seconds:.1f} s; {changes}")


def say(text: str) -> None:
    """Print a line on standard output, as it was typed: no code in it is a picture, none steers the terminal."""
    _print(_out, escaped(text))


def put(text: str) -> None:
    """Print an answer on standard output as it is, whatever the width and the colours of a terminal."""
    _to(sys.stdout, lambda stream: print(_fitting(text, stream), file=stream, flush=True))


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


def _print(console: Console, line: str, style: str = "") -> None:
    def show(stream: IO[str]) -> None:
        try:
            console.print(_fitting(line, stream), style=style, markup=False)
        except BrokenPipeError:
            raise
        except OSError:  # of colours, say, for which it must open files
            print(_fitting(line, stream), file=stream, flush=True)

    _to(console.file, show)


def _to(stream: IO[str], write: Callable[[IO[str]], object]) -> None:
    """Write to a stream. One that is closed, or that nobody reads any more, changes nothing of what is done."""
    try:
        write(stream)
    except BrokenPipeError:
        _silence(stream)
    except OSError as error:
        _silence(stream)
        if stream is not sys.stderr:
            lost.append(f"standard output: {reason_of(error)}")
    except ValueError:  # closed
        pass


def _silence(stream: IO[str]) -> None:
    """Nothing more goes there: what is left would fail once more when the process ends."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def _fitting(text: str, stream: IO[str]) -> str:
    """The text with what the stream has no letters for written as JSON and Python do: \\u00e9."""
    encoding = getattr(stream, "encoding", None) or "utf-8"
    return text.encode(encoding, _ESCAPED).decode(encoding)


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
    words = escaped(text.replace("\r\n", "\n")).replace("%", "%25").replace("\n", "%0A")
    path = escaped_line(problem.path).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    return f"::{command} file={path},line={problem.line}::{words}"
