"""A build that could not move all of what it had made: what moved, what waits, and the next build that completes it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from jobboard.engine.folder import OutputError
from jobboard.engine.staging import FOLDER, left_to_do

_LATER = "The next build that can completes it; until then every page is whole, but old ones stand beside new ones"


class UnfinishedError(OutputError):
    """The system refused while files moved; `state` says, for people, how that has left the site."""

    def __init__(self, message: str, state: str) -> None:
        super().__init__(message, state)
        self.state = state

    def __str__(self) -> str:
        return str(self.args[0])


def finish_or_tell(carry_out: Callable[[], None], output: Path, staged: int | None = None) -> None:
    """Carry out the journal. Raises UnfinishedError if the system refuses; `staged` files were to move, if known."""
    try:
        carry_out()
    except OSError as error:
        message = f"{error.filename or output}: {error.strerror or error}"
        raise UnfinishedError(message, _state(output, staged)) from error


def _state(output: Path, staged: int | None) -> str:
    waiting, to_remove = left_to_do(output)
    wait = f"{_files(waiting)} in {output.name}/{FOLDER}" if waiting else "no new file"
    rest = f"{wait}, and {len(to_remove):,} to be removed" if to_remove else wait
    if staged is None:
        return f"An earlier build is not finished: still to move are {rest}. {_LATER}."
    moved = staged - len(waiting)
    if not moved and staged:
        return f"Nothing has moved yet and the site is as it was, but what is new waits: {rest}. {_LATER}."
    return f"Of the site {moved:,} of {staged:,} new files are in place; still to move are {rest}. {_LATER}."


def _files(paths: list[str]) -> str:
    others = f" and {len(paths) - 1:,} more" if len(paths) > 1 else ""
    return f"{paths[0]}{others}"
