"""The open postings of an organisation on a site of its own: another origin, with a frame and nothing else of ours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import FrameLocator, expect

from jobboard.outputs.site.hosting import headers
from tests.browser.reader import Reader
from tests.helpers import SITE, build_site, make_organisation, make_posting, write_site

Read = Callable[..., Reader]
ORGANISATION, EMBED = "organisations/example-network/", "embed/organisations/example-network/"
FILES: dict[str, str | bytes | None] = {
    "organisations/example-network.md": make_organisation(),
    "postings/x.md": make_posting(title="Donaudampfschifffahrtsgesellschaftskoordination, Team Innenstadtentwicklung"),
}
EMBEDDING = replace(SITE, has_embeds=True)


def policy_of(rule: str) -> dict[str, str]:
    """The policy that hosts send with what falls under a rule."""
    lines = headers(EMBEDDING, ()).split(f"{rule}\n", 1)[1].split("\n/", 1)[0].split("\n")
    return {"Content-Security-Policy": next(each for each in lines if "Policy: default" in each).partition(": ")[2]}


@pytest.fixture
def board(tmp_path: Path, read: Read) -> Callable[[str], Reader]:
    """Serves a board as hosts do that were told of one rule."""
    site = build_site(write_site(tmp_path / "content", FILES), site=EMBEDDING)
    return lambda rule: read(site, "2026-03-31 12:00", headers=policy_of(rule))


@pytest.fixture
def framed(read: Read) -> Callable[..., Reader]:
    """A page of another origin with a frame. What it asks of the board is what the frame needs."""

    def show(board: Reader, path: str, width: int = 600, **more: object) -> Reader:
        frame = f'<iframe src="{board.home}{path}" width="{width}" height="500" title="Jobs"></iframe>'
        page = f'<!DOCTYPE html><link rel="icon" href="data:,"><title>Ours</title><p>{"words " * 900}</p>{frame}'
        host = read({"index.html": page.encode()}, "2026-03-31 12:00", **more)
        host.permit(board.home)
        host.page.goto("/")
        return host

    return show


def frame_in(host: Reader) -> FrameLocator:
    return host.page.frame_locator("iframe")


def test_another_site_shows_the_postings_and_one_past_its_deadline_goes(
    board: Callable[[str], Reader], framed: Callable[..., Reader]
) -> None:
    ours = board("/embed/*")
    host = framed(ours, EMBED)
    expect(frame_in(host).locator(".job-card")).to_have_count(1)
    expect(frame_in(host).locator(".count")).to_have_text("1 open posting")
    ours.now = host.now
    host.wait_until("2026-04-01 00:00")
    expect(frame_in(host).locator(".job-card")).to_have_count(0)
    expect(frame_in(host).locator(".empty")).to_have_text("There is no open posting at the moment.")
    expect(frame_in(host).locator(".count")).to_have_text("0 open postings")


def test_the_other_site_reads_nothing_of_ours_and_the_frame_asks_for_nothing_but_its_own_files(
    board: Callable[[str], Reader], framed: Callable[..., Reader]
) -> None:
    ours = board("/embed/*")
    host = framed(ours, EMBED)
    expect(frame_in(host).locator(".job-card")).to_have_count(1)
    asked = {urlsplit(each).path.strip("/") for each in host.foreign}
    assert {each.startswith("theme/") or each in (EMBED.strip("/"), "build.json") for each in asked} == {True}
    assert host.page.evaluate("document.querySelector('iframe').contentDocument") is None
    reading = f"fetch('{ours.home}build.json').then(() => 'read', () => 'refused')"
    host.expect_error("blocked by CORS policy")
    host.expect_error("net::ERR_FAILED")
    assert host.page.evaluate(reading) == "refused"


def test_no_other_page_of_ours_is_shown_in_a_frame(
    board: Callable[[str], Reader], framed: Callable[..., Reader]
) -> None:
    host = framed(board("/*"), ORGANISATION)
    host.expect_error("frame-ancestors")
    expect(frame_in(host).locator(".page")).to_have_count(0)


def test_a_posting_opens_in_the_whole_window(board: Callable[[str], Reader], framed: Callable[..., Reader]) -> None:
    ours = board("/embed/*")
    host = framed(ours, EMBED)
    frame_in(host).locator(".job-card a").click()
    host.page.wait_for_url(f"{ours.home}jobs/x/")


@pytest.mark.parametrize("width", [280, 320, 900])
def test_a_narrow_frame_holds_it_without_scrolling_aside(
    width: int, board: Callable[[str], Reader], framed: Callable[..., Reader]
) -> None:
    host = framed(board("/embed/*"), EMBED, width)
    expect(frame_in(host).locator(".job-card")).to_have_count(1)
    over = "(it) => it.ownerDocument.documentElement.scrollWidth - it.ownerDocument.documentElement.clientWidth"
    assert frame_in(host).locator("main").evaluate(over) == 0


@pytest.mark.parametrize("of_reader", ["light", "dark"])
@pytest.mark.parametrize("asked", ["", "#light", "#dark"])
def test_it_is_light_or_dark_as_the_address_asks_or_else_as_the_reader_likes_it(
    asked: str, of_reader: str, board: Callable[[str], Reader], framed: Callable[..., Reader]
) -> None:
    host = framed(board("/embed/*"), f"{EMBED}{asked}", color_scheme=of_reader)
    ground = frame_in(host).locator("html").evaluate("(it) => getComputedStyle(it.querySelector('body')).color")
    letters = sum(map(int, ground.removeprefix("rgb(").rstrip(")").split(",")))
    assert ("dark" if letters > 382 else "light") == (asked.strip("#") or of_reader)
    assert host.page.evaluate("scrollY") == 0
