"""Front matter: text in, a tree of scalars with line numbers out, or problems.

A strict subset of YAML: no anchors, aliases, tags, merge keys or second documents, a limited depth,
and no guessing of types. It is built from the parser's events, so that nothing is resolved before it
is judged.
"""

from __future__ import annotations

import yaml

from jobboard.source.problem import Report, quoted
from jobboard.source.tree import Entry, Mapping, Node, Scalar, Sequence

MAX_DEPTH = 8
MAX_CHARACTERS = 64 * 1024
FENCE = "---"

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_PLAIN_WORDS = (
    (
        "mapping values are not allowed",
        'a colon followed by a space needs quotes around the value: title: "Officer: Twinning"',
    ),
    ("cannot start any token", "a value that starts with @, %, ` or a tab needs quotes; indent with spaces"),
    ("while scanning a quoted scalar", "a quotation mark is opened and not closed"),
    ("expected ',' or ']'", "a list opened with [ is not closed with ]"),
    ("expected ',' or '}'", "a mapping opened with { is not closed with }"),
    ("expected <block end>", "check the indentation of this line and the one above"),
    ("did not find expected key", "check the indentation of this line and the one above, and that quotes are closed"),
    ("could not find expected ':'", "a line of front matter reads 'name: value'"),
)


def split_front_matter(text: str, report: Report) -> tuple[str, str, int] | None:
    """Split a file's text into (front matter, body, line the body starts on); None with a problem.

    The front matter stands between a first line `---` and the next line `---`.
    """
    if not text.strip():
        report.problem(1, "", "the file is empty", "start it with front matter between two lines '---'")
        return None
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        report.problem(
            1,
            "",
            f"expected '---' on the first line, found {quoted(lines[0])}",
            "front matter stands between two lines '---' at the top of the file",
        )
        return None
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == FENCE:
            return "\n".join(lines[1:number]), "\n".join(lines[number + 1 :]), number + 2
    report.problem(1, "", "the front matter is not closed", "put a line '---' after its last field")
    return None


def parse_front_matter(text: str, first_line: int, report: Report) -> Mapping | None:
    """Parse YAML into a mapping whose lines count from `first_line`; None if there was any problem."""
    if len(text) > MAX_CHARACTERS:
        report.problem(
            first_line,
            "",
            f"the front matter is longer than {MAX_CHARACTERS // 1024} kB",
            "long text belongs in the body, below the second '---'",
        )
        return None
    before = len(report.problems)
    builder = _TreeBuilder(first_line, report)
    try:
        for event in yaml.parse(text, Loader=_Loader):
            if not builder.take(event):
                return None
    except yaml.YAMLError as error:
        report.problem(*_explain(error, text, first_line))
        return None
    except RecursionError:  # the pure Python parser only
        report.problem(first_line, "", "nested too deeply")
        return None
    if len(report.problems) > before:
        return None
    return _as_mapping(builder.root, first_line, report)


def _as_mapping(root: Node | None, first_line: int, report: Report) -> Mapping | None:
    if root is None:
        return Mapping((), first_line)
    if isinstance(root, Mapping):
        return root
    report.problem(root.line, "", "the front matter is no list of 'name: value' lines")
    return None


class _TreeBuilder:
    """Turns parser events into a tree; `take` answers False when going on makes no sense."""

    def __init__(self, first_line: int, report: Report) -> None:
        self.root: Node | None = None
        self._first_line = first_line
        self._report = report
        self._open: list[_Open] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> bool:
        line = self._first_line + (event.start_mark.line if event.start_mark else 0)
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            return self._documents == 1 or self._refuse(line, "a second '---' document", "keep one front matter")
        if isinstance(event, yaml.AliasEvent):
            return self._refuse(line, "aliases (*name) are not accepted", "write the value out")
        if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
            return self._refuse(line, "anchors (&name) are not accepted", "write the value out")
        tag = getattr(event, "tag", None)
        if tag not in (None, "!"):
            return self._refuse(line, f"tags ({tag}) are not accepted", "write the plain value")
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(Scalar(event.value, line))
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            if len(self._open) >= MAX_DEPTH:
                return self._refuse(line, f"nested more than {MAX_DEPTH} levels deep", "")
            self._open.append(_Open(isinstance(event, yaml.MappingStartEvent), line))
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._add(self._open.pop().to_node())
        return True

    def _refuse(self, line: int, message: str, hint: str) -> bool:
        self._report.problem(line, "", message, hint)
        return False

    def _scalar(self, scalar: Scalar) -> None:
        parent = self._open[-1] if self._open else None
        if parent is None or not parent.expects_key:
            self._add(scalar)
        elif scalar.text == "<<":
            self._report.problem(scalar.line, "", "merge keys (<<) are not accepted", "write the fields out")
            parent.key = scalar
        else:
            if scalar.text in parent.seen:
                self._report.problem(
                    scalar.line,
                    scalar.text,
                    f"given twice; the first is on line {parent.seen[scalar.text]}",
                    "keep one of them",
                )
            parent.seen.setdefault(scalar.text, scalar.line)
            parent.key = scalar

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if not parent.is_mapping:
            parent.items.append(node)
        elif parent.key is None:
            self._report.problem(node.line, "", "a list or mapping cannot be a field's name")
            parent.key = Scalar("", node.line)
        else:
            parent.entries.append(Entry(parent.key.text, parent.key.line, node))
            parent.key = None


class _Open:
    """A mapping or sequence whose end has not been seen yet."""

    __slots__ = ("entries", "is_mapping", "items", "key", "line", "seen")

    def __init__(self, is_mapping: bool, line: int) -> None:  # noqa: FBT001 (private, one caller)
        self.is_mapping = is_mapping
        self.line = line
        self.items: list[Node] = []
        self.entries: list[Entry] = []
        self.key: Scalar | None = None
        self.seen: dict[str, int] = {}

    @property
    def expects_key(self) -> bool:
        return self.is_mapping and self.key is None

    def to_node(self) -> Node:
        return Mapping(tuple(self.entries), self.line) if self.is_mapping else Sequence(tuple(self.items), self.line)


def _explain(error: yaml.YAMLError, text: str, first_line: int) -> tuple[int, str, str, str]:
    """Line, field, message and hint for a syntax error, in an author's words."""
    mark = getattr(error, "problem_mark", None)
    line = min(mark.line, text.count("\n")) if mark else 0
    technical = f"{getattr(error, 'problem', None) or error} {getattr(error, 'context', None) or ''}".strip()
    hint = next((words for found, words in _PLAIN_WORDS if found in technical), "")
    shown = text.split("\n")[line].strip()
    return first_line + line, "", f"the front matter cannot be read here: {quoted(shown)}", hint
