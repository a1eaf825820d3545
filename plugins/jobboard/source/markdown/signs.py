"""What people type for a list or a heading and no Markdown takes for one, said again as Markdown: text in, text out.

Two or more lines that begin with a bullet from a word processor, or with a dash below a colon or an empty line, become
a list; `##Heading` gets its space; a space that does not break is one like others around a mark. Only lines of
paragraphs are looked at, so never code, HTML or tables. Lines keep their numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from jobboard.source.markdown.block import Block, BlockKind
from jobboard.source.markdown.blocks import blocks_of

_BULLETS = (
    "\u2022\u00b7\u25aa\u25cf\u25e6\u2023\u2219\u25cb\u25a0\u25a1\u25ab\u25ba\u25b8\u25b6\u27a2\u27a4\u2043\u2981\u2756"
)
_BULLETS += "\u25c6\u25c7\u2666\u26ab\u26ac\u2b24\u2027\u30fb\u25fe\u25fc\u2b1d\u2b25\uf020-\uf0ff"
_DASHES = "\u2010-\u2015\u2212"
_GAP = "[ \t\u00a0\u2002\u2003\u2009\u202f]"
_FIRM = "\u00a0\u202f"
_FIRM_LINE = re.compile(rf"(?:^|(?<=\n))[ \t]*[{_FIRM}][ \t{_FIRM}]*(?=\n|$)")
_FIRM_MARK = re.compile(
    rf"(?:^|(?<=\n))(?=[ \t]*(?:\S{{1,10}})?[{_FIRM}])"
    rf"([ \t{_FIRM}]*)([-*+{_BULLETS}]|[0-9]{{1,9}}[.)]|#{{1,6}})[ \t{_FIRM}]+(?=\S)"
)
_MAY_BE_SIGN = re.compile(rf"\n[> \t{_FIRM}]*[{_BULLETS}{_DASHES}]")
_MAY_BE_TYPED = re.compile(rf"\n[ \t>]*(?:o(?:\t|{_GAP}{{2}})|#{{2,6}}[^\s#])")
_SIGN = re.compile(
    rf"(?:(?P<bullet>[{_BULLETS}])\ufe0e?{_GAP}*|(?P<dash>[{_DASHES}]){_GAP}+|(?P<letter>o){_GAP}{{2,}}|(?P<o>o) )"
    r"(?P<rest>\S.*)"
)
_DEEPEST = 6
"""Levels of a list that is made of signs."""

_HEADING = re.compile(r"#{2,6}(?=[^\s#])")


class _Line(Struct):
    """A line of a paragraph: its number, what stands before the paragraph's own, its indentation, what it says.

    `kind` is the group of `_SIGN` that it begins with, empty where it goes on with the line above; `opens` is true for
    the first line of a paragraph.
    """

    number: int
    before: str
    indent: int
    text: str
    opens: bool
    kind: str
    sign: str
    rest: str


def as_markdown(text: str) -> str:
    """The text with such lists and headings as Markdown."""
    text = _with_plain_spaces(text)
    if not _may_be_typed(f"\n{text}"):
        return text
    expanded, lines = text.expandtabs(4).split("\n"), text.split("\n")
    for run in _runs(blocks_of(text), expanded):
        for line in run:
            if heading := _HEADING.match(line.text):
                lines[line.number] = f"{line.before}{heading[0]} {line.text[heading.end() :]}"
        for line, level in _entries(run):
            lines[line.number] = f"{line.before}{'  ' * level}- {line.rest}"
    return "\n".join(lines)


def _may_be_typed(text: str) -> bool:
    return _MAY_BE_TYPED.search(text) is not None or (not text.isascii() and _MAY_BE_SIGN.search(text) is not None)


def _with_plain_spaces(text: str) -> str:
    """Spaces that do not break are spaces where Markdown looks for them: in an empty line, before and behind a mark."""
    if not any(each in text for each in _FIRM):
        return text
    text = _FIRM_LINE.sub("", text)
    return _FIRM_MARK.sub(lambda found: f"{' ' * min(3, len(found[1]))}{found[2]} ", text)


def _runs(block: Block, expanded: list[str]) -> Iterator[list[_Line]]:
    """The lines of paragraphs that follow each other in one block."""
    run: list[_Line] = []
    for child in block.children:
        if child.kind is BlockKind.PARAGRAPH:
            run += [
                _line(expanded[number], number, at, at_line == 0) for at_line, (number, at) in enumerate(child.places)
            ]
        else:
            yield run
            run = []
            yield from _runs(child, expanded)
    yield run


def _line(line: str, number: int, at: int, opens: bool) -> _Line:  # noqa: FBT001 (of a record)
    text = line[at:].lstrip(" ")
    found = _SIGN.match(text)
    kind = next(kind for kind in ("bullet", "dash", "letter", "o") if found[kind]) if found else ""
    return _Line(
        number, line[:at], len(line) - at - len(text), text, opens, kind, text[:1], found["rest"] if found else ""
    )


def _entries(run: list[_Line]) -> Iterator[tuple[_Line, int]]:
    """The lines of a run that are entries of a list of two or more, each with its level."""
    found: list[_Line] = []
    has_bullet = any(line.kind == "bullet" for line in run)
    above: _Line | None = None
    for line in run:
        is_dashes = bool(found) and found[0].kind == "dash"
        is_entry = _is_entry(
            line, above, has_bullet=has_bullet, is_among_dashes=bool(found) and found[-1].kind == "dash"
        )
        if line.opens and (is_dashes or not is_entry):
            yield from _levelled(found)
            found = []
        if is_entry:
            found.append(line)
        elif is_dashes and not line.indent:
            yield from _levelled(found)
            found = []
        above = line
    yield from _levelled(found)


def _is_entry(line: _Line, above: _Line | None, *, has_bullet: bool, is_among_dashes: bool) -> bool:
    """True if a list can go on or begin with this line: with a dash only below a colon, an empty line or another."""
    if line.kind == "dash":
        return line.opens or is_among_dashes or (above is not None and above.text.rstrip(" *_").endswith(":"))
    return line.kind in {"bullet", "letter"} or (line.kind == "o" and has_bullet)


def _levelled(entries: list[_Line]) -> Iterator[tuple[_Line, int]]:
    """Each entry with its level: deeper where it is indented more, or has a sign that its list did not have so far."""
    if len(entries) < 2:
        return
    above: list[tuple[int, str]] = []
    for line in entries:
        while above and line.indent < above[-1][0]:
            above.pop()
        signs = [sign for indent, sign in above if indent == line.indent]
        if line.sign in signs:
            while above[-1][1] != line.sign:
                above.pop()
        elif len(above) < _DEEPEST:
            above.append((line.indent, line.sign))
        yield line, len(above) - 1
