"""The name of this code: what is made and kept depends on all that is in it."""

from __future__ import annotations

import re
import tomllib
import zoneinfo
from pathlib import Path

import pytest

from jobboard.pipeline import version
from tests.helpers import REPOSITORY


def test_every_library_is_in_the_name_or_said_to_be_of_no_effect() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["project"]
    asked = {
        re.match(r"[\w-]+", each)[0] for each in (*project["dependencies"], *project["optional-dependencies"]["native"])
    }  # type: ignore[index]
    brought_along = {"jinja2", "markupsafe"}
    assert {*version.LIBRARIES, *version.NOT_SEEN} == asked | brought_along
    assert not {*version.LIBRARIES} & {*version.NOT_SEEN}


def test_other_time_zones_of_the_system_are_another_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = set()
    monkeypatch.setattr(zoneinfo, "TZPATH", (str(tmp_path / "none"), str(tmp_path)))
    for release in ("2026a", "2026b"):
        (tmp_path / "tzdata.zi").write_text(f"# version {release}\n")
        version.code_version.cache_clear()
        names.add(version.code_version())
    version.code_version.cache_clear()
    assert len(names) == 2
