"""The field types that hold several values: lists, and one-or-several."""

from __future__ import annotations

import re
from typing import TypeVar

from jobboard.model.fields.field import EXPECTED, FieldType
from jobboard.model.fields.input import Input
from jobboard.model.fields.record import describe, example_of
from jobboard.source.message import UNSAID, Phrase, message, phrase
from jobboard.source.problem import Report
from jobboard.source.yaml.tree import Mapping, Node, Scalar, Sequence

LIST_EXPECTED = message("list-expected", EXPECTED)
ONE_EXPECTED = message("value-or-list-expected", EXPECTED)
MANY_ITEMS = message("list-long", "%(number)s items")
LIST_EMPTY = message("list-empty", "the list is empty")
LIST_TOO_LONG = message("list-too-long", "%(number)s items, of %(most)s at most")
ITEM_GIVEN_TWICE = message("item-given-twice", "%(item)s is given twice")

T = TypeVar("T")
MANY = 100
"""How many items a list may have before its author is asked whether anybody reads them."""

_MOST = 1000
"""How many it may have: of each are made lines of pages, feeds and markup (decision 43)."""


def list_of(item: FieldType[T]) -> FieldType[tuple[T, ...]]:
    """A list; `[a, b]` or one `- ` line an item. One value alone is a problem, since it may be a mistake."""
    return _several(item, allow_one=False)


def one_or_several(item: FieldType[T]) -> FieldType[tuple[T, ...]]:
    """One value, or a list of them."""
    return _several(item, allow_one=True)


def _several(item: FieldType[T], *, allow_one: bool) -> FieldType[tuple[T, ...]]:
    words = (
        phrase("%(words)s, or a list of them", words=item.words)
        if allow_one
        else phrase("a list, each %(words)s", words=item.words)
    )

    def parse(node: Node, name: str, report: Report) -> tuple[T, ...] | None:
        if not isinstance(node, Sequence) and allow_one:
            if written := _several_in(item, node):
                hint = phrase("write %(written)s", written=written)
                report.problem(node.line, name, ONE_EXPECTED(words=words, found=describe(node)), hint)
                return None
            value = item.parse(node, name, report)
            return None if value is None else (value,)
        if not isinstance(node, Sequence):
            report.problem(
                node.line, name, LIST_EXPECTED(words=phrase("a list"), found=describe(node)), _hint_on_one(item, node)
            )
            return None
        if not has_bearable_length(node.line, name, len(node.items), report):
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

    array = {"type": "array", "items": item.schema, "minItems": 1}
    return FieldType(
        parse,
        words,
        {"anyOf": [item.schema, array]} if allow_one else array,
        record=item.record,
        refers_to=item.refers_to,
        nothing=(),
        side=item.side,
        is_loose=item.is_loose,
        as_typed=item.as_typed if allow_one else lambda text: _as_items(item, text),
        asked=Input.LIST,
        items=(item,),
        takes_one=allow_one,
    )


def _hint_on_one(item: FieldType[T], node: Node) -> Phrase:
    """How to write as a list what is none."""
    if isinstance(node, Scalar) and node.text:
        return _as_list(item, node.text)
    if isinstance(node, Mapping) and item.record is None and not item.is_loose:
        return phrase("write %(written)s", written=f"[{', '.join(entry.key for entry in node.entries)}]")
    if isinstance(node, Mapping) and item.record is not None:
        return phrase("one item makes a list, too: begin it with '- ', or put [ ] around it")
    return phrase("begin each item with '- '")


def _as_items(item: FieldType[T], text: str) -> str:
    """A text as a list: of records one, of plain values those between commas."""
    parts = [text] if item.record is not None else [each.strip() for each in re.split("[,;]", text.strip("[]"))]
    written = [item.as_typed(each) for each in parts if each]
    return f"[{', '.join(written)}]" if all(written) else ""


def _as_list(item: FieldType[T], text: str) -> Phrase:
    """How to write as a list what somebody wrote as a text."""
    bullets = re.findall(r"(?:^|\s)[-•·–—*]\s*(?=\S)", text)
    if bullets and re.match(r"[-•·–—*]", text):
        return phrase("each item stands on a line of its own, behind a hyphen and a space: - culture")
    if item.record is None:
        return _as_plain_list(item, text)
    written = item.as_typed(text)
    if written:
        return phrase("write %(written)s", written=f"[{written}]")
    return phrase("for example %(example)s", example=f"[{example_of(item.record)}]")


def _as_plain_list(item: FieldType[T], text: str) -> Phrase:
    """The list of what stands between commas, if each is a value; of words that may be none, only where they go."""
    written = _as_items(item, text)
    parts = written[1:-1].split(", ")
    if all(item.parse(Scalar(each, 0), "", Report("")) is not None for each in parts):
        return phrase("write %(written)s", written=written)
    choices = item.schema.get("enum")
    if choices and len(parts) == 1 and (hint := _trouble_with(item, text)):
        return hint
    if choices:
        return phrase("a list stands between brackets: %(written)s", written=f"[{choices[0]}]")
    return phrase("write %(written)s", written=f"[{text.strip('[]')}]")


def _trouble_with(item: FieldType[T], text: str) -> Phrase:
    """What an item says of a text it does not take."""
    report = Report("")
    item.parse(Scalar(text, 0), "", report)
    return next((each.way_out for each in report if each.way_out), UNSAID)


def _several_in(item: FieldType[T], node: Node) -> str:
    """The list of what somebody wrote between commas where one value goes; empty if it is one, or no list of them."""
    if not isinstance(node, Scalar) or item.record is not None or not re.search("[,;]", node.text):
        return ""
    parts = [node.text, *(each.strip() for each in re.split("[,;]", node.text) if each.strip())]
    whole, *values = [item.parse(Scalar(each, 0), "", Report("")) is not None for each in parts]
    return "" if whole or len(values) < 2 or not all(values) else f"[{', '.join(parts[1:])}]"


def has_bearable_length(line: int, name: str, length: int, report: Report) -> bool:
    """True for a number of items that can be published; says what is wrong, or unwise, with any other."""
    if not length:
        report.problem(line, name, LIST_EMPTY, phrase("give a value or delete the line"))
        return False
    if length > _MOST:
        report.problem(
            line, name, LIST_TOO_LONG(number=length, most=_MOST), phrase("shorten the list, or attach it as a file")
        )
        return False
    if length > MANY:
        report.advise(
            line,
            name,
            MANY_ITEMS(number=length),
            phrase("readers look through %(most)s at most; shorten the list if you can", most=MANY),
        )
    return True


def _report_repeated(node: Sequence, values: list[T | None], name: str, report: Report) -> None:
    """Say which items say again what one above said."""
    seen: set[T] = set()
    for number, (item, value) in enumerate(zip(node.items, values, strict=True), 1):
        if value is not None and value in seen:
            report.problem(
                item.line, f"{name}.{number}", ITEM_GIVEN_TWICE(item=describe(item)), phrase("keep one of them")
            )
        elif value is not None:
            seen.add(value)
