"""A published site looked at from outside: a few files fetched as a reader would, and compared with what was built."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from jobboard.net.download import NotFetchedError, Request, addresses_of, download
from jobboard.publishing.host import Load
from jobboard.publishing.site_files import SiteFile

_MOST_FETCHED = 6
_SECONDS = 20
_ALWAYS = ("index.html", "build.json")
_UNSEEN = ("_headers", "_redirects", ".htaccess")
"""What hosts read and show nobody."""


def travelled_sample(load: Load) -> tuple[SiteFile, ...]:
    """The home page, what the site says of itself, and a few of what travelled last."""
    always = [load.files[path] for path in _ALWAYS if path in load.files]
    others = [
        file
        for file in reversed(load.travel.files)
        if file.path not in (*_ALWAYS, *_UNSEEN) and not file.path.endswith(".gz") and "/." not in f"/{file.path}"
    ]
    return (*always, *others[: _MOST_FETCHED - len(always)])


def seen_otherwise(url: str, sample: Iterable[SiteFile]) -> tuple[list[tuple[str, str]], str]:
    """Addresses that answer with something else, each with the reason; and why the site cannot be reached, if so."""
    found: list[tuple[str, str]] = []
    for number, file in enumerate(sample):
        address = f"{url.rstrip('/')}/{quote(file.path.removesuffix('index.html'))}"
        try:
            if _fetched(address, file.size) != file.source.read_bytes():
                found.append((address, "is not as it was built"))
        except NotFetchedError as error:
            if not number and "answers" not in str(error):
                return [], str(error)
            found.append((address, str(error)))
    return found, ""


def _fetched(address: str, size: int) -> bytes:
    headers = {"User-Agent": "jobboard-publish", "Cache-Control": "no-cache"}
    return download(
        address, Request(headers=headers, most=max(2 * size, 65_536), seconds=_SECONDS, look_up=addresses_of)
    )
