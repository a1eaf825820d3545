"""A page of a PDF laid out while its work is counted: what a document makes a reader do says nothing of its size."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

MAX_UNITS = 200_000
"""Units of a document, each about four microseconds: fifty thousand letters (a vacancy has ten thousand), or pages of a
drawn map."""

MAX_LOOKED_THROUGH = 500_000
"""Letters and shapes looked through in all: each row of a table is looked for among those of its page."""

MAX_SHAPES = 600
"""Lines and boxes of a page among which a table is looked for; where there are more they are a drawing."""

_LETTER, _PATH, _STEP, _FIGURE, _OTHER = 4, 8, 2, 40, 1
_BYTES = 3
"""Bytes of a page's own instructions that weigh as much as one that is followed."""


class TooMuchWorkError(Exception):
    """A document that takes too long to read."""


@dataclass(slots=True)
class Work:
    """What is left to be done for a document."""

    units: int = MAX_UNITS
    looks: int = MAX_LOOKED_THROUGH

    def lay_out(self, page: Any) -> None:
        """Read what is on a page of pdfplumber's, which keeps it. Raises TooMuchWorkError."""
        from pdfminer.pdfinterp import PDFPageInterpreter  # noqa: PLC0415 (an extra has them)
        from pdfplumber.page import PDFPageAggregatorWithMarkedContent  # noqa: PLC0415

        of = page.pdf
        device = PDFPageAggregatorWithMarkedContent(of.rsrcmgr, pageno=page.page_number, laparams=of.laparams)
        for name, weight in _WEIGHTS.items():
            setattr(device, name, self._counted(getattr(device, name), weight))
        self._spend(sum(len(each.get_data()) for each in page.page_obj.contents) // _BYTES)
        PDFPageInterpreter(of.rsrcmgr, device).process_page(page.page_obj)
        page._layout = device.get_result()  # noqa: SLF001 (it would do the same without counting)

    def look_through(self, number: int) -> None:
        """Look through so many letters and shapes. Raises TooMuchWorkError."""
        self.looks -= number
        if self.looks < 0:
            raise TooMuchWorkError

    def _spend(self, units: int) -> None:
        self.units -= units
        if self.units < 0:
            raise TooMuchWorkError

    def _counted(self, does: Callable[..., Any], weight: Callable[..., int]) -> Callable[..., Any]:
        def counted(*given: Any, **named: Any) -> Any:
            self._spend(weight(*given))
            return does(*given, **named)

        return counted


_WEIGHTS: dict[str, Callable[..., int]] = {
    "render_char": lambda *_: _LETTER,
    "paint_path": lambda *given: _PATH + _STEP * len(given[-1]),
    "begin_figure": lambda *_: _FIGURE,
    "set_ctm": lambda *_: _OTHER,
    "begin_tag": lambda *_: _OTHER,
}
"""What a reader is told to do, by what it weighs."""
