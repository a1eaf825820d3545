"""Whole sites, compared with `tests/sites/*/expected`. `make golden` rewrites those; review the difference."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.golden import NAMES, SITES, build_golden
from tests.helpers import read_tree


@pytest.fixture(scope="module", params=NAMES)
def built(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[dict[str, bytes], dict[str, bytes]]:
    return read_tree(SITES / request.param / "expected"), build_golden(
        request.param, tmp_path_factory.mktemp(request.param)
    )


def test_a_golden_site_has_the_files_it_should(built: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    expected, actual = built
    assert sorted(expected) == sorted(actual)


def test_every_file_of_a_golden_site_is_as_it_should_be(built: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    expected, actual = built
    for path in expected:
        assert expected[path].decode("utf-8", "replace") == actual[path].decode("utf-8", "replace"), path


def test_two_builds_in_different_folders_are_byte_identical(tmp_path: Path) -> None:
    assert build_golden("full", tmp_path / "one") == build_golden("full", tmp_path / "two")
