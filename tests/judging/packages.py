"""What tests/judging/install has installed: a test of what is not there is skipped, or fails in CI."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.helpers import REPOSITORY

_MISSING = "without %s: run tests/judging/install"


def program(name: str) -> str:
    """Where a program is."""
    found = shutil.which(name)
    return found or _lacking(name)


def installed(path: str) -> Path:
    """A file of a package, like `axe-core/axe.min.js`."""
    file = REPOSITORY / ".venv/.judges/node_modules" / path
    return file if file.is_file() else Path(_lacking(path))


def _lacking(name: str) -> str:
    (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(_MISSING % name)
