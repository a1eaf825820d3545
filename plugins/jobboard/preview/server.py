"""The web server of `make serve`: the output folder as a static host would serve it, and word of every build.

The pages on the disk hold no script for this. The server adds one line to the pages it hands out; that script hears of
the next build and reloads the page, or shows what held the build up.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import sys
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote

from jobboard.preview.builds import Builds, News
from jobboard.preview.clients import Clients
from jobboard.preview.files import file_asked_for
from jobboard.preview.shown import Served
from jobboard.source.characters import escaped

_OWN = "/.jobboard/"
_EVENTS = f"{_OWN}events"
_FILES = {
    f"{_OWN}preview.js": ("text/javascript; charset=utf-8", "preview.js"),
    f"{_OWN}preview.css": ("text/css; charset=utf-8", "preview.css"),
}

_HOST = re.compile(r"(?:(?P<name>[A-Za-z0-9._-]+)|\[(?P<number>[0-9A-Fa-f:.]+)\])(?::[0-9]{0,5})?")
_NOT_OURS = "The preview answers to names of this machine: open http://localhost:%d/, or name the host with --bind."


class PreviewHandler(BaseHTTPRequestHandler):
    """Serves the output folder with the reloading line added to pages.

    It answers to names of this machine alone: `host`, which it was told to serve at, `localhost`, and the number that
    the connection came to. A page from elsewhere whose name was made to lead here reads nothing. Of a site that is
    shown as of an instant it says that it is then: the board's script goes by that, and shows the site as on that day.

    `?now=2026-12-10T10:00` behind any address asks for the site as of that minute, of a site that can be shown so.
    """

    timeout = 10
    """Seconds without a byte, either way."""

    server_version, sys_version = "jobboard", ""
    default_request_version = "HTTP/1.0"
    error_content_type = "text/plain; charset=utf-8"
    error_message_format = "%(code)d %(message)s\n"

    def __init__(self, *args: Any, builds: Builds, site: Served, host: str = "localhost") -> None:
        self._builds = builds
        self._site = site
        self._host = host
        self._clients: Clients = getattr(args[2], "clients", None) or Clients()
        super().__init__(*args)

    def parse_request(self) -> bool:
        """Read the head of a request; what is not to be answered is refused here, whatever it asks."""
        if not super().parse_request():
            return False
        self._clients.has_asked(self.connection)
        if not self._is_for_us():
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST, _NOT_OURS % self.server.server_port)  # type: ignore[attr-defined]
        elif self.command not in ("GET", "HEAD"):
            self.send_error(HTTPStatus.METHOD_NOT_ALLOWED, "The preview can be read, and nothing else.")
        elif not self.path.startswith("/"):
            self.send_error(HTTPStatus.BAD_REQUEST, "This is no address of the site.")
        else:
            return True
        return False

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        if instants := parse_qs(query).get("now"):
            self._show_as_of(instants[-1], path)
        elif path in _FILES:
            type_, name = _FILES[path]
            self._answer(HTTPStatus.OK, type_, Path(__file__).with_name(name).read_bytes())
        elif path == _EVENTS:
            self._tell_of_builds()
        else:
            self._answer_with_file(file_asked_for(self.path))

    def do_HEAD(self) -> None:
        self.do_GET()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        self.close_connection = True
        missing = self._site.at("404.html") if code == HTTPStatus.NOT_FOUND else None
        if missing is not None:
            page = _with_script(missing.bytes(), self._builds.news.build, self._site.bar("404.html"))
            self._answer(HTTPStatus.NOT_FOUND, "text/html; charset=utf-8", page)
        else:
            super().send_error(code, escaped(message) if message else None, explain)

    def end_headers(self) -> None:
        """Nothing is kept by browsers: what is shown is always the last build."""
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def date_time_string(self, timestamp: float | None = None) -> str:
        now = self._site.now
        return super().date_time_string(now.timestamp() if timestamp is None and now else timestamp)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name it has in the standard library)
        """Say nothing of requests: the terminal belongs to the builds."""

    def _is_for_us(self) -> bool:
        """True if the one host the request names is one of this machine."""
        named = self.headers.get_all("Host", [])
        found = _HOST.fullmatch(named[0].strip()) if len(named) == 1 else None
        number = str(self.connection.getsockname()[0]).partition("%")[0]
        own = {"localhost", "127.0.0.1", "::1", self._host.lower(), number.removeprefix("::ffff:")}
        return found is not None and (found["number"] or found["name"]).lower().removesuffix(".") in own

    def _show_as_of(self, text: str, path: str) -> None:
        """Show the site as of that minute from now on, and this page first."""
        try:
            self._site.show_as_of(text)
        except ValueError as error:
            self.send_error(HTTPStatus.BAD_REQUEST, str(error))
        else:
            self._lead_to(HTTPStatus.SEE_OTHER, f"/{quote(file_asked_for(path) or '')}")

    def _answer_with_file(self, path: str | None) -> None:
        build = self._builds.news.build  # before the page is read: at worst it reloads once more
        found = None if path is None else self._site.at(path)
        if found is not None and found.is_page:
            page = _with_script(found.bytes(), build, self._site.bar(path or ""))
            self._answer(HTTPStatus.OK, found.type, page)
        elif found is not None and isinstance(found.content, Path):
            self._send(found.content, found.type)
        elif found is not None:
            self._answer(HTTPStatus.OK, found.type, found.bytes())
        elif path and not path.endswith("/") and self._site.at(f"{path}/") is not None:
            self._lead_to(HTTPStatus.MOVED_PERMANENTLY, f"/{quote(path)}/")
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _lead_to(self, status: HTTPStatus, address: str) -> None:
        self.send_response(status)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, file: Path, type_: str) -> None:
        """A file piece by piece, since it may be large."""
        with file.open("rb") as opened:
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", type_)
            self.send_header("Content-Length", str(os.fstat(opened.fileno()).st_size))
            self.end_headers()
            if self.command != "HEAD":
                shutil.copyfileobj(opened, self.wfile)

    def _answer(self, status: HTTPStatus, type_: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", type_)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _tell_of_builds(self) -> None:
        """Server-sent events (HTML Standard, 9.2): how things are at once, then all that is new."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        if self.command == "HEAD":
            return
        self._clients.listen(self.connection)
        heard: News | None = None
        with suppress(OSError):
            self.wfile.write(b"retry: 300\n\n")
            while True:
                news = self._builds.wait(heard, 15)
                self.wfile.write(b": still here\n\n" if news is None else _as_event(news))
                self.wfile.flush()
                heard = news or heard


class PreviewServer(ThreadingHTTPServer):
    """One thread for each of a bounded number of clients. They hang up whenever they like: that is no error."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, address: tuple[str, int], handler: object) -> None:
        if ":" in address[0]:
            self.address_family = socket.AF_INET6
        self.clients = Clients()
        super().__init__(address, handler)  # type: ignore[arg-type]

    def process_request(self, request: Any, client_address: Any) -> None:
        self.clients.admit(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self.clients.forget(request)
        super().shutdown_request(request)

    def service_actions(self) -> None:
        self.clients.leave_the_late()

    def server_close(self) -> None:
        super().server_close()
        self.clients.leave_all()

    def handle_error(self, *_: object) -> None:
        """What goes wrong with one client is a line at most: the terminal belongs to the builds."""
        error = sys.exception()
        if error is not None and not isinstance(error, OSError):
            sys.stderr.write(escaped(f"serve: a request failed: {type(error).__name__}: {error}") + "\n")


def _as_event(news: News) -> bytes:
    return f"data: {json.dumps({'build': news.build, 'trouble': news.trouble})}\n\n".encode()


def _with_script(page: bytes, build: str, bar: bytes) -> bytes:
    line = f'<script src="{_OWN}preview.js" data-build="{build}" defer></script></body>'
    return page.replace(b"</body>", bar + line.encode(), 1)
