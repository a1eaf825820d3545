"""Pictures without their notes: whatever is hidden in one is gone, its pixels are as they were, and damage is told."""

from __future__ import annotations

import io
import os
import random
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from jobboard.source.pictures.bytes import TornError
from jobboard.source.pictures.metadata import without_metadata
from jobboard.source.pictures.picture import PictureError
from jobboard.source.pictures.size import measure
from tests.helpers import build_site, make_news, write_site
from tests.pictures import encoded
from tests.planted import OTHER, SECRET, TOWN, camera_notes, frames_of, planted, profile

PLANTED = planted()
FORMS = ("jpeg", "png", "gif", "webp", "avif")
DAMAGES = int(os.environ.get("JOBBOARD_DAMAGES", "40"))
"""How often each picture is damaged; a thousand take two minutes."""

NOTES = {"comment", "xmp", "photoshop", "mp", "mpoffset", "Author", "XML:com.adobe.xmp"}
"""What Pillow finds beside pixels, and must not."""


@pytest.mark.parametrize("name", PLANTED)
def test_what_is_hidden_in_a_picture_is_gone_and_its_pixels_are_as_they_were(name: str) -> None:
    plain = without_metadata(PLANTED[name])
    assert SECRET not in plain
    assert frames_of(plain) == frames_of(PLANTED[name])
    with Image.open(io.BytesIO(plain)) as picture:
        assert NOTES & picture.info.keys() == set()
        assert SECRET not in picture.info.get("icc_profile", b"") + picture.info.get("exif", b"")
        assert dict(picture.getexif()) == {}
    assert measure(PLANTED[name]) == measure(plain)


@pytest.mark.parametrize("name", PLANTED)
def test_a_picture_without_notes_has_none_to_lose(name: str) -> None:
    plain = without_metadata(PLANTED[name])
    assert without_metadata(plain) == plain


def test_every_form_has_hiding_places() -> None:
    """So that the tests above are of something: nearly all files show what is in them to whoever looks for it."""
    shown = [name for name, data in PLANTED.items() if SECRET in data]
    assert {name.split("-")[0] for name in shown} == set(FORMS)
    assert len(shown) > 0.95 * len(PLANTED)


def test_no_output_of_a_site_holds_what_was_hidden_in_its_pictures(tmp_path: Path) -> None:
    chosen = {name: data for name, data in PLANTED.items() if name.endswith(("exif", "notes", "the-end", "comment"))}
    assets = "\n".join(f"  - {{file: images/{name}.{name.split('-')[0]}, title: A, alt: A}}" for name in chosen)
    body = "\n\n".join(f"![A town](images/{name}.{name.split('-')[0]})" for name in chosen)
    files = {f"images/{name}.{name.split('-')[0]}": data for name, data in chosen.items()}
    news = make_news(body, assets=f"\n{assets}", image=f"{{file: images/{next(iter(files))[7:]}, alt: A}}")
    site = build_site(write_site(tmp_path / "content", {"news/bridge.md": news, **files}))
    assert len([path for path in site if path.startswith("media/")]) == len(files)
    assert [path for path in site if path.startswith("pictures/")] != []
    assert [path for path, data in site.items() if SECRET in data] == []


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", range(2, 9))
def test_which_side_is_up_stays(form: str, orientation: int) -> None:
    data = encoded(TOWN, form, exif=camera_notes(orientation))
    plain = without_metadata(data)
    assert SECRET not in plain
    with Image.open(io.BytesIO(plain)) as picture:
        assert dict(picture.getexif()) == {0x0112: orientation}
    assert (measure(data).width, measure(data).height) == ((60, 80) if orientation > 4 else (80, 60))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
@pytest.mark.parametrize("where", ["", "description", "header", "tag"])
def test_the_words_of_a_colour_profile_go_and_its_colours_stay(form: str, where: str) -> None:
    data = encoded(TOWN, form, icc_profile=profile(where))
    with Image.open(io.BytesIO(without_metadata(data))) as picture:
        wiped = picture.info["icc_profile"]
    assert SECRET not in wiped
    assert len(wiped) == len(profile(where))
    assert in_lab(wiped) == in_lab(profile(where))


def in_lab(icc: bytes) -> bytes:
    """The town in colours that do not depend on a screen."""
    transform = ImageCms.buildTransform(
        ImageCms.ImageCmsProfile(io.BytesIO(icc)), ImageCms.createProfile("LAB"), "RGB", "LAB"
    )
    shown = ImageCms.applyTransform(TOWN, transform)
    assert shown is not None
    return shown.tobytes()


@pytest.mark.parametrize("icc", [b"", b"none", profile()[:200], profile()[:128] + b"\xff" * 400])
def test_a_colour_profile_that_nobody_can_use_goes(icc: bytes) -> None:
    plain = without_metadata(encoded(TOWN, "JPEG", icc_profile=icc))
    with Image.open(io.BytesIO(plain)) as picture:
        assert "icc_profile" not in picture.info


def test_a_picture_that_moves_comes_round_as_often_as_before() -> None:
    small, other = TOWN.quantize(8), OTHER.quantize(8)
    for form, loop in (("GIF", 0), ("GIF", 3), ("WEBP", 2), ("PNG", 4)):
        data = encoded(small, form, save_all=True, append_images=[other], loop=loop, duration=120)
        with Image.open(io.BytesIO(without_metadata(data))) as picture, Image.open(io.BytesIO(data)) as before:
            for each in (picture, before):
                each.seek(1)
                each.load()
                assert (each.info["loop"], each.info["duration"]) == (loop, 120)


JPEG, PNG, GIF, WEBP, AVIF = (
    encoded(TOWN.quantize(8) if form == "GIF" else TOWN, form) for form in ("JPEG", "PNG", "GIF", "WEBP", "AVIF")
)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "this is no picture that can be read"),
        (b"<svg/>", "this is no picture that can be read"),
        (JPEG[:20] + b"\0" + JPEG[20:], "the JPEG holds bytes that belong to no part of it, from byte 20"),
        (JPEG[:20] + b"x" * 22 + JPEG[20:], "the JPEG holds bytes that belong to no part of it, from byte 20"),
        (JPEG[:20] + b"\xff\xd8" + JPEG[20:], "the JPEG holds bytes that belong to no part of it, from byte 20"),
        (JPEG[:20] + b"\xff\xf0\0\4ab" + JPEG[20:], "the JPEG holds bytes that belong to no part of it, from byte 20"),
        (JPEG[:20] + b"\xff\xdd\0\5abc" + JPEG[20:], "the JPEG holds bytes that belong to no part of it, from byte 20"),
        (JPEG[:-2], f"the JPEG breaks off at byte {len(JPEG) - 2:,}"),
        (b"\xff\xd8\xff\xd9", "the JPEG ends before its picture begins"),
        (PNG[:40] + b"x" + PNG[41:], "the PNG is damaged at byte 33"),
        (PNG[:33] + PNG[8:], "the PNG is damaged at byte 33"),
        (PNG[:-12], f"the PNG breaks off at byte {len(PNG) - 12:,}"),
        (GIF[:-1], f"the GIF breaks off at byte {len(GIF) - 1:,}"),
        (GIF[:-1] + b"\0;", f"the GIF holds bytes that belong to no part of it, from byte {len(GIF) - 1:,}"),
        (GIF[:25] + b";", "the GIF ends before its picture begins"),
        (WEBP[:-2], f"the WebP breaks off at byte {len(WEBP) - 2:,}"),
        (b"RIFF\4\0\0\0WEBP", "the WebP holds no picture"),
        (AVIF[:-2], f"the AVIF breaks off at byte {len(AVIF) - 2:,}"),
        (AVIF + b"x", f"the AVIF breaks off at byte {len(AVIF) + 1:,}"),
        (AVIF[:32], "the AVIF does not say where its picture is"),
        (AVIF.replace(b"pitm", b"wHAt"), "the AVIF does not say where its picture is"),
    ],
)
def test_what_cannot_be_read_to_its_end_is_refused_and_the_place_told(data: bytes, message: str) -> None:
    with pytest.raises(TornError) as told:
        without_metadata(data)
    assert str(told.value) == message
    with pytest.raises(PictureError) as refused:
        measure(data)
    assert (str(refused.value), refused.value.hint) == (message, "save it anew as JPEG, PNG or WebP")


def test_pixels_of_a_png_are_neither_more_nor_fewer_than_it_says() -> None:
    for data, message in (
        (encoded(TOWN, "PNG").replace(b"IEND\xaeB`\x82", b""), "the PNG breaks off"),
        (png_with(b"\0" * 60 * 241, b""), ""),
        (png_with(b"\0" * 60 * 241, SECRET), "the PNG holds bytes that belong to no part of it, after its pixels"),
        (png_with(b"\0" * 60 * 241 + SECRET, b""), "the PNG does not hold as many pixels as it says"),
        (png_with(b"\0" * 59 * 241, b""), "the PNG does not hold as many pixels as it says"),
    ):
        if not message:
            assert measure(data).width == 80
            continue
        with pytest.raises(PictureError, match=message):
            measure(data)


def png_with(pixels: bytes, after: bytes) -> bytes:
    """A PNG of 80 by 60 with these pixels, and something after them in their chunk."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 80, 60, 8, 2, 0, 0, 0))
    return PNG[:8] + header + chunk(b"IDAT", zlib.compress(pixels) + after) + chunk(b"IEND", b"")


@pytest.mark.parametrize("form", FORMS)
def test_a_damaged_picture_is_refused_or_published_whole(form: str) -> None:
    chance = random.Random(form)
    whole = [data for name, data in PLANTED.items() if name.startswith(form)]
    for data in chance.sample(whole, 8):
        for _ in range(DAMAGES):
            damaged = damage(data, chance)
            try:
                measured = measure(damaged)
            except PictureError:
                continue
            plain = without_metadata(damaged)
            assert without_metadata(plain) == plain
            assert len(frames_of(plain)) >= 1
            assert measure(plain) == measured


def damage(data: bytes, chance: random.Random) -> bytes:
    """The file with bytes changed, cut off, put in, taken out, or set to what lengths like least."""
    out, at = bytearray(data), chance.randrange(len(data))
    match chance.randrange(5):
        case 0:
            for _ in range(chance.choice((1, 1, 2, 5))):
                out[chance.randrange(len(out))] = chance.randrange(256)
        case 1:
            del out[at:]
        case 2:
            out[at:at] = chance.randbytes(chance.choice((1, 2, 22)))
        case 3:
            del out[at : at + chance.choice((1, 4, 30))]
        case _:
            out[at : at + 4] = chance.choice((b"\xff\xff\xff\xff", b"\0\0\0\0"))
    return bytes(out)
