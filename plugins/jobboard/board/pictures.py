"""Checks of files that fields name: each must be readable, and a picture one that can be shown and safely unpacked."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from jobboard.board.checks import Checker, Item
from jobboard.board.links import files_of
from jobboard.board.synopsis import Synopsis
from jobboard.model.library import Library
from jobboard.model.news import NewsItem
from jobboard.model.posting import Posting
from jobboard.source.pictures import PictureError
from jobboard.source.problem import Problem, quoted
from jobboard.source.system_error import reason_of, way_out_of


def check_pictures(
    library: Library,
    files: Collection[str],
    check: Callable[[str], object],
    synopses: Mapping[str, Synopsis],
) -> Iterator[Problem]:
    """Pictures that are none, or so large that unpacking them would fill the memory, and files that cannot be read.

    `check` looks at one, and raises PictureError or OSError.

    Settled items are known by their synopsis; but a picture may change under an item that did not.
    """
    checker = Checker(library)
    items: list[Item] = [*library.events.values(), *library.organisations.values()]
    may_be_settled: list[Posting | NewsItem] = [*library.postings.values(), *library.news.values()]
    for each in may_be_settled:
        if each.path not in library.settled:
            items.append(each)
        elif named := synopses[each.path].files:
            items += [each] if any(_trouble(path, files, check) for path in named) else []
    for item in items:
        for field, path in files_of(item):
            if trouble := _trouble(path, files, check):
                yield checker.at(item, field, f"{quoted(path)}: {trouble[0]}", trouble[1])


def _trouble(path: str, files: Collection[str], check: Callable[[str], object]) -> tuple[str, str] | None:
    """What is wrong with a file, and the way out."""
    if path not in files:
        return None
    try:
        check(path)
    except PictureError as error:
        return str(error), error.hint
    except OSError as error:
        return f"this file cannot be read: {reason_of(error)}", way_out_of(error)
    return None
