"""Texts compressed for servers that look for `jobs.xml.gz` beside `jobs.xml` (nginx: `gzip_static on`).

They are made when a site is published, in a folder of their own, and never among what was built.
"""

from __future__ import annotations

import gzip
import os
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
    """One that is as old as its text was made of it."""
    time = source.stat().st_mtime_ns
    if copy.exists() and copy.stat().st_mtime_ns == time:
        return
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_bytes(gzip.compress(source.read_bytes(), 9, mtime=0))
    os.utime(copy, ns=(time, time))
