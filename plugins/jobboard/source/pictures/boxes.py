"""Boxes, of which AVIF files and others of their family consist (ISO/IEC 14496-12, section 4.2)."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from jobboard.source.message import Phrase, phrase
from jobboard.source.pictures.bytes import Reader, TornError

FREE = b"free"
"""The name of a box that holds nothing."""


class Box(Struct, frozen=True):
    """A box: its kind, and at which bytes it starts, its content starts, and it ends."""

    kind: bytes
    start: int
    content: int
    end: int


def boxes_in(data: bytes | bytearray, at: int, end: int, name: Phrase) -> Iterator[Box]:
    """The boxes between two bytes, which they fill. Raises TornError if they do not."""
    reader = Reader(data, name, at, end)
    while reader.left:
        start, size, kind = reader.at, reader.big(4), reader.take(4)
        if size == 1:
            size = reader.big(8)
        box_end = end if size == 0 else start + size
        if not reader.at <= box_end <= end:
            raise TornError(phrase("%(name)s breaks off at byte %(end)s", name=name, end=end))
        yield Box(kind, start, reader.at, box_end)
        reader.at = box_end
