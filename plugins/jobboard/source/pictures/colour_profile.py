"""Colour profiles of pictures (ICC.1:2022): what a screen needs of one stays, the words in it are wiped.

A profile names the maker of the device, its model, who wrote it, and may hold anything besides. Bytes are wiped where
they stand: nothing moves, so that a profile inside another file keeps its length and all places named in it.
"""

from __future__ import annotations

import struct

_HEADER, _ENTRY = 128, 12
_MOST_TAGS = 200
_WORDS = (b"desc", b"cprt")
"""Every profile has to have them, and nobody needs what they say."""

_COLOURS = frozenset(
    b"rXYZ gXYZ bXYZ wtpt bkpt lumi chad rTRC gTRC bTRC kTRC cicp gamt A2B0 A2B1 A2B2 A2B3 B2A0 B2A1 B2A2 B2A3"
    b" D2B0 D2B1 D2B2 D2B3 B2D0 B2D1 B2D2 B2D3".split(b" ")
)
_NUMBERS = frozenset((b"XYZ ", b"curv", b"para", b"sf32", b"mft1", b"mft2", b"mAB ", b"mBA ", b"mpet", b"cicp"))
"""Types that hold numbers and no text."""

_OF_THE_MAKER = (slice(4, 8), slice(24, 36), slice(48, 64), slice(80, 128))
"""In the header: who computed it, when, for which device, its digest, and what is reserved."""


def wiped(profile: bytes) -> bytes:
    """The same profile with nothing but colours in it, as long as it was; empty for one that nobody could use."""
    if len(profile) < _HEADER + 4 or profile[36:40] != b"acsp":
        return b""
    (declared,) = struct.unpack_from(">I", profile)
    (count,) = struct.unpack_from(">I", profile, _HEADER)
    table = _HEADER + 4 + count * _ENTRY
    if count > _MOST_TAGS or table > declared or declared > len(profile):
        return b""
    out = bytearray(len(profile))
    out[:table] = profile[:table]
    for part in _OF_THE_MAKER:
        out[part] = bytes(part.stop - part.start)
    for number in range(count):
        entry = _HEADER + 4 + number * _ENTRY
        name, start, size = struct.unpack_from(">4sII", profile, entry)
        if start < table or size < 8 or start + size > declared:
            return b""
        if name in _COLOURS and profile[start : start + 4] in _NUMBERS:
            out[start : start + size] = profile[start : start + size]
        elif name not in _WORDS:
            out[entry : entry + 4] = b"n%03d" % number  # no two tags may have one name
    _say_nothing(out, count)
    return bytes(out)


def _say_nothing(out: bytearray, count: int) -> None:
    """Descriptions that are there and empty, of a type the profile's version allows. They may overlap nothing."""
    for number in range(count):
        name, start, size = struct.unpack_from(">4sII", out, _HEADER + 4 + number * _ENTRY)
        if name in _WORDS and not any(out[start : start + size]) and size >= 16:
            is_old = out[8] < 4
            kind = (b"desc" if name == b"desc" else b"text") if is_old else b"mluc"
            out[start : start + 4] = kind
            if not is_old:
                out[start + 12 : start + 16] = struct.pack(">I", 12)
