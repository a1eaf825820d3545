"""A picture's bytes, read from one end to the other: whoever asks for more than there is learns what is missing."""

from __future__ import annotations

import struct

from jobboard.source.message import Phrase, phrase

_ORIENTATION = 0x0112
_MOST_STEPS = 1_000_000
"""A picture of 25 MB takes some thousand; more than these take seconds."""


class TornError(ValueError):
    """A file that cannot be read to its end; `reason` says what is wrong, and at which byte."""

    def __init__(self, reason: Phrase) -> None:
        super().__init__(reason)
        self.reason = reason


class Reader:
    """Takes a file apart, forwards. `name` is what messages call the file, or the part of one."""

    __slots__ = ("_steps", "at", "data", "end", "name")

    def __init__(self, data: bytes | bytearray, name: Phrase, at: int = 0, end: int | None = None) -> None:
        self.data = data
        self.name = name
        self.at = at
        self.end = len(data) if end is None else end
        self._steps = 0

    @property
    def left(self) -> int:
        """How many bytes have not been taken."""
        return self.end - self.at

    def take(self, count: int) -> bytes:
        """The next bytes. Raises TornError if there are fewer, or if the file is nothing but crumbs."""
        self._steps += 1
        if self._steps > _MOST_STEPS:
            raise TornError(phrase("%(name)s consists of too many small parts", name=self.name))
        if count > self.left:
            raise TornError(phrase("%(name)s breaks off at byte %(end)s", name=self.name, end=self.end))
        self.at += count
        return bytes(self.data[self.at - count : self.at])

    def big(self, count: int) -> int:
        """The next number, its highest byte first."""
        return int.from_bytes(self.take(count), "big")

    def little(self, count: int) -> int:
        """The next number, its lowest byte first."""
        return int.from_bytes(self.take(count), "little")

    def stray(self, at: int | None = None) -> TornError:
        """What to raise for bytes that belong to nothing: those that come next, or those at `at`."""
        place = self.at if at is None else at
        return TornError(
            phrase(
                "%(name)s holds bytes that belong to no part of it, from byte %(place)s", name=self.name, place=place
            )
        )


def way_up(tiff: bytes) -> bytes:
    """Exif notes that say which side is up and nothing else; empty for a picture that stands upright.

    In: the notes of a camera as a TIFF file, without the `Exif` before it. Notes nobody can read say nothing.
    """
    from PIL import Image  # noqa: PLC0415

    notes = Image.Exif()
    try:
        notes.load(tiff)
        orientation = notes.get(_ORIENTATION, 1)
    except (OSError, SyntaxError, ValueError, TypeError, struct.error, KeyError, IndexError, OverflowError):
        return b""
    if not isinstance(orientation, int) or not 2 <= orientation <= 8:
        return b""
    return b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, _ORIENTATION, 3, 1, orientation, 0, 0)


def is_on_its_side(exif: bytes) -> bool:
    """True if notes of a camera say that width and height change places."""
    return way_up(exif.removeprefix(b"Exif\0\0"))[18:20] in (b"\0\5", b"\0\6", b"\0\7", b"\0\x08")
