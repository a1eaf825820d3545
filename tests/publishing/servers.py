"""An ssh server of the test's own, on loopback, and a Netlify that keeps what it is handed in memory."""

from __future__ import annotations

import getpass
import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha1
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import unquote

PLACES = "/usr/bin:/usr/sbin:/usr/local/bin:/usr/local/sbin"
_SSHD = """\
Port {port}
ListenAddress 127.0.0.1
HostKey "{folder}/host"
AuthorizedKeysFile "{folder}/mine.pub"
PidFile "{folder}/pid"
StrictModes no
UsePAM no
PasswordAuthentication no
PermitRootLogin prohibit-password
MaxStartups 100
"""
_SSH = """\
IdentityFile "{folder}/mine"
IdentitiesOnly yes
UserKnownHostsFile "{folder}/known"
GlobalKnownHostsFile none
StrictHostKeyChecking accept-new
LogLevel ERROR
ControlMaster auto
ControlPath "{folder}/%p"
ControlPersist 20
"""


def found(program: str) -> str | None:
    """Where a program is; Debian keeps some where only root looks."""
    return shutil.which(program, path=PLACES)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int) -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(f"nothing answers at port {port}")


@contextmanager
def ssh_server(folder: Path) -> Iterator[tuple[str, int, str]]:
    """The user, the port, and a configuration of ssh that gets in."""
    folder.mkdir()
    for name in ("host", "mine"):
        command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)]
        subprocess.run(command, check=True)
    port = free_port()
    (folder / "sshd_config").write_text(_SSHD.format(port=port, folder=folder))
    (folder / "ssh_config").write_text(_SSH.format(folder=folder))
    if os.getuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)
    program = found("sshd")
    assert program
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen([program, "-D", "-e", "-f", str(folder / "sshd_config")], stdout=log, stderr=log)
        try:
            wait_for(port)
            yield getpass.getuser(), port, str(folder / "ssh_config")
        finally:
            server.terminate()
            server.wait(20)


class FakeNetlify:
    """The part of the API that a deploy by digests asks for. `refuses` ends a deploy so; `requests` are all it got."""

    def __init__(self) -> None:
        self.deploys: dict[str, dict[str, Any]] = {}
        self.blobs: dict[str, bytes] = {}
        self.shown = ""
        self.requests: list[tuple[str, str]] = []
        self.refuses = ""
        self.breaks_after: int | None = None

    def answer(self, method: str, path: str, body: bytes) -> Any:
        self.requests.append((method, path))
        match [*path.removeprefix("/").split("/", 3)], method:
            case ["sites", "board", "deploys"], "GET":
                return [self._told(id_) for id_ in self.deploys]
            case ["sites", "board"], "GET":
                return {"published_deploy": self._told(self.shown) if self.shown else None}
            case ["sites", "board", "files"], "GET":
                return [{"path": each, "sha": digest} for each, digest in self.deploys[self.shown]["files"].items()]
            case ["sites", "board", "deploys"], "POST":
                id_ = f"d{len(self.deploys)}"
                created = f"2026-12-01T12:00:{len(self.deploys):02}Z"
                self.deploys[id_] = {"files": json.loads(body)["files"], "created_at": created}
                return self._told(id_)
            case ["sites", "board", "deploys", rest], "POST":
                self.shown = rest.removesuffix("/restore")
                return self._told(self.shown)
            case ["deploys", id_], "GET":
                return self._told(id_)
            case ["deploys", id_, "files", name], "PUT":
                return self._take(id_, f"/{unquote(name)}", body)
        return None

    def site(self) -> dict[str, bytes]:
        """What readers see."""
        files = self.deploys[self.shown]["files"] if self.shown else {}
        return {path.removeprefix("/"): self.blobs[digest] for path, digest in files.items()}

    def _take(self, id_: str, path: str, body: bytes) -> Any:
        if self.breaks_after is not None:
            if not self.breaks_after:
                return None
            self.breaks_after -= 1
        digest = sha1(body).hexdigest()
        assert self.deploys[id_]["files"][path] == digest
        self.blobs[digest] = body
        return {}

    def _told(self, id_: str) -> dict[str, Any]:
        deploy = self.deploys[id_]
        required = sorted({*deploy["files"].values()} - {*self.blobs})
        state = "uploading" if required else "error" if self.refuses else "ready"
        if state == "ready" and not deploy.get("was_shown"):
            deploy["was_shown"], self.shown = True, id_
        return {
            "id": id_,
            "state": state,
            "required": required,
            "created_at": deploy["created_at"],
            "error_message": self.refuses,
        }


@contextmanager
def netlify(fake: FakeNetlify, token: str = "secret") -> Iterator[str]:
    """The address of its API."""

    class Handler(BaseHTTPRequestHandler):
        def _do(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            is_known = self.headers["Authorization"] == f"Bearer {token}"
            answer = fake.answer(self.command, self.path, body) if is_known else None
            data = json.dumps(answer).encode()
            self.send_response(200 if answer is not None else 500 if is_known else 401)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_GET = do_POST = do_PUT = _do  # noqa: N815 (as http.server calls them)

        def log_message(self, *_: object) -> None:
            pass

    with serving(Handler) as port:
        yield f"http://127.0.0.1:{port}"


class _QuietServer(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Whoever asks may be killed meanwhile."""


@contextmanager
def serving(handler: type[BaseHTTPRequestHandler]) -> Iterator[int]:
    server = _QuietServer(("127.0.0.1", 0), handler)
    thread = Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
