"""Folders of content with one mistake each: what an author is told, word for word, and that nothing is built.

`python -m tests.test_sites_invalid` writes every `expected.txt` anew; review the difference like code.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from jobboard.pipeline.check import check
from jobboard.pipeline.report import Form, render_problems
from tests.helpers import NOW, REPOSITORY, SITE, make_posting, read_tree, write_site
from tests.programs import JOBBOARD, run_program

SITES = sorted(folder for folder in (REPOSITORY / "tests" / "sites_invalid").iterdir() if folder.is_dir())
ANALYST = "content/postings/data-analyst.md"
SETTINGS = f"""
SITENAME = "Example Hub"
SITEURL = "https://hub.example"
TIMEZONE = "Europe/Brussels"
DEFAULT_LANG = "en"
PATH = "content"
OUTPUT_PATH = "output"
THEME = {str(REPOSITORY / "theme")!r}
PLUGINS = ["jobboard"]
JOBBOARD_IDENTITY = "hub.example,2026"
JOBBOARD_CACHE = "cache"
JOBBOARD_NOW = "2026-03-16T12:00+01:00"
"""


def report_on(content: Path) -> str:
    """What an author would read about this content."""
    return render_problems(check(content, SITE, NOW).problems, Form.TEXT) + "\n"


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_an_invalid_site_is_refused_in_exactly_these_words(site: Path) -> None:
    expected = (site / "expected.txt").read_text(encoding="utf-8")
    assert expected == report_on(site / "content")
    assert check(site / "content", SITE, NOW).board is None


@pytest.mark.parametrize(
    ("path", "data", "expected"),
    [
        pytest.param(
            "postings/data-analyst.md",
            make_posting().replace("count", "co\0unt").encode(),
            f"{ANALYST}:8: control character U+0000; delete it; it usually comes from copy and paste\n",
            id="nul",
        ),
        pytest.param(
            "postings/data-analyst.md",
            make_posting(title="Chargé d'études").encode("latin-1"),
            f"{ANALYST}:2: byte 0xe9 is not UTF-8; save the file as UTF-8\n",
            id="latin-1",
        ),
        pytest.param(
            "postings/data-analyst.md",
            make_posting().encode("utf-16"),
            f"{ANALYST}:1: the file is written in UTF-16; save it as UTF-8\n",
            id="utf-16",
        ),
        pytest.param(
            "postings/data-analyst.md",
            make_posting(body="A word. " * 655_360).encode(),
            f"{ANALYST}:1: the file has 5.2 MB; at most 320 kB are read; attach long documents as files\n",
            id="five-megabytes",
        ),
        pytest.param(
            "postings/data-analyst.md",
            make_posting(body="A word.\n\n" * 30_000).encode(),
            f"{ANALYST}:8: body: longer than 256 kB; split it, or attach a file\n",
            id="body-of-270-kilobytes",
        ),
        pytest.param(
            "postings/data-analyst.md",
            make_posting(summary="Count. " * 10_000, body="").encode(),
            f"{ANALYST}:2: the front matter is longer than 64 kB; "
            "long text belongs in the body, below the second '---'\n",
            id="front-matter-of-70-kilobytes",
        ),
        pytest.param(
            f"postings/{'a' * 201}.md",
            make_posting().encode(),
            f"content/postings/{'a' * 201}.md:1: the file name is longer than 200 characters; shorten it\n",
            id="long-file-name",
        ),
        pytest.param(
            "topics.yaml",
            "culture: {en: Culture, fr: Ém}\n".encode("latin-1"),
            "content/topics.yaml:1: byte 0xc9 is not UTF-8; save the file as UTF-8\n",
            id="topics-in-latin-1",
        ),
    ],
)
def test_a_file_that_is_no_text_is_refused_in_exactly_these_words(
    tmp_path: Path, path: str, data: bytes, expected: str
) -> None:
    content = write_site(tmp_path / "content", {path: data})
    assert expected == report_on(content)
    assert check(content, SITE, NOW).board is None


def test_a_content_folder_that_is_not_there_is_one_problem(tmp_path: Path) -> None:
    folder = tmp_path / "contents"
    expected = f"content:1: there is no folder {folder}; name the folder that holds postings/ and organisations/\n"
    assert expected == report_on(folder)
    assert check(folder, SITE, NOW).board is None


def test_a_link_that_leads_out_of_the_content_folder_is_a_problem(tmp_path: Path) -> None:
    content = write_site(tmp_path / "content", {"images/.keep": ""})
    (tmp_path / "secret.png").write_bytes(b"secret")
    (content / "images" / "team.png").symlink_to(tmp_path / "secret.png")
    expected = "content/images/team.png:1: a link that leads out of its folder; copy the file itself\n"
    assert expected == report_on(content)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        pytest.param(b"a\n.md", "a?.md", id="line-end"),
        pytest.param(b"\x1b[31m.md", "?[31m.md", id="escape"),
        pytest.param("a\u202e.md".encode(), "a?.md", id="direction-mark"),
    ],
)
def test_a_file_name_that_cannot_be_printed_is_a_problem_that_can(tmp_path: Path, name: bytes, shown: str) -> None:
    content = write_site(tmp_path / "content", {"postings/data-analyst.md": make_posting()})
    Path(os.fsdecode(os.fsencode(content / "postings") + b"/" + name)).write_text(make_posting(), encoding="utf-8")
    expected = f"content/postings/{shown}:1: its name holds a character nobody can see; rename it\n"
    assert expected == report_on(content)


def test_a_file_name_in_another_encoding_is_a_problem_that_can_be_printed(tmp_path: Path) -> None:
    content = write_site(tmp_path / "content", {"postings/data-analyst.md": make_posting()})
    Path(os.fsdecode(os.fsencode(content / "postings") + b"/\xff.md")).write_text(make_posting(), encoding="utf-8")
    (said,) = report_on(content).splitlines()
    assert said.startswith(
        "content/postings/?.md:1: its name cannot be read as utf-8, in which this system writes names"
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project folder whose valid content was built once."""
    project = tmp_path_factory.mktemp("project")
    (project / "pelicanconf.py").write_text(SETTINGS, encoding="utf-8")
    write_site(project / "content", {"postings/data-analyst.md": make_posting()})
    done = _jobboard(project, "build")
    assert (done.returncode, done.stderr) == (0, "")
    assert "jobs/data-analyst/index.html" in read_tree(project / "output")
    return project


@pytest.mark.parametrize("name", ["everything-wrong", "unclosed-quote", "missing-picture"])
def test_the_command_refuses_an_invalid_site_and_leaves_the_built_one_as_it_was(built: Path, name: str) -> None:
    before = read_tree(built / "output")
    site = REPOSITORY / "tests" / "sites_invalid" / name
    done = _jobboard(built, "build", "--content", str(site / "content"), "--output", "output")
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    assert "Nothing was written; the site is as it was.\n" in done.stderr
    assert before == read_tree(built / "output")


def _jobboard(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run_program(JOBBOARD, *arguments, cwd=project)


def _write_expected() -> None:
    for site in SITES:
        (site / "expected.txt").write_text(report_on(site / "content"), encoding="utf-8")


if __name__ == "__main__":
    _write_expected()
