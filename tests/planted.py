"""Pictures with words hidden wherever their form has room for some: what a published one must not hold."""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from collections.abc import Callable, Iterator

from PIL import Image, ImageCms, ImageSequence

from tests.pictures import draw_town, encoded

SECRET = b"Sh3-h1d-th1s"
"""What is hidden; no encoder makes it of pixels."""

TOWN, OTHER = draw_town(80, 60), draw_town(80, 60, seed=9)


def frames_of(data: bytes) -> list[bytes]:
    """Every pixel of every frame, as Pillow sees them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of previews that are none
        picture = Image.open(io.BytesIO(data))
    with picture:
        return [frame.convert("RGBA").tobytes() for frame in ImageSequence.Iterator(picture)]


def camera_notes(orientation: int = 1) -> bytes:
    """Exif notes with an author, a camera, a place, a comment and a thumbnail's worth of bytes after them."""
    notes = Image.Exif()
    notes[0x0112], notes[0x010F], notes[0x013B] = orientation, SECRET.decode(), SECRET.decode()
    notes.get_ifd(0x8825)[1] = "N"
    notes.get_ifd(0x8825)[29] = SECRET.decode()
    notes.get_ifd(0x8769)[0x9286] = SECRET
    return notes.tobytes() + SECRET


def profile(where: str = "") -> bytes:
    """A colour profile; with words in its description, in a tag of its own, or in its header."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    (count,) = struct.unpack_from(">I", data, 128)
    for at in range(132, 132 + 12 * count, 12):
        name, start, size = struct.unpack_from(">4sII", data, at)
        if where == "description" and name in (b"desc", b"cprt"):
            data[start + 8 : start + size] = SECRET.ljust(size - 8, b"\0")[: size - 8]
    if where == "header":
        data[80:128] = SECRET.ljust(48, b"\0")
    if where == "tag":
        data[132 + 12 * count : 132 + 12 * count] = struct.pack(">4sII", b"meta", len(data) + 12, 8 + len(SECRET))
        for at in range(132, 132 + 12 * count, 12):
            struct.pack_into(">I", data, at + 4, struct.unpack_from(">I", data, at + 4)[0] + 12)
        data += b"text\0\0\0\0" + SECRET
        struct.pack_into(">I", data, 128, count + 1)
        struct.pack_into(">I", data, 0, len(data))
    return bytes(data)


def _segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def _little(name: bytes, content: bytes) -> bytes:
    return name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)


def _jpegs() -> Iterator[tuple[str, bytes]]:
    exif = camera_notes()
    kinds = {
        "baseline": encoded(TOWN, "JPEG"),
        "progressive": encoded(TOWN, "JPEG", progressive=True),
        "restarts": encoded(TOWN, "JPEG", restart_marker_blocks=2),
        "four-inks": encoded(TOWN.convert("CMYK"), "JPEG"),
    }
    segments = {
        "exif": _segment(0xE1, exif),
        "exif-after-a-fill-byte": b"\xff" + _segment(0xE1, exif),
        "exif-after-many-fill-bytes": b"\xff" * 9 + _segment(0xE1, exif),
        "exif-twice": _segment(0xE1, exif) * 2,
        "xmp": _segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x>" + SECRET),
        "xmp-extended": _segment(0xE1, b"http://ns.adobe.com/xmp/extension/\0" + SECRET),
        "exif-misspelt": _segment(0xE1, b"exif\0\0" + SECRET),
        "flashpix": _segment(0xE2, b"FPXR\0" + SECRET),
        "previews": _segment(0xE2, b"MPF\0" + SECRET),
        "half-a-profile": _segment(0xE2, b"ICC_PROFILE\0\1\2" + SECRET),
        "photoshop": _segment(0xED, b"Photoshop 3.0\x008BIM\4\4\0\0\0\0\0\x0c" + SECRET),
        "provenance": _segment(0xEB, b"JP\0\1\0\0\0\x1ejumb" + SECRET),
        "thumbnail": _segment(0xE0, b"JFXX\0\x10" + SECRET),
        "adobe-and-more": _segment(0xEE, b"Adobe\0d\0\0\0\0\1" + SECRET),
        "ducky": _segment(0xEC, b"Ducky" + SECRET),
        "comment": _segment(0xFE, SECRET),
        **{f"app{number}": _segment(0xE0 + number, SECRET) for number in range(16)},
    }
    for kind, data in kinds.items():
        start = 2 if kind == "four-inks" else 20
        for name, segment in segments.items():
            if not (kind == "four-inks" and "adobe" in name):
                yield f"jpeg-{kind}-{name}", data[:start] + segment + data[start:]
        yield f"jpeg-{kind}-after-the-end", data + SECRET
        yield f"jpeg-{kind}-a-picture-after-the-end", data + encoded(OTHER, "JPEG", comment=SECRET)
        yield f"jpeg-{kind}-before-the-end", data[:-2] + _segment(0xFE, SECRET) + data[-2:]
        if kind != "four-inks":
            jfif = _segment(0xE0, data[6:18] + b"\2\2" + SECRET)
            yield f"jpeg-{kind}-thumbnail-in-jfif", data[:2] + jfif + data[20:]
    for where in ("description", "header", "tag"):
        yield f"jpeg-profile-{where}", encoded(TOWN, "JPEG", icc_profile=profile(where))


def _pngs() -> Iterator[tuple[str, bytes]]:
    kinds = {
        "colours": encoded(TOWN, "PNG"),
        "palette": encoded(TOWN.quantize(8), "PNG", transparency=1),
        "moving": encoded(TOWN, "PNG", save_all=True, append_images=[OTHER]),
    }
    chunks = {
        "text": _chunk(b"tEXt", b"Author\0" + SECRET),
        "packed-text": _chunk(b"zTXt", b"Author\0\0" + SECRET),
        "international": _chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + SECRET),
        "exif": _chunk(b"eXIf", camera_notes().removeprefix(b"Exif\0\0")),
        "private": _chunk(b"prVt", SECRET),
        "private-of-an-editor": _chunk(b"mkBT", SECRET),
        "provenance": _chunk(b"caBX", SECRET),
        "scale": _chunk(b"sCAL", b"\1" + SECRET),
        "palette-name": _chunk(b"sPLT", SECRET + b"\0\x08"),
        "density-too-long": _chunk(b"pHYs", SECRET),
        "profile-that-is-none": _chunk(b"iCCP", SECRET + b"\0\0" + zlib.compress(SECRET)),
    }
    for kind, data in kinds.items():
        for name, chunk in chunks.items():
            yield f"png-{kind}-{name}", data[:33] + chunk + data[33:]
            yield f"png-{kind}-{name}-at-the-end", data[:-12] + chunk + data[-12:]
        yield f"png-{kind}-after-the-end", data + SECRET
        yield f"png-{kind}-chunk-after-the-end", data + chunks["text"]
    for where in ("description", "header", "tag"):
        yield f"png-profile-{where}", encoded(TOWN, "PNG", icc_profile=profile(where))


def _gifs() -> Iterator[tuple[str, bytes]]:
    def parts(content: bytes) -> bytes:
        return bytes((len(content),)) + content + b"\0"

    small = TOWN.quantize(8)
    kinds = {
        "still": encoded(small, "GIF"),
        "moving": encoded(small, "GIF", save_all=True, append_images=[OTHER.quantize(8)], loop=0),
    }
    blocks = {
        "comment": b"\x21\xfe" + parts(SECRET),
        "xmp": b"\x21\xff\x0bXMP DataXMP" + parts(SECRET),
        "application": b"\x21\xff\x0bSECRETAPP10" + parts(SECRET),
        "loop-and-more": b"\x21\xff\x0bNETSCAPE2.0" + parts(b"\2" + SECRET),
        "plain-text": b"\x21\x01\x0c" + bytes(12) + parts(SECRET),
        "unknown": b"\x21\x42" + parts(SECRET),
    }
    for kind, data in kinds.items():
        start = 13 + (3 << (data[10] & 7) + 1)
        for name, block in blocks.items():
            yield f"gif-{kind}-{name}", data[:start] + block + data[start:]
            yield f"gif-{kind}-{name}-at-the-end", data[:-1] + block + data[-1:]
        yield f"gif-{kind}-after-the-end", data + SECRET


def _webps() -> Iterator[tuple[str, bytes]]:
    clear = TOWN.convert("RGBA")
    clear.putpixel((0, 0), (0, 0, 0, 0))
    kinds = {
        "still": encoded(TOWN, "WEBP", exif=camera_notes(), xmp=b"<x>" + SECRET),
        "lossless": encoded(clear, "WEBP", lossless=True, exif=camera_notes()),
        "clear": encoded(clear, "WEBP", exif=camera_notes()),
        "moving": encoded(TOWN, "WEBP", save_all=True, append_images=[OTHER], exif=camera_notes()),
        "simple": encoded(TOWN, "WEBP"),
    }
    for kind, data in kinds.items():
        yield f"webp-{kind}-notes", _riff(data[12:] + _little(b"XMP ", SECRET))
        yield f"webp-{kind}-unknown", _riff(data[12:] + _little(b"wHAt", SECRET))
        yield f"webp-{kind}-exif-twice", _riff(data[12:] + _little(b"EXIF", camera_notes()) * 2)
        yield f"webp-{kind}-after-the-end", data + SECRET
    for where in ("description", "header", "tag"):
        yield f"webp-profile-{where}", encoded(TOWN, "WEBP", icc_profile=profile(where))
    size = len(kinds["moving"])
    at = kinds["moving"].index(b"ANMF")
    length = int.from_bytes(kinds["moving"][at + 4 : at + 8], "little")
    frame = kinds["moving"][at + 8 : at + 8 + length] + _little(b"note", SECRET)
    moved = kinds["moving"][12:at] + _little(b"ANMF", frame) + kinds["moving"][at + 8 + length : size]
    yield "webp-moving-within-a-frame", _riff(moved)


def _riff(chunks: bytes) -> bytes:
    return _little(b"RIFF", b"WEBP" + chunks)


def _box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content) + 8) + kind + content


def _avifs() -> Iterator[tuple[str, bytes]]:
    clear = TOWN.convert("RGBA")
    clear.putpixel((0, 0), (0, 0, 0, 0))
    notes = {"exif": camera_notes(), "xmp": b"<x>" + SECRET}
    kinds = {
        "still": encoded(TOWN, "AVIF", **notes),
        "clear": encoded(clear, "AVIF", **notes),
        "moving": encoded(TOWN, "AVIF", save_all=True, append_images=[OTHER], **notes),
    }
    for kind, data in kinds.items():
        yield f"avif-{kind}-notes", data
        for brand in (b"mif1", b"msf1", b"avif") if kind != "moving" else (b"avis", b"msf1"):
            yield f"avif-{kind}-brand-{brand.decode()}", data[:8] + brand + data[12:]
        for box in (b"free", b"skip", b"uuid", b"jumb", b"mdat", b"udta", b"wHAt"):
            yield f"avif-{kind}-{box.decode()}", data + _box(box, SECRET)
        yield f"avif-{kind}-name-of-an-item", data.replace(b"av01Color\0", b"av01" + SECRET[:5] + b"\0")
    for where in ("description", "header", "tag"):
        yield f"avif-profile-{where}", encoded(TOWN, "AVIF", icc_profile=profile(where))


def planted() -> dict[str, bytes]:
    """Every hiding place, by a name that says where it is. Each file is a picture for Pillow."""
    makers: tuple[Callable[[], Iterator[tuple[str, bytes]]], ...] = (_jpegs, _pngs, _gifs, _webps, _avifs)
    return {name: data for make in makers for name, data in make()}
