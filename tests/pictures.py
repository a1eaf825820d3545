"""Pictures drawn for tests and samples: our own, small, the same each time.

`python -m tests.pictures` draws those of the sample content anew.
"""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFont

SAMPLES = Path(__file__).parents[1] / "content" / "images"
SKY, LIGHT, DARK, WARM = (246, 241, 226), (133, 211, 221), (11, 59, 71), (233, 168, 44)


def draw_town(width: int, height: int, *, seed: int = 3, words: str = "") -> Image.Image:
    """A row of houses with lit windows under a pale sky."""
    picture = Image.new("RGB", (width, height), SKY)
    pen, step = ImageDraw.Draw(picture), max(8, width // 11)
    pen.ellipse([width * 0.7, height * 0.12, width * 0.7 + step, height * 0.12 + step], fill=WARM)
    for number in range(12):
        seed = (seed * 1103515245 + 12345) % 2**31
        left, top = number * step, height - height * (25 + seed // 7 % 40) // 100
        pen.rectangle([left, top, left + step - max(1, step // 12), height], fill=DARK if seed // 11 % 3 else LIGHT)
        for window in range(6):
            if (seed >> window) & 1:
                x, y = left + step // 5 + window % 2 * step // 2, top + step // 4 + window // 2 * step // 2
                pen.rectangle([x, y, x + step // 5, y + step // 4], fill=WARM)
    if words:
        font = ImageFont.load_default(max(10, width // 28))
        pen.text((width // 40, width // 40), words, fill=DARK, font=font)
    return picture


def encoded(picture: Image.Image, form: str = "JPEG", **how: Any) -> bytes:
    """The file of a picture."""
    out = io.BytesIO()
    picture.save(out, form, **how)
    return out.getvalue()


def jpeg(width: int = 1200, height: int = 800, **how: Any) -> bytes:
    """A JPEG of a town."""
    return encoded(draw_town(width, height), "JPEG", **how)


def with_camera_notes(orientation: int = 1) -> bytes:
    """A JPEG in which a camera wrote who, where and which side is up."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F], exif[0x013B] = orientation, "Secretcam", "Secret Person"
    exif.get_ifd(0x8825)[1] = "N"
    return jpeg(600, 400, exif=exif, comment=b"secret comment")


def bomb(width: int = 30_000, height: int = 30_000) -> bytes:
    """A PNG of a few bytes that would fill the memory when unpacked."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = chunk(b"IDAT", zlib.compress(b"\0" * 100))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + pixels + chunk(b"IEND", b"")


def main() -> None:
    """Draw the pictures of the sample content."""
    SAMPLES.mkdir(exist_ok=True)
    town = draw_town(1600, 1000, seed=5, words="SAMPLE PICTURE")
    (SAMPLES / "sample-town.jpg").write_bytes(encoded(town, "JPEG", quality=72, optimize=True))
    (SAMPLES / "sample-town-tall.jpg").write_bytes(
        encoded(draw_town(900, 1200, seed=8, words="SAMPLE PICTURE"), "JPEG", quality=72, optimize=True)
    )
    mark = draw_town(640, 360, seed=12, words="SAMPLE").quantize(8)
    (SAMPLES / "sample-mark.png").write_bytes(encoded(mark, "PNG", optimize=True))
    still = draw_town(960, 540, seed=21, words="SAMPLE FILM")
    pen = ImageDraw.Draw(still)
    pen.ellipse([400, 190, 560, 350], fill=SKY)
    pen.polygon([(455, 230), (455, 310), (525, 270)], fill=DARK)
    (SAMPLES / "sample-film-still.png").write_bytes(encoded(still.quantize(16), "PNG", optimize=True))


if __name__ == "__main__":
    main()
