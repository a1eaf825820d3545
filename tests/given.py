"""Every declared field given by itself: its own example, what that needs beside it, and another value of its type.

All of it comes from the declarations, so that a field declared tomorrow is among them. What is listed here is only what
no declaration can know: that one field makes sense beside another (`NEEDS`).
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from jobboard.model.fields.field import Declaration, FieldType, declarations
from jobboard.model.fields.record import parse_record
from jobboard.model.fields.references import OWN_FOLDER
from jobboard.model.fields.values import FILE
from jobboard.model.library import RECORDS
from jobboard.source.problem import Report
from jobboard.source.yaml import tree
from jobboard.source.yaml.front_matter import parse_front_matter, split_front_matter
from jobboard.source.yaml.tree import Node, Pair, Scalar, Sequence
from tests.fields import Field, every_field, make_item

Texts = dict[str, str | None]
"""Fields of an item as its author types them, for `make_item`; None leaves one out that it would have."""

NEEDS: dict[str, Texts] = {
    "translation_of": {"lang": "fr"},
    "postings.review_by": {"deadline": "rolling"},
    "postings.review_was": {"deadline": "rolling", "review_by": "2026-12-31", "updated": "2026-07-03"},
    "postings.applicants_from": {"workplace": "remote"},
    "events.sessions": {"starts": None},
    "events.ends": {"starts": '"2027-03-04 14:00"'},
    "events.register": {"starts": "2027-03-04"},
    "events.online": {"online": None, "place": "{city: Ghent, country: BE}"},
    "pages.menu_title": {"menu": "main"},
    "pages.order": {"menu": "main"},
}
"""What must stand beside a field of an item, or beside that field in every folder, for it to be valid."""

_VALUES = (
    *("https://example.org/another", "another@example.org", "+32 2 555 01 99", "another-name"),
    *("46000", "de", "no", "FR", "USD", "Asia/Tokyo", "#7a1f5c"),
)
"""One of them is another value of any type that is neither named below nor as loose as a text."""


class Given(NamedTuple):
    """An item without a field, with it, and with another value of it; `changed` is None where there is no such."""

    without: Texts
    given: Texts
    changed: Texts | None


def given(field: Field) -> Given:
    """What an author writes to give that field its example, and to change it. Fails for an example that is invalid."""
    example = _node(field.declaration.example)
    whole = around(field.way, example)
    assert whole is not None, f"{field}: its example is not valid, whatever stands beside it; say in NEEDS what must"
    name, needs = field.way[0][0], beside(field)
    before = _before(field.way)
    changed = _changed(field, example)
    forms: tuple[Texts, ...] = ({name: None if before is None else as_text(before)}, {})
    return Given(
        without=next(texts for least in forms for texts in (needs | least, least) if _is_valid(field.folder, texts)),
        given=needs | {name: as_text(whole)},
        changed=needs | {name: as_text(changed)} if changed is not None else None,
    )


@functools.cache
def ids_in_examples() -> frozenset[tuple[str, str]]:
    """Whatever an example names, as (folder or list of topics, id): it must be there."""
    return frozenset(
        (field.folder if type_.refers_to == OWN_FOLDER else type_.refers_to, text)
        for field in every_field()
        for type_, text in _leaves(field.declaration, _node(field.declaration.example))
        if type_.refers_to
    )


def files_in_examples() -> set[str]:
    """The files that examples name, and another one for each."""
    examples = (_leaves(field.declaration, _node(field.declaration.example)) for field in every_field())
    files = {text for leaves in examples for type_, text in leaves if type_ is FILE}
    return files | {_another_file(file) for file in files}


def _leaves(declaration: Declaration, node: Node) -> Iterator[tuple[FieldType[object], str]]:
    """The single values of an example, each with its type."""
    record = declaration.type.record
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _leaves(declaration, item)
    elif isinstance(node, Scalar):
        yield declaration.type, node.text
    elif record is not None:
        for entry in node.entries:
            yield from _leaves(declarations(record)[entry.key], entry.value)


def beside(field: Field) -> Texts:
    """Of the field and of the records around it, wherever they are."""
    found: Texts = {}
    for place, needs in NEEDS.items():
        found |= needs if field.is_within(place) else {}
    return found


def around(way: tuple[tuple[str, Declaration], ...], value: Node) -> Node | None:
    """The value of the first field on the way that has `value` in the last; None if it cannot be valid."""
    (_, outer), *rest = way
    if not rest:
        return value if _value(outer.type, value) is not None else None
    inner = around(tuple(rest), value)
    return None if inner is None else _record_with(outer.type, rest[0][0], inner)


def _record_with(type_: FieldType[object], name: str, value: Node) -> Node | None:
    """A record with that field, beside those its own example has, or else beside no more than it must have."""
    record = type_.record
    assert record is not None
    for beside in (getattr(record, "EXAMPLE", ()), _required(record)):
        entries = _completed(record, {**_examples(record, beside), name: value})
        if entries is not None:
            in_order = {each: entries[each] for each in declarations(record) if each in entries}
            return _fitting(type_, _mapping(in_order))
    return None


def _completed(record: type, entries: Mapping[str, Node]) -> Mapping[str, Node] | None:
    """The same with what its check finds missing; None if anything else is wrong with it."""
    report = Report("")
    if parse_record(record, _mapping(entries), report) is not None:
        return entries
    missing = [each.field for each in report if each.message == "missing"]
    return _completed(record, {**entries, **_examples(record, missing)}) if missing else None


def _before(way: tuple[tuple[str, Declaration], ...]) -> Node | None:
    """The value of the first field on the way with all but the last; None where that is nothing."""
    for length in range(len(way) - 1, 0, -1):
        type_, name = way[length - 1][1].type, way[length][0]
        assert type_.record is not None
        beside = [each for each in getattr(type_.record, "EXAMPLE", _required(type_.record)) if each != name]
        record = _mapping(_examples(type_.record, beside))
        if record.entries and parse_record(type_.record, record, Report("")) is not None:
            return around(way[:length], _fitting(type_, record))
    return None


def _changed(field: Field, example: Node) -> Node | None:
    before = _value(field.declaration.type, example)
    for other in _others(field, example):
        if _value(field.declaration.type, other) not in (None, before):
            whole = around(field.way, other)
            if whole is not None:
                return whole
    return None


def _others(field: Field, example: Node) -> Iterator[Node]:
    """Candidates for another value. Of a record none: its fields have theirs."""
    type_ = field.declaration.type
    if type_.record is not None:
        return
    if isinstance(example, Scalar):
        yield from (Scalar(text, 1) for text in _other_texts(field, example.text))
    elif isinstance(example, tree.Mapping):
        yield tree.Mapping(example.entries[:-1], 1)
    elif len(example.items) > 1:
        yield Sequence(example.items[:-1], 1)
    else:
        yield from (Sequence((Scalar(text, 1),), 1) for text in _other_texts(field, example.items[0].text))


def _other_texts(field: Field, text: str) -> Iterator[str]:
    type_ = field.declaration.type
    if type_.refers_to:
        folder = field.folder if type_.refers_to == OWN_FOLDER else type_.refers_to
        yield from sorted(id_ for place, id_ in ids_in_examples() if place == folder)
        return
    if type_ is FILE:
        yield _another_file(text)
        return
    yield from type_.schema.get("enum", type_.schema.get("items", {}).get("enum", ()))
    if type_.side is not None:
        yield f"{date.fromisoformat(text[:10]) + timedelta(days=1)}{text[10:]}"
    if type_.is_loose:
        yield f"{text}, and more"
    yield from _VALUES


def _another_file(path: str) -> str:
    return re.sub(r"[^/]+(?=\.)", "another", path)


def _is_valid(folder: str, texts: Texts) -> bool:
    """True if an item with these fields is valid as far as it can tell alone."""
    report = Report("")
    parts = split_front_matter(make_item(folder, **texts), report)
    fields = parse_front_matter(parts[0], 1, report) if parts else None
    return fields is not None and parse_record(RECORDS[folder], fields, report, id="a", path="a.md") is not None


def _required(record: type) -> list[str]:
    return [name for name, each in declarations(record).items() if each.required]


def _examples(record: type, names: object) -> dict[str, Node]:
    declared = declarations(record)
    return {name: _node(declared[name].example) for name in names}  # type: ignore[attr-defined]


def _value(type_: FieldType[object], node: Node) -> object:
    """What the type makes of it; None if it is not valid."""
    return type_.parse(node, "", Report(""))


def _fitting(type_: FieldType[object], node: Node) -> Node:
    """The node, as the only item of a list if it must be in one."""
    return node if _value(type_, node) is not None else Sequence((node,), 1)


def _mapping(entries: Mapping[str, Node]) -> tree.Mapping:
    return tree.Mapping(tuple(Pair(name, 1, node) for name, node in entries.items()), 1)


def _node(text: str) -> Node:
    """A value as the author types it, read."""
    fields = parse_front_matter(f"a: {text}", 1, Report(""))
    node = fields and fields.value("a")
    assert node, f"{text}: cannot be read"
    return node


def as_text(node: Node) -> str:
    """A value as an author types it, on one line."""
    if isinstance(node, Scalar):
        return json.dumps(node.text, ensure_ascii=False)
    if isinstance(node, Sequence):
        return f"[{', '.join(map(as_text, node.items))}]"
    return "{" + ", ".join(f"{each.key}: {as_text(each.value)}" for each in node.entries) + "}"
