"""The editor of lines: a file and changes in, the file with these and with every other byte as it was out.

One change replaces one stretch of characters: order, quoting, comments, line ends and spacing around it stay.
What comes out is read again by the project's own reader, and must say what was wanted and nothing else (decision 73).
"""

from __future__ import annotations

from collections.abc import Iterable

import yaml

from jobboard.editing.change import FieldChange, Path, after, dotted
from jobboard.editing.placing import Splice, removal, setting
from jobboard.editing.refusal import NotEditedError
from jobboard.editing.sheet import Sheet, data_of, read_fields, refuse_repeated, sheet_of
from jobboard.editing.spots import spots_of
from jobboard.model.fields.field import declarations
from jobboard.source.message import phrase


def edited(data: bytes, changes: Iterable[FieldChange], record: type) -> bytes:
    """The file with those changes, one after the other. A new field stands where the order of the record's says.

    Raises NotEditedError if one cannot be placed without touching others, or the file cannot be read.
    """
    wanted = [*changes]
    if wanted:
        refuse_repeated(data)
    for change in wanted:
        data = _edited(data, change, record)
    return data


def names_below(record: type, path: Path) -> tuple[str, ...]:
    """The declared fields of the record at a path, in the order of the reference; none where there is no record."""
    found: type | None = record
    for step in path:
        if isinstance(step, str):
            declared = declarations(found).get(step) if found is not None else None
            found = None if declared is None else declared.type.record
    return () if found is None else tuple(declarations(found))


def _edited(data: bytes, change: FieldChange, record: type) -> bytes:
    before = data_of(read_fields(data))
    wanted = after(before, change)
    if wanted == before:
        return data
    sheet = sheet_of(data)
    splice = None if wanted is None else _splice(sheet, change, record)
    if splice is None:
        raise not_placed(change.path)
    new = sheet.with_front(splice.into(sheet.front))
    if not says(new, wanted, sheet):
        raise not_placed(change.path)
    return new


def _splice(sheet: Sheet, change: FieldChange, record: type) -> Splice | None:
    try:
        root = spots_of(sheet.front)
    except yaml.YAMLError:
        return None
    if change.value is None:
        return None if root is None else removal(sheet, root, change.path)
    return setting(sheet, root, change, lambda path: names_below(record, path))


def says(new: bytes, wanted: object, sheet: Sheet) -> bool:
    """True if a file says that in its front matter, and has the body of the sheet it was."""
    try:
        refuse_repeated(new)
        return data_of(read_fields(new)) == wanted and sheet_of(new).body == sheet.body
    except NotEditedError:
        return False


def not_placed(path: Path) -> NotEditedError:
    """The refusal of a change that would touch more than its field."""
    words = phrase("%(field)s cannot be placed without touching others; change it by hand", field=dotted(path))
    return NotEditedError(words)
