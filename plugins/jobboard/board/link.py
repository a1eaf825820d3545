"""Typed content, settings and an instant in; the board, or the problems between files, out."""

from __future__ import annotations

from collections.abc import Collection, MutableMapping
from datetime import datetime

from msgspec.structs import replace

from jobboard.board.board import Board
from jobboard.board.checks import Checker, Item, check_library
from jobboard.board.clock_checks import check_clocks
from jobboard.board.entries import check_entries
from jobboard.board.events import check_events
from jobboard.board.linker import Linker
from jobboard.board.links import Reachable, check_files, check_references
from jobboard.board.reopening import check_reopened
from jobboard.board.settling import kept_synopses
from jobboard.board.site import Site
from jobboard.board.synopsis import Synopsis
from jobboard.board.timing import check_times, time_posting
from jobboard.board.translations import check_translations, with_originals
from jobboard.model.introduction import Introduction
from jobboard.model.library import Library
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
    problems = [*library.problems, *check_library(library), *check_translations(library, site.lang)]
    whole = with_originals(library)
    items = _linkable(whole)
    there = items.keys() | {(folder, id_) for folder, ids in library.failed.items() for id_ in ids}

    def anchors_of(key: tuple[str, str]) -> tuple[str, ...] | None:
        named = items.get(key)
        return None if named is None else library.documents[named.path].body.anchors

    reachable = Reachable(files, there, library.former, anchors_of)
    for found in library.unsettled.values():
        for item in found:
            problems += check_files(item, files, checker)
            problems += check_references(item, library.documents[item.path].body, reachable)
    timed = {each.path: time_posting(each, whole.organisations, site) for each in whole.unsettled["postings"]}
    problems += check_times(whole, timed.values(), site, checker)
    problems += check_reopened(timed.values(), checker)
    problems += check_events(whole, site, checker)
    problems += check_entries(whole, site, checker)
    problems += check_clocks(whole, timed.values(), site, checker)
    told = [problem for path in library.settled for problem in synopses[path].problems(path)]
    if is_blocking(problems):
        return None, (*problems, *told)
    board = Linker(whole, replace(reachable, items=items), site, now, timed, synopses, before).board()
    synopses.update(kept_synopses(board, library, problems))
    return board, (*problems, *told)


def _linkable(library: Library) -> dict[tuple[str, str], Item]:
    """What a text may lead to, by folder and id; of a topic's introductions the original, which is named after it."""
    return {
        (folder, id_): item
        for folder, found in library.items.items()
        for id_, item in found.items()
        if not (isinstance(item, Introduction) and item.translation_of is not None)
    }
