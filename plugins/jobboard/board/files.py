"""The files that an item leads to, by its fields and in its text: what readers are given of each, and whether it may be
published."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from msgspec import Struct, structs

from jobboard.board.board import BoardItem
from jobboard.board.checks import FILE_MISSING, Item, Locator
from jobboard.board.synopsis import NamedFile, Resolved
from jobboard.model.fields.field import declarations
from jobboard.model.fields.values import FILE
from jobboard.model.parts.logo import Logo
from jobboard.source.characters import as_meant, hidden_in
from jobboard.source.message import Phrase, in_turn, message, phrase
from jobboard.source.near_names import index_of_names
from jobboard.source.pictures.picture import PICTURES, is_picture
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
"""What may be published. Not HTML, which can carry script; SVG if it carries none (`source/pictures/svg.py`)."""

UNPORTABLE = re.compile(r'[<>:"|?*]|[. ](?:/|$)|(?:^|/)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:[./]|$)', re.IGNORECASE)
"""In a path that Windows cannot hold: whoever works there could not even check out the repository."""

PORTABLE = phrase("rename it: letters, digits and hyphens work everywhere, as in images/town-hall.jpg")


class _Naming(Struct, frozen=True):
    """What the declaration of a record says of the files it names."""

    is_offered: bool
    may_be_shown: bool
    is_logo: bool


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
                yield _named(record, f"{prefix}{name}", value)
        elif isinstance(value, tuple):
            for number, each in enumerate(value, 1):
                yield from named_files(each, f"{prefix}{name}.{number}.")
        elif value is not None:
            yield from named_files(value, f"{prefix}{name}.")


def linked_files(links: Resolved) -> Iterator[NamedFile]:
    """Every file that a text shows or leads to."""
    for path in dict.fromkeys(target.file for _, target in links if target and target.file):
        is_led_to = any(target.is_led_to for _, target in links if target and target.file == path)
        yield NamedFile(path=path, is_offered=is_led_to, is_shown=is_picture(path))


def files_led_to(item: Any) -> tuple[NamedFile, ...]:
    """Every file that an item of the board leads to, by its fields and in its text."""
    named = item.synopsis.named if isinstance(item, BoardItem) else named_files(item.content)
    return (*named, *linked_files(item.links))


def without_kept_notes(files: Iterable[NamedFile]) -> Iterator[NamedFile]:
    """The same files where nothing personal is to be published any more, which notes of a camera may be."""
    return (structs.replace(each, keeps_metadata=False) for each in files)


def check_files(item: Item, files: Collection[str], locator: Locator) -> Iterator[Problem]:
    """Files named in fields must exist, and be of a kind that may be published."""
    for named in named_files(item):
        field, path, allowed = named.field, named.path, DOWNLOADS if named.is_offered else PICTURES
        if path not in files:
            yield locator.at(item, field, FILE_MISSING(path=path), hint_on_path(path, files))
        elif not path.lower().endswith(allowed):
            yield locator.at(
                item,
                field,
                FILE_NOT_PUBLISHED(path=quoted(path)),
                phrase("use one of %(endings)s", endings=", ".join(allowed)),
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


def _named(record: object, field: str, path: str) -> NamedFile:
    cls: type = type(record)
    naming = _naming_of(cls)
    return NamedFile(
        path=path,
        field=field,
        is_offered=naming.is_offered,
        is_shown=naming.may_be_shown and (is_picture(path) or not naming.is_offered),
        is_logo=naming.is_logo,
        keeps_metadata=getattr(record, "keep_metadata", False),
    )


@functools.cache
def _naming_files(cls: type) -> tuple[tuple[str, type | None], ...]:
    """The fields that name files, or hold records that do: (name, the record)."""
    inner = ((name, each.type, each.type.record) for name, each in declarations(cls).items())
    return tuple((name, record) for name, type_, record in inner if type_ is FILE or (record and _naming_files(record)))


@functools.cache
def _naming_of(cls: type) -> _Naming:
    """A record that cannot be without words for its picture shows it and offers nothing; one that has no room for them
    offers a file."""
    alt = declarations(cls).get("alt")
    return _Naming(is_offered=alt is None or not alt.required, may_be_shown=alt is not None, is_logo=cls is Logo)
