"""Files that items name in their fields: whether they are there, and of a kind that may be published."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from jobboard.board.checks import FILE_MISSING, Item, Locator
from jobboard.board.files import named_files
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
"""What may be published. Not HTML, which can carry script; SVG if it carries none (`source/pictures/svg.py`)."""

UNPORTABLE = re.compile(r'[<>:"|?*]|[. ](?:/|$)|(?:^|/)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:[./]|$)', re.IGNORECASE)
"""In a path that Windows cannot hold: whoever works there could not even check out the repository."""

PORTABLE = phrase("rename it: letters, digits and hyphens work everywhere, as in images/town-hall.jpg")


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
