"""What holds for all tests: the same examples in every run, no deadline that a busy machine would miss, messages in
English, a secret of their own, so that no command keeps a key with whoever runs them, and folders in memory."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "jobboard",
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("jobboard")

os.environ["JOBBOARD_SEAL"] = "a secret of the tests"
os.environ["LANGUAGE"] = "en"

MEMORY = Path("/dev/shm")
ROOM = 1 << 30
"""Bytes that must be free there. A run has some hundred millions at a time: what passes is removed at once."""


def is_roomy(folder: Path) -> bool:
    """True if files can be kept there, and programs run from there: containers often allow little or neither."""
    if not (hasattr(os, "ST_NOEXEC") and os.access(folder, os.W_OK)):
        return False
    return shutil.disk_usage(folder).free > ROOM and not os.statvfs(folder).f_flag & os.ST_NOEXEC


if "TMPDIR" not in os.environ and is_roomy(MEMORY):
    os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)  # thousands of sites are built; on a disk one waits for them


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The single files last, of which most are done at once: who ended with a long one would be waited for."""
    items.sort(key=lambda item: item.path.parent == Path(__file__).parent)


def pytest_collection_finish() -> None:
    """Leave what is there for the whole run out of every look for cycles: seventeen thousand tests are many objects."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def pytest_make_parametrize_id(val: object) -> str | None:
    """Bytes are named by their number: packed ones hold the second they were made, and every process must collect the
    same names."""
    return f"{len(val)}-bytes" if isinstance(val, bytes) else None
