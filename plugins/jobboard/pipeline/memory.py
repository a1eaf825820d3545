"""What readers were shown by the last build, compared with what they would be shown now (decision 32).

The content that was checked and the folders in; advice, the notes to keep, or a refusal out.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from jobboard.engine.memory import load_memory, save_memory
from jobboard.engine.staging import load_manifest
from jobboard.pipeline.doubts import doubt_clock, doubt_removals
from jobboard.source.message import in_turn, phrase
from jobboard.source.problem import Level, Problem, as_told

if TYPE_CHECKING:
    from jobboard.board.board import Board
    from jobboard.board.seen.shown import Notes
    from jobboard.board.seen.vanished import Look
    from jobboard.model.library import Library
    from jobboard.source.content.scan import Scan


class Removals(StrEnum):
    """What a build does when something that readers know would vanish."""

    ADVISE = "advise"
    REFUSE = "refuse"
    ALLOW = "allow"


WAY_OUT = phrase("run make publish with ALLOW_REMOVALS=1 (jobboard build --allow-removals) if it is meant")


def compared_with_last(board: Board | None, library: Library | None, cache: Path, output: Path) -> Look | None:
    """What of the site in `output` would vanish with this content, and what is taken back; None of a broken board."""
    from jobboard.board.seen import vanished  # noqa: PLC0415 (a build that finds nothing to do needs none of it)

    if board is None or library is None:
        return None
    notes = _notes(cache, output)
    return structs.replace(vanished.look_back(board, library, notes.shown), clock=notes.clock)


def refused(
    look: Look, scan: Scan, output: Path, clock: datetime | None, removals: Removals, shown_as: str
) -> tuple[Problem, ...]:
    """Why this must not be built: much is gone, the clock went back, or something vanishes where nothing may.

    `clock` is the instant if nobody has named it (decision 41).
    """
    if removals is Removals.ALLOW:
        return ()
    doubts = (*doubt_clock(look, output, clock), *named(doubt_removals(look, scan.root, output), shown_as))
    if doubts or removals is not Removals.REFUSE:
        return doubts
    vanished = (
        structs.replace(each, level=Level.PROBLEM, way_out=in_turn(each.way_out, WAY_OUT)) for each in look.vanished
    )
    return named(vanished, shown_as)


def doubted(look: Look, scan: Scan, output: Path) -> tuple[Problem, ...]:
    """The same of the content alone, as advice for those who only look; paths are relative to the content folder."""
    found = doubt_removals(look, scan.root, output)
    return tuple(structs.replace(each, level=Level.ADVICE) for each in found)


def decide(look: Look, removals: Removals, now: datetime, clock: datetime | None) -> Look:
    """The same, with what vanished forgotten where that is allowed, and with what the clock is to be known for.

    `clock` is the instant if nobody has named it. Who names an earlier one says that what was noted is of no account.
    """
    look = structs.replace(look, clock=clock or (look.clock and min(look.clock, now)))
    if removals is not Removals.ALLOW or not look.vanished:
        return look
    shown = {key: each for key, each in look.shown.items() if key not in look.missing}
    return structs.replace(look, shown=shown, vanished=(), missing=frozenset())


def note(look: Look, cache: Path, output: Path) -> None:
    """Keep what readers are shown now, for the next build."""
    from jobboard.board.seen.shown import to_bytes  # noqa: PLC0415

    data = to_bytes(look.shown, look.clock)
    if data != load_memory(cache, output):
        save_memory(cache, output, data)


def named(problems: Iterable[Problem], shown_as: str) -> tuple[Problem, ...]:
    """Problems that name their file as the author calls it."""
    return as_told(structs.replace(each, path=f"{shown_as}/{each.path}".rstrip("/")) for each in problems)


def _notes(cache: Path, output: Path) -> Notes:
    """The notes of the last build; without them, what the list of the site's files tells."""
    from jobboard.board.seen.shown import FORM, Notes, Remembered, from_bytes  # noqa: PLC0415
    from jobboard.outputs.addresses import item_at  # noqa: PLC0415

    notes = from_bytes(load_memory(cache, output))
    if notes is not None:
        return notes
    keys = {"/".join(name) for path in load_manifest(output) if (name := item_at(path)) is not None}
    return Notes(FORM, {key: Remembered("", f"{key}.md", "", (), "") for key in keys}, None)
