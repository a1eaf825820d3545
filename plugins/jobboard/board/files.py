"""Files that items name in their fields: which, and whether they are there and of a kind that may be published."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from jobboard.board.checks import FILE_MISSING, Item, Locator
from jobboard.model.fields.field import declarations
from jobboard.model.fields.values import FILE
from jobboard.source.characters import as_meant, hidden_in
from jobboard.source.message import Phrase, in_turn, message, phrase
from jobboard.source.near_names import index_of_names
from jobboard.source.pictures.picture import PICTURES
from jobboard.source.problem import Level, Problem, did_you_mean, quoted

FILE_NOT_PUBLISHED = message("file-not-published", "%(path)s is no kind of file this site publishes")
NAME_NOT_PORTABLE = message("file-name-not-portable", "%(path)s is no name for a file on Windows")

DOWNLOADS = (
    *PICTURES,
    ".csv",
    ".doc",
    ".docx",
    ".ics",
    ".mp3",
    ".mp4",
    ".odp",
    ".ods",
    ".odt",
    ".pdf",
    ".ppt",
    ".pptx",
    ".txt",
    ".xls",
    ".xlsx",
    ".zip",
)
"""What may be published. Not SVG or HTML, which can carry script."""

UNPORTABLE = re.compile(r'[<>:"|?*]|[. ](?:/|$)|(?:^|/)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:[./]|$)', re.IGNORECASE)
"""In a path that Windows cannot hold: whoever works there could not even check out the repository."""

PORTABLE = phrase("rename it: letters, digits and hyphens work everywhere, as in images/town-hall.jpg")


class NamedFile(NamedTuple):
    """A file that a field names: the dotted field, the path below the content folder, and whether it is a picture."""

    field: str
    path: str
    is_picture: bool


def files_of(item: object) -> Iterator[tuple[str, str]]:
    """The files an item's fields name, as (dotted field, path below the content folder)."""
    return ((each.field, each.path) for each in named_files(item))


def named_files(record: object, prefix: str = "") -> Iterator[NamedFile]:
    """Every file that a record names by its fields, in the order of their declaration."""
    cls: type = type(record)
    for name, inner in _naming_files(cls):
        value = getattr(record, name)
        if inner is None:
            if value:
                yield NamedFile(f"{prefix}{name}", value, _must_say_what_it_shows(cls))
        elif isinstance(value, tuple):
            for number, each in enumerate(value, 1):
                yield from named_files(each, f"{prefix}{name}.{number}.")
        elif value is not None:
            yield from named_files(value, f"{prefix}{name}.")


@functools.cache
def _naming_files(cls: type) -> tuple[tuple[str, type | None], ...]:
    """The fields that name files, or hold records that do: (name, the record)."""
    inner = ((name, each.type, each.type.record) for name, each in declarations(cls).items())
    return tuple((name, record) for name, type_, record in inner if type_ is FILE or (record and _naming_files(record)))


@functools.cache
def _must_say_what_it_shows(cls: type) -> bool:
    """True for a record of a picture: it cannot be without words that stand for it."""
    alt = declarations(cls).get("alt")
    return alt is not None and bool(alt.required)


def check_files(item: Item, files: Collection[str], locator: Locator) -> Iterator[Problem]:
    """Files named in fields must exist, and be of a kind that may be published."""
    for field, path, is_picture in named_files(item):
        if path not in files:
            yield locator.at(item, field, FILE_MISSING(path=path), hint_on_path(path, files))
        elif not path.lower().endswith(PICTURES if is_picture else DOWNLOADS):
            yield locator.at(
                item,
                field,
                FILE_NOT_PUBLISHED(path=quoted(path)),
                phrase("use one of %(endings)s", endings=", ".join(PICTURES if is_picture else DOWNLOADS)),
            )
        elif UNPORTABLE.search(path):
            yield locator.at(item, field, named_unportably(path), PORTABLE, Level.ADVICE)


def named_unportably(path: str) -> Phrase:
    """What is said of a path that `UNPORTABLE` finds."""
    return NAME_NOT_PORTABLE(path=quoted(path))


def hint_on_path(path: str, files: Collection[str]) -> Phrase:
    """The near path that there is, or the character that makes two paths differ though they look the same."""
    if same := index_of_names(files).looking_like.get(as_meant(path), ""):
        anew = phrase("rename the file, or write its name anew: %(path)s", path=as_meant(path))
        return in_turn(hidden_in(path) or hidden_in(same), anew)
    hidden = hidden_in(path)
    if hidden:
        return phrase("%(hidden)s; write %(written)s", hidden=hidden, written=as_meant(path))
    return did_you_mean(path, files)
