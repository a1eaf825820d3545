"""Netlify, by digests: it is told the SHA-1 of every file, names those it lacks, and switches when it has them all.

Paths are those of its OpenAPI description (open-api.netlify.com); the tests ask a stand-in and not
Netlify. A deploy that is not brought to its end is never shown; its files are known to the next.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from msgspec import MsgspecError, Struct, json

from jobboard.net.download import NotFetchedError, Request, addresses_of, send
from jobboard.publishing.host import Load, NotPublishedError, There
from jobboard.publishing.releases import earlier

API = "https://api.netlify.com/api/v1"
_MOST = 64_000_000
_SECONDS, _PATIENCE, _PAUSE = 120, 600, 1.0
_OVER = ("ready", "error")


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
        deploys = [each for each in self._ask("GET", f"sites/{self.site}/deploys") if each.get("state") == "ready"]
        shown = (self._ask("GET", f"sites/{self.site}").get("published_deploy") or {}).get("id", "")
        names = {each["id"]: f"{each['created_at']} {each['id']}" for each in deploys}
        if not shown:
            return There()
        files = self._ask("GET", f"sites/{self.site}/files")
        return There(
            {each["path"].removeprefix("/"): each["sha"] for each in files},
            names.get(shown, shown),
            tuple(sorted(names.values())),
        )

    def carry(self, load: Load, there: There) -> str:  # noqa: ARG002 (as every host)
        digests = {f"/{path}": file.digest for path, file in load.files.items()}
        deploy = self._ask("POST", f"sites/{self.site}/deploys", json.encode({"files": digests, "async": True}))
        deploy = self._until(deploy["id"], ("prepared", "uploading", "uploaded", *_OVER))
        lacking = {*(deploy.get("required") or ())}
        sent = 0
        for path, file in load.files.items():
            if file.digest in lacking:
                lacking.discard(file.digest)
                self._ask("PUT", f"deploys/{deploy['id']}/files/{quote(path)}", file.source.read_bytes())
                sent += 1
        done = self._until(deploy["id"], _OVER)
        if done["state"] == "error":
            raise NotPublishedError(f"Netlify refuses the site: {done.get('error_message') or 'it does not say why'}")
        return f"Netlify shows {done['id']}: {sent:,} files sent"

    def go_back(self, there: There) -> str:
        name = earlier(there.known, there.current)
        self._ask("POST", f"sites/{self.site}/deploys/{name.rpartition(' ')[2]}/restore")
        return name

    def _until(self, id_: str, states: tuple[str, ...]) -> dict[str, Any]:
        """A deploy, once it has come so far."""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            found: dict[str, Any] = self._ask("GET", f"deploys/{id_}")
            if found.get("state") in states:
                return found
            time.sleep(_PAUSE)
        raise NotPublishedError(f"Netlify has not finished the deploy {id_} within {_PATIENCE} seconds")

    def _ask(self, method: str, path: str, body: bytes = b"") -> Any:
        kind = "application/octet-stream" if method == "PUT" else "application/json"
        headers = {"Authorization": f"Bearer {self.token}", "User-Agent": "jobboard-publish", "Content-Type": kind}
        request = Request(headers=headers, most=_MOST, seconds=_SECONDS, look_up=addresses_of)
        try:
            status, answer = send(method, f"{self.api}/{path}", body, request)
            if not 200 <= status < 300:
                raise NotPublishedError(f"Netlify answers {status} to {method} {path}")
            return json.decode(answer) if answer else {}
        except (NotFetchedError, MsgspecError) as error:
            raise NotPublishedError(f"Netlify: {error}") from None
