"""One build of a folder at a time: a lock ends with who holds it, and who waits says for whom and for how long."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.engine.test_killed import children_of, needs_kills, those_left
from tests.helpers import REPOSITORY

from jobboard.engine.folder import OutputError, Waiting, locked
from jobboard.engine.owner import OWNER_NOTE, owner_of

HOLDS = """
import os, sys, time
from pathlib import Path
from jobboard.engine.folder import locked
with locked(Path(sys.argv[1])):
    if "with a child" in sys.argv and os.fork() == 0:
        time.sleep(60)
    print("held", flush=True)
    time.sleep(60)
"""
SHARES = """
import os, sys, time
from pathlib import Path
from jobboard.pipeline import workers
from jobboard.engine.folder import locked
workers._PATIENCE = -1
workers.available = lambda: 3
if "without prctl" in sys.argv:
    workers._PR_SET_PDEATHSIG = -1
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    list(workers.spread(lambda _: time.sleep(60), [1, 2, 3]))
"""


@contextmanager
def running(script: str, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY / "plugins")},
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


@needs_kills
def test_who_waits_says_for_whom_and_gives_up_after_the_time_it_was_given(tmp_path: Path) -> None:
    told: list[str] = []
    with running(HOLDS, str(tmp_path), "build") as holder:
        name = rf'process {holder.pid}, "-c {tmp_path} build", since \d{{4}}-\d\d-\d\d \d\d:\d\d UTC'
        with pytest.raises(OutputError) as raised, locked(tmp_path, Waiting(0.5, told.append)):
            pass
    folder = tmp_path.name
    assert re.fullmatch(f"Waiting for {name}, which builds {folder}/; 0.5 seconds at most.", told[0])
    assert re.fullmatch(
        f"{folder}/ is being built by {name}, and did not become free within 0.5 seconds; build again once that has "
        r"ended, end it if it hangs, or wait longer with --wait \(JOBBOARD_WAIT\)",
        str(raised.value),
    )
    assert len(told) == 1


@needs_kills
@pytest.mark.parametrize("how", ["alone", "with a child"])
def test_a_lock_whose_owner_is_dead_is_free_at_once(how: str, tmp_path: Path) -> None:
    with running(HOLDS, str(tmp_path), how) as holder:
        holder.kill()
        holder.wait()
        with locked(tmp_path, Waiting(2)):
            assert (tmp_path / OWNER_NOTE).is_file()
    assert not (tmp_path / OWNER_NOTE).exists()


@needs_kills
@pytest.mark.parametrize("how", ["as the system tells", "without prctl"])
def test_helpers_end_with_the_process_they_work_for(how: str, tmp_path: Path) -> None:
    with running(SHARES, str(tmp_path), how) as process:
        until = time.monotonic() + 10
        while len(helpers := children_of(process.pid)) < 2 and time.monotonic() < until:
            time.sleep(0.05)
        time.sleep(0.5)
        process.kill()
        assert len(helpers) == 2
        assert those_left(helpers) == []


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"pid": "x", "command": "y"}', '{"pid": 1e400, "command": ""}', "null"]
)
def test_a_note_that_makes_no_sense_names_nobody(text: str, tmp_path: Path) -> None:
    (tmp_path / OWNER_NOTE).write_text(text)
    assert owner_of(tmp_path) == "a process that left no name"


def test_what_a_note_says_cannot_steer_a_terminal(tmp_path: Path) -> None:
    (tmp_path / OWNER_NOTE).write_text('{"pid": 1, "command": "\\u001b[2Jbuild\\n' + "x" * 5000 + '"}')
    owner = owner_of(tmp_path)
    assert owner.isprintable()
    assert len(owner) < 300


def test_a_link_in_place_of_the_note_is_not_written_through(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("theirs")
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / OWNER_NOTE).symlink_to(elsewhere)
    with locked(tmp_path / "output"):
        pass
    assert elsewhere.read_text() == "theirs"
