"""Time zones are the system's: one that has none, or others than at the last build."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import tzdata

from tests.commands.test_main import SETTINGS
from tests.helpers import NOW, make_posting, read_tree, write_site
from tests.programs import JOBBOARD, run_program


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "pelicanconf.py").write_text(SETTINGS)
    write_site(tmp_path / "content", {"postings/analyst.md": make_posting(deadline='"2026-03-31 17:00"')})
    return tmp_path


BLIND = """
import sys
class Blind:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "tzdata":
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Blind())
sys.argv = ["jobboard", "check"]
from jobboard.commands.main import run
run()
"""


def test_a_machine_without_time_zones_is_told_how_to_get_them(project: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-c", BLIND],
        cwd=project,
        env={**os.environ, "PYTHONTZPATH": ""},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert result.returncode != 0
    assert "install them: pip install tzdata" in result.stderr
    assert "Traceback" not in result.stderr


def test_other_time_zones_than_those_of_the_last_build_count_at_once(project: Path, tmp_path: Path) -> None:
    """As when a country changes its summer time, and the system is told a week before."""
    zones = tmp_path / "zones"
    (zones / "Europe").mkdir(parents=True)
    shutil.copy(Path(tzdata.__file__).parent / "zoneinfo/Europe/Moscow", zones / "Europe/Brussels")
    (zones / "tzdata.zi").write_text("# version 2099z\n")
    assert run_program(JOBBOARD, "build", "--now", NOW.isoformat(), cwd=project).returncode == 0
    environment = {**os.environ, "PYTHONTZPATH": str(zones)}
    command = [JOBBOARD, "build", "--now", NOW.isoformat(), "--allow-removals"]
    subprocess.run(command, cwd=project, env=environment, check=True, capture_output=True, timeout=120)
    found = read_tree(project / "output")
    shutil.rmtree(project / ".cache")
    shutil.rmtree(project / "output")
    subprocess.run(command, cwd=project, env=environment, check=True, capture_output=True, timeout=120)
    assert found == read_tree(project / "output")
    page = found["jobs/analyst/index.html"]
    assert b"2026-03-31T17:00+03:00" in page
    assert b"2026-03-31T17:00+02:00" not in page
