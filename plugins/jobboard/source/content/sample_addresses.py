"""Addresses of the sample that came with the board: a content folder in, where they are still used out.

The sample's mail and web addresses end in `.example`, which nobody can ever own (RFC 2606). Whoever writes to one
reaches nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from jobboard.source.below import files_below, ignore

ENDING = ".example"
_ADDRESS = rb"(?<![\w-])(?:[\w-]+\.)+example(?![\w-]|\.[\w-])"


class SampleAddress(Struct, frozen=True):
    """The first such host of a file; `path` is relative to the content folder."""

    path: str
    line: int
    host: str


def sample_addresses(root: Path) -> Iterator[SampleAddress]:
    """Every document that names such a host, in the order of their paths. One that cannot be read is passed over."""
    address = re.compile(_ADDRESS, re.IGNORECASE)
    for file in files_below(root, ignore):
        if file.suffix != ".md":
            continue
        try:
            data = file.read_bytes()
        except OSError:
            continue
        if found := address.search(data):
            path = file.relative_to(root).as_posix()
            yield SampleAddress(path, data.count(b"\n", 0, found.start()) + 1, found[0].decode("ascii", "replace"))
