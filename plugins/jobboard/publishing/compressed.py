"""Texts compressed for servers that look for `jobs.xml.gz` beside `jobs.xml` (nginx: `gzip_static on`).

They are made when a site is published, in a folder of their own, and never among what was built.
"""

from __future__ import annotations

import gzip
import os
import zlib
from pathlib import Path

from jobboard.outputs.site.host_rules import LEAST_COMPRESSED, TYPES_BY_ENDING, is_text
from jobboard.publishing.site_files import travelling_below

_TEXTS = (".svg", *(f".{ending}" for ending, type_ in TYPES_BY_ENDING.items() if is_text(type_)))
"""Endings of what servers compress, and of drawings, which are text without a charset."""


def compressed_beside(site: Path, folder: Path) -> Path:
    """Fill a folder with the compressed copies of a site's texts, each as old as its text, and answer it.

    The same text gives the same bytes: no time or name is written into them (RFC 1952, 2.3.1).
    """
    folder.mkdir(parents=True, exist_ok=True)
    texts = {f"{path}.gz": source for path, source in travelling_below(site) if _is_worth_it(path, source)}
    for path, copy in [*travelling_below(folder)]:
        if path not in texts:
            copy.unlink()
    for path, source in texts.items():
        _bring_up_to_date(folder / path, source)
    return folder


def _is_worth_it(path: str, source: Path) -> bool:
    return path.endswith(_TEXTS) and source.stat().st_size >= LEAST_COMPRESSED


def _bring_up_to_date(copy: Path, source: Path) -> None:
    """One that unpacks to its text is kept, whoever has made it; any other is made anew."""
    data, time = source.read_bytes(), source.stat().st_mtime_ns
    if not copy.is_file() or not _is_packed(copy.read_bytes(), data):
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(gzip.compress(data, 9, mtime=0))
    os.utime(copy, ns=(time, time))


def _is_packed(packed: bytes, data: bytes) -> bool:
    """True if one unpacks to the other and to no more."""
    stream = zlib.decompressobj(wbits=31)
    try:
        return stream.decompress(packed, len(data) + 1) == data and stream.eof and not stream.unused_data
    except zlib.error:
        return False
