"""Notes inside picture files: bytes in, the same picture without camera, place and time out.

The picture itself is not touched, so nothing is lost of it. What says how it is to be shown stays: its colours
(ICC) and which side is up.
"""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterator

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_NOTES = (b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME")
_WEBP_NOTES = (b"EXIF", b"XMP ")
_WEBP_FLAGS = 0b0000_1100
"""Bits of a VP8X header that announce EXIF and XMP (RFC 9649, section 2.7.1)."""

_EXIF = b"Exif\0\0"
_APP0, _APP1, _APP2, _APP14, _APP15, _COMMENT, _SCAN = 0xE0, 0xE1, 0xE2, 0xEE, 0xEF, 0xFE, 0xDA
_MARK, _END = 0xFF, 0xD9
_NEXT_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""What ends the points of a scan; in them, 0xFF is followed by 0 or by a restart."""
_ORIENTATION = 0x0112


def without_notes(data: bytes) -> bytes:
    """The same picture without EXIF, XMP, IPTC and comments; other files, and broken ones, as they are."""
    try:
        if data.startswith(b"\xff\xd8"):
            return b"".join(_jpeg(data))
        if data.startswith(_PNG):
            return b"".join(_png(data))
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return _webp(data)
        if data[4:12] in (b"ftypavif", b"ftypavis"):
            return _avif(data)
    except (struct.error, IndexError, OSError, SyntaxError, ValueError):
        return data
    return data


def _jpeg(data: bytes) -> Iterator[bytes]:
    """Segments up to the end of the picture (ITU-T T.81, annex B). Previews that follow it go with their notes."""
    yield data[:2]
    at = 2
    while data[at] == _MARK and data[at + 1] != _END:
        marker, (length,) = data[at + 1], struct.unpack_from(">H", data, at + 2)
        segment = data[at : at + 2 + length]
        if segment[4:10] == _EXIF:
            yield _turned(segment[4:])
        elif _is_kept(marker, segment):
            yield segment
        at += len(segment)
        if marker == _SCAN:
            following = _NEXT_MARKER.search(data, at)
            yield data[at : following.start() if following else None]
            if following is None:
                return
            at = following.start()
    yield data[at : at + 2]


def _is_kept(marker: int, segment: bytes) -> bool:
    """JFIF, Adobe's word on colours, and colour profiles stay; what other applications add goes."""
    if marker == _APP2:
        return segment[4:15] == b"ICC_PROFILE"
    return marker in (_APP0, _APP14) or not (marker == _COMMENT or _APP0 <= marker <= _APP15)


def _turned(exif: bytes) -> bytes:
    """A segment that says only which side is up; empty for a picture that stands upright."""
    from PIL import Image  # noqa: PLC0415

    notes = Image.Exif()
    notes.load(exif)
    orientation = notes.get(_ORIENTATION, 1)
    if not isinstance(orientation, int) or not 2 <= orientation <= 8:
        return b""
    entry = struct.pack(">HHIHH", _ORIENTATION, 3, 1, orientation, 0)
    content = _EXIF + b"MM\0*" + struct.pack(">IH", 8, 1) + entry + b"\0\0\0\0"
    return struct.pack(">BBH", 0xFF, _APP1, len(content) + 2) + content


def _png(data: bytes) -> Iterator[bytes]:
    yield data[:8]
    at = 8
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        if data[at + 4 : at + 8] not in _PNG_NOTES:
            yield data[at : at + 12 + length]
        at += 12 + length


def _webp(data: bytes) -> bytes:
    (size,) = struct.unpack_from("<I", data, 4)
    end, at, chunks = 8 + size, 12, list[bytes]()
    while at < end:
        name, (length,) = data[at : at + 4], struct.unpack_from("<I", data, at + 4)
        chunk = data[at : at + 8 + length + length % 2]
        if name == b"VP8X":
            chunk = chunk[:8] + bytes([chunk[8] & ~_WEBP_FLAGS & 0xFF]) + chunk[9:]
        if name not in _WEBP_NOTES:
            chunks.append(chunk)
        at += 8 + length + length % 2
    if end > len(data):
        return data
    body = b"WEBP" + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _avif(data: bytes) -> bytes:
    """An AVIF file keeps its notes among its tables: one that has any is packed anew, finely."""
    from PIL import Image  # noqa: PLC0415

    with Image.open(io.BytesIO(data), formats=("AVIF",)) as picture:
        if not {"exif", "xmp"} & picture.info.keys() or getattr(picture, "n_frames", 1) > 1:
            return data
        out = io.BytesIO()
        picture.save(out, "AVIF", quality=90, speed=8, max_threads=1, autotiling=False, exif=b"", xmp=b"")
    return out.getvalue()
