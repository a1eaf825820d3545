"""The script that puts a built site before other judges finds what is wrong, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import build_site, make_posting, write_site
from tests.judges import main


@pytest.fixture
def site(tmp_path: Path) -> Path:
    build_site(write_site(tmp_path / "content", {"postings/analyst.md": make_posting()}))
    return tmp_path / "output"


def test_a_site_as_it_is_built_has_no_fault(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--site", str(site)]) == 0
    assert capsys.readouterr().out == "3 calendars, 0 with faults\n"


def test_a_line_that_is_too_long_is_named_with_its_file(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = site / "calendars" / "deadlines.ics"
    file.write_bytes(file.read_bytes().replace(b"VERSION:2.0", b"VERSION:2.0\r\nX-LONG:" + b"a" * 80))
    assert main(["--site", str(site)]) == 1
    assert f"{file}: 87 octets" in capsys.readouterr().out


def test_a_site_without_calendars_is_not_passed(tmp_path: Path) -> None:
    assert main(["--site", str(tmp_path)]) == 1
