"""WebP files: the chunks a decoder needs, to the end (RFC 9649).

Kept are the picture or its frames, transparency, colours and which side is up. All else goes: notes of cameras and
editors, chunks nobody knows, and whatever follows the end.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from jobboard.source.message import phrase
from jobboard.source.pictures.bytes import Reader, TornError, way_up
from jobboard.source.pictures.colour_profile import wiped

_PIXELS = (b"VP8 ", b"VP8L")
_EXTENDED, _FRAME, _ALPHA, _COLOURS, _EXIF = b"VP8X", b"ANMF", b"ALPH", b"ICCP", b"EXIF"
_HAS_COLOURS, _HAS_ALPHA, _HAS_EXIF, _MOVES = 0b0010_0000, 0b0001_0000, 0b0000_1000, 0b0000_0010
_KEPT = {*_PIXELS, _ALPHA, b"ANIM"}
_SIZES = {_EXTENDED: 10, b"ANIM": 6}
_FRAME_HEADER = 16


def plain_webp(data: bytes) -> bytes:
    """The picture and nothing else. Raises TornError if anything in it is not understood."""
    reader = Reader(data, phrase("the WebP"), at=4)
    size = reader.little(4)
    if size > reader.left or size % 2:
        raise TornError(phrase("%(name)s breaks off at byte %(end)s", name=phrase("the WebP"), end=len(data)))
    reader.end = reader.at + size
    reader.take(4)
    chunks = list(chunks_of(reader))
    first, content = chunks[0] if chunks else (b"", b"")
    if first in _PIXELS:
        chunks = chunks[:1]  # in the simple form nothing may follow
    elif first != _EXTENDED or not any(name in (*_PIXELS, _FRAME) for name, _ in chunks):
        raise TornError(phrase("the WebP holds no picture"))
    body = b"".join(_kept(chunks, content))
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def _kept(chunks: list[tuple[bytes, bytes]], extended: bytes) -> Iterator[bytes]:
    """The chunks in their order, the header first: it announces what is there."""
    profile = next((wiped(content) for name, content in chunks if name == _COLOURS), b"")
    exif = next((content for name, content in chunks if name == _EXIF), b"")
    turned = way_up(exif.removeprefix(b"Exif\0\0"))
    if chunks[0][0] == _EXTENDED:
        flags = extended[0] & (_HAS_ALPHA | _MOVES)
        flags |= (_HAS_COLOURS if profile else 0) | (_HAS_EXIF if turned else 0)
        yield _chunk(_EXTENDED, bytes((flags, 0, 0, 0)) + extended[4:])
    if profile:
        yield _chunk(_COLOURS, profile)
    for name, content in chunks:
        if name in _KEPT:
            yield _chunk(name, content)
        elif name == _FRAME:
            yield _chunk(name, _plain_frame(content))
    if turned:
        yield _chunk(_EXIF, turned)


def _plain_frame(content: bytes) -> bytes:
    reader = Reader(content, phrase("a frame of the WebP"))
    header = reader.take(_FRAME_HEADER)
    chunks = [_chunk(name, part) for name, part in chunks_of(reader) if name in (*_PIXELS, _ALPHA)]
    if not chunks:
        raise TornError(phrase("a frame of the WebP holds no picture"))
    return header + b"".join(chunks)


def chunks_of(reader: Reader) -> Iterator[tuple[bytes, bytes]]:
    """Name and content of every chunk that is left."""
    while reader.left:
        at, name, length = reader.at, reader.take(4), reader.little(4)
        content = reader.take(length)
        reader.take(length % 2)
        if len(content) != _SIZES.get(name, len(content)):
            raise reader.stray(at)
        yield name, content


def _chunk(name: bytes, content: bytes) -> bytes:
    return name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)
