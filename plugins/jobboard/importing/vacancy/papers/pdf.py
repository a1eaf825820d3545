"""A PDF in, its text as HTML out, by pdfplumber. One that is only pictures of pages is said to be a scan."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape
from itertools import pairwise
from typing import Any

from jobboard.importing.sources.entry import ImportFailedError
from jobboard.importing.vacancy.papers.extra import library
from jobboard.importing.vacancy.papers.paper import Paper, refusal, shortened
from jobboard.importing.vacancy.papers.pdf_lines import Printed, html_of_lines
from jobboard.importing.vacancy.papers.pdf_weight import refuse_heavy, too_many_pages
from jobboard.importing.vacancy.papers.pdf_work import MAX_SHAPES, TooMuchWorkError, Work
from jobboard.source.message import Phrase, phrase

_MAX_PAGES = 40
_A_SCAN = 40
"""Letters of a document that has fewer are no text of it: a page number, a stamp."""

_A_SCAN_SAYS = phrase(
    "it is a scan: pictures of pages, without their text; ask for the file it was made of, or have it read (OCR)"
)

_GAP = 2.2
"""Of the height of a line: so much space between two words is no space between words."""

_DOT, _DOT_APART = (1.0, 8.0), 18.0
"""Points: how wide and high the dot of an entry is that was drawn, and how far at most from its text."""

_SHORT = 50
"""Characters of a line that may be no more than a page's number with its words."""

_PAGE_NUMBER = re.compile(r"(?:(?:page|página|p\.)\s*)?[–-]?\s*1\s*(?:(?:/|of|sur|de)\s*1)?\s*[–-]?", re.IGNORECASE)
"""Of the only page of a document."""

_Box = tuple[float, float, float, float]
_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_UNREADABLE = re.compile(r"\(cid:[0-9]+\)")


def read_pdf(data: bytes, name: str) -> Paper:
    """The text of a PDF. Raises ImportFailedError."""
    refuse_heavy(data, name, _MAX_PAGES)
    plumber = library("pdfplumber")
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    try:
        with plumber.open(io.BytesIO(data)) as opened:
            return _read(opened, name)
    except ImportFailedError:
        raise
    except TooMuchWorkError:
        raise refusal(name, phrase("it is too long, or takes too long to read")) from None
    except Exception as error:  # noqa: BLE001 (what its parser raises for a broken file is anything at all)
        is_locked = "password" in f"{type(error).__name__} {error!r}".lower()
        why = phrase("it is locked with a password") if is_locked else phrase("it is damaged; have it made anew")
        raise refusal(name, why) from None


def _read(opened: Any, name: str) -> Paper:
    if len(opened.pages) > _MAX_PAGES:
        raise refusal(name, too_many_pages(_MAX_PAGES))
    pages = list(_pages(opened.pages))
    has_author = any(str(each).strip() for each in (opened.metadata or {}).values())
    return _paper(pages, name, has_author=has_author, pictures=sum(len(page.images) for page in opened.pages))


def _paper(pages: list[list[Printed]], name: str, *, has_author: bool, pictures: int) -> Paper:
    lines, margins = _without_margins(pages)
    text = "".join(line.text + line.table for line in lines)
    if sum(map(str.isalnum, text)) < _A_SCAN:
        raise refusal(name, _A_SCAN_SAYS)
    if len(_UNREADABLE.findall(text)) > len(text) / 20:
        raise refusal(name, phrase("its letters cannot be read; ask for the file it was made of"))
    dropped: list[Phrase] = []
    if margins:
        dropped.append(phrase("headers and footers: %(words)s", words=shortened(" / ".join(margins))))
    if pictures:
        dropped.append(phrase("pictures: %(number)s", number=pictures))
    if has_author:
        dropped.append(phrase("what the file says of its author"))
    return Paper(html=html_of_lines(lines), dropped=tuple(dropped))


def _pages(pages: Sequence[Any]) -> Iterator[list[Printed]]:
    """The lines of each page. Raises TooMuchWorkError."""
    work = Work()
    for page in pages:
        work.lay_out(page)
    for number, page in enumerate(pages):
        lines = list(_lines(page, number, _tables(page, work)))
        dots = _dots(page)
        work.look_through(len(lines) * len(dots))
        yield sorted((_with_dot(line, dots) for line in lines), key=lambda line: line.top)


def _tables(page: Any, work: Work) -> list[tuple[_Box, str]]:
    """The drawn tables of a page: where each is, and its HTML."""
    shapes = len(page.lines) + len(page.rects) + len(page.curves)
    if not 0 < shapes <= MAX_SHAPES:
        return []
    tables = page.find_tables()
    work.look_through(len(tables) * shapes + sum(len(each.rows) for each in tables) * len(page.chars))
    found = [(each.bbox, each.extract()) for each in tables]
    return [(box, _html_of_table(rows)) for box, rows in found if _is_table(rows)]


def _lines(page: Any, number: int, tables: Sequence[tuple[_Box, str]]) -> Iterator[Printed]:
    """The lines of a page, a drawn table as one."""
    boxes = [box for box, _ in tables]
    words = page.extract_words(extra_attrs=["fontname", "size"], keep_blank_chars=False, use_text_flow=False)
    rest = [word for word in words if not any(_is_within(word, box) for box in boxes)]
    for line in _rows(rest):
        yield _printed(line, number)
    for (left, top, right, bottom), html in tables:
        yield Printed(
            text="", left=left, top=top, bottom=bottom, right=right, size=0, is_bold=False, page=number, table=html
        )


def _dots(page: Any) -> list[tuple[float, float, float]]:
    """The dots of lists that are drawn, as browsers do: from where to where, and at which height."""
    shapes = [*page.curves, *page.rects]
    small = (each for each in (shapes if len(shapes) <= MAX_SHAPES else ()) if _is_dot(each))
    return [(each["x0"], each["x1"], (each["top"] + each["bottom"]) / 2) for each in small]


def _is_dot(shape: Any) -> bool:
    """True for a small square or circle; of a circle of two arcs only the ends are known, one above the other."""
    wide, high = shape["x1"] - shape["x0"], shape["bottom"] - shape["top"]
    is_round = shape["object_type"] == "curve"
    return bool(_DOT[0] <= max(wide, high) <= _DOT[1] and (is_round or min(wide, high) >= _DOT[0]))


def _with_dot(line: Printed, dots: Sequence[tuple[float, float, float]]) -> Printed:
    """A line with the dot that was drawn in front of it as a character."""
    near = (dot for dot in dots if 0 <= line.left - dot[1] <= _DOT_APART and line.top <= dot[2] <= line.bottom)
    dot = None if line.table else next(near, None)
    return replace(line, text=f"• {line.text}", left=dot[0]) if dot else line


def _rows(words: list[Any]) -> Iterator[list[Any]]:
    """Words that stand on one line."""
    line: list[Any] = []
    for word in sorted(words, key=lambda each: (round(each["bottom"]), each["x0"])):
        if line and abs(word["bottom"] - line[-1]["bottom"]) > 0.4 * (word["bottom"] - word["top"]):
            yield sorted(line, key=lambda each: each["x0"])
            line = []
        line.append(word)
    if line:
        yield sorted(line, key=lambda each: each["x0"])


def _printed(words: list[Any], number: int) -> Printed:
    text = str(words[0]["text"])
    for before, word in pairwise(words):
        is_gap = word["x0"] - before["x1"] > _GAP * (word["bottom"] - word["top"])
        text += ("\t" if is_gap else " ") + str(word["text"])
    letters = Counter[tuple[bool, float]]()
    for word in words:
        letters[_BOLD.search(word["fontname"]) is not None, word["size"]] += len(word["text"])
    (_, size), _ = letters.most_common(1)[0]
    return Printed(
        text=text,
        left=words[0]["x0"],
        top=min(word["top"] for word in words),
        bottom=max(word["bottom"] for word in words),
        right=words[-1]["x1"],
        size=size,
        is_bold=all(bold for bold, _ in letters),
        page=number,
    )


def _is_table(rows: list[list[str | None]]) -> bool:
    return len(rows) > 0 and max(map(len, rows)) > 1


def _html_of_table(rows: list[list[str | None]]) -> str:
    cells = ("".join(f"<td>{escape(' '.join((cell or '').split()))}</td>" for cell in row) for row in rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def _is_within(word: Any, box: _Box) -> bool:
    middle, height = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
    return bool(box[0] <= middle <= box[2] and box[1] <= height <= box[3])


def _without_margins(pages: list[list[Printed]]) -> tuple[list[Printed], list[str]]:
    """All lines but what each page repeats at its edges, and numbers of pages; those."""
    if len(pages) < 2:
        lines = [line for page in pages for line in page]
        numbers = [line.text for line in lines[-1:] if _PAGE_NUMBER.fullmatch(line.text.strip())]
        return lines[: len(lines) - len(numbers)], numbers
    edges = [{_as_repeated(line.text) for line in [*page[:2], *page[-2:]]} for page in pages]
    count = Counter(text for page in edges for text in page)
    repeated = {text for text, number in count.items() if number > len(pages) / 2 and number > 1}
    kept, margins = [], dict[str, None]()
    for page in pages:
        for at, line in enumerate(page):
            is_edge = at < 2 or at >= len(page) - 2
            if is_edge and not line.table and _as_repeated(line.text) in repeated:
                margins[line.text] = None
            else:
                kept.append(line)
    return kept, list(margins)


def _as_repeated(text: str) -> str:
    """A line as it is compared: the number in a short one may be that of its page."""
    bare = " ".join(text.split())
    return re.sub(r"[0-9]+", "0", bare) if len(bare) <= _SHORT else bare
