"""The commands for what is handed in as an issue: what they write, where, and how they end."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jobboard.commands.main import main
from jobboard.commands.proposing import NO_FORM
from jobboard.starter.files import PROPOSALS
from jobboard.starter.mark import version_in
from tests.helpers import REPOSITORY, make_posting, read_tree, settings_of, write_site
from tests.intake.judge import BOARD, VACANCY, issue

NOW = ("--now", "2026-03-16T12:00+01:00")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "pelicanconf.py").write_text(settings_of(REPOSITORY / "theme"))
    write_site(tmp_path / "content", {**BOARD, "postings/analyst.md": make_posting(organisation="north")})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, text: str = "") -> Result:
    return CliRunner().invoke(main, [*arguments], input=text, catch_exceptions=False)


def test_a_form_becomes_a_file_and_a_comment(project: Path) -> None:
    (project / "issue.md").write_text(issue(VACANCY))
    result = run("intake", "issue.md", *NOW)
    assert result.exit_code == 0, result.output
    assert result.stdout.endswith("Wrote content/postings/head-of-roads.md.\n")
    assert "**Head of Roads**" in result.stdout
    assert run("check", *NOW).exit_code == 0


def test_it_may_come_from_standard_input_and_the_comment_go_into_a_file(project: Path) -> None:
    result = run("intake", "-", "--comment", "told.md", *NOW, text=issue(VACANCY))
    assert result.stdout == "Wrote content/postings/head-of-roads.md.\n"
    assert "https://hub.example/jobs/head-of-roads/" in (project / "told.md").read_text()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (issue({**VACANCY, "deadline": "soon"}), 1),
        (issue({}), 1),
        ("Good afternoon", NO_FORM),
        ("", NO_FORM),
        ("\0" * 100, NO_FORM),
        (issue(VACANCY) + "x" * 600_000, 1),
    ],
    ids=["a problem", "empty", "a letter", "nothing", "no text", "too long"],
)
def test_nothing_is_written_where_something_is_missing(text: str, code: int, project: Path) -> None:
    before = read_tree(project / "content")
    assert run("intake", "-", *NOW, text=text).exit_code == code
    assert read_tree(project / "content") == before


def test_a_dry_run_writes_nothing(project: Path) -> None:
    before = read_tree(project)
    assert run("intake", "-", "--dry-run", *NOW, text=issue(VACANCY)).exit_code == 0
    assert {**read_tree(project), **before} == before | {
        path: each for path, each in read_tree(project).items() if path.startswith(".cache")
    }


@pytest.mark.parametrize("host", ["github", "gitlab"])
def test_forms_are_written_where_a_host_looks_for_them_and_over_nobody_s_file(host: str, project: Path) -> None:
    assert run("issue-forms", "--host", host).exit_code == 0
    files = sorted(
        each for each in (project / f".{host}").rglob("*") if each.is_file() and "workflows" not in each.parts
    )
    assert len(files) == 9
    files[0].write_text("mine")
    result = run("issue-forms", "--host", host)
    assert files[0].read_text() == "mine"
    assert "stays as it is" in result.stdout
    assert result.stdout.count("Wrote ") == 8 + (host == "github")


def test_the_recipe_comes_with_the_forms_and_stays_as_somebody_has_changed_it(project: Path) -> None:
    run("issue-forms", "--host", "gitlab")
    assert not (project / PROPOSALS).exists()
    run("issue-forms")
    recipe = (project / PROPOSALS).read_text()
    assert recipe.partition("\n")[2] == (REPOSITORY / PROPOSALS).read_text()
    assert version_in(recipe)
    (project / PROPOSALS).write_text(f"{recipe}# Ours.\n")
    assert f"{PROPOSALS} is none that this command has written" in run("issue-forms").stdout
    assert (project / PROPOSALS).read_text().endswith("# Ours.\n")


def test_a_proposal_is_told_against_what_is_published(project: Path) -> None:
    write_site(project / "before", BOARD)
    result = run("proposed", "before", *NOW)
    assert result.exit_code == 0
    assert "**Data Analyst**" in result.stdout
    write_site(project / "content", {"postings/analyst.md": make_posting(deadline="soon")})
    assert run("proposed", "before", *NOW).exit_code == 1
    assert run("proposed", "nowhere", *NOW).exit_code == 2


def test_owners_are_those_of_the_settings(project: Path) -> None:
    assert run("codeowners").exit_code == 1
    settings = project / "pelicanconf.py"
    settings.write_text(f"{settings.read_text()}\nJOBBOARD_OWNERS = {{'': '@all', 'north': ['@ana']}}\n")
    lines = run("codeowners").stdout.splitlines()
    assert lines[1:] == [
        "/content/ @all",
        "/content/organisations/north.md @ana",
        "/content/*/north/ @ana",
        "/content/postings/analyst.md @ana",
    ]
