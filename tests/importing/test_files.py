"""Addresses are fetched with limits; pictures and files are judged by their first bytes."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from jobboard.importing import fetch
from jobboard.importing.entry import ImportFailedError
from jobboard.importing.fetch import Fetcher
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
    monkeypatch.setattr(fetch, "SECONDS", 0.0)
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
