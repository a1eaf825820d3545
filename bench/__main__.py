"""`python -m bench`: the command line."""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from bench.checks import CheckError
from bench.corpus import Corpus
from bench.generators import Generator
from bench.huge import run_huge
from bench.hugo_site import Hugo, HugoError, install_hugo
from bench.jobboard_site import PLAIN, PROJECT, VARIANTS, Jobboard
from bench.landed import LANDED, load_landed, save_landed, standings, steps
from bench.machine import describe_machine, use_processors
from bench.measure import CommandError
from bench.pelican_site import PlainPelican
from bench.ratios import HUGE, HUGO, PELICAN
from bench.render import compared_sizes, render_facts, render_steps, render_table, write_report
from bench.results import Results, load_results, save_results
from bench.scenarios import Bench

_NAMES = (*VARIANTS, PELICAN, HUGO)
_DEFAULT_OUT = Path("docs/performance.md")
_QUICK_SIZES, _SIZES = "1000", "1000,10000"
_QUICK_RUNS, _RUNS = 1, 3
_BUSY = 0.5  # load average


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the command line asks for; the names are its options'."""

    quick: bool
    sizes: str | None
    generators: str | None
    huge: int | None
    runs: int | None
    slow: float
    cpus: int | None
    project: Path
    work: Path | None
    out: Path | None
    render: Path | None
    land: Path | None
    against: Path
    list_deadline: Path | None
    date: str | None

    @property
    def chosen_sizes(self) -> list[int]:
        text = (_QUICK_SIZES if self.quick else _SIZES) if self.sizes is None else self.sizes
        return sorted({_number(part) for part in text.replace(" ", "").split(",") if part})

    @property
    def chosen_generators(self) -> list[str]:
        names = [name.strip() for name in (self.generators or ",".join(_NAMES)).split(",")]
        if unknown := [name for name in names if name not in _NAMES]:
            raise click.BadParameter(f"'{unknown[0]}' is none of {', '.join(_NAMES)}", param_hint="--generators")
        return names

    @property
    def report(self) -> Path | None:
        """Where the page goes. A run that is not whole must name it, so that it does not replace one that is."""
        return self.out or (_DEFAULT_OUT if self._is_whole else None)

    @property
    def landing(self) -> Path | None:
        """Where the run is kept as the landed one; one that is not whole must name a file, too."""
        if self.land == LANDED and not self._is_whole:
            raise click.UsageError("--land without a file is for a whole run: all sizes, all generators")
        return self.land

    @property
    def _is_whole(self) -> bool:
        return bool(self.render) or (not self.quick and self.sizes is None and self.generators is None)


def _number(text: str) -> int:
    if not text.isdigit() or int(text) < 20:
        raise click.BadParameter(f"'{text}' is no number of postings from 20", param_hint="--sizes")
    return int(text)


@click.command(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--quick", is_flag=True, help="1,000 postings, one run: under two minutes; prints the table only.")
@click.option("--sizes", metavar="N,N", help=f"Numbers of postings.  [default: {_SIZES}]")
@click.option("--generators", metavar="NAME,NAME", help=f"Out of {', '.join(_NAMES)}.  [default: all]")
@click.option("--huge", is_flag=False, flag_value=HUGE, type=int, metavar="[N]", help="Also 100,000 (or N), ours only.")
@click.option("--runs", type=click.IntRange(1), help=f"Rounds; figures are medians.  [default: {_RUNS}]")
@click.option("--slow", default=300.0, show_default=True, help="Seconds of a round from which one is enough.")
@click.option("--cpus", type=click.IntRange(1), help="Processors all may use.  [default: all]")
@click.option("--project", type=Path, default=PROJECT, metavar="DIR", help="Measure that checkout instead of this one.")
@click.option("--work", type=Path, metavar="DIR", help="Work there and keep it.  [default: a temporary folder]")
@click.option("--out", type=Path, metavar="FILE", help=f"Page to write.  [default: {_DEFAULT_OUT}, of a whole run]")
@click.option("--render", type=Path, metavar="FILE", help="Build nothing; write the page of a kept results.json.")
@click.option("--against", type=Path, default=LANDED, metavar="FILE", help="Say what changed since that landed run.")
@click.option(
    "--land", is_flag=False, flag_value=LANDED, type=Path, metavar="[FILE]", help="Keep it as the landed run."
)
@click.option("--list-deadline", type=Path, metavar="FILE", help="List the files ours wrote when a deadline passed.")
@click.option("--date", metavar="YYYY-MM-DD", help="Date on the page.  [default: today]")
def main(**given: Any) -> None:
    """Build the same invented board with this project, plain Pelican and Hugo; compare time, memory and files.

    Ends with 0, with 1 if a build failed or a site lacks something, with 2 if an option is wrong.
    """
    options = Options(**given)
    landing = options.landing
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that what is being measured ends, too
    try:
        if options.render:
            results = load_results(options.render)
        else:
            with ExitStack() as stack:
                work = options.work or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="jobboard-bench-")))
                results = _run(options, work.resolve())
        _report(options, results, landing)
    except (CommandError, CheckError, OSError, ValueError, KeyError, TypeError) as error:
        _say(f"{type(error).__name__}: {error}")
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)


def _run(options: Options, work: Path) -> Results:
    """Measure everything that was asked for; the results are kept in the work folder after each size."""
    names, sizes = options.chosen_generators, options.chosen_sizes
    if options.cpus:
        use_processors(options.cpus)
    if (load := os.getloadavg()[0]) > _BUSY:
        _say(f"Something else is running here (load {load:.1f}): the figures will be worse than they should")
    work.mkdir(parents=True, exist_ok=True)
    hugo = _hugo(work) if HUGO in names else None
    names = [name for name in names if name != HUGO or hugo]
    results = Results(machine=describe_machine(has_hugo=hugo is not None))
    runs = options.runs or (_QUICK_RUNS if options.quick else _RUNS)
    bench = Bench(results=results, log=work / "build.log", runs=runs, slow=options.slow, say=_say)
    try:
        for size in sizes:
            folder = work / str(size)
            bench.run(Corpus(size), [_generator(name, folder / name, hugo, options.project) for name in names])
        if options.huge:
            generator = _generator(PLAIN, work / f"huge-{options.huge}", hugo, options.project)
            run_huge(bench, Corpus(options.huge), generator)
    finally:
        save_results(work / "results.json", results)
    return results


def _hugo(work: Path) -> Path | None:
    """Hugo's binary; None if it cannot be had, which the others need not wait for."""
    try:
        return install_hugo(work)
    except HugoError as error:
        _say(f"Without Hugo, and without what is measured by it: {error}")
        return None


def _generator(name: str, folder: Path, hugo: Path | None, project: Path) -> Generator:
    if name == PELICAN:
        return PlainPelican(folder=folder)
    if name == HUGO and hugo:
        return Hugo(folder=folder, binary=hugo)
    return Jobboard(folder=folder, name=name, project=project.resolve(), settings=VARIANTS[name])


def _report(options: Options, results: Results, landing: Path | None) -> None:
    date = options.date or datetime.now(UTC).date().isoformat()
    tables = [f"{size:,} postings\n\n{render_table(results, size)}" for size in compared_sizes(results)]
    click.echo("\n".join(tables))
    if options.list_deadline:
        lists = (
            f"# {name}, {int(size):,} postings\n" + "\n".join(files)
            for name, sizes in results.deadline_files.items()
            for size, files in sizes.items()
        )
        options.list_deadline.write_text("\n".join(lists) + "\n", encoding="utf-8")
    if options.report:
        for file in write_report(results, options.report, date):
            _say(f"Wrote {file}")
    else:
        click.echo(render_facts(results))
    _compare(options.against, results)
    if landing:
        save_landed(landing, results, date)
        _say(f"Wrote {landing}")


def _compare(against: Path, results: Results) -> None:
    """Say what has changed since the landed run, if there is one that says something of the same builds."""
    if not against.is_file():
        _say("There is no landed run to compare with")
        return
    date, landed = load_landed(against)
    if table := render_steps(steps(landed, standings(results))):
        click.echo(f"Since the run that landed on {date}\n\n{table}")
    else:
        _say("The landed run says nothing of these builds: other sizes or generators")


def _say(line: str) -> None:
    click.echo(f"[{time.strftime('%H:%M:%S')}] {line}", err=True)


if __name__ == "__main__":
    main(prog_name="python -m bench")
