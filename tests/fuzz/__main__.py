"""`python -m tests.fuzz [MINUTES] [NAME …]`: every reader in turn, minutes for all together, and what was found."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from tests.fuzz.targets import TARGETS

FOUND = Path(".cache/fuzz-found")
_RUNS = re.compile(r"number_of_executed_units: *(\d+)")


def main() -> int:
    """Say how each went; 1 if anything was found."""
    minutes = float(sys.argv[1]) if sys.argv[1:] else 10
    names = sys.argv[2:] or list(TARGETS)
    seconds = max(int(minutes * 60 / len(names)), 5)
    failed = [name for name in names if not _is_fine(name, seconds)]
    sys.stdout.write(f"{minutes:g} minutes, {len(names)} readers, {len(failed)} with a finding\n")
    return int(bool(failed))


def _is_fine(name: str, seconds: int) -> bool:
    command = [sys.executable, "-m", "tests.fuzz.one", name, str(seconds), str(FOUND)]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    runs = _RUNS.search(done.stderr)
    sys.stdout.write(
        f"{name:16}{seconds:5} s {runs[1] if runs else '?':>9} inputs  {'found' if done.returncode else ''}\n"
    )
    if done.returncode:
        sys.stdout.write(done.stderr[-4000:] + done.stdout[-2000:])
    sys.stdout.flush()
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
