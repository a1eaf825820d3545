"""How many pixels a picture file says it has: read from its headers before any decoder is asked for memory.

In is the file without its notes, of which every part is whole. Where a file says it in several places, the largest
counts: decoders reserve memory by whichever they read first.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator

from jobboard.source.message import phrase
from jobboard.source.pictures.avif import sizes_in_boxes, streams_in_avif
from jobboard.source.pictures.bytes import Reader
from jobboard.source.pictures.gif import sizes_in_gif
from jobboard.source.pictures.jpeg import sizes_in_jpeg
from jobboard.source.pictures.obus import sizes_in_stream
from jobboard.source.pictures.png import SIGNATURE as PNG
from jobboard.source.pictures.webp import chunks_of

_Sizes = Iterator[tuple[int, int]]


def stated_pixels(plain: bytes) -> int:
    """The pixels of the largest picture or frame that the file speaks of."""
    return max((width * height for width, height in _reader_of(plain)(plain)), default=0)


def _reader_of(plain: bytes) -> Callable[[bytes], _Sizes]:
    if plain.startswith(b"\xff\xd8"):
        return sizes_in_jpeg
    if plain.startswith(PNG):
        return _in_png
    if plain.startswith(b"GIF"):
        return sizes_in_gif
    return _in_webp if plain.startswith(b"RIFF") else _in_avif


def _in_png(plain: bytes) -> _Sizes:
    yield struct.unpack_from(">II", plain, 16)


def _in_webp(plain: bytes) -> _Sizes:
    """RFC 9649, sections 2.5 to 2.7. Frames lie within the canvas, or libwebp refuses them."""
    for name, content in chunks_of(Reader(plain, phrase("the WebP"), at=12)):
        reader = Reader(content, phrase("the WebP"))
        if name == b"VP8X":
            reader.take(4)
            yield 1 + reader.little(3), 1 + reader.little(3)
        elif name == b"VP8L":
            reader.take(1)
            packed = reader.little(4)
            yield 1 + (packed & 0x3FFF), 1 + (packed >> 14 & 0x3FFF)
        elif name == b"VP8 ":
            reader.take(6)
            yield reader.little(2) & 0x3FFF, reader.little(2) & 0x3FFF


def _in_avif(plain: bytes) -> _Sizes:
    """What the boxes say, and what each stream says: a decoder believes the stream."""
    yield from sizes_in_boxes(plain)
    for stream in streams_in_avif(plain):
        yield from sizes_in_stream(stream)
