"""The web server of `jobboard write`: the form, pages as they will look, and what the form asks to be done.

It answers at 127.0.0.1 to whoever knows the token in its address, asks that the host named is its own, and does only
what its own pages ask for: a page from elsewhere can neither read nor write through it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from jobboard.editing.refusal import NotEditedError
from jobboard.outputs.form.local import said_here
from jobboard.pipeline.failure import SYSTEM_ERRORS, sentence_of
from jobboard.preview.files import file_asked_for, file_at, media_type
from jobboard.settings.settings import SettingsError
from jobboard.source.characters import escaped
from jobboard.source.message import Phrase
from jobboard.writing_desk.desk import Desk
from jobboard.writing_desk.pages import SeenPages
from jobboard.writing_desk.papers import take_paper
from jobboard.writing_desk.work import DOES, opened, overview, put_file, seen, told_as_refused, too_large

OWN = ".write/"
_MOST = 1_000_000
"""Bytes of a request that is no file."""

_NO_FRAMES = b"default-src &#39;none&#39;; "
_FRAMES = _NO_FRAMES + b"frame-src &#39;self&#39;; "
"""In the policy of a page: beside the form its page is shown."""


_FILE_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'"
"""Of a file of the content, which nobody has looked at yet: opened by its address, a drawing or a page of a stranger's
would run beside the token."""

_TAKES = {"file": put_file, "paper": take_paper}
"""What takes a file in, by name."""


class WritingHandler(BaseHTTPRequestHandler):
    """Serves what stands below the token. `open_desk` reads the content anew for each request that needs it."""

    timeout = 10
    server_version, sys_version = "jobboard", ""
    error_content_type = "text/plain; charset=utf-8"
    error_message_format = "%(code)d %(message)s\n"

    def __init__(
        self, *args: Any, token: str, pages: SeenPages, open_desk: Callable[[], Desk], lock: Lock, content: Path
    ) -> None:
        self._root, self._pages, self._open_desk, self._lock = f"/{token}/", pages, open_desk, lock
        self._content = content
        super().__init__(*args)

    def parse_request(self) -> bool:
        """Read the head of a request; what is not ours is refused here, whatever it asks."""
        if not super().parse_request():
            return False
        host = f"127.0.0.1:{self.server.server_port}"  # type: ignore[attr-defined]
        origin = self.headers.get_all("Origin", [])
        if self.headers.get_all("Host", []) != [host]:
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST, f"This answers at http://{host}/ alone.")
        elif (origin or self.command == "POST") and origin != [f"http://{host}"]:
            self.send_error(HTTPStatus.FORBIDDEN, "This answers to its own pages alone.")
        elif not self.path.startswith(self._root):
            self.send_error(HTTPStatus.NOT_FOUND, "Nothing is here. Open the address that jobboard write has shown.")
        elif self.command not in ("GET", "POST"):
            self.send_error(HTTPStatus.METHOD_NOT_ALLOWED, "This is not answered.")
        else:
            return True
        return False

    def do_GET(self) -> None:
        parts = urlsplit(self.path.removeprefix(self._root.rstrip("/")))
        path = unquote(parts.path).removeprefix("/")
        if path == f"{OWN}here.js":
            self._answer(HTTPStatus.OK, "text/javascript", Path(__file__).with_name("here.js").read_bytes())
        elif path == f"{OWN}items":
            self._tell(lambda: {**overview(desk := self._open_desk()), "say": said_here(desk.settings.site)})
        elif path == f"{OWN}item":
            asked = parse_qs(parts.query).get("path", [""])[0]
            self._tell(lambda: opened(self._open_desk(), asked))
        elif path.startswith("media/"):
            self._send_media(path)
        else:
            self._send_page(path)

    def do_POST(self) -> None:
        parts = urlsplit(self.path.removeprefix(self._root))
        what, length = parts.path.removeprefix(OWN), _length_in(self.headers.get("Content-Length") or "0")
        if length is None:
            self.send_error(HTTPStatus.BAD_REQUEST, "This does not say how long it is.")
        elif what in _TAKES and (large := too_large(length)):
            self._refuse_large(large)
        elif what not in _TAKES and length > _MOST:
            self.send_error(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "This is more than a file of the board can hold.")
        elif what in _TAKES:
            data, name = self.rfile.read(length), parse_qs(parts.query).get("name", [""])[0]
            self._tell(lambda: self._taken(what, name, data))
        elif what not in DOES and what != "look":
            self.send_error(HTTPStatus.NOT_FOUND)
        elif (told := _told_in(self.rfile.read(length))) is None:
            self.send_error(HTTPStatus.BAD_REQUEST, "This is nothing that the form asks.")
        elif what == "look":
            self._tell(lambda: seen(self._open_desk(), self._pages, told), nullcontext())
        else:
            self._tell(lambda: self._done(what, told))

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")  # the token is in the address
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name it has in the standard library)
        """Say nothing of requests."""

    def _done(self, what: str, told: dict[str, Any]) -> dict[str, Any]:
        """Do it, and have the pages show it."""
        found = DOES[what](self._open_desk(), told)
        self._pages.look(self._open_desk())
        return found

    def _taken(self, what: str, name: str, data: bytes) -> dict[str, Any]:
        """Take a file in, and have the pages show it."""
        found = _TAKES[what](self._open_desk(), name, data)
        self._pages.look(self._open_desk())
        return found

    def _tell(self, work: Callable[[], dict[str, Any]], waiting: AbstractContextManager[object] | None = None) -> None:
        """Say how something went; one thing is done at a time, unless it writes nothing."""
        with waiting or self._lock:
            try:
                found = work()
            except NotEditedError as error:
                found = told_as_refused(error)
            except (SettingsError, *SYSTEM_ERRORS) as error:
                found = {"refused": sentence_of(error)}
        self._answer(HTTPStatus.OK, "application/json", json.dumps(found, ensure_ascii=False).encode())

    def _refuse_large(self, words: Phrase) -> None:
        self.close_connection = True
        found = told_as_refused(NotEditedError(words))
        self._answer(HTTPStatus.OK, "application/json", json.dumps(found, ensure_ascii=False).encode())

    def _send_page(self, path: str) -> None:
        data = self._pages.read(path)
        if data is None:
            self.send_error(HTTPStatus.NOT_FOUND, "There is no such page, or it has a problem.")
            return
        is_form = path.removesuffix("index.html").split("/")[-2:] == ["write", ""]
        if is_form:
            line = f'<script src="{self._root}{OWN}here.js" data-root="{self._root}" defer></script></body>'
            data = data.replace(b"</body>", line.encode(), 1).replace(_NO_FRAMES, _FRAMES, 1)
        name = Path(f"{path}index.html" if path == "" or path.endswith("/") else path)
        self._answer(HTTPStatus.OK, media_type(name), data)

    def _send_media(self, path: str) -> None:
        asked = file_asked_for(f"/{path.removeprefix('media/')}")
        file = None if asked is None else file_at(self._content, asked)
        if file is None:
            self.send_error(HTTPStatus.NOT_FOUND)
        else:
            self._answer(HTTPStatus.OK, media_type(file), file.read_bytes(), _FILE_POLICY)

    def _answer(self, status: HTTPStatus, type_: str, body: bytes, policy: str = "") -> None:
        self.send_response(status)
        if policy:
            self.send_header("Content-Security-Policy", policy)
        self.send_header("Content-Type", type_)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def _length_in(said: str) -> int | None:
    """Bytes that a request says it has; None if that is no number of them."""
    return int(said) if said.isascii() and said.isdigit() else None


def _told_in(data: bytes) -> dict[str, Any] | None:
    """What a request tells; None if that is no mapping."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def tell_start(address: str) -> None:
    """Where the form is."""
    sys.stdout.write(escaped(f"Open {address}\nCtrl+C ends it. Nobody else can use this address.") + "\n")
    sys.stdout.flush()
