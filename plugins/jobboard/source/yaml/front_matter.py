"""Front matter: text in, a tree of scalars with line numbers out, or problems.

A strict subset of YAML: no anchors, aliases, tags, merge keys or second documents, a limited depth,
and no guessing of types. It is built from the parser's events, so that nothing is resolved before it
is judged.
"""

from __future__ import annotations

import re

import yaml

from jobboard.source.characters import as_meant, name_of
from jobboard.source.message import UNSAID, Phrase, Value, message, phrase
from jobboard.source.problem import Report, quoted
from jobboard.source.yaml.syntax import NAME_AND_VALUE, explain_syntax, hint_on, is_like_fence, meant_as_text
from jobboard.source.yaml.tree import Mapping, Node, Scalar
from jobboard.source.yaml.tree_builder import TOO_DEEP, TreeBuilder

FILE_EMPTY = message("file-empty", "the file is empty")
FIRST_LINE_EMPTY = message("first-line-empty", "the first line is empty")
SPACE_BEFORE_FRONT_MATTER = message("space-before-front-matter", "%(character)s stands before '---'")
FRONT_MATTER_MISSING = message("front-matter-missing", "expected '---' on the first line, found %(found)s")
FRONT_MATTER_END_MISTYPED = message("front-matter-end-mistyped", "expected '---' below the last field, found %(found)s")
FRONT_MATTER_NOT_CLOSED = message("front-matter-not-closed", "the front matter is not closed")
FRONT_MATTER_TOO_LONG = message("front-matter-too-long", "the front matter is longer than %(most)s kB")
NESTED_TOO_DEEPLY = message("nested-too-deeply", "nested too deeply")
NOT_A_FIELD = message("not-a-field", "expected lines 'name: value', found %(found)s")

MAX_CHARACTERS = 64 * 1024
FIELDS_TOO_LONG = (
    FRONT_MATTER_TOO_LONG(most=MAX_CHARACTERS // 1024),
    phrase("long text belongs in the body, below the second '---'"),
)
"""What is said of more, and the way out."""
FENCE = "---"
_MOST_MENDED = 8
"""Lines that are read as if they had the quotes they need, so that the rest can be read."""

_FENCES = phrase("front matter stands between two lines '---' at the top of the file")
_OTHER_STARTS = (
    (r"\+\+\+", phrase("front matter in TOML is not read: write lines 'name: value'; %(place)s", place=_FENCES)),
    (r"\{", phrase("front matter in JSON is not read: write lines 'name: value'; %(place)s", place=_FENCES)),
    (r"[^\W\d]\w*: ", phrase("put a line '---' above the first field, and one below the last")),
)
"""How files of other programs begin."""

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def split_front_matter(text: str, report: Report) -> tuple[str, str, int] | None:
    """Split a file's text into (front matter, body, line the body starts on); None with a problem.

    The front matter stands between a first line `---` and the next line `---`.
    """
    if not text.strip():
        report.problem(1, "", FILE_EMPTY, phrase("start it with front matter between two lines '---'"))
        return None
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        report.problem(1, "", *_trouble_at_the_top(lines))
        return None
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == FENCE:
            return "\n".join(lines[1:number]), "\n".join(lines[number + 1 :]), number + 2
    report.problem(*_trouble_at_the_end(lines))
    return None


def _trouble_at_the_top(lines: list[str]) -> tuple[Phrase, Phrase]:
    """Why the first line is no `---`, and the way out."""
    first = lines[0]
    start = next(line for line in lines if line.strip())
    if not first.strip():
        return FIRST_LINE_EMPTY, phrase(
            "delete what stands above %(text)s: a file begins with '---'", text=quoted(start.strip())
        )
    if as_meant(first).strip() == FENCE and as_meant(first[0]) in ("", " "):
        return SPACE_BEFORE_FRONT_MATTER(character=name_of(first[0]) if first[0] != " " else phrase("a space")), phrase(
            "begin the line with '---'"
        )
    hint = next((hint for pattern, hint in _OTHER_STARTS if re.match(pattern, first)), UNSAID)
    if not hint:
        hint = phrase("type three hyphens: ---") if is_like_fence(first) else _FENCES
    return FRONT_MATTER_MISSING(found=quoted(first)), hint


def _trouble_at_the_end(lines: list[str]) -> tuple[int, str, Phrase, Phrase]:
    """Where the second `---` should be, as far as a line looks like it; line, field, message and hint."""
    for number, line in enumerate(lines[1:], start=2):
        if is_like_fence(line):
            found: Value = quoted(line.strip()) if line.strip() != FENCE else phrase("'---' behind a space")
            return number, "", FRONT_MATTER_END_MISTYPED(found=found), phrase("type three hyphens: ---")
    return 1, "", FRONT_MATTER_NOT_CLOSED, phrase("put a line '---' after its last field")


def parse_front_matter(text: str, first_line: int, report: Report, *, reads_on: bool = False) -> Mapping | None:
    """Parse YAML into a mapping whose lines count from `first_line`; None if it cannot be understood.

    Of a field given twice the first stays, and a character that may not be there is left out: either is reported,
    and the other fields can still be checked. Who `reads_on` is given a value that needs quotes as if it had them.
    """
    if len(text) > MAX_CHARACTERS:
        report.problem(first_line, "", *FIELDS_TOO_LONG)
        return None
    for _ in range(_MOST_MENDED):
        found = Report(report.path)
        try:
            fields = _parsed(text, first_line, found)
        except yaml.YAMLError as error:
            line, name, said, way_out = explain_syntax(error, text, first_line)
            report.problem(line, name, said, way_out)
            lines = text.split("\n")
            lines[line - first_line] = meant = meant_as_text(lines[line - first_line])
            if not (reads_on and meant):
                report.problems += found.problems
                return None
            text = "\n".join(lines)
        except RecursionError:  # the pure Python parser only
            report.problem(first_line, "", NESTED_TOO_DEEPLY, TOO_DEEP)
            return None
        else:
            report.problems += found.problems
            return fields
    return None


def _parsed(text: str, first_line: int, report: Report) -> Mapping | None:
    builder = TreeBuilder(text, first_line, report)
    if not _take_all(text, builder) or builder.is_broken:
        return None
    return _as_mapping(builder.root, first_line, report)


def _take_all(text: str, builder: TreeBuilder) -> bool:
    """Hand over the events of `yaml.parse`, without asking twice for each; False when going on makes no sense."""
    loader = _Loader(text)
    try:
        return all(map(builder.take, iter(loader.get_event, None)))
    finally:
        loader.dispose()


def _as_mapping(root: Node | None, first_line: int, report: Report) -> Mapping | None:
    if root is None:
        return Mapping((), first_line)
    if isinstance(root, Mapping):
        return root
    found: Value = quoted(root.text) if isinstance(root, Scalar) else phrase("a list")
    hint = hint_on(root.text) if isinstance(root, Scalar) else UNSAID
    report.problem(root.line, "", NOT_A_FIELD(found=found), UNSAID if hint == NAME_AND_VALUE else hint)
    return None
