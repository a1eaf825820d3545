"""What readers were shown by the last build, compared with what they would be shown now (decision 32).

The content that was checked and the folders in; advice, the notes to keep, or a refusal out.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from jobboard.engine.memory import load_memory, save_memory
from jobboard.engine.staging import load_manifest
from jobboard.source.problem import Level, Problem

if TYPE_CHECKING:
    from jobboard.board.board import Board
    from jobboard.board.shown import Shown
    from jobboard.board.vanished import Look
    from jobboard.model.library import Library


class Removals(StrEnum):
    """What a build does when something that readers know would vanish."""

    ADVISE = "advise"
    REFUSE = "refuse"
    ALLOW = "allow"


WAY_OUT = "run make publish with ALLOW_REMOVALS=1 (jobboard build --allow-removals) if it is meant"


def look_back(board: Board | None, library: Library | None, cache: Path, output: Path) -> Look | None:
    """What of the site in `output` would vanish with this content, and what is taken back; None of a broken board."""
    from jobboard.board import vanished  # noqa: PLC0415 (a build that finds nothing to do needs none of it)

    if board is None or library is None:
        return None
    return vanished.look_back(board, library, _known(cache, output))


def decide(look: Look, removals: Removals) -> Look:
    """The same, with what vanished forgotten where that is allowed."""
    if removals is not Removals.ALLOW or not look.vanished:
        return look
    shown = {key: each for key, each in look.shown.items() if key not in look.missing}
    return structs.replace(look, shown=shown, vanished=(), missing=frozenset())


def note(look: Look, cache: Path, output: Path) -> None:
    """Keep what readers are shown now, for the next build."""
    from jobboard.board.shown import to_bytes  # noqa: PLC0415

    data = to_bytes(look.shown)
    if data != load_memory(cache, output):
        save_memory(cache, output, data)


def named(problems: tuple[Problem, ...], shown_as: str) -> tuple[Problem, ...]:
    """Problems that name their file as the author calls it."""
    return tuple(sorted(structs.replace(each, path=f"{shown_as}/{each.path}") for each in problems))


def refusal(vanished: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The same as problems, which hold a build up."""
    return tuple(structs.replace(each, level=Level.PROBLEM, hint=f"{each.hint}; {WAY_OUT}") for each in vanished)


def _known(cache: Path, output: Path) -> dict[str, Shown]:
    """The notes of the last build; without them, what the list of the site's files tells."""
    from jobboard.board.shown import Shown, from_bytes  # noqa: PLC0415
    from jobboard.outputs.addresses import item_at  # noqa: PLC0415

    noted = from_bytes(load_memory(cache, output))
    if noted is not None:
        return noted
    names = {name for path in load_manifest(output) if (name := item_at(path)) is not None}
    return {f"{folder}/{id_}": Shown("", f"{folder}/{id_}.md", "", (), "") for folder, id_ in names}
