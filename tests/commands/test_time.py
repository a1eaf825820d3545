"""`next-change`, `timeline` and `fresh` as people and monitors run them."""

from __future__ import annotations

import http.server
import json
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jobboard.commands import freshness
from jobboard.commands.main import main
from jobboard.settings import clock
from tests.commands.test_main import SETTINGS, run
from tests.helpers import NOW, build_site, make_news, make_posting, write_site

INFO = {"last_change": None, "next_change": "2026-03-23T23:00:00Z", "content": "x"}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a posting, its translation, and news to come."""
    (tmp_path / "pelicanconf.py").write_text(SETTINGS)
    files = {
        "postings/analyst.md": make_posting(),
        "postings/analyste.md": make_posting(title="Analyste", lang="fr", translation_of="analyst", deadline=None),
        "postings/zeta.md": make_posting(title="Office manager", deadline="2026-03-20"),
        "news/bridge.md": make_news(published='"2026-03-18 09:30"'),
    }
    write_site(tmp_path / "content", files)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def say(*arguments: str) -> Result:
    """Run `jobboard` in this process, in the folder it is in."""
    return CliRunner().invoke(main, arguments)


def test_next_change_names_the_instant_and_what_changes(project: Path) -> None:
    result = say("next-change")
    line = "Wed 18 Mar 2026 09:30 (Europe/Brussels), 2026-03-18T08:30:00Z: appears: A bridge opens (bridge)\n"
    assert (result.exit_code, result.stdout, result.stderr) == (0, line, "")


def test_next_change_names_a_posting_once_with_its_translations(project: Path) -> None:
    result = say("next-change", "--now", "2026-03-31T12:00+02:00")
    line = "Wed 01 Apr 2026 00:00 (Europe/Brussels), 2026-03-31T22:00:00Z: closes: Data Analyst (analyst, analyste)\n"
    assert result.stdout == line


def test_next_change_as_data(project: Path) -> None:
    found = json.loads(say("next-change", "--format", "json").stdout)
    assert found == {
        "next_change": "2026-03-18T08:30:00Z",
        "changes": [
            {
                "at": "2026-03-18T08:30:00Z",
                "local": "2026-03-18T09:30+01:00",
                "what": "appears",
                "folder": "news",
                "ids": ["bridge"],
                "title": "A bridge opens",
                "organisation": "Example Network",
            }
        ],
    }


def test_when_nothing_will_change_it_says_so(project: Path) -> None:
    later = ("--now", "2040-01-01T00:00+01:00")
    assert say("next-change", *later).stdout == "Nothing will change by itself.\n"
    assert json.loads(say("next-change", *later, "--format", "json").stdout) == {
        "next_change": None,
        "changes": [],
    }
    assert say("timeline", *later).stdout == (
        "Sun 01 Jan 2040 00:00 to Sun 26 Feb 2040 00:00 (Europe/Brussels): nothing changes by itself.\n"
    )


def test_the_timeline_is_a_table(project: Path) -> None:
    result = say("timeline", "--weeks", "3")
    assert (result.exit_code, result.stderr) == (0, "")
    assert (
        result.stdout
        == """\
Mon 16 Mar 2026 12:00 to Mon 06 Apr 2026 13:00 (Europe/Brussels)

Wed 18 Mar 2026  09:30  appears               A bridge opens  Example Network  bridge
Sat 21 Mar 2026  00:00  closes                Office manager  Example Network  zeta
Tue 24 Mar 2026  00:00  begins to close soon  Data Analyst    Example Network  analyst, analyste
Wed 01 Apr 2026  00:00  closes                Data Analyst    Example Network  analyst, analyste
"""
    )


def test_the_timeline_as_data_is_as_long_as_asked_for(project: Path) -> None:
    found = json.loads(say("timeline", "--weeks", "1", "--format", "json").stdout)
    assert [(each["what"], each["ids"]) for each in found] == [("appears", ["bridge"]), ("closes", ["zeta"])]


@pytest.mark.parametrize("command", ["next-change", "timeline"])
def test_content_with_problems_is_reported_and_nothing_else_said(command: str, project: Path) -> None:
    write_site(project / "content", {"postings/analyst.md": make_posting(deadline="soon")})
    result = say(command)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "content/postings/analyst.md:5: deadline: expected a date like 2026-03-31, found 'soon'" in result.stderr


@pytest.mark.parametrize("command", ["next-change", "timeline"])
def test_settings_that_are_not_there_are_reported(command: str, tmp_path: Path) -> None:
    result = run(tmp_path, command)
    assert (result.returncode, "Traceback" in result.stderr) == (1, False)
    assert "no such file" in result.stderr


def built(project: Path) -> str:
    """The folder of the project's site."""
    build_site(project / "content", NOW, output=project / "output")
    return str(project / "output")


def ask(*arguments: str) -> Result:
    """Run `jobboard fresh` in this process."""
    return say("fresh", *arguments)


def test_a_built_site_is_fresh_until_its_next_change_and_the_grace_have_passed(project: Path) -> None:
    output = built(project)
    due = "Wed 18 Mar 2026 08:30 UTC"
    expected = {
        "2026-03-18T08:29:59Z": (0, f"Fresh: the next change is due on {due}.\n"),
        "2026-03-18T08:50:00Z": (
            0,
            f"Fresh: a change was due on {due}, 20 minutes ago, which is within the grace.\n",
        ),
        "2026-03-18T11:30:00Z": (0, f"Fresh: a change was due on {due}, 3 hours ago, which is within the grace.\n"),
        "2026-03-20T11:30:00Z": (
            1,
            (
                f"Stale: a change was due on {due}, 2 days ago, and the site has not been built since. "
                "Build it now, and find out what stopped its schedule.\n"
            ),
        ),
    }
    for now, (code, sentence) in expected.items():
        result = ask(output, "--now", now)
        assert (result.exit_code, result.output) == (code, sentence)
        assert bool(result.stderr) == (code == 1)


def test_the_grace_can_be_chosen(project: Path) -> None:
    output = built(project)
    codes = [
        ask(output, "--now", "2026-03-18T09:30:00Z", "--grace", grace).exit_code for grace in ("59m", "60m", "1h", "1d")
    ]
    assert codes == [1, 0, 0, 0]


def test_a_site_on_which_nothing_will_change_is_fresh_for_ever(tmp_path: Path) -> None:
    (tmp_path / "build.json").write_text(json.dumps({**INFO, "next_change": None}))
    result = ask(str(tmp_path), "--now", "2099-01-01T00:00:00Z")
    assert (result.exit_code, result.stdout) == (0, "Fresh: nothing on the site will change by itself.\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("nowhere",), "Cannot tell: nowhere/build.json: No such file or directory\n"),
        (("file:///etc",), "Cannot tell: file:///etc/build.json: it is no http or https address\n"),
        ((".", "--grace", "soon"), "Error: --grace: expected a time like 90m, 3h or 2d, found 'soon'\n"),
        (
            (".", "--now", "2026-01-01"),
            "Error: --now: expected an instant like 2026-12-01T12:00+01:00, found '2026-01-01'\n",
        ),
    ],
)
def test_what_cannot_be_told_ends_with_another_exit_code(arguments: tuple[str, ...], message: str) -> None:
    result = ask(*arguments)
    assert result.exit_code == 2
    assert result.stderr.endswith(message)


def test_a_clock_that_is_behind_the_site_cannot_tell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    info = {"last_change": "2026-03-18T08:30:00Z", "next_change": "2026-03-23T23:00:00Z"}
    (tmp_path / "build.json").write_text(json.dumps(info))
    monkeypatch.setattr(clock, "clock_now", lambda: datetime(1970, 1, 1, tzinfo=UTC))
    result = ask(str(tmp_path))
    said = "it is 01 Jan 1970 by the clock of this machine, and the site last changed on 18 Mar 2026"
    assert result.exit_code == 2
    assert result.stderr == f"Cannot tell: {said}; set the clock right, or name the instant with --now\n"
    assert ask(str(tmp_path), "--now", "1970-01-01T00:00:00Z").exit_code == 0, "which is meant as it says"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "build.json")
    assert ask(str(tmp_path)).exit_code == 2


def test_whatever_goes_wrong_is_not_called_stale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ask("a\0b").exit_code == 2
    monkeypatch.setattr(freshness, "judge", lambda *_: 1 / 0)
    (tmp_path / "build.json").write_text(json.dumps(INFO))
    result = ask(str(tmp_path))
    assert (result.exit_code, result.stderr) == (2, f"Cannot tell: {tmp_path}: ZeroDivisionError: division by zero\n")


@pytest.mark.parametrize(
    "text",
    [
        '{"next_change": "0001-01-01T00:00:00+14:00"}',
        '{"next_change": "9999-12-31T23:59:00-14:00", "last_change": null}',
    ],
)
def test_an_instant_that_no_clock_shows_is_no_answer(text: str, tmp_path: Path) -> None:
    (tmp_path / "build.json").write_text(text)
    assert ask(str(tmp_path)).exit_code == 2


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"next_change": 5}', '{"next_change": "soon"}', "[" * 60_000, "x" * 70_000, "\x00"]
)
def test_a_file_that_says_something_else_cannot_be_told(text: str, tmp_path: Path) -> None:
    (tmp_path / "build.json").write_text(text)
    with pytest.raises(freshness.UnreadableError, match=r"is no build\.json of a job board"):
        freshness.read_info(str(tmp_path))


def test_an_instant_without_an_offset_cannot_be_told(tmp_path: Path) -> None:
    (tmp_path / "build.json").write_text('{"next_change": "2026-03-23T23:00:00"}')
    with pytest.raises(freshness.UnreadableError, match="names no offset"):
        freshness.read_info(str(tmp_path))


class _Host(http.server.BaseHTTPRequestHandler):
    """Answers with a site's build.json below /board/, with a redirect to a file below /away/, else not at all."""

    def do_GET(self) -> None:
        if self.path == "/board/build.json":
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps(INFO).encode())
        elif self.path == "/away/build.json":
            self.send_response(302)
            self.send_header("Location", "ftp://host.example/build.json")
            self.end_headers()
        elif self.path == "/moved/build.json":
            self.send_response(301)
            self.send_header("Location", "/board/build.json")
            self.end_headers()
        elif self.path == "/endless/build.json":
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b" " * 100_000)
        else:
            self.send_error(404, "Not Found")

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def hosted() -> Iterator[str]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Host) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def test_a_deployed_site_is_asked_over_http() -> None:
    with hosted() as host:
        for address in ("/board", "/board/", "/board/build.json", "/moved"):
            results = [
                ask(f"{host}{address}", "--now", now).exit_code
                for now in ("2026-03-23T22:00:00Z", "2026-03-24T12:00:00Z")
            ]
            assert results == [0, 1]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/gone", ": the server answers 404"),
        ("/away", ": it is no http or https address"),
        ("/endless", ": it has more than 65 kB"),
    ],
)
def test_a_host_that_does_not_answer_as_a_site_cannot_be_told(path: str, reason: str) -> None:
    with hosted() as host, pytest.raises(freshness.UnreadableError) as raised:
        freshness.read_info(f"{host}{path}")
    assert reason in str(raised.value)


def test_a_host_that_is_not_there_cannot_be_told_by_the_command_itself(tmp_path: Path) -> None:
    with hosted() as host:
        pass
    result = run(tmp_path, "fresh", host)
    assert (result.returncode, "Traceback" in result.stderr) == (2, False)
    assert "Connection refused" in result.stderr


@pytest.mark.parametrize("command", ["next-change", "timeline", "fresh"])
def test_every_command_about_time_has_help(command: str, tmp_path: Path) -> None:
    result = run(tmp_path, command, "--help")
    assert (result.returncode, f"Usage: jobboard {command}" in result.stdout) == (0, True)


def test_a_zone_of_a_fixed_offset_is_named_by_its_distance_from_utc(project: Path) -> None:
    """`Etc/GMT+5` is five hours behind, and reads as if it were ahead."""
    (project / "pelicanconf.py").write_text(SETTINGS.replace("Europe/Brussels", "Etc/GMT+5"))
    assert say("next-change").stdout.startswith("Wed 18 Mar 2026 09:30 (UTC−5), 2026-03-18T14:30:00Z: appears")
    assert "(UTC−5)" in say("timeline").stdout.splitlines()[0]
