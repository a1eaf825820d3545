"""`python -m tests.fuzz.one NAME SECONDS FOLDER`: one reader fuzzed in a process of its own, by atheris if it is there.

What is found lies in the folder; the exit code is then not 0.
"""

from __future__ import annotations

import contextlib
import importlib.util
import sys
import time
import traceback
import warnings
from collections.abc import Callable
from pathlib import Path

_SLOW = 8.0
"""Seconds of this process that an input may take."""


def _guided(name: str, seconds: int, folder: Path) -> None:
    """By what of our code an input reaches."""
    import atheris

    with atheris.instrument_imports(include=["jobboard"]):
        from tests.fuzz.targets import TARGETS
    from tests.fuzz.seeds import seeds

    corpus = folder / f"corpus-{name}"
    corpus.mkdir(exist_ok=True)
    for number, seed in enumerate(seeds()):
        (corpus / f"seed-{number}").write_bytes(seed)
    limits = [f"-max_total_time={seconds}", "-timeout=30", "-rss_limit_mb=3000", "-max_len=8000", "-verbosity=0"]
    options = [*limits, "-print_final_stats=1", f"-artifact_prefix={folder}/{name}-", str(corpus)]
    atheris.Setup([sys.argv[0], *options], lambda data: _tried(TARGETS[name], data))
    atheris.Fuzz()


def _tried(target: Callable[[bytes], None], data: bytes) -> None:
    started = time.process_time()
    target(data)
    taken = time.process_time() - started
    if taken > _SLOW:
        raise AssertionError(f"an input takes {taken:.1f} s")


def _unguided(name: str, seconds: int, folder: Path) -> None:
    """By chance."""
    from tests.fuzz.seeds import mutated
    from tests.fuzz.targets import TARGETS

    ends, runs = time.monotonic() + seconds, 0
    for data in mutated(time.time_ns()):
        if time.monotonic() > ends:
            break
        runs += 1
        try:
            _tried(TARGETS[name], data)
        except Exception:  # noqa: BLE001 (anything at all is a finding)
            (folder / f"{name}-crash-{runs}").write_bytes(data)
            traceback.print_exc()
            sys.exit(1)
    sys.stderr.write(f"stat::number_of_executed_units: {runs}\n")


def main() -> None:
    name, seconds, folder = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    warnings.simplefilter("ignore")
    fuzz = _guided if importlib.util.find_spec("atheris") else _unguided
    fuzz(name, seconds, folder)


if __name__ == "__main__":
    main()
