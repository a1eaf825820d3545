"""A file or an address in, an export out: which kind of source it is, is told by its beginning."""

from __future__ import annotations

from pathlib import Path

from jobboard.importing.addresses import host_of
from jobboard.importing.entry import Export, ImportFailedError
from jobboard.importing.fetch import Fetcher, is_address

MAX_FEED = 20_000_000
MAX_EXPORT = 2_000_000_000
_BEGINNING = 64 * 1024


def read_source(source: str) -> Export:
    """Read a feed or a WordPress export. Raises ImportFailedError."""
    from jobboard.importing.feed import read_feed  # noqa: PLC0415 (of the two readers only one is needed)
    from jobboard.importing.wordpress import MARK, read_wordpress  # noqa: PLC0415

    if is_address(source):
        data = Fetcher(host_of(source)).fetch(source, MAX_FEED)
        return read_wordpress(data, source) if MARK in data[:_BEGINNING] else read_feed(data, source, source)
    file = Path(source)
    try:
        if not file.is_file():
            raise ImportFailedError(f"there is no file {source}; an address begins with https://")
        size = file.stat().st_size
        with file.open("rb") as opened:
            beginning = opened.read(_BEGINNING)
        if MARK in beginning:
            _check_size(source, size, MAX_EXPORT)
            return read_wordpress(file, source)
        _check_size(source, size, MAX_FEED)
        return read_feed(file.read_bytes(), source)
    except (OSError, ValueError) as error:
        raise ImportFailedError(f"cannot read {source}: {getattr(error, 'strerror', None) or error}") from None


def _check_size(source: str, size: int, limit: int) -> None:
    if size > limit:
        raise ImportFailedError(f"{source} has {size / 1e6:,.0f} MB; at most {limit // 1_000_000:,} MB are read")
