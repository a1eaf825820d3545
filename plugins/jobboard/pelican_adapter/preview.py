"""`make serve`: build, serve, and build again on every save, in one process; open pages reload themselves.

The pages on the disk hold no script for this. The server adds one line to the pages it hands out, which
listens for the next build.
"""

from __future__ import annotations

import functools
import os
import sys
import threading
from collections.abc import Iterator
from datetime import datetime
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchfiles import watch

from jobboard import report
from jobboard.build import ContentError
from jobboard.engine.write import OutputError
from jobboard.outputs.theme import ThemeError
from jobboard.pelican_adapter.plugin import build_site
from jobboard.pelican_adapter.run import Options, load_settings
from jobboard.pelican_adapter.settings import Settings, SettingsError

PACKAGE = Path(__file__).parents[1]
"""The code itself: a change in it starts the server anew."""

_SCRIPT = "/.jobboard/reload.js"
_EVENTS = "/.jobboard/events"
_RELOAD = f"""\
const events = new EventSource("{_EVENTS}");
events.addEventListener("built", () => location.reload());
"""


class Builds:
    """Counts builds, so that waiting pages hear of the next one."""

    def __init__(self) -> None:
        self._number = 0
        self._changed = threading.Condition()

    def announce(self) -> None:
        with self._changed:
            self._number += 1
            self._changed.notify_all()

    def wait(self, seconds: float) -> bool:
        """True once a build was announced, False after `seconds` without one."""
        with self._changed:
            before = self._number
            return self._changed.wait_for(lambda: self._number != before, seconds)


def serve(options: Options, bind: str, port: int) -> int:
    """Serve until interrupted; the exit code is 1 if the settings or the address cannot be used."""
    try:
        settings = load_settings(options)
    except SettingsError as error:
        report.print_failure(error)
        return 1
    settings.output.mkdir(parents=True, exist_ok=True)
    _build(options)
    builds = Builds()
    handler = functools.partial(
        PreviewHandler, builds=builds, directory=str(settings.output), now=settings.now if options.now else None
    )
    try:
        server = ThreadingHTTPServer((bind, port), handler)
    except OSError as error:
        report.print_failure(
            OutputError(f"Cannot serve at {bind}:{port}: {error.strerror}; choose another with --port")
        )
        return 1
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    report.say(f"Serving at {options.site_url}/ - stop with Ctrl+C")
    try:
        for changed in _changes(settings, Path(options.settings)):
            report.say(f"\nSaved: {', '.join(sorted(path.name for path in changed))}")
            if any(path.is_relative_to(PACKAGE) for path in changed):
                server.server_close()
                os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 (new code, new process)
            if _build(options):
                builds.announce()
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()
    return 0


def _changes(settings: Settings, settings_file: Path) -> Iterator[set[Path]]:
    watched = (settings.content, settings.theme, settings_file, PACKAGE)
    for changes in watch(*watched, step=20, debounce=200, raise_interrupt=True):
        yield {Path(path) for _, path in changes}


def _build(options: Options) -> bool:
    """Build once; a failure is reported and the site stays as it was."""
    try:
        build_site(load_settings(options))
    except (SettingsError, ThemeError, ContentError, OutputError) as error:
        report.print_failure(error)
        return False
    return True


class PreviewHandler(SimpleHTTPRequestHandler):
    """Serves the output folder as a static host would, with the reloading line added to pages.

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
        if path == _SCRIPT:
            self._answer(HTTPStatus.OK, "text/javascript; charset=utf-8", _RELOAD.encode())
        elif path == _EVENTS:
            self._wait_for_build()
        elif (page := self._page(path)) is not None:
            self._answer(HTTPStatus.OK, "text/html; charset=utf-8", _with_script(page.read_bytes()))
        else:
            super().do_GET()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        missing = Path(self.directory) / "404.html"
        if code == HTTPStatus.NOT_FOUND and missing.is_file():
            self._answer(HTTPStatus.NOT_FOUND, "text/html; charset=utf-8", _with_script(missing.read_bytes()))
        else:
            super().send_error(code, message, explain)

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
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def _wait_for_build(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        try:
            while True:
                message = b"event: built\ndata: 1\n\n" if self._builds.wait(15) else b": still here\n\n"
                self.wfile.write(message)
                self.wfile.flush()
        except OSError:
            return


def _with_script(page: bytes) -> bytes:
    return page.replace(b"</body>", f'<script src="{_SCRIPT}" defer></script></body>'.encode(), 1)
