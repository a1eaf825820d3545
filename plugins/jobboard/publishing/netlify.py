"""Netlify, by digests: it is told the SHA-1 of every file, names those it lacks, and switches when it has them all.

Paths are those of its OpenAPI description (open-api.netlify.com); the tests ask a stand-in and not
Netlify. A deploy that is not brought to its end is never shown; its files are known to the next.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from typing import TypeVar
from urllib.parse import quote

from msgspec import MsgspecError, Struct, json

from jobboard.net.download import NotFetchedError, Request, addresses_of, send
from jobboard.publishing.host import Load, NotPublishedError, There
from jobboard.publishing.releases import earlier

API = "https://api.netlify.com/api/v1"
_MOST = 64_000_000
_SECONDS, _PATIENCE, _PAUSE = 120, 600, 1.0
_OVER = ("ready", "error")


class _Deploy(Struct, frozen=True):
    """Of a deploy, what is asked for."""

    id: str
    state: str = ""
    created_at: str = ""
    required: list[str] | None = None
    error_message: str | None = None

    @property
    def is_ready(self) -> bool:
        return self.state == "ready"


class _Site(Struct, frozen=True):
    published_deploy: _Deploy | None = None


class _File(Struct, frozen=True):
    path: str
    sha: str


Answered = TypeVar("Answered")


def _sha1(data: bytes) -> str:
    return hashlib.sha1(data, usedforsecurity=False).hexdigest()


class NetlifyHost(Struct, frozen=True):
    """A site by its id or domain, the token that may change it, and where the API is."""

    site: str
    token: str
    api: str = API

    @property
    def digest(self) -> Callable[[bytes], str]:
        """Netlify's own, which is no secret and no proof."""
        return _sha1

    def look(self) -> There:
        deploys = [each for each in self._ask("GET", f"sites/{self.site}/deploys", list[_Deploy]) if each.is_ready]
        shown = self._ask("GET", f"sites/{self.site}", _Site).published_deploy
        names = {each.id: f"{each.created_at} {each.id}" for each in deploys}
        if shown is None:
            return There()
        files = self._ask("GET", f"sites/{self.site}/files", list[_File])
        return There(
            {each.path.removeprefix("/"): each.sha for each in files},
            names.get(shown.id, shown.id),
            tuple(sorted(names.values())),
        )

    def carry(self, load: Load, there: There) -> str:  # noqa: ARG002 (as every host)
        digests = {f"/{path}": file.digest for path, file in load.files.items()}
        asked = json.encode({"files": digests, "async": True})
        id_ = self._ask("POST", f"sites/{self.site}/deploys", _Deploy, asked).id
        lacking = {*(self._until(id_, ("prepared", "uploading", "uploaded", *_OVER)).required or ())}
        sent = 0
        for path, file in load.files.items():
            if file.digest in lacking:
                lacking.discard(file.digest)
                self._ask("PUT", f"deploys/{quote(id_, '')}/files/{quote(path)}", object, file.source.read_bytes())
                sent += 1
        done = self._until(id_, _OVER)
        if not done.is_ready:
            raise NotPublishedError(f"Netlify refuses the site: {done.error_message or 'it does not say why'}")
        return f"Netlify shows {done.id}: {sent:,} files sent"

    def go_back(self, there: There) -> str:
        name = earlier(there.known, there.current)
        id_ = quote(name.rpartition(" ")[2], "")
        self._ask("POST", f"sites/{self.site}/deploys/{id_}/restore", object)
        return name

    def _until(self, id_: str, states: tuple[str, ...]) -> _Deploy:
        """A deploy, once it has come so far."""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            found = self._ask("GET", f"deploys/{quote(id_, '')}", _Deploy)
            if found.state in states:
                return found
            time.sleep(_PAUSE)
        raise NotPublishedError(f"Netlify has not finished the deploy {id_} within {_PATIENCE} seconds")

    def _ask(self, method: str, path: str, type_: type[Answered], body: bytes = b"") -> Answered:
        kind = "application/octet-stream" if method == "PUT" else "application/json"
        headers = {"Authorization": f"Bearer {self.token}", "User-Agent": "jobboard-publish", "Content-Type": kind}
        request = Request(headers=headers, most=_MOST, seconds=_SECONDS, look_up=addresses_of)
        try:
            status, answer = send(method, f"{self.api}/{path}", body, request)
            if not 200 <= status < 300:
                raise NotPublishedError(f"Netlify answers {status} to {method} {path}")
            return json.decode(answer or b"null", type=type_)
        except (NotFetchedError, MsgspecError, RecursionError) as error:
            raise NotPublishedError(f"Netlify: {error}") from None
