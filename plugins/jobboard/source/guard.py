"""Shapes of Markdown that no honest text has and that make a converter run for minutes.

Python-Markdown retries every unclosed bracket to the end of its paragraph, so its time grows with the
square of their number (`'['*3000 + 'a' + ']('*3000` takes many seconds); an HTML parser looks through every open
tag whenever it meets another. Such a text is refused before it is converted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from jobboard.source.problem import Report

MAX_BODY_BYTES = 256 * 1024
MAX_NESTING = 32
MAX_OPENERS = 400
MAX_BLOCK_LINES = 2000
MAX_COLUMNS = 100
MAX_MEANINGS = 2000

_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
_BRACKETS = re.compile(r"\]\(|[\[\]()]")
_ANGLE = re.compile(r"<(?=[a-zA-Z!?/])")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>])")
_NEST_NOT = frozenset(
    ["br", "hr", "img", "wbr", "col", "input", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot"]
)
"""Tags that the next of their kind closes, so that they need no end."""

_WIDE_ROW = re.compile(rf"\n(?:[^|\n]*\|){{{MAX_COLUMNS + 2}}}")
_MEANING = re.compile(r"\n[ \t>]*:[ \t]")
_DEEP_MARKERS = re.compile(r"\n(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){13}")
_DEEP_INDENT = re.compile(r"\n(?: {72}| *\t{18}) *\t*(?:[-*+]|\d{1,9}[.)])[ \t]")
"""All begin with the end of the line above, which is found many times faster than the start of a line."""

_SHAPES = (
    (_DEEP_MARKERS, "lists or quotations nested too deeply"),
    (_DEEP_INDENT, "lists or quotations nested too deeply"),
    (_WIDE_ROW, f"a table of more than {MAX_COLUMNS} columns"),
)


def is_convertible(body: str, first_line: int, report: Report) -> bool:
    """False, with a problem, for a body too large or too tangled to be converted in reasonable time."""
    if len(body.encode()) > MAX_BODY_BYTES:
        report.problem(first_line, "body", f"longer than {MAX_BODY_BYTES // 1024} kB", "split it, or attach a file")
        return False
    for pattern, message in _SHAPES:
        if found := pattern.search(f"\n{body}"):
            return _refuse(body, found.start(), first_line, message, report)
    if body.count(":") > MAX_MEANINGS and len(_MEANING.findall(f"\n{body}")) > MAX_MEANINGS:
        return _refuse(body, 0, first_line, f"a list of more than {MAX_MEANINGS} meanings", report)
    for start, block in _blocks(body) if _may_be_tangled(body) else ():
        if _may_be_tangled(block) and (trouble := _trouble_in(block)):
            return _refuse(body, start, first_line, trouble, report)
    if body.count("<") > MAX_NESTING and (found := _deepest_tag(body) or _unclosed_angle(body)):
        return _refuse(body, found.start(), first_line, "too many tags opened and not closed", report)
    return True


def _refuse(body: str, at: int, first_line: int, message: str, report: Report) -> bool:
    report.problem(first_line + body.count("\n", 0, at), "body", message, "simplify this passage")
    return False


def _blocks(body: str) -> Iterator[tuple[int, str]]:
    """Paragraphs with their offsets: the spans the converter's inline patterns run over."""
    start = 0
    for blank in _BLANK_LINES.finditer(body):
        yield start, body[start : blank.start()]
        start = blank.end()
    yield start, body[start:]


def _may_be_tangled(text: str) -> bool:
    """False for most texts: all of it has fewer lines, brackets and '<' than one paragraph may have."""
    return (
        text.count("[") + text.count("(") > MAX_NESTING
        or text.count("<") > MAX_OPENERS
        or text.count("\n") > MAX_BLOCK_LINES
    )


def _trouble_in(block: str) -> str:
    if block.count("\n") > MAX_BLOCK_LINES:
        return f"more than {MAX_BLOCK_LINES} lines without an empty line"
    if _deepest_bracket(block) > MAX_NESTING:
        return f"more than {MAX_NESTING} brackets opened and not closed in one paragraph"
    if len(_ANGLE.findall(block)) > MAX_OPENERS + block.count(">"):
        return "too many '<' in one paragraph"
    return ""


def _deepest_bracket(block: str) -> int:
    """The greatest number of square or round brackets open at once in `block`."""
    square = round_ = deepest = 0
    for found in _BRACKETS.finditer(block):
        bracket = found[0]
        if bracket == "[":
            square += 1
        elif bracket == "(":
            round_ += 1
        elif bracket == ")":
            round_ = max(0, round_ - 1)
        else:
            square = max(0, square - 1)
            round_ += bracket == "]("
        deepest = max(deepest, square, round_)
    return deepest


def _deepest_tag(body: str) -> re.Match[str] | None:
    """The first HTML tag inside more than MAX_NESTING others that are still open."""
    still_open: Counter[str] = Counter()
    depth = 0
    for found in _TAG.finditer(body):
        name = found[2].lower()
        if name in _NEST_NOT:
            continue
        if not found[1]:
            still_open[name] += 1
            depth += 1
        elif still_open[name]:
            still_open[name] -= 1
            depth -= 1
        if depth > MAX_NESTING:
            return found
    return None


def _unclosed_angle(body: str) -> re.Match[str] | None:
    """The first '<' of a body that has far more of them than '>'."""
    if body.count("<") <= MAX_OPENERS + body.count(">"):
        return None
    angles = list(_ANGLE.finditer(body))
    return angles[0] if len(angles) > MAX_OPENERS + body.count(">") else None
