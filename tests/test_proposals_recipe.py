"""The recipe that turns what is handed in into a pull request: its lines run here, with a service of the tests' own.

Two jobs: one reads what strangers wrote and may write nothing, one writes and reads nothing but what the first handed
over. In place of GitHub stand a repository in a folder, and a `gh` that notes what it is asked.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from jobboard.intake.proposal import COMMENT_MARK
from jobboard.starter.files import PROPOSALS
from tests.helpers import REPOSITORY, make_posting, write_site
from tests.intake.judge import BOARD, VACANCY, issue
from tests.programs import JOBBOARD
from tests.test_recipes import SOON, copy_parts, load, shell

RECIPE = REPOSITORY / ".github/workflows/proposals.yml"
GH = """\
#!/bin/sh
printf '%s\\n' "$*" >> "$GH_NOTES"
case "$*" in
  *"/commits/"*"/pulls"*) printf '%s\\n' "$GH_PULL" ;;
  "pr list"*) ;;
  *"--paginate"*) printf '%s' "$GH_KNOWN" ;;
esac
"""


class Service:
    """A repository with this board, its clone as a runner checks it out, and what is asked of the service."""

    recipe = RECIPE

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.origin, self.clone, self.notes = folder / "origin", folder / "clone", folder / "notes"
        made = folder / "made"
        made.mkdir()
        self.begin(made)
        write_site(made / "content", BOARD)
        self.git(made, "init", "--quiet", "--initial-branch", "main")
        self.commit(made)
        self.git(folder, "clone", "--quiet", "--bare", str(made), str(self.origin))
        self.check_out()
        bin_ = folder / "bin"
        bin_.mkdir()
        (bin_ / "gh").write_text(GH)
        (bin_ / "gh").chmod(0o755)
        self.environment = {
            "PATH": f"{bin_}:{os.environ['PATH']}",
            "GH_NOTES": str(self.notes),
            "GH_PULL": "",
            "GH_KNOWN": "",
            "GITHUB_REPOSITORY": "towns/board",
            "GITHUB_SERVER_URL": "https://host.example",
            "GITHUB_RUN_ID": "77",
            "GITHUB_OUTPUT": str(folder / "outputs"),
            "JOBBOARD_NOW": SOON,
            "CHROME": "false",
        }

    def begin(self, made: Path) -> None:
        """The board without its content."""
        copy_parts(made)
        (made / ".gitignore").write_text(".venv\n.cache\n__pycache__\n")

    def set_up(self) -> None:
        """What a runner has done once packages are installed."""
        for each in ("pyproject.toml", "requirements.txt"):
            os.utime(self.clone / each, (0, 0))  # older than the packages, which are installed already
        (self.clone / ".venv").symlink_to(sys.prefix)

    def git(self, folder: Path, *arguments: str) -> str:
        given = ("-c", "user.name=a", "-c", "user.email=a@b.example")
        return subprocess.run(
            ["git", *given, *arguments], cwd=folder, check=True, capture_output=True, text=True, timeout=60
        ).stdout

    def commit(self, folder: Path) -> None:
        self.git(folder, "add", "--all")
        self.git(folder, "commit", "--quiet", "--message", "x")

    def check_out(self) -> None:
        shutil.rmtree(self.clone, ignore_errors=True)
        self.git(self.folder, "clone", "--quiet", str(self.origin), str(self.clone))
        self.set_up()

    def run(self, job: str, **given: str) -> dict[str, str]:
        """Run the steps of a job that are lines of a shell, with these values; what it hands to others."""
        outputs = Path(self.environment["GITHUB_OUTPUT"])
        outputs.write_text("")
        for step in load(self.recipe)["jobs"][job]["steps"]:
            if "run" not in step or ("if" in step and "kind=file" not in outputs.read_text()):
                continue
            empty = dict.fromkeys(step.get("env", {}), "")
            done = shell(self.clone, f"set -eo pipefail\n{step['run']}", **{**self.environment, **empty, **given})
            assert done.returncode == 0, done.stdout + done.stderr
        return dict(line.split("=", 1) for line in outputs.read_text().splitlines())

    def say(self, found: dict[str, str]) -> str:
        """What the second job does with what the first handed over; the comment it writes."""
        told = self.folder / "told"
        shutil.rmtree(told, ignore_errors=True)
        shutil.copytree(self.clone / "told", told)
        self.check_out()
        shutil.copytree(told, self.clone / ".told")
        self.run("say", NUMBER=found["number"], KIND=found["kind"])
        return (self.clone / ".told/comment.md").read_text()

    @property
    def asked(self) -> str:
        return self.notes.read_text() if self.notes.exists() else ""


class BegunService(Service):
    """The same of a board that `jobboard init` began, with the recipe that comes with its forms."""

    def begin(self, made: Path) -> None:
        for arguments in (("init", ".", "--yes"), ("issue-forms",)):
            subprocess.run([JOBBOARD, *arguments], cwd=made, check=True, capture_output=True, timeout=60)
        shutil.rmtree(made / "content")
        self.recipe = made / PROPOSALS

    def set_up(self) -> None:
        (self.clone / ".venv").mkdir()
        (self.clone / ".venv/bin").symlink_to(Path(sys.prefix) / "bin")
        (self.clone / ".venv/.ready").touch()


def test_a_board_begun_by_init_has_the_recipe_and_what_it_calls(tmp_path: Path) -> None:
    service = BegunService(tmp_path)
    found = service.run("read", ISSUE="12", BODY=issue(VACANCY))
    assert found == {"number": "12", "kind": "file"}
    assert (service.clone / "preview/jobs/head-of-roads/index.html").exists()
    assert service.say(found).startswith(COMMENT_MARK)
    branch = service.git(service.origin, "ls-tree", "-r", "--name-only", "proposal/12", "content/postings")
    assert branch.split() == ["content/postings/head-of-roads.md"]


@pytest.fixture
def service(tmp_path: Path) -> Service:
    return Service(tmp_path)


def test_what_is_handed_in_becomes_a_branch_a_pull_request_a_preview_and_one_comment_written_over_later(
    service: Service,
) -> None:
    found = service.run("read", ISSUE="12", BODY=issue(VACANCY))
    assert found == {"number": "12", "kind": "file"}
    assert (service.clone / "preview/jobs/head-of-roads/index.html").exists()
    comment = service.say(found)
    assert comment.startswith(COMMENT_MARK)
    assert "https://host.example/towns/board/actions/runs/77#artifacts" in comment
    branch = service.git(service.origin, "ls-tree", "-r", "--name-only", "proposal/12", "content/postings")
    assert branch.split() == ["content/postings/head-of-roads.md"]
    assert "pr create --head proposal/12" in service.asked
    assert "issues/12/comments --field body=@.told/comment.md" in service.asked
    service.environment["GH_KNOWN"] = "345\n"
    service.check_out()
    service.notes.unlink()
    service.say(service.run("read", ISSUE="12", BODY=issue({**VACANCY, "title": "Head of Bridges"})))
    branch = service.git(service.origin, "ls-tree", "-r", "--name-only", "proposal/12", "content/postings")
    assert branch.split() == ["content/postings/head-of-bridges.md"]
    assert "--method PATCH repos/towns/board/issues/comments/345" in service.asked
    assert "issues/12/comments --field" not in service.asked


def test_what_lacks_something_is_told_so_and_changes_nothing(service: Service) -> None:
    found = service.run("read", ISSUE="12", BODY=issue({**VACANCY, "deadline": "soon"}))
    assert found["kind"] == "comment"
    assert "Deadline: expected a date" in service.say(found)
    assert "proposal/12" not in service.git(service.origin, "branch")
    assert "pr create" not in service.asked


def test_a_letter_is_left_alone(service: Service) -> None:
    assert service.run("read", ISSUE="12", BODY="Good afternoon! $(touch evil) `touch evil`")["kind"] == "nothing"
    assert not (service.clone / "evil").exists()


def test_a_pull_request_of_a_fork_is_data(service: Service) -> None:
    """Its content is read by our code; what else it changes is not even fetched into place."""
    fork = service.folder / "fork"
    service.git(service.folder, "clone", "--quiet", str(service.origin), str(fork))
    write_site(fork / "content", {"postings/analyst.md": make_posting()})
    (fork / "Makefile").write_text("all:\n\ttouch evil\n")
    (fork / "content/postings/link.md").symlink_to("/etc/passwd")
    service.commit(fork)
    service.git(fork, "push", "--quiet", "origin", "HEAD:refs/pull/9/head")
    service.environment["GH_PULL"] = "9"
    found = service.run("read", SHA="abc")
    assert found == {"number": "9", "kind": "comment"}
    assert "evil" not in (service.clone / "Makefile").read_text()
    assert not (service.clone / "content/postings/link.md").is_symlink()
    comment = service.say(found)
    assert "Data Analyst" in comment or "link.md" in comment
    assert "root:" not in comment
    assert "issues/9/comments" in service.asked
    assert "push" not in service.asked


def test_a_pull_request_that_is_closed_is_told_nothing(service: Service) -> None:
    assert service.run("read", SHA="abc") == {"number": "", "kind": "nothing"}


def test_only_the_second_job_may_write_and_it_runs_nothing_of_ours() -> None:
    found = load(RECIPE)
    assert found["permissions"] == {"contents": "read"}
    assert set(found["jobs"]["read"]["permissions"].values()) == {"read"}
    assert [step for step in found["jobs"]["read"]["steps"] if "secrets" in json.dumps(step)] == []
    writing = "\n".join(step.get("run", "") for step in found["jobs"]["say"]["steps"])
    assert not re.search(r"jobboard (?!@)|make |python|pip ", writing.replace("user.name=jobboard", ""))
    checkout: dict[str, Any] = found["jobs"]["read"]["steps"][0]
    assert checkout["with"]["persist-credentials"] is False
    assert "ref" not in checkout["with"]
