"""The servers of docs/publishing.md, run as written there but for the port and the folder."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

from tests.helpers import REPOSITORY

GUIDE = REPOSITORY / "docs/publishing.md"
PROGRAMS = {"nginx": "nginx", "apache": "apache2", "caddy": "caddy"}
"""The program of each server the guide has lines for, as Debian calls it."""

_NGINX = """\
daemon off;
pid {folder}/pid;
error_log {folder}/error.log;
{user}
events {{}}
http {{
    include /etc/nginx/mime.types;
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
Listen 127.0.0.1:{port}
PidFile {folder}/pid
ErrorLog {folder}/error.log
{user}
{modules}
TypesConfig /etc/mime.types
DirectoryIndex index.html
DocumentRoot {site}
<Directory {site}>
    Require all granted
    AllowOverride {override}
</Directory>
{lines}
"""
_MODULES = ("mpm_event", "authz_core", "alias", "dir", "mime", "headers")


def lines_for(server: str) -> str:
    """What the guide says for a server."""
    (lines,) = re.findall(rf"```{server}\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    return str(lines)


@contextmanager
def serving(server: str, lines: str, site: Path, folder: Path) -> Iterator[int]:
    """The port at which a server with these lines shows the files of `site`; `folder` is for its own."""
    folder.mkdir()
    port = _free_port()
    for above in (site, *site.parents):  # Apache reads as another user
        if above.stat().st_uid == os.getuid() and above != Path("/"):
            above.chmod(above.stat().st_mode | 0o555)
    command = {"nginx": _nginx, "apache": _apache, "caddy": _caddy}[server](lines, site, folder, port)
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


def ask(port: int, path: str, **headers: str) -> HTTPResponse:
    """The answer to a request, read."""
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer


def _nginx(lines: str, site: Path, folder: Path, port: int) -> list[str]:
    lines = lines.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("/srv/www/board", str(site))
    file = folder / "nginx.conf"
    file.write_text(_NGINX.format(folder=folder, lines=lines, user="user root;" if os.getuid() == 0 else ""))
    return [_program("nginx"), "-e", str(folder / "error.log"), "-c", str(file)]


def _apache(lines: str, site: Path, folder: Path, port: int) -> list[str]:
    """In the site's configuration; where the folder has a `.htaccess`, there."""
    modules = "\n".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so" for name in _MODULES)
    override = "All" if (site / ".htaccess").exists() else "None"
    file = folder / "apache.conf"
    file.write_text(
        _APACHE.format(
            folder=folder,
            port=port,
            user="User www-data\nGroup www-data" if os.getuid() == 0 else "",
            modules=modules,
            site=site,
            override=override,
            lines=lines,
        )
    )
    return [_program("apache"), "-f", str(file), "-DFOREGROUND"]


def _caddy(lines: str, site: Path, folder: Path, port: int) -> list[str]:
    lines = lines.replace("board.example.org {", f"http://127.0.0.1:{port} {{").replace("/srv/www/board", str(site))
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
