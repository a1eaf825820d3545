"""What hosts take is said before anything travels, by each limit alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from msgspec.structs import replace

from jobboard.publishing import limits
from jobboard.publishing.limits import HOST_LIMITS, over_limits
from jobboard.publishing.site_files import SiteFile, site_files_in
from tests.helpers import REPOSITORY
from tests.publishing.sites import put_site

SMALL = {"files": 3, "size": 400, "file_size": 200, "header_rules": 1, "line": 60, "moves": 2}
"""As HOST_LIMITS has them, of a host that takes little."""

WITHIN: Mapping[str, bytes] = {
    "index.html": b"x" * 200,
    "_headers": b"/*\n  A: " + b"b" * 51 + b"\n",
    "_redirects": b"# moved\n/a /b 301\n/c /d 301\n",
}
OVER: Mapping[str, tuple[str, bytes, str]] = {
    "files": ("about.html", b"", "4 files, and"),
    "size": ("_redirects", b"#" * 190, "450 bytes in all, and"),
    "file_size": ("index.html", b"x" * 201, "201 bytes in index.html, and"),
    "header_rules": ("_headers", b"/*\n/a\n", "2 rules in _headers, and"),
    "line": ("_headers", b"/*\n  A: " + b"b" * 56 + b"\n", "61 characters in a line of _headers, and"),
    "moves": ("_redirects", b"/a /b\n/c /d\n/e /f\n", "3 rules in _redirects, and"),
}


@pytest.fixture
def over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Mapping[str, bytes]], list[str]]:
    small = replace(HOST_LIMITS["cloudflare"], **SMALL)
    monkeypatch.setattr(limits, "HOST_LIMITS", {"small": small})

    def said(files: Mapping[str, bytes]) -> list[str]:
        return [str(each) for each in over_limits("small", site_files_in([put_site(tmp_path, files)]))]

    return said


def test_what_is_just_within_is_taken(over: Callable[[Mapping[str, bytes]], list[str]]) -> None:
    assert over(WITHIN) == []


def test_every_limit_is_tried() -> None:
    assert OVER.keys() == SMALL.keys() == {*limits.HostLimits.__struct_fields__} - {"source", "read_on"}


@pytest.mark.parametrize("limit", OVER)
def test_what_is_over_one_limit_is_said_with_its_source(
    limit: str, over: Callable[[Mapping[str, bytes]], list[str]]
) -> None:
    path, data, words = OVER[limit]
    (said,) = over({**WITHIN, path: data})
    assert said.startswith(words)
    assert "(developers.cloudflare.com/pages/platform/limits/, read on 2026-11-26)" in said


def test_a_host_without_a_plan_takes_all() -> None:
    huge = {str(number): SiteFile(str(number), Path(), 10**9, "") for number in range(300_000)}
    assert list(over_limits("", huge)) == []
    assert len(list(over_limits("cloudflare", huge))) == 2


def test_the_guide_has_every_plan_and_its_figures() -> None:
    guide = (REPOSITORY / "docs/publishing.md").read_text(encoding="utf-8")
    for plan, known in HOST_LIMITS.items():
        (row,) = [line for line in guide.splitlines() if line.startswith(f"| `{plan}` |")]
        cells = [cell.strip() for cell in row.split("|")]
        assert cells[2] == (f"{known.files:,}" if known.files else "")
        assert cells[3] == ("1 GB" if known.size else "")
        assert cells[4] == ("25 MiB" if known.file_size else "")
