"""What people and machines are told: problems, advice, progress and the summary of a build.

Colour and progress only on a terminal; problems on standard error, so that standard output stays clean.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from enum import StrEnum

from jobboard.engine.write import Summary
from jobboard.pipeline.failure import ending_of, sentence_of
from jobboard.pipeline.many_messages import capped
from jobboard.pipeline.streams import ERRORS, OUT, print_line, put_text
from jobboard.source.catalogue import SOURCE_LANGUAGE, locale_of
from jobboard.source.characters import escaped, escaped_json, escaped_line, without_passwords
from jobboard.source.message import Phrase, in_turn, phrase
from jobboard.source.problem import Level, Problem, is_blocking
from jobboard.source.wording import worded, worded_line, worded_trouble

_MOST_CODES = 3

language: list[str] = []
"""The language people are told everything in, once somebody has named it; English until then."""


class Form(StrEnum):
    """How problems are printed: for people, for programs, or as annotations of a pull request."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


def speak(lang: str) -> None:
    """From now on tell people everything in that language of the interface."""
    language[:] = [lang]


def spoken() -> str:
    """The language people are told everything in."""
    return language[0] if language else SOURCE_LANGUAGE


def render_problems(problems: Iterable[Problem], form: Form) -> str:
    """Problems and advice as text, JSON or GitHub's workflow commands; of very many in a file, some and their count."""
    shown = capped(problems)
    if form is Form.JSON:
        return escaped_json(json.dumps([_as_data(problem) for problem in shown], ensure_ascii=False, indent=2))
    if form is Form.GITHUB:
        return "\n".join(_as_annotation(problem) for problem in shown)
    return "\n".join(escaped_line(worded_line(problem, spoken())) for problem in shown)


def count_problems(problems: Sequence[Problem]) -> str:
    """ "4 problems in 2 files." """
    number, files = len(problems), len({problem.path for problem in problems})
    several = phrase("%(number)s problems", number=str(number)) if number != 1 else phrase("1 problem")
    places = phrase("%(number)s files", number=str(files)) if files != 1 else phrase("1 file")
    return worded(phrase("%(problems)s in %(files)s.", problems=several, files=places), spoken())


def print_problems(problems: Iterable[Problem], *, ending: str = "") -> None:
    """Print problems, then advice apart; `ending` follows the count of problems."""
    everything = list(problems)
    blocking = [problem for problem in everything if problem.level is Level.PROBLEM]
    advice = [problem for problem in everything if problem.level is Level.ADVICE]
    for problem in capped(blocking):
        print_line(ERRORS, escaped_line(without_passwords(worded_line(problem, spoken()))), style="red")
    if blocking:
        print_line(ERRORS, f"\n{count_problems(blocking)} {worded(Phrase(ending), spoken())}".rstrip(), style="bold")
    if advice:
        heading = worded(phrase("Advice, nothing is held up by it:"), spoken())
        print_line(ERRORS, ("\n" if blocking else "") + heading, style="bold")
        for problem in capped(advice):
            print_line(ERRORS, escaped_line(without_passwords(worded_line(problem, spoken()))), style="yellow")
    if ERRORS.is_terminal:
        _tell_of_codes([*blocking, *advice])


def _tell_of_codes(problems: Iterable[Problem]) -> None:
    """How to read more of the first few kinds of problems, as it can be typed."""
    codes = list(dict.fromkeys(each.said.code for each in problems if each.said.code))
    if codes:
        more = phrase("More on this: %(command)s", command=f"jobboard explain {' '.join(codes[:_MOST_CODES])}")
        print_line(ERRORS, f"\n{worded(more, spoken())}")


def print_failure(error: BaseException) -> None:
    """Say why a build stopped, and how that has left the site."""
    problems = getattr(error, "problems", None)
    if problems and is_blocking(problems):
        print_problems(problems, ending=ending_of(error))
    else:
        print_trouble(f"{sentence_of(error)}. {worded(Phrase(ending_of(error)), spoken())}")


def print_trouble(line: str) -> None:
    """Say on standard error why something could not be done."""
    print_line(ERRORS, escaped(without_passwords(line)), style="red")


def print_interruption(signal: str) -> None:
    """Say that a command was ended by that signal."""
    ended = phrase("Ended by %(signal)s; what is not done is left to the next run.", signal=signal)
    ERRORS.print(worded(ended, spoken()), markup=False)


def print_waiting(line: str) -> None:
    """Say for whom a build waits."""
    ERRORS.print(line, markup=False)


def print_lost_work(reason: str) -> None:
    """Say that the cluster could not do a part of the work, which takes longer here."""
    lost = phrase("The cluster could not do all of its part (%(reason)s); that is done here.", reason=reason)
    ERRORS.print(worded(lost, spoken()), markup=False)


def print_reasons(summary: Summary) -> None:
    """Why each output was made again, and what was removed."""
    for path, reason in sorted(summary.stale.items()):
        print_line(OUT, escaped_line(f"{path}: {reason}"))
    for path in summary.removed:
        print_line(OUT, escaped_line(f"{path}: removed"))


def print_summary(summary: Summary, seconds: float, next_change: datetime | None) -> None:
    """One line on what a build did. `next_change` is in the zone it is to be told in."""
    done = phrase(
        "%(total)s outputs: %(written)s written, %(removed)s removed, %(unchanged)s unchanged in %(seconds)s s",
        total=summary.total,
        written=len(summary.written),
        removed=len(summary.removed),
        unchanged=summary.unchanged,
        seconds=seconds,
    )
    change = phrase("nothing will change by itself")
    if next_change:
        change = phrase("next change %(moment)s", moment=_moment(next_change))
    print_line(OUT, worded(in_turn(done, change), spoken()))


def _moment(at: datetime) -> str:
    if spoken() == SOURCE_LANGUAGE:
        return f"{at:%a %d %b %Y %H:%M}"
    from babel.dates import format_datetime  # noqa: PLC0415 (English needs none of it)

    return str(format_datetime(at, "EEE d MMM y HH:mm", tzinfo=at.tzinfo, locale=locale_of(spoken())))


def say(text: str) -> None:
    """Print a line on standard output, as it was typed: no code in it is a picture, none steers the terminal."""
    print_line(OUT, escaped(text))


def tell(words: Phrase) -> None:
    """Print a line on standard output, in the language people are told things in."""
    say(worded(words, spoken()))


def show(line: str, style: str) -> None:
    """Print a line on standard output, on a terminal in that style."""
    print_line(OUT, escaped_line(line), style=style)


def put(text: str) -> None:
    """Print an answer on standard output as it is, whatever the width and the colours of a terminal."""
    put_text(text)


@contextmanager
def progress() -> Iterator[Callable[[int, int], None]]:
    """A progress bar on a terminal for work that takes more than a second; silence elsewhere."""
    if not ERRORS.is_terminal:
        yield lambda _done, _total: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415 (for terminals only)

    bar = Progress(TextColumn("Building"), BarColumn(), MofNCompleteColumn(), console=ERRORS, transient=True)
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
        "message": worded(problem.said, spoken()),
        "hint": worded(problem.way_out, spoken()),
        "level": problem.level.value,
        "code": problem.said.code,
    }


def _as_annotation(problem: Problem) -> str:
    command = "error" if problem.level is Level.PROBLEM else "warning"
    words = escaped(worded_trouble(problem, spoken()).replace("\r\n", "\n")).replace("%", "%25").replace("\n", "%0A")
    path = escaped_line(problem.path).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    return f"::{command} file={path},line={problem.line}::{words}"
