"""`jobboard import` as people run it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers import REPOSITORY, read_tree, settings_of, write_site
from tests.importing.conftest import ATOM, WXR
from tests.programs import JOBBOARD, run_program


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "pelicanconf.py").write_text(settings_of(REPOSITORY / "theme"))
    write_site(tmp_path / "content", {})
    return tmp_path


def run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run_program(JOBBOARD, "import", *arguments, cwd=project)


def test_import_writes_files_and_ends_with_one_line(project: Path) -> None:
    result = run(project, ATOM, "--organisation", "example-network")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.splitlines()[-1] == (
        "2 items: 2 new, 0 changed, 0 unchanged, 0 left alone, 0 failed. Read them before you commit them."
    )
    assert (project / "content/news/l-ete-des-villes.md").is_file()


def test_import_again_says_that_nothing_changed(project: Path) -> None:
    run(project, ATOM, "--organisation", "example-network")
    before = read_tree(project)
    result = run(project, ATOM, "--organisation", "example-network")
    assert result.stdout.splitlines()[-1] == "2 items: 0 new, 0 changed, 2 unchanged, 0 left alone, 0 failed."
    assert read_tree(project) == before


def test_a_dry_run_writes_no_file(project: Path) -> None:
    before = read_tree(project)
    result = run(project, WXR, "--organisation", "example-network", "--dry-run", "--redirects", "redirects.txt")
    assert result.stdout.splitlines()[-1] == (
        "3 items: 3 new, 0 changed, 0 unchanged, 0 left alone, 0 failed, 4 skipped. Nothing was written, as you asked."
    )
    assert read_tree(project) == before


def test_redirects_are_written_for_the_host(project: Path) -> None:
    run(project, WXR, "--organisation", "example-network", "--redirects", "redirects.txt")
    assert (project / "redirects.txt").read_text().splitlines()[0] == (
        "/2024/03/ete-des-musees/ /news/ete-des-musees/ 301"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["nowhere.xml", "--organisation", "example-network"],
            "there is no file nowhere.xml; an address begins with https://",
        ),
        ([ATOM], "--organisation is missing: the id of the organisation that issues the items"),
        (
            [ATOM, "--organisation", "exampel-network"],
            "no file content/organisations/exampel-network.md; did you mean 'example-network'?",
        ),
        (
            [ATOM, "--organisation", "example-network", "--into", "../news"],
            "--into: expected news, or a folder in it like news/archive, found '../news'",
        ),
        (
            [ATOM, "--organisation", "example-network", "--topic", "Trams=trams"],
            "'trams' is no topic of content/topics.yaml",
        ),
        (["."], "there is no file .; an address begins with https://"),
    ],
)
def test_a_mistake_is_a_message_and_exit_code_1(project: Path, arguments: list[str], message: str) -> None:
    organisation = ["--organisation", "example-network"] if arguments == ["."] else []
    result = run(project, *arguments, *organisation)
    assert (result.returncode, result.stderr, result.stdout) == (1, f"Error: {message}\n", "")


def test_the_content_folder_is_the_one_the_settings_name(project: Path) -> None:
    settings = project / "pelicanconf.py"
    settings.write_text(settings.read_text().replace('PATH = "content"', 'PATH = "texts/board"'))
    (project / "texts").mkdir()
    (project / "content").rename(project / "texts/board")
    result = run(project, ATOM, "--organisation", "example-network")
    assert (result.returncode, result.stderr) == (0, "")
    assert "new: texts/board/news/l-ete-des-villes.md" in result.stdout.splitlines()
    assert not (project / "content").exists()


def test_a_folder_that_is_named_wins_over_the_settings(project: Path) -> None:
    write_site(project / "other", {})
    run(project, ATOM, "--organisation", "example-network", "--content", "other")
    assert (project / "other/news/l-ete-des-villes.md").is_file()
    assert not (project / "content/news").exists()


def test_outside_of_a_project_nothing_is_written(tmp_path: Path) -> None:
    result = run(tmp_path, ATOM, "--organisation", "example-network")
    assert result.returncode == 1
    assert (result.stdout + result.stderr).startswith(
        "pelicanconf.py:1: no such file; run this where pelicanconf.py is"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--post-type", "attachment"], "--post-type: items of type attachment are no articles"),
        (["--post-type", "settings"], "--post-type: items of type settings are no articles"),
    ],
)
def test_a_type_that_holds_no_articles_is_refused(project: Path, arguments: list[str], message: str) -> None:
    result = run(project, WXR, "--organisation", "example-network", *arguments)
    assert (result.returncode, result.stderr) == (1, f"Error: {message}\n")


def test_help_shows_how_it_is_typed(project: Path) -> None:
    result = run(project, "--help")
    assert "jobboard import blog.xml --organisation cemr --lang fr --dry-run" in result.stdout


def test_a_build_loads_nothing_of_the_import() -> None:
    code = """
import sys, jobboard.commands.main, jobboard.pipeline.build
heavy = ("lxml", "bs4", "feedparser", "markdownify")
print([name for name in sys.modules if name.split(".")[0] in heavy or name.startswith("jobboard.importing")])
"""
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout == "[]\n"


VACANCY = b"Policy Officer\n\nWe look for you.\n\nDeadline: 5 May 2027\n\nSend your CV to jobs@example.org.\n"


def test_a_vacancy_becomes_a_draft_that_is_checked(project: Path) -> None:
    (project / "vacancy.txt").write_bytes(VACANCY)
    result = run(project, "vacancy.txt", "--organisation", "example-network")
    assert (result.returncode, result.stderr.partition("\n")[0]) == (0, "Advice, nothing is held up by it:")
    assert result.stdout.splitlines()[-1] == (
        "Wrote content/postings/policy-officer.md, a draft: read it, mend what is wrong, "
        "then run 'jobboard ready policy-officer'."
    )
    assert (project / "content/postings/policy-officer.md").read_text().startswith("---\n# ")


def test_what_a_draft_still_lacks_is_said_as_check_says_it(project: Path) -> None:
    (project / "vacancy.txt").write_bytes(VACANCY.replace(b"Deadline: 5 May 2027", b""))
    result = run(project, "vacancy.txt", "--organisation", "example-network")
    assert result.returncode == 0
    assert "content/postings/policy-officer.md:1: deadline: missing" in result.stderr


def test_a_vacancy_is_read_from_standard_input_without_a_question(project: Path) -> None:
    command = [JOBBOARD, "import", "-", "--organisation", "example-network"]
    result = subprocess.run(command, cwd=project, capture_output=True, input=VACANCY, timeout=120, check=False)
    assert (result.returncode, b"problem" in result.stderr) == (0, False)
    assert (project / "content/postings/policy-officer.md").is_file()


def test_a_dry_run_of_a_vacancy_writes_no_file(project: Path) -> None:
    (project / "vacancy.txt").write_bytes(VACANCY)
    before = read_tree(project)
    result = run(project, "vacancy.txt", "--organisation", "example-network", "--dry-run")
    assert result.stdout == "Would write content/postings/policy-officer.md.\n"
    assert read_tree(project) == before


def test_a_document_that_is_refused_ends_with_1_and_a_line(project: Path) -> None:
    (project / "vacancy.doc").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    result = run(project, "vacancy.doc")
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == (
        "Error: vacancy.doc: it is an old Word file (.doc), a mail of Outlook (.msg), or locked; "
        "save it as .docx or .eml\n"
    )
