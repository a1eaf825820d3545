"""From an empty folder to a built board, by nothing but the wheel: in an environment of its own, as people have it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.helpers import NOW, REPOSITORY, read_tree
from tests.settings.test_guest import OURS, THEIRS, Site


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    shown(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), cwd=REPOSITORY)
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A fresh environment with the wheel in it, and the packages that it needs, but not this checkout."""
    folder = tmp_path_factory.mktemp("fresh") / "venv"
    shown(sys.executable, "-m", "venv", "--without-pip", str(folder))
    inner = folder / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}" / "site-packages"
    (inner / "needed.pth").write_text(f"{sysconfig.get_path('purelib')}\n{sysconfig.get_path('platlib')}\n")
    pip = (sys.executable, "-m", "pip", "--python", str(folder / "bin/python"), "--disable-pip-version-check")
    shown(*pip, "install", "--quiet", "--no-deps", "--no-index", str(wheel))
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "JOBBOARD", "MAKE"))}
    return {**kept, "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}", "JOBBOARD_NOW": NOW.isoformat()}


def shown(*command: str, **options: object) -> str:
    """What a command prints; fails with all it says if it fails."""
    result = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False, **options)  # type: ignore[call-overload]
    assert result.returncode == 0, result.stdout + result.stderr
    return str(result.stdout)


def test_the_wheel_has_the_theme_the_catalogues_and_the_recipes(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        found = {name: packed.read(name) for name in packed.namelist()}
    for path, data in read_tree(REPOSITORY / "theme").items():
        assert found[f"jobboard/theme/{path}"] == data
    for path, data in read_tree(REPOSITORY / "plugins/jobboard").items():
        if "__pycache__" not in path:
            assert found[f"jobboard/{path}"] == data
    for name, path in (("github", ".github/workflows/site.yml"), ("gitlab", ".gitlab-ci.yml")):
        assert found[f"jobboard/starter/verbatim/{name}.yml"] == (REPOSITORY / path).read_bytes()


def test_an_empty_folder_becomes_a_board(environment: dict[str, str], wheel: Path, tmp_path: Path) -> None:
    here = {"env": environment, "cwd": tmp_path}
    own = shown("python", "-c", "import jobboard; print(jobboard.__file__)", **here).strip()
    assert not Path(own).is_relative_to(REPOSITORY)
    shown("jobboard", "init", "site", "--yes", **here)
    here["cwd"] = site = tmp_path / "site"
    shown("jobboard", "build", **here)
    built = read_tree(site / "output")
    pages = {"index.html", "jobs/index.html", "jobs/project-officer/index.html", "organisations/index.html", "404.html"}
    assert {*pages, "feeds/jobs.rss.xml", "sitemap.xml", "calendars/deadlines.ics"} <= set(built)
    assert [name for name in built if name.startswith("theme/style.")]
    assert "0 problems" not in shown("jobboard", "check", **here)
    shutil.rmtree(site / "output")
    shown("make", "html", **here)
    assert read_tree(site / "output") == built
    assert not (site / ".venv").exists()
    shown("python", "-m", "pelican", "-o", "theirs", **here)
    assert read_tree(site / "theirs") == built
    assert (site / wheel.name).read_bytes() == wheel.read_bytes()
    assert f"./{wheel.name}\n" in (site / "requirements.txt").read_text()
    assert "Nothing is different" in shown("jobboard", "init", ".", "--upgrade", **here)


def test_a_board_s_makefile_does_what_the_recipes_ask(environment: dict[str, str], tmp_path: Path) -> None:
    here = {"env": environment, "cwd": tmp_path}
    shown("jobboard", "init", ".", "--yes", **here)
    assert shown("make", "check", "OUTPUT=public", "FORMAT=github", **here).count("::") == 4
    shown("make", "publish", "OUTPUT=public", "SITEURL=https://networks.hosted.example/board", **here)
    page = (tmp_path / "public/jobs/project-officer/index.html").read_text()
    assert '<link rel="canonical" href="https://networks.hosted.example/board/jobs/project-officer/">' in page
    elsewhere = {**environment, "PATH": "/usr/bin:/bin"}
    asked = shown("make", "--dry-run", "html", env=elsewhere, cwd=tmp_path)
    assert "pip install --quiet --disable-pip-version-check -r requirements.txt" in asked
    assert ".venv/bin/jobboard build" in asked
    assert "Wrote .github/workflows/proposals.yml" in shown("jobboard", "issue-forms", **here)
    assert "pip install" in shown("make", "--dry-run", "setup", env=elsewhere, cwd=tmp_path)


def test_another_pelican_site_takes_the_board_in(environment: dict[str, str], tmp_path: Path) -> None:
    site = Site(tmp_path / "site", f"{THEIRS}{OURS}PLUGIN_PATHS = []\n")
    shown("python", "-m", "pelican", env=environment, cwd=site.folder)
    built = read_tree(site.output)
    assert {"first.html", "board/jobs/analyst/index.html"} <= set(built)
    assert b'href="/board/theme/style.' in built["board/index.html"]
