"""A mapping of front matter in, a declared record out: the validator, the same for every kind of content."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from jobboard.model.field import Declaration, FieldType, Shared, declarations
from jobboard.source.problem import Report, is_blocking, nearest, quoted
from jobboard.source.tree import Mapping, Node, Scalar, Sequence

R = TypeVar("R")

_FROM_NAME = "addresses are made from the file name"
_ELSEWHERE = {
    "id": {"": "the file name is the id"},
    "slug": {"formerly": "the address is made from the file name; to rename, keep the old name in 'formerly'"},
    "save_as": {"": _FROM_NAME},
    "url": {
        "apply": f"{_FROM_NAME}; a link to apply goes into 'apply.url'",
        "website": "the address of its site is 'website'",
        "": _FROM_NAME,
    },
    "template": {"": "every kind of content has one template"},
    "date": {"published": "the day of publication is 'published'"},
    "modified": {"updated": "the day of the last change is 'updated'"},
    "tags": {"topics": "topics are listed in 'topics'"},
    "category": {"topics": "topics are listed in 'topics'"},
    "expires": {"deadline": "the last day to apply is 'deadline'"},
    "location": {"place": "did you mean 'place'?", "places": "did you mean 'places'?"},
    "city": {"place": "did you mean 'place: {city: …, country: …}'?"},
    "email": {"apply": "an address to apply to is 'apply.email'", "contacts": "addresses are listed in 'contacts'"},
    "author": {"authors": "who wrote it is listed in 'authors'"},
    "title": {"name": "did you mean 'name'?"},
    "name": {"title": "did you mean 'title'?"},
}
"""What people look for under another name: a hint for records that have the field it speaks of ('' is for all)."""

_TRANSLATION = "translation_of"
"""The field of an item that may lack what it shares with another, even what is required."""


@dataclass(frozen=True, slots=True)
class Where:
    """Places a problem of a record: the line of each field given, the record's own for those left out.

    `failed` are the fields whose value is not known because of a problem already reported, be it their name's.
    """

    report: Report
    prefix: str
    line: int
    lines: dict[str, int]
    failed: set[str]

    def has(self, *fields: str) -> bool:
        """True if one of these fields is written, be it wrongly."""
        return not (self.lines.keys().isdisjoint(fields) and self.failed.isdisjoint(fields))

    def knows(self, field: str) -> bool:
        """True if the value of the field is the one the author meant: present and valid, or left out on purpose."""
        return field not in self.failed

    def problem(self, field: str, message: str, hint: str = "") -> None:
        self.report.problem(self.lines.get(field, self.line), self.prefix + field, message, hint)

    def advise(self, field: str, message: str, hint: str = "") -> None:
        self.report.advise(self.lines.get(field, self.line), self.prefix + field, message, hint)


def parse_record(cls: type[R], mapping: Mapping, report: Report, prefix: str = "", **given: object) -> R | None:
    """Validate `mapping` against the declaration of `cls`; None if anything in it was a problem.

    `given` are the fields that do not come from front matter (the id, the path). A record with a
    `check(where)` method has it called whatever was found before; a field that failed is None there.
    """
    declared = _declarations(cast("type", cls))
    values: dict[str, Any] = {}
    lines: dict[str, int] = {}
    failed: set[str] = set()
    misspelt: set[str] = set()
    before = len(report.problems)
    for entry in mapping.entries:
        lines[entry.key] = entry.line
        if entry.key not in declared:
            near = nearest(entry.key, declared)
            misspelt.add(near)
            hint = _hint_for(entry.key, near, declared, prefix)
            report.problem(entry.line, prefix + entry.key, "unknown field", hint)
        else:
            value = values[entry.key] = declared[entry.key].type.parse(entry.value, prefix + entry.key, report)
            if value is None:
                failed.add(entry.key)
    for name, declaration in declared.items():
        if declaration.required and name not in lines:
            if declaration.shared is not Shared.OWN and _TRANSLATION in lines:
                values[name] = declaration.type.nothing
                continue
            report.problem(mapping.line if prefix else 1, prefix + name, "missing", declaration.required)
            values[name] = None
            failed.add(name)
    record = cls(**values, **given)
    check = getattr(record, "check", None)
    if check is not None:
        if misspelt:
            failed |= misspelt - lines.keys()
        check(Where(report, prefix, mapping.line if prefix else 1, lines, failed))
    return record if len(report.problems) == before or not is_blocking(report.problems[before:]) else None


def record_of(cls: type[R], words: str, hint_for: Callable[[str], str] = lambda _: "") -> FieldType[R]:
    """The field type whose value is a mapping with the declared fields of `cls`.

    `hint_for` may say how to write as fields what somebody wrote as plain text.
    """

    def parse(node: Node, name: str, report: Report) -> R | None:
        if isinstance(node, Mapping):
            return parse_record(cls, node, report, f"{name}.")
        hint = hint_for(node.text) if isinstance(node, Scalar) else ""
        hint = hint or f"for example {example_of(cls)}"
        report.problem(node.line, name, f"expected {words}, found {describe(node)}", hint)
        return None

    return FieldType(parse, words, {"$ref": f"#/$defs/{cls.__name__}"}, record=cls)


def describe(node: Node) -> str:
    """What an author wrote, for a message."""
    if isinstance(node, Scalar):
        return quoted(node.text) if node.text else "nothing"
    return "a list" if isinstance(node, Sequence) else "fields of its own"


def example_of(cls: type) -> str:
    """A one-line mapping with the required fields of a record, or with those it names itself in `EXAMPLE`."""
    declared = _declarations(cls)
    shown = getattr(cls, "EXAMPLE", None) or [name for name, each in declared.items() if each.required]
    return "{" + ", ".join(f"{name}: {declared[name].example}" for name in shown) + "}"


_declarations = functools.cache(declarations)


def _hint_for(key: str, near: str, declared: dict[str, Declaration], prefix: str) -> str:
    elsewhere = {} if prefix else _ELSEWHERE.get(key, {})
    found = next((hint for field, hint in elsewhere.items() if not field or field in declared), "")
    if found or near:
        return found or f"did you mean '{near}'?"
    return f"the fields are {', '.join(declared)}" if prefix else "the fields are listed in docs/reference/"
