"""Picture files: bytes in; how large the picture is, or why it cannot be used, out.

Loaded when a picture is new, and not before, with Pillow and what takes pictures apart: what was measured once is
remembered.
"""

from __future__ import annotations

import io
import warnings

from PIL import Image
from PIL.ImageFile import ImageFile

from jobboard.source.message import phrase
from jobboard.source.pictures.bytes import TornError, is_on_its_side
from jobboard.source.pictures.metadata import without_metadata
from jobboard.source.pictures.picture import FORMS, Measured, PictureError
from jobboard.source.pictures.png import check_pixels
from jobboard.source.pictures.stated import stated_pixels

MAX_PIXELS = 50_000_000
_MAX_BYTES = 25_000_000
_TOO_MANY = phrase("the picture has more than %(most)s million pixels", most=MAX_PIXELS // 1_000_000)
MAX_MOVING_PIXELS = 4 * MAX_PIXELS
_TOO_LONG = phrase(
    "the moving picture has more than %(most)s million pixels in all its frames", most=MAX_MOVING_PIXELS // 1_000_000
)
_SMALLER = phrase("make it smaller: 3000 pixels across are enough for any page, and for print")
_ANEW = phrase("save it anew as JPEG, PNG or WebP")


def measure(data: bytes) -> Measured:
    """A picture's size. Raises PictureError for what is no whole picture, or too large to be unpacked safely.

    What is looked at is what will be published: the file without its notes.
    """
    if len(data) > _MAX_BYTES:
        size, most = round(len(data) / 1e6), _MAX_BYTES // 1_000_000
        raise PictureError(
            phrase("the picture has %(size)s MB; at most %(most)s MB fit", size=size, most=most), _SMALLER
        )
    try:
        plain = without_metadata(data)
        _check_pixels(plain)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # our own limit is lower
            with Image.open(io.BytesIO(plain), formats=FORMS) as picture:
                measured = _measured(picture)
                _check_frames(measured, getattr(picture, "n_frames", 1))
                if measured.form == "PNG":
                    check_pixels(plain)
                _unpack(picture)
                return measured
    except PictureError:
        raise
    except TornError as error:
        raise PictureError(error.reason, _ANEW) from error
    except Exception as error:  # decoders raise whatever they like on a broken file
        raise PictureError(phrase("this is no picture that can be read"), _ANEW) from error


def _check_pixels(plain: bytes) -> None:
    if stated_pixels(plain) > MAX_PIXELS:
        raise PictureError(_TOO_MANY, _SMALLER)


def _check_frames(measured: Measured, frames: int) -> None:
    if measured.width * measured.height * frames > MAX_MOVING_PIXELS and frames > 1:
        raise PictureError(_TOO_LONG, phrase("make it smaller or shorter"))


def _unpack(picture: ImageFile) -> None:
    """Fails for a file that breaks off: better here, where its author is told, than while pages are made."""
    picture.draft("RGB", (picture.width // 8, picture.height // 8))  # of a JPEG an eighth tells as much
    for frame in range(getattr(picture, "n_frames", 1)):
        picture.seek(frame)
        picture.load()


def _measured(picture: ImageFile) -> Measured:
    width, height = picture.size
    if is_on_its_side(picture.info.get("exif", b"")):
        width, height = height, width
    is_still = not getattr(picture, "is_animated", False)
    return Measured(width=width, height=height, form=str(picture.format), is_still=is_still)
