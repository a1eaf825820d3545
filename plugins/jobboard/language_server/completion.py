"""What may be written at a place, for an editor to offer: fields that are not there yet, and values by their names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from msgspec import Struct

from jobboard.language_server.declared_at import DeclaredField, field_at, record_at
from jobboard.language_server.hover import help_on
from jobboard.language_server.known import Nameable
from jobboard.language_server.offers import keys_of, values_of
from jobboard.language_server.place import Spelling, TypedPlace, place_at
from jobboard.model.fields.field import declarations
from jobboard.model.fields.input import Input
from jobboard.outputs.form.labels import label_of


class Offered(StrEnum):
    """What is offered: a field, or a value."""

    FIELD = "field"
    VALUE = "value"


class OfferedText(Struct, frozen=True):
    """`text` in place of `word`; `name` is what people call it, `help` is Markdown, `rank` its place in the list."""

    label: str
    name: str
    help: str
    text: str
    kind: Offered
    word: Spelling
    rank: int


def offers_at(folder: str, lines: Sequence[str], line: int, column: int, known: Nameable) -> list[OfferedText]:
    """What may be written at a place of a file of that folder; nothing outside of front matter."""
    place = place_at(lines, line, column)
    if place is None:
        return []
    around = field_at(folder, place.parents) if place.parents else None
    if place.is_value:
        return [*_values(around, folder, place, known)] if around else []
    if around and around.type.asked is Input.PAIRS:
        return [*_pairs(around, folder, place, known)]
    return [*_fields(folder, place, known)]


def _fields(folder: str, place: TypedPlace, known: Nameable) -> Iterator[OfferedText]:
    """The fields of a record that are not given, required ones first."""
    record = record_at(folder, place.parents)
    declared = {} if record is None else declarations(record)
    names = [name for name in declared if name not in place.given]
    for rank, name in enumerate(sorted(names, key=lambda each: not declared[each].required)):
        found = field_at(folder, (*place.parents, name))
        help_ = help_on(found, known.site) if found else ""
        yield _offer(place, name, known.site.say(label_of(name)), f"{name}: ", Offered.FIELD, rank, help_)


def _pairs(field: DeclaredField, folder: str, place: TypedPlace, known: Nameable) -> Iterator[OfferedText]:
    for rank, (code, name) in enumerate(keys_of(field, folder, known)):
        if code not in place.given:
            yield _offer(place, code, name, f"{code}: ", Offered.VALUE, rank)


def _values(field: DeclaredField, folder: str, place: TypedPlace, known: Nameable) -> Iterator[OfferedText]:
    for rank, (code, name) in enumerate(values_of(field, folder, known)):
        yield _offer(place, code, name, code, Offered.VALUE, rank)


def _offer(
    place: TypedPlace, label: str, name: str, text: str, kind: Offered, rank: int, help_: str = ""
) -> OfferedText:
    return OfferedText(label, "" if name == label else name, help_, text, kind, place.word, rank)
