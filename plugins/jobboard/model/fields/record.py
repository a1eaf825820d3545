"""A mapping of front matter in, a declared record out: the validator, the same for every kind of content."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from collections.abc import Mapping as MappingType
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from jobboard.model.fields.field import EXPECTED, MISSING, Declaration, FieldType, Shared, declarations
from jobboard.model.fields.input import Input
from jobboard.model.fields.misnamed import LONGEST_SHOWN, hint_on_name, target_of
from jobboard.source.message import UNSAID, Phrase, message, phrase
from jobboard.source.problem import Report, is_blocking, quoted
from jobboard.source.yaml.syntax import as_value
from jobboard.source.yaml.tree import Mapping, Node, Pair, Scalar, Sequence

UNKNOWN_FIELD = message("field-unknown", "unknown field")
FIELDS_EXPECTED = message("fields-expected", EXPECTED)

R = TypeVar("R")

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

    def problem(self, field: str, message: Phrase, hint: Phrase = UNSAID) -> None:
        self.report.problem(self.lines.get(field, self.line), self.prefix + field, message, hint)

    def advise(self, field: str, message: Phrase, hint: Phrase = UNSAID) -> None:
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
    above: Pair | None = None
    before = len(report.problems)
    for entry in mapping.entries:
        lines[entry.key] = entry.line
        if entry.key not in declared:
            given_names = [each.key for each in mapping.entries]
            misspelt.add(target_of(entry.key, cast("type", cls), given_names))
            hint = hint_on_name(entry, above, cast("type", cls), given_names, is_nested=bool(prefix))
            report.problem(entry.line, prefix + entry.key.strip(), UNKNOWN_FIELD, hint)
        else:
            value = values[entry.key] = declared[entry.key].type.parse(entry.value, prefix + entry.key, report)
            if value is None:
                failed.add(entry.key)
        above = entry
    for name, declaration in declared.items():
        if declaration.required and name not in lines:
            is_lent = declaration.shared is not Shared.OWN and _TRANSLATION in lines
            if is_lent or (declaration.unless and declaration.unless in {*lines, *misspelt}):
                values[name] = declaration.type.nothing
                continue
            if name not in misspelt:
                report.problem(mapping.line if prefix else 1, prefix + name, MISSING, declaration.required)
            values[name] = None
            failed.add(name)
    record = cls(**values, **given)
    check = getattr(record, "check", None)
    if check is not None:
        if misspelt:
            failed |= misspelt - lines.keys()
        check(Where(report, prefix, mapping.line if prefix else 1, lines, failed))
    return record if len(report.problems) == before or not is_blocking(report.problems[before:]) else None


def record_type(
    cls: type[R],
    words: Phrase,
    hint_for: Callable[[str], Phrase] = lambda _: UNSAID,
    as_fields: Callable[[str], str] = lambda _: "",
) -> FieldType[R]:
    """The field type whose value is a mapping with the declared fields of `cls`.

    What somebody wrote as plain text is proposed as fields: as `as_fields` writes it, else as the declarations tell.
    `hint_for` may say more of it.
    """

    def as_typed(text: str) -> str:
        return as_fields(text) or as_record(cls, text)

    def parse(node: Node, name: str, report: Report) -> R | None:
        if isinstance(node, Mapping):
            return parse_record(cls, node, report, f"{name}.")
        hint = hint_for(node.text) if isinstance(node, Scalar) and node.text else UNSAID
        written = as_typed(node.text) if isinstance(node, Scalar) and node.text and not hint else ""
        if not hint:
            example = phrase("for example %(example)s", example=example_of(cls))
            hint = phrase("write %(written)s", written=written) if written else example
        report.problem(node.line, name, FIELDS_EXPECTED(words=words, found=describe(node)), hint)
        return None

    return FieldType(
        parse, words, {"$ref": f"#/$defs/{cls.__name__}"}, record=cls, as_typed=as_typed, asked=Input.GROUP
    )


def describe(node: Node) -> str | Phrase:
    """What an author wrote, for a message."""
    if isinstance(node, Scalar):
        return quoted(node.text) if node.text else phrase("nothing")
    return phrase("a list") if isinstance(node, Sequence) else phrase("fields of its own")


def example_of(cls: type) -> str:
    """A one-line mapping with the required fields of a record, or with those it names itself in `EXAMPLE`."""
    declared = _declarations(cls)
    shown = getattr(cls, "EXAMPLE", None) or [name for name, each in declared.items() if each.required]
    return "{" + ", ".join(f"{name}: {declared[name].example}" for name in shown) + "}"


def as_record(cls: type, text: str) -> str:
    """`text` as the field of a record that takes it, beside those it must not lack: `{email: press@example.org}`.

    A text that any field would take goes into the one a record names in `IN_WORDS`, beside those in `WITH_WORDS`;
    without one nothing is proposed.
    """
    declared = _declarations(cls)
    name, typed = _strict_field_of(declared, text)
    others = [each for each, declaration in declared.items() if declaration.required]
    if not name:
        name = _file_of(declared, text) or getattr(cls, "IN_WORDS", "")
        others += getattr(cls, "WITH_WORDS", ())
    if not name or len(text) > LONGEST_SHOWN:
        return ""
    shown = {**dict.fromkeys(others, "…"), name: as_value(typed)}
    return "{" + ", ".join(f"{each}: {shown[each]}" for each in declared if each in shown) + "}"


def _strict_field_of(declared: MappingType[str, Declaration], text: str) -> tuple[str, str]:
    """The first field whose type takes `text`, be it spelt as it should be, and no other; and that spelling."""
    for name, each in declared.items():
        if not each.type.is_loose and each.type.record is None:
            for typed in dict.fromkeys((text, each.type.as_typed(text))):
                if each.type.parse(Scalar(typed, 1), "", Report("")) is not None:
                    return name, typed
    return "", text


def _file_of(declared: MappingType[str, Declaration], text: str) -> str:
    return "file" if "file" in declared and re.search(r"\.[A-Za-z0-9]{2,4}$", text) else ""


_declarations = functools.cache(declarations)
