"""A Markdown text as the stretches that are read together: paragraphs, entries, cells, each with its heading.

No HTML is made: what marks a line (`>`, `-`, `2.`, `|`) becomes as many spaces, so that every place in a stretch is a
place in the text. Code is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from msgspec import Struct

from jobboard.source.language.days import NEAR_DATE

_MARKS = re.compile(r"(?:[ \t]*(?:>|(?:[-*+•·]|\d{1,3}[.)]|:)(?=[ \t]|$)))*[ \t]*")
_RULER = re.compile(r"[|: \t-]*-[|: \t-]*$")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*$")
_TAG = re.compile(r"</?(?:h[1-6]|p|div|li|ul|ol|tr|td|th|dt|dd|br|section|blockquote)\b", re.IGNORECASE)
_BOLD = re.compile(r"(?:\*\*|__)[^\n]{1,100}(?:\*\*|__)[ \t:.]*$")
_FENCE = re.compile(r"(`{3,}|~{3,})")
_NOISE = re.compile(
    r"~~[^~\n]{1,200}~~|<!--(?:[^-]|-(?!->)){0,2000}-->|<[a-zA-Z/][^<>]{0,300}>"
    r"|(?<=\]\()https?:[^)\s]{1,500}|\bhttps?://[^\s<>)\"]{1,500}"
)
_EMPTY_LINE = re.compile(r"\n(?=[ \t>]*\n)")
_REACH = 2
"""Stretches above a wanted one that may speak for it: a heading, and a line that leads from it."""

_WORDS_OF_HEADING = 200
"""Characters of a heading that are looked at."""


class Stretch(Struct, frozen=True):
    """A stretch of text without line ends, where it starts, and what it directly stands under."""

    start: int
    text: str
    heading: str = ""


def stretches_of(text: str, is_wanted: Callable[[str], bool] = lambda _: True) -> Iterator[Stretch]:
    """The stretches of a text in their order. A heading counts for the one that follows it, and for no other.

    Of what is not wanted only as much is read as may speak for what is: stretches between empty lines are asked for.
    """
    if "```" in text or "~~~" in text:
        yield from _Reader().read(text, 0)
        return
    ends = [*(found.start() for found in _EMPTY_LINE.finditer(text)), len(text)]
    starts = [0, *(end + 1 for end in ends[:-1])]
    wanted = [number for number, start in enumerate(starts) if is_wanted(text[start : ends[number]])]
    for first, last in _runs(wanted):
        yield from _Reader().read(text[starts[first] : ends[last]], starts[first])


def _runs(wanted: list[int]) -> Iterator[tuple[int, int]]:
    """First and last of the stretches to be read together: those that are wanted, and what they may stand under."""
    run: list[int] = []
    for number in wanted:
        if run and number - _REACH > run[-1]:
            yield max(0, run[0] - _REACH), run[-1]
            run = []
        run.append(number)
    if run:
        yield max(0, run[0] - _REACH), run[-1]


@dataclass(slots=True)
class _Reader:
    """What is known between two lines: the stretch that is open, by its lines, and what it stands under."""

    lines: list[str] = field(default_factory=list)
    start: int = 0
    marks: str = ""
    heading: str = ""
    above: str = ""
    columns: list[str] = field(default_factory=list)
    fence: str = ""

    def read(self, text: str, start: int) -> Iterator[Stretch]:
        lines = text.split("\n")
        for line, below in zip(lines, [*lines[1:], ""], strict=True):
            if self.fence or not line.strip():
                yield from self._skip(line)
            else:
                yield from self._line(line, start, below)
            start += len(line) + 1
        yield from self._closed()

    def _skip(self, line: str) -> Iterator[Stretch]:
        """An empty line, or one of code."""
        self.columns = []
        if self.fence:
            self.fence = "" if line.lstrip(" \t>").startswith(self.fence) else self.fence
        else:
            yield from self._closed()

    def _line(self, line: str, start: int, below: str) -> Iterator[Stretch]:
        marks = _MARKS.match(line)
        prefix = marks[0] if marks else ""
        rest = line[len(prefix) :]
        if self._is_row(line, below):
            yield from self._row(line, start)
            return
        self.columns = []
        if found := _FENCE.match(rest):
            yield from self._closed()
            self.fence = found[1]
        elif rest.startswith("#"):
            yield from self._closed()
            yield Stretch(start, " " * len(prefix) + rest)
            self.heading = _as_heading(rest.strip("# \t"))
        elif self.lines and _UNDERLINE.match(rest) and not _is_entry(prefix):
            heading = " ".join(self.lines)
            yield from self._closed()
            self.heading = _as_heading(heading)
        else:
            if self._begins(prefix, rest):
                yield from self._closed()
            self._add(prefix, rest, start)

    def _add(self, prefix: str, rest: str, start: int) -> None:
        if not self.lines:
            self.start, self.marks = start, prefix
            if prefix.strip() == ":" or rest.lower().startswith(("<td", "<dd")):
                self.heading = f"{self.heading} {self.above[-_WORDS_OF_HEADING:]}"
        self.lines.append(" " * len(prefix) + rest)

    def _begins(self, prefix: str, rest: str) -> bool:
        """True if a line does not go on with the stretch above it."""
        is_quoted_now = ">" in prefix and ">" not in self.marks
        return _is_entry(prefix) or is_quoted_now or (rest.startswith("<") and _TAG.match(rest) is not None)

    def _closed(self) -> Iterator[Stretch]:
        if self.lines:
            self.above = " ".join(self.lines)
            yield Stretch(self.start, self.above, self.heading)
            self.heading = _lead_of(self.above, self.heading, is_line=len(self.lines) == 1)
            self.lines = []

    def _is_row(self, line: str, below: str) -> bool:
        return "|" in line and bool(
            self.columns or line.lstrip().startswith("|") or (_RULER.match(below) and "|" in below)
        )

    def _row(self, line: str, start: int) -> Iterator[Stretch]:
        yield from self._closed()
        if not _RULER.match(line):
            yield from _cells(line, start, self.columns, self.heading)
            self.columns = self.columns or [cell.strip()[:_WORDS_OF_HEADING] for cell in line.split("|")]
            self.heading = ""


def without_noise(text: str) -> str:
    """A stretch without what readers do not see or take for words: addresses, tags, emphasis, what is struck out.

    Every character keeps its place.
    """
    if "&nbsp;" in text:
        text = text.replace("&nbsp;", " " * len("&nbsp;"))
    if "~~" in text or "<" in text or "://" in text:
        text = _NOISE.sub(lambda found: " " * len(found[0]), text)
    return text.replace("*", " ").replace("__", "  ")


def _is_entry(prefix: str) -> bool:
    return bool(prefix.strip(" \t>"))


def _lead_of(text: str, heading: str, *, is_line: bool) -> str:
    """What a stretch is to the one below: its heading too, if it leads on to it or is a line in bold."""
    bare = text.strip()
    if bare.rstrip("*_ ").endswith(":"):
        return _as_heading(f"{heading} {bare}")
    is_title = is_line and (_BOLD.match(bare) or bare.lower().startswith("<h"))
    return _as_heading(bare) if is_title else ""


def _as_heading(text: str) -> str:
    """The words that speak for what follows; those that name a day of their own do not."""
    return "" if NEAR_DATE.search(without_noise(text)) else text[-_WORDS_OF_HEADING:]


def _cells(line: str, start: int, columns: list[str], heading: str) -> Iterator[Stretch]:
    """The cells of a row, each under the head of its column and that of its row."""
    cells = line.split("|")
    first = next((cell.strip() for cell in cells if cell.strip()), "")[:_WORDS_OF_HEADING]
    for number, cell in enumerate(cells):
        if text := cell.strip():
            heads = (
                heading,
                columns[number] if number < len(columns) else "",
                "" if text[:_WORDS_OF_HEADING] == first else first,
            )
            yield Stretch(start, cell, " ".join(each for each in heads if each))
        start += len(cell) + 1
