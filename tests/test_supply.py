"""What is installed with a board is known: why, under which licence, and in a list that programs read."""

from __future__ import annotations

import json
import re

import pytest

from tests.helpers import REPOSITORY
from tests.supply import BILL, PAGE, REASONS, as_bill, as_page, asked_for, packages

FREE = re.compile(r"MIT|BSD|Apache|ISC|PSF|MPL|HPND|CNRI|AGPL|LGPL|GPL-2.0-or-later|Unlicense|0BSD|Zlib|public domain")


def test_every_package_that_is_asked_for_has_a_reason_and_no_other_has() -> None:
    assert asked_for() == REASONS.keys()


def test_every_licence_goes_with_that_of_a_board() -> None:
    """AGPL 3 or later takes in what is named here; GPL 2 alone it could not."""
    assert [each for each in packages() if not FREE.search(each.licence)] == []


@pytest.mark.parametrize(("file", "made"), [(PAGE, as_page), (BILL, as_bill)], ids=["page", "bill"])
def test_the_lists_are_those_of_what_is_pinned(file, made) -> None:  # type: ignore[no-untyped-def]
    assert file.read_text(encoding="utf-8") == made(), "run: .venv/bin/python -m tests.supply"


def test_the_bill_names_every_package_once_and_the_wheel_holds_it() -> None:
    names = [each["name"] for each in json.loads(BILL.read_text(encoding="utf-8"))["components"]]
    assert len(names) == len(set(names)) == len(packages())
    assert 'sbom-files = ["sbom.cdx.json"]' in (REPOSITORY / "pyproject.toml").read_text(encoding="utf-8")


def test_every_pinned_package_has_its_digest() -> None:
    for name in ("requirements.txt", "requirements-test.txt"):
        text = (REPOSITORY / name).read_text(encoding="utf-8").replace("\\\n", "")
        pinned = [line for line in text.splitlines() if "==" in line.partition(";")[0]]
        assert [line for line in pinned if "--hash=sha256:" not in line] == []
