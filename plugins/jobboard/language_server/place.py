"""Where somebody is typing: the lines of a file and a position in, the field around it out.

A file that is being typed can seldom be read as YAML, so its lines are looked at as they stand, one by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from jobboard.source.yaml.front_matter import FENCE

LINE_ENDS = re.compile(r"\r\n|\n|\r")
_ROW = re.compile(r"(?P<indent> *)(?P<dashes>(?:- +|-$)*)(?:(?P<key>[^\s:#'\"{}\[\],&*!|>%@`-][^:#]*?):(?= |$))?")
_BEHIND = re.compile(r"[\w./-]*")


class Spelling(Struct, frozen=True):
    """A name or value as it stands: from one column of its line up to another, on lines counted from 0."""

    line: int
    start: int
    end: int
    text: str


class TypedPlace(Struct, frozen=True):
    """A place in front matter. `parents` are the fields around it, outermost first; of a value its own field is the
    last. `given` are the fields that stand beside a name; `word` is what is there to be replaced."""

    parents: tuple[str, ...]
    word: Spelling
    given: frozenset[str] = frozenset()
    is_value: bool = False


class _Row(Struct, frozen=True):
    """A line: the column its content begins at, that of its hyphen (else -1), its key, and where the value begins."""

    column: int
    hyphen: int
    key: str
    value: int

    @property
    def edge(self) -> int:
        """Where anything of it begins."""
        return self.column if self.hyphen < 0 else self.hyphen


class _Flow(Struct):
    """A value as far as it was looked at: its open brackets, each with the fields around and the names in it; the name
    before the last colon, the quote that is open, and where the word begins."""

    stack: list[tuple[str, tuple[str, ...], set[str]]]
    begin: int
    key: str = ""
    quote: str = ""

    def take(self, text: str, at: int) -> None:
        """Look at the next letter."""
        letter = text[at]
        if self.quote:
            self.quote = "" if letter == self.quote else self.quote
        elif letter in "\"'" and not text[self.begin : at].strip():
            self.quote = letter
        elif letter in "{[":
            around = self.stack[-1][1]
            self.stack.append((letter, (*around, self.key) if self.key else around, set()))
            self._begin(at + 1)
        elif letter in "}]," and len(self.stack) > 1:
            del self.stack[len(self.stack) - (letter != ",") :]
            self._begin(at + 1)
        elif letter == ":" and self.stack[-1][0] == "{" and text[at + 1 : at + 2] in ("", " "):
            key = text[self.begin : at].strip()
            self.stack[-1][2].add(key)
            self._begin(at + 1, key)

    def _begin(self, at: int, key: str = "") -> None:
        self.begin, self.key = at, key


def lines_of(text: str) -> list[str]:
    """The lines of a text, without their ends."""
    return LINE_ENDS.split(text)


def _front_matter_lines(lines: Sequence[str]) -> range:
    """The lines between the fences, counted from 0; of a file without its second fence, all below the first."""
    if not lines or lines[0].lstrip("\N{ZERO WIDTH NO-BREAK SPACE}").rstrip() != FENCE:
        return range(0)
    end = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), len(lines))
    return range(1, end)


def place_at(lines: Sequence[str], line: int, column: int) -> TypedPlace | None:
    """The place at a line and column, both from 0; None outside of front matter, and in comments."""
    front = _front_matter_lines(lines)
    if line not in front or re.search(r"(?:^|\s)#", lines[line][:column]):
        return None
    row = _row(lines[line])
    parents = _parents(lines, front, line, row)
    if row.key and column >= row.value:
        return _in_flow(lines[line], line, row.value, column, (*parents, row.key))
    if _opens(lines[line], row):
        return _in_flow(lines[line], line, row.column, column, parents)
    given = frozenset(_siblings(lines, front, line, row)) - {row.key}
    is_item = row.hyphen >= 0 and not row.key
    return TypedPlace(parents, _word_in_block(lines[line], line, row, column), given, is_item)


def _opens(line: str, row: _Row) -> bool:
    """True for an item of a list in brackets or braces of its own."""
    return line[row.column : row.column + 1] in ("{", "[")


def _row(line: str) -> _Row:
    found = _ROW.match(line)
    if found is None:
        return _Row(0, -1, "", 0)
    hyphen = len(found["indent"]) if found["dashes"] else -1
    column = len(found["indent"]) + len(found["dashes"])
    return _Row(column, hyphen, (found["key"] or "").strip(), found.end() if found["key"] else column)


def _parents(lines: Sequence[str], front: range, line: int, row: _Row) -> tuple[str, ...]:
    """The fields a line is within, by how far they are indented; a list may stand as far left as its field."""
    found: list[str] = []
    edge, may_be_level = (row.hyphen, True) if row.hyphen >= 0 else (row.column, False)
    for number in range(line - 1, front.start - 1, -1):
        above = _row(lines[number])
        if not lines[number].strip() or lines[number].lstrip().startswith("#"):
            continue
        if above.key and (above.column < edge or (may_be_level and above.hyphen < 0 and above.column == edge)):
            found.append(above.key)
            edge, may_be_level = above.edge, above.hyphen >= 0
        elif above.hyphen >= 0 and above.hyphen < edge:
            edge, may_be_level = above.hyphen, True
    return tuple(reversed(found))


def _siblings(lines: Sequence[str], front: range, line: int, row: _Row) -> Iterator[str]:
    """The fields written beside a line: above it up to the start of their record, and below it up to the end."""
    if row.hyphen < 0:
        for number in range(line - 1, front.start - 1, -1):
            beside = _row(lines[number])
            if lines[number].strip() and beside.column < row.column:
                break
            if beside.column == row.column:
                yield beside.key
                if beside.hyphen >= 0:
                    break
    for text in lines[line + 1 : front.stop]:
        beside = _row(text)
        if text.strip() and beside.edge < row.column:
            break
        if beside.column == row.column:
            yield beside.key


def _word_in_block(text: str, line: int, row: _Row, column: int) -> Spelling:
    end = row.column + len(row.key) if row.key else max(column, len(text.rstrip()))
    start = min(row.column, column)
    return Spelling(line, start, end, text[start:end])


def _in_flow(text: str, line: int, start: int, column: int, parents: tuple[str, ...]) -> TypedPlace:
    """The place in a value on one line, by the brackets that are open before it."""
    flow = _Flow([("", parents, set())], begin=start)
    for at in range(start, column):
        flow.take(text, at)
    kind, around, names = flow.stack[-1]
    typed = text[flow.begin : column]
    begin = flow.begin + len(typed) - len(typed.lstrip())
    behind = _BEHIND.match(text, column)
    end = behind.end() if behind else column
    word = Spelling(line, begin, end, text[begin:end])
    if kind == "{" and not flow.key:
        return TypedPlace(around, word, frozenset(names | {*_later(text[end:])}))
    return TypedPlace((*around, flow.key) if flow.key else around, word, is_value=True)


def _later(behind: str) -> Iterator[str]:
    """The fields that follow in the same braces."""
    yield from re.findall(r"(?:^|, *)([\w-]+): ", behind.split("}", maxsplit=1)[0])
