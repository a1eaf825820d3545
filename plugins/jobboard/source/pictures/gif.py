"""GIF files: the blocks a decoder needs, to the end (GIF89a).

Kept are the frames, how long each is shown, and how often they come round. Comments, plain texts, what applications
wrote and whatever follows the end go.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from jobboard.source.message import phrase
from jobboard.source.pictures.bytes import Reader, TornError

SIGNATURES = (b"GIF87a", b"GIF89a")
_EXTENSION, _FRAME, _END = 0x21, 0x2C, 0x3B
_CONTROL, _TEXT, _APPLICATION = 0xF9, 0x01, 0xFF
_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


def plain_gif(data: bytes) -> bytes:
    """The picture and nothing else. Raises TornError if anything in it is not understood."""
    reader = Reader(data, phrase("the GIF"))
    return b"".join(_kept(reader))


def _kept(reader: Reader) -> Iterator[bytes]:
    screen = reader.take(13)
    yield screen + _palette(reader, screen[10])
    control, frames = b"", 0
    while (block := reader.big(1)) != _END:
        if block == _FRAME:
            yield control + b"\x2c" + _frame(reader)
            control, frames = b"", frames + 1
        elif block != _EXTENSION:
            raise reader.stray(reader.at - 1)
        else:
            label, parts = reader.big(1), _parts(reader)
            if label == _CONTROL and [len(part) for part in parts] == [4]:
                control = b"\x21\xf9\x04" + parts[0] + b"\0"
            elif label == _TEXT:
                control = b""  # what was said of the text goes with it
            elif label == _APPLICATION and _is_loop(parts):
                yield b"\x21\xff\x0b" + parts[0] + b"\x03" + parts[1] + b"\0"
    if not frames:
        raise TornError(phrase("the GIF ends before its picture begins"))
    yield b"\x3b"


def sizes_in_gif(plain: bytes) -> Iterator[tuple[int, int]]:
    """The size of the screen, and how far each frame reaches: Pillow makes the screen as large as the first one."""
    reader = Reader(plain, phrase("the GIF"), at=6)
    yield reader.little(2), reader.little(2)
    flags = reader.take(3)[0]
    _palette(reader, flags)
    while (block := reader.big(1)) != _END:
        if block == _FRAME:
            left, top, width, height = struct.unpack("<4H", _frame(reader)[:8])
            yield left + width, top + height
        else:
            reader.take(1)
            _parts(reader)


def _is_loop(parts: list[bytes]) -> bool:
    return len(parts) == 2 and parts[0] in _LOOPS and len(parts[1]) == 3 and parts[1][0] == 1


def _frame(reader: Reader) -> bytes:
    header = reader.take(9)
    palette, smallest = _palette(reader, header[8]), reader.take(1)
    return header + palette + smallest + _pixels(reader)


def _palette(reader: Reader, flags: int) -> bytes:
    return reader.take(3 << (flags & 7) + 1) if flags & 0x80 else b""


def _pixels(reader: Reader) -> bytes:
    """The sub-blocks up to the empty one that ends them, as they stand there."""
    data, at = reader.data, reader.at
    while at < reader.end and data[at]:
        at += data[at] + 1
    return reader.take(at + 1 - reader.at)


def _parts(reader: Reader) -> list[bytes]:
    """The sub-blocks up to the empty one that ends them."""
    parts = []
    while size := reader.big(1):
        parts.append(reader.take(size))
    return parts
