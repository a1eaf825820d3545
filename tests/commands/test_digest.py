"""`jobboard digest` as people run it: what is written, what is noted, and a listmonk that is asked for a draft."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from base64 import b64encode
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import yaml

from jobboard.commands.main import main
from tests.helpers import REPOSITORY, make_news, make_posting, read_tree, settings_of, write_site

SENDER = ("--from", "Hub <news@hub.example>")
TITLE = "Data {{ .Secrets }} Analyst"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "pelicanconf.py").write_text(
        settings_of(REPOSITORY / "theme") + 'JOBBOARD_LANGUAGES = ["en", "fr", "es"]\n'
    )
    posting = make_posting(title=f'"{TITLE}"', published="2026-03-10", kind="traineeship", topics="[culture]")
    write_site(tmp_path / "content", {"postings/analyst.md": posting, "news/bridge.md": make_news()})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LISTMONK_USER", "board")
    monkeypatch.setenv("LISTMONK_TOKEN", "secret")
    return tmp_path


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(["digest", *arguments])
    return int(str(ended.value.code or 0))


@pytest.mark.parametrize(("form", "begins"), [("text", "1 "), ("html", "<!DOCTYPE html>"), ("md", "# 1 ")])
def test_it_is_printed_in_the_form_and_language_that_is_asked_for(
    form: str, begins: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--since", "2026-03-09", "--lang", "fr", "--format", form) == 0
    told = capsys.readouterr()
    assert told.out.startswith(begins)
    assert "16 mars 2026" in told.out
    assert told.err == ""
    assert not (project / "output").exists()


def test_the_next_digest_goes_on_where_the_last_one_ended(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    state = ("--state", "kept/digest.json")
    assert run("--since", "last", *state) == 1
    assert "kept/digest.json is not there yet; begin with a date" in capsys.readouterr().err
    assert run("--since", "2026-03-09", *state, "--now", "2026-03-12T08:00+01:00") == 0
    assert "Data" in capsys.readouterr().out
    assert run("--since", "last", *state) == 0
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "Nothing has changed.\n")
    assert json.loads((project / "kept/digest.json").read_text())["until"] == "2026-03-16T11:00:00Z"
    write_site(project / "content", {"postings/officer.md": make_posting(title="Officer", published="2026-03-17")})
    assert run("--since", "last", *state, "--now", "2026-03-18T08:00+01:00") == 0
    told = capsys.readouterr()
    assert "Officer" in told.out
    assert "Data" not in told.out


@pytest.mark.parametrize(
    ("kept", "message"),
    [
        ("", "is no file of a digest"),
        ("{}", "is no file of a digest"),
        ('{"until": "2026-03-10T08:00:00Z", "lang": "fr", "of": ""}', "is of another digest, everything in 'fr'"),
        ('{"until": "2026-03-10T08:00:00Z", "lang": "en", "of": "kind/job"}', "is of another digest, kind/job"),
        ('{"until": "2027-03-10T08:00:00Z", "lang": "en", "of": ""}', "is of an instant that is still to come"),
        ('{"until": "2026-03-10T08:00:00", "lang": "en", "of": ""}', "is of an instant that is still to come"),
    ],
)
def test_a_state_that_cannot_be_gone_on_from_stays_as_it_is(
    kept: str, message: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "digest.json").write_text(kept)
    assert run("--since", "last", "--state", "digest.json") == 1
    assert message in capsys.readouterr().err
    assert (project / "digest.json").read_text() == kept


def test_a_message_that_cannot_be_written_leaves_the_state(project: Path) -> None:
    (project / "monday.eml").mkdir()
    assert run("--since", "2026-03-09", "--state", "s.json", "--eml", "monday.eml", *SENDER) == 1
    assert not (project / "s.json").exists()
    (project / "monday.eml").rmdir()
    assert run("--since", "2026-03-09", "--state", "s.json", "--eml", "monday.eml", *SENDER) == 0
    assert (project / "s.json").exists()
    assert (project / "monday.eml").read_bytes().startswith(b"From: Hub <news@hub.example>\r\n")


def test_where_nothing_has_changed_no_message_is_written(project: Path) -> None:
    assert run("--since", "2026-03-16", "--eml", "monday.eml", *SENDER) == 0
    assert not (project / "monday.eml").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--since", "soon"), "expected a date like 2026-12-01, or last; found 'soon'"),
        (("--since", "2026-04-01"), "is still to come"),
        (("--since", "last"), "name it"),
        (("--since", "2026-03-09", "--lang", "de"), "expected en fr es, found 'de'"),
        (("--since", "2026-03-09", "--topic", "cultur"), "did you mean 'culture'?"),
        (("--since", "2026-03-09", "--kind", "trainee"), "did you mean 'traineeship'?"),
        (("--since", "2026-03-09", "--organisation", "example"), "did you mean 'example-network'?"),
        (("--since", "2026-03-09", "--kind", "job", "--topic", "culture"), "at a time"),
        (("--since", "2026-03-09", "--eml", "a.eml", "--from", "Hub"), "found 'Hub'"),
        (("--since", "2026-03-09", "--eml", "a.eml"), "say whose: --from"),
        (("--since", "2026-03-09", "--listmonk", "http://lists.example", "--list", "1"), "an address with https"),
        (("--since", "2026-03-09", "--listmonk", "ftp://lists.example", "--list", "1"), "no http or https address"),
        (("--since", "2026-03-09", "--listmonk", "https://u:p@lists.example", "--list", "1"), "a name or a password"),
        (("--since", "2026-03-09", "--listmonk", "https://lists.example"), "--list 3"),
    ],
)
def test_what_cannot_be_done_is_a_sentence_and_nothing_is_written(
    arguments: tuple[str, ...], message: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        run(
            *arguments,
            "--state" if "last" not in arguments else "--lang",
            "s.json" if "last" not in arguments else "en",
        )
        == 2
    )
    told = capsys.readouterr()
    assert message in told.err
    assert told.out == ""
    assert [path for path in read_tree(project) if path in ("a.eml", "s.json")] == []


class FakeListmonk(BaseHTTPRequestHandler):
    """Speaks as much of listmonk's API as is documented of making a campaign."""

    asked: list[dict[str, Any]]
    answer: tuple[int, bytes] | None

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.asked.append({"path": self.path, "login": self.headers["Authorization"], **json.loads(body)})
        made = {"data": {"id": 7, "status": "draft", "subject": json.loads(body)["subject"]}}
        status, data = self.answer or (200, json.dumps(made).encode())
        if self.headers["Authorization"] != f"Basic {b64encode(b'board:secret').decode()}":
            status, data = 403, b'{"message": "invalid credentials"}'
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def listmonk() -> Iterator[type[FakeListmonk]]:
    handler = type("Handler", (FakeListmonk,), {"asked": [], "answer": None})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        serving = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        serving.start()
        handler.url = f"http://127.0.0.1:{server.server_port}/mail/"
        yield handler
        server.shutdown()
        serving.join()


def asking(listmonk: Any) -> tuple[str, ...]:
    return ("--since", "2026-03-09", "--state", "s.json", "--listmonk", listmonk.url, "--list", "3", "--list", "5")


def test_a_draft_campaign_is_made_and_nothing_started(
    project: Path, listmonk: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*asking(listmonk)) == 0
    (asked,) = listmonk.asked
    assert asked["path"] == "/mail/api/campaigns"
    assert {name: asked[name] for name in ("type", "content_type", "lists")} == {
        "type": "regular",
        "content_type": "html",
        "lists": [3, 5],
    }
    assert not {"send_at", "status"} & asked.keys()
    assert "Draft campaign 7" in capsys.readouterr().out
    assert (project / "s.json").exists()
    assert "secret" not in str({**asked, "login": ""})


@pytest.mark.parametrize("part", ["subject", "body", "altbody"])
def test_no_text_of_a_posting_is_a_template_to_it(part: str, project: Path, listmonk: Any) -> None:
    """Go's templates print a string in braces as it is, so that what is left is the title."""
    assert run(*asking(listmonk)) == 0
    text = listmonk.asked[0][part]
    assert text.replace('{{ "{{" }}', "").count("{{") == 0
    if part != "subject":
        assert TITLE in text.replace('{{ "{{" }}', "{{")


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ((400, b'{"message": "Unknown list"}'), "the server answers 400: Unknown list"),
        ((500, b"<html>"), "the server answers 500: what it says is no answer of a listmonk"),
        ((200, b"{}"), "no answer of a listmonk"),
        ((200, b"[]"), "no answer of a listmonk"),
        ((200, b'{"data": {"id": 7, "status": "running"}}'), "it is no draft: running"),
        ((302, b""), "the server answers 302"),
        ((400, b'{"message": "\\u001b[2J"}'), "\\x1b"),
    ],
)
def test_what_goes_wrong_there_is_said_and_the_state_stays(
    answer: tuple[int, bytes], message: str, project: Path, listmonk: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    listmonk.answer = answer
    assert run(*asking(listmonk)) == 1
    told = capsys.readouterr()
    assert message in told.err
    assert "\x1b" not in told.err
    assert not (project / "s.json").exists()


def test_without_a_user_or_with_a_wrong_one_there_is_no_campaign(
    project: Path, listmonk: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LISTMONK_TOKEN", "wrong")
    assert run(*asking(listmonk)) == 1
    assert "the server answers 403: invalid credentials" in capsys.readouterr().err
    monkeypatch.delenv("LISTMONK_TOKEN")
    assert run(*asking(listmonk)) == 2
    assert "LISTMONK_USER and LISTMONK_TOKEN in the environment" in capsys.readouterr().err


def test_a_listmonk_that_is_not_there_is_a_sentence(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--since", "2026-03-09", "--listmonk", "http://127.0.0.1:9", "--list", "1") == 1
    assert "no campaign was made: " in capsys.readouterr().err


def test_the_recipe_tells_of_the_week_from_monday_to_monday(project: Path) -> None:
    """Its own lines, with the week of the posting for the clock."""
    (recipe,) = re.findall(r"```yaml\n(.*?)```", (REPOSITORY / "docs/digest.md").read_text(), re.DOTALL)
    found = {"on" if key is True else key: value for key, value in yaml.safe_load(recipe).items()}
    assert found["on"]["schedule"][0]["cron"].endswith("* * 1")
    assert found["permissions"] == {"contents": "read"}
    (line,) = [each["run"] for each in found["jobs"]["digest"]["steps"] if "digest" in each.get("run", "")]
    (project / "pelicanconf.py").rename(project / "publishconf.py")
    (project / "bin").mkdir()
    clock = project / "bin/date"
    clock.write_text('#!/bin/sh\ncase "$*" in *ago*) echo 2026-03-09;; *) echo 2026-03-16;; esac\n')
    clock.chmod(0o755)
    (project / ".venv/bin").mkdir(parents=True)
    (project / ".venv/bin/jobboard").symlink_to(Path(sys.executable).parent / "jobboard")
    environment = {**os.environ, "PATH": f"{project / 'bin'}:{os.environ['PATH']}"}
    done = subprocess.run(
        ["sh", "-ec", line], cwd=project, env=environment, check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (0, "Written: monday.eml\n"), done.stderr
    assert b"1 new posting: Example Hub" in (project / "monday.eml").read_bytes()
