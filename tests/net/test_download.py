"""A download is whole and in time, or a sentence: servers on this machine dawdle, cut short and lead astray."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from jobboard.net import download as module
from jobboard.net.download import NotFetchedError, Request, addresses_of, answer_of, download, parts_of

Talk = Callable[[socket.socket], None]
HEAD = b"HTTP/1.1 200 OK\r\n"

PATIENCE = 30
"""Seconds after which what should have ended is called endless: a hundred times the time that is given here, since
machines are busy, and far less than a system waits of itself."""


@contextmanager
def answering(talk: Talk) -> Iterator[str]:
    """The address of a server that does with every connection what `talk` says, once it has read a request."""

    def serve() -> None:
        with suppress(OSError):
            while True:
                threading.Thread(target=answer, args=(server.accept()[0],), daemon=True).start()

    def answer(client: socket.socket) -> None:
        with client, suppress(OSError):
            client.recv(65536)
            talk(client)

    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=serve, daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}"
        server.shutdown(socket.SHUT_RDWR)


def saying(data: bytes) -> Talk:
    return lambda client: client.sendall(data)


def dropping(start: bytes, drop: bytes) -> Talk:
    """Says something, and then the same few bytes again and again, slowly."""

    def talk(client: socket.socket) -> None:
        client.sendall(start)
        while True:
            client.sendall(drop)
            time.sleep(0.05)

    return talk


def silent(client: socket.socket) -> None:
    client.recv(1)  # until the other side leaves


def asked(seconds: float = 10, most: int = 1_000_000, **changes: object) -> Request:
    return Request(headers={}, most=most, seconds=seconds, look_up=addresses_of, **changes)  # type: ignore[arg-type]


def refused(url: str, **changes: object) -> str:
    with pytest.raises(NotFetchedError) as raised:
        download(url, asked(**changes))  # type: ignore[arg-type]
    return str(raised.value)


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1,localhost")


SLOW = {
    "that says nothing": silent,
    "that drops its head": dropping(HEAD + b"X-A: ", b"a"),
    "that adds lines to its head": dropping(HEAD, b"X: y\r\n"),
    "that asks to go on": dropping(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    "that drops a body of known length": dropping(HEAD + b"Content-Length: 9000\r\n\r\n", b"a"),
    "that drops a body of unknown length": dropping(HEAD + b"\r\n", b"a"),
    "that drops pieces": dropping(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"),
    "that drops the length of a piece": dropping(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"0"),
    "that drops what follows the pieces": dropping(HEAD + b"Transfer-Encoding: chunked\r\n\r\n0\r\n", b"X: y\r\n"),
}


@pytest.mark.parametrize("talk", SLOW.values(), ids=SLOW)
def test_a_server_is_left_when_the_time_is_over(talk: Talk) -> None:
    started = time.monotonic()
    with answering(talk) as url:
        assert refused(url, seconds=0.4) == "it takes longer than 0 seconds"
    assert time.monotonic() - started < PATIENCE


def test_redirects_do_not_give_more_time() -> None:
    def talk(client: socket.socket) -> None:
        time.sleep(0.2)
        client.sendall(b"HTTP/1.1 302 Found\r\nLocation: /again\r\n\r\n")

    started = time.monotonic()
    with answering(talk) as url:
        assert "longer" in refused(url, seconds=0.5)
    assert time.monotonic() - started < PATIENCE


def test_a_name_that_is_never_found_ends_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: time.sleep(3 * PATIENCE) or [])
    started = time.monotonic()
    assert "longer" in refused("http://host.example/", seconds=0.3)
    assert time.monotonic() - started < PATIENCE


def test_a_machine_that_takes_no_connection_ends_in_time() -> None:
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        waiting = [socket.socket() for _ in range(4)]
        for each in waiting:
            each.setblocking(False)
            each.connect_ex(full.getsockname())
        started = time.monotonic()
        refused(f"http://127.0.0.1:{full.getsockname()[1]}/", seconds=0.5)
        assert time.monotonic() - started < PATIENCE
        for each in waiting:
            each.close()


CUT = {
    "less than its length": HEAD + b"Content-Length: 10\r\n\r\nabc",
    "nothing of its length": HEAD + b"Content-Length: 10\r\n\r\n",
    "a piece cut": HEAD + b"Transfer-Encoding: chunked\r\n\r\n9\r\nabc",
    "no last piece": HEAD + b"Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
    "no length of the next piece": HEAD + b"Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n5",
    "no pieces": HEAD + b"Transfer-Encoding: chunked\r\n\r\n",
    "two lengths": HEAD + b"Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc",
    "a length in words": HEAD + b"Content-Length: three\r\n\r\nabc",
    "a negative length": HEAD + b"Content-Length: -3\r\n\r\nabc",
    "a part": b"HTTP/1.1 206 Partial Content\r\nContent-Length: 3\r\n\r\nabc",
    "nothing to say": b"HTTP/1.1 204 No Content\r\n\r\n",
    "no answer": b"",
    "half a head": b"HTTP/1.1 200 O",
    "no HTTP": b"\x1b[31mSSH-2.0\r\n\r\n",
}


@pytest.mark.parametrize("said", CUT.values(), ids=CUT)
def test_what_is_not_whole_is_an_error(said: bytes) -> None:
    with answering(saying(said)) as url:
        assert "\x1b" not in refused(url)


WHOLE = {
    "by its length": HEAD + b"Content-Length: 3\r\n\r\nabc",
    "by its length said twice": HEAD + b"Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc and more",
    "by its pieces": HEAD + b"Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n",
    "by its end": HEAD + b"\r\nabc",
}


@pytest.mark.parametrize("said", WHOLE.values(), ids=WHOLE)
def test_what_is_whole_is_handed_on(said: bytes) -> None:
    with answering(saying(said)) as url:
        assert download(url, asked(most=3)) == b"abc"


@pytest.mark.parametrize("said", WHOLE.values(), ids=WHOLE)
def test_more_than_the_limit_is_an_error(said: bytes) -> None:
    with answering(saying(said.replace(b"Content-Length: 3", b"Content-Length: 7"))) as url:
        refused(url, most=2)


def test_redirects_are_followed_five_times_and_no_more() -> None:
    asks: list[bytes] = []

    def talk(client: socket.socket) -> None:
        asks.append(b"")
        client.sendall(b"HTTP/1.1 301 Moved\r\nLocation: /\xc3\xa9 t\r\n\r\n")

    with answering(talk) as url:
        assert refused(url) == "it leads from one address to the next more than 5 times"
    assert len(asks) == 6


ELSEWHERE = ["file:///etc/passwd", "ftp://h.example/", "gopher://h.example/", "//", "http:", "data:,x", "http://"]


@pytest.mark.parametrize("place", ELSEWHERE)
def test_a_redirect_leads_to_the_web_or_nowhere(place: str) -> None:
    with answering(saying(f"HTTP/1.1 302 Found\r\nLocation: {place}\r\n\r\n".encode())) as url:
        refused(url)


def test_a_name_is_looked_up_once_and_the_connection_goes_to_what_was_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    asks: list[str] = []

    def look_up(host: str, port: int, _seconds: float) -> list[module.Destination]:
        asks.append(host)
        return [(socket.AF_INET, ("127.0.0.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: pytest.fail("looked up again"))
    with answering(saying(WHOLE["by its length"])) as url:
        port = url.rsplit(":", 1)[1]
        request = Request(headers={}, most=9, seconds=5, look_up=look_up)
        assert download(f"http://name.example:{port}/", request) == b"abc"
    assert asks == ["name.example"]


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A key and a certificate for `host.example` that signs itself."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("needs openssl, to make a certificate")
    file = tmp_path_factory.mktemp("certificate") / "host.pem"
    command = [
        openssl,
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        f"{file}.key",
        "-out",
        f"{file}.crt",
    ]
    subject = ["-subj", "/CN=host.example", "-addext", "subjectAltName=DNS:host.example", "-days", "30000"]
    subprocess.run([*command, *subject], check=True, capture_output=True, timeout=60)
    file.write_bytes(Path(f"{file}.key").read_bytes() + Path(f"{file}.crt").read_bytes())
    return str(file)


@contextmanager
def secured(certificate: str, say: bytes, *, is_cut: bool = False) -> Iterator[Request]:
    """A request that finds every name at a server with that certificate; it may end without a word of farewell."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    names: list[str | None] = []
    context.sni_callback = lambda _socket, name, _context: names.append(name)

    def serve() -> None:
        with suppress(OSError), context.wrap_socket(server.accept()[0], server_side=True) as client:
            client.recv(65536)
            client.sendall(say)
            if not is_cut:
                client.unwrap()

    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        place = [(socket.AF_INET, ("127.0.0.1", port))]
        yield Request(headers={}, most=99, seconds=5, look_up=lambda *_: place)
        thread.join(5)
    assert names in ([], ["host.example"], ["other.example"])


def test_a_certificate_is_that_of_the_name_and_not_of_the_number(
    certificate: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", certificate)
    monkeypatch.setenv("no_proxy", "*")
    with secured(certificate, WHOLE["by its end"]) as request:
        assert download("https://host.example/", request) == b"abc"
    with (
        secured(certificate, WHOLE["by its end"]) as request,
        pytest.raises(NotFetchedError, match="not to be trusted"),
    ):
        download("https://other.example/", request)


def test_a_secured_answer_that_just_ends_was_cut_short(certificate: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", certificate)
    monkeypatch.setenv("no_proxy", "*")
    said = WHOLE["by its end"]
    with secured(certificate, said, is_cut=True) as request, pytest.raises(NotFetchedError, match="cut short"):
        download("https://host.example/", request)


READ_TWO_WAYS = [
    "http://bank.example@127.0.0.1/",
    "http://user:secret@h.example/",
    "http://127.0.0.1\\@h.example/",
    "http://h.example\\.bank.example/",
    "http://h.example /",
    "http://h.example\t/",
    "http://h.example\n/",
    "http://h.exa%6dple/",
    "http://127。0。0。1/",
    "http://ｈ.example/",
    "http://[::1%25eth0]/",
    "http://[::1/",
    "http://h.example:0/",
    "http://h.example:99999/",
    "http://h.example:8x/",
    "http://h.example;b.example/",
    "http:///x",
    "http://:80/",
]


@pytest.mark.parametrize("url", READ_TWO_WAYS)
def test_an_address_that_can_be_read_in_two_ways_is_none(url: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parts_of(url)


def test_a_stranger_is_reached_through_a_proxy_by_the_number_that_was_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[bytes] = []

    def proxy(client: socket.socket) -> None:
        client.sendall(b"HTTP/1.1 200 Connected\r\n\r\n")
        heard.append(client.recv(65536))
        client.sendall(WHOLE["by its length"])

    with answering(proxy) as url:
        monkeypatch.setenv("http_proxy", url.replace("//", "//me:secret@"))
        monkeypatch.setenv("no_proxy", "")
        request = Request(
            headers={},
            most=9,
            seconds=5,
            look_up=lambda _host, port, _seconds: [(socket.AF_INET, ("192.0.2.1", port))],
            is_trusted=lambda host: host == "home.example",
        )
        assert download("http://stranger.example/x", request) == b"abc"
    assert heard[0].startswith(b"GET /x HTTP/1.1\r\n")
    assert b"\r\nHost: stranger.example\r\n" in heard[0]
    assert b"secret" not in heard[0]
    assert b"Proxy-Authorization" not in heard[0]


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        (b"HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\nVary: a\r\nVARY: b\r\n\r\nno", (404, "a, b", b"no")),
        (b"HTTP/1.1 301 Moved\r\nLocation: /there\r\nContent-Length: 0\r\nVary: a\r\n\r\n", (301, "a", b"")),
        (
            b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nVary: a\r\nContent-Length: 2\r\n\r\n\x1f\x8b",
            (200, "a", b"\x1f\x8b"),
        ),
    ],
)
def test_an_answer_is_handed_on_whatever_it_is(said: bytes, answer: tuple[int, str, bytes]) -> None:
    with answering(lambda client: client.sendall(said)) as address:
        came = answer_of(address, asked())
    assert (came.status, came.headers["vary"], came.body) == answer


@pytest.mark.parametrize("said", [b"", b"HTTP/1.1 404 No\r\nContent-Length: 9\r\n\r\nno", b"SSH-2.0\r\n"])
def test_what_is_no_whole_answer_is_an_error_with_its_reason(said: bytes) -> None:
    with answering(lambda client: client.sendall(said)) as address, pytest.raises(NotFetchedError):
        answer_of(address, asked())
