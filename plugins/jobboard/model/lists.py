"""The field types that hold several values: lists, one-or-several, and mappings by a code."""

from __future__ import annotations

from typing import TypeVar

from jobboard.model.field import FieldType
from jobboard.model.record import describe
from jobboard.source.problem import Report
from jobboard.source.tree import Mapping, Node, Scalar, Sequence

T = TypeVar("T")
K = TypeVar("K")
MAX_ITEMS = 100


def list_of(item: FieldType[T]) -> FieldType[tuple[T, ...]]:
    """A list; `[a, b]` or one `- ` line an item. One value alone is a problem, since it may be a mistake."""
    return _several(item, allow_one=False)


def one_or_several(item: FieldType[T]) -> FieldType[tuple[T, ...]]:
    """One value, or a list of them."""
    return _several(item, allow_one=True)


def _several(item: FieldType[T], *, allow_one: bool) -> FieldType[tuple[T, ...]]:
    words = f"{item.words}, or a list of them" if allow_one else f"a list, each {item.words}"

    def parse(node: Node, name: str, report: Report) -> tuple[T, ...] | None:
        if not isinstance(node, Sequence):
            return _parse_one(node, name, report)
        if not node.items or len(node.items) > MAX_ITEMS:
            report.problem(
                node.line,
                name,
                "the list is empty" if not node.items else f"more than {MAX_ITEMS} items",
                "give a value or delete the line" if not node.items else "",
            )
            return None
        numbered = len(node.items) > 1 or item.record is not None
        values = [
            item.parse(each, f"{name}.{number}" if numbered else name, report)
            for number, each in enumerate(node.items, 1)
        ]
        found = tuple(value for value in values if value is not None)
        if item.record is None and len(found) > 1 and len(set(found)) < len(found):
            _report_repeated(node, values, name, report)
            return None
        return found if len(found) == len(values) else None

    def _parse_one(node: Node, name: str, report: Report) -> tuple[T, ...] | None:
        if allow_one:
            value = item.parse(node, name, report)
            return None if value is None else (value,)
        hint = f"write [{node.text}]" if isinstance(node, Scalar) and node.text else "begin each item with '- '"
        report.problem(node.line, name, f"expected a list, found {describe(node)}", hint)
        return None

    array = {"type": "array", "items": item.schema, "minItems": 1, "maxItems": MAX_ITEMS}
    schema = {"anyOf": [item.schema, array]} if allow_one else array
    return FieldType(parse, words, schema, record=item.record, refers_to=item.refers_to, nothing=())


def _report_repeated(node: Sequence, values: list[T | None], name: str, report: Report) -> None:
    """Say which items say again what one above said."""
    seen: set[T] = set()
    for number, (item, value) in enumerate(zip(node.items, values, strict=True), 1):
        if value is not None and value in seen:
            report.problem(item.line, f"{name}.{number}", f"{describe(item)} is given twice", "keep one of them")
        elif value is not None:
            seen.add(value)


def mapping_by(key: FieldType[K], value: FieldType[T], words: str) -> FieldType[tuple[tuple[K, T], ...]]:
    """Pairs in the author's order, written `{key: value}`; `words` names what the keys are."""

    def parse(node: Node, name: str, report: Report) -> tuple[tuple[K, T], ...] | None:
        if not isinstance(node, Mapping) or not node.entries:
            found = "nothing" if isinstance(node, Mapping) else describe(node)
            report.problem(node.line, name, f"expected {words}, found {found}")
            return None
        if len(node.entries) > MAX_ITEMS:
            report.problem(node.line, name, f"more than {MAX_ITEMS} items")
            return None
        pairs = []
        for entry in node.entries:
            code = key.parse(Scalar(entry.key, entry.line), name, report)
            level = value.parse(entry.value, f"{name}.{entry.key}", report)
            if code is not None and level is not None:
                pairs.append((code, level))
        return tuple(pairs) if len(pairs) == len(node.entries) else None

    return FieldType(
        parse,
        words,
        {"type": "object", "minProperties": 1, "maxProperties": MAX_ITEMS, "additionalProperties": value.schema},
    )
