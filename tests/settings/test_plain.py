"""Settings read without Pelican are those that Pelican reads, or Pelican is asked."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pelican.settings import read_settings as read_with_pelican

from jobboard.settings.plain import plain_settings
from jobboard.settings.settings import KNOWN, read_settings
from tests.helpers import REPOSITORY, make_posting, write_site

OWN = """
PLUGINS = ["jobboard"]
SITENAME = "Hub"
SITEURL = "https://hub.example"
PATH = "content"
TIMEZONE = "Europe/Brussels"
"""
IDENTITY = 'JOBBOARD_IDENTITY = "hub.example,2026"\nJOBBOARD_DESCRIPTION = "A board."\n'
READ = ("PATH", "OUTPUT_PATH", "SITENAME", "SITEURL", "TIMEZONE", "DEFAULT_LANG", "PLUGINS", *KNOWN)
"""The settings that a board reads, but for THEME: of Pelican's own it is not the path that counts."""

PLAIN = [
    OWN + IDENTITY,
    OWN + IDENTITY + 'OUTPUT_PATH = "public"\nTIMEZONE = "Europe/Madrid"\nDEFAULT_LANG = "FR"\n',
    OWN + IDENTITY + 'PLUGINS = ("jobboard",)\nTHEME = "own"\nJOBBOARD_PAGE_SIZE = 20\n',
    OWN + IDENTITY + 'import os\nOUTPUT_PATH = os.path.join("a", "..", "b")\nlower = 1\n',
    OWN + IDENTITY + "from beside import *\n",
]
ASKED = [
    OWN.replace('"jobboard"', '"jobboard", "sitemap"'),
    OWN.replace('["jobboard"]', '["pelican.plugins.jobboard"]'),
    OWN.replace("PLUGINS", "OTHERS"),
    OWN.replace("https://hub.example", "https://hub.example/"),
    OWN.replace('"content"', '"nowhere"'),
    OWN + 'THEME = "simple"\n',
    OWN + 'JOBBOARD_PATH = "board/"\n',
    OWN + "SITENAME = 5\n",
    OWN + "1 / 0\n",
    OWN + "raise SystemExit\n",
    OWN + "((",
]


def written(folder: Path, text: str) -> Path:
    for name in ("content", "own/templates"):
        (folder / name).mkdir(parents=True)
    (folder / "beside.py").write_text('TIMEZONE = "Europe/Paris"\n', encoding="utf-8")
    file = folder / "conf.py"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize("overrides", [{}, {"SITEURL": "https://other.example", "OUTPUT_PATH": "/elsewhere"}])
@pytest.mark.parametrize("text", PLAIN)
def test_what_is_plain_is_read_as_pelican_reads_it(
    text: str, overrides: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = written(tmp_path, text)
    monkeypatch.syspath_prepend(tmp_path)
    plain, theirs = plain_settings(file, overrides), read_with_pelican(str(file), override=dict(overrides))
    assert plain is not None
    assert {name: plain.get(name) for name in READ} == {name: theirs.get(name) for name in READ}
    assert read_settings(plain).theme == read_settings(theirs).theme


@pytest.mark.parametrize("text", ASKED)
def test_what_needs_judgement_is_left_to_pelican(text: str, tmp_path: Path) -> None:
    assert plain_settings(written(tmp_path, text), {}) is None


def test_a_build_of_a_board_alone_loads_nothing_of_pelican(tmp_path: Path) -> None:
    conf = written(tmp_path, OWN + IDENTITY + f"THEME = {str(REPOSITORY / 'theme')!r}\n")
    (tmp_path / "content").rmdir()
    write_site(tmp_path / "content", {"postings/one.md": make_posting()})
    code = (
        "import sys\nfrom jobboard.pelican_adapter.run import Options, run\n"
        f"run(Options(settings={str(conf)!r}, removals='allow'))\n"
        "print(sorted(name for name in sys.modules if name.partition('.')[0] in ('pelican', 'docutils', 'pygments')))"
    )
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY / "plugins")}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "[]"
