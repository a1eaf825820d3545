"""Messages as they are shown: of each file no more than anybody reads, and how many there are beside them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from msgspec import structs

from jobboard.source.message import UNSAID, message, phrase
from jobboard.source.problem import Problem

MORE_OF_THIS_KIND = message("more-of-this-kind", "and %(number)s more of this kind")
MORE_IN_THIS_FILE = message("more-in-this-file", "and %(number)s more in this file")

MOST_OF_A_KIND = 20
MOST_OF_A_FILE = 100
"""Messages that are shown of one kind, and in all, of one file: more would only repeat themselves."""

_NO_WORD = re.compile(r"'[^']*'|\S*[^a-z\s,;:.()-]\S*")
"""What tells two messages of a kind apart: what is quoted, names of files, numbers."""


def capped(problems: Iterable[Problem]) -> list[Problem]:
    """The problems in their order, those that are too many of a kind or of a file left out and counted.

    The count takes the place, and the line, of the first that is left out.
    """
    shown: list[Problem] = []
    of_a_kind: dict[tuple[str, ...], int] = defaultdict(int)
    of_a_file: dict[tuple[str, ...], int] = defaultdict(int)
    left_out: dict[tuple[str, ...], tuple[int, int]] = {}
    for each in problems:
        file = (each.path, each.level)
        kind = (*file, _NO_WORD.sub("", each.message))
        of_a_kind[kind] += 1
        if of_a_kind[kind] <= MOST_OF_A_KIND and of_a_file[file] < MOST_OF_A_FILE:
            of_a_file[file] += 1
            shown.append(each)
            continue
        where: tuple[str, ...] = kind if of_a_kind[kind] > MOST_OF_A_KIND else file
        at, count = left_out.get(where, (len(shown), 0))
        if not count:
            shown.append(each)
        left_out[where] = at, count + 1
    for where, (at, count) in left_out.items():
        shown[at] = _and_more(shown[at], count, is_of_a_kind=len(where) > 2)
    return shown


def _and_more(first: Problem, count: int, *, is_of_a_kind: bool) -> Problem:
    said = (MORE_OF_THIS_KIND if is_of_a_kind else MORE_IN_THIS_FILE)(number=count)
    way_out = phrase("they are shown once these are mended") if first.level == "problem" else UNSAID
    return structs.replace(first, field=first.field.split(".")[0] if is_of_a_kind else "", said=said, way_out=way_out)
