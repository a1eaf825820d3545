"""Notes inside picture files: bytes in, the same picture without camera, place, time and words out.

Each form is taken apart to its end. What a decoder is known to need stays, all else goes, whatever it is called; a file
that holds what is not understood is refused. Pixels stay as they are, and so does how they are shown: colours, which
side is up, how often a moving picture comes round (decision 0044).
"""

from __future__ import annotations

import struct
from collections.abc import Callable

from jobboard.source.message import phrase
from jobboard.source.pictures.avif import plain_avif
from jobboard.source.pictures.bytes import TornError
from jobboard.source.pictures.gif import SIGNATURES as GIFS
from jobboard.source.pictures.gif import plain_gif
from jobboard.source.pictures.jpeg import plain_jpeg
from jobboard.source.pictures.png import SIGNATURE as PNG
from jobboard.source.pictures.png import plain_png
from jobboard.source.pictures.webp import plain_webp


def without_metadata(data: bytes) -> bytes:
    """The same picture without anything but the picture. Raises TornError for what is none, or none to its end."""
    plain = _plain(data)
    if plain is None:
        raise TornError(phrase("this is no picture that can be read"))
    try:
        return plain(data)
    except (struct.error, IndexError) as error:
        raise TornError(phrase("the picture is damaged")) from error


def _plain(data: bytes) -> Callable[[bytes], bytes] | None:
    if data.startswith(b"\xff\xd8"):
        return plain_jpeg
    if data.startswith(PNG):
        return plain_png
    if data.startswith(GIFS):
        return plain_gif
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return plain_webp
    return plain_avif if data[4:8] == b"ftyp" else None
