"""JSON Schema (draft 2020-12) of the front matter of each kind of content, read from its declaration."""

from __future__ import annotations

from typing import Any

from jobboard.model.field import declarations

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(record: type, title: str) -> dict[str, Any]:
    """The schema of a record, with the records it holds under `$defs`."""
    nested: dict[str, Any] = {}
    _collect(record, nested)
    return {"$schema": DRAFT, "title": title, **_object(record), "$defs": nested}


def _object(record: type) -> dict[str, Any]:
    fields = declarations(record)
    return {
        "type": "object",
        "description": (record.__doc__ or "").split("\n")[0],
        "properties": {
            name: {**declaration.type.schema, "description": declaration.doc} for name, declaration in fields.items()
        },
        "required": [name for name, declaration in fields.items() if declaration.required],
        "additionalProperties": False,
    }


def _collect(record: type, nested: dict[str, Any]) -> None:
    for declaration in declarations(record).values():
        inner = declaration.type.record
        if inner is not None and inner.__name__ not in nested:
            nested[inner.__name__] = _object(inner)
            _collect(inner, nested)
