"""A document in, its vacancies out: one, or several where titles follow each other, each with its way to apply."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from jobboard.importing.html.convert import cleaned_soup
from jobboard.importing.vacancy.guesses.lines import Line, Lined, lines_in
from jobboard.importing.vacancy.guesses.named import is_title

_ENDING = re.compile(r"@[\w-]+\.\w|https?://", re.IGNORECASE)
MAX_VACANCIES = 20
_AT_LEAST = 3
"""Lines of a vacancy; a list of titles is none."""


def vacancies_in(sheet: Lined) -> list[Lined]:
    """The parts of a document that are a vacancy each; what stands before the first belongs to that."""
    starts = list(_starts(sheet))
    if len(starts) < 2:
        return [sheet]
    starts = starts[: MAX_VACANCIES + 1]
    ends = [*starts[1:], len(sheet.lines)]
    return [
        _part(sheet, 0 if number == 0 else start, end)
        for number, (start, end) in enumerate(zip(starts, ends, strict=True))
    ]


def _starts(sheet: Lined) -> Iterator[int]:
    """Where vacancies begin: lines that name a job, each with text and a way to apply before the next."""
    titles = [at for at, line in enumerate(sheet.lines) if is_title(line) and _is_first(line, sheet.lines[:at])]
    begun = -1
    for at in titles:
        if begun < 0 or (
            at - begun >= _AT_LEAST and _has_ending(sheet.lines[begun:at]) and _has_ending(sheet.lines[at:])
        ):
            begun = at
            yield at


def _is_first(line: Line, before: list[Line]) -> bool:
    """True unless the same title stood there already."""
    return not any(line.text.casefold() == other.text.casefold() and is_title(other) for other in before)


def _has_ending(lines: list[Line]) -> bool:
    return any(_ENDING.search(line.text) for line in lines)


def _part(sheet: Lined, start: int, end: int) -> Lined:
    """A copy of a document that holds those of its lines alone."""
    for number, line in enumerate(sheet.lines):
        line.tag["data-line"] = str(number)
    soup = cleaned_soup(str(sheet.soup), Counter())
    for tag in soup.find_all(lambda each: each.has_attr("data-line")):
        if not tag.decomposed and not start <= int(str(tag["data-line"])) < end:
            inner = tag.find_all(lambda each: each.has_attr("data-line"))
            if not any(start <= int(str(each["data-line"])) < end for each in inner):
                tag.decompose()
    return Lined(soup=soup, lines=lines_in(soup))
