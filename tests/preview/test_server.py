"""The preview's server: only this machine's names, only the site's files, never more clients than it bears."""

from __future__ import annotations

import gc
import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from functools import _lru_cache_wrapper
from http.client import HTTPConnection
from pathlib import Path

import pytest

from jobboard.engine.staging import FOLDER, MANIFEST
from jobboard.preview import clients as preview_clients
from jobboard.preview.clients import MOST, MOST_LISTENING, Clients
from jobboard.preview.files import file_asked_for, file_at
from jobboard.preview.preview import keep_up
from tests.helpers import make_posting
from tests.previews import Project

SAVES = int(os.environ.get("JOBBOARD_SAVES", "40"))
"""How often the memory test saves; a thousand show what the issue asks for."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    found = Project(tmp_path_factory.mktemp("project"))
    secret = found.folder / "secret.txt"
    secret.write_text("SECRET")
    output = found.folder / "output"
    (output / "link.txt").symlink_to(secret)
    (output / "folder").symlink_to(found.folder)
    (output / "inside.txt").symlink_to(output / MANIFEST)
    (output / FOLDER).mkdir(exist_ok=True)
    (output / FOLDER / "half.html").write_text("SECRET")
    (output / ".env").write_text("SECRET")
    (output / "jobs/.git").mkdir()
    (output / "jobs/.git/config").write_text("SECRET")
    return found


@pytest.fixture(scope="module")
def port(project: Project) -> Iterator[int]:
    with project.served() as found:
        yield found


def say(port: int, request: bytes) -> bytes:
    """All that comes back of a request as it is."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as client:
        client.sendall(request)
        client.shutdown(socket.SHUT_WR)
        parts = []
        while part := client.recv(65536):
            parts.append(part)
    return b"".join(parts)


def get(port: int, target: str, host: str = "localhost", method: str = "GET", extra: str = "") -> tuple[int, bytes]:
    data = say(port, f"{method} {target} HTTP/1.1\r\nHost: {host}\r\n{extra}\r\n".encode("latin-1"))
    return int(data.split(b" ", 2)[1]), data


OWN = ["localhost", "LOCALHOST:8000", "localhost.", "127.0.0.1", "127.0.0.1:1", "[::1]", "[::1]:8000"]
OTHERS = [
    "bank.example",
    "localhost.bank.example",
    "127.0.0.1.bank.example",
    "localhost@bank.example",
    "bank.example:8000",
    "192.168.1.7",
    "0.0.0.0",
    "[::]",
    "2130706433",
    "127.1",
    "",
    "localhost bank.example",
    "localhost, bank.example",
    "localhost/bank.example",
    "\x1b[31m",
]


@pytest.mark.parametrize("host", OWN)
def test_names_of_this_machine_are_answered(host: str, port: int) -> None:
    assert get(port, "/jobs/", host)[0] == 200


@pytest.mark.parametrize("host", OTHERS)
@pytest.mark.parametrize("target", ["/jobs/", "/.jobboard/events", "/.jobboard/preview.js", "/nowhere"])
def test_any_other_name_is_told_where_to_go(host: str, target: str, port: int) -> None:
    status, data = get(port, target, host)
    assert status == 421
    assert f"open http://localhost:{port}/, or name the host with --bind" in data.decode("latin-1")


def test_no_host_and_two_hosts_are_refused(port: int) -> None:
    for request in (
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.0\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: x\r\n\r\n",
    ):
        assert b" 421 " in say(port, request).split(b"\r\n")[0]


def test_the_name_it_was_told_to_serve_at_is_answered(project: Project) -> None:
    with project.served(host="board.example") as port:
        assert get(port, "/", "board.example")[0] == 200
        assert get(port, "/", "bank.example")[0] == 421


NOT_SERVED = [
    "/link.txt", "/folder/secret.txt", "/folder/pelicanconf.py", "/folder/", "/folder", "/inside.txt",
    "/.env", f"/{MANIFEST}", f"/{FOLDER}/half.html", f"/{FOLDER}/", "/jobs/.git/config", "/%2eenv",
    "/jobs/%2E%67it/config", "/../secret.txt", "/jobs/../../secret.txt", "/%2e%2e/secret.txt",
    "/jobs/%2e%2e/%2e%2e/secret.txt", "/..%2fsecret.txt", "/..%5csecret.txt", "/..\\secret.txt",
    "/jobs\\", "//etc/passwd", "//localhost/jobs/", "/jobs//analyst/", "/./jobs/", "/%00", "/jobs/%00",
    "/%0d%0aX:y", "/%1b[31m", "/%", "/%zz", "/%c0%ae%c0%ae/secret.txt", "/%ff", "/\xe9", "/%e2%80%ae",
    "/" + "a" * 300, "/" + "a/" * 3000, "/" + "%41" * 9000, "/theme/", "/media", "/jobs/nowhere/",
    "/index.html/", "/jobs/analyst/index.html/x", "/.", "/..", "/.jobboard/",
    "/.jobboard/../secret.txt", "/con", "/jobs/%20",
]  # fmt: skip


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("target", NOT_SERVED)
def test_what_is_no_file_of_the_site_is_not_found(
    target: str, method: str, port: int, capsys: pytest.CaptureFixture[str]
) -> None:
    status, data = get(port, target, method=method)
    assert status == 404
    assert b"SECRET" not in data
    assert b"Location" not in data
    assert capsys.readouterr() == ("", "")


ODD = {
    b"GET http://localhost/jobs/ HTTP/1.1\r\nHost: localhost\r\n\r\n": b"400",
    b"GET * HTTP/1.1\r\nHost: localhost\r\n\r\n": b"400",
    b"GET jobs/ HTTP/1.1\r\nHost: localhost\r\n\r\n": b"400",
    b"POST /jobs/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc": b"405",
    b"PUT /jobs/ HTTP/1.1\r\nHost: localhost\r\n\r\n": b"405",
    b"DELETE / HTTP/1.1\r\nHost: localhost\r\n\r\n": b"405",
    b"OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n": b"405",
    b"TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n": b"405",
    b"\x1b[31m / HTTP/1.1\r\nHost: localhost\r\n\r\n": b"405",
    b"GET / HTTP/9.9\r\nHost: localhost\r\n\r\n": b"505",
    b"GET / HTTP/x\r\n\r\n": b"400",
    b"GET / x y HTTP/1.1\r\n\r\n": b"400",
    b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n": b"414",
    b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"X: y\r\n" * 200 + b"\r\n": b"431",
    b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"y" * 70_000 + b"\r\n\r\n": b"431",
    b"GET / HTTP/1.1\r\nHost: localhost\r\nRange: bytes=0-3\r\n\r\n": b"200",
    b"GET / HTTP/1.1\r\nHost: localhost\r\nRange: bytes=9-3,x\r\n\r\n": b"200",
    b"GET / HTTP/1.1\r\nHost: localhost\r\nIf-Modified-Since: x\r\nContent-Length: -1\r\n\r\n": b"200",
}


@pytest.mark.parametrize("request_", ODD)
def test_an_odd_request_has_a_plain_answer(request_: bytes, port: int, capsys: pytest.CaptureFixture[str]) -> None:
    first = say(port, request_).split(b"\r\n", 1)[0]
    assert first.split(b" ")[1] == ODD[request_]
    assert b"\x1b" not in first
    assert capsys.readouterr() == ("", "")


def test_a_request_without_a_version_is_refused_in_words(port: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert b"The preview answers to names of this machine" in say(port, b"GET /jobs/\r\n\r\n")
    say(port, b"\x00\xff\xfe\r\n\r\n")
    say(port, b"\r\n")
    say(port, b"")
    assert capsys.readouterr() == ("", "")


def test_head_says_what_get_would_and_sends_nothing(port: int) -> None:
    for target in ("/jobs/", "/jobs.json", "/nowhere", "/jobs"):
        got, head = get(port, target)[1], get(port, target, method="HEAD")[1]
        assert head == got.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"


def test_a_folder_without_its_last_slash_leads_to_the_one_with_it(port: int) -> None:
    assert b"\r\nLocation: /jobs/analyst/\r\n" in get(port, "/jobs/analyst")[1]


def test_what_is_handed_out_is_what_was_built(project: Project, port: int) -> None:
    for name in ("jobs.json", "sitemap.xml", "_headers"):
        assert get(port, f"/{name}")[1].partition(b"\r\n\r\n")[2] == (project.folder / "output" / name).read_bytes()


def test_every_output_is_found_at_its_address(project: Project) -> None:
    output = project.folder / "output"
    for path in (output / MANIFEST).read_text().split():
        assert file_at(output, file_asked_for(f"/{path}") or "?") == (output / path).resolve()


def test_three_hundred_slow_clients_keep_nobody_out_and_few_threads_busy(port: int) -> None:
    before = threading.active_count()
    slow = [socket.create_connection(("127.0.0.1", port), timeout=10) for _ in range(300)]
    for number, each in enumerate(slow):
        each.sendall(b"" if number % 3 == 0 else b"GET / HTTP/1.1\r\nX: ")
    assert get(port, "/jobs/")[0] == 200
    deadline = time.monotonic() + 60
    while threading.active_count() > before + MOST + 2 and time.monotonic() < deadline:
        time.sleep(0.02)
    assert threading.active_count() <= before + MOST + 2
    for each in slow:
        each.close()


def test_many_that_listen_keep_nobody_out(project: Project, port: int) -> None:
    before = threading.active_count()
    request = b"GET /.jobboard/events HTTP/1.1\r\nHost: localhost\r\n\r\n"
    listening = []
    for _ in range(80):
        listening.append(socket.create_connection(("127.0.0.1", port), timeout=10))
        listening[-1].sendall(request)
        assert listening[-1].recv(9) == b"HTTP/1.0 "
    assert get(port, "/jobs/")[0] == 200
    for each in listening:
        each.close()
    for _ in range(2):
        project.builds.tell_built(is_new=False)
        time.sleep(0.05)
    assert threading.active_count() <= before + MOST_LISTENING + 2


def test_a_client_is_left_when_its_time_is_over() -> None:
    now = [0.0]
    clients = Clients(lambda: now[0])
    pairs = [socket.socketpair() for _ in range(3)]
    for ours, _ in pairs:
        clients.admit(ours)
    clients.has_asked(pairs[1][0])
    clients.listen(pairs[2][0])
    for moment, left in ((9.9, 3), (10.0, 2), (59.0, 2), (60.0, 1), (1e9, 1)):
        now[0] = moment
        clients.leave_the_late()
        assert len(clients) == left
    assert [theirs.recv(1) for _, theirs in pairs[:2]] == [b"", b""]
    for pair in pairs:
        for each in pair:
            each.close()


def test_a_slow_head_is_hung_up_on(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preview_clients, "TO_ASK", 0.3)
    started = time.monotonic()
    with project.served() as port, socket.create_connection(("127.0.0.1", port), timeout=5) as client:
        with suppress(OSError):
            while time.monotonic() < started + 60:
                client.sendall(b"X")
                time.sleep(0.05)
        assert time.monotonic() - started < 30


def test_nothing_grows_however_often_somebody_saves(tmp_path: Path) -> None:
    project = Project(tmp_path)

    def save(times: int) -> None:
        for number in range(times):
            text = f"Text {number} of {times}. " * 30
            keep_up(project.preview, [project.write(make_posting(text, title=f"Officer {number} of {times}"))])

    def held() -> dict[str, int]:
        caches = (each for each in gc.get_objects() if isinstance(each, _lru_cache_wrapper))
        found = {repr(each.__wrapped__): each.cache_info().currsize for each in caches}
        return {**found, "objects": len(gc.get_objects()) // 100}

    save(40)
    before = held()
    save(SAVES)
    keep_up(project.preview, [set()])
    after = held()
    much = SAVES // 4
    assert {name: size - before.get(name, 0) for name, size in after.items() if size > before.get(name, 0) + much} == {}


def test_connections_end_and_are_forgotten(port: int) -> None:
    for _ in range(MOST + 10):
        connection = HTTPConnection("127.0.0.1", port, timeout=10)
        connection.request("GET", "/jobs.json")
        connection.getresponse().read()
        connection.close()
    assert get(port, "/jobs/")[0] == 200
