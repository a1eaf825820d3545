"""Addresses to bytes, with limits: only http and https, only so much, only so long."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from jobboard.importing.entry import ImportFailedError
from jobboard.source.text import printable

SECONDS = 60.0
"""A whole download may take this long; a server that says nothing is given a third of it."""

_CHUNK = 64 * 1024


def is_address(source: str) -> bool:
    """True for what is fetched, false for what is a file."""
    return source.lower().startswith(("http://", "https://"))


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Fetches what others named, so never from within: only from public machines, and from `home`.

    `home` is the host of the address that was typed, empty for a file.
    """

    home: str = ""

    def fetch(self, url: str, limit: int) -> bytes:
        """The bytes at `url`, at most `limit` of them. Raises ImportFailedError."""
        opener = urllib.request.OpenerDirector()
        for handler in (
            urllib.request.ProxyHandler(),
            urllib.request.HTTPHandler(),
            urllib.request.HTTPSHandler(),
            urllib.request.HTTPDefaultErrorHandler(),
            urllib.request.HTTPErrorProcessor(),
            _Redirects(self),
        ):
            opener.add_handler(handler)
        try:
            self.check(url)
            request = urllib.request.Request(url, headers={"User-Agent": "jobboard import"})  # noqa: S310 (checked)
            with opener.open(request, timeout=SECONDS / 3) as response:
                return _read(response, limit)
        except urllib.error.HTTPError as error:
            error.close()
            raise ImportFailedError(f"cannot fetch {printable(url)}: the server answers {error.code}") from None
        except urllib.error.URLError as error:
            raise ImportFailedError(f"cannot fetch {printable(url)}: {error.reason}") from None
        except (OSError, ValueError, http.client.HTTPException) as error:
            raise ImportFailedError(f"cannot fetch {printable(url)}: {error or type(error).__name__}") from None

    def check(self, url: str) -> None:
        """Refuse an address that is none, or that leads into somebody's own network. Raises ValueError, OSError."""
        parts = urlsplit(url)
        host = parts.hostname or ""
        if parts.scheme not in ("http", "https") or not host or not url.isascii() or not url.isprintable():
            raise ValueError("it is no http or https address")
        if host == self.home:
            return
        for *_, address in socket.getaddrinfo(host, parts.port or 443, type=socket.SOCK_STREAM):
            if not ipaddress.ip_address(str(address[0]).split("%", 1)[0]).is_global:
                raise ValueError("it leads to a machine that is not public")


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows a redirect only to where an address may lead."""

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        self._fetcher.check(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _read(response: Any, limit: int) -> bytes:
    started = time.monotonic()
    data = bytearray()
    while chunk := response.read(_CHUNK):
        data += chunk
        if len(data) > limit:
            raise ValueError(f"it has more than {limit // 1_000_000} MB")
        if time.monotonic() - started > SECONDS:
            raise ValueError(f"it takes longer than {SECONDS:.0f} seconds")
    return bytes(data)
