"""A code drawn as strokes is the code that was made, with white around it."""

from __future__ import annotations

import re

import pytest
import segno

from jobboard.outputs.page.qr import QUIET, qr_code

_STROKE = re.compile(r"([Mhm])(\d+)(?: ([\d.]+))?")


def drawn(path: str) -> set[tuple[int, int]]:
    """The dark modules that a path draws, as (column, row)."""
    found, x, y = set(), 0, 0
    for move, first, second in _STROKE.findall(path):
        if move == "M":
            x, y = int(first), int(float(second))
        else:
            found |= {(each, y) for each in range(x, x + int(first)) if move == "h"}
            x += int(first)
    return found


@pytest.mark.parametrize("length", [1, 40, 78, 120, 300])
def test_what_is_drawn_is_the_code(length: int) -> None:
    text = ("https://hub.example/jobs/" + "x" * length)[:length]
    code = qr_code(text)
    matrix = segno.make(text, error="l", boost_error=False, micro=False, mask=3).matrix
    dark = {(x + QUIET, y + QUIET) for y, row in enumerate(matrix) for x, each in enumerate(row) if each}
    assert drawn(code.path) == dark
    assert code.size == len(matrix) + 8
