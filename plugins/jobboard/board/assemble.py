"""Typed content, settings and an instant in; the board, or the problems between files, out."""

from __future__ import annotations

from collections.abc import Collection, MutableMapping
from datetime import datetime

from jobboard.board.assembler import Assembler
from jobboard.board.board import Board
from jobboard.board.checks import Locator, check_library
from jobboard.board.clock_checks import check_clocks
from jobboard.board.entries import check_entries
from jobboard.board.events import check_events
from jobboard.board.files import check_files
from jobboard.board.others import changed_by_others, others_of
from jobboard.board.reopening import check_reopened
from jobboard.board.resolve import Reachable, check_references
from jobboard.board.site import Site
from jobboard.board.status import to_zone
from jobboard.board.synopsis import Synopsis
from jobboard.board.timing import check_times, time_posting, zone_of
from jobboard.board.translations import check_translations, with_originals
from jobboard.board.unchanged import kept_synopses
from jobboard.model.library import Library
from jobboard.model.unpublished import as_if_published, other_in
from jobboard.source.kinds import TOPIC_TEXTS
from jobboard.source.problem import Problem, is_blocking


def assemble(
    library: Library,
    files: Collection[str],
    site: Site,
    now: datetime,
    synopses: MutableMapping[str, Synopsis],
    before: Board | None = None,
) -> tuple[Board | None, tuple[Problem, ...]]:
    """Link the library as seen at `now` (aware). The board is None if there is any problem, here or before.

    `synopses` are those of the library's unchanged items, by path; the others' are added, where they may be kept.
    `before` is a board that was linked in the same context (`context_of`): what would come out equal is taken from it.
    What is checked is what is written; a preview shows it as if all of it were published.
    """
    locator = Locator(library)
    problems = [*library.problems, *check_library(library), *check_translations(library, site.lang)]
    whole = with_originals(library)
    reachable = reachable_in(library, files)
    for found in library.changed.values():
        for item in found:
            problems += check_files(item, files, locator)
            problems += check_references(item, library.documents[item.path].body, reachable)
    timed = {each.path: time_posting(each, whole.organisations, site) for each in whole.changed["postings"]}
    problems += check_times(whole, timed.values(), site, locator)
    problems += check_reopened(timed.values(), locator)
    problems += check_events(whole, site, locator)
    problems += check_entries(whole, site, locator)
    problems += check_clocks(whole, timed.values(), site, locator)
    told = [problem for path in library.unchanged for problem in synopses[path].problems(path)]
    if is_blocking(problems):
        return None, (*problems, *told)
    unpublished: Collection[str] = ()
    if site.preview is not None:
        written, organisations = whole, whole.organisations
        whole = as_if_published(whole, site.preview, lambda item: to_zone(zone_of(item, organisations, site)))
        unpublished = other_in(whole, written)
        timed = {each.path: time_posting(each, whole.organisations, site) for each in whole.changed["postings"]}
    board = Assembler(whole, reachable, site, now, timed, synopses, before).board()
    kept = kept_synopses(board, library, synopses, reachable, problems)
    synopses.update({path: each for path, each in kept.items() if path not in unpublished})
    return board, (*problems, *told)


def reachable_in(library: Library, files: Collection[str]) -> Reachable:
    """What the texts of a library may lead to, be it something whose file has problems."""
    items = _linkable(library)
    failed = {(folder, id_) for folder, ids in library.failed.items() for id_ in ids}

    def anchors_of(key: tuple[str, str]) -> tuple[str, ...] | None:
        path = items.get(key)
        return None if path is None else library.documents[path].body.anchors

    return Reachable(files, items.keys() | failed, library.former, anchors_of)


def take_back_changed(library: Library, files: Collection[str], synopses: MutableMapping[str, Synopsis]) -> bool:
    """Take away the synopses of items that hear something else of others than they did. True if there were any."""
    asking = {path: each for path, each in synopses.items() if each.asked is not None}
    found = changed_by_others(others_of(library, asking, reachable_in(library, files)), asking) if asking else ()
    for path in found:
        del synopses[path]
    return bool(found)


def _linkable(library: Library) -> dict[tuple[str, str], str]:
    """What a text may lead to, by folder and id, with its path; of a topic's introductions the original, which is named
    after it."""
    found = {(folder, id_): path for folder, items in library.items.items() for id_, path in items.paths.items()}
    translated = {id_ for id_, item in library.introductions.items() if item.translation_of is not None}
    return {key: path for key, path in found.items() if key[0] != TOPIC_TEXTS or key[1] not in translated}
