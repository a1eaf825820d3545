"""Shapes of Markdown that no honest text has and that make a converter run for minutes, or write without end.

Python-Markdown retries every unclosed bracket to the end of its paragraph, so its time grows with the
square of their number (`'['*3000 + 'a' + ']('*3000` takes many seconds); an HTML parser looks through every open
tag whenever it meets another. Such a text is refused before it is converted: what is counted is in the text, so that
the same is refused on every machine (decision 43).
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator

from jobboard.source.message import UNSAID, Phrase, message, phrase
from jobboard.source.problem import Report

TOO_COMPLEX = message("text-too-complex", "%(reason)s")
TEXT_TOO_LONG = message("text-too-long", "longer than %(most)s kB")
_TANGLED = phrase("too tangled to be converted")

MAX_BODY_BYTES = 256 * 1024
BODY_TOO_LONG = (TEXT_TOO_LONG(most=MAX_BODY_BYTES // 1024), phrase("split it, or attach a file"))
"""What is said of a longer one, and the way out."""
MAX_NESTING = 32
MAX_OPENERS = 400
MAX_BLOCK_LINES = 2000
MAX_COLUMNS = 100
MAX_MEANINGS = 2000
MAX_LINES = 20_000
MAX_CELLS = 20_000
MAX_SIGNS = 30_000
MAX_NOTES = 1000
MAX_BLOCKS = 50_000
"""Paragraphs, entries, quotations and what holds them: a line can begin a dozen."""

MAX_ADDRESS = 2000
"""Characters of an address and its title that a label stands for, maybe thousands of times."""

MAX_HTML = 1024 * 1024
"""Bytes of a text as HTML. Nobody reads a page that is longer, and honest texts have a third of it."""

MAX_WORK = 1_000_000_000
"""Looks at characters that the signs of a text may cost: each is looked for through its whole paragraph."""


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

_RULER = re.compile(r"\n[ \t>*+\d.):|-]*\|[ \t:|-]*(?=\n|$)")
"""The line between a table's head and its rows, in whatever it stands; some others, too."""

_LINE, _NOTE = re.compile(r"\n[ \t]*+(?=[^\n])"), re.compile(r"\[\^")
SIGNS = "*_`[<&\\"
_SIGN = re.compile(r"[*_`\[<&\\]")
"""What each costs a look: emphasis, code, links, HTML, entities, escapes."""

_SHAPES = (
    (_DEEP_MARKERS, phrase("lists or quotations nested too deeply")),
    (_DEEP_INDENT, phrase("lists or quotations nested too deeply")),
    (_WIDE_ROW, phrase("a table of more than %(most)s columns", most=MAX_COLUMNS)),
)


class TooComplexError(Exception):
    """The text would take absurdly long, nests too deep or becomes too long; `near` is where, as the text has it."""

    def __init__(self, reason: Phrase = _TANGLED, near: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.near = near


def is_convertible(body: str, first_line: int, report: Report) -> bool:
    """False, with a problem, for a body too large or too tangled to be converted in reasonable time."""
    if len(body.encode()) > MAX_BODY_BYTES:
        report.problem(first_line, "body", *BODY_TOO_LONG)
        return False
    behind_a_line = f"\n{body}"
    for pattern, reason in _SHAPES if body.count("|") > MAX_COLUMNS else _SHAPES[:-1]:
        if found := pattern.search(behind_a_line):
            return _refuse(body, found.start(), first_line, reason, report)
    for start, reason in itertools.chain(_excesses(body), _tangles(body)):
        return _refuse(body, start, first_line, reason, report)
    if body.count("<") > MAX_NESTING and (found := _deepest_tag(body) or _unclosed_angle(body)):
        return _refuse(body, found.start(), first_line, phrase("too many tags opened and not closed"), report)
    return True


def _refuse(body: str, at: int, first_line: int, reason: Phrase, report: Report) -> bool:
    report.problem(
        first_line + body.count("\n", 0, at), "body", TOO_COMPLEX(reason=reason), phrase("simplify this passage")
    )
    return False


def _excesses(body: str) -> Iterator[tuple[int, Phrase]]:
    """Where there is more of something than a converter is asked to read, and what."""
    if body.count(":") > MAX_MEANINGS and len(_MEANING.findall(f"\n{body}")) > MAX_MEANINGS:
        yield 0, phrase("a list of more than %(most)s meanings", most=str(MAX_MEANINGS))
    if body.count("\n") > MAX_LINES and (at := _beyond(_LINE, body, MAX_LINES)) >= 0:
        yield at, phrase("more than %(most)s lines", most=MAX_LINES)
    if sum(map(body.count, SIGNS)) > MAX_SIGNS:
        reason = phrase("more than %(most)s signs of emphasis, code, links, HTML, entities and escapes", most=MAX_SIGNS)
        yield _beyond(_SIGN, body, MAX_SIGNS), reason
    if body.count("[^") > MAX_NOTES:
        yield _beyond(_NOTE, body, MAX_NOTES), phrase("more than %(most)s marks of footnotes", most=MAX_NOTES)
    if body.count("|") and (at := _beyond_cells(body)) >= 0:
        yield at, phrase("tables of more than %(most)s cells", most=MAX_CELLS)


def _beyond(pattern: re.Pattern[str], body: str, most: int) -> int:
    """Where the first one stands that is too many, -1 if none is."""
    return next((found.end() for found in itertools.islice(pattern.finditer(body), most, None)), -1)


def _beyond_cells(body: str) -> int:
    """Where a table begins with which there are too many cells, -1 if there is none. Each reaches to an empty line."""
    cells = 0
    for ruler in _RULER.finditer(body) if body.count("\n") > MAX_CELLS // MAX_COLUMNS else ():
        blank = _BLANK_LINES.search(body, ruler.end())
        rows = body.count("\n", ruler.end(), blank.start() if blank else len(body))
        cells += rows * (ruler[0].count("|") + 1)
        if cells > MAX_CELLS:
            return ruler.start()
    return -1


def _tangles(body: str) -> Iterator[tuple[int, Phrase]]:
    """Where a paragraph is tangled, and how."""
    for start, block in _blocks(body) if _may_be_tangled(body) else ():
        if _may_be_tangled(block) and (trouble := _trouble_in(block)):
            yield start, trouble


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


def _trouble_in(block: str) -> Phrase:
    if block.count("\n") > MAX_BLOCK_LINES:
        return phrase("more than %(most)s lines without an empty line", most=str(MAX_BLOCK_LINES))
    if _deepest_bracket(block) > MAX_NESTING:
        return phrase("more than %(most)s brackets opened and not closed in one paragraph", most=MAX_NESTING)
    if len(_ANGLE.findall(block)) > MAX_OPENERS + block.count(">"):
        return phrase("too many '<' in one paragraph")
    return UNSAID


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
