"""Programs of others that carry files: started without a shell, and what they say kept for people."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from jobboard.engine.folder import held_locks
from jobboard.publishing.host import NotPublishedError

_MOST_SAID = 400


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
    ends: Mapping[int, str] = {},
) -> bytes:
    """What a program answers. Raises NotPublishedError with its last words, or what its end means where it says
    nothing; an end in `empty` is an empty answer. It holds on to the locks of this process."""
    ended = subprocess.run(  # noqa: S603
        command, input=given, capture_output=True, env=environment, pass_fds=held_locks(), check=False
    )
    if ended.returncode in empty:
        return b""
    if ended.returncode:
        words = _said(ended.stderr) or ends.get(ended.returncode, f"ended with {ended.returncode}")
        raise NotPublishedError(f"{Path(command[0]).name}: {words}")
    return ended.stdout


def _said(told: bytes) -> str:
    """The last lines, without the levels that some programs put before them."""
    lines = (re.sub(r"^(?:[A-Z]+ *|[a-z]+): ", "", line.strip()) for line in told.decode(errors="replace").splitlines())
    return " / ".join([*filter(None, lines)][-3:])[:_MOST_SAID]
