"""What it costs to check and build a board of given files, in a process of its own.

What counts is the processor time of that process (its own and the system's), the memory it took beyond what it began
with, and what it wrote beyond the board without them, as a multiple of the files' size.

Machines are shared and noisy, so a second is one of the machine the limits were stated for: how much longer a fixed
piece of work takes just then is taken off.
"""

from __future__ import annotations

import gc
import os
import re
import resource
import tempfile
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, msgpack

from jobboard.pipeline import build
from jobboard.pipeline import check as checking
from jobboard.pipeline.report import Form, render_problems
from jobboard.source.markdown.convert import Engine, to_html
from jobboard.source.problem import Level
from tests.helpers import NOW, SITE, make_posting, project_theme, write_site

MOST_SECONDS = 2.0
MOST_MEGABYTES = 200.0
MOST_TIMES = 20.0

POSTING = "postings/shape.md"
Files = Mapping[str, str]
_PATIENCE = 12
"""Seconds of processor after which a process is ended."""

_USUAL = 0.02
"""Seconds of processor that the fixed piece of work takes where nobody else is at work."""


class Cost(Struct, frozen=True):
    """What checking and building took. `refusal` is the first problem, empty where there is none."""

    check: float
    build: float
    megabytes: float
    written: int
    report: int
    refusal: str = ""
    slower: float = 1.0

    @property
    def seconds(self) -> float:
        """Of a machine at rest; `slower` says how many times longer anything took just then."""
        return (self.check + self.build) / self.slower


class Measured(Struct, frozen=True):
    """A shape by one engine: `size` is that of its files in bytes, `times` what it wrote as a multiple of that."""

    name: str
    engine: Engine
    size: int
    cost: Cost
    times: float

    @property
    def faults(self) -> list[str]:
        """Which limits it is over."""
        found = ["slow"] * (self.cost.seconds > MOST_SECONDS) + ["large"] * (self.cost.megabytes > MOST_MEGABYTES)
        return found + ["long"] * (self.times > MOST_TIMES)

    @property
    def verdict(self) -> str:
        outcome = f"refused: {self.cost.refusal}" if self.cost.refusal else "built"
        return f"{outcome}{'; TOO ' if self.faults else ''}{' and '.join(self.faults).upper()}"


def measured(name: str, files: Files, engine: Engine, empty: int) -> Measured:
    """The cost of a board of these files; `empty` is what the board writes without them.

    What is slow is measured again, twice at most, and the least counts: a shape that costs too much does so each time,
    and the other work of a machine comes and goes.
    """
    cost = _apart(files, engine)
    for _ in range(2):
        if cost.seconds > MOST_SECONDS:
            cost = min(cost, _apart(files, engine), key=lambda each: each.seconds)
    size = sum(len(each.encode()) for each in files.values())
    return Measured(name, engine, size, cost, max(0, cost.written - empty, cost.report) / size)


def empty_board() -> int:
    """The bytes of the site when there is nothing long in it."""
    return _apart({POSTING: make_posting()}, Engine.MARKDOWN).written


def warmed() -> None:
    """Load what every process would load first, and which is no shape's doing."""
    for engine in Engine:
        to_html("*a* [b](c) `d`\n\n|a|b|\n|-|-|\n|c|d|\n\n[^1]\n\n[^1]: e", engine)
    _apart({POSTING: make_posting()}, Engine.MARKDOWN, is_apart=False)


def _apart(files: Files, engine: Engine, *, is_apart: bool = True) -> Cost:
    with tempfile.TemporaryDirectory() as folder:
        if not is_apart:
            return _cost(Path(folder), files, engine)
        reader, writer = os.pipe()
        child = os.fork()
        if not child:
            os.close(reader)
            resource.setrlimit(resource.RLIMIT_CPU, (_PATIENCE, _PATIENCE))
            gc.freeze()  # what the tests before have left behind is not searched for garbage at this one's cost
            try:
                os.write(writer, msgpack.encode(_cost(Path(folder), files, engine)))
            finally:
                os._exit(0)
        os.close(writer)
        with os.fdopen(reader, "rb") as answer:
            data = answer.read()
        os.waitpid(child, 0)
    return msgpack.decode(data, type=Cost) if data else Cost(_PATIENCE, 0, 0, 0, 0, "the process died")


def _cost(folder: Path, files: Files, engine: Engine) -> Cost:
    content = write_site(folder / "content", files)
    slower, before, started = _slower(), _megabytes(is_peak=False), _seconds()
    checked = checking.check(content, SITE, NOW, engine=engine)
    refusal = next((each for each in checked.problems if each.level is Level.PROBLEM), None)
    report = max(len(render_problems(checked.problems, form).encode()) for form in Form)
    halfway = _seconds()
    output = folder / "output"
    if checked.board is not None:
        build.build(checked, project_theme(), output, folder / "cache")
    ended = _seconds()
    written = sum(each.stat().st_size for each in output.rglob("*") if each.is_file())
    text = str(refusal).removeprefix(f"content/{POSTING}:")[:110] if refusal else ""
    megabytes, slower = _megabytes(is_peak=True) - before, max(slower, _slower())
    return Cost(halfway - started, ended - halfway, megabytes, written, report, text, slower)


def _slower() -> float:
    """How many times longer than usual a fixed piece of work takes, at least once."""
    started = _seconds()
    for word in re.findall(r"\w+", "word " * 120_000):
        word.upper()
    return max(1.0, (_seconds() - started) / _USUAL)


def _seconds() -> float:
    """Processor time of this process and of those it has begun, the system's work for them included."""
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in both)


def _megabytes(*, is_peak: bool) -> float:
    """The memory this process has, or had at its most."""
    if is_peak:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024
