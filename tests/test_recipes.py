"""The recipes for GitHub and GitLab: what they may do, and that their own lines build, compare and skip.

The lines are taken from the files and run in a copy of this repository with content of the tests' own. What needs the
service (fetching, packing, publishing) is left out; a step that would publish is counted.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import yaml

from tests.helpers import NOW, REPOSITORY, make_posting, write_site

GITHUB = REPOSITORY / ".github/workflows/site.yml"
GITLAB = REPOSITORY / ".gitlab-ci.yml"
Run = Callable[..., tuple[int, int]]
SOON = NOW.isoformat()
AFTER = "2026-04-01T00:00+02:00"
HOSTED = "https://networks.hosted.example/board"
"""Where the tests' host shows a project: an address it gives is taken, and one nobody can own lets samples pass."""

PARTS = ("Makefile", "pyproject.toml", "requirements.txt", "pelicanconf.py", "publishconf.py", "plugins", "theme")


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """This repository as a service checks it out, with packages installed and one posting."""
    assert (Path(sys.prefix) / ".runtime").exists(), "run the tests with 'make test', which sets up the packages"
    folder = tmp_path / "clone"
    folder.mkdir()
    copy_parts(folder)
    (folder / ".venv").symlink_to(sys.prefix)
    write_site(folder / "content", {"postings/analyst.md": make_posting()})
    return folder


def copy_parts(folder: Path) -> None:
    """The board of this repository without its content, older than the packages, which are installed already."""
    for part in PARTS:
        source = REPOSITORY / part
        if source.is_dir():
            shutil.copytree(source, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, folder / part)
            os.utime(folder / part, (0, 0))


def shell(clone: Path, lines: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run lines as both services do: in bash, which stops at the first that fails."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("JOBBOARD", "MAKE"))}
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", lines],
        cwd=clone,
        env={**environment, "SITEURL": "", **variables},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def on_github(
    clone: Path, now: str, event: str = "schedule", variable: str = "", base: str = HOSTED
) -> tuple[int, int]:
    """Run the steps of the job that publishes; its exit code, and how often it published.

    `variable` is the repository's SITEURL, `base` where GitHub shows the site.
    """
    known = {"vars.SITEURL": variable, "steps.pages.outputs.base_url": base}
    output, published = clone.parent / "github-output", 0
    output.write_text("")
    for step in load(GITHUB)["jobs"]["publish"]["steps"]:
        if "if" in step:
            assert step["if"] == "steps.site.outputs.changed == 'true'"
            if "changed=true" not in output.read_text():
                continue
        published += "deploy-pages" in step.get("uses", "")
        if "run" in step:
            given = {name: evaluated(value, known) for name, value in step.get("env", {}).items()}
            variables = {"GITHUB_OUTPUT": str(output), "GITHUB_EVENT_NAME": event, "JOBBOARD_NOW": now}
            result = shell(clone, step["run"], **variables, **given)
            if result.returncode:
                return result.returncode, published
    return 0, published


def evaluated(text: str, known: dict[str, str]) -> str:
    """An expression of GitHub's, `${{ a || b }}`: the first of its values that is not empty. There are no secrets."""
    if re.fullmatch(r"\$\{\{ secrets\.\w+ \}\}", text):
        return ""
    found = re.fullmatch(r"\$\{\{ ([\w.]+) \|\| ([\w.]+) \}\}", text)
    assert found is not None, text
    return known[found[1]] or known[found[2]]


def on_gitlab(
    clone: Path, now: str, source: str = "schedule", variable: str = "", base: str = "http://127.0.0.1:9"
) -> tuple[int, int]:
    """Run the script of the job that publishes; its exit code, and how often GitLab would publish: on 0 it does.

    `variable` is the project's SITEURL, `base` where GitLab shows the site.
    """
    lines = "\n".join(load(GITLAB)["pages"]["script"])
    result = shell(clone, lines, CI_PIPELINE_SOURCE=source, CI_PAGES_URL=base, SITEURL=variable, JOBBOARD_NOW=now)
    return result.returncode, int(result.returncode == 0)


def load(file: Path) -> Any:
    """A recipe. YAML 1.1 reads GitHub's `on` as true."""
    found = yaml.safe_load(file.read_text(encoding="utf-8"))
    return {"on" if key is True else key: value for key, value in found.items()}


def test_on_github_it_publishes_what_changed_and_nothing_else(clone: Path) -> None:
    assert on_github(clone, SOON, "push") == (0, 1)
    assert on_github(clone, SOON) == (0, 0)
    assert on_github(clone, SOON, "workflow_dispatch") == (0, 1)
    assert on_github(clone, AFTER) == (0, 1)
    assert "closed" in (clone / "output/jobs/analyst/index.html").read_text()
    assert on_github(clone, AFTER) == (0, 0)


def test_on_github_content_with_problems_is_not_published(clone: Path) -> None:
    assert on_github(clone, SOON) == (0, 1)
    write_site(clone / "content", {"postings/analyst.md": make_posting(deadline="soon")})
    code, published = on_github(clone, AFTER)
    assert (code != 0, published) == (True, 0)


def test_on_github_a_publishing_that_failed_is_tried_again(clone: Path) -> None:
    assert on_github(clone, SOON) == (0, 1)
    (clone / ".cache/published.sha256").unlink()  # which is written after publishing
    assert on_github(clone, SOON) == (0, 1)


def test_on_github_a_proposal_is_checked_with_notes_beside_its_lines(clone: Path) -> None:
    (line,) = [step["run"] for step in load(GITHUB)["jobs"]["check"]["steps"] if "run" in step]
    assert shell(clone, line, JOBBOARD_NOW=SOON).returncode == 0
    write_site(clone / "content", {"postings/analyst.md": make_posting(deadline="soon")})
    result = shell(clone, line, JOBBOARD_NOW=SOON)
    assert result.returncode != 0
    assert result.stdout.startswith("::error file=content/postings/analyst.md,line=5::deadline: expected a date")


def test_on_gitlab_it_publishes_what_changed_and_nothing_else(clone: Path) -> None:
    assert on_gitlab(clone, SOON, "push") == (0, 1)
    assert not (clone / "output").exists()
    nothing = load(GITLAB)["pages"]["allow_failure"]["exit_codes"]
    assert on_gitlab(clone, SOON) == (nothing, 0)
    assert on_gitlab(clone, SOON, "web") == (0, 1)
    assert on_gitlab(clone, AFTER) == (0, 1)
    assert on_gitlab(clone, AFTER) == (nothing, 0)


def test_on_gitlab_a_site_that_is_stale_is_published_again(clone: Path) -> None:
    with stale_site() as address:
        assert on_gitlab(clone, SOON, base=address) == (0, 1)
        assert on_gitlab(clone, SOON, base=address) == (0, 1)


def test_on_gitlab_content_with_problems_is_not_published(clone: Path) -> None:
    write_site(clone / "content", {"postings/analyst.md": make_posting(deadline="soon")})
    code, published = on_gitlab(clone, SOON)
    assert (code not in (0, 4), published) == (True, 0)
    (line,) = load(GITLAB)["check"]["script"]
    assert shell(clone, line, JOBBOARD_NOW=SOON).returncode != 0


@contextmanager
def stale_site() -> Iterator[str]:
    """A host that shows a site in which something should have changed years ago; its address."""

    class Stale(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b'{"next_change": "2020-01-01T00:00:00Z"}')

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Stale) as server:
        serving = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        serving.start()
        yield f"http://127.0.0.1:{server.server_port}/board"
        server.shutdown()
        serving.join()


@pytest.mark.parametrize("run", [on_github, on_gitlab])
@pytest.mark.parametrize("variable", ["", "https://board.example"], ids=["nothing said", "a variable"])
def test_a_site_has_the_address_of_its_host_unless_it_is_given_one(run: Run, variable: str, clone: Path) -> None:
    assert run(clone, SOON, variable=variable, base=HOSTED) == (0, 1)
    output = clone / ("output" if run is on_github else "public")
    page = (output / "jobs/analyst/index.html").read_text()
    assert f'<link rel="canonical" href="{variable or HOSTED}/jobs/analyst/">' in page
    assert ('<link rel="stylesheet" href="/board/theme/' in page) is not bool(variable)


@pytest.mark.parametrize("run", [on_github, on_gitlab])
def test_without_any_address_nothing_is_published(run: Run, clone: Path) -> None:
    code, published = run(clone, SOON, base="")
    assert (code not in (0, 4), published) == (True, 0)


@pytest.mark.parametrize("run", [on_github, on_gitlab])
def test_what_is_still_the_sample_s_is_published_nowhere(run: Run, clone: Path) -> None:
    code, published = run(clone, SOON, base="https://networks.github.io/board")
    assert (code not in (0, 4), published) == (True, 0)


def test_schedules_run_several_times_a_day_away_from_the_full_hour() -> None:
    crons = [each["cron"].split() for each in load(GITHUB)["on"]["schedule"]]
    assert {("22", "17"), ("23", "17")} <= {(hour, minute) for minute, hour, *_ in crons}
    assert all(5 < int(minute) < 55 and rest == ["*", "*", "*"] for minute, _, *rest in crons)


WORKFLOWS = sorted((REPOSITORY / ".github/workflows").glob("*.y*ml"))
WRITING = {"pages", "id-token", "pull-requests", "issues", "contents", "attestations"}
each_workflow = pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)


@each_workflow
def test_actions_are_pinned_and_of_known_owners(file: Path) -> None:
    """By a commit that nobody can move; Dependabot proposes the next."""
    used = re.findall(r"uses: (.*)", file.read_text(encoding="utf-8"))
    assert used
    pinned = r"(?:actions/[a-z/-]+|pypa/gh-action-pypi-publish)@[0-9a-f]{40} # v[0-9]+\.[0-9]+\.[0-9]+"
    assert [each for each in used if not re.fullmatch(pinned, each)] == []


@each_workflow
def test_every_workflow_reads_alone_unless_a_job_says_otherwise(file: Path) -> None:
    found = load(file)
    assert found["permissions"] == {"contents": "read"}
    assert "pull_request_target" not in found["on"]
    for job in found["jobs"].values():
        assert job["timeout-minutes"] <= 60
        assert {name for name, right in job.get("permissions", {}).items() if right == "write"} <= WRITING


@each_workflow
def test_no_job_may_write_that_runs_the_code_of_a_proposal(file: Path) -> None:
    """What is checked out is the default branch, but for the job that checks a pull request: it may read."""
    found = load(file)
    for name, job in found["jobs"].items():
        checkouts = [step for step in job["steps"] if step.get("uses", "").startswith("actions/checkout")]
        assert all("ref" not in step.get("with", {}) for step in checkouts)
        may_write = "write" in job.get("permissions", {}).values()
        if may_write and "pull_request" in found["on"]:
            assert job["if"].startswith("github.event_name != 'pull_request' && "), name
        runs = "\n".join(step.get("run", "") for step in job["steps"])
        if not re.search(r"git push", runs):
            assert all(step["with"]["persist-credentials"] is False for step in checkouts), name


def test_a_release_is_published_without_any_secret() -> None:
    file = REPOSITORY / ".github/workflows/release.yml"
    assert "secrets" not in file.read_text(encoding="utf-8")
    jobs = load(file)["jobs"]
    assert "permissions" not in jobs["build"]
    assert jobs["publish"]["permissions"] == {"id-token": "write", "attestations": "write"}
    assert not any("run" in step for step in jobs["publish"]["steps"]), "what may publish runs nothing of ours"
    assert jobs["publish"]["environment"] == "release"


def test_flaws_are_asked_about_on_the_host_alone() -> None:
    asking = [file.name for file in WORKFLOWS if "pip-audit" in file.read_text(encoding="utf-8")]
    assert asking == ["audit.yml"]
    assert not any("pip-audit" in each.read_text() for each in (REPOSITORY / ".ci").rglob("*") if each.is_file())


def test_a_proposal_is_given_no_secret_and_may_write_nothing() -> None:
    text, found = GITHUB.read_text(encoding="utf-8"), load(GITHUB)
    assert "secrets" not in str({name: each for name, each in found.items() if name != "jobs"})
    assert "secrets" not in str({name: each for name, each in found["jobs"].items() if name != "publish"})
    assert "pull_request_target" not in text
    assert found["permissions"] == {"contents": "read"}
    assert "permissions" not in found["jobs"]["check"]
    assert found["jobs"]["publish"]["permissions"] == {"contents": "read", "pages": "write", "id-token": "write"}
    assert found["jobs"]["publish"]["if"].startswith("github.event_name != 'pull_request' && ")


@each_workflow
def test_no_value_from_outside_is_written_into_a_shell_line(file: Path) -> None:
    """Nor into a line of script, an address of a checkout, or the name of a step."""
    steps = [step for job in load(file)["jobs"].values() for step in job["steps"]]
    assert [step["run"] for step in steps if "${{" in step.get("run", "")] == []
    assert not any("${{" in step.get(name, "") for step in steps for name in ("name", "shell", "uses"))
    assert [step for step in steps if "github-script" in step.get("uses", "")] == []


def test_both_keep_what_was_read_from_one_run_to_the_next() -> None:
    steps = load(GITHUB)["jobs"]["publish"]["steps"]
    cached = [step["with"] for step in steps if "actions/cache/" in step.get("uses", "")]
    assert [each["path"].split() for each in cached] == [[".cache", "output"]] * 2
    assert cached[0]["key"] == cached[1]["key"]
    assert cached[0]["key"].startswith(cached[0]["restore-keys"])
    assert load(GITLAB)["pages"]["cache"]["paths"] == [".cache/", "public/"]
