"""Picture files: bytes in; how large the picture is, or why it cannot be used, out.

Pillow is loaded when a picture is new, and not before: what was measured once is remembered.
"""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

from msgspec import Struct

from jobboard.source.metadata import without_notes
from jobboard.source.picture_bytes import TornError, is_on_its_side
from jobboard.source.picture_png import check_pixels

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp")
"""Endings of the pictures that may be published. Not SVG, which can carry script (STANDARDS section 8)."""

FORMS = ("AVIF", "GIF", "JPEG", "PNG", "WEBP")
"""What Pillow may take a picture for: no other of its decoders is ever handed a file of the content."""

MAX_PIXELS = 50_000_000
MAX_BYTES = 25_000_000
_TOO_MANY = f"the picture has more than {MAX_PIXELS // 1_000_000} million pixels"
MAX_MOVING_PIXELS = 4 * MAX_PIXELS
_TOO_LONG = f"the moving picture has more than {MAX_MOVING_PIXELS // 1_000_000} million pixels in all its frames"
_SMALLER = "make it smaller: 3000 pixels across are enough for any page, and for print"
_ANEW = "save it anew as JPEG, PNG or WebP"


class PictureError(ValueError):
    """The file cannot be used as a picture; the message says why and `hint` the way out."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


class Measured(Struct, frozen=True, kw_only=True):
    """A picture's size in pixels, as people see it upright, and its form, one of FORMS."""

    width: int
    height: int
    form: str
    is_still: bool = True


def is_picture(path: str) -> bool:
    """True if the file's name is that of a picture."""
    return path.lower().endswith(PICTURES)


def measure(data: bytes) -> Measured:
    """A picture's size. Raises PictureError for what is no whole picture, or too large to be unpacked safely.

    What is looked at is what will be published: the file without its notes.
    """
    from PIL import Image  # noqa: PLC0415

    if len(data) > MAX_BYTES:
        message = f"the picture has {len(data) / 1e6:.0f} MB; at most {MAX_BYTES // 1_000_000} MB fit"
        raise PictureError(message, _SMALLER)
    try:
        plain = without_notes(data)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # our own limit is lower
            with Image.open(io.BytesIO(plain), formats=FORMS) as picture:
                measured = _measured(picture)
                _check_size(measured, getattr(picture, "n_frames", 1))
                if measured.form == "PNG":
                    check_pixels(plain)
                _unpack(picture)
                return measured
    except PictureError:
        raise
    except Image.DecompressionBombError:
        raise PictureError(_TOO_MANY, _SMALLER) from None
    except TornError as error:
        raise PictureError(str(error), _ANEW) from error
    except Exception as error:  # decoders raise whatever they like on a broken file
        raise PictureError("this is no picture that can be read", _ANEW) from error


def _check_size(measured: Measured, frames: int) -> None:
    pixels = measured.width * measured.height
    if pixels > MAX_PIXELS:
        raise PictureError(_TOO_MANY, _SMALLER)
    if pixels * frames > MAX_MOVING_PIXELS and frames > 1:
        raise PictureError(_TOO_LONG, "make it smaller or shorter")


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


def to_memo(measured: Measured) -> str:
    """A measured picture as the cache keeps it."""
    return f"{measured.width} {measured.height} {measured.form} {int(measured.is_still)}"


def from_memo(memo: str) -> Measured:
    """What `to_memo` wrote."""
    width, height, form, is_still = memo.split()
    return Measured(width=int(width), height=int(height), form=form, is_still=is_still == "1")
