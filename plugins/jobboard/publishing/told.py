"""What search engines and hubs were told last, kept beside the caches, and what has changed since.

Lost, or sealed with another key, it is begun anew: nobody is told of anything once, and the sitemap says it all.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import MsgspecError, Struct, json

from jobboard.base.digest import digest_of
from jobboard.engine.state import read_own, replace_bytes, sealed, unsealed
from jobboard.publishing.site_files import SiteFile
from jobboard.publishing.substance import substance_of

_FORM = 1
_FEEDS = (".rss.xml", ".atom.xml", ".json")


class ToldState(Struct, frozen=True):
    """By path: the pages' bytes and what they say, and the bytes of feeds, each by a digest."""

    form: int = _FORM
    pages: dict[str, tuple[str, str]] = {}
    feeds: dict[str, str] = {}


class ToTell(Struct, frozen=True):
    """Paths of pages that say something else than they did, are new, closed or gone; and of feeds."""

    pages: tuple[str, ...]
    feeds: tuple[str, ...]


def told_now(files: Mapping[str, SiteFile], before: ToldState) -> ToldState:
    """What a site says. Only pages whose bytes have changed are read."""
    pages = {}
    for path, file in files.items():
        if path.endswith("/index.html"):
            known = before.pages.get(path, ("", ""))
            is_known = known[0] == file.digest
            pages[path] = known if is_known else (file.digest, substance_of(file.source.read_bytes()))
    feeds = {path: file.digest for path, file in files.items() if _is_feed(path)}
    return ToldState(_FORM, pages, feeds)


def news_between(before: ToldState, now: ToldState) -> ToTell:
    """What whoever was told `before` does not know."""
    says, said = ({path: each[1] for path, each in told.pages.items()} for told in (now, before))
    pages = {path for path in says.keys() | said.keys() if says.get(path, "") != said.get(path, "")}
    feeds = {path for path, digest in now.feeds.items() if before.feeds.get(path) != digest}
    return ToTell(tuple(sorted(pages)), tuple(sorted(feeds)))


def told_file(cache: Path, url: str) -> Path:
    """Where it is kept for a site."""
    return cache / f"told-{digest_of(url.encode(), 8)}"


def read_told(file: Path, key: bytes) -> ToldState | None:
    """What was told last; None if nothing is known of it."""
    try:
        found = json.decode(unsealed(read_own(file), key) or b"", type=ToldState)
    except (OSError, MsgspecError, RecursionError):
        return None
    return found if found.form == _FORM else None


def save_told(file: Path, told: ToldState, key: bytes) -> None:
    """Note what was told. Raises OSError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    replace_bytes(file, sealed(json.encode(told), key))


def _is_feed(path: str) -> bool:
    return "feeds" in path.split("/")[:-1] and path.endswith(_FEEDS)
