"""A file as it stands on the disk: its bytes in, the characters of its front matter and its body out."""

from __future__ import annotations

import re

from msgspec import Struct

from jobboard.editing.refusal import NotEditedError
from jobboard.source.message import Phrase, phrase
from jobboard.source.problem import Problem, Report
from jobboard.source.text import decode
from jobboard.source.yaml.front_matter import FENCE, parse_front_matter, split_front_matter
from jobboard.source.yaml.tree import Mapping, Node, Scalar
from jobboard.source.yaml.tree_builder import GIVEN_TWICE

Data = str | list["Data"] | dict[str, "Data"]
"""What front matter says, without the lines it says it on."""

EOL = re.compile(r"\r\n|\n|\r")


class Sheet(Struct, frozen=True):
    """The text of a file, a byte order mark and all line ends included; front matter stands from `start` to `end`."""

    text: str
    start: int
    end: int

    @property
    def front(self) -> str:
        """The lines between the fences."""
        return self.text[self.start : self.end]

    @property
    def eol(self) -> str:
        """How its first line ends, and so the lines that come in."""
        found = EOL.search(self.text)
        return found[0] if found else "\n"

    def with_front(self, front: str) -> bytes:
        """The file with other front matter."""
        return f"{self.text[: self.start]}{front}{self.text[self.end :]}".encode()

    @property
    def body(self) -> str:
        """What stands below the second fence."""
        return self.text[line_end(self.text, self.end) :]

    def with_body(self, body: str) -> bytes:
        """The file with another body."""
        return f"{self.text[: len(self.text) - len(self.body)]}{body}".encode()


def sheet_of(data: bytes) -> Sheet:
    """The file with these bytes, in which the reader has found front matter (`read_fields`).

    Raises NotEditedError where that took more than looking at what is there.
    """
    text = data.decode()
    start = end = line_end(text, 0)
    while end < len(text) and text[end : line_end(text, end)].rstrip() != FENCE:
        end = line_end(text, end)
    if end == len(text):
        raise NotEditedError(phrase("a line '---' holds a character that nobody sees; type it anew"))
    return Sheet(text, start, end)


def line_end(text: str, at: int) -> int:
    """Where the line that has that character is over, its end included."""
    found = EOL.search(text, at)
    return found.end() if found else len(text)


def line_start(text: str, at: int) -> int:
    """Where the line that has that character begins."""
    at -= text[at - 1 : at + 1] == "\r\n"
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def read_fields(data: bytes) -> Mapping:
    """What the project's reader makes of the front matter. Raises NotEditedError if it cannot read it."""
    fields, report = _read(data)
    if fields is None:
        raise _as_refusal(next(iter(report)))
    return fields


def refuse_repeated(data: bytes) -> None:
    """Raise NotEditedError for a file with a field given twice: which of them is meant, only somebody can say."""
    _, report = _read(data)
    for each in report:
        if each.said.code == GIVEN_TWICE.code:
            raise _as_refusal(each)


def _read(data: bytes) -> tuple[Mapping | None, Report]:
    """The front matter, and all that is said of it; None if it cannot be read."""
    report = Report("")
    text = decode(data, report)
    parts = None if text is None else split_front_matter(text, report)
    return None if parts is None else parse_front_matter(f"{parts[0]}\n", 2, report), report


def _as_refusal(problem: Problem) -> NotEditedError:
    told = problem.in_full
    if problem.field:
        told = Phrase("%(field)s: %(told)s", {"field": problem.field, "told": told})
    return NotEditedError(phrase("line %(line)s: %(told)s", line=str(problem.line), told=told))


def data_of(node: Node) -> Data:
    """The texts of a tree."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {entry.key: data_of(entry.value) for entry in node.entries}
    return [data_of(item) for item in node.items]
