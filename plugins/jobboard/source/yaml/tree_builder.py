"""The YAML parser's events in, a tree of scalars with line numbers out, or problems.

Everything YAML has that front matter has not (anchors, aliases, tags, merge keys, second documents) is refused
here, before anything could be resolved.
"""

from __future__ import annotations

import re

import yaml

from jobboard.source.message import Phrase, message, phrase
from jobboard.source.problem import Report
from jobboard.source.text import DELETE, normal, printable, trouble_in, without_hidden
from jobboard.source.yaml.syntax import as_text, in_quotes
from jobboard.source.yaml.tree import Mapping, Node, Pair, Scalar, Sequence

SECOND_DOCUMENT = message("second-document", "a second '---' document")
ALIAS = message("alias", "aliases (*name) are not accepted")
ANCHOR = message("anchor", "anchors (&name) are not accepted")
TAG = message("tag", "tags (%(tag)s) are not accepted")
TOO_MANY_LEVELS = message("nested-too-deep", "nested more than %(most)s levels deep")
BACKSLASH = message("backslash", "a backslash begins a sign of its own here")
MERGE_KEY = message("merge-key", "merge keys (<<) are not accepted")
GIVEN_TWICE = message("field-given-twice", "given twice; the first is on line %(line)s")
COMMENT_IN_A_VALUE = message("comment-in-a-value", "everything after ' #' is a comment")
BRACKETS_AS_A_NAME = message("brackets-as-a-name", "a list or mapping cannot be a field's name")

_MAX_DEPTH = 8
TOO_DEEP = phrase("no field needs more than three levels; check the brackets")

_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
_PROSE = frozenset({"title", "name", "short_name", "subject", "summary", "note", "role", "reference", "street"})
"""Fields in which somebody may write a '#' and mean it."""

_ESCAPE = re.compile(r"\\[abvfreNLP_]")
_PATH = re.compile(r"""["\s][A-Za-z]:\\[nt]""")
"""How the backslashes of `C:\\apply` and `C:\\new` are taken for control characters and line ends."""

_BACKSLASH = phrase(r"between double quotes a backslash is written twice: \\")


class TreeBuilder:
    """Takes events one by one; `take` answers False when going on makes no sense.

    `root` is the tree so far. It is not to be used if `is_broken`: then a part of it could not be understood.
    """

    def __init__(self, text: str, first_line: int, report: Report) -> None:
        self.root: Node | None = None
        self.is_broken = False
        self._first_line = first_line
        self._report = report
        self._open: list[_Open] = []
        self._documents = 0
        self._lines = text.split("\n")
        self._has_comments = " #" in text

    def take(self, event: yaml.Event) -> bool:
        line = self._first_line + (event.start_mark.line if event.start_mark else 0)
        if isinstance(event, yaml.ScalarEvent) and event.anchor is event.tag is None:
            self._scalar(event, line)  # nearly all of them
            return True
        if isinstance(event, yaml.NodeEvent):
            return self._node(event, line)
        if isinstance(event, _ENDS):
            self._add(self._open.pop().to_node())
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            return self._documents == 1 or self._refuse(line, SECOND_DOCUMENT, phrase("keep one front matter"))
        return True

    def _node(self, event: yaml.NodeEvent, line: int) -> bool:
        if isinstance(event, yaml.AliasEvent):
            return self._refuse(line, ALIAS, self._written_out(line))
        if event.anchor is not None:
            return self._refuse(line, ANCHOR, self._written_out(line))
        tag = getattr(event, "tag", None)
        if tag is not None:
            return self._refuse(line, TAG(tag=tag), self._written_out(line))
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event, line)
        elif len(self._open) >= _MAX_DEPTH:
            return self._refuse(line, TOO_MANY_LEVELS(most=_MAX_DEPTH), TOO_DEEP)
        else:
            self._open.append(_Open(isinstance(event, yaml.MappingStartEvent), line))
        return True

    def _written_out(self, line: int) -> Phrase:
        """The way out of what only YAML understands: nobody who writes it by chance knows that it means something."""
        quoted = as_text(self._line(line))
        if quoted:
            return phrase("write the value out; a text goes between quotes: %(text)s", text=quoted)
        return phrase("write the value out")

    def _line(self, line: int) -> str:
        return self._lines[line - self._first_line]

    def _refuse(self, line: int, message: Phrase, hint: Phrase) -> bool:
        self._report.problem(line, "", message, hint)
        self.is_broken = True
        return False

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        text: str = event.value
        if event.style == '"' and not (text.isascii() and text.isprintable()):
            text = self._checked(event, line)
        parent = self._open[-1] if self._open else None
        if parent is not None and parent.is_mapping and parent.key is None:
            self._key(parent, text, line)
            return
        if self._has_comments and not event.style and parent is not None:
            self._advise_on_comment(event, parent, line)
        self._add(Scalar(text, line))

    def _checked(self, event: yaml.ScalarEvent, line: int) -> str:
        """A text between double quotes, in which escapes may stand for what the file itself may not hold."""
        text = normal(event.value)
        if trouble := trouble_in(text):
            self._report.problem(line, "", trouble, _BACKSLASH if self._has(_ESCAPE, event) else DELETE)
            return printable(text)
        if self._has(_PATH, event):
            self._report.problem(line, "", BACKSLASH, _BACKSLASH)
        return without_hidden(text, line, self._report, is_one_scope=True)

    def _has(self, pattern: re.Pattern[str], event: yaml.ScalarEvent) -> bool:
        """True if the line a value begins on has that pattern as its author typed it."""
        return bool(event.start_mark and pattern.search(self._lines[event.start_mark.line]))

    def _key(self, parent: _Open, key: str, line: int) -> None:
        parent.key = key
        parent.key_line = line
        if key == "<<":
            self._refuse(line, MERGE_KEY, phrase("write the fields out"))
        elif key in parent.seen:
            message = GIVEN_TWICE(line=str(parent.seen[key]))
            self._report.problem(line, self._name(), message, phrase("keep one of them"))
            parent.skips_value = True
        else:
            parent.seen[key] = line

    def _advise_on_comment(self, event: yaml.ScalarEvent, parent: _Open, line: int) -> None:
        end = event.end_mark
        if not (end and (parent.key in _PROSE or not event.value)):
            return
        comment = self._lines[end.line][end.column :].strip()
        if comment.startswith("#"):
            text = in_quotes(f"{event.value} {comment}".strip()) if parent.is_mapping else ""
            hint = phrase("if it belongs to the text, put quotes around it: %(field)s", field=f"{parent.key}: {text}")
            self._report.advise(line, self._name(), COMMENT_IN_A_VALUE, hint)

    def _name(self) -> str:
        """The dotted name of the field whose key was read last."""
        return ".".join(str(len(each.items) + 1) if each.key is None else each.key for each in self._open)

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if not parent.is_mapping:
            parent.items.append(node)
        elif parent.key is None:
            hint = phrase("put quotes around a text that begins with { or [")
            self._refuse(node.line, BRACKETS_AS_A_NAME, hint)
            parent.key, parent.key_line = "", node.line
        else:
            if not parent.skips_value:
                parent.entries.append(Pair(parent.key, parent.key_line, node))
            parent.key, parent.skips_value = None, False


class _Open:
    """A mapping or sequence whose end has not been seen yet."""

    __slots__ = ("entries", "is_mapping", "items", "key", "key_line", "line", "seen", "skips_value")

    def __init__(self, is_mapping: bool, line: int) -> None:  # noqa: FBT001 (private, one caller)
        self.is_mapping = is_mapping
        self.line = line
        self.items: list[Node] = []
        self.entries: list[Pair] = []
        self.key: str | None = None
        self.key_line = line
        self.seen: dict[str, int] = {}
        self.skips_value = False

    def to_node(self) -> Node:
        return Mapping(tuple(self.entries), self.line) if self.is_mapping else Sequence(tuple(self.items), self.line)
