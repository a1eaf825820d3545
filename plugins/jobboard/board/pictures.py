"""Checks of files that fields and texts name: each must be readable, a picture one that can be shown and unpacked."""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection, Iterator, Mapping

from msgspec import structs

from jobboard.board.checks import Item, Locator
from jobboard.board.files import files_of
from jobboard.board.resolve import Reachable, resolve
from jobboard.board.synopsis import Synopsis
from jobboard.model.library import Library
from jobboard.source.message import Phrase, message, phrase
from jobboard.source.pictures.picture import Measured, PictureError, is_drawing, is_picture
from jobboard.source.problem import Level, Problem, quoted
from jobboard.source.system_error import reason_of, way_out_of

FILE_UNUSABLE = message("file-unusable", "%(file)s: %(reason)s")
DRAWING_REFUSED = message("drawing-refused", "%(file)s: %(reason)s")
PICTURE_HEAVY = message("picture-heavy", "%(file)s: the picture has %(excess)s; it is published smaller")

HEAVY = 5_000_000
"""Bytes from which on a picture makes a repository heavy."""

WIDE = 5000
"""Pixels, in either direction, that nobody needs."""

_LIGHTER = phrase("3000 pixels across are enough, for print too; the repository carries the whole file for ever")

Said = tuple[Phrase, Phrase] | None
"""What is said of a file, and the way out; None for nothing."""


def check_pictures(
    library: Library,
    files: Collection[str],
    check: Callable[[str], object],
    synopses: Mapping[str, Synopsis],
) -> Iterator[Problem]:
    """Pictures that are none, or so large that unpacking them would fill the memory, drawings that could act, and files
    that cannot be read.

    `check` looks at one, and raises PictureError or OSError.
    """
    return _said(library, files, lambda path: _trouble(path, check), synopses, Level.PROBLEM)


def advise_on_pictures(
    library: Library,
    sizes: Mapping[str, int],
    measured: Callable[[str], Measured],
    synopses: Mapping[str, Synopsis],
    about: Collection[str] | None = None,
) -> Iterator[Problem]:
    """Pictures larger than anybody needs. `sizes` are all files in bytes, `measured` answers a picture's pixels.

    `about` are the files that are asked about; None for all.
    """
    return _said(library, sizes, lambda path: _excess(path, sizes[path], measured), synopses, Level.ADVICE, about)


def _said(
    library: Library,
    files: Collection[str],
    look: Callable[[str], Said],
    synopses: Mapping[str, Synopsis],
    level: Level,
    about: Collection[str] | None = None,
) -> Iterator[Problem]:
    """What `look` says of each file, at the places that name it.

    Unchanged items are known by their synopsis; but a picture may change under an item that did not.
    """
    look = functools.cache(look)
    locator = Locator(library)
    for items in library.items.values():
        for id_, path in items.paths.items():
            if about is not None and path not in about:
                continue
            if path in library.unchanged:
                synopsis = synopses[path]
                named = synopsis.files + synopsis.linked_files
                if not any(look(each) for each in named if each in files):
                    continue
            for place in _said_of_item(items[id_], files, look, locator):
                yield structs.replace(place, level=level)


def _said_of_item(
    item: Item, files: Collection[str], look: Callable[[str], Said], locator: Locator
) -> Iterator[Problem]:
    for field, path in files_of(item):
        if path in files and (said := look(path)):
            yield locator.at(item, field, *said)
    for reference in locator.library.documents[item.path].body.references:
        target = resolve(reference, Reachable(files, (), {}, lambda _: None))
        if target is not None and target.file in files and (said := look(target.file)):
            yield Problem(item.path, reference.line, "body", *said)


def _trouble(path: str, check: Callable[[str], object]) -> Said:
    """What is wrong with a file."""
    try:
        check(path)
    except PictureError as error:
        told = DRAWING_REFUSED if is_drawing(path) else FILE_UNUSABLE
        return told(file=quoted(path), reason=error.reason), error.hint
    except OSError as error:
        unread = phrase("this file cannot be read: %(reason)s", reason=reason_of(error))
        return FILE_UNUSABLE(file=quoted(path), reason=unread), way_out_of(error)
    return None


def _excess(path: str, size: int, measured: Callable[[str], Measured]) -> Said:
    """What is too much of a picture."""
    if not is_picture(path):
        return None
    seen = measured(path)
    found = [phrase("%(size)s MB", size=size / 1e6)] if size > HEAVY else []
    if max(seen.width, seen.height) > WIDE:
        found.append(phrase("%(width)s × %(height)s pixels", width=seen.width, height=seen.height))
    if not found:
        return None
    excess = phrase("%(one)s and %(other)s", one=found[0], other=found[1]) if len(found) > 1 else found[0]
    return PICTURE_HEAVY(file=quoted(path), excess=excess), _LIGHTER
