"""A new file made of one that is there: a translation to fill in, or a new round. Order, comments and text stay."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from jobboard.editing.change import FieldChange, Path
from jobboard.editing.editor import edited, says
from jobboard.editing.item import ORIGINAL, UPDATED, ContentFile, no_such_field
from jobboard.editing.sheet import Data, data_of, read_fields, sheet_of
from jobboard.model.fields.field import Declaration, Shared, declarations
from jobboard.model.kinds import fields_holding
from jobboard.model.parts.general import KeyDate

_OF_THE_FILE = frozenset({UPDATED, "formerly", "status", ORIGINAL})
"""What a file says of itself and not of what it holds: no other has it."""


def translating(item: ContentFile, original: str, lang: str, today: str) -> bytes:
    """The file of a translation, a draft: what only it can say, in the words of `item`, to be written anew.

    Facts are left out, since it takes them from its original. Raises NotEditedError.
    """
    if ORIGINAL not in item.declared:
        raise no_such_field(item, ORIGINAL)
    kept = {name: each for name, each in item.declared.items() if name not in _OF_THE_FILE}
    places = list(dict.fromkeys([*_foreign(item.fields, kept), *_not_to_copy(item)]))
    own = {"lang": lang, ORIGINAL: original, "published": today, "status": "draft"}
    return _without_comments(_made(item, places, {name: each for name, each in own.items() if name in item.declared}))


def relisting(item: ContentFile, answers: Mapping[str, str]) -> bytes:
    """The file of a new round, with those answers: without the days of the last one. Raises NotEditedError."""
    kept = {name: each for name, each in item.declared.items() if name not in _OF_THE_FILE and name not in answers}
    places = list(dict.fromkeys([*_of_days(item, kept), *_not_to_copy(item)]))
    return _made(item, places, answers)


def _made(item: ContentFile, places: list[Path], answers: Mapping[str, Data]) -> bytes:
    changes = [
        *(FieldChange(each, None) for each in places),
        *(FieldChange((name,), each) for name, each in answers.items()),
    ]
    return edited(item.data, changes, item.record)


def _not_to_copy(item: ContentFile) -> Iterator[Path]:
    """Fields that are of the file itself, and those that say nothing."""
    yield from ((name,) for name in item.fields if name in _OF_THE_FILE or name not in item.said)


def _without_comments(data: bytes) -> bytes:
    """The file without lines that hold a comment, or nothing: they were about fields that are gone."""
    sheet = sheet_of(data)
    bare = re.sub(r"(?m)^[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r)", "", sheet.front)
    made = sheet.with_front(bare)
    return made if says(made, data_of(read_fields(data)), sheet) else data


def _foreign(fields: Data, declared: Mapping[str, Declaration], above: Path = ()) -> Iterator[Path]:
    """Where a file says what a translation does not: fields that are shared, but for the words within some."""
    for name, value in fields.items() if isinstance(fields, dict) else ():
        each = declared.get(name)
        if each is None or each.shared is Shared.OWN:
            continue
        parts = declarations(each.type.record) if each.type.record and isinstance(value, dict) else {}
        has_words = any(parts[part].shared is Shared.OWN for part in parts.keys() & value) if parts else False
        if each.shared is Shared.SAME and has_words:
            yield from _foreign(value, {part: one for part, one in parts.items() if not one.required}, (*above, name))
        else:
            yield (*above, name)


def _of_days(item: ContentFile, declared: Mapping[str, Declaration]) -> Iterator[Path]:
    """Where a file names days of its own: fields of a moment, and records that cannot be without one."""
    for name in [each for each in declared if each in item.fields]:
        each = declared[name]
        parts = declarations(each.type.record) if each.type.record else {}
        days = [part for part, one in parts.items() if _is_of_days(one)]
        if _is_of_days(each) or any(parts[part].required for part in days) or name in _key_dates(item):
            yield (name,)
            continue
        value = item.fields[name]
        yield from ((name, part) for part in days if isinstance(value, dict) and part in value)


def _is_of_days(declaration: Declaration) -> bool:
    return declaration.type.side is not None or declaration.shared is Shared.DAYS


def _key_dates(item: ContentFile) -> tuple[str, ...]:
    return fields_holding(KeyDate)[item.folder]
