"""Typed content, settings and an instant in; the board, or the problems between files, out."""

from __future__ import annotations

from collections.abc import Collection, MutableMapping
from datetime import datetime

from jobboard.board.board import Board
from jobboard.board.checks import Checker, Item, check_library
from jobboard.board.events import check_events
from jobboard.board.linker import Linker
from jobboard.board.links import check_files, check_references
from jobboard.board.settling import kept_synopses
from jobboard.board.site import Site
from jobboard.board.synopsis import Synopsis
from jobboard.board.timing import check_times, time_posting
from jobboard.model.library import Library
from jobboard.model.posting import Posting
from jobboard.source.problem import Problem, is_blocking


def link_board(
    library: Library,
    files: Collection[str],
    site: Site,
    now: datetime,
    synopses: MutableMapping[str, Synopsis],
    before: Board | None = None,
) -> tuple[Board | None, tuple[Problem, ...]]:
    """Link the library as seen at `now` (aware). The board is None if there is any problem, here or before.

    `synopses` are those of the library's settled items, by path; the others' are added, where they may be kept.
    `before` is a board that was linked in the same context (`context_of`): what would come out equal is taken from it.
    """
    checker = Checker(library)
    items: dict[tuple[str, str], Item] = {("postings", key): item for key, item in library.postings.items()}
    items |= {("news", key): item for key, item in library.news.items()}
    items |= {("events", key): item for key, item in library.events.items()}
    items |= {("organisations", key): item for key, item in library.organisations.items()}
    items |= {("pages", key): item for key, item in library.pages.items()}
    items |= {("topics", key): item for key, item in library.introductions.items() if item.translation_of is None}
    unsettled = [item for item in items.values() if item.path not in library.settled]
    unsettled += [item for item in library.introductions.values() if item.translation_of is not None]
    problems = [*library.problems, *check_library(library)]
    there = items.keys() | {(folder, id_) for folder, ids in library.failed.items() for id_ in ids}

    def anchors_of(key: tuple[str, str]) -> tuple[str, ...] | None:
        named = items.get(key)
        return None if named is None else library.documents[named.path].body.anchors

    for item in unsettled:
        problems += check_files(item, files, checker)
        problems += check_references(item, library.documents[item.path].body, files, there, anchors_of)
    timed = {item.path: time_posting(item, library, site) for item in unsettled if isinstance(item, Posting)}
    problems += check_times(library, timed.values(), site, checker)
    problems += check_events(library, site, checker)
    told = [problem for path in library.settled for problem in synopses[path].problems(path)]
    if is_blocking(problems):
        return None, (*problems, *told)
    board = Linker(library, files, site, now, items, timed, synopses, before).board()
    synopses.update(kept_synopses(board, library.settled, problems))
    return board, (*problems, *told)
