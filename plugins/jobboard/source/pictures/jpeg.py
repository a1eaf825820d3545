"""JPEG files: what a decoder needs of them, to the end of the picture (ITU-T T.81, annex B).

Kept are the tables, the pixels, the density of JFIF, Adobe's word on colours, the colour profile and which side is up.
All else goes, whatever it is called: thumbnails, notes of cameras and editors, comments, pictures after the picture.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator

from jobboard.source.message import phrase
from jobboard.source.pictures.bytes import Reader, TornError, way_up
from jobboard.source.pictures.colour_profile import wiped

_MARK, _START, _END = 0xFF, 0xD8, 0xD9
_APP0, _APP1, _APP2, _APP14, _APP15, _COMMENT = 0xE0, 0xE1, 0xE2, 0xEE, 0xEF, 0xFE
_HUFFMAN, _ARITHMETIC, _QUANTISERS, _RESTARTS, _LINES, _SCAN = 0xC4, 0xCC, 0xDB, 0xDD, 0xDC, 0xDA
_FRAMES = frozenset(range(0xC0, 0xD0)) - {_HUFFMAN, 0xC8, _ARITHMETIC}

_NEXT_MARKER = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")
"""What ends the points of a scan; in them, 0xFF is followed by 0 or by a restart."""

_EXIF, _JFIF, _ADOBE, _PROFILE = b"Exif\0\0", b"JFIF\0", b"Adobe", b"ICC_PROFILE\0"
_MOST_IN_A_SEGMENT = 65_533 - len(_PROFILE) - 2


def plain_jpeg(data: bytes) -> bytes:
    """The picture and nothing else. Raises TornError if anything in it is not understood."""
    reader = Reader(data, phrase("the JPEG"))
    reader.take(2)
    notes: dict[int, list[bytes]] = {_APP0: [], _APP1: [], _APP2: [], _APP14: []}
    body = b"".join(_body(reader, notes))
    return b"".join([b"\xff\xd8", *_beginning(notes), body])


def sizes_in_jpeg(plain: bytes) -> Iterator[tuple[int, int]]:
    """What the header of the frame says (B.2.2)."""
    reader = Reader(plain, phrase("the JPEG"))
    reader.take(2)
    while (marker := _marker(reader)) not in (_END, _SCAN):
        content = reader.take(reader.big(2) - 2)
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", content, 1)
            yield width, height


def _body(reader: Reader, notes: dict[int, list[bytes]]) -> Iterator[bytes]:
    """Tables and scans as they follow each other; what applications wrote is put into `notes`, by marker."""
    has_frame = has_scan = False
    while (marker := _marker(reader)) != _END:
        at, is_note = reader.at - 2, _APP0 <= marker <= _APP15 or marker == _COMMENT
        if not is_note and marker not in _FITS:
            raise reader.stray(at)
        content = reader.take(max(reader.big(2) - 2, 0))
        if is_note:
            if marker in notes:
                notes[marker].append(content)
            continue
        is_frame, is_scan = marker in _FRAMES, marker == _SCAN
        if not _FITS[marker](content) or (is_frame and has_frame) or (is_scan and not has_frame):
            raise reader.stray(at)
        has_frame, has_scan = has_frame or is_frame, has_scan or is_scan
        yield _segment(marker, content)
        if is_scan:
            yield _points(reader)
    if not has_scan:
        raise TornError(phrase("the JPEG ends before its picture begins"))
    yield bytes((_MARK, _END))


def _marker(reader: Reader) -> int:
    """The next marker. Any number of 0xFF may stand before it (B.1.1.2); anything else there is no part of the file."""
    if reader.big(1) != _MARK:
        raise reader.stray(reader.at - 1)
    while (marker := reader.big(1)) == _MARK:
        pass
    return marker


def _points(reader: Reader) -> bytes:
    following = _NEXT_MARKER.search(reader.data, reader.at)
    if following is None:
        raise TornError(phrase("%(name)s breaks off at byte %(end)s", name=reader.name, end=reader.end))
    return reader.take(following.start() - reader.at)


def _segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", _MARK, marker, len(content) + 2) + content


def _beginning(notes: dict[int, list[bytes]]) -> Iterator[bytes]:
    """What stands before the tables, written anew."""
    jfif = next((each for each in notes[_APP0] if each.startswith(_JFIF) and len(each) >= 14), None)
    if jfif is not None:
        yield _segment(_APP0, jfif[:12] + b"\0\0")  # without its thumbnail
    exif = next((each for each in notes[_APP1] if each.startswith(_EXIF)), b"")
    if turned := way_up(exif.removeprefix(_EXIF)):
        yield _segment(_APP1, _EXIF + turned)
    profile = wiped(_joined(notes[_APP2]))
    parts = [profile[at : at + _MOST_IN_A_SEGMENT] for at in range(0, len(profile), _MOST_IN_A_SEGMENT)]
    for number, part in enumerate(parts, 1):
        yield _segment(_APP2, _PROFILE + bytes((number, len(parts))) + part)
    adobe = next((each for each in notes[_APP14] if each.startswith(_ADOBE) and len(each) >= 12), None)
    if adobe is not None:
        yield _segment(_APP14, adobe[:12])


def _joined(segments: list[bytes]) -> bytes:
    """A colour profile, which may stand in several segments; empty if one of them is missing."""
    head = len(_PROFILE) + 2
    parts = {each[head - 2]: each for each in segments if each.startswith(_PROFILE) and len(each) > head}
    are_all_there = sorted(parts) == list(range(1, len(parts) + 1))
    are_of_one = {each[head - 1] for each in parts.values()} == {len(parts)}
    return b"".join(parts[number][head:] for number in sorted(parts)) if are_all_there and are_of_one else b""


def _holds_huffman_tables(content: bytes) -> bool:
    at = 0
    while at + 17 <= len(content):
        at += 17 + sum(content[at + 1 : at + 17])
    return at == len(content)


def _holds_quantisers(content: bytes) -> bool:
    at = 0
    while at < len(content):
        at += 129 if content[at] >> 4 else 65
    return at == len(content)


def _is_scan_header(content: bytes) -> bool:
    return len(content) > 0 and len(content) == 4 + 2 * content[0]


def _is_frame_header(content: bytes) -> bool:
    return len(content) > 5 and len(content) == 6 + 3 * content[5]


_FITS: dict[int, Callable[[bytes], bool]] = {
    _HUFFMAN: _holds_huffman_tables,
    _QUANTISERS: _holds_quantisers,
    _ARITHMETIC: lambda content: len(content) % 2 == 0,
    _RESTARTS: lambda content: len(content) == 2,
    _LINES: lambda content: len(content) == 2,
    _SCAN: _is_scan_header,
    **dict.fromkeys(_FRAMES, _is_frame_header),
}
"""What a segment must look like to be one, and to hold nothing beside."""
