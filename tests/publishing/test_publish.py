"""`jobboard publish` as people run it, from the files they wrote to what a reader gets."""

from __future__ import annotations

import functools
import json
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest

from jobboard.commands.main import main
from jobboard.engine.folder import locked
from tests.helpers import REPOSITORY, make_news, make_posting, read_tree, settings_of, write_site
from tests.publishing.servers import serving

ANALYST, MAPPER = "content/postings/analyst.md", "content/postings/mapper.md"


class Board:
    """A project with a folder for readers, a server that shows it, and who is told of changes."""

    def __init__(self, folder: Path, port: int, ear: Ear) -> None:
        self.folder, self.port, self.ear = folder, port, ear
        self.says("")

    def says(self, more: str, *, is_telling: bool = False) -> None:
        ear = f"http://127.0.0.1:{self.ear.port}"
        tell = f'JOBBOARD_TELL = {{"indexnow": "{ear}/indexnow", "hub": "{ear}/hub"}}\n' if is_telling else ""
        url = f"http://127.0.0.1:{self.port}"
        (self.folder / "publishconf.py").write_text(
            "import os, sys\nsys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))\n"
            f'from pelicanconf import *\nSITEURL = "{url}"\n'
            f'JOBBOARD_PUBLISH = {{"production": {{"to": "www", "url": "{url}"}}}}\n{tell}{more}'
        )

    def publish(self, *arguments: str) -> int:
        with pytest.raises(SystemExit) as ended:
            main(["publish", *arguments])
        return int(str(ended.value.code or 0))

    def write(self, path: str, text: str) -> None:
        (self.folder / path).parent.mkdir(exist_ok=True)
        (self.folder / path).write_text(text)

    def seen(self, place: str = "www") -> dict[str, bytes]:
        return read_tree(self.folder / place / "current")


class Ear:
    """Hears what search engines and hubs are told; `answers` is what it says to that."""

    def __init__(self) -> None:
        self.port, self.answers = 0, 202
        self.pages: list[dict[str, Any]] = []
        self.feeds: list[dict[str, list[str]]] = []

    def addresses(self) -> list[str]:
        """The pages it was told of, without the host."""
        return [each.split("/", 3)[3] for told in self.pages for each in told["urlList"]]


@pytest.fixture
def ear() -> Iterator[Ear]:
    heard = Ear()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if heard.answers < 300 and self.path == "/indexnow":
                heard.pages.append(json.loads(body))
            elif heard.answers < 300:
                heard.feeds.append(parse_qs(body.decode()))
            self.send_response(heard.answers)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with serving(Handler) as heard.port:
        yield heard


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def board(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ear: Ear) -> Iterator[Board]:
    (tmp_path / "pelicanconf.py").write_text(settings_of(REPOSITORY / "theme"))
    write_site(
        tmp_path / "content",
        {"postings/analyst.md": make_posting(), "postings/mapper.md": make_posting(title="Mapper")},
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JOBBOARD_SEAL", "a secret of the test, of some length")
    sys.modules.pop("pelicanconf", None)  # which publishconf.py asks for: of this board, and no longer than it is there
    with serving(functools.partial(Quiet, directory=str(tmp_path / "www/current"))) as port:  # type: ignore[arg-type]
        yield Board(tmp_path, port, ear)
    sys.modules.pop("pelicanconf", None)


def test_readers_get_the_site_and_one_edit_brings_what_it_changed(
    board: Board, capsys: pytest.CaptureFixture[str]
) -> None:
    assert board.publish() == 0
    built = read_tree(board.folder / "output")
    assert board.seen() == {path: data for path, data in built.items() if not path.startswith(".jobboard-")}
    assert "each is as it was built." in capsys.readouterr().out
    board.write(ANALYST, make_posting("You will count trams.\n"))
    assert board.publish("--dry-run") == 0
    planned = capsys.readouterr().out
    assert board.seen()["jobs/analyst/index.html"] == built["jobs/analyst/index.html"]
    assert "  changed  jobs/analyst/index.html\n" in planned
    assert board.publish() == 0
    assert b"trams" in board.seen()["jobs/analyst/index.html"]
    changed = {path for path, data in board.seen().items() if built.get(path) != data}
    assert {line.split()[1] for line in planned.splitlines() if line.startswith("  ")} == changed


def test_nothing_travels_twice(board: Board, capsys: pytest.CaptureFixture[str]) -> None:
    board.publish()
    capsys.readouterr()
    assert board.publish() == 0
    assert "production has the site as it is; nothing travels." in capsys.readouterr().out
    assert len([*(board.folder / "www/releases").iterdir()]) == 1


def test_two_publishes_of_a_target_go_one_after_the_other(board: Board, capsys: pytest.CaptureFixture[str]) -> None:
    board.says("JOBBOARD_WAIT = 0\n")
    board.publish()
    before = board.seen()
    board.write(ANALYST, make_posting("You will count trams.\n"))
    with locked(board.folder / ".cache/published/production"):
        assert board.publish() == 1
        assert "production/ is being built by process " in capsys.readouterr().err
        assert board.publish("--rollback") == 1
        assert board.publish("--status") == 0
    assert board.seen() == before
    assert board.publish() == 0


def test_a_pack_says_what_it_holds(board: Board, capsys: pytest.CaptureFixture[str]) -> None:
    board.says('JOBBOARD_PUBLISH["pack"] = {"to": "pack:site.tar", "url": "http://127.0.0.1:1"}\n')
    assert board.publish("pack", "--status") == 0
    assert capsys.readouterr().out == "pack: nothing is published there yet\n"
    assert board.publish("pack", "--no-verify") == 0
    files = len([path for path in read_tree(board.folder / "output") if not path.startswith(".jobboard-")])
    capsys.readouterr()
    board.publish("pack", "--status")
    assert capsys.readouterr().out == f"pack has {files} files of ours\n"
    board.publish("pack", "--no-verify")
    assert "pack has the site as it is; nothing travels." in capsys.readouterr().out


def test_with_a_problem_nothing_travels(board: Board, capsys: pytest.CaptureFixture[str]) -> None:
    board.publish()
    before = board.seen()
    board.write(ANALYST, make_posting(deadline="soon"))
    assert board.publish() == 1
    assert "content/postings/analyst.md:5: deadline:" in capsys.readouterr().err
    assert board.seen() == before


def test_what_readers_know_is_not_removed_unless_it_is_meant(board: Board) -> None:
    board.publish()
    (board.folder / MAPPER).unlink()
    assert board.publish() == 1
    assert "jobs/mapper/index.html" in board.seen()
    assert board.publish("--allow-removals") == 0
    assert "jobs/mapper/index.html" not in board.seen()


def test_yesterdays_is_one_command_away(board: Board, capsys: pytest.CaptureFixture[str]) -> None:
    board.publish()
    before = board.seen()
    board.write(ANALYST, make_posting("You will count trams.\n"))
    board.publish()
    assert board.publish("--rollback") == 0
    assert board.seen() == before
    capsys.readouterr()
    assert board.publish("--status") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("production: readers see ")
    assert [line[:3] for line in lines[1:]] == ["   ", "  *"]
    assert board.publish("--rollback") == 1


def test_another_site_at_the_address_is_said(board: Board, capsys: pytest.CaptureFixture[str]) -> None:
    board.publish()
    with serving(functools.partial(Quiet, directory=str(board.folder / "www"))) as other:  # type: ignore[arg-type]
        board.says(f'JOBBOARD_PUBLISH["production"]["url"] = "http://127.0.0.1:{other}"\n')
        assert board.publish() == 1
        assert "what readers get is not what was built" in capsys.readouterr().err
        assert board.publish("--no-verify") == 0


def test_a_trial_is_built_apart_and_says_what_it_is(board: Board) -> None:
    board.publish()
    before = read_tree(board.folder / "output")
    board.says(
        'JOBBOARD_PUBLISH["staging"] = {"to": "trial", "staging": True, "url": "http://127.0.0.1:1/x"}\n',
        is_telling=True,
    )
    assert board.publish("staging") == 0
    assert read_tree(board.folder / "output") == before
    pages = {path: data.decode() for path, data in board.seen("trial").items() if path.endswith(".html")}
    unmarked = {path for path, page in pages.items() if 'content="noindex' not in page}
    assert {path for path in unmarked if 'http-equiv="refresh"' not in pages[path]} == set()
    assert "This is a trial of the site" in pages["jobs/analyst/index.html"]
    assert "X-Robots-Tag: noindex" in board.seen("trial")["_headers"].decode()
    assert (board.ear.pages, board.ear.feeds) == ([], [])


def test_search_engines_are_told_what_changed_in_substance_and_nothing_else(board: Board) -> None:
    board.says("", is_telling=True)
    board.publish()
    (key,) = [path for path in board.seen() if path.endswith(".txt") and board.seen()[path] == path[:-4].encode()]
    assert (board.ear.pages, board.ear.feeds) == ([], [])
    board.write(ANALYST, make_posting("You will count trams.\n"))
    board.publish()
    assert board.ear.addresses() == ["jobs/analyst/"]
    (told,) = board.ear.pages
    url = f"http://127.0.0.1:{board.port}"
    assert (told["host"], told["key"], told["keyLocation"]) == (url[7:], key[:-4], f"{url}/{key}")
    (feeds,) = board.ear.feeds
    assert feeds["hub.mode"] == ["publish"]
    assert f"{url}/feeds/jobs.rss.xml" in feeds["hub.url"]


def test_what_stands_around_a_page_is_no_news(board: Board) -> None:
    board.says("", is_telling=True)
    board.publish()
    before = board.seen()
    board.says('SITENAME = "Another name"\n', is_telling=True)
    board.publish()
    assert before["jobs/analyst/index.html"] != board.seen()["jobs/analyst/index.html"]
    assert board.ear.pages == []


def test_a_deadline_that_comes_near_is_no_news_and_one_that_passes_is(board: Board) -> None:
    board.says("", is_telling=True)
    board.publish()
    for now, told in (("2026-03-30 12:00", []), ("2026-04-02 12:00", ["jobs/analyst/", "jobs/mapper/"])):
        board.publish("--now", now)
        assert board.ear.addresses() == told


@pytest.mark.parametrize(
    ("text", "arguments"),
    [(make_posting(title="Mapper", closed="{on: 2026-03-10, because: filled}"), ()), (None, ("--allow-removals",))],
    ids=["closed", "gone"],
)
def test_closed_and_gone_pages_are_told(text: str | None, arguments: tuple[str, ...], board: Board) -> None:
    board.says("", is_telling=True)
    board.publish()
    (board.folder / MAPPER).unlink()
    if text:
        board.write(MAPPER, text)
    assert board.publish(*arguments) == 0
    assert board.ear.addresses() == ["jobs/mapper/"]


def test_new_pages_are_told_and_what_could_not_be_told_is_told_next(
    board: Board, capsys: pytest.CaptureFixture[str]
) -> None:
    board.says("", is_telling=True)
    board.publish()
    board.ear.answers = 503
    board.write("content/news/bridge.md", make_news())
    assert board.publish() == 0
    assert "the server answers 503; it is told with the next publish" in capsys.readouterr().err
    board.ear.answers = 200
    board.publish()
    assert board.ear.addresses() == ["news/bridge/"]
    board.publish()
    assert len(board.ear.pages) == 1


def test_nobody_is_told_unless_it_is_asked_for(board: Board) -> None:
    board.publish()
    board.write(ANALYST, make_posting("You will count trams.\n"))
    board.publish()
    assert (board.ear.pages, board.ear.feeds) == ([], [])
    assert b'rel="hub"' not in b"".join(data for path, data in board.seen().items() if path.startswith("feeds/"))


def test_feeds_name_the_hub(board: Board) -> None:
    board.says("", is_telling=True)
    board.publish()
    hub = f"http://127.0.0.1:{board.ear.port}/hub"
    for path in ("feeds/jobs.rss.xml", "feeds/jobs.atom.xml"):
        assert f'rel="hub" href="{hub}"' in board.seen()[path].decode()
    assert json.loads(board.seen()["feeds/jobs.json"])["hubs"] == [{"type": "WebSub", "url": hub}]


def test_an_unknown_target_is_said(board: Board, capsys: pytest.CaptureFixture[str]) -> None:
    assert board.publish("produktion") == 2
    assert "expected production, found 'produktion'; did you mean 'production'?" in capsys.readouterr().err
    board.says("JOBBOARD_PUBLISH = {}\n")
    assert board.publish() == 1
    assert "no target is named" in capsys.readouterr().err
