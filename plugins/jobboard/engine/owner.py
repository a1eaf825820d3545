"""Who builds a folder just now: a note beside the site while its lock is held, so that others can say for whom they
wait. It keeps nobody out; the lock does, and ends with its holder."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from msgspec import MsgspecError, Struct, json

from jobboard.engine.state import read_own, replace_bytes

OWNER_NOTE = ".jobboard-staging.lock"
_LONGEST = 200


class Owner(Struct, frozen=True):
    """A process by its number, and the command it was started with."""

    pid: int
    command: str


def sign(output: Path) -> None:
    """Leave the note. Where that is impossible, others wait for somebody without a name."""
    command = " ".join((Path(sys.argv[0]).name, *sys.argv[1:]))[:_LONGEST]
    with suppress(OSError):
        replace_bytes(output / OWNER_NOTE, json.encode(Owner(os.getpid(), command)))


def unsign(output: Path) -> None:
    """Take the note away."""
    with suppress(OSError):
        (output / OWNER_NOTE).unlink()


def owner_of(output: Path) -> str:
    """Who holds the lock, in words: `process 4711, "jobboard build", since 2026-11-26 03:15 UTC`."""
    try:
        note = json.decode(read_own(output / OWNER_NOTE), type=Owner)
        since = datetime.fromtimestamp((output / OWNER_NOTE).stat().st_mtime, UTC)
    except (OSError, MsgspecError, ValueError, OverflowError, RecursionError):
        return "a process that left no name"
    command = "".join(each for each in note.command[:_LONGEST] if each.isprintable())
    return f'process {note.pid}, "{command}", since {since:%Y-%m-%d %H:%M} UTC'
