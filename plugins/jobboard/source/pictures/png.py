"""PNG files: the chunks a decoder needs, each checked, to the end (PNG, third edition).

Kept are the picture, its colours, its transparency, its density and its frames, and which side is up. All else goes:
texts, times, private chunks, suggested palettes, and whatever follows the end.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from jobboard.source.message import phrase
from jobboard.source.pictures.bytes import Reader, TornError, way_up
from jobboard.source.pictures.colour_profile import wiped

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_SIZES = {
    b"IHDR": (13,),
    b"PLTE": range(3, 769, 3),
    b"IDAT": None,
    b"IEND": (0,),
    b"tRNS": range(1, 257),
    b"gAMA": (4,),
    b"cHRM": (32,),
    b"sRGB": (1,),
    b"sBIT": range(1, 5),
    b"bKGD": (1, 2, 6),
    b"pHYs": (9,),
    b"cICP": (4,),
    b"mDCV": (24,),
    b"cLLI": (8,),
    b"acTL": (8,),
    b"fcTL": (26,),
    b"fdAT": None,
}
"""What is kept, with the number of bytes it may hold; None for pixels, which hold any."""

_LARGEST_PROFILE = 4_000_000
_STEP = 1 << 20
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_INTERLACED = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""Of each pass: its first column and row, and its steps."""


def plain_png(data: bytes) -> bytes:
    """The picture and nothing else. Raises TornError if anything in it is not understood."""
    kept, turned = [SIGNATURE], b""
    for name, content in _chunks(data):
        if name in _SIZES:
            kept += [_chunk(name, content)] if _fits(name, content) else []
        elif name == b"iCCP":
            kept += [_chunk(name, b"ICC\0\0" + _stored(profile))] if (profile := _profile(content)) else []
        elif name == b"eXIf":
            turned = turned or way_up(content)
    if turned:
        kept.insert(2, _chunk(b"eXIf", turned))
    return b"".join(kept)


def check_pixels(data: bytes) -> None:
    """Raises TornError unless what is packed in a PNG are its pixels, all of them, and nothing else."""
    pixels = _Pixels(b"", 0, 0)
    for name, content in _chunks(data):
        if name == b"IHDR":
            header = content
            pixels = _Pixels(header, *struct.unpack_from(">II", header))
        elif name == b"fcTL" and pixels.size:  # the first one may speak of the picture itself
            pixels.close()
            pixels = _Pixels(header, *struct.unpack_from(">II", content, 4))
        elif name in (b"IDAT", b"fdAT"):
            pixels.add(content if name == b"IDAT" else content[4:])
    pixels.close()


class _Pixels:
    """Unpacks the pixels of one frame to count them; `size` is how many bytes there were."""

    def __init__(self, header: bytes, width: int, height: int) -> None:
        self.size = 0
        self._header = header
        self._shape = width, height
        self._unpack = zlib.decompressobj()

    def add(self, packed: bytes) -> None:
        """Takes one chunk of them."""
        try:
            while packed and not self._unpack.eof:
                self.size += len(self._unpack.decompress(packed, _STEP))
                packed = self._unpack.unconsumed_tail
        except zlib.error as error:
            raise TornError(phrase("the pixels of the PNG are damaged")) from error
        if packed or self._unpack.unused_data:
            raise TornError(phrase("the PNG holds bytes that belong to no part of it, after its pixels"))

    def close(self) -> None:
        """Raises TornError unless they were all there."""
        while not self._unpack.eof and (more := self._unpack.decompress(self._unpack.unconsumed_tail, _STEP)):
            self.size += len(more)
        if not self._unpack.eof or self.size != self._expected():
            raise TornError(phrase("the PNG does not hold as many pixels as it says"))

    def _expected(self) -> int:
        """How many bytes they have when unpacked, with the filter of each row."""
        depth, colour, _, _, is_interlaced = self._header[8:]
        bits, (width, height) = depth * _CHANNELS.get(colour, 0), self._shape
        passes = _INTERLACED if is_interlaced else ((0, 0, 1, 1),)
        sizes = [(len(range(left, width, right)), len(range(top, height, down))) for left, top, right, down in passes]
        return sum(rows * (1 + (columns * bits + 7) // 8) for columns, rows in sizes if columns)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and content of every chunk from the header to the end."""
    reader = Reader(data, phrase("the PNG"), at=len(SIGNATURE))
    name = b""
    while name != b"IEND":
        at = reader.at
        length, following = reader.big(4), reader.take(4)
        content, check = reader.take(length), reader.big(4)
        is_first, is_header = not name, following == b"IHDR"
        if is_first != is_header or zlib.crc32(following + content) != check or not following.isalpha():
            raise TornError(phrase("the PNG is damaged at byte %(at)s", at=at))
        is_needed = not following[0] & 0x20
        if is_needed and not (following in _SIZES and _fits(following, content)):
            raise reader.stray(at)
        name = following
        yield name, content


def _fits(name: bytes, content: bytes) -> bool:
    sizes = _SIZES[name]
    return sizes is None or len(content) in sizes


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def _profile(content: bytes) -> bytes:
    """The colours of a picture without the words in them; empty for a profile nobody can read."""
    packed = content.partition(b"\0")[2][1:]
    unpack = zlib.decompressobj()
    try:
        profile = unpack.decompress(packed, _LARGEST_PROFILE)
    except zlib.error:
        return b""
    return wiped(profile) if unpack.eof else b""


def _stored(content: bytes) -> bytes:
    """A zlib stream that packs nothing: what zlib makes of the same bytes depends on its version."""
    blocks = [content[at : at + 0xFFFF] for at in range(0, len(content), 0xFFFF)]
    packed = b"".join(
        struct.pack("<BHH", number == len(blocks), len(block), len(block) ^ 0xFFFF) + block
        for number, block in enumerate(blocks, 1)
    )
    return b"\x78\x01" + packed + struct.pack(">I", zlib.adler32(content))
