"""Machines as they are: small disks, other owners, other line ends, years of builds. What is lost is nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from tests.helpers import NOW, build_site, make_news, make_posting, read_tree, write_site
from tests.pictures import jpeg
from tests.pipeline.test_failure import JOBBOARD, project, run, say

__all__ = ["project"]

IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
NAMING_THE_CONTENT = (".jobboard-files", "build.json")
AS_ROOT = pytest.mark.skipif(not IS_ROOT, reason="only the administrator may do this")
FILES = {
    "postings/x.md": make_posting(
        "![A desk](images/a.jpg)\n", attachments="[{file: files/a.pdf, title: Profile}]", deadline="2026-04-30"
    ),
    "news/n.md": make_news(),
    "images/a.jpg": jpeg(90, 60),
    "files/a.pdf": b"%PDF-1.4 profile",
}


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own with room for a part of the site."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", folder], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("no file system can be mounted here")
    yield folder
    subprocess.run(["umount", folder], check=True)


@AS_ROOT
@pytest.mark.parametrize("what", ["output", "cache"])
def test_a_small_disk_that_fills_up_loses_nothing_and_is_enough_once_there_is_room(
    what: str, small: Path, project: Path
) -> None:
    settings = project / "pelicanconf.py"
    text = settings.read_text().replace(f'"{what}"', f'"{small / what}"')
    settings.write_text(text)
    assert say("build").exit_code == 0, say("build").output
    output = small / "output" if what == "output" else project / "output"
    before = {path: data for path, data in read_tree(output).items() if not path.startswith(".")}
    ballast = small / "ballast"
    with suppress(OSError), ballast.open("wb", buffering=0) as filling:
        while True:
            filling.write(b"x" * 4096)
    write_site(project / "content", {f"news/n{number}.md": make_news(title=f"News {number}") for number in range(30)})
    result = run(project, "build")
    after = {path: data for path, data in read_tree(output).items() if not path.startswith(".")}
    assert (result.returncode == 0) == (what == "cache"), result.stderr
    assert after == before or what == "cache"
    assert len(result.stderr.splitlines()) <= 6
    ballast.unlink()
    if what == "output":
        subprocess.run(["mount", "-o", "remount,size=60m", small], check=True)
    assert say("build").exit_code == 0
    assert (output / "news/n29/index.html").is_file()


@pytest.mark.parametrize("files", [{path: data for path, data in FILES.items() if path.endswith(".md")}])
@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_other_systems_make_the_same_site(files: dict[str, str], end: str, tmp_path: Path) -> None:
    plain = build_site(write_site(tmp_path / "plain/content", FILES))
    others = {path: data.replace("\n", end).encode() for path, data in files.items()}
    assert build_site(write_site(tmp_path / "other/content", {**FILES, **others})).keys() == plain.keys()
    found = read_tree(tmp_path / "other/output")
    assert [path for path, data in plain.items() if found[path] != data and path not in NAMING_THE_CONTENT] == []


def test_a_restored_old_cache_costs_time_and_nothing_else(tmp_path: Path) -> None:
    content = write_site(tmp_path / "content", FILES)
    cache, old = tmp_path / "cache", tmp_path / "old"
    build_site(content, cache=cache)
    shutil.copytree(cache, old)
    write_site(content, {"postings/x.md": make_posting("Another text.\n", title="Another"), "news/m.md": make_news()})
    build_site(content, cache=cache)
    shutil.rmtree(cache)
    shutil.copytree(old, cache)
    again = build_site(content, cache=cache)
    clean = build_site(content, output=tmp_path / "clean", cache=tmp_path / "none")
    assert {path: data for path, data in again.items() if path[0] != "."} == {
        path: data for path, data in clean.items() if path[0] != "."
    }


@pytest.mark.parametrize("zones", ["", "/nonexistent"])
def test_a_system_without_time_zones_uses_those_of_the_package(zones: str, project: Path) -> None:
    expected = run(project, "timeline").stdout
    found = run(project, "timeline", env={**os.environ, "PYTHONTZPATH": zones})
    assert (found.returncode, found.stdout) == (0, expected)


def test_a_clock_ten_years_on_leaves_addresses_and_says_nothing_of_people(tmp_path: Path) -> None:
    content = write_site(tmp_path / "content", {**FILES, "postings/x.md": make_posting("Ask ask@example.org.\n")})
    before = build_site(content)
    later = build_site(content, NOW + timedelta(days=3653))
    pages = {path for path in before if path.startswith(("jobs/x/", "news/n/")) and path.endswith("index.html")}
    assert pages <= later.keys()
    assert not any(b"ask@example.org" in data for path, data in later.items() if path[0] != ".")


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o027, 0o077])
def test_files_have_the_rights_that_whoever_builds_gives_new_ones(mask: int, tmp_path: Path) -> None:
    content = write_site(tmp_path / "content", FILES)
    before = os.umask(mask)
    try:
        build_site(content)
        build_site(content, NOW + timedelta(days=60))
    finally:
        os.umask(before)
    output = tmp_path / "output"
    files = [each for each in output.rglob("*") if not each.relative_to(output).parts[0].startswith(".")]
    assert {each.stat().st_mode & 0o777 for each in files if each.is_file()} == {0o666 & ~mask}
    assert {each.stat().st_mode & 0o777 for each in files if each.is_dir()} == {0o777 & ~mask}


@AS_ROOT
def test_files_of_another_owner_in_site_cache_and_content_are_no_obstacle(tmp_path: Path) -> None:
    content = write_site(tmp_path / "content", FILES)
    build_site(content)
    for file in tmp_path.rglob("*"):
        os.chown(file, 12345, 12345)
    write_site(content, {"postings/x.md": make_posting("Another text.\n")})
    assert b"Another text." in build_site(content)["jobs/x/index.html"]


def test_builds_at_once_go_one_after_the_other_and_each_ends_well(project: Path) -> None:
    several = [
        subprocess.Popen([JOBBOARD, "build"], cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    said = [each.communicate(timeout=60)[1] for each in several]
    assert [each.returncode for each in several] == [0, 0, 0], said
    assert (project / "output/jobs/analyst/index.html").is_file()
    assert not any("staging" in path for path in read_tree(project / "output"))


def test_a_year_of_builds_leaves_no_more_behind_than_a_week(tmp_path: Path) -> None:
    """Every twelfth day of a year, with an edit each time: state and site stay as large as one build makes them."""
    content = write_site(tmp_path / "content", FILES)
    sizes = []
    for number in range(31):
        write_site(content, {"news/n.md": make_news(title=f"News {number:02}")})
        build_site(content, NOW + timedelta(days=12 * number))
        sizes.append(sum(each.stat().st_size for each in (tmp_path / "cache").rglob("*") if each.is_file()))
    clean = build_site(content, NOW + timedelta(days=360), output=tmp_path / "clean", cache=tmp_path / "none")
    assert {path for path in read_tree(tmp_path / "output") if path[0] != "."} - clean.keys() == set()
    assert max(sizes[20:]) <= max(sizes[:10]) * 1.2
