"""A PDF in, refused where it holds absurdly much: what a page is made of is packed, and may be a bomb."""

from __future__ import annotations

import re
import zlib

from jobboard.importing.vacancy.papers.paper import refusal
from jobboard.source.message import Phrase, phrase

MAX_STREAMS = 40_000_000
"""Bytes of all streams but pictures, unpacked: of thirty pages it is five millions, most of them fonts."""

MAX_READ = 8_000_000
"""Bytes of the streams among them that are read word by word, which fonts are not."""

_MAX_PLAIN = 1_500_000
"""Bytes that are in no stream: a thousand for each paragraph of a document that is tagged for screen readers."""

_STREAM = re.compile(rb"stream\r?\n")
_REACH = 1_000
"""Bytes before a stream in which its dictionary says what it is."""

_PICTURE = re.compile(rb"/Subtype\s*/Image")
_FONT = re.compile(rb"/Length1\b|/Subtype\s*/(?:Type1C|CIDFontType0C|OpenType)|/FunctionType|/N [134]\b")
_KIDS = re.compile(rb"/Kids\s*\[([^\]]*)\]")
_MAX_COUNT = 20_000
_ABSURD = phrase("it grows absurdly as it is unpacked; nothing is read of it")


def refuse_heavy(data: bytes, name: str, max_pages: int) -> None:
    """Refuse a PDF that holds more than any document has, or more pages than that. Raises ImportFailedError."""
    if any(kids.count(b"R") > max_pages for kids in _KIDS.findall(data)):
        raise refusal(name, too_many_pages(max_pages))
    end = plain = weight = read = 0
    for count, found in enumerate(_STREAM.finditer(data)):
        if data[found.start() - 3 : found.start()] == b"end":
            end = found.end()
            continue
        plain += found.start() - end
        head = data[max(end, found.start() - _REACH) : found.start()].rpartition(b" obj")[2]
        end = found.end()
        if _PICTURE.search(head):
            continue
        size = _unpacked_size(data, found.end(), MAX_STREAMS - weight)
        weight += size
        read += 0 if _FONT.search(head) else size
        if weight >= MAX_STREAMS or read > MAX_READ or count > _MAX_COUNT or head.count(b"FlateDecode") > 1:
            raise refusal(name, _ABSURD)
    if plain > _MAX_PLAIN:
        raise refusal(name, _ABSURD)


def too_many_pages(most: int) -> Phrase:
    """Why a document of more pages is refused."""
    return phrase("it has more than %(number)s pages", number=most)


def _unpacked_size(data: bytes, start: int, limit: int) -> int:
    """The bytes a stream unpacks to, as far as the limit; of one that is not packed, where it ends."""
    try:
        return len(zlib.decompressobj().decompress(memoryview(data)[start:], max(1, limit)))
    except zlib.error:
        return max(0, data.find(b"endstream", start) - start)
