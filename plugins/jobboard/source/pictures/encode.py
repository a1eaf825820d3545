"""Pictures made narrower, in forms that browsers take: bytes in, bytes out, the same with the same Pillow anywhere.

Loaded when a picture is new. However large the file, what is held at once is its pixels and, beside them, a strip.
"""

from __future__ import annotations

import functools
import io
import math
from typing import Any, NamedTuple

from PIL import Image, ImageOps
from PIL.ImageFile import ImageFile

from jobboard.source.pictures.bytes import is_on_its_side
from jobboard.source.pictures.picture import FORMS

_WIDE = 2400
"""Half as much again as the widest that is made: to these in whole steps, from there by a better filter."""

_STRIP = 256
_WHITE = (255, 255, 255)
_HOW: dict[str, dict[str, Any]] = {
    "AVIF": {"quality": 60, "speed": 8, "max_threads": 1, "autotiling": False},
    "WEBP": {"quality": 78, "method": 4},
    "JPEG": {"quality": 80, "progressive": True, "optimize": True},
    "PNG": {"compress_level": 9},
}
"""One thread and no tiles: the number of processors must not show in the bytes."""


class _Small(NamedTuple):
    """A picture upright, at most about twice as wide as is needed, with its colour profile."""

    picture: Image.Image
    colours: bytes | None


def encoded(data: bytes, form: str, width: int) -> bytes:
    """The picture of that width, upright, in a form of `FORMS`. Of one that moves, its first frame."""
    small, colours = _small(data)
    height = max(1, round(small.height * width / small.width))
    picture = small.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
    if form == "JPEG" and picture.mode == "RGBA":
        picture = _on_white(picture)
    picture.info = {}  # whatever a camera wrote
    out = io.BytesIO()
    picture.save(out, form, icc_profile=colours, **_HOW[form])
    return out.getvalue()


@functools.lru_cache(maxsize=1)
def _small(data: bytes) -> _Small:
    """Kept for the next width of the same picture."""
    with Image.open(io.BytesIO(data), formats=FORMS) as opened:
        opened.draft(None, (_WIDE, _WIDE))
        colours = opened.info.get("icc_profile") if opened.mode in ("RGB", "RGBA", "P") else None
        small = _reduced(opened)
        if "exif" in opened.info:
            small.info = {"exif": opened.info["exif"]}
    return _Small(ImageOps.exif_transpose(small), colours)


def _reduced(opened: ImageFile) -> Image.Image:
    """The pixels in colours, in whole steps nearer to what is needed; strip by strip, so that few are there twice."""
    opened.load()
    across = opened.height if is_on_its_side(opened.info.get("exif", b"")) else opened.width
    mode = "RGBA" if opened.has_transparency_data else "RGB"
    step = max(1, across // _WIDE)
    small = Image.new(mode, (math.ceil(opened.width / step), math.ceil(opened.height / step)))
    rows = _STRIP * step
    for top in range(0, opened.height, rows):
        strip = opened.crop((0, top, opened.width, min(opened.height, top + rows)))
        small.paste(_in_colours(strip, mode).reduce(step), (0, top // step))
    return small


def _in_colours(strip: Image.Image, mode: str) -> Image.Image:
    if strip.mode.startswith("I;16"):  # grey in 16 bits, of which Pillow would cut off the light ones
        strip = strip.point(lambda value: value / 256, "L")
    return strip.convert(mode)


def _on_white(picture: Image.Image) -> Image.Image:
    ground = Image.new("RGB", picture.size, _WHITE)
    ground.paste(picture, mask=picture.getchannel("A"))
    return ground
