"""The web server of `make serve`: the output folder as a static host would serve it, and word of every build.

The pages on the disk hold no script for this. The server adds one line to the pages it hands out; that script hears of
the next build and reloads the page, or shows what held the build up.
"""

from __future__ import annotations

import json
import secrets
import socket
import sys
import threading
from datetime import datetime
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

_OWN = "/.jobboard/"
_EVENTS = f"{_OWN}events"
_FILES = {
    f"{_OWN}preview.js": ("text/javascript; charset=utf-8", "preview.js"),
    f"{_OWN}preview.css": ("text/css; charset=utf-8", "preview.css"),
}


class News(Struct, frozen=True):
    """What open pages hear: the name of the newest build, and the lines on what held a later one up."""

    number: int
    build: str
    trouble: tuple[str, ...] = ()


class Builds:
    """Knows how the last build went, and lets those who wait hear of the next."""

    def __init__(self) -> None:
        self._process = secrets.token_hex(4)
        self._news = News(0, f"{self._process}-0")
        self._changed = threading.Condition()

    @property
    def news(self) -> News:
        return self._news

    def tell_built(self, *, is_new: bool) -> None:
        """A build went well. Pages reload only if the site `is_new`."""
        number = self._news.number + 1
        self._tell(News(number, f"{self._process}-{number}" if is_new else self._news.build))

    def tell_trouble(self, lines: tuple[str, ...]) -> None:
        """A build was held up; the site is as it was."""
        self._tell(replace(self._news, number=self._news.number + 1, trouble=lines))

    def wait(self, heard: News | None, seconds: float) -> News | None:
        """The news, once they are others than those heard; None after `seconds` without any."""
        with self._changed:
            return self._news if self._changed.wait_for(lambda: self._news is not heard, seconds) else None

    def _tell(self, news: News) -> None:
        with self._changed:
            self._news = news
            self._changed.notify_all()


class PreviewHandler(SimpleHTTPRequestHandler):
    """Serves the output folder with the reloading line added to pages.

    With `now`, it says that it is then: the board's script goes by that, and shows the site as on that day.
    """

    extensions_map = {
        **SimpleHTTPRequestHandler.extensions_map,
        ".xml": "application/xml; charset=utf-8",
        ".ics": "text/calendar; charset=utf-8",
    }

    def __init__(self, *args: object, builds: Builds, directory: str, now: datetime | None = None) -> None:
        self._builds = builds
        self._now = now
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = self.path.split("?", 1)[0]
        if path in _FILES:
            type_, name = _FILES[path]
            self._answer(HTTPStatus.OK, type_, Path(__file__).with_name(name).read_bytes())
        elif path == _EVENTS:
            self._tell_of_builds()
        elif (page := self._page(path)) is not None:
            build = self._builds.news.build  # before the page is read: at worst it reloads once more
            self._answer(HTTPStatus.OK, "text/html; charset=utf-8", _with_script(page.read_bytes(), build))
        else:
            super().do_GET()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        missing = Path(self.directory) / "404.html"
        if code == HTTPStatus.NOT_FOUND and missing.is_file():
            page = _with_script(missing.read_bytes(), self._builds.news.build)
            self._answer(HTTPStatus.NOT_FOUND, "text/html; charset=utf-8", page)
        else:
            super().send_error(code, message, explain)

    def end_headers(self) -> None:
        """Nothing is kept by browsers: what is shown is always the last build."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def date_time_string(self, timestamp: float | None = None) -> str:
        return super().date_time_string(self._now.timestamp() if timestamp is None and self._now else timestamp)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name it has in the standard library)
        """Say nothing of requests: the terminal belongs to the builds."""

    def _page(self, path: str) -> Path | None:
        file = Path(self.translate_path(path))
        file = file / "index.html" if path.endswith("/") else file
        return file if file.suffix == ".html" and file.is_file() else None

    def _answer(self, status: HTTPStatus, type_: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", type_)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _tell_of_builds(self) -> None:
        """Server-sent events (HTML Standard, 9.2): how things are at once, then all that is new."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        heard: News | None = None
        try:
            self.wfile.write(b"retry: 300\n\n")
            while True:
                news = self._builds.wait(heard, 15)
                self.wfile.write(b": still here\n\n" if news is None else _as_event(news))
                self.wfile.flush()
                heard = news or heard
        except OSError:
            return


class PreviewServer(ThreadingHTTPServer):
    """One thread a request, each ending with the process. Browsers hang up whenever they like: that is no error."""

    daemon_threads = True

    def __init__(self, address: tuple[str, int], handler: object) -> None:
        if ":" in address[0]:
            self.address_family = socket.AF_INET6
        super().__init__(address, handler)  # type: ignore[arg-type]

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def _as_event(news: News) -> bytes:
    return f"data: {json.dumps({'build': news.build, 'trouble': news.trouble})}\n\n".encode()


def _with_script(page: bytes, build: str) -> bytes:
    line = f'<script src="{_OWN}preview.js" data-build="{build}" defer></script></body>'
    return page.replace(b"</body>", line.encode(), 1)
