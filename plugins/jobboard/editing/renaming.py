"""A file under another name: the file with its old name kept, and every file that names it with the new one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jobboard.editing.change import FieldChange, Path
from jobboard.editing.editor import edited
from jobboard.editing.item import ContentFile, Edit, no_such_field, several, told_of
from jobboard.editing.sheet import Data, sheet_of
from jobboard.model.fields.field import declarations
from jobboard.model.fields.references import OWN_FOLDER

_FORMERLY = "formerly"


def renaming(item: ContentFile, new: str, others: Iterable[ContentFile]) -> Iterator[Edit]:
    """The file at its new place, what names it there, and the old one gone; `others` are all files but this.

    Raises NotEditedError. A name the item had before may be taken back: then it stays in the list.
    """
    with told_of(item):
        renamed = ContentFile(item.path, _with_its_old_name(item))
        yield Edit(f"{item.path.rpartition('/')[0]}/{new}.md", None, _naming(renamed, item, new))
    yield Edit(item.path, item.data, None)
    for other in others:
        with told_of(other):
            if item.id.encode() in other.data and (data := _naming(other, item, new)) != other.data:
                yield Edit(other.path, other.data, data)


def _with_its_old_name(item: ContentFile) -> bytes:
    if _FORMERLY not in item.declared:
        raise no_such_field(item, _FORMERLY)
    found = item.said.get(_FORMERLY)
    names = several(found)
    if item.id in names:
        return item.data
    is_list = isinstance(found, list)
    change = FieldChange((_FORMERLY, len(names)), item.id) if is_list else FieldChange((_FORMERLY,), [*names, item.id])
    return edited(item.data, [change], item.record)


def _naming(other: ContentFile, item: ContentFile, new: str) -> bytes:
    """A file that names the item by its new name, in its fields and in the links of its text."""
    places = _places(other.record, other.fields, (), (other.folder, item.folder, item.id))
    data = edited(other.data, [FieldChange(place, new) for place in places], other.record)
    sheet = sheet_of(data)
    return sheet.with_body(_links_to(item).sub(rf"\g<before>{new}.md", sheet.body))


def _places(record: type, fields: Data, above: Path, named: tuple[str, str, str]) -> Iterator[Path]:
    """Where fields name an item: by the declarations of those that hold ids, however deep."""
    own_folder, folder, id_ = named
    for name, each in declarations(record).items():
        value = fields.get(name) if isinstance(fields, dict) else None
        place, inner = (*above, name), each.type.record
        several = [((*place, at), one) for at, one in enumerate(value)] if isinstance(value, list) else [(place, value)]
        for where, one in several:
            if inner is not None:
                yield from _places(inner, one or {}, where, named)
            elif one == id_ and folder == (own_folder if each.type.refers_to == OWN_FOLDER else each.type.refers_to):
                yield where


def _links_to(item: ContentFile) -> re.Pattern[str]:
    """Finds the paths in a text that lead to an item, in whatever folder of its kind they say it is."""
    before = rf"(?<![\w%/-])(?:\./|/)?{re.escape(item.folder)}/(?:[^\s()<>\[\]#?\"']*/)?"
    return re.compile(rf"(?P<before>{before}){re.escape(item.id)}\.md(?=[\s)>#?\"'\]]|$)")
