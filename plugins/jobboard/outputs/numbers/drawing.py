"""Bars: numbers in, the geometry of an SVG out, which a template prints. Colours are the style sheet's.

A drawing holds no text, so that it may be stretched to any width: what it says stands beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from jobboard.board.site import Site
from jobboard.source.direction import RIGHT_TO_LEFT, direction_of

WIDTH, HEIGHT = 120, 96
"""Of a year's drawing, in its own units: ten for each month."""

_SLOT, _BAR, _GAP = 10, 4, 1


class Bar(Struct, frozen=True, kw_only=True):
    """A rectangle in the units of its drawing; `text` is shown where a mouse points at it, `role` names its colour."""

    x: str
    y: str
    width: str
    height: str
    role: str = ""
    text: str = ""


def line_bar(site: Site, number: int, most: int) -> Bar:
    """A bar of a line of a table, of a hundred for `most`. It begins where lines of the language do."""
    width = 100 * number / most if most else 0
    return Bar(x=_number(100 - width if _is_mirrored(site) else 0), y="0", width=_number(width), height="1")


def month_bars(
    site: Site,
    roles: Sequence[tuple[str, Mapping[int, int]]],
    most: int,
    text: Callable[[str, int, int], str],
) -> tuple[Bar, ...]:
    """Bars for the months (1 to 12) of a year, side by side for each role; the highest of all years stands for `most`.

    `text` says a bar in words: its role, month and number.
    """
    return tuple(
        _month_bar(site, place, month, numbers[month], most, role, text(role, month, numbers[month]))
        for place, (role, numbers) in enumerate(roles)
        for month in sorted(numbers)
        if numbers[month]
    )


def _month_bar(site: Site, place: int, month: int, number: int, most: int, role: str, text: str) -> Bar:
    x, height = _SLOT * (month - 1) + _GAP + place * _BAR, (HEIGHT - _GAP) * number / most
    return Bar(
        x=_number(WIDTH - x - _BAR if _is_mirrored(site) else x),
        y=_number(HEIGHT - height),
        width=_number(_BAR),
        height=_number(height),
        role=role,
        text=text,
    )


def _is_mirrored(site: Site) -> bool:
    return direction_of(site.lang) == RIGHT_TO_LEFT


def _number(value: float) -> str:
    return f"{round(value, 1):g}"
