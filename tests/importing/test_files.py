"""Addresses are fetched with limits; pictures and files are judged by their first bytes."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from jobboard.importing.sources import fetch
from jobboard.importing.sources.entry import ImportFailedError
from jobboard.importing.sources.fetch import Fetcher
from jobboard.importing.sources.public_hosts import is_public
from tests.helpers import read_tree
from tests.importing.conftest import Import, body_of, make_feed, make_item

PNG = b"\x89PNG\r\n\x1a\n and so on"
PAGES = {
    "/bridge.png": PNG,
    "/plan.pdf": b"%PDF-1.7 and so on",
    "/false.jpg": b"<script>alert(1)</script>",
    "/large.pdf": b"%PDF-" + b"x" * 3_000_000,
}


class Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/inside":
            self.send_response(302)
            self.send_header("Location", "http://localhost:1/secret")
            self.end_headers()
            return
        feed = make_feed(
            make_item(
                description="<![CDATA[<img src='/bridge.png' alt='A bridge'> <img src='/false.jpg' alt='False'>"
                " <img src='/logo.svg' alt='Logo'> <a href='/plan.pdf'>Plan</a>]]>",
                link=f"http://{self.headers['Host']}/a-bridge",
            )
        )
        data = feed.encode() if self.path == "/feed" else PAGES.get(self.path)
        self.send_response(200 if data else 404)
        self.end_headers()
        self.wfile.write(data or b"")

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("no_proxy", "*")
    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as running:
        threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}"
        running.shutdown()


def test_a_feed_is_fetched_from_its_address(import_: Import, content: Path, server: str) -> None:
    import_(f"{server}/feed")
    assert body_of(content, "a-bridge") == (
        f"[A bridge]({server}/bridge.png) [False]({server}/false.jpg) [Logo]({server}/logo.svg) "
        f"[Plan]({server}/plan.pdf)\n"
    )


def test_pictures_and_files_come_only_when_asked_for_and_stay(import_: Import, content: Path, server: str) -> None:
    import_(f"{server}/feed")
    outcome = import_(f"{server}/feed", takes_files=True)
    (picture,) = (path for path in read_tree(content) if path.endswith(".png"))
    (plan,) = (path for path in read_tree(content) if path.endswith(".pdf"))
    assert picture.startswith("images/imported/bridge-")
    assert plan.startswith("files/imported/plan-")
    assert body_of(content, "a-bridge") == (
        f"![A bridge]({picture}) [False]({server}/false.jpg) [Logo]({server}/logo.svg) [Plan]({plan})\n"
    )
    assert f"'{server}/false.jpg' is not kept: it is none of png, jpg, webp, avif, pdf" in outcome.lines
    before = read_tree(content)
    assert import_(f"{server}/feed", takes_files=True).deeds["unchanged"] == 1
    assert import_(f"{server}/feed").deeds["unchanged"] == 1
    assert read_tree(content) == before


def test_a_page_that_is_not_there_is_a_message(import_: Import, server: str) -> None:
    with pytest.raises(ImportFailedError) as error:
        import_(f"{server}/nowhere")
    assert str(error.value) == f"cannot fetch {server}/nowhere: the server answers 404"


def test_no_more_is_fetched_than_the_limit(server: str) -> None:
    with pytest.raises(ImportFailedError, match="it has more than 2 MB"):
        Fetcher("127.0.0.1").fetch(f"{server}/large.pdf", 2_000_000)


def test_a_server_that_dawdles_is_left(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "_SECONDS", 0.0)
    with pytest.raises(ImportFailedError, match="cannot fetch"):
        Fetcher("127.0.0.1").fetch(f"{server}/large.pdf", 20_000_000)


def test_what_a_stranger_names_is_not_fetched_from_this_machine(server: str) -> None:
    with pytest.raises(ImportFailedError, match="it leads to a machine that is not public"):
        Fetcher("blog.example").fetch(f"{server}/bridge.png", 1000)


def test_a_redirect_does_not_lead_inside(server: str) -> None:
    with pytest.raises(ImportFailedError, match="it leads to a machine that is not public"):
        Fetcher("127.0.0.1").fetch(f"{server}/inside", 1000)


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://example.org/x", "data:text/plain,x", "http://", "x"])
def test_only_web_addresses_are_fetched(address: str) -> None:
    with pytest.raises(ImportFailedError, match="it is no http or https address"):
        Fetcher().fetch(address, 1000)


SPECIAL = [
    "0.0.0.0",
    "10.0.0.1",
    "100.64.0.1",
    "127.0.0.1",
    "127.9.9.9",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.1",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.19.255.255",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::7f00:1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:0:127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:0:7f00:1::",
    "2001:10::1",
    "2001:20::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "2002:808:808::",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd00::1",
    "fe80::1",
    "fe80::1%eth0",
    "2606:4700::1%eth0",
    "fec0::1",
    "ff02::1",
    "4000::1",
]
PUBLIC = [
    "8.8.8.8",
    "100.63.0.1",
    "100.128.0.1",
    "172.32.0.1",
    "193.0.0.1",
    "2606:4700::1111",
    "::ffff:8.8.8.8",
    "64:ff9b::808:808",
]


@pytest.mark.parametrize("number", SPECIAL)
def test_a_special_number_is_not_public(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize("number", PUBLIC)
def test_the_number_of_a_machine_of_the_internet_is_public(number: str) -> None:
    assert is_public(number)


def looked_up(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """What is asked of a name service that gives these answers in turn."""
    asks: list[str] = []

    def answer(host: str, port: int, **_: object) -> list[object]:
        asks.append(host)
        number = answers[min(len(asks), len(answers)) - 1]
        family = socket.AF_INET6 if ":" in number else socket.AF_INET
        return [(family, socket.SOCK_STREAM, 6, "", (number, port))]

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    monkeypatch.setenv("no_proxy", "*")
    return asks


@pytest.mark.parametrize("number", [each for each in SPECIAL if "%" not in each])
def test_what_a_stranger_names_does_not_lead_to_a_special_number(number: str, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up(monkeypatch, number)
    with pytest.raises(ImportFailedError, match="it leads to a machine that is not public"):
        Fetcher("blog.example").fetch("http://pictures.example/x.png", 1000)


NUMBERS = ["2130706433", "0x7f000001", "0177.0.0.1", "0x7f.1", "127.1", "127.0.0.1.", "[::ffff:7f00:1]", "localhost."]


@pytest.mark.parametrize("host", NUMBERS)
def test_a_number_in_another_spelling_is_judged_by_where_it_leads(host: str, server: str) -> None:
    port = server.rsplit(":", 1)[1]
    with pytest.raises(ImportFailedError, match=r"not public|is no name and no number|Name or service|no address"):
        Fetcher("blog.example").fetch(f"http://{host}:{port}/bridge.png", 1000)


def test_a_host_that_was_public_does_not_become_one_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up(monkeypatch, "192.0.2.7", "127.0.0.1")
    monkeypatch.setattr(fetch, "is_public", lambda number: number != "127.0.0.1")
    monkeypatch.setattr(fetch, "_SECONDS", 0.3)
    fetcher = Fetcher("blog.example")
    for url in ("http://blog.example/feed", "http://blog.example:8080/x.png", "http://BLOG.example.:6379/x.png"):
        with pytest.raises(ImportFailedError) as error:
            fetcher.fetch(url, 1000)
        assert ("not public" in str(error.value)) is (url != "http://blog.example/feed")


def test_an_import_looks_each_host_up_once(import_: Import, server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asks = looked_up(monkeypatch, "127.0.0.1")
    import_(f"{server.replace('127.0.0.1', 'blog.example')}/feed", takes_files=True)
    assert asks == ["blog.example"]


@pytest.mark.parametrize("port", [22, 25, 110, 445, 1023])
def test_a_stranger_names_no_port_of_another_service(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up(monkeypatch, "8.8.8.8")
    with pytest.raises(ImportFailedError, match=f"port {port} is not one of the web's"):
        Fetcher("blog.example").fetch(f"http://pictures.example:{port}/x.png", 1000)


def test_a_packed_feed_that_was_cut_is_not_read(import_text: Import, content: Path) -> None:
    packed = gzip.compress(make_feed(*(make_item(guid=f"tag:{n}") for n in range(400))).encode())
    before = read_tree(content)
    for cut in (9, 100, len(packed) - 9, len(packed) - 1):
        with pytest.raises(ImportFailedError):
            import_text(packed[:cut])
    assert read_tree(content) == before
