"""A mapping of front matter in, a declared record out: the validator, the same for every kind of content."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from jobboard.model.field import Declaration, FieldType, declarations
from jobboard.source.problem import Report, did_you_mean, quoted
from jobboard.source.tree import Mapping, Node, Scalar, Sequence

R = TypeVar("R")

_ELSEWHERE = {
    "id": "the file name is the id",
    "slug": "the address is made from the file name; to rename, keep the old name in 'formerly'",
    "save_as": "addresses are made from the file name",
    "url": "addresses are made from the file name; a link to apply goes into 'apply.url'",
    "template": "every kind of content has one template",
    "date": "the day of publication is 'published'",
    "modified": "the day of the last change is 'updated'",
    "tags": "topics are listed in 'topics'",
    "category": "topics are listed in 'topics'",
    "expires": "the last day to apply is 'deadline'",
    "location": "did you mean 'place'?",
    "city": "did you mean 'place: {city: …, country: …}'?",
    "email": "an address to apply to is 'apply.email'",
    "author": "who wrote it is listed in 'authors'",
}


@dataclass(frozen=True, slots=True)
class Where:
    """Places a problem of a record: the line of each field given, the record's own for those left out."""

    report: Report
    prefix: str
    line: int
    lines: dict[str, int]

    def problem(self, field: str, message: str, hint: str = "") -> None:
        self.report.problem(self.lines.get(field, self.line), self.prefix + field, message, hint)

    def advise(self, field: str, message: str, hint: str = "") -> None:
        self.report.advise(self.lines.get(field, self.line), self.prefix + field, message, hint)


def parse_record(cls: type[R], mapping: Mapping, report: Report, prefix: str = "", **given: object) -> R | None:
    """Validate `mapping` against the declaration of `cls`; None if anything in it was a problem.

    `given` are the fields that do not come from front matter (the id, the path). A record with a
    `check(where)` method has it called once every field is known to be valid.
    """
    declared = _declarations(cast("type", cls))
    values: dict[str, Any] = {}
    lines: dict[str, int] = {}
    valid = True
    for entry in mapping.entries:
        lines[entry.key] = entry.line
        if entry.key not in declared:
            report.problem(entry.line, prefix + entry.key, "unknown field", _hint_for(entry.key, declared, prefix))
            valid = False
        else:
            value = declared[entry.key].type.parse(entry.value, prefix + entry.key, report)
            valid = valid and value is not None
            values[entry.key] = value
    for name, declaration in declared.items():
        if declaration.required and name not in lines:
            report.problem(mapping.line if prefix else 1, prefix + name, "missing", declaration.required)
            valid = False
    if not valid:
        return None
    record = cls(**values, **given)
    check = getattr(record, "check", None)
    if check is None:
        return record
    before = sum(1 for problem in report if problem.level == "problem")
    check(Where(report, prefix, mapping.line if prefix else 1, lines))
    return record if before == sum(1 for problem in report if problem.level == "problem") else None


def record_of(cls: type[R], words: str) -> FieldType[R]:
    """The field type whose value is a mapping with the declared fields of `cls`."""

    def parse(node: Node, name: str, report: Report) -> R | None:
        if isinstance(node, Mapping):
            return parse_record(cls, node, report, f"{name}.")
        report.problem(node.line, name, f"expected {words}, found {describe(node)}", f"for example {example_of(cls)}")
        return None

    return FieldType(parse, words, {"$ref": f"#/$defs/{cls.__name__}"}, record=cls)


def describe(node: Node) -> str:
    """What an author wrote, for a message."""
    if isinstance(node, Scalar):
        return quoted(node.text) if node.text else "nothing"
    return "a list" if isinstance(node, Sequence) else "fields of its own"


def example_of(cls: type) -> str:
    """A one-line mapping with the required fields of a record, or with its first two."""
    declared = _declarations(cls)
    shown = {name: d for name, d in declared.items() if d.required} or dict(list(declared.items())[:2])
    return "{" + ", ".join(f"{name}: {d.example}" for name, d in shown.items()) + "}"


_declarations = functools.cache(declarations)


def _hint_for(key: str, declared: dict[str, Declaration], prefix: str) -> str:
    near = did_you_mean(key, declared)
    return near or ("" if prefix else _ELSEWHERE.get(key, "the fields are listed in docs/reference/"))
