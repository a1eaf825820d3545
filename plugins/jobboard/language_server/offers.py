"""The values a field may have, as far as they can be listed: its type and what the board knows in, names out."""

from __future__ import annotations

import functools

from jobboard.board.site import Site
from jobboard.language_server.declared_at import DeclaredField
from jobboard.language_server.known import Nameable
from jobboard.model.fields.field import FieldType
from jobboard.model.fields.input import Input
from jobboard.model.fields.references import OWN_FOLDER
from jobboard.model.fields.values import AOE
from jobboard.model.parts.offer import ANYWHERE
from jobboard.outputs.form.choices import NamedCodes, choices_of, codes_by_name
from jobboard.source.problem import Report
from jobboard.source.yaml.tree import Scalar

_CODES = {Input.COUNTRY: "country", Input.LANGUAGE: "language", Input.CURRENCY: "currency", Input.ZONE: "zone"}
_YES_AND_NO = ("yes", "no")
_WORDS = {Input.YES_OR_NO: _YES_AND_NO, Input.GROUP_OR_YES: _YES_AND_NO, Input.DEADLINE: ("rolling",)}


def values_of(field: DeclaredField, folder: str, known: Nameable) -> NamedCodes:
    """What can be written for a field, or as an item of it, each with its name; nothing where it is free."""
    return _values(field.type, f"{field.record.__name__}.{field.name}", folder, known)


def keys_of(field: DeclaredField, folder: str, known: Nameable) -> NamedCodes:
    """What can stand before the colons of pairs."""
    return _values(field.type.items[0], f"{field.record.__name__}.{field.name}", folder, known)


def _values(type_: FieldType[object], field: str, folder: str, known: Nameable) -> NamedCodes:
    asked = type_.asked
    if asked in (Input.LIST, Input.PAIRS):
        return _values(type_.items[0], field, folder, known)
    if asked in _CODES:
        more = [(word, word) for word in (ANYWHERE, AOE) if _takes(type_, word)]
        return [*more, *_codes(known.site)[_CODES[asked]]]
    if asked is Input.CHOICE:
        return choices_of(known.site, field, type_.schema["enum"])
    words = _WORDS.get(asked, known.files if asked is Input.FILE else ())
    if words:
        return [(each, each) for each in words if _takes(type_, each)]
    return [*known.ids.get(folder if type_.refers_to == OWN_FOLDER else type_.refers_to, {}).items()]


def _takes(type_: FieldType[object], word: str) -> bool:
    return type_.parse(Scalar(word, 1), "", Report("")) is not None


@functools.lru_cache(maxsize=4)
def _codes(site: Site) -> dict[str, NamedCodes]:
    return codes_by_name(site)
