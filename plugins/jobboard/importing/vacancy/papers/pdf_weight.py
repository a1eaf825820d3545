"""A PDF in, refused where its streams grow absurdly: what a page is made of is packed, and may be a bomb."""

from __future__ import annotations

import re
import zlib

from jobboard.importing.vacancy.papers.paper import refused
from jobboard.source.message import phrase

MAX_STREAMS = 40_000_000
"""Bytes of all streams but pictures, unpacked; fonts and text of thirty pages have five millions."""

_STREAM = re.compile(rb"stream\r?\n")
_REACH = 1_000
"""Bytes before a stream in which its dictionary says what it is."""

_PICTURE = re.compile(rb"/Subtype\s*/Image")
_MAX_COUNT = 20_000


def refuse_heavy(data: bytes, name: str) -> None:
    """Refuse a PDF whose streams hold more than any document has. Raises ImportFailedError."""
    weight, end = 0, 0
    for count, found in enumerate(_STREAM.finditer(data)):
        if data[found.start() - 3 : found.start()] == b"end":
            continue
        head = data[max(end, found.start() - _REACH) : found.start()]
        end = found.end()
        if _PICTURE.search(head.rpartition(b"obj")[2]):
            continue
        weight += _unpacked_size(data, found.end(), MAX_STREAMS - weight)
        if weight >= MAX_STREAMS or count > _MAX_COUNT or head.count(b"FlateDecode") > head.count(b"obj") + 1:
            raise refused(name, phrase("it grows absurdly as it is unpacked; nothing is read of it"))


def _unpacked_size(data: bytes, start: int, limit: int) -> int:
    """The bytes a stream unpacks to, as far as the limit; of one that is not packed its own are few."""
    try:
        return len(zlib.decompressobj().decompress(memoryview(data)[start:], max(1, limit)))
    except zlib.error:
        return 0
