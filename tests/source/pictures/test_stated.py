"""What a file says of its size, before any decoder is asked: in every form, and however it contradicts itself."""

from __future__ import annotations

import functools

import pytest
from PIL import Image

from jobboard.source.pictures import size
from jobboard.source.pictures.metadata import without_metadata
from jobboard.source.pictures.picture import PictureError
from jobboard.source.pictures.size import measure
from jobboard.source.pictures.stated import stated_pixels
from tests.pictures import encoded
from tests.planted import planted

PLANTED = planted()
LARGE = {"JPEG": {}, "PNG": {}, "GIF": {}, "WEBP": {"method": 0}, "AVIF": {"speed": 10}}
"""How a large picture is packed in each form: as quickly as may be."""


@functools.cache
def large(form: str) -> bytes:
    """A file of 54 million pixels, made when it is asked for: every process collects these tests, and one runs them."""
    return encoded(Image.new("L", (9000, 6000)), form, **LARGE[form])


@pytest.mark.parametrize("name", PLANTED)
def test_a_file_states_the_pixels_it_has(name: str) -> None:
    plain = without_metadata(PLANTED[name])
    measured = measure(PLANTED[name])
    assert stated_pixels(plain) == measured.width * measured.height


@pytest.mark.parametrize("form", LARGE)
def test_too_many_are_refused_before_a_decoder_is_asked(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError("a decoder was asked")

    monkeypatch.setattr(size.Image, "open", never)
    with pytest.raises(PictureError, match="the picture has more than 50 million pixels"):
        measure(large(form))


def test_an_avif_whose_boxes_say_less_than_its_stream_is_refused() -> None:
    wide, high = (9000).to_bytes(4, "big"), (6000).to_bytes(4, "big")
    assert large("AVIF").count(wide + high) == 1
    small = large("AVIF").replace(wide + high, (90).to_bytes(4, "big") + (60).to_bytes(4, "big"))
    with pytest.raises(PictureError, match="the picture has more than 50 million pixels"):
        measure(small)


def test_a_gif_whose_frame_is_larger_than_its_screen_is_refused() -> None:
    data = large("GIF")
    with pytest.raises(PictureError, match="the picture has more than 50 million pixels"):
        measure(data[:6] + b"\x10\0\x10\0" + data[10:])
