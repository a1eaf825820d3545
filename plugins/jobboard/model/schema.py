"""JSON Schema (draft 2020-12) of the front matter of each kind of content, read from its declaration."""

from __future__ import annotations

from typing import Any

from jobboard.model.fields.field import Shared, declarations

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(record: type, title: str) -> dict[str, Any]:
    """The schema of a record, with the records it holds under `$defs`."""
    nested: dict[str, Any] = {}
    _collect(record, nested)
    return {"$schema": DRAFT, "title": title, **_object(record), **_unless_translated(record), "$defs": nested}


def _object(record: type) -> dict[str, Any]:
    fields = declarations(record)
    return {
        "type": "object",
        "description": (record.__doc__ or "").split("\n")[0],
        "properties": {
            name: {**declaration.type.schema, "description": declaration.doc} for name, declaration in fields.items()
        },
        **_having(record, [name for name in _required(record) if name not in _lent(record)]),
        "additionalProperties": False,
    }


def _unless_translated(record: type) -> dict[str, Any]:
    """A translation may leave out what it shares with its original."""
    needed = [name for name in _required(record) if name in _lent(record)]
    original = {"not": {"required": ["translation_of"]}}
    return {"if": original, "then": _having(record, needed)} if needed else {}


def _having(record: type, names: list[str]) -> dict[str, Any]:
    """That these fields are there, or for each the one that stands for it."""
    others = {name: each.unless for name, each in declarations(record).items() if each.unless}
    either = [{"anyOf": [{"required": [name]}, {"required": [others[name]]}]} for name in names if name in others]
    return {"required": [name for name in names if name not in others], **({"allOf": either} if either else {})}


def _required(record: type) -> list[str]:
    return [name for name, declaration in declarations(record).items() if declaration.required]


def _lent(record: type) -> set[str]:
    """The required fields that a translation may leave out; none of a record that has no translations."""
    fields = declarations(record)
    return {name for name, each in fields.items() if each.shared is not Shared.OWN and "translation_of" in fields}


def _collect(record: type, nested: dict[str, Any]) -> None:
    for declaration in declarations(record).values():
        inner = declaration.type.record
        if inner is not None and inner.__name__ not in nested:
            nested[inner.__name__] = _object(inner)
            _collect(inner, nested)
