"""A reader: a tab with a clock and a zone of its own, on a site served from this machine."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Locator, Page, Route

from tests.helpers import at

_TYPES = {"html": "text/html; charset=utf-8", "css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
_NOTHING_AHEAD = {"last_change": "2026-01-01T00:00:00Z", "next_change": None, "content": ""}


class Reader:
    """Opens pages of `site` at `now` (on Brussels' clocks). The server's clock is right; the reader's is `wrong` by."""

    def __init__(
        self,
        browser: Browser,
        site: Mapping[str, bytes],
        now: str | datetime,
        *,
        zone: str = "Europe/Brussels",
        script: bool = True,
        build: Mapping[str, str | None] | None = None,
        wrong: timedelta = timedelta(),
        headers: Mapping[str, str] | None = None,
        **more: object,
    ) -> None:
        self.files = {**site, "build.json": json.dumps(build or _NOTHING_AHEAD).encode()}
        self.now = (at(now) if isinstance(now, str) else now).astimezone(UTC)
        self.headers = headers or {}
        self._script = script
        self.errors: list[str] = []
        self.foreign: list[str] = []
        self._expected: list[str] = []
        self._permitted: list[str] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._serving = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05})
        self._serving.start()
        self.home = f"http://127.0.0.1:{self._server.server_port}/"
        self._context = browser.new_context(
            timezone_id=zone, java_script_enabled=script, base_url=self.home, service_workers="block", **more
        )
        self.page: Page = self._context.new_page()
        self.page.clock.install(time=self.now + wrong)
        self.page.on(
            "console", lambda said: self.errors.append(said.text) if said.type in ("error", "warning") else None
        )
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", lambda made: None if made.url.startswith(self.home) else self.foreign.append(made.url))

    def open(self, path: str) -> None:
        """Go to a page, and let the script ask the site."""
        if not self._script:
            self.page.goto(path)
            return
        with self.page.expect_event("requestfinished", lambda made: made.url.endswith("/build.json")):
            self.page.goto(path)
        self.page.evaluate("fetch('/robots.txt').then((reply) => reply.text())")  # by now the answer is read

    def wait_until(self, now: str) -> None:
        """Leave the tab open until then."""
        step, self.now = at(now).astimezone(UTC) - self.now, at(now).astimezone(UTC)
        self.page.clock.run_for(step // timedelta(milliseconds=1))

    def sleep_until(self, now: str) -> None:
        """Close the lid until then: timers that were due fire once."""
        step, self.now = at(now).astimezone(UTC) - self.now, at(now).astimezone(UTC)
        self.page.clock.fast_forward(step // timedelta(milliseconds=1))

    def find(self, selector: str) -> Locator:
        return self.page.locator(selector)

    def hold(self, pattern: str) -> Callable[[], None]:
        """Keep back the answers to what matches, until what this returns is called. It waits for the first question."""
        held: list[Route] = []

        def keep(route: Route) -> None:
            held.append(route)

        def release() -> None:
            assert self._comes(lambda: bool(held))
            for each in held:
                each.continue_()
            self.page.unroute(pattern)

        self.page.route(pattern, keep)
        return release

    def expect_error(self, words: str) -> None:
        """Errors with these words are no fault, however many there are and whenever they come; one must."""
        self._expected.append(words)

    def permit(self, home: str) -> None:
        """What is asked of that host is no fault."""
        self._permitted.append(home)

    def leave(self) -> None:
        """Close the tab. Nothing may have gone wrong, and no other host been asked, but what was named."""
        missing = [words for words in self._expected if not self._comes(partial(self._hears, words))]
        self._end()
        unexpected = [said for said in self.errors if not any(words in said for words in self._expected)]
        elsewhere = [url for url in self.foreign if not url.startswith((*self._permitted, self.home))]
        assert (unexpected, elsewhere, missing) == ([], [], [])

    def _hears(self, words: str) -> bool:
        return any(words in said for said in self.errors)

    def _comes(self, is_there: Callable[[], bool]) -> bool:
        """What the browser does is told a moment later."""
        for _ in range(500):
            if is_there():
                return True
            self.page.wait_for_timeout(10)
        return False

    def _end(self) -> None:
        self._context.close()
        self._server.shutdown()
        self._server.server_close()
        self._serving.join()


def _handler(reader: Reader) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = urlsplit(self.path).path.removeprefix("/")
            path = f"{path}index.html" if path == "" or path.endswith("/") else path
            data = reader.files.get(path)
            self.send_response(404 if data is None else 200)
            self.send_header("Content-Type", _TYPES.get(path.rsplit(".", 1)[-1], "application/octet-stream"))
            for name, value in reader.headers.items():
                self.send_header(name, value)
            self.end_headers()
            with suppress(ConnectionError):  # a page that is left asks for no more
                self.wfile.write(data or b"")

        def date_time_string(self, timestamp: float | None = None) -> str:
            return format_datetime(reader.now.astimezone(UTC), usegmt=True)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Handler
