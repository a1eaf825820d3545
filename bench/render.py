"""The results as a page of the documentation, with its picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bench.hugo_site import VERSION as HUGO_VERSION
from bench.jobboard_site import EVERYTHING, NATIVE, PLAIN
from bench.kinds import KINDS, counted
from bench.landed import Step
from bench.plot import render_plot
from bench.ratios import BOUNDS, HUGO, PELICAN, Bound, Comparison, comparisons
from bench.results import FLOOR, Figure, Results, Scenario

LABELS = {
    PLAIN: "this project",
    EVERYTHING: "… with everything",
    NATIVE: "… native Markdown",
    PELICAN: "plain Pelican",
    HUGO: f"Hugo {HUGO_VERSION}",
    FLOOR: "the floor",
}

_MEASURES = {"hugo": "Hugo", "floor": "floor"}

_INTRODUCTION = """\
# Performance

Written by `make bench`; do not edit. Measured on {date}. Times drift from machine to machine: only ratios from one run
count.

The same invented board is built by each generator: postings of 3 to 6 kB of Markdown (40 % of them closed), a tenth
as many news items, up to 200 organisations; a page each, listings of 50, organisation pages, RSS and Atom for all and
for each organisation, a sitemap. The peers' themes are minimal: they make no markup for search engines, no facets and
no archive, and show a closed posting as closed because the time of the build is passed to them. All sites are checked
to hold every page before a time is believed.
"""

_METHOD = """\
## How it was measured

- *Cold*: no output, no cache. *Nothing changed*: the same command again. *One posting edited*: a sentence more in one
  body. *One posting added*: a file more, of a job of two topics. *One filled early*: an open posting says that it is.
  *A country's last one left*: the file of the only posting in its country is gone. *One deadline passed*: built as of
  half an hour later, in which one posting closed and nothing else happened.
- Each change is made to the site the one before has left, and a time is believed only if the site shows the change.
  The postings that something happens to are alike at all sizes.
- The floor is `python -c "import pelican"`, run among the builds of each round.
- Generators take turns within each round; a figure is the median of its runs. All may use the same processors.
- Seconds on the clock; seconds of processor of the command and all its children; memory as the highest sum of the
  {memory} of its processes, sampled every 20 ms; files whose size, time or inode changed.
- Commands are given the way to programs and folders and one language, and no other variable of the environment.
- Plain Pelican runs with its cache of read content on, and with the Markdown extensions of this project. Hugo runs as
  its binary, without the Python package's wrapper.
"""


def write_report(results: Results, out: Path, date: str) -> list[Path]:
    """Write the page, and its picture into `images/` beside it. Answers the files written."""
    out.parent.mkdir(parents=True, exist_ok=True)
    written = [out]
    sizes = compared_sizes(results)
    picture = ""
    if sizes:
        image = out.parent / "images" / f"{out.stem}.svg"
        image.parent.mkdir(exist_ok=True)
        image.write_text(render_plot(results, sizes[-1], LABELS), encoding="utf-8")
        picture = f"\n![Bars of the times at {sizes[-1]:,} postings, as in the table](images/{image.name})\n"
        written.append(image)
    out.write_text(render_page(results, date, picture), encoding="utf-8")
    return written


def render_page(results: Results, date: str, picture: str = "") -> str:
    """The whole page as Markdown."""
    parts = [_INTRODUCTION.format(date=date) + picture]
    parts += [f"## {size:,} postings\n\n{render_table(results, size)}" for size in compared_sizes(results)]
    parts += _facts(results)
    kinds = "/".join(sorted({sample.memory_kind for sample in results.samples})) or "PSS"
    parts.append(_METHOD.format(memory={"PSS": "proportional set sizes (PSS)"}.get(kinds, f"{kinds} sizes")))
    parts.append("## The machine\n\n" + "".join(f"- {name}: {value}\n" for name, value in results.machine.items()))
    return "\n".join(parts)


def render_facts(results: Results) -> str:
    """What follows from the tables, as Markdown."""
    return "\n".join(_facts(results))


def _facts(results: Results) -> Iterator[str]:
    if files := results.deadline_files.get(EVERYTHING):
        yield f"## Files a passing deadline writes, with everything on\n\n{render_kinds(files)}"
    if rows := list(comparisons(results)):
        yield f"## Against what was asked\n\n{_compared(rows)}"
    if results.huge:
        lines = "".join(f"- {name}: {words}\n" for name, words in results.huge.items())
        yield f"## A very large board, this project only\n\n{lines}"


def render_table(results: Results, size: int) -> str:
    """The figures of one size as a Markdown table."""
    head = "| | | time | × floor | × Hugo | processor | memory | written | removed | runs |\n"
    return head + "| --- | --- |" + " ---: |" * 8 + "\n" + "".join(_lines(results, size))


def render_bounds() -> str:
    """All that is asked as a Markdown table: the one of docs/standards.md#figures."""
    lines = (f"| {bound.words} | {_asked(bound)} |\n" for bound in BOUNDS)
    return "| | must | aim |\n| --- | ---: | ---: |\n" + "".join(lines)


def render_kinds(files: Mapping[str, Iterable[str]]) -> str:
    """How many files of each kind were written, the sizes of boards side by side, as a Markdown table."""
    sizes = sorted(files, key=int)
    counts = [counted(files[size]) for size in sizes]
    kinds = [kind for kind in KINDS if any(kind in each for each in counts)]
    head = f"| | {' | '.join(f'{int(size):,} postings' for size in sizes)} |\n| --- |{' ---: |' * len(sizes)}\n"
    rows = [(kind, [each.get(kind, 0) for each in counts]) for kind in kinds]
    rows.append(("all", [sum(each.values()) for each in counts]))
    return head + "".join(f"| {kind} | {' | '.join(f'{count:,}' for count in row)} |\n" for kind, row in rows)


def render_steps(steps: Iterable[Step]) -> str:
    """What has changed since the landed run as a Markdown table; empty if nothing can be compared."""
    lines = (
        f"| {step.now.size:,} | {step.now.scenario} | {LABELS[step.now.generator]} | {step.times[0]:.2f} → "
        f"{step.times[1]:.2f} × {_MEASURES[step.ratio]} | {_share(step.change)} | {_both(step, 'written')} "
        f"| {_both(step, 'removed')} | {_both(step, 'memory')} MB |\n"
        for step in steps
    )
    head = "| postings | | | time | change | written | removed | memory |\n| ---: | --- | --- |" + " ---: |" * 5 + "\n"
    return head + body if (body := "".join(lines)) else ""


def compared_sizes(results: Results) -> list[int]:
    """The sizes at which generators were compared."""
    return [size for size in results.sizes if results.floor(size)]


def _lines(results: Results, size: int) -> Iterator[str]:
    floor = results.floor(size)
    if floor:
        yield _line("start Python, import Pelican", FLOOR, floor, floor, None)
    for scenario in Scenario:
        hugo = results.figure(HUGO, size, scenario)
        for name in results.generators(size):
            if figure := results.figure(name, size, scenario):
                yield _line(scenario, name, figure, floor, hugo)


def _line(what: str, name: str, figure: Figure, floor: Figure | None, hugo: Figure | None) -> str:
    cells = (
        what,
        LABELS.get(name, name),
        f"{figure.wall:.2f} s",
        f"{figure.wall / floor.wall:.1f}" if floor else "",
        f"{figure.wall / hugo.wall:.2f}" if hugo else "",
        f"{figure.cpu:.2f} s",
        f"{figure.memory / 1e6:,.0f} MB",
        f"{figure.written:,.0f}",
        f"{figure.removed:,.0f}",
        str(figure.runs),
    )
    return f"| {' | '.join(cells)} |\n"


def _compared(rows: list[Comparison]) -> str:
    lines = (
        f"| {row.bound.words} | {_short(row.value)}{row.bound.unit} | {_asked(row.bound)} | {row.verdict} |\n"
        for row in rows
    )
    return "| | measured | must | aim | |\n| --- | ---: | ---: | ---: | --- |\n" + "".join(lines)


def _asked(bound: Bound) -> str:
    sign = "≥" if bound.is_floor else "≤"
    return " | ".join(f"{sign} {figure:,g}{bound.unit}" for figure in (bound.must, bound.aim))


def _short(value: float) -> str:
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def _both(step: Step, name: str) -> str:
    before, now = getattr(step.landed, name), getattr(step.now, name)
    return f"{now:,}" if before == now else f"{before:,} → {now:,}"


def _share(value: float) -> str:
    return f"{value:+.0%}".replace("-", "−")
