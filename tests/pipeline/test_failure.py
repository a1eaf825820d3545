"""Errors of the system end in a line and the right exit code, and say of the site what is true: one test makes each."""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from jobboard.commands.ends import COULD_NOT_LOOK, Doing, Looking
from jobboard.commands.main import main
from jobboard.engine import ledger, staging
from jobboard.pipeline import streams, workers
from jobboard.pipeline.failure import UNTOUCHED, ending_of, sentence_of
from jobboard.source.content import store
from jobboard.source.system_error import WAYS_OUT
from tests.commands.test_main import SETTINGS
from tests.failing import refuse
from tests.helpers import REPOSITORY, make_news, make_posting, read_tree, settings_of, write_site
from tests.pictures import draw_town, encoded
from tests.previews import Project as Preview
from tests.programs import JOBBOARD, run_program

LOOKING = ("check", "next-change", "report", "timeline")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project that is built by no means."""
    (tmp_path / "pelicanconf.py").write_text(SETTINGS)
    write_site(tmp_path / "content", {"postings/analyst.md": make_posting()})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def say(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def run(project: Path, *arguments: str, **given: Any) -> subprocess.CompletedProcess[str]:
    """The command as people run it."""
    if not given:
        result = run_program(JOBBOARD, *arguments, cwd=project)
    else:
        given = {"capture_output": True, "text": True, "timeout": 60, "check": False, "cwd": project} | given
        result = subprocess.run([JOBBOARD, *arguments], **given)  # noqa: PLW1510 (above)
    assert "Traceback" not in f"{result.stdout}{result.stderr}"
    return result


# What every command does


def test_every_command_ends_as_it_should_when_the_system_fails_it() -> None:
    assert {type(each) for each in main.commands.values()} == {Doing, Looking}
    looking = {name for name, each in main.commands.items() if isinstance(each, Looking)}
    assert looking == {*LOOKING, "fresh", "verify"}


@pytest.mark.parametrize("error", [OSError(number, os.strerror(number), "content/x") for number in WAYS_OUT])
@pytest.mark.parametrize(("kind", "code"), [(Doing, 1), (Looking, COULD_NOT_LOOK)])
def test_an_error_of_the_system_is_a_line_with_the_way_out(kind: type[Doing], code: int, error: OSError) -> None:
    @click.command(cls=kind)
    def command() -> None:
        raise error

    result = CliRunner().invoke(command)
    assert result.exit_code == code
    assert result.stderr == f"content/x: {error.strerror}; {WAYS_OUT[error.errno or 0]}.\n"


def test_a_want_of_memory_is_a_line() -> None:
    error = MemoryError()
    assert sentence_of(error).endswith("; free some, or let one processor do the work: taskset -c 0 make html")
    assert ending_of(error) == UNTOUCHED


def test_whoever_is_stopped_while_looking_has_given_no_answer() -> None:
    @click.command(cls=Looking)
    def command() -> None:
        raise KeyboardInterrupt

    assert CliRunner().invoke(command).exit_code == COULD_NOT_LOOK


# Files that cannot be read


@pytest.mark.parametrize("command", [*LOOKING, "build"])
def test_settings_that_cannot_be_read(command: str, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse(monkeypatch, project / "pelicanconf.py", calls=("open",))
    monkeypatch.setattr(Path, "open", lambda self, *_, **__: open(self))  # noqa: PTH123, SIM115 (which is refused)
    result = say(command)
    assert result.exit_code == (1 if command == "build" else COULD_NOT_LOOK)
    assert result.stderr.startswith("pelicanconf.py: Permission denied; see that whoever runs this may read it")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("this is no Python", "pelicanconf.py:1: cannot be read: invalid syntax"),
        ("import sys\nsys.exit(3)", "pelicanconf.py:2: SystemExit: 3"),
        ("open('nowhere')", "pelicanconf.py:1: FileNotFoundError: [Errno 2] No such file or directory: 'nowhere'"),
        ("\0", "pelicanconf.py"),
    ],
)
def test_settings_that_fail_are_named_with_their_line(text: str, said: str, project: Path) -> None:
    (project / "pelicanconf.py").write_text(text)
    result = say("check")
    assert result.exit_code == 1
    assert result.stderr.startswith(said)


def test_a_folder_for_settings_is_called_a_folder(project: Path) -> None:
    assert say("check", "--settings", "content").stderr.startswith("content:1: this is a folder; run this where")


@pytest.mark.parametrize("path", ["files/a.pdf", "images/a.png"])
def test_an_attachment_or_picture_that_cannot_be_read(
    path: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    field = {"attachments": f"[{{file: {path}, title: A}}]"} if path.endswith("pdf") else {}
    field |= {} if field else {"image": f"{{file: {path}, alt: A}}"}
    data = b"%PDF" if path.endswith("pdf") else encoded(draw_town(40, 30))
    write_site(project / "content", {"postings/analyst.md": make_posting(**field), path: data})
    refuse(monkeypatch, project / "content" / path)
    for command in ("check", "build"):
        result = say(command)
        assert result.exit_code == 1
        assert f"'{path}': this file cannot be read: Permission denied; see that whoever" in result.stderr
        assert result.stderr.startswith("content/postings/analyst.md:7: ")
    assert not (project / "output/index.html").exists()


def test_a_file_that_only_a_body_names_and_that_cannot_be_read(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = make_posting("Read [more](files/a.pdf).\n")
    write_site(project / "content", {"postings/analyst.md": text, "files/a.pdf": b"%PDF"})
    refuse(monkeypatch, project / "content/files/a.pdf")
    result = say("build")
    assert result.exit_code == 1
    assert "body: 'files/a.pdf': this file cannot be read: Permission denied; " in result.stderr
    assert result.stderr.endswith(f". {UNTOUCHED}\n")


@pytest.mark.parametrize("path", ["templates/base.html", "static/favicon.svg", "static/css", "static/js"])
def test_a_part_of_the_theme_that_cannot_be_read(path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = Preview(tmp_path)
    file = tmp_path / "theme" / path
    file = min(file.glob("*")) if file.is_dir() else file
    file.unlink()
    file.symlink_to("/proc/self/mem")  # which nobody can read from its beginning
    project.preview.build()
    said = f"theme/{file.relative_to(tmp_path / 'theme').as_posix()}:1: this cannot be read: Input/output error; "
    assert project.builds.news.trouble[0].startswith(said)
    assert project.builds.news.trouble[-1] == UNTOUCHED


def _gone(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    """The file is listed, and not there any more when it is opened."""
    refuse(monkeypatch, file, errno.ENOENT, ("open",))


@pytest.mark.parametrize("path", ["postings/analyst.md", "organisations/example-network.md", "topics.yaml"])
def test_a_file_that_is_gone_between_listing_and_reading(
    path: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _gone(monkeypatch, project / "content" / path)
    result = say("check")
    assert result.exit_code == 1
    if path:
        said = (
            f"content/{path}:1: the file cannot be read: No such file or directory; see that it is there, and try again"
        )
        assert said in result.stderr


@pytest.fixture
def deep(project: Path) -> Iterator[None]:
    """1,500 folders within one another, which not even the tests' own cleaning up would get rid of."""
    os.chdir(project / "content")
    for _ in range(1500):
        Path("d").mkdir()
        os.chdir("d")
    os.chdir(project)
    yield
    subprocess.run(["rm", "-rf", project / "content/d"], check=True)


@pytest.mark.usefixtures("deep")
@pytest.mark.parametrize("command", [*LOOKING, "build"])
def test_a_folder_1500_deep_is_a_line(command: str) -> None:
    result = say(command)
    assert result.exit_code == 1
    assert "more than 40 folders within one another" in result.stderr


def test_publishing_looks_at_no_pipe(project: Path) -> None:
    """Which would wait for somebody to write into it."""
    os.mkfifo(project / "content/postings/pipe.md")
    (project / "pelicanconf.py").write_text(SETTINGS.replace("hub.example", "networks.eu"))
    result = run(project, "build", "--publish", timeout=60)
    assert "content/postings/pipe.md:1: this is no file that can be read" in result.stderr


# Caches


def _a_file(cache: Path) -> None:
    cache.write_text("")


def _a_loop(cache: Path) -> None:
    cache.symlink_to(cache.name)


def _nowhere(cache: Path) -> None:
    cache.symlink_to("/proc/nowhere")  # where not even root may make a folder


def _full_of_folders(cache: Path) -> None:
    run(cache.parent, "build")
    for file in list(cache.iterdir()):
        file.unlink()
        file.mkdir()


@pytest.mark.parametrize("spoil", [_a_file, _a_loop, _nowhere, _full_of_folders])
def test_a_cache_that_cannot_be_used_costs_time_and_nothing_else(spoil: Callable[[Path], None], project: Path) -> None:
    spoil(project / ".cache")
    assert [say(command).exit_code for command in (*LOOKING, "build", "build")] == [0] * (len(LOOKING) + 2)
    assert (project / "output/jobs/analyst/index.html").is_file()


def test_a_full_disk_under_the_cache_costs_time_and_nothing_else(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object, **_more: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def full_database(*_arguments: object, **_more: object) -> None:
        raise store.sqlite3.OperationalError("database or disk is full")

    real = ledger.replace_bytes
    for module in ("jobboard.engine.ledger", "jobboard.engine.memory", "jobboard.engine.chunks"):
        monkeypatch.setattr(f"{module}.replace_bytes", full)
    monkeypatch.setattr(store.sqlite3, "connect", full_database)
    assert staging.replace_bytes is real
    assert (say("build").exit_code, say("build").exit_code) == (0, 0)


# Streams


FULL = Path("/dev/full")


@pytest.mark.parametrize("command", [*LOOKING, "build"])
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_stream_that_is_closed_changes_no_exit_code(command: str, closed: str, project: Path) -> None:
    done = subprocess.run(["sh", "-c", f"{JOBBOARD} {command} {closed}"], cwd=project, check=False, timeout=60)
    assert done.returncode == 0
    if command == "build":
        assert (project / "output/jobs/analyst/index.html").is_file()


def _with_a_reader_gone(project: Path, *arguments: str) -> int:
    """The exit code where whoever reads standard output and standard error has left."""
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run([JOBBOARD, *arguments], cwd=project, stdout=writing, stderr=writing, check=False, timeout=60)
    os.close(writing)
    return done.returncode


def test_whoever_reads_may_leave(project: Path) -> None:
    (project / "old").mkdir()
    (project / "old/build.json").write_text('{"next_change": "2026-01-01T00:00Z"}')
    (project / "new").mkdir()
    (project / "new/build.json").write_text('{"next_change": null}')
    codes = [
        _with_a_reader_gone(project, *each) for each in (("check",), ("build",), ("fresh", "new"), ("fresh", "old"))
    ]
    assert codes == [0, 0, 0, 1]
    write_site(project / "content", {"postings/analyst.md": make_posting(deadline="soon")})
    assert [_with_a_reader_gone(project, *each) for each in (("check", "--format", "json"), ("check",))] == [1, 1]


@pytest.mark.skipif(not FULL.exists(), reason="no /dev/full")
@pytest.mark.parametrize("command", ["check --format json", "next-change"])
def test_an_answer_that_could_not_be_written_was_not_given(command: str, project: Path) -> None:
    with FULL.open("w") as full:
        result = run(project, *command.split(), capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert (result.returncode, result.stderr) == (2, "standard output: No space left on device.\n")


@pytest.mark.skipif(not FULL.exists(), reason="no /dev/full")
def test_a_site_that_was_built_was_built_whoever_hears_of_it(project: Path) -> None:
    with FULL.open("w") as full:
        result = run(project, "build", capture_output=False, stdout=full, stderr=full)
    assert result.returncode == 0
    assert (project / "output/jobs/analyst/index.html").is_file()


NARROW = {"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def test_a_narrow_stream_takes_every_letter(project: Path) -> None:
    files = {
        "postings/analyst.md": make_posting(title="Référent énergie 🚲", organisatio="x"),
        "news/é.md": make_news(),
    }
    write_site(project / "content", files)
    env = {**os.environ, "PYTHONIOENCODING": "ascii"}
    assert "\\u00e9.md:1: the file name becomes the address" in run(project, "check", env=env).stderr
    found = json.loads(run(project, "check", "--format", "json", env=env).stdout)
    assert any("é" in each["path"] for each in found)
    write_site(project / "content", {"postings/analyst.md": make_posting(title="Référent énergie 🚲")})
    assert "its name cannot be read as ascii" in run(project, "check", env={**os.environ, **NARROW}).stderr
    (project / "content/news/é.md").unlink()
    env |= NARROW
    assert "R\\u00e9f\\u00e9rent \\u00e9nergie \\ud83d\\udeb2" in run(project, "next-change", env=env).stdout
    found = json.loads(run(project, "next-change", "--format", "json", env=env).stdout)
    assert found["changes"][0]["title"] == "Référent énergie 🚲"
    assert run(project, "build", env=env).returncode == 0


# Processes


def test_a_command_needs_no_home(project: Path) -> None:
    env = {name: value for name, value in os.environ.items() if name not in ("HOME", "USER", "LOGNAME", "PATH")}
    assert run(project, "build", env=env).returncode == 0


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_folder_that_is_gone_under_ones_feet_is_a_line(command: str, project: Path) -> None:
    gone = project / "gone"
    gone.mkdir()
    line = f"cd {gone} && rmdir {gone} && exec {JOBBOARD} {command} --settings {project / 'pelicanconf.py'}"
    done = subprocess.run(["sh", "-c", line], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == (2 if command == "check" else 1)
    assert done.stderr.startswith("the folder this was started in is gone; go to that of the project.")


def test_too_many_open_files_are_a_line(project: Path) -> None:
    code = (
        "import resource, jobboard.commands.main, jobboard.pipeline.check, jobboard.pelican_adapter.run, os\n"
        "resource.setrlimit(resource.RLIMIT_NOFILE, (len(os.listdir('/proc/self/fd')) - 1, 20))\n"
        "import sys; sys.argv = ['jobboard', 'check']; jobboard.commands.main.run()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=project, capture_output=True, text=True, check=False, timeout=60
    )
    assert "Traceback" not in done.stderr
    assert done.returncode == 2
    assert "Too many open files; close other programs, or allow more open files (ulimit -n 4096)" in done.stderr


def test_a_worker_that_is_ended_from_outside_is_a_line(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_PATIENCE", 0.0)
    monkeypatch.setattr(workers, "_may_fork", lambda: True)
    monkeypatch.setattr(workers, "available", lambda: 2)
    monkeypatch.setattr(workers, "_run", _end_oneself)
    result = say("build")
    assert result.exit_code == 1
    assert result.stderr.startswith("A process that shared the work was ended from outside, as systems do that run out")
    assert result.stderr.endswith(f". {UNTOUCHED}\n")
    assert say("check").exit_code == COULD_NOT_LOOK
    monkeypatch.undo()
    monkeypatch.chdir(project)
    assert say("build").exit_code == 0


def _end_oneself(_start: int, _end: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


# Half a site


def refuse_moves(monkeypatch: pytest.MonkeyPatch, folder: Path, number: int = errno.EROFS) -> None:
    """Nothing can be moved into this folder, or removed from it."""
    real_replace, real_unlink = Path.replace, Path.unlink

    def replace(self: Path, target: Path) -> Path:
        if folder in (target, *target.parents) and staging.FOLDER not in target.parts:
            raise OSError(number, os.strerror(number), str(target))
        return real_replace(self, target)

    def unlink(self: Path, *, missing_ok: bool = False) -> None:
        if folder in self.parents and staging.FOLDER not in self.parts:
            raise OSError(number, os.strerror(number), str(self))
        real_unlink(self, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr(Path, "unlink", unlink)


def built(project: Path) -> dict[str, bytes]:
    return read_tree(project / "output")


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES, errno.ENOSPC, errno.EIO])
def test_what_could_not_be_moved_is_told_and_moved_by_the_next_build(
    number: int, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert say("build").exit_code == 0
    before = built(project)
    write_site(
        project / "content", {"postings/analyst.md": make_posting(title="Data Officer"), "news/n.md": make_news()}
    )
    with monkeypatch.context() as patched:
        refuse_moves(patched, project / "output/news", number)
        for _ in range(2):
            result = say("build")
            assert result.exit_code == 1
            assert "output/news/" in result.stderr
            assert UNTOUCHED not in result.stderr
            assert "output/.jobboard-staging" in result.stderr
            assert "The next build that can completes it; until then every page is whole" in result.stderr
    assert built(project) != before
    write_site(project / "content", {"postings/analyst.md": "no front matter"})
    assert say("build").exit_code == 1, "whatever else it has to say"
    assert not (project / "output/.jobboard-staging").exists()
    assert b"Data Officer" in built(project)["jobs/analyst/index.html"]
    write_site(project / "content", {"postings/analyst.md": make_posting(title="Data Officer")})
    shutil.copytree(project / "output", project / "finished")
    assert say("build").exit_code == 0
    shutil.rmtree(project / "output")
    shutil.rmtree(project / ".cache")
    assert say("build").exit_code == 0
    assert read_tree(project / "finished") == built(project)


def test_it_says_how_many_have_moved(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert say("build").exit_code == 0
    write_site(project / "content", {"news/n.md": make_news()})
    with monkeypatch.context() as patched:
        refuse_moves(patched, project / "output")
        first = say("build").stderr
        again = say("build").stderr
    assert "Nothing has moved yet and the site is as it was, but what is new waits: " in first
    assert "An earlier build is not finished: still to move are " in again
    with monkeypatch.context() as patched:
        refuse_moves(patched, project / "output/news")
        assert "An earlier build is not finished" in say("build").stderr
    assert say("build").exit_code == 0


def test_a_removal_that_waits_is_told_too(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_site(project / "content", {"news/n.md": make_news(), "news/m.md": make_news()})
    assert say("build").exit_code == 0
    (project / "content/news/m.md").unlink()
    real = Path.unlink

    def unlink(self: Path, *, missing_ok: bool = False) -> None:
        if self == project / "output/news/m/index.html":
            raise OSError(errno.EACCES, os.strerror(errno.EACCES), str(self))
        real(self, missing_ok=missing_ok)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", unlink)
        told = say("build").stderr
    assert "output/news/m/index.html: Permission denied; " in told
    assert "still to move are no new file, and 1 to be removed." in told
    assert say("build").exit_code == 0
    assert not (project / "output/news/m").exists()


def test_a_disk_that_is_full_before_anything_moves_leaves_the_site(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert say("build").exit_code == 0
    before = built(project)
    write_site(project / "content", {"news/n.md": make_news()})

    def full(*_arguments: object, **_options: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    for name in ("replace_bytes", "_create"):
        with monkeypatch.context() as patched:
            patched.setattr(staging, name, full)
            result = say("build")
        assert (result.exit_code, built(project)) == (1, before)
        assert "No space left on device; make room on that disk (df -h), and try again. " in result.stderr
        assert result.stderr.endswith(f"{UNTOUCHED}\n")


def test_the_preview_says_what_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = Preview(tmp_path)
    with monkeypatch.context() as patched:
        refuse_moves(patched, tmp_path / "output/feeds")
        project.save(make_posting(title="Data Officer"))
        assert "Read-only file system" in project.builds.news.trouble[0]
        assert "still to move are " in project.builds.news.trouble[-1]
    project.preview.build()
    assert project.builds.news.trouble == ()
    assert "Data Officer" in project.page.read_text()


def test_the_pelican_command_says_it_too(project: Path) -> None:
    (project / "theme").symlink_to(REPOSITORY / "theme")
    (project / "pelicanconf.py").write_text(settings_of("theme"))
    write_site(
        project / "content", {"files/a.pdf": b"%PDF", "postings/analyst.md": make_posting("[More](files/a.pdf)")}
    )
    shutil.rmtree(project / "output", ignore_errors=True)
    (project / "output").mkdir()
    (project / "output/.jobboard-staging").symlink_to(project)  # where no build puts a link
    done = subprocess.run(
        [JOBBOARD.with_name("pelican")], cwd=project, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr + done.stdout
    assert UNTOUCHED in done.stderr


def test_what_is_lost_on_a_terminal_is_forgotten_by_the_next_command() -> None:
    streams.lost.append("standard output: closed")

    @click.command(cls=Looking)
    def command() -> None:
        pass

    assert CliRunner().invoke(command).exit_code == 0
