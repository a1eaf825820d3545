"""What is known of picture files without opening one: names, forms, sizes that were measured once."""

from __future__ import annotations

from msgspec import Struct

from jobboard.source.message import Phrase

DRAWING = ".svg"
"""The ending of a picture that is drawn from a text, and has no pixels."""

PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", DRAWING, ".webp")
"""Endings of pictures that may be published."""

FORMS = ("AVIF", "GIF", "JPEG", "PNG", "WEBP")
"""What Pillow may take a picture for: no other of its decoders is ever handed a file of the content."""


class PictureError(ValueError):
    """The file cannot be used as a picture; `reason` says why and `hint` the way out."""

    def __init__(self, reason: Phrase, hint: Phrase) -> None:
        super().__init__(reason)
        self.reason = reason
        self.hint = hint


class Measured(Struct, frozen=True, kw_only=True):
    """A picture's size in pixels, as people see it upright, and its form: one of FORMS, or `SVG` for a drawing."""

    width: int
    height: int
    form: str
    is_still: bool = True


def is_picture(path: str) -> bool:
    """True if the file's name is that of a picture."""
    return path.lower().endswith(PICTURES)


def is_drawing(path: str) -> bool:
    """True if the file's name is that of an SVG."""
    return path.lower().endswith(DRAWING)


def to_memo(measured: Measured) -> str:
    """A measured picture as the cache keeps it."""
    return f"{measured.width} {measured.height} {measured.form} {int(measured.is_still)}"


def from_memo(memo: str) -> Measured:
    """What `to_memo` wrote."""
    width, height, form, is_still = memo.split()
    return Measured(width=int(width), height=int(height), form=form, is_still=is_still == "1")
