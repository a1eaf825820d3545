"""AVIF files: what a decoder needs stays where it is, all else is wiped (ISO/IEC 14496-12, 23008-12; AV1-ISOBMFF).

The places of pixels are written into the tables of the file, so nothing is moved: boxes nobody needs become free space,
and of the data only what belongs to the picture is kept. So no pixel changes, and nothing is encoded anew.
"""

from __future__ import annotations

from collections.abc import Iterator

from jobboard.source.message import phrase
from jobboard.source.pictures.avif_items import ByteSpan, spans_of_items, streams_of_items
from jobboard.source.pictures.avif_samples import spans_of_samples
from jobboard.source.pictures.boxes import FREE, Box, boxes_in
from jobboard.source.pictures.bytes import TornError
from jobboard.source.pictures.colour_profile import wiped
from jobboard.source.pictures.obus import silenced

_AVIF = phrase("the AVIF")

_HOLDERS: dict[bytes, frozenset[bytes]] = {
    name: frozenset(children.split(b" "))
    for name, children in {
        b"": b"ftyp meta moov mdat",
        b"meta": b"hdlr pitm iloc iinf iref iprp idat",
        b"iinf": b"infe",
        b"iref": b"dimg auxl prem thmb cdsc",
        b"iprp": b"ipco ipma",
        b"ipco": b"ispe pixi av1C colr auxC pasp clap irot imir lsel a1op a1lx clli mdcv cclv amve",
        b"moov": b"mvhd trak",
        b"trak": b"tkhd edts tref mdia",
        b"edts": b"elst",
        b"tref": b"auxl",
        b"mdia": b"mdhd hdlr minf",
        b"minf": b"vmhd dinf stbl",
        b"dinf": b"dref",
        b"stbl": b"stsd stts stsc stsz stco co64 stss ctts",
        b"stsd": b"av01",
        b"av01": b"av1C colr auxi ccst pasp clap",
    }.items()
}
"""What each box may hold. A box that is not named here is wiped; one that is no key is kept as it is."""

_INNER = {b"meta": 4, b"iref": 4, b"stsd": 8, b"av01": 78}
"""How many bytes of its own a box has before those it holds; none where it is not named."""

_SIZES = {b"ispe": 4, b"av01": 24}
"""Where a box says how large the picture is (ISO/IEC 23008-12, 6.5.3; 14496-12, 12.1.3)."""

_TIMES = (b"mvhd", b"tkhd", b"mdhd")


def plain_avif(data: bytes) -> bytes:
    """The picture and nothing else, as long as the file was. Raises TornError if anything in it is not understood."""
    out = bytearray(data)
    kept: list[ByteSpan] = []
    kinds = [box.kind for box in boxes_in(out, 0, len(out), _AVIF)]
    if kinds[:1] != [b"ftyp"] or kinds.count(b"meta") != 1:
        raise TornError(phrase("the AVIF does not say where its picture is"))
    for parent, box in _walk(out, b"", 0, len(out)):
        if box.kind == b"meta" and parent == b"":
            kept += spans_of_items(out, box)
        elif box.kind == b"stbl":
            kept += spans_of_samples(out, box)
    _wipe_data(out, kept)
    for start, end in kept:
        silenced(out, start, end)
    return bytes(out)


def sizes_in_boxes(plain: bytes) -> Iterator[tuple[int, int]]:
    """Width and height wherever a box of the file says them."""
    out = bytearray(plain)
    for _, box in _walk(out, b"", 0, len(out)):
        if (at := _SIZES.get(box.kind)) is not None:
            length = 4 if box.kind == b"ispe" else 2
            width, height = out[box.content + at :][:length], out[box.content + at + length :][:length]
            yield int.from_bytes(width, "big"), int.from_bytes(height, "big")


def streams_in_avif(plain: bytes) -> Iterator[bytes]:
    """Each AV1 stream of the file, of pictures and of frames."""
    out = bytearray(plain)
    for parent, box in _walk(out, b"", 0, len(out)):
        if box.kind == b"meta" and parent == b"":
            yield from streams_of_items(out, box)
        elif box.kind == b"stbl":
            yield from (bytes(out[start:end]) for start, end in spans_of_samples(out, box))


def _walk(out: bytearray, parent: bytes, at: int, end: int) -> Iterator[tuple[bytes, Box]]:
    """Every box that is kept, with what holds it, a holder before its content; the others are wiped on the way."""
    for box in boxes_in(out, at, end, _AVIF):
        if box.kind not in _HOLDERS[parent]:
            _free(out, box)
            continue
        _tidy(out, box)
        yield parent, box
        if box.kind in _HOLDERS:
            yield from _walk(out, box.kind, box.content + _own_bytes(out, box), box.end)


def _own_bytes(out: bytearray, box: Box) -> int:
    if box.kind == b"iinf":
        return 6 if out[box.content] == 0 else 8
    return _INNER.get(box.kind, 0)


def _free(out: bytearray, box: Box) -> None:
    out[box.start + 4 : box.start + 8] = FREE
    out[box.content : box.end] = bytes(box.end - box.content)


def _tidy(out: bytearray, box: Box) -> None:
    """Wipes names, times and words within a box that is needed."""
    if box.kind in _TIMES:
        stamps = slice(box.content + 4, box.content + (20 if out[box.content] else 12))
        out[stamps] = bytes(stamps.stop - stamps.start)
    elif box.kind == b"hdlr":
        _blank(out, box.content + 12, box.end)
    elif box.kind == b"av01":
        _blank(out, box.content + 42, box.content + 74)  # what packed it
    elif box.kind == b"dref":
        _blank(out, box.content + 20, box.end)
    elif box.kind == b"colr" and bytes(out[box.content : box.content + 4]) in (b"prof", b"rICC"):
        profile = wiped(bytes(out[box.content + 4 : box.end]))
        if profile:
            out[box.content + 4 : box.end] = profile
        else:
            _free(out, box)


def _blank(out: bytearray, start: int, end: int) -> None:
    out[start:end] = bytes(max(0, end - start))


def _wipe_data(out: bytearray, kept: list[ByteSpan]) -> None:
    """Of the data only what the picture is made of stays."""
    if sum(end - start for start, end in kept) > 2 * len(out):
        raise TornError(phrase("the AVIF names the same bytes again and again"))
    before = bytes(out)
    for box in boxes_in(out, 0, len(out), _AVIF):
        if box.kind == b"mdat":
            _blank(out, box.content, box.end)
    for start, end in kept:
        out[start:end] = before[start:end]
