"""QR codes (ISO/IEC 18004) as the path of a drawing: what is on paper leads back to the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

import segno
from msgspec import Struct

_MASK = 3
"""Every mask can be read. To try all eight, as the standard asks of printers, takes five times as long a page."""

QUIET = 4
"""Modules that stay white on each side (5.3.8)."""


class QrCode(Struct, frozen=True, kw_only=True):
    """A code of so many modules on a side, white ones around it included; `path` draws the dark ones, of size 1."""

    size: int
    path: str


def qr_code(text: str) -> QrCode:
    """The code of a text, with the least correction: it is printed clean, and small is what matters."""
    modules = segno.make(text, error="l", boost_error=False, micro=False, mask=_MASK).matrix
    return QrCode(size=len(modules) + 2 * QUIET, path="".join(_rows(modules)))


def _rows(modules: Iterable[bytearray]) -> Iterator[str]:
    for number, row in enumerate(modules, QUIET):
        yield f"M{QUIET} {number}.5{''.join(_runs(row))}"


def _runs(row: bytearray) -> Iterator[str]:
    """Strokes over dark modules and moves over light ones."""
    runs = [(bool(dark), sum(1 for _ in run)) for dark, run in groupby(row)]
    for dark, length in runs if runs[-1][0] else runs[:-1]:
        yield f"h{length}" if dark else f"m{length} 0"
