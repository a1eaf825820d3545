"""How a field of front matter is declared: its type, what it means, an example, and whether it is required."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from jobboard.model.fields.input import Input
from jobboard.model.moments.not_a_moment import Side
from jobboard.source.message import UNSAID, Phrase, message
from jobboard.source.problem import Report
from jobboard.source.yaml.tree import Node

MISSING = message("field-missing", "missing")
EXPECTED = "expected %(words)s, found %(found)s"
"""What is said of a value that is not of its type, whatever its code."""

T_co = TypeVar("T_co", covariant=True)
METADATA = "jobboard"


class InvalidError(ValueError):
    """A text that is not of its type; `hint` may say what to write."""

    def __init__(self, hint: Phrase = UNSAID) -> None:
        super().__init__(hint)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class FieldType(Generic[T_co]):
    """A kind of value.

    `parse` takes the node, the field's dotted name and the file's report, and answers the value, or
    None after reporting why not. `words` completes "a …" in the reference; `schema` is its JSON Schema.
    `record` is the nested declaration, for types that hold fields of their own. `refers_to` is the folder (or the list
    of topics) whose ids these are, for types that name other items. `nothing` is the value where nothing is given.
    `side` is how a moment is read, for types that hold one. A type `is_loose` if it takes nearly any text, so that a
    text it takes need not be meant by it. `as_typed` writes a text as the value it may stand for, for proposals; it
    answers nothing where there is no such.

    A form asks for what `asked` says. `items` are the types that a list or pairs are made of, and of a list
    `takes_one` value may stand alone.
    """

    parse: Callable[[Node, str, Report], T_co | None]
    words: Phrase
    schema: dict[str, Any]
    record: type | None = None
    refers_to: str = ""
    nothing: T_co | None = None
    side: Side | None = None
    is_loose: bool = False
    as_typed: Callable[[str], str] = str
    asked: Input = Input.LINE
    items: tuple[FieldType[Any], ...] = ()
    takes_one: bool = False


class Shared(StrEnum):
    """What a translation has to do with the same field of its original (decision 37). Where it leaves a field out, it
    takes the original's, unless the field is its own."""

    OWN = "its own"
    LENT = "its own, else the original's"
    SAME = "the original's"
    DAYS = "the original's days, in its own words"
    FIGURES = "the original's figures, in its own words"


@dataclass(frozen=True, slots=True)
class Declaration:
    """What the declaration of one field says, apart from its name. Of a field that is a record, the parts say what they
    share."""

    type: FieldType[Any]
    doc: str
    example: str
    required: Phrase
    shared: Shared = Shared.OWN
    also: tuple[str, ...] = ()
    switches: Mapping[str, str] = dataclasses.field(default_factory=dict)
    unless: str = ""


def declared(
    type_: FieldType[Any],
    doc: str,
    example: str,
    *,
    required: Phrase = UNSAID,
    default: Any = None,
    also: str = "",
    switches: Mapping[str, str] | None = None,
    shared: Shared = Shared.OWN,
    unless: str = "",
) -> Any:
    """Declare a dataclass field. `required` is the sentence an author reads when it is missing; a translation may lack
    what it shares, and so may a record with the field `unless`, which stands for this one.

    `also` are names, in whatever language, that people write for it and that get its own proposed; `switches` those
    they write with yes or no, and the value of this field that yes stands for.
    """
    metadata = {
        METADATA: Declaration(type_, doc, example, required, shared, tuple(also.split()), switches or {}, unless)
    }
    if required:
        return dataclasses.field(metadata=metadata)
    return dataclasses.field(default=default, metadata=metadata)


def declarations(record: type) -> dict[str, Declaration]:
    """The declared fields of a record, in the order they are written."""
    return {field.name: field.metadata[METADATA] for field in dataclasses.fields(record) if METADATA in field.metadata}
