"""A bucket that is kept in memory, and web space by a server of rclone's own."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import unquote, urlsplit

from jobboard.publishing.target import PublishTarget
from tests.publishing.servers import PLACES, found, free_port, serving, wait_for


class FakeS3:
    """The part of S3 that a publish asks for."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.told: dict[str, tuple[str, str]] = {}
        self.puts: list[str] = []


@contextmanager
def bucket(kept: FakeS3) -> Iterator[str]:
    """The address of a server with a bucket `board`."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _do(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            key = unquote(urlsplit(self.path).path).removeprefix("/board/")
            status, answer = 200, b""
            if self.command == "PUT":
                kept.files[key] = body
                kept.told[key] = (self.headers["Content-Type"], self.headers["Cache-Control"])
                kept.puts.append(key)
            elif self.command == "POST":
                gone = re.findall(rb"<Key>([^<]*)</Key>", body)
                for each in gone:
                    kept.files.pop(each.decode(), None)
                answer = b"".join(b"<Deleted><Key>%b</Key></Deleted>" % each for each in gone)
                answer = b'<DeleteResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">%b</DeleteResult>' % answer
            elif key in kept.files:
                answer = kept.files[key]
            else:
                status, answer = 404, b"<Error><Code>NoSuchKey</Code></Error>"
            self.send_response(status)
            self.send_header("Content-Length", str(len(answer)))
            self.send_header("ETag", '"1"')
            self.send_header("Last-Modified", "Tue, 01 Dec 2026 12:00:00 GMT")
            self.end_headers()
            self.wfile.write(answer)

        do_GET = do_PUT = do_POST = do_DELETE = do_HEAD = _do  # noqa: N815 (as http.server calls them)

        def log_message(self, *_: object) -> None:
            pass

    with serving(Handler) as port:
        yield f"http://127.0.0.1:{port}"


@contextmanager
def by_rclone(kind: str, folder: Path) -> Iterator[PublishTarget]:
    """A server of rclone's own, which shows a folder."""
    folder.mkdir()
    port, program = free_port(), found("rclone")
    assert program
    options = ["--addr", f"127.0.0.1:{port}", "--user", "me", "--pass", "secret", "--config", "/dev/null"]
    command = [program, "serve", kind, str(folder), *options]
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={"PATH": PLACES, "HOME": str(folder.parent)}
    ) as server:
        try:
            wait_for(port)
            yield PublishTarget(name="production", kind=kind, host="127.0.0.1", user="me", port=port, path="/board")
        finally:
            server.terminate()


def telling(
    tmp_path: Path, target: PublishTarget, password: str = "secret", *, is_known: bool = True
) -> dict[str, str]:
    """The environment of somebody who knows the host's key."""
    known = tmp_path / ".ssh/known_hosts"
    known.parent.mkdir()
    known.touch()
    if target.kind == "sftp" and is_known:
        command = ["ssh-keyscan", "-p", str(target.port), target.host]
        known.write_bytes(subprocess.run(command, capture_output=True, check=True).stdout)
    return {"PATH": PLACES, "JOBBOARD_PUBLISH_PASSWORD": password, "HOME": str(tmp_path)}
