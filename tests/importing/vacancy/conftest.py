"""What the tests of vacancies share: a content folder with the organisations of the samples."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing.vacancy.judge import content_for


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return content_for(tmp_path)
