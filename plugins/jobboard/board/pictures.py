"""Checks of files that fields and texts name: each must be readable, a picture one that can be shown and unpacked."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from jobboard.board.checks import Item, Locator
from jobboard.board.files import files_of
from jobboard.board.resolve import Reachable, resolve
from jobboard.board.synopsis import Synopsis
from jobboard.model.library import Library
from jobboard.source.message import Phrase, message, phrase
from jobboard.source.pictures.picture import PictureError
from jobboard.source.problem import Problem, quoted
from jobboard.source.system_error import reason_of, way_out_of

FILE_UNUSABLE = message("file-unusable", "%(file)s: %(reason)s")


def check_pictures(
    library: Library,
    files: Collection[str],
    check: Callable[[str], object],
    synopses: Mapping[str, Synopsis],
) -> Iterator[Problem]:
    """Pictures that are none, or so large that unpacking them would fill the memory, and files that cannot be read.

    `check` looks at one, and raises PictureError or OSError.

    Unchanged items are known by their synopsis; but a picture may change under an item that did not.
    """
    locator = Locator(library)
    for items in library.items.values():
        for id_, path in items.paths.items():
            if path in library.unchanged:
                synopsis = synopses[path]
                named = synopsis.files + synopsis.linked_files
                if not named or not any(_trouble(each, files, check) for each in named):
                    continue
            yield from _check_item(items[id_], files, check, locator)


def _check_item(
    item: Item, files: Collection[str], check: Callable[[str], object], locator: Locator
) -> Iterator[Problem]:
    for field, path in files_of(item):
        if trouble := _trouble(path, files, check):
            yield locator.at(item, field, FILE_UNUSABLE(file=quoted(path), reason=trouble[0]), trouble[1])
    for reference in locator.library.documents[item.path].body.references:
        target = resolve(reference, Reachable(files, (), {}, lambda _: None))
        if target is not None and (trouble := _trouble(target.file, files, check)):
            yield Problem(
                item.path,
                reference.line,
                "body",
                FILE_UNUSABLE(file=quoted(target.file), reason=trouble[0]),
                trouble[1],
            )


def _trouble(path: str, files: Collection[str], check: Callable[[str], object]) -> tuple[Phrase, Phrase] | None:
    """What is wrong with a file, and the way out."""
    if path not in files:
        return None
    try:
        check(path)
    except PictureError as error:
        return error.reason, error.hint
    except OSError as error:
        return phrase("this file cannot be read: %(reason)s", reason=reason_of(error)), way_out_of(error)
    return None
