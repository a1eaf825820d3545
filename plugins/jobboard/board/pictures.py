"""Checks of pictures that fields name: each must be one that can be shown, and be safe to unpack."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from jobboard.board.checks import Checker, Item
from jobboard.board.links import files_of
from jobboard.model.library import Library
from jobboard.source.pictures import Measured, PictureError, is_picture
from jobboard.source.problem import Problem, quoted


def check_pictures(library: Library, files: Collection[str], measured: Callable[[str], Measured]) -> Iterator[Problem]:
    """Pictures that are none, or so large that unpacking them would fill the memory. `measured` reads a header."""
    checker = Checker(library)
    with_pictures: list[Item] = [each for each in library.postings.values() if each.image or each.attachments]
    for item in (*with_pictures, *library.news.values(), *library.organisations.values()):
        for field, path in files_of(item):
            if path in files and is_picture(path):
                try:
                    measured(path)
                except (PictureError, OSError) as error:
                    hint = error.hint if isinstance(error, PictureError) else "check that it may be read"
                    trouble = error if isinstance(error, PictureError) else "this file cannot be read"
                    yield checker.at(item, field, f"{quoted(path)}: {trouble}", hint)
