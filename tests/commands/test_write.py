"""`jobboard write`: the form on one's own computer. It changes what was changed, and answers to its own pages alone."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Lock, Thread
from typing import Any

import pytest

from jobboard.editing.editor import edited
from jobboard.editing.form_values import changes_between, form_values_of
from jobboard.editing.item import ContentFile
from jobboard.preview.server import PreviewServer
from jobboard.source.kinds import COMMANDS
from jobboard.writing_desk.desk import open_desk
from jobboard.writing_desk.pages import SeenPages
from jobboard.writing_desk.server import WritingHandler
from tests.helpers import REPOSITORY, make_posting, settings_of, write_site

TOKEN = "t0ken"
ODD = """\
---
# Read the guide first.
title: 'Head of "Roads"'   # odd quoting
organisation: example-network
published: 2026-03-02
deadline:   "2026-03-31 17:00"   # noon was too early
apply:   # how
  email: jobs@example.org
contract: {type: fixed-term, "duration": one year }   # as last time
languages: {en: fluent, "fr": asset}   # both
---

Text.
""".replace("\n", "\r\n")
FILES = {"postings/roads.md": ODD, "postings/waiting.md": make_posting(title="Waiting", status="draft")}
NOW = "2026-03-25T12:00+01:00"


class Caller:
    """Asks the server as a browser does."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.host = f"127.0.0.1:{port}"

    def reply(self, method: str, path: str, body: bytes | None = None, **headers: str) -> tuple[HTTPResponse, bytes]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request(method, path, body, headers)
        found = connection.getresponse()
        data = found.read()
        connection.close()
        return found, data

    def ask(self, what: str) -> Any:
        return json.loads(self.reply("GET", f"/{TOKEN}/.write/{what}")[1])

    def do(self, what: str, **told: Any) -> Any:
        origin = {"Origin": f"http://{self.host}"}
        return json.loads(self.reply("POST", f"/{TOKEN}/.write/{what}", json.dumps(told).encode(), **origin)[1])

    def page(self, path: str) -> str:
        return self.reply("GET", f"/{TOKEN}/{path}")[1].decode()


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "pelicanconf.py").write_text(settings_of(REPOSITORY / "theme"))
    monkeypatch.chdir(tmp_path)
    return write_site(tmp_path / "content", {path: text.encode() for path, text in FILES.items()})


@pytest.fixture
def caller(content: Path, tmp_path: Path) -> Iterator[Caller]:
    opening: Callable[[], Any] = functools.partial(open_desk, "pelicanconf.py", "", NOW)
    server = PreviewServer(("127.0.0.1", 0), None)
    (tmp_path / "seen").mkdir()
    pages = SeenPages(f"http://127.0.0.1:{server.server_port}/{TOKEN}", tmp_path / "seen")
    pages.look(opening())
    server.RequestHandlerClass = functools.partial(  # type: ignore[assignment]
        WritingHandler, token=TOKEN, pages=pages, open_desk=opening, lock=Lock(), content=content
    )
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield Caller(server.server_port)
    server.shutdown()
    server.server_close()
    thread.join()


def test_what_is_a_draft_and_what_closes_soon_is_listed(caller: Caller) -> None:
    found = caller.ask("items")
    assert [each["path"] for each in found["drafts"]] == ["postings/waiting.md"]
    assert [(each["path"], each["deadline"]) for each in found["closing"]] == [
        ("postings/roads.md", "2026-03-31 17:00")
    ]


def test_a_file_that_is_saved_as_it_was_opened_stays_byte_for_byte(caller: Caller, content: Path) -> None:
    it = caller.ask("item?path=postings/roads.md")
    assert caller.do("save", **it)["is_written"]
    assert (content / "postings/roads.md").read_bytes() == ODD.encode()


def test_only_what_was_changed_is_changed(caller: Caller, content: Path) -> None:
    it = caller.ask("item?path=postings/roads.md")
    it["values"]["contract"]["duration"] = "two years"
    it["values"]["reference"] = "R 7"
    assert caller.do("save", **it) == {"path": "postings/roads.md", "is_written": True, "problems": []}
    expected = ODD.replace("one year", "two years").replace("# both\r\n", "# both\r\nreference: R 7\r\n")
    assert (content / "postings/roads.md").read_bytes() == expected.encode()


def test_what_the_check_refuses_is_told_at_its_field_and_not_written(caller: Caller, content: Path) -> None:
    it = caller.ask("item?path=postings/roads.md")
    it["values"]["organisation"] = ["nobody"]
    found = caller.do("save", **it)
    assert (found["is_written"], found["problems"][0]["path"]) == (False, "organisation")
    assert (content / "postings/roads.md").read_bytes() == ODD.encode()


def test_a_file_that_somebody_else_changed_meanwhile_is_left_alone(caller: Caller, content: Path) -> None:
    it = caller.ask("item?path=postings/roads.md")
    other = ODD.replace("Text.", "Their text.").encode()
    (content / "postings/roads.md").write_bytes(other)
    assert "was changed meanwhile" in caller.do("save", **{**it, "body": "Mine."})["refused"]
    assert (content / "postings/roads.md").read_bytes() == other


def test_a_new_file_is_written_once_and_never_over_another(caller: Caller, content: Path) -> None:
    text = make_posting(title="New")
    assert caller.do("save", folder="postings", name="new", text=text)["is_written"]
    assert (content / "postings/new.md").read_text() == text
    for name in ("new", "roads", "../pages/x", "Newest", "newest", ""):
        assert caller.do("save", folder="postings", name=name, text=text)["refused"]
    assert len([*content.rglob("*.md")]) == len({*FILES, "new", "organisation"})


def test_one_click_closes_and_extends(caller: Caller, content: Path) -> None:
    assert caller.do("extend", path="postings/roads.md", date="2026-04-30")["is_written"]
    assert b"2026-04-30" in (content / "postings/roads.md").read_bytes()
    assert caller.do("close", path="postings/roads.md")["is_written"]
    assert b"because: filled" in (content / "postings/roads.md").read_bytes()
    assert "already" in caller.do("close", path="postings/roads.md")["refused"]


def test_pages_are_shown_as_they_will_look_drafts_included(caller: Caller) -> None:
    assert "Waiting" in caller.page("jobs/waiting/")
    it = caller.ask("item?path=postings/roads.md")
    it["values"]["title"] = "Head of bridges"
    caller.do("save", **it)
    assert "Head of bridges" in caller.page("jobs/roads/")
    assert "here.js" in caller.page("write/")


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        (f"/{TOKEN}/write/", {}, 200),
        (f"/{TOKEN}/write/", {"Host": "board.example"}, 421),
        (f"/{TOKEN}/write/", {"Host": "127.0.0.1.board.example"}, 421),
        (f"/{TOKEN}/write/", {"Origin": "https://board.example"}, 403),
        ("/write/", {}, 404),
        ("/", {}, 404),
        ("/t0ke/write/", {}, 404),
        (f"/{TOKEN}/../pelicanconf.py", {}, 404),
        (f"/{TOKEN}/media/../pelicanconf.py", {}, 404),
        (f"/{TOKEN}/media/..%2fpelicanconf.py", {}, 404),
        (f"/{TOKEN}/media/postings/../../pelicanconf.py", {}, 404),
    ],
)
def test_only_its_own_pages_are_answered(caller: Caller, path: str, headers: dict[str, str], status: int) -> None:
    assert caller.reply("GET", path, **headers)[0].status == status


@pytest.mark.parametrize("origin", [{}, {"Origin": "null"}, {"Origin": "https://board.example"}])
def test_nothing_is_done_for_a_page_from_elsewhere(caller: Caller, content: Path, origin: dict[str, str]) -> None:
    told = json.dumps({"path": "postings/roads.md"}).encode()
    assert caller.reply("POST", f"/{TOKEN}/.write/close", told, **origin)[0].status == 403
    assert (content / "postings/roads.md").read_bytes() == ODD.encode()


def test_a_picture_is_put_into_the_content_and_a_huge_one_is_refused(caller: Caller, content: Path) -> None:
    origin, path = {"Origin": f"http://{caller.host}"}, f"/{TOKEN}/.write/file?name=Our%20Team.JPG"
    assert json.loads(caller.reply("POST", path, b"\xff\xd8", **origin)[1]) == {"path": "images/our-team.jpg"}
    assert "already" in json.loads(caller.reply("POST", path, b"x", **origin)[1])["refused"]
    assert (content / "images/our-team.jpg").read_bytes() == b"\xff\xd8"
    huge = caller.reply("POST", path, None, **{**origin, "Content-Length": "80000000"})[1]
    assert "80 MB" in json.loads(huge)["refused"]


SAMPLES = sorted(path for folder in COMMANDS.values() for path in (REPOSITORY / "content" / folder).rglob("*.md"))


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.stem)
def test_a_sample_file_is_as_it_was_when_nothing_was_changed_in_the_form(file: Path) -> None:
    item = ContentFile(file.relative_to(REPOSITORY / "content").as_posix(), file.read_bytes())
    values = json.loads(json.dumps(form_values_of(item.record, item.fields)))
    assert edited(item.data, changes_between(item.record, item.fields, values), item.record) == item.data
