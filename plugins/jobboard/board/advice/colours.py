"""Advice on colours of organisations that are hardly seen where the theme draws them."""

from __future__ import annotations

import math
from collections.abc import Iterator

from jobboard.board.checks import Locator
from jobboard.model.texts.contrast import MARK_CONTRAST, contrast_of, nearest_shade
from jobboard.source.message import message, phrase
from jobboard.source.problem import Level, Problem

COLOUR_FAINT = message(
    "colour-faint", "hardly seen on %(pages)s: its contrast is %(ratio)s, and a line needs %(needed)s"
)

LIGHT_PAGE, DARK_PAGE = "#fdfdfb", "#0c191d"
"""What the line of a colour lies on in the theme that comes with the board (`--colour-page` of its tokens)."""


def advise_on_colours(locator: Locator) -> Iterator[Problem]:
    """Every colour with less contrast than a line needs, with the nearest of its hue that has it on both pages.

    A sign that is painted with it needs no advice: its letters are black or white, whichever is read.
    """
    for each in locator.library.organisations.at(locator.about):
        if each.colour and not is_seen(each.colour):
            pages = phrase("dark pages") if _is_faint_on(each.colour, DARK_PAGE) else phrase("light pages")
            ratio = min(contrast_of(each.colour, page) for page in (LIGHT_PAGE, DARK_PAGE))
            message = COLOUR_FAINT(pages=pages, ratio=_cut(ratio), needed=_cut(MARK_CONTRAST))
            shade = nearest_shade(each.colour, is_seen)
            hint = phrase('write "%(shade)s", the nearest of the same hue that is seen on light and dark', shade=shade)
            yield locator.at(each, "colour", message, hint, Level.ADVICE)


def is_seen(colour: str) -> bool:
    """True if a line of that colour stands out from light and from dark pages."""
    return not any(_is_faint_on(colour, page) for page in (LIGHT_PAGE, DARK_PAGE))


def _is_faint_on(colour: str, page: str) -> bool:
    return contrast_of(colour, page) < MARK_CONTRAST


def _cut(ratio: float) -> str:
    """To one decimal, and never up: what falls short reads so."""
    return f"{math.floor(ratio * 10) / 10:.1f}:1"
