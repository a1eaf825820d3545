"""What a build notes of the site it wrote, for the next to compare with: a file beside the ledger, opaque here.

It saves no time, and no output depends on it. Where it is lost, nobody is told what has vanished, and that is all.
"""

from __future__ import annotations

from pathlib import Path

from jobboard.engine.ledger import ledger_path, replace_bytes


def memory_path(cache: Path, output: Path) -> Path:
    """Where the notes on an output folder are kept: one file each, like its ledger."""
    return ledger_path(cache, output).with_name(ledger_path(cache, output).name.replace("ledger-", "shown-"))


def load_memory(cache: Path, output: Path) -> bytes:
    """The notes; empty if there are none."""
    try:
        return memory_path(cache, output).read_bytes()
    except OSError:
        return b""


def save_memory(cache: Path, output: Path, data: bytes) -> None:
    """Replace the notes. A folder that cannot be written costs advice, nothing else."""
    path = memory_path(cache, output)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_bytes(path, data)
    except OSError:
        pass
