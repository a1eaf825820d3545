"""A file or an address in, an export out: which kind of source it is, is told by its beginning."""

from __future__ import annotations

import io
import re
from collections.abc import Collection
from pathlib import Path

from jobboard.importing.html.addresses import absolute_address, named_host
from jobboard.importing.sources.archive import DAMAGE, Opened, unpacked
from jobboard.importing.sources.entry import Export, ImportFailedError
from jobboard.importing.sources.fetch import Fetcher, is_web_address
from jobboard.importing.sources.public import POST
from jobboard.importing.sources.wellformed import Cleaned

MAX_FEED = 20_000_000
MAX_EXPORT = 2_000_000_000
_BEGINNING = 64 * 1024
_LINK = re.compile(r"<link\b[^<>]*>", re.IGNORECASE)
_FEED = re.compile(r"""\btype\s*=\s*["']?application/(?:rss|atom)\+xml""", re.IGNORECASE)
_HREF = re.compile(r"""\bhref\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)


def read_source(source: str, types: Collection[str] = (POST,), fetcher: Fetcher | None = None) -> Export:
    """Read a feed or an export, packed or not, and take the items of some types. Raises ImportFailedError."""
    try:
        if is_web_address(source):
            data = (fetcher or Fetcher(named_host(source))).fetch(source, MAX_FEED)
            return _read(lambda: io.BytesIO(data), source, len(data), types)
        file = Path(source)
        if not file.is_file():
            raise ImportFailedError(f"there is no file {source}; an address begins with https://")
        return _read(lambda: file.open("rb"), source, file.stat().st_size, types)
    except DAMAGE as error:
        raise ImportFailedError(f"cannot read {source}: {getattr(error, 'strerror', None) or error}") from None


def _read(opened: Opened, source: str, size: int, types: Collection[str]) -> Export:
    from jobboard.importing.sources.feed import read_feed  # noqa: PLC0415 (of the two readers only one is needed)
    from jobboard.importing.sources.wordpress import is_wordpress, read_wordpress  # noqa: PLC0415

    packed = unpacked(opened, source, size)
    beginning = Cleaned(packed.within(MAX_EXPORT)).beginning(_BEGINNING)
    if is_wordpress(beginning):
        _check_size(source, size, MAX_EXPORT)
        return read_wordpress(Cleaned(packed.within(MAX_EXPORT)), packed.name, types)
    address = source if is_web_address(source) else ""
    _refuse_others(packed.name, beginning, address)
    _check_size(source, size, MAX_FEED)
    return read_feed(Cleaned(packed.within(MAX_FEED)), packed.name, address, types)


def _refuse_others(name: str, beginning: str, address: str) -> None:
    """Refuse what is often given instead of a feed, with the way out."""
    start = beginning.lstrip("\ufeff \t\r\n")[:200].lower()
    if start.startswith(("{", "[")):
        raise ImportFailedError(
            f"{name} is JSON, which is not read; give the site's RSS or Atom feed, or its WXR export"
        )
    if start.startswith(("<!doctype html", "<html")):
        links = (_HREF.search(link) for link in _LINK.findall(beginning) if _FEED.search(link))
        feed = next((found[1] for found in links if found), "")
        way_out = f"; its feed is {absolute_address(feed, address) or feed}" if feed else ""
        raise ImportFailedError(
            f"{name} is a web page, and is neither an RSS or Atom feed nor a WordPress export (WXR){way_out}"
        )


def _check_size(source: str, size: int, limit: int) -> None:
    if size > limit:
        raise ImportFailedError(f"{source} has {size / 1e6:,.0f} MB; at most {limit // 1_000_000:,} MB are read")
