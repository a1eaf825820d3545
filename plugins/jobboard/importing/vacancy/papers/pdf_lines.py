"""Lines of a page as they are printed in, HTML out: headings, paragraphs, entries of lists, labels with values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from jobboard.importing.vacancy.papers.broken import is_address_cut, put_together

_BULLET = re.compile(r"^(?:[•·▪◦●○■□‣⁃∙*\u2013\uf0b7\uf0a7\u25aa-]|\(cid:[0-9]+\))[\s\t]+(?=\S)")
_NUMBER = re.compile(r"^[0-9]{1,2}[.)]\s+(?=\S)")
_HYPHENATED = re.compile(r"[^\W\d_]-$")
_SEVERAL = 3
_LARGER = 1.12
"""A line of letters so much larger than the text is a heading."""

_APART = 0.55
"""Of the height of a line: what stands so far below another begins a paragraph."""

_LONGEST_HEADING = 140
_WIDTH = 0.5
"""Of its size: what a letter is wide, on average."""

_FULL = 0.95
"""Of the widest line: what is broken there was broken for want of room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A line on a page: its text (tabs where it gapes), where it begins, its top and bottom, size and weight.

    `table` is HTML that stands in its place, of a table that was drawn.
    """

    text: str
    left: float
    top: float
    bottom: float
    right: float
    size: float
    is_bold: bool
    page: int
    table: str = ""


def html_of_lines(lines: Sequence[Printed]) -> str:
    """The HTML of the lines of a document."""
    usual = _usual_size(lines)
    is_hyphenating = sum(_breaks_word(one, other) for one, other in pairwise(lines)) >= _SEVERAL
    return "\n".join(_block(each, usual, fuses=is_hyphenating) for each in _grouped(lines, usual))


def _usual_size(lines: Sequence[Printed]) -> float:
    """The size that most letters have."""
    letters: dict[float, int] = {}
    for line in lines:
        letters[round(line.size, 1)] = letters.get(round(line.size, 1), 0) + len(line.text)
    return max(letters, key=lambda size: letters[size], default=0)


def _grouped(lines: Sequence[Printed], usual: float) -> Iterator[list[Printed]]:
    """Lines that are one paragraph, one entry or one heading."""
    run: list[Printed] = []
    widest = max((line.right for line in lines), default=0)
    for line in lines:
        if run and not _goes_on(run, line, usual, widest):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _goes_on(run: list[Printed], line: Printed, usual: float, widest: float) -> bool:
    above = run[-1]
    if is_address_cut(above.text, line.text) and not (line.table or above.table):
        return True
    if (
        line.table
        or above.table
        or _BULLET.match(line.text)
        or _NUMBER.match(line.text)
        or "\t" in line.text + above.text
    ):
        return False
    if _is_heading(above, usual) != _is_heading(line, usual) or abs(above.size - line.size) > 1:
        return False
    height = max(line.bottom - line.top, 1)
    is_near = line.page != above.page or line.top - above.bottom < _APART * height
    following = len(line.text.split()[0]) * _WIDTH * line.size
    is_full = above.right + following > _FULL * widest or (line.size > _LARGER * usual and _is_heading(line, usual))
    begins_again = line.page != above.page and (
        above.text.rstrip().endswith((".", ":", "!", "?")) or line.text[:1].isupper()
    )
    is_entry = _BULLET.match(run[0].text) is not None
    is_indented = not is_entry or line.left > run[0].left + 1
    return is_near and is_full and is_indented and not begins_again


def _is_heading(line: Printed, usual: float) -> bool:
    return len(line.text) <= _LONGEST_HEADING and (line.is_bold or line.size > _LARGER * usual)


def _block(lines: list[Printed], usual: float, *, fuses: bool) -> str:
    first = lines[0]
    if first.table:
        return first.table
    text = _joined(lines, fuses=fuses)
    if bullet := _BULLET.match(text):
        return f"<ul><li>{escape(text[bullet.end() :])}</li></ul>"
    if _is_heading(first, usual) and "\t" not in text and not text.endswith((".", ";")):
        level = 1 if first.size > 1.5 * usual else 2 if first.size > _LARGER * usual else 3
        return f"<h{level}>{escape(text)}</h{level}>"
    return f"<p>{escape(text)}</p>"


def _breaks_word(one: Printed, other: Printed) -> bool:
    return _HYPHENATED.search(one.text) is not None and other.text[:1].islower()


def _joined(lines: list[Printed], *, fuses: bool) -> str:
    """Lines as one text; a word that was broken at a line's end is whole again."""
    text = lines[0].text
    for above, line in pairwise(lines):
        if above.text.endswith("\u00ad"):
            text = text.removesuffix("\u00ad") + line.text
        elif _breaks_word(above, line) and not is_address_cut(text, line.text):
            text = (text[:-1] if fuses else text) + line.text
        else:
            text = put_together(text, line.text)
    return text
