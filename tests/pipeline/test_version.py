"""The name of this code: what is made and kept depends on all that is in it."""

from __future__ import annotations

import re
import tomllib
import zoneinfo
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from types import SimpleNamespace

import pytest

from jobboard.pipeline import version
from tests.helpers import REPOSITORY

PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["project"]


def names(requirements: list[str]) -> set[str]:
    return {re.match(r"[\w-]+", each)[0].lower() for each in requirements}  # type: ignore[index]


def test_every_library_a_site_is_made_with_is_in_the_name() -> None:
    asked = names([*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["native"]])
    brought_along = {"jinja2", "markupsafe", "python-dateutil"}
    assert (asked | brought_along) - version.libraries().keys() == set()


def test_what_the_tests_need_is_not_in_the_name() -> None:
    assert not {"pytest", "ruff", "hatchling"} & version.libraries().keys()


def test_a_checkout_that_nobody_installed_says_itself_what_it_requires(monkeypatch: pytest.MonkeyPatch) -> None:
    installed = version.libraries()
    without(monkeypatch, version._PACKAGE)
    assert version.libraries() == installed


@pytest.mark.parametrize("library", ["icalendar", "comrak", "markupsafe"])
def test_another_version_of_a_library_is_another_name(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = name_of(lambda: None)
    real = metadata.distribution

    def upgraded(name: str) -> object:
        text = "Version: 999\n" if name == library else real(name).read_text("METADATA")
        return SimpleNamespace(read_text=lambda _file: text)

    assert name_of(lambda: monkeypatch.setattr(metadata, "distribution", upgraded)) != before


def test_other_time_zones_of_the_system_are_another_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zoneinfo, "TZPATH", (str(tmp_path / "none"), str(tmp_path)))

    def write(release: str) -> Callable[[], object]:
        return lambda: (tmp_path / "tzdata.zi").write_text(f"# version {release}\n")

    assert name_of(write("2026a")) != name_of(write("2026b"))


def name_of(change: Callable[[], object]) -> str:
    """The name once something has changed, as in a new process."""
    change()
    version.code_version.cache_clear()
    try:
        return version.code_version()
    finally:
        version.code_version.cache_clear()


def without(monkeypatch: pytest.MonkeyPatch, library: str) -> None:
    """A world in which that distribution is not installed."""
    real = metadata.distribution

    def distribution(name: str) -> metadata.Distribution:
        if name == library:
            raise metadata.PackageNotFoundError(name)
        return real(name)

    monkeypatch.setattr(metadata, "distribution", distribution)
