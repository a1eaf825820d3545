"""The guide's table of what each address is served with is that of the code."""

from __future__ import annotations

import re

import pytest

from jobboard.outputs.site.host_rules import CHECKED, LASTING, TYPES_BY_ENDING, served_with
from tests.helpers import REPOSITORY
from tests.hosts.sites import EVERYTHING

GUIDE = (REPOSITORY / "docs/publishing.md").read_text(encoding="utf-8")
KEPT = {"asked for each time": CHECKED, "for good": LASTING}
_ROW = re.compile(r"^\| (.*) \| (.*) \| (asked for each time|for good) \| ?(yes)? ?\|$", re.MULTILINE)
ROWS = [
    (path, *cells) for paths, *cells in _ROW.findall(GUIDE) for path in re.findall(r"`([^`]+[^/`])`|`(jobs/)`", paths)
]


@pytest.mark.parametrize(("paths", "type_", "kept", "is_open"), ROWS, ids=lambda each: "".join(each) or "-")
def test_a_row_of_the_guide_is_true(paths: tuple[str, str], type_: str, kept: str, is_open: str) -> None:
    path = "".join(paths)
    told = served_with(EVERYTHING, path)
    expected = type_.strip("`") if "/" in type_ else TYPES_BY_ENDING[path.rpartition(".")[2]]
    came = (told["Content-Type"], told["Cache-Control"], told.get("Access-Control-Allow-Origin", ""))
    assert came == (expected, KEPT[kept], "*" if is_open else "")


def test_the_guide_has_rows() -> None:
    assert len(ROWS) > 20
