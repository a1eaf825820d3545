"""What a build notes of the site it wrote, for the next to compare with: a file beside the ledger, opaque here.

It saves no time, and no output depends on it. Where it is lost, nobody is told what has vanished, and that is all.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from jobboard.engine.ledger import ledger_path
from jobboard.engine.state import read_own, replace_bytes, sealed, unsealed

_NO_KEY = b""
"""Whoever proposes a change is told what would vanish, and has no key: the seal tells damage alone."""


def memory_path(cache: Path, output: Path) -> Path:
    """Where the notes on an output folder are kept: one file each, like its ledger."""
    return ledger_path(cache, output).with_name(ledger_path(cache, output).name.replace("ledger-", "shown-"))


def load_memory(cache: Path, output: Path) -> bytes:
    """The notes; empty if there are none, or not as they were written."""
    try:
        return unsealed(read_own(memory_path(cache, output)), _NO_KEY) or b""
    except OSError:
        return b""


def save_memory(cache: Path, output: Path, data: bytes) -> None:
    """Replace the notes, for good: no later build can make them again.

    A folder that cannot be written costs advice, nothing else.
    """
    path = memory_path(cache, output)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_bytes(path, sealed(data, _NO_KEY), is_lasting=True)
