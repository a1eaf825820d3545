"""`jobboard write`: the form on one's own computer. It changes what was changed, and answers to its own pages alone."""

from __future__ import annotations

import errno
import functools
import importlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Lock, Thread
from typing import Any
from urllib.parse import quote

import pytest

from jobboard.editing.editor import edited
from jobboard.editing.form_values import changes_between, form_values_of
from jobboard.editing.item import ContentFile
from jobboard.preview.server import PreviewServer
from jobboard.source.kinds import COMMANDS
from jobboard.writing_desk import carry_out, work
from jobboard.writing_desk.desk import Desk, open_desk
from jobboard.writing_desk.pages import SeenPages
from jobboard.writing_desk.server import WritingHandler
from tests.helpers import REPOSITORY, make_posting, read_tree, settings_of, write_site
from tests.hostile import MARKUP, RUN
from tests.importing.vacancy.forms import FORMS
from tests.outputs.final import faults_in
from tests.pictures import jpeg

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
LANGUAGES = 'JOBBOARD_LANGUAGES = ["en", "fr", "es"]\n'


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
    (tmp_path / "pelicanconf.py").write_text(
        settings_of(REPOSITORY / "theme") + "\nJOBBOARD_LANGUAGES = ['en', 'fr', 'es']\n"
    )
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


def hand_in(caller: Caller, what: str, name: str, data: bytes) -> Any:
    origin = {"Origin": f"http://{caller.host}"}
    return json.loads(caller.reply("POST", f"/{TOKEN}/.write/{what}?name={name}", data, **origin)[1])


VACANCY = (
    ("h1", "Policy Officer, Trams"),
    ("p", "The Example Network looks for you, and for your knowledge of trams in towns of every size."),
    ("p", "Apply by 5 May 2026 at trams@network.example."),
)


@pytest.mark.parametrize("form", FORMS)
def test_a_document_becomes_a_draft_that_says_where_each_field_was_found(
    caller: Caller, content: Path, form: str
) -> None:
    found = hand_in(caller, "paper", f"Vacancy.{form}", FORMS[form](VACANCY))
    assert found["paths"] == ["postings/policy-officer-trams.md"]
    assert b"status: draft" in (content / found["paths"][0]).read_bytes()
    it = caller.ask(f"item?path={found['paths'][0]}")
    assert it["values"]["deadline"] == "2026-05-05"
    assert "5 May 2026" in it["notes"]["deadline"]
    assert "Waiting" in caller.page("jobs/waiting/"), "a draft that is not finished hides nothing else"


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("vacancy.doc", b"\xd0\xcf\x11\xe0", "old Word file"),
        ("vacancy.docx", b"PK\x03\x04broken", "vacancy.docx"),
        ("vacancy.pdf", b"%PDF-1.4 nothing", "vacancy.pdf"),
        ("vacancy.txt", b"", "it is empty"),
        ("vacancy.bin", b"\x00\x01\x02", "it is none of"),
    ],
)
def test_a_document_that_cannot_be_read_is_refused_in_a_line(
    caller: Caller, content: Path, name: str, data: bytes, why: str
) -> None:
    before = read_tree(content)
    refused = hand_in(caller, "paper", name, data)["refused"]
    assert why in refused
    assert "\n" not in refused
    assert read_tree(content) == before


def test_without_the_extra_a_line_says_how_to_get_it(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", missing)
    assert "jobboard[import]" in hand_in(caller, "paper", "vacancy.docx", FORMS["docx"](VACANCY))["refused"]


def test_a_draft_is_made_ready_once(caller: Caller, content: Path) -> None:
    assert caller.do("ready", path="postings/waiting.md")["is_written"]
    assert b"status" not in (content / "postings/waiting.md").read_bytes()
    assert caller.ask("items")["drafts"] == []
    assert caller.do("ready", path="postings/waiting.md")["refused"]


def test_a_translation_is_begun_in_each_language_that_is_lacking(caller: Caller, content: Path) -> None:
    it = caller.ask("item?path=postings/roads.md")
    for lang, _ in it["lacks"]:
        found = caller.do("translate", path="postings/roads.md", lang=lang)
        assert found["path"] == f"postings/roads-{lang}.md"
        assert f"lang: {lang}" in (content / found["path"]).read_text("utf-8")
    assert it["lacks"]
    assert caller.ask("item?path=postings/roads.md")["lacks"] == []
    assert caller.do("translate", path="postings/roads.md", lang="fr")["refused"]


def test_what_is_typed_is_shown_and_written_nowhere(caller: Caller, content: Path) -> None:
    before = read_tree(content)
    it = caller.ask("item?path=postings/waiting.md")
    it["values"]["title"] = "Still waiting"
    assert caller.do("look", **it) == {"is_shown": True, "problems": []}
    assert "Still waiting" in caller.page("jobs/waiting/")
    text = make_posting(title="Just begun")
    assert caller.do("look", folder="postings", name="begun", text=text)["is_shown"]
    assert "Just begun" in caller.page("jobs/begun/")
    assert "Still waiting" not in caller.page("jobs/waiting/")
    assert read_tree(content) == before


def test_what_is_still_to_come_or_to_be_placed_is_shown_as_it_will_look(caller: Caller) -> None:
    it = caller.ask("item?path=postings/waiting.md")
    it["values"] |= {"title": "Next year", "published": "2026-04-02", "deadline": "2026-05-02"}
    it["body"] = "Work.\n\n## Not placed\n\n- A line.\n"
    assert caller.do("look", **it) == {"is_shown": True, "problems": []}
    assert "Next year" in caller.page("jobs/waiting/")


def test_a_file_with_a_problem_hides_no_other_page(caller: Caller, content: Path) -> None:
    (content / "postings/broken.md").write_text("---\ntitle: x\n")
    it = caller.ask("item?path=postings/waiting.md")
    assert caller.do("look", **it)["is_shown"]
    caller.do("look", **it | {"values": {}})
    assert "Waiting" in caller.page("jobs/waiting/")
    assert "Waiting" in caller.page("")


def test_what_is_typed_wrongly_is_told_and_the_page_stays(caller: Caller) -> None:
    it = caller.ask("item?path=postings/roads.md")
    it["values"] |= {"title": "Head of bridges", "organisation": ["nobody"]}
    found = caller.do("look", **it)
    assert (found["is_shown"], [each["path"] for each in found["problems"]]) == (False, ["organisation"])
    assert "Head of bridges" not in caller.page("jobs/roads/")


@pytest.mark.parametrize("path", ["postings/roads.md", "postings/waiting.md"])
@pytest.mark.parametrize("what", ["save", "look"])
def test_what_is_wrong_with_the_text_is_told_with_its_line(caller: Caller, path: str, what: str) -> None:
    it = caller.ask(f"item?path={path}")
    it["body"] = "Text.\n\nSee ![a plan](images/missing.png).\n"
    (problem,) = caller.do(what, **it)["problems"]
    assert problem["path"] == "/body"
    assert problem["text"].startswith("line 3 of the text: ")


def test_a_full_disk_is_told_and_leaves_the_file_as_it_was(
    caller: Caller, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(file: Path, _data: bytes) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(file))

    it = caller.ask("item?path=postings/roads.md")
    monkeypatch.setattr(carry_out, "put_whole", full)
    monkeypatch.setattr(work, "put_whole", full)
    assert "No space left" in caller.do("save", **{**it, "body": "Mine."})["refused"]
    assert "No space left" in hand_in(caller, "file", "plan.pdf", b"%PDF")["refused"]
    assert (content / "postings/roads.md").read_bytes() == ODD.encode()


def test_saving_stopped_in_the_middle_leaves_every_file_as_it_was(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(_desk: Desk) -> None:
        if (content / "postings/roads.md").read_bytes() != ODD.encode():
            raise KeyboardInterrupt

    desk = open_desk("pelicanconf.py", "", NOW)
    monkeypatch.setattr(carry_out, "_problems", lambda desk, _: stopped(desk) or ())
    with pytest.raises(KeyboardInterrupt):
        work.saved(desk, {**work.opened(desk, "postings/roads.md"), "body": "Mine."})
    assert (content / "postings/roads.md").read_bytes() == ODD.encode()


def test_what_is_saved_during_a_build_is_whole_and_is_built_next(caller: Caller, content: Path, tmp_path: Path) -> None:
    run = "from jobboard.commands.main import run; run()"
    command = [
        sys.executable,
        "-c",
        run,
        "build",
        "--now",
        NOW,
        "--output",
        str(tmp_path / "site"),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as build:
        for number in range(5):
            it = caller.ask("item?path=postings/roads.md")
            it["values"]["title"] = f"Head of bridge {number}"
            assert caller.do("save", **it)["is_written"]
        out, _ = build.communicate(timeout=60)
    assert build.returncode == 0, out
    assert b"Head of bridge 4" in (content / "postings/roads.md").read_bytes()
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    assert "Head of bridge 4" in (tmp_path / "site/jobs/roads/index.html").read_text("utf-8")


@pytest.mark.parametrize("path", ["../outside.md", "/etc/passwd", "postings/../../outside.md", "postings", "", "media"])
@pytest.mark.parametrize("what", ["save", "look", "close", "extend", "ready", "translate"])
def test_nothing_that_is_told_leads_out_of_the_content(caller: Caller, content: Path, what: str, path: str) -> None:
    (content.parent / "outside.md").write_text(make_posting(status="draft"))
    before = read_tree(content.parent / "content"), (content.parent / "outside.md").read_bytes()
    told = {"path": path, "known": "", "values": {}, "body": "Mine.", "date": "2026-04-30", "lang": "fr"}
    assert caller.do(what, **told)["refused"]
    for folder, name in (("..", "x"), ("postings/..", "x"), ("postings", "../x"), ("topics", "x/y"), ("/etc", "x")):
        assert caller.do("save", folder=folder, name=name, text=make_posting())["refused"]
    assert (read_tree(content), (content.parent / "outside.md").read_bytes()) == before


@pytest.mark.parametrize(
    "name", ["../x.md", "x.md/..", "/etc/passwd", "x", ".htaccess", "a/b.pdf", "..", "\u202e.pdf", "con.pdf"]
)
def test_a_file_that_is_put_into_the_content_stays_in_its_folder(caller: Caller, content: Path, name: str) -> None:
    before = set(read_tree(content.parent))
    hand_in(caller, "file", quote(name), b"x")
    new = {path for path in read_tree(content.parent) if path not in before and "/" in path}
    assert all(
        re.fullmatch(r"content/(files|images)/[a-z0-9-]+\.[a-z0-9-]+", path) for path in new if "seen" not in path
    )


ODD_QUESTIONS = {
    "no JSON": b"{",
    "no mapping": b"[1]",
    "nested without end": b"[" * 200_000,
    "another encoding": '{"path": "é"}'.encode("latin-1"),
    "nothing": b"",
}


@pytest.mark.parametrize("what", ["save", "look", "close"])
@pytest.mark.parametrize("told", ODD_QUESTIONS.values(), ids=ODD_QUESTIONS)
def test_an_odd_question_has_a_plain_answer(
    caller: Caller, content: Path, capfd: pytest.CaptureFixture[str], what: str, told: bytes
) -> None:
    origin = {"Origin": f"http://{caller.host}"}
    assert caller.reply("POST", f"/{TOKEN}/.write/{what}", told, **origin)[0].status == 400
    assert capfd.readouterr().err == ""
    assert (content / "postings/roads.md").read_bytes() == ODD.encode()


@pytest.mark.parametrize("length", ["-1", "x", "1e3", "\u0661"])
def test_a_length_that_is_none_is_not_waited_for(caller: Caller, length: str) -> None:
    headers = {"Origin": f"http://{caller.host}", "Content-Length": length.encode().decode("latin-1")}
    assert caller.reply("POST", f"/{TOKEN}/.write/close", None, **headers)[0].status == 400


@pytest.mark.parametrize("name", ["evil.svg", "evil.html", "evil.xhtml", "evil.xml"])
def test_a_file_that_nobody_has_looked_at_may_do_nothing_where_it_is_opened(
    caller: Caller, content: Path, name: str
) -> None:
    """It would stand beside the token, and could ask for anything in the form's name."""
    path = hand_in(caller, "file", name, b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")["path"]
    answer, _ = caller.reply("GET", f"/{TOKEN}/media/{path}")
    assert answer.headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_script_that_is_typed_is_words_on_the_page_beside_the_form(caller: Caller, content: Path) -> None:
    write_site(content, {"images/town.jpg": jpeg(60, 40)})
    it = caller.ask("item?path=postings/roads.md")
    it["body"] = "\n\n".join(MARKUP.values())
    it["values"]["title"] = f"<script>{RUN}</script>"
    assert caller.do("look", **it) == {"is_shown": True, "problems": []}
    page = caller.page("jobs/roads/").replace(f"http://{caller.host}", "https://hub.example").replace(f"/{TOKEN}/", "/")
    assert faults_in("jobs/roads/index.html", page.encode()) == []
