"""The pictures and the attachment of the demo, drawn by Pillow: no photograph, and no picture of anybody."""

from __future__ import annotations

import functools
import time

from tests.pictures import draw_town, encoded

from bench.demo.organisations import ORGANISATIONS

_MADE = time.gmtime(0)
"""The date in a PDF, which else would differ each time."""


@functools.cache
def picture_files() -> dict[str, bytes]:
    """Twelve towns, a logo for each organisation that has one, and a sheet to attach."""
    towns = {
        f"images/town-{number}.jpg": encoded(
            draw_town(1200, 800, seed=number * 7 + 3, words="SAMPLE"), "JPEG", quality=70, optimize=True
        )
        for number in range(12)
    }
    logos = {
        f"images/logo-{each.id}.png": encoded(
            draw_town(320, 320, seed=number * 11 + 5, words=each.short).quantize(8), "PNG", optimize=True
        )
        for number, each in enumerate(ORGANISATIONS)
        if each.has_logo
    }
    sheet = encoded(draw_town(620, 877, seed=99, words="SAMPLE"), "PDF", creationDate=_MADE, modDate=_MADE)
    return {**towns, **logos, "files/profile.pdf": sheet}
