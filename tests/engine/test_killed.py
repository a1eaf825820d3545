"""A build killed at any instant, whole or in part.

`JOBBOARD_KILLS=20 make test ARGS=tests/engine/test_killed.py` is the long run.
"""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.commands.test_main import SETTINGS
from tests.helpers import make_posting, read_tree, write_site
from tests.programs import JOBBOARD, run_program

KILLS = int(os.environ.get("JOBBOARD_KILLS", "3"))
ALL = "JOBBOARD_KILLS" in os.environ
POSTINGS = 60
EARLY, LATE = "2026-03-16T12:00+01:00", "2026-04-02T12:00+01:00"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "pelicanconf.py").write_text(SETTINGS)
    write_site(tmp_path / "content", {f"postings/p{n}.md": make_posting(body=f"Work {n}.") for n in range(POSTINGS)})
    return tmp_path


def command(output: str, now: str) -> list[str]:
    return [str(JOBBOARD), "build", "--settings", "pelicanconf.py", "--output", output, "--now", now]


def build(project: Path, output: str, now: str) -> dict[str, bytes]:
    built = run_program(JOBBOARD, *command(output, now)[1:], cwd=project, patience=60)
    assert built.returncode == 0, built.stderr
    return read_tree(project / output)


def seconds_alone(project: Path, output: str, now: str) -> float:
    """How long a build takes that begins as those do that are killed: with nothing loaded."""
    started = time.perf_counter()
    subprocess.run(command(output, now), cwd=project, check=True, capture_output=True, timeout=60)
    return time.perf_counter() - started


def kill_after(project: Path, output: str, now: str, seconds: float) -> None:
    process = subprocess.Popen(
        command(output, now), cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    time.sleep(seconds)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


needs_kills = pytest.mark.skipif(sys.platform != "linux", reason="children are looked up in /proc")


@needs_kills
@pytest.mark.parametrize("is_warm", [False, True], ids=["cold", "warm"])
def test_a_killed_build_serves_whole_files_and_the_next_reaches_the_clean_state(is_warm: bool, project: Path) -> None:
    old = build(project, "old", EARLY)
    whole = seconds_alone(project, "new", LATE)
    new = read_tree(project / "new")
    instants = random.Random(1)
    for _ in range(KILLS):
        go_back(project, is_warm)
        kill_after(project, "output", LATE, instants.uniform(0.3, 1.1) * whole)
        served = {path: data for path, data in read_tree(project / "output").items() if "staging" not in path}
        assert [path for path, data in served.items() if data not in (old.get(path), new.get(path))] == []
        assert set(old) & set(new) <= set(served)
        assert build(project, "output", LATE) == new


def go_back(project: Path, is_warm: bool) -> None:
    """The site as of `EARLY`: by a build that leaves all it remembers, or as the files that a build without has."""
    if is_warm:
        build(project, "output", EARLY)
        return
    for folder in (".cache", "output"):
        shutil.rmtree(project / folder, ignore_errors=True)
    shutil.copytree(project / "old", project / "output")


MANY = 120
"""Postings of which a cold build is shared among processes."""

PARENT, WORKER, GROUP = "the parent alone", "a worker alone", "the group"
VICTIMS = [
    (PARENT, signal.SIGTERM),
    (PARENT, signal.SIGHUP),
    (PARENT, signal.SIGKILL),
    (WORKER, signal.SIGTERM),
    (WORKER, signal.SIGKILL),
    (GROUP, signal.SIGTERM),
    (GROUP, signal.SIGKILL),
]


@needs_kills
def test_whoever_is_killed_the_next_build_waits_for_nobody_and_reaches_the_clean_state(project: Path) -> None:
    write_site(project / "content", {f"postings/p{n}.md": make_posting(body=f"Work {n}.") for n in range(MANY)})
    whole = seconds_alone(project, "clean", EARLY)
    clean = read_tree(project / "clean")
    workers_seen = 0
    for number, (victim, sent) in enumerate(VICTIMS):
        for instant in range(KILLS) if ALL else [number % 4]:
            shutil.rmtree(project / ".cache", ignore_errors=True)
            shutil.rmtree(project / "output", ignore_errors=True)
            share = 0.3 + 0.7 * (instant + 0.5) / (KILLS if ALL else 4)
            end = killed(project, victim, sent, share * whole)
            workers_seen += end.workers
            assert not end.left, (victim, sent, share)
            assert "Traceback" not in end.errors, end.errors
            if victim == PARENT and sent != signal.SIGKILL:
                assert end.code in (0, 128 + sent, -sent)
                assert end.code == -sent or not (project / "output/.jobboard-staging").exists()
            if victim == WORKER:
                assert end.code in ((0, 1) if end.workers else (0,))
            assert build(project, "output", EARLY) == clean
    assert workers_seen


@dataclass
class End:
    """How a killed build ended: its exit code, what it said, how many workers it had, and which are left of them."""

    code: int
    errors: str
    workers: int
    left: list[int]


def killed(project: Path, victim: str, sent: signal.Signals, seconds: float) -> End:
    errors = project / "errors"
    with errors.open("w") as file:
        process = subprocess.Popen(
            command("output", EARLY), cwd=project, stdout=subprocess.DEVNULL, stderr=file, start_new_session=True
        )
        time.sleep(seconds)
        workers = children_of(process.pid)
        while victim == WORKER and not workers and process.poll() is None:  # on a busy machine they come later
            time.sleep(0.005)
            workers = children_of(process.pid)
        if victim == GROUP:
            os.killpg(process.pid, sent)
        elif victim == PARENT:
            process.send_signal(sent)
        elif workers:
            with contextlib.suppress(ProcessLookupError):
                os.kill(workers[0], sent)
        code = process.wait(timeout=60)
    return End(code, errors.read_text(), len(workers), those_left(workers))


def children_of(pid: int) -> list[int]:
    try:
        return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def those_left(pids: list[int], patience: float = 60) -> list[int]:
    """The processes that are still at work after a while."""
    until = time.monotonic() + patience
    while (left := [pid for pid in pids if is_at_work(pid)]) and time.monotonic() < until:
        time.sleep(0.05)
    return left


def is_at_work(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
