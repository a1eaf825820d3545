"""The pictures of social cards: small, of sixteen colours at most, legible, and always the same."""

from __future__ import annotations

import io
import os
import subprocess
import sys

import pytest
from PIL import Image, ImageColor

from jobboard.outputs.social import drawing
from jobboard.outputs.social.card import SocialCard
from jobboard.outputs.social.drawing import GROUND, QUIET, STRIP, WARM, WHITE, drawn
from tests.helpers import REPOSITORY

FULL = SocialCard(
    kind="Press release",
    title="Οι πόλεις συμφωνούν για τα ποδήλατα: τριάντα έξι δήμοι υπέγραψαν κοινή δήλωση για ασφαλείς διαδρομές",
    names="Council of European Example Municipalities and Regions and Example Network of Towns",
    moment="Thursday 4 March 2027, 14:00 to 16:00 (Brussels time)",
    colour="#c2185b",
    site="Talent Hub of the European Networks",
)
COLOURS = [
    *("#000000", "#ffffff", "#ff0000", "#00ff00", "#0000ff", "#ffff00", "#00ffff", "#ff00ff"),
    *("#808080", "#800000", "#008000", "#000080", "#808000", "#008080", "#800080", GROUND),
]
CARDS = {
    "full": FULL,
    "nothing": SocialCard(),
    "title": SocialCard(title="Data Analyst"),
    "long": SocialCard(**dict.fromkeys(("kind", "title", "names", "moment", "site"), "Several long words " * 20)),
    "one word": SocialCard(**dict.fromkeys(("kind", "title", "names", "moment", "site"), "m" * 300)),
}


def picture(card: SocialCard) -> Image.Image:
    return Image.open(io.BytesIO(drawn(card)))


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, contrast ratio."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    shares = (value / 255 for value in ImageColor.getrgb(colour)[:3])
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in shares]
    return sum(weight * each for weight, each in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("name", CARDS)
def test_a_card_is_small_and_of_few_colours(name: str) -> None:
    found = picture(CARDS[name])
    assert (found.size, found.mode, found.format) == ((1200, 630), "P", "PNG")
    colours = found.getcolors()
    assert colours is not None
    assert len(colours) <= 16
    assert len(drawn(CARDS[name])) <= 20_000


@pytest.mark.parametrize("name", CARDS)
def test_nothing_is_written_near_the_edges_or_over_the_towns(name: str) -> None:
    """Networks cut off what is near an edge, and lay marks into corners."""
    empty, found = (picture(each).convert("RGB") for each in (SocialCard(colour=CARDS[name].colour), CARDS[name]))
    for box in ((0, 0, 80, 630), (1140, 0, 1200, 630), (0, 0, 1200, 50), (0, 618, 1200, 630), (0, 488, 1200, 560)):
        assert found.crop(box).tobytes() == empty.crop(box).tobytes(), box


def test_the_lines_of_a_card_do_not_touch() -> None:
    """Between what it is, its title, whose it is and until when there is a row without a letter."""
    for card in (FULL, CARDS["long"]):
        found, ground = picture(card), 0
        rows = [{found.getpixel((x, y)) for x in range(88, 1130)} == {ground} for y in range(56, 480)]
        stretches = sum(before and not after for before, after in zip([True, *rows], rows, strict=False))
        assert stretches >= 4 or card is CARDS["long"]
        assert rows.count(True) > 40


@pytest.mark.parametrize("colour", COLOURS)
def test_the_band_has_the_colour_of_the_organisation_and_an_edge(colour: str) -> None:
    found = picture(SocialCard(title="Data Analyst", colour=colour)).convert("RGB")
    assert found.getpixel((5, 300)) == ImageColor.getrgb(colour)
    assert found.getpixel((30, 300)) == (255, 255, 255)
    assert found.getpixel((60, 300)) == ImageColor.getrgb(GROUND)


def test_words_can_be_told_from_what_is_behind_them() -> None:
    assert all(contrast(each, GROUND) >= 4.5 for each in (WHITE, WARM, QUIET))
    assert all(contrast(each, STRIP) >= 4.5 for each in (WHITE, WARM))


def test_the_full_colours_are_among_the_steps() -> None:
    used = {colour for _, colour in picture(FULL).convert("RGB").getcolors() or ()}
    assert {ImageColor.getrgb(each) for each in (GROUND, STRIP, WHITE, WARM, QUIET)} <= used


def test_a_card_has_no_metadata() -> None:
    kinds, data = [], drawn(FULL)
    at = 8
    while at < len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        kinds.append(data[at + 4 : at + 8])
        at += 12 + size
    assert kinds[:2] == [b"IHDR", b"PLTE"]
    assert set(kinds[2:-1]) == {b"IDAT"}


def test_another_process_draws_the_same_bytes() -> None:
    code = (
        "import sys, hashlib; from tests.outputs.social.test_drawing import FULL, drawn; "
        "print(hashlib.sha256(drawn(FULL)).hexdigest())"
    )
    paths = {"PYTHONPATH": f"{REPOSITORY / 'plugins'}:{REPOSITORY}", "PYTHONHASHSEED": "7", "LANG": "C"}
    ran = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, **paths}, capture_output=True, text=True, check=True
    )
    drawing.drawn.cache_clear()
    import hashlib

    assert ran.stdout.strip() == hashlib.sha256(drawn(FULL)).hexdigest()
