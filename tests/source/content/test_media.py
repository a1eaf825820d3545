"""Pictures and attachments are opened once, and Pillow is loaded only for a picture that is new."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from jobboard.pipeline import build
from jobboard.pipeline import check as checking
from jobboard.source.content.media import Media
from jobboard.source.pictures.picture import Measured
from tests.helpers import NOW, SITE, make_news, project_theme, write_site
from tests.pictures import jpeg

NEWS = make_news(image="{file: images/a.jpg, alt: A bridge}")


def read(content: Path, now: datetime = NOW) -> Media:
    """The media of a site that was checked with the cache beside it."""
    checked = checking.check(content, SITE, now, cache=content.parent / "cache")
    assert checked.problems == ()
    return Media(content, checked.loaded.scan.files, checked.loaded.cache)


def test_a_picture_is_measured_once_however_often_the_site_is_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = write_site(tmp_path / "content", {"news/bridge.md": NEWS, "images/a.jpg": jpeg(90, 60)})
    expected = Measured(width=90, height=60, form="JPEG")
    assert read(content).measured("images/a.jpg") == expected
    monkeypatch.delattr("jobboard.source.pictures.size.measure")
    assert read(content).measured("images/a.jpg") == expected
    write_site(content, {"news/bridge.md": NEWS.replace("A bridge", "Another")})
    assert read(content).measured("images/a.jpg") == expected


def test_a_picture_that_changes_is_measured_again(tmp_path: Path) -> None:
    content = write_site(tmp_path / "content", {"news/bridge.md": NEWS, "images/a.jpg": jpeg(90, 60)})
    assert read(content).measured("images/a.jpg").width == 90
    write_site(content, {"images/a.jpg": jpeg(120, 60)})
    assert read(content).measured("images/a.jpg").width == 120


def test_an_attachment_is_opened_again_only_if_it_was_touched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    news = make_news(assets="[{file: files/a.pdf, title: A}]")
    content = write_site(tmp_path / "content", {"news/bridge.md": news, "files/a.pdf": b"%PDF"})
    file = content / "files/a.pdf"
    os.utime(file, (1, 1))
    checked = checking.check(content, SITE, NOW, cache=tmp_path / "cache")
    build.build(checked, project_theme(), tmp_path / "output", tmp_path / "cache")
    for database in (tmp_path / "cache").glob("documents-*"):  # as if that had been a while ago
        os.utime(database, (database.stat().st_mtime + 1, database.stat().st_mtime + 1))
    with monkeypatch.context() as context:
        context.setattr(Media, "data", None)
        digest = read(content).digest("files/a.pdf")
    file.write_bytes(b"%PDX")  # the same size, and the time set back
    os.utime(file, (1, 1))
    assert read(content).digest("files/a.pdf") != digest


def test_all_stages_are_loaded_without_pillow() -> None:
    stages = "jobboard.pipeline.build, jobboard.board.assemble, jobboard.outputs.plan.site"
    code = f"import sys, {stages}; sys.exit('PIL' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
