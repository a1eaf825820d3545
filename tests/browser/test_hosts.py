"""A site that changes while a reader goes from page to page, shown by a real server whose files are weeks old."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from jobboard.pipeline import build
from jobboard.pipeline import check as checking
from jobboard.settings.theme import load_theme
from tests.helpers import REPOSITORY, SITE, at, make_posting, write_site
from tests.hosts.servers import PROGRAMS, require, serving

NOW = at("2026-03-16 12:00")
FILLED = "{on: 2026-03-15, because: filled}"
BEFORE, AFTER = "rgb(1, 2, 3)", "rgb(4, 5, 6)"


class Project:
    """A site that is built again and again, and copied to its host with the times of its files, as rsync does."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.served = folder, folder / "served"
        shutil.copytree(REPOSITORY / "theme", folder / "theme")

    def publish(self, colour: str, **fields: str) -> None:
        """Build, and copy what differs; every file is as old as if it had last changed ten weeks ago."""
        write_site(self.folder / "content", {"postings/x.md": make_posting(**fields)})
        (self.folder / "theme/static/css/99-more.css").write_text(f"h1 {{ color: {colour} !important; }}\n")
        checked = checking.check(self.folder / "content", SITE, NOW)
        output, cache = self.folder / "output", self.folder / "cache"
        summary = build.build(checked, load_theme(self.folder / "theme"), output, cache, is_published=True)
        for path in summary.written:
            os.utime(output / path, (NOW.timestamp() - 70 * 86400 + len(fields),) * 2)
        shutil.copytree(output, self.served, dirs_exist_ok=True)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project(tmp_path)
    made.publish(BEFORE)
    return made


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def has_gone_back_to_it(page: Page, project: Project, port: int) -> tuple[bool, bool]:
    """A reader sees an open posting and goes to the list; it is filled, and the style sheet changes; they follow the
    link again. Whether they see the one, and the other."""
    page.goto(f"http://127.0.0.1:{port}/jobs/x/")
    assert "Apply" in page.inner_text("main")
    page.goto(f"http://127.0.0.1:{port}/jobs/")
    project.publish(AFTER, closed=FILLED)
    page.click("main a[href='/jobs/x/']")
    page.wait_for_url("**/jobs/x/")
    colour = page.eval_on_selector("h1", "each => getComputedStyle(each).color")
    return "filled" in page.inner_text("main").lower(), colour == AFTER


@pytest.mark.parametrize("server", PROGRAMS)
def test_a_reader_who_follows_a_link_sees_what_has_changed(
    server: str, project: Project, page: Page, tmp_path: Path
) -> None:
    require(server)
    with serving(server, SITE, project.served, tmp_path / "own") as port:
        assert has_gone_back_to_it(page, project, port) == (True, True)


def test_without_a_lifetime_they_would_see_what_they_saw(project: Project, page: Page, tmp_path: Path) -> None:
    """So that the test above can fail."""
    require("nginx")
    with serving("nginx", SITE, project.served, tmp_path / "own", without="Cache-Control") as port:
        assert has_gone_back_to_it(page, project, port) == (False, False)
