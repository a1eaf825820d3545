"""Fields as they are declared, for tests that range over all of them: each can be written into a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jobboard.model.fields.field import Declaration, declarations
from jobboard.model.fields.references import OWN_FOLDER, reference_fields
from jobboard.model.kinds import RECORDS
from tests.helpers import make_event, make_introduction, make_news, make_organisation, make_page, make_posting

_MAKERS = {
    "postings": make_posting,
    "news": make_news,
    "events": make_event,
    "organisations": make_organisation,
    "pages": make_page,
    "topics": make_introduction,
}


class Named(NamedTuple):
    """A field that names items: of which folder, dotted and without numbers, and where its ids are found."""

    folder: str
    field: str
    refers_to: str

    def __str__(self) -> str:
        return f"{self.folder}-{self.field}"


REFERENCES = [
    Named(folder, field, folder if refers_to == OWN_FOLDER else refers_to)
    for folder, record in RECORDS.items()
    for field, refers_to in reference_fields(record)
]
"""Every field of every record that names an item."""


def make_item(folder: str, body: str = "Some words.\n", **changes: str | None) -> str:
    """A valid document of that folder, changed like `make_posting`."""
    return _MAKERS[folder](body, **changes)


def written(named: Named, id_: str) -> dict[str, str]:
    """That field as an author writes it to name `id_`; with a record around it where it is part of one."""
    name, _, part = named.field.partition(".")
    declaration = declarations(RECORDS[named.folder])[name]
    value = _record_with(declaration, part, id_) if part else id_
    return {name: f"[{value}]" if declaration.type.schema.get("type") == "array" else value}


def _record_with(declaration: Declaration, part: str, value: str) -> str:
    record = declaration.type.record
    assert record is not None
    parts = declarations(record)
    needed = getattr(record, "EXAMPLE", None) or [name for name, each in parts.items() if each.required]
    given = {name: parts[name].example for name in needed} | {part: value}
    return "{" + ", ".join(f"{name}: {text}" for name, text in given.items()) + "}"


class Field(NamedTuple):
    """A declared field of a record, be it within others: the declarations on the way to it by name, its own last."""

    folder: str
    way: tuple[tuple[str, Declaration], ...]

    @property
    def declaration(self) -> Declaration:
        return self.way[-1][1]

    def is_within(self, place: str) -> bool:
        """True if it is the field of that dotted name, or part of it; without a folder, in any."""
        return f"{self}.".startswith((f"{place}.", f"{self.folder}.{place}."))

    def __str__(self) -> str:
        return ".".join([self.folder, *(name for name, _ in self.way)])


def every_field(*folders: str) -> list[Field]:
    """Every field of these folders' records and of the records within them; of all folders, if none is named."""
    return [field for folder in folders or RECORDS for field in _fields_of(RECORDS[folder], folder, ())]


def _fields_of(record: type, folder: str, way: tuple[tuple[str, Declaration], ...]) -> Iterator[Field]:
    for name, each in declarations(record).items():
        here = (*way, (name, each))
        yield Field(folder, here)
        if each.type.record is not None:
            yield from _fields_of(each.type.record, folder, here)


def every_declaration() -> Iterator[tuple[str, Declaration]]:
    """Every field of every record, those within others too, by its dotted name."""
    return ((str(field), field.declaration) for field in every_field())
