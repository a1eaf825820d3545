"""Visible content as data: what a file of it is declared as, the JSON it becomes, and the JSON Schema of that.

One declaration makes both. Fields are named as authors write them; instants are in UTC; what is empty is left out.
Bodies are left out too: they are on the pages, and in the feeds.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any, Generic, Protocol, TypeVar

from jobboard.base.digest import digest_of
from jobboard.board.site import Site
from jobboard.engine.output import Chunks, chunk_key
from jobboard.model.schema import DRAFT
from jobboard.outputs.addresses import absolute
from jobboard.outputs.text.clocks import utc_text


class _Item(Protocol):
    """Whatever a file may hold: it has an id, and a digest of all it says."""

    @property
    def id(self) -> str: ...
    @property
    def digest(self) -> str: ...


T = TypeVar("T", bound=_Item)
Schema = Mapping[str, Any]

TEXT_SCHEMA: Schema = {"type": "string"}
ADDRESS: Schema = {"type": "string", "format": "uri"}
INSTANT: Schema = {"type": "string", "format": "date-time", "pattern": "Z$"}
NUMBER_SCHEMA: Schema = {"type": "number"}


def schema_of_list(schema: Schema) -> dict[str, Any]:
    """The schema of a list."""
    return {"type": "array", "items": schema}


def record(required: str = "", **properties: Schema) -> dict[str, Any]:
    """The schema of an object; `required` are names with spaces between them."""
    return {"type": "object", "required": required.split(), "properties": properties}


CONTACT_SCHEMA = record("", **dict.fromkeys(("name", "role", "email", "phone", "organisation"), TEXT_SCHEMA))
PLACE_SCHEMA = record("country", **dict.fromkeys(("city", "region", "country", "postcode", "street"), TEXT_SCHEMA))
"""A place as authors write it."""

Translations = tuple[tuple[str, str], ...]
"""Language and path of the other members of a translation group."""


@dataclass(frozen=True, slots=True)
class Property(Generic[T]):
    """A property of an item: what it is, its schema, and how it is read. What is empty is left out."""

    doc: str
    schema: Schema
    value: Callable[[Site, T, Translations], Any]
    is_required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile(Generic[T]):
    """A file of items: `name` is the property that holds them and `one` what an item is called."""

    schema_path: str
    title: str
    name: str
    one: str
    doc: str
    properties: Mapping[str, Property[T]]
    is_dated: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows(Generic[T]):
    """What a file holds: items in their order, by id the translations of those that have any, and the newest change.

    The digest is made once for all files of the same items.
    """

    items: tuple[T, ...]
    translations: Mapping[str, Translations]
    updated: datetime | None
    digest: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        parts = [*(each.digest for each in self.items), repr(self.translations), repr(self.updated)]
        object.__setattr__(self, "digest", digest_of("\0".join(parts).encode()))

    def __iter__(self) -> Iterator[tuple[T, Translations]]:
        for item in self.items:
            yield item, self.translations.get(item.id, ())

    def keyed(self, site: Site) -> Iterator[tuple[str, tuple[T, Translations]]]:
        """Each item with its translations, and the key of what is said of them on this site."""
        for item, others in self:
            yield chunk_key(site, item, others), (item, others)


def own_field(name: str) -> Callable[[Site, Any, Translations], Any]:
    """The value of a field of the content."""
    return lambda _site, item, _others: getattr(item.content, name)


def of_record(name: str, *fields: str) -> Callable[[Site, Any, Translations], Any]:
    """The value of a field that is a record: those of its fields that are given."""

    def value(_site: Site, item: Any, _others: Translations) -> Any:
        found = getattr(item.content, name)
        return fields_of(found, fields) if found is not None else None

    return value


def of_records(name: str, *fields: str) -> Callable[[Site, Any, Translations], Any]:
    """The value of a field that is a list of records."""
    return lambda _site, item, _others: [fields_of(each, fields) for each in getattr(item.content, name)]


def fields_of(found: object, fields: tuple[str, ...]) -> dict[str, Any]:
    """The fields of a record that are given, as JSON values."""
    given = ((name, getattr(found, name)) for name in fields)
    return {name: _number(value) for name, value in given if value is not None and value != ()}


def values_in(site: Site, item: T, others: Translations, properties: Mapping[str, Property[T]]) -> dict[str, Any]:
    """An item as data."""
    values = ((name, each.value(site, item, others)) for name, each in properties.items())
    return {name: value for name, value in values if value not in (None, "", (), [], {})}


def data_json(site: Site, declaration: DataFile[T], rows: Rows[T]) -> Chunks[Any]:
    """The file: a head, and a line for each item, so that a comparison of two shows what has changed."""
    head = {
        "$schema": absolute(site, declaration.schema_path),
        "name": site.name,
        "url": f"{site.url}/",
        **({"updated_at": utc_text(rows.updated)} if rows.updated else {}),
    }
    return Chunks(
        head=f'{_json(head)[:-1]}, "{declaration.name}": [\n'.encode(),
        items=rows.keyed(site),
        express=lambda row: _json(values_in(site, *row, declaration.properties)).encode(),
        between=b",\n",
        tail=b"\n]}\n",
    )


def schema_json(site: Site, declaration: DataFile[T]) -> str:
    """The JSON Schema (draft 2020-12) of a file. Properties may be added; these stay."""
    properties = declaration.properties
    one = {
        "type": "object",
        "required": [name for name, each in properties.items() if each.is_required],
        "properties": {name: {"description": each.doc, **each.schema} for name, each in properties.items()},
    }
    dated = {"updated_at": {"description": "The newest change of the list (UTC).", **INSTANT}}
    whole = record(
        f"name url {'updated_at ' if declaration.is_dated else ''}{declaration.name}",
        **{"$schema": ADDRESS},
        name=TEXT_SCHEMA,
        url=ADDRESS,
        **(dated if declaration.is_dated else {}),
        **{
            declaration.name: {
                "description": declaration.doc,
                **schema_of_list({"$ref": f"#/$defs/{declaration.one}"}),
            }
        },
    )
    schema = {"$schema": DRAFT, "$id": absolute(site, declaration.schema_path), "title": declaration.title, **whole}
    return json.dumps({**schema, "$defs": {declaration.one: one}}, ensure_ascii=False, indent=2) + "\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _number(value: Any) -> Any:
    if isinstance(value, Decimal):
        return float(value) if value % 1 else int(value)
    return value


def topics_property() -> Property[Any]:
    """What an item is about, each topic with its name."""
    return Property(
        "What it is about.",
        schema_of_list(record("id name", id=TEXT_SCHEMA, name=TEXT_SCHEMA)),
        lambda s, it, _: [{"id": each.id, "name": each.name_in(s.lang, s.main)} for each in it.topics],
    )


def translations_property(doc: str) -> Property[Any]:
    """Where the same is in other languages."""
    return Property(
        doc,
        schema_of_list(record("lang url", lang=TEXT_SCHEMA, url=ADDRESS)),
        lambda s, _it, others: [{"lang": lang, "url": absolute(s, path)} for lang, path in others],
    )
