"""Colours of organisations: which are advised against, what is offered instead, and that letters on any are read."""

from __future__ import annotations

import colorsys
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.helpers import NOW, REPOSITORY, SITE, make_organisation, write_site

from jobboard.board.advice.colours import DARK_PAGE, LIGHT_PAGE, is_seen
from jobboard.model.texts.contrast import BLACK, MARK_CONTRAST, TEXT_CONTRAST, WHITE, contrast_of, ink_on, nearest_shade
from jobboard.pipeline.check import check

COLOURS = st.binary(min_size=3, max_size=3).map(lambda data: f"#{data.hex()}")
PAGES = (LIGHT_PAGE, DARK_PAGE)


def shades_of(colour: str) -> dict[int, str]:
    """Every tenth of a percent of lightness from that of a colour on, both ways, with the colour it makes."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*(each / 255 for each in bytes.fromhex(colour[1:])))
    found = {}
    for step in range(-1000, 1001):
        if 0 <= (at := lightness + step / 1000) <= 1:
            rgb = (round(each * 255) for each in colorsys.hls_to_rgb(hue, at, saturation))
            found[step] = "#{:02x}{:02x}{:02x}".format(*rgb)
    return found


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#0000ff", "#ffffff", 8.59), ("#ff0000", "#ff0000", 1)],
)
def test_the_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast_of(one, other) == contrast_of(other, one) == pytest.approx(ratio, abs=0.005)


@given(COLOURS)
def test_black_or_white_is_read_on_any_colour(colour: str) -> None:
    assert contrast_of(ink_on(colour), colour) >= TEXT_CONTRAST
    assert ink_on(colour) in (BLACK, WHITE)


@given(COLOURS)
def test_what_is_offered_passes_and_none_of_its_hue_that_passes_is_nearer(colour: str) -> None:
    offered, shades = nearest_shade(colour, is_seen), shades_of(colour)
    assert min(contrast_of(offered, page) for page in PAGES) >= MARK_CONTRAST
    passing = [abs(step) for step, shade in shades.items() if is_seen(shade)]
    assert min(passing) == min(abs(step) for step, shade in shades.items() if shade == offered)
    assert offered == colour or not is_seen(colour)


def test_none_is_offered_where_none_passes() -> None:
    assert nearest_shade("#0a5a69", lambda _: False) == ""


def test_pages_are_as_light_and_as_dark_as_the_theme_draws_them() -> None:
    """Advice that knew other pages would be wrong on ours."""
    tokens = (REPOSITORY / "theme/static/css/10-tokens.css").read_text("utf-8")
    assert re.findall(r"--colour-page: light-dark\((.*), (.*)\);", tokens) == [PAGES]


@pytest.mark.parametrize("colour", ["#0c6e80", "#AF9000", "#c0392b"])
def test_a_colour_that_is_seen_on_both_is_passed_over(colour: str, tmp_path: Path) -> None:
    organisation = make_organisation(colour=f'"{colour}"')
    content = write_site(tmp_path / "content", {"organisations/example-network.md": organisation})
    assert check(content, SITE, NOW).problems == ()
