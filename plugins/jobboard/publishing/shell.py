"""Programs of others that carry files: started without a shell, and what they say kept for people."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from jobboard.publishing.host import NotPublishedError

_MOST_SAID = 300


def program(name: str, hint: str) -> str:
    """Where a program is: on the path, or beside this Python. Raises NotPublishedError with the way to it."""
    found = shutil.which(name) or shutil.which(name, path=str(Path(sys.executable).parent))
    if found is None:
        raise NotPublishedError(f"{name} is not installed; {hint}")
    return found


def run_program(
    command: Sequence[str],
    given: bytes = b"",
    *,
    environment: Mapping[str, str] | None = None,
    empty: Sequence[int] = (),
) -> bytes:
    """What a program answers. Raises NotPublishedError with its last words; an end in `empty` is an empty answer."""
    ended = subprocess.run(command, input=given, capture_output=True, env=environment, check=False)  # noqa: S603
    if ended.returncode in empty:
        return b""
    if ended.returncode:
        said = ended.stderr.decode(errors="replace").strip().splitlines()
        words = " / ".join(said[-3:])[-_MOST_SAID:] or f"ended with {ended.returncode}"
        raise NotPublishedError(f"{Path(command[0]).name}: {words}")
    return ended.stdout
