"""S3 and its kin as a shelf, by obstore: each file with its type and its lifetime.

Who we are is in the environment, as for every program that speaks to S3 (`AWS_ACCESS_KEY_ID`, …).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from jobboard.board.site import Site
from jobboard.outputs.site.host_rules import served_with
from jobboard.publishing.host import NotPublishedError
from jobboard.publishing.site_files import SiteFile
from jobboard.publishing.target import PublishTarget

if TYPE_CHECKING:
    from obstore.store import S3Store


_PATIENCE = timedelta(minutes=2)
"""How long one file may take, and how long it is tried anew: a slow line carries some 10 MB in that time."""

_KEPT = ("Content-Type", "Cache-Control")
"""What a bucket keeps with a file, of the headers it should be served with."""


class S3Shelf(Struct, frozen=True):
    """A bucket, or a folder of one, with what its host must be told of each file of the site."""

    store: Any
    site: Site

    def read(self, path: str) -> bytes | None:
        import obstore  # noqa: PLC0415 (an extra)

        with _named():
            try:
                return bytes(obstore.get(self.store, path).bytes())
            except FileNotFoundError:
                return None

    def write(self, path: str, data: bytes) -> None:
        import obstore  # noqa: PLC0415

        with _named():
            obstore.put(self.store, path, data, attributes={"Cache-Control": "no-store"})

    def put(self, files: Sequence[SiteFile]) -> None:
        import obstore  # noqa: PLC0415

        with _named():
            for file in files:
                headers = served_with(self.site, file.path)
                told = {name: each for name, each in headers.items() if name in _KEPT}
                obstore.put(self.store, file.path, file.source.read_bytes(), attributes=told)

    def delete(self, paths: Sequence[str]) -> None:
        import obstore  # noqa: PLC0415

        with _named():
            obstore.delete(self.store, list(paths))


def bucket_of(target: PublishTarget) -> S3Store:
    """The store of a target. Raises NotPublishedError where the extra is not installed."""
    try:
        from obstore.store import S3Store  # noqa: PLC0415
    except ImportError:
        raise NotPublishedError("s3:// needs obstore: pip install 'jobboard[publish]'") from None
    prefix = target.path.strip("/") or None
    options: Any = {"endpoint": target.endpoint} if target.endpoint else {}
    client: Any = {"timeout": _PATIENCE, "connect_timeout": timedelta(seconds=20)}
    if target.endpoint.startswith("http://"):
        client["allow_http"] = True
    retry: Any = {"max_retries": 5, "retry_timeout": _PATIENCE}
    return S3Store(target.host, prefix=prefix, client_options=client, retry_config=retry, **options)


@contextmanager
def _named() -> Iterator[None]:
    """What a store says, in a line."""
    from obstore.exceptions import BaseError  # noqa: PLC0415

    try:
        yield
    except (BaseError, OSError) as error:
        raise NotPublishedError(f"the store says: {_said_by(error)}") from None


def _said_by(error: Exception) -> str:
    """Its own words, of an answer that has any; else those of the library, without what is for its authors."""
    said = dict(re.findall(r"<(Code|Message)>([^<]+)<", str(error)))
    if said:
        return ": ".join(said.values())
    return str(error).strip().splitlines()[0][:300]
