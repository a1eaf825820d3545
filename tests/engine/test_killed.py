"""A build killed at any instant. `JOBBOARD_KILLS=50 make test ARGS=tests/engine/test_killed.py` is the long run."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.helpers import make_posting, read_tree, write_site
from tests.test_cli import JOBBOARD, SETTINGS

KILLS = int(os.environ.get("JOBBOARD_KILLS", "4"))
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
    subprocess.run(command(output, now), cwd=project, check=True, capture_output=True, timeout=60)
    return read_tree(project / output)


def kill_after(project: Path, output: str, now: str, seconds: float) -> None:
    process = subprocess.Popen(
        command(output, now), cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    time.sleep(seconds)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
@pytest.mark.parametrize("is_warm", [False, True], ids=["cold", "warm"])
def test_a_killed_build_serves_whole_files_and_the_next_reaches_the_clean_state(is_warm: bool, project: Path) -> None:
    old, new = build(project, "old", EARLY), build(project, "new", LATE)
    started = time.perf_counter()
    build(project, "measured", LATE)
    whole = time.perf_counter() - started
    instants = random.Random(1)
    for _ in range(KILLS):
        build(project, "output", EARLY)
        if not is_warm:
            for file in (project / ".cache").iterdir():
                file.unlink()
        kill_after(project, "output", LATE, instants.uniform(0.3, 1.1) * whole)
        served = {path: data for path, data in read_tree(project / "output").items() if "staging" not in path}
        assert [path for path, data in served.items() if data not in (old.get(path), new.get(path))] == []
        assert set(old) & set(new) <= set(served)
        assert build(project, "output", LATE) == new
