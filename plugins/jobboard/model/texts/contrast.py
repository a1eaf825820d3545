"""How far colours stand out from each other: colours as `#rrggbb` in, ratios and better colours out.

The measure is the contrast ratio of WCAG 2.2: 1 for the same colour, 21 for black on white.
"""

from __future__ import annotations

import colorsys
from collections.abc import Callable

TEXT_CONTRAST, MARK_CONTRAST = 4.5, 3.0
"""What text needs on its ground (WCAG 1.4.3), and what lines and signs need beside it (1.4.11)."""

BLACK, WHITE = "#000000", "#ffffff"


def contrast_of(one: str, other: str) -> float:
    """The contrast ratio of two colours, in whichever order."""
    low, high = sorted(map(_luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def ink_on(ground: str) -> str:
    """Black or white, whichever is read better. One of the two always has what text needs: 4.58 at least."""
    return max(WHITE, BLACK, key=lambda ink: contrast_of(ink, ground))


def nearest_shade(colour: str, is_good: Callable[[str], bool]) -> str:
    """The good colour of the same hue and saturation whose lightness is nearest, in steps of 0.1 %.

    Empty if none is good.
    """
    hue, lightness, saturation = colorsys.rgb_to_hls(*_channels(colour))
    moved = (lightness + way * step / 1000 for step in range(1001) for way in (-1, 1))
    shades = (_written(hue, each, saturation) for each in moved if 0 <= each <= 1)
    return next(filter(is_good, shades), "")


def _luminance(colour: str) -> float:
    """The relative luminance, from 0 to 1."""
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in _channels(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> tuple[float, float, float]:
    """Red, green and blue, from 0 to 1."""
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red / 255, green / 255, blue / 255


def _written(hue: float, lightness: float, saturation: float) -> str:
    return f"#{bytes(round(each * 255) for each in colorsys.hls_to_rgb(hue, lightness, saturation)).hex()}"
