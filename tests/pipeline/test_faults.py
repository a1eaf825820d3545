"""What goes wrong around a build, over a year and on other machines: the next build is right, and nothing is lost."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
import tzdata

from tests.commands.test_main import SETTINGS
from tests.helpers import NOW, make_event, make_news, make_posting, read_tree, write_site
from tests.programs import JOBBOARD, run_program

FILES = {
    "postings/analyst.md": make_posting(),
    "postings/officer.md": make_posting(deadline="2026-09-30"),
    "news/bridge.md": make_news(),
    "events/budgets.md": make_event(),
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "pelicanconf.py").write_text(SETTINGS)
    write_site(tmp_path / "content", FILES)
    return tmp_path


def build(project: Path, now: str = NOW.isoformat(), *more: str) -> dict[str, bytes]:
    result = run_program(JOBBOARD, "build", "--now", now, *more, cwd=project)
    assert result.returncode == 0, result.stderr
    return read_tree(project / "output")


def clean(project: Path, now: str = NOW.isoformat()) -> dict[str, bytes]:
    """The same site from nothing."""
    shutil.rmtree(project / ".cache", ignore_errors=True)
    shutil.rmtree(project / "output", ignore_errors=True)
    return build(project, now)


@contextmanager
def masked(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


@pytest.mark.parametrize("mask", [0o022, 0o002, 0o077, 0o027])
def test_files_are_for_whom_the_mask_says(mask: int, project: Path) -> None:
    command = [JOBBOARD, "build", "--now", NOW.isoformat()]
    with masked(mask):
        subprocess.run(command, cwd=project, check=True, capture_output=True, timeout=120)
    for path in (project / "output").rglob("*"):
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o777 if path.is_dir() else 0o666) & ~mask, path


def test_a_cache_of_last_month_that_somebody_has_put_back_is_no_harm(project: Path) -> None:
    build(project)
    shutil.copytree(project / ".cache", project / "kept")
    write_site(
        project / "content",
        {"postings/analyst.md": make_posting(title="Another"), "postings/third.md": make_posting(title="Third")},
    )
    (project / "content/news/bridge.md").unlink()
    later = (NOW + timedelta(days=30)).isoformat()
    build(project, later, "--allow-removals")
    shutil.rmtree(project / ".cache")
    (project / "kept").rename(project / ".cache")
    found = build(project, later, "--allow-removals")
    assert found == clean(project, later)


def test_a_year_of_builds_leaves_no_more_behind_than_one(project: Path) -> None:
    build(project)

    def kept() -> tuple[int, int]:
        files = [each for each in (project / ".cache").rglob("*") if each.is_file()]
        return len(files), sum(each.stat().st_size for each in files)

    first = kept()
    for week in range(4, 53, 4):
        write_site(project / "content", {"postings/analyst.md": make_posting(f"You will count. Week {week}.\n")})
        build(project, (NOW + timedelta(weeks=week)).isoformat())
    last = kept()
    assert last[0] <= first[0] + 5, (first, last)
    assert last[1] <= first[1] * 1.5 + 100_000, (first, last)
    assert not [path for path in (project / "output").rglob("*") if path.name.endswith((".part", ".tmp"))]
    assert build(project, (NOW + timedelta(weeks=52)).isoformat()) == clean(
        project, (NOW + timedelta(weeks=52)).isoformat()
    )


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
    write_site(project / "content", {"postings/analyst.md": make_posting(deadline='"2026-03-31 17:00"')})
    build(project)
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
