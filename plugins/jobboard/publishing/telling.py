"""Search engines and hubs told what has changed: paths in, one request for ten thousand of them out.

IndexNow (indexnow.org/documentation, read on 2026-11-26): a POST of JSON with the host, a key that the site shows, and
at most 10,000 addresses, those of closed and gone pages too. How a hub is told, WebSub leaves
open; public ones take the form of PubSubHubbub, with the addresses of feeds.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote, urlencode, urlsplit

from msgspec import json

from jobboard.net.download import NotFetchedError, Request, addresses_of, send

_MOST_ADDRESSES, _MOST_FEEDS = 10_000, 100
_SECONDS = 30


class NotToldError(Exception):
    """Somebody could not be told; the message says why."""


def tell_indexnow(endpoint: str, url: str, key: str, paths: Sequence[str]) -> None:
    """Tell of these pages of the site at `url`, whose key is in its file. Raises NotToldError."""
    for some in _batched(paths, _MOST_ADDRESSES):
        told = {
            "host": urlsplit(url).netloc,
            "key": key,
            "keyLocation": f"{url}/{key}.txt",
            "urlList": [_address(url, path) for path in some],
        }
        _send(endpoint, json.encode(told), "application/json; charset=utf-8")


def tell_hub(hub: str, url: str, paths: Sequence[str]) -> None:
    """Tell of these feeds. Raises NotToldError."""
    for some in _batched(paths, _MOST_FEEDS):
        form = [("hub.mode", "publish"), *(("hub.url", _address(url, path)) for path in some)]
        _send(hub, urlencode(form).encode(), "application/x-www-form-urlencoded")


def _address(url: str, path: str) -> str:
    return f"{url}/{quote(path.removesuffix('index.html'))}"


def _batched(paths: Sequence[str], most: int) -> list[Sequence[str]]:
    return [paths[start : start + most] for start in range(0, len(paths), most)]


def _send(address: str, body: bytes, kind: str) -> None:
    headers = {"User-Agent": "jobboard-publish", "Content-Type": kind}
    request = Request(headers=headers, most=65_536, seconds=_SECONDS, look_up=addresses_of)
    try:
        status, _ = send("POST", address, body, request)
    except NotFetchedError as error:
        raise NotToldError(f"{address}: {error}") from None
    if not 200 <= status < 300:
        raise NotToldError(f"{address}: the server answers {status}")
