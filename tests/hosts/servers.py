"""nginx, Apache and Caddy, run on loopback with what `jobboard host-config` prints for a site."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from typing import NamedTuple

import pytest

from jobboard.board.site import Site
from jobboard.hosting.blocks import block_for
from jobboard.hosting.hosted import Hosted
from jobboard.outputs.site.host_rules import base_of
from jobboard.outputs.site.hosting import Elsewhere

PROGRAMS = {"nginx": "nginx", "apache": "apache2", "htaccess": "apache2", "caddy": "caddy"}
"""The program of each way to serve a site, as Debian calls it."""

NOTHING_ELSEWHERE = Elsewhere()

_NGINX = """\
daemon off;
pid {folder}/pid;
error_log {folder}/error.log;
{user}
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
{lines}
}}
"""
_APACHE = """\
ServerRoot {folder}
ServerName localhost
Listen {listen}
TypesConfig /dev/null
PidFile {folder}/pid
ErrorLog {folder}/error.log
{user}
{modules}
{lines}
"""
_PLAIN_APACHE = """\
DocumentRoot {root}
<Directory {root}>
    Require all granted
    AllowOverride All
</Directory>
"""
_MODULES = ("mpm_event", "authz_core", "alias", "dir", "mime", "headers", "filter", "deflate")


@contextmanager
def serving(
    server: str, site: Site, root: Path, folder: Path, elsewhere: Elsewhere = NOTHING_ELSEWHERE, without: str = "\0"
) -> Iterator[int]:
    """The port at which a server shows a site as `jobboard host-config` has it; `root` is the folder that is served at
    `/`, `folder` is for what is the server's own. Lines that speak of `without` are left out."""
    folder.mkdir()
    port = _free_port()
    for above in (root, *root.parents):  # Apache reads as another user
        if above.stat().st_uid == os.getuid() and above != Path("/"):
            above.chmod(above.stat().st_mode | 0o555)
    hosted = Hosted(site=site, elsewhere=elsewhere, root=str(root), listen=f"127.0.0.1:{port}")
    lines = "\n".join(line for line in block_for(server, hosted).split("\n") if without not in line)
    command = {"nginx": _nginx, "apache": _apache, "htaccess": _htaccess, "caddy": _caddy}[server](
        lines, hosted, folder
    )
    with (folder / "output").open("wb") as output:
        process = subprocess.Popen(
            command, stdout=output, stderr=output, env={"HOME": str(folder), "PATH": "/usr/bin:/bin"}
        )
        try:
            _wait_for(port, process, folder)
            yield port
        finally:
            process.terminate()
            process.wait(20)


class Came(NamedTuple):
    """An answer: its code, its headers and its body."""

    status: int
    headers: HTTPMessage
    body: bytes


def ask(port: int, path: str, method: str = "GET", **headers: str) -> Came:
    """The answer to a request, read."""
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    came = Came(answer.status, answer.headers, answer.read())
    connection.close()
    return came


def _nginx(lines: str, hosted: Hosted, folder: Path) -> list[str]:
    file = folder / "nginx.conf"
    user = "user root;" if os.getuid() == 0 else ""
    file.write_text(_NGINX.format(folder=folder, lines=lines, user=user))
    return [_program("nginx"), "-e", str(folder / "error.log"), "-c", str(file)]


def _apache(lines: str, hosted: Hosted, folder: Path) -> list[str]:
    return _apache_with(lines, hosted, folder)


def _htaccess(lines: str, hosted: Hosted, folder: Path) -> list[str]:
    """A server that knows of nothing, and a file in the folder of the site."""
    (Path(hosted.root) / base_of(hosted.site).lstrip("/") / ".htaccess").write_text(lines)
    return _apache_with(_PLAIN_APACHE.format(root=hosted.root), hosted, folder)


def _apache_with(lines: str, hosted: Hosted, folder: Path) -> list[str]:
    modules = "\n".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so" for name in _MODULES)
    user = "User www-data\nGroup www-data" if os.getuid() == 0 else ""
    file = folder / "apache.conf"
    file.write_text(_APACHE.format(folder=folder, listen=hosted.listen, user=user, modules=modules, lines=lines))
    return [_program("apache"), "-f", str(file), "-DFOREGROUND"]


def _caddy(lines: str, hosted: Hosted, folder: Path) -> list[str]:
    file = folder / "Caddyfile"
    file.write_text(f"{{\n    admin off\n    auto_https off\n}}\n{lines}")
    return [_program("caddy"), "run", "--adapter", "caddyfile", "--config", str(file)]


def _program(server: str) -> str:
    found = find_program(server)
    assert found is not None
    return found


def find_program(server: str) -> str | None:
    """Where a server is, if it is installed; Debian keeps some where only root looks."""
    return shutil.which(PROGRAMS[server], path="/usr/bin:/usr/sbin:/usr/local/bin:/usr/local/sbin")


def require(server: str) -> None:
    """Skip a test whose server is missing; with CI=true that is a failure."""
    if find_program(server) is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(f"no {server} found: run tests/hosts/install")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int, process: subprocess.Popen[bytes], folder: Path) -> None:
    for _ in range(200):
        if process.poll() is not None:
            break
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    log = folder / "error.log"
    raise AssertionError((folder / "output").read_text() + (log.read_text() if log.exists() else ""))
