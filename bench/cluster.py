"""`python -m bench.cluster FOLDER`: what a Dask cluster of two workers on this machine adds to a cold build, and costs.

All run on the same processors, so that no second is won by more of them: what can be won elsewhere is worked out of the
seconds of processor of each process (docs/scaling.md). Below `unshare -n` and `tc qdisc … tbf rate 100mbit` on `lo` the
same command measures a slower network.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import click

from bench.corpus import NOW, Corpus, edited
from bench.generators import remove_site, write_content
from bench.jobboard_site import EVERYTHING, OURS_SETTINGS, VARIANTS, Jobboard
from bench.measure import Command, Measurement, measure

_WORKERS = 2
_TICKS = os.sysconf("SC_CLK_TCK")
_KILLED_AFTER = 0.4
"""Of the time that a build with all workers takes."""


@contextmanager
def _cluster(folder: Path) -> Iterator[tuple[str, list[int]]]:
    """The address of a scheduler, and its process and those of the workers, each with one thread."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = str(server.getsockname()[1])
    address = f"tcp://127.0.0.1:{port}"
    scheduler = ("scheduler", "--host", "127.0.0.1", "--port", port, "--no-dashboard", "--no-show")
    worker = ("worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard", "--memory-limit", "0")
    with ExitStack() as ended:
        processes = []
        for arguments in (scheduler, *(worker,) * _WORKERS):
            process = ended.enter_context(
                subprocess.Popen(  # noqa: S603 (our own command)
                    (sys.executable, "-m", f"distributed.cli.dask_{arguments[0]}", *arguments[1:]),
                    cwd=folder,
                    stderr=subprocess.DEVNULL,
                )
            )
            ended.callback(process.kill)
            processes.append(process.pid)
        time.sleep(5)  # until they have found each other
        yield address, processes


def _processor(process: int) -> float:
    """Seconds of processor that a process has taken."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def _most_memory(process: int) -> float:
    """The most memory it ever had, in MB."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1000


def _sent() -> float:
    """Megabytes that have gone through the loopback interface."""
    return int(Path("/sys/class/net/lo/statistics/tx_bytes").read_text()) / 1e6


def _digests(output: Path) -> dict[str, bytes]:
    files = (file for file in output.rglob("*") if file.is_file())
    return {file.relative_to(output).as_posix(): hashlib.blake2b(file.read_bytes()).digest() for file in files}


def _cold(site: Jobboard, *before: str, after: tuple[str, ...] = ()) -> Measurement:
    remove_site(site)
    for each in site.caches:
        shutil.rmtree(each, ignore_errors=True)
    return _built(site, *before, after=after)


def _built(site: Jobboard, *before: str, after: tuple[str, ...] = ()) -> Measurement:
    command: Command = site.command(NOW)
    return measure(replace(command, arguments=(*before, *command.arguments, *after)), site.folder / "log.txt")


def _say(what: str, measured: Measurement, more: str = "") -> None:
    memory = measured.memory / 1e6
    click.echo(f"  {what:28} {measured.wall:7.1f} s  {measured.cpu:7.1f} s of processor  {memory:6,.0f} MB  {more}")


def _kill_after(seconds: float, process: int) -> None:
    def kill() -> None:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)

    threading.Timer(seconds, kill).start()


def _shared(site: Jobboard, expected: dict[str, bytes], killed_after: float = 0) -> Measurement:
    """A build that a new cluster shares. Raises AssertionError if it is not the same."""
    with _cluster(site.folder) as (address, (scheduler, *workers)):
        sent = _sent()
        if killed_after:
            _kill_after(killed_after, workers.pop())
        measured = _cold(site, after=("--cluster", address))
        told = ", ".join(f"{_processor(each):.1f} s and {_most_memory(each):,.0f} MB" for each in (scheduler, *workers))
        what = "cluster, one worker killed" if killed_after else f"cluster of {_WORKERS} workers"
        _say(what, measured, f"{_sent() - sent:,.0f} MB on the wire; scheduler and workers: {told}")
    if _digests(site.output) != expected:
        raise AssertionError("the cluster made another site")
    return measured


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--sizes", default="1000,10000", show_default=True, help="Postings.")
@click.option("--variant", type=click.Choice([*VARIANTS]), default=EVERYTHING, show_default=True)
@click.option("--alone/--no-alone", default=True, help="Also on one processor.")
@click.option("--killed/--no-killed", default=True, help="Also with one worker killed.")
def main(folder: Path, sizes: str, alone: bool, killed: bool, variant: str) -> None:  # noqa: FBT001 (click passes them by name)
    """Build cold on this machine alone and with a cluster, and compare the sites byte by byte."""
    for size in map(int, sizes.split(",")):
        settings = {**OURS_SETTINGS, **VARIANTS[variant]}
        site = Jobboard(folder=(folder / variant / str(size)).resolve(), name=variant, settings=settings)
        corpus = Corpus(size)
        write_content(site, corpus)
        click.echo(f"{size:,} postings")
        if alone:
            _say("one processor", _cold(site, "taskset", "-c", "0"))
        _say("this machine", _cold(site))
        expected = _digests(site.output)
        size_now = sum(file.stat().st_size for file in site.output.rglob("*") if file.is_file()) / 1e6
        click.echo(f"  a site of {len(expected):,} files, {size_now:,.0f} MB")
        _say("nothing changed", _built(site))
        site.write_posting(edited(corpus.to_edit))
        _say("one posting edited", _built(site))
        site.write_posting(corpus.to_edit)
        measured = _shared(site, expected)
        if killed:
            _shared(site, expected, killed_after=_KILLED_AFTER * measured.wall)


if __name__ == "__main__":
    main()
