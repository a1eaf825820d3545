"""The setting that says whose dialect the files for hosts are in."""

from __future__ import annotations

from pathlib import Path

import pytest

from jobboard.board.site import FileHost
from jobboard.pelican_adapter.run import Options, load_settings
from jobboard.settings.settings import Settings, SettingsError
from tests.helpers import REPOSITORY, settings_of


def loaded(folder: Path, line: str) -> Settings:
    (folder / "content").mkdir()
    file = folder / "pelicanconf.py"
    file.write_text(f"{settings_of(REPOSITORY / 'theme')}{line}\n")
    return load_settings(Options(settings=str(file), content=str(folder / "content"), output=str(folder / "output")))


@pytest.mark.parametrize(
    ("line", "host"),
    [
        ("", FileHost.CLOUDFLARE),
        ("JOBBOARD_HOST = 'cloudflare'", FileHost.CLOUDFLARE),
        ("JOBBOARD_HOST = 'netlify'", FileHost.NETLIFY),
    ],
)
def test_the_files_for_hosts_are_those_of_the_one_that_is_named(line: str, host: FileHost, tmp_path: Path) -> None:
    assert loaded(tmp_path, line).site.host is host


@pytest.mark.parametrize("value", ["'netlfy'", "''", "None", "True", "['netlify']"])
def test_any_other_is_refused_at_its_line(value: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as raised:
        loaded(tmp_path, f"JOBBOARD_HOST = {value}")
    (problem,) = raised.value.problems
    assert (problem.field, "cloudflare" in str(problem)) == ("JOBBOARD_HOST", True)
