"""A site under preview: as of another day, and while its author is writing."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from http.client import HTTPConnection
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, Route

from jobboard.preview.builds import Builds
from jobboard.preview.server import PreviewHandler
from jobboard.preview.shown import ShownFolder
from tests.helpers import at, make_posting
from tests.previews import Project

LONG = "A paragraph.\n\n" * 100


def test_a_preview_as_of_another_day_tells_the_script_that_it_is_then(tmp_path: Path) -> None:
    site = ShownFolder(tmp_path, at("2026-03-16 12:00"))
    handler = functools.partial(PreviewHandler, builds=Builds(), site=site)
    (tmp_path / "build.json").write_text("{}")
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        serving = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        serving.start()
        connection = HTTPConnection("127.0.0.1", server.server_port)
        connection.request("GET", "/build.json")
        reply = connection.getresponse()
        reply.read()
        connection.close()
        server.shutdown()
        serving.join()
    assert reply.getheader("Date") == "Mon, 16 Mar 2026 11:00:00 GMT"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    found = Project(tmp_path)
    found.save(make_posting(LONG))
    return found


@pytest.fixture
def page(project: Project, chromium: Browser) -> Iterator[Page]:
    """The posting's page, open. No error may be seen there, be it of the content security policy."""
    errors: list[str] = []
    with project.served() as port:
        context = chromium.new_context(service_workers="block")
        page = context.new_page()
        page.on("console", lambda said: errors.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: errors.append(str(error)))
        with page.expect_request("**/.jobboard/events"):
            page.goto(f"http://127.0.0.1:{port}/jobs/analyst/")
        yield page
        context.close()
        project.builds.tell_built(is_new=True)  # lets the server see that the page is gone
    assert errors == []


def test_an_open_page_reloads_itself_after_a_save_and_stays_where_it_was_scrolled_to(
    project: Project, page: Page
) -> None:
    page.evaluate("scrollTo(0, 900)")
    with page.expect_request("**/.jobboard/events"):
        project.save(make_posting(LONG, title="Data Officer"))
        page.get_by_role("heading", name="Data Officer").wait_for()
    page.wait_for_load_state()
    for _ in range(100):  # a browser scrolls when it has laid the page out, to the same text, be that a line further up
        if 800 < page.evaluate("scrollY") < 1000:
            break
        page.wait_for_timeout(50)
    assert 800 < page.evaluate("scrollY") < 1000


def test_a_page_opened_just_before_a_save_hears_of_it(project: Project, page: Page) -> None:
    def save_first(route: Route) -> None:
        project.save(make_posting(LONG, title="Data Officer"))
        route.continue_()

    page.route("**/.jobboard/events", save_first, times=1)
    page.reload()
    page.get_by_role("heading", name="Data Officer").wait_for()


def test_what_is_wrong_is_shown_below_the_page_as_it_was_until_it_is_mended(project: Project, page: Page) -> None:
    project.save(make_posting(LONG, deadline="soon"))
    shown = page.get_by_role("alert")
    shown.get_by_text("analyst.md:5: deadline: ").wait_for()
    assert page.get_by_role("heading", name="Data Analyst").count() == 1
    assert shown.evaluate("panel => getComputedStyle(panel).position") == "fixed"
    project.save(make_posting(LONG))
    shown.wait_for(state="hidden")


def test_a_page_opened_while_something_is_wrong_shows_it(project: Project, page: Page) -> None:
    project.save(make_posting(LONG, deadline="soon"))
    page.reload()
    page.get_by_role("alert").get_by_text("Nothing was written; the site is as it was.").wait_for()


def test_what_is_wrong_is_shown_as_words_whatever_it_quotes(project: Project, page: Page) -> None:
    project.save(make_posting(LONG, deadline="'<img src=/none onerror=alert(1)>'"))
    shown = page.get_by_role("alert")
    shown.get_by_text("<img src=/none onerror=alert(1)>").wait_for()
    assert shown.locator("img").count() == 0
    project.save(make_posting(LONG))
    shown.wait_for(state="hidden")
