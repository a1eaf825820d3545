"""Pictures in several widths and two modern forms, each an output of its own; the page chooses by `srcset`.

A browser that knows neither form gets the picture as its author gave it. Decision 0021 says why.
"""

from __future__ import annotations

import functools
import io
from collections.abc import Iterator
from importlib import metadata

from msgspec import Struct

from jobboard.board.site import Site
from jobboard.engine.output import Output
from jobboard.model.parts.general import Image
from jobboard.outputs.addresses import absolute, href, media_path, picture_path
from jobboard.outputs.page.media import MediaFile, Picture, Source, media_bytes
from jobboard.source.pictures.picture import FORMS, Measured

WIDTHS = (480, 960, 1600)
"""In pixels. The text of a page is 640 wide, twice that on a fine screen, 360 on a telephone."""

_NEARLY = 0.85
"""A step that is nearly as wide as the picture is not worth a file."""

_ENDINGS = {"AVIF": "avif", "WEBP": "webp"}
"""Best first: a browser takes the first it knows."""

_TYPES = {
    "AVIF": "image/avif",
    "GIF": "image/gif",
    "JPEG": "image/jpeg",
    "PNG": "image/png",
    "WEBP": "image/webp",
}


def widths_of(measured: Measured) -> tuple[int, ...]:
    """The widths a picture is offered in: never wider than it is, none for one that moves."""
    if not measured.is_still:
        return ()
    widest = min(measured.width, WIDTHS[-1])
    return (*(width for width in WIDTHS if width < widest * _NEARLY), widest)


def responsive(site: Site, image: Image, measured: Measured) -> Picture:
    """A picture as a page shows it, with its size, so that nothing moves when it arrives."""
    path = media_path(image.file)
    return Picture(
        href=href(site, path),
        address=absolute(site, path),
        alt=image.alt,
        credit=image.credit or "",
        width=measured.width,
        height=measured.height,
        type=_TYPES[measured.form],
        sources=tuple(
            Source(
                type=_TYPES[form],
                srcset=", ".join(
                    f"{href(site, picture_path(image.file, width, ending))} {width}w" for width in widths_of(measured)
                ),
            )
            for form, ending in _ENDINGS.items()
            if widths_of(measured)
        ),
    )


def plan_picture(file: MediaFile) -> Iterator[Output]:
    """A picture in every width and form."""
    for width in widths_of(file.measured.value):
        for form, ending in _ENDINGS.items():
            path = picture_path(file.path, width, ending)
            yield Output(path=path, make=picture_bytes, inputs=(file,), format=Encoded(form=form, width=width))


def picture_bytes(file: MediaFile) -> bytes:
    """The picture as it is published: what the encoder starts from."""
    return media_bytes(file)


class Encoded(Struct, frozen=True, kw_only=True):
    """The format of a picture made narrower. The same bytes on every machine with the same Pillow."""

    form: str
    width: int

    @property
    def version(self) -> str:
        return f"picture-1-{self.form}-{self.width}-pillow-{_pillow_version()}"

    def express(self, view: bytes) -> bytes:
        from PIL import Image, ImageOps  # noqa: PLC0415 (most builds encode nothing)

        with Image.open(io.BytesIO(view), formats=FORMS) as opened:
            upright = ImageOps.exif_transpose(opened)
            colours = upright.info.get("icc_profile") if upright.mode in ("RGB", "RGBA") else None
            picture = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
        height = max(1, round(picture.height * self.width / picture.width))
        picture = picture.resize((self.width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
        picture.info = {}  # whatever a camera wrote
        out = io.BytesIO()
        # One thread and no tiles: the number of processors must not show in the bytes.
        how = (
            {"quality": 60, "speed": 8, "max_threads": 1, "autotiling": False}
            if self.form == "AVIF"
            else {"quality": 78, "method": 4}
        )
        picture.save(out, self.form, icc_profile=colours, **how)
        return out.getvalue()


@functools.cache
def _pillow_version() -> str:
    return metadata.version("pillow")
