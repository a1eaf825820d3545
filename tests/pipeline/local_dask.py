"""A Dask cluster on this machine: a scheduler and workers, each a process that knows nothing of the board.

The tests' own process asks the scheduler by way of another one (`python -m tests.pipeline.local_dask ADDRESS`): a
client of Dask has threads, beside which no test could share work among copies of its process.
"""

from __future__ import annotations

import functools
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.helpers import REPOSITORY

LOCKED = "JOBBOARD_TEST_LOCKED"
"""In the environment of a worker: the folder of which it may open nothing."""

PRELOAD = f"""
import os, sys
locked = os.environ["{LOCKED}"]
def look(event, arguments):
    if event in ("open", "os.scandir", "os.listdir") and str(arguments[0]).startswith(locked):
        raise PermissionError(f"a worker opens {{arguments[0]}}")
sys.addaudithook(look)
"""


@dataclass(slots=True)
class LocalDask:
    """The processes of a cluster, its address, and who asks it."""

    address: str
    scheduler: subprocess.Popen[bytes]
    workers: dict[str, subprocess.Popen[bytes]]
    asks: subprocess.Popen[str]

    def ask(self, question: str) -> Any:
        assert self.asks.stdin is not None
        assert self.asks.stdout is not None
        self.asks.stdin.write(f"{question}\n")
        self.asks.stdin.flush()
        return json.loads(self.asks.stdout.readline())

    def tasks_done(self) -> dict[str, int]:
        """How many tasks each worker has done."""
        found: dict[str, int] = self.ask("done")
        return found

    def kill_one_at_work(self, patience: float = 60) -> str:
        """End a worker that has been given something and is at it; its name. The others go on."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            for name in self.ask("busy"):
                self.kill(name)
                return str(name)
        raise AssertionError("no worker was given anything")

    def kill(self, name: str) -> None:
        self.workers[name].send_signal(signal.SIGKILL)
        self.workers[name].wait()


@contextmanager
def local_dask(
    folder: Path,
    locked: Path,
    workers: Iterable[str] = ("one", "two"),
    environment: Mapping[str, Mapping[str, str]] | None = None,
) -> Iterator[LocalDask]:
    """A scheduler and workers of these names, in an empty folder; nothing below `locked` is there for them.

    `environment` is what the `scheduler` and the `workers` are given beside that.
    """
    away = folder / "away"
    away.mkdir()
    (folder / "preload.py").write_text(PRELOAD)
    address = f"tcp://127.0.0.1:{_free_port()}"
    of_each = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--preload", str(folder / "preload.py"))
    of_scheduler, of_workers = ((environment or {}).get(each, {}) for each in ("scheduler", "workers"))
    with ExitStack() as ended:
        start = functools.partial(_started, ended, away)
        scheduler = start(of_scheduler, "distributed.cli.dask_scheduler", *_at(address), "--no-dashboard", "--no-show")
        found = {
            name: start(
                {LOCKED: str(locked), **of_workers}, "distributed.cli.dask_worker", address, "--name", name, *of_each
            )
            for name in workers
        }
        asks = start({}, "tests.pipeline.local_dask", address, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        cluster = LocalDask(address, scheduler, found, asks)
        assert cluster.ask(f"wait {len(found)}") == len(found)
        yield cluster


def _at(address: str) -> tuple[str, ...]:
    host, port = address.removeprefix("tcp://").split(":")
    return "--host", host, "--port", port


def _started(ended: ExitStack, folder: Path, environment: Mapping[str, str], *module: str, **more: Any) -> Any:
    ours = os.pathsep.join((str(REPOSITORY / "plugins"), *filter(None, sys.path)))
    process = ended.enter_context(
        subprocess.Popen(
            [sys.executable, "-m", *module],
            cwd=folder,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": ours, **environment},
            **{"stdout": subprocess.DEVNULL, **more},
        )
    )
    ended.callback(process.kill)
    return process


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def answer_questions(address: str) -> None:
    """In that process: an answer for every line, until there are no more."""
    from distributed import Client

    with Client(address, timeout=60, set_as_default=False) as client:
        for line in sys.stdin:
            question, _, number = line.strip().partition(" ")
            if question == "wait":
                if int(number):
                    client.wait_for_workers(int(number), timeout=60)
                answer: Any = len(client.nthreads())
            elif question == "done":
                answer = dict(
                    client.run(lambda dask_worker: (dask_worker.name, dask_worker.state.executed_count)).values()
                )
            else:
                answer = client.run_on_scheduler(
                    lambda dask_scheduler: [each.name for each in dask_scheduler.workers.values() if each.processing]
                )
            sys.stdout.write(f"{json.dumps(answer)}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    answer_questions(sys.argv[1])
