"""The form on one's own computer (`jobboard write`), in a browser: opened, changed, saved, and seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.commands.test_write import NOW, ODD, TOKEN, Caller, caller, content
from tests.judging.axe import examine_looks

__all__ = ["caller", "content"]


@pytest.fixture
def errors() -> list[str]:
    return []


def test_a_file_is_opened_changed_saved_and_seen(
    caller: Caller, content: Path, chromium: Browser, errors: list[str]
) -> None:
    context = chromium.new_context(timezone_id="Europe/Brussels", reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(8000)
    page.clock.install(time=NOW)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    home = f"http://{caller.host}/"
    page.on("request", lambda asked: errors.append(asked.url) if not asked.url.startswith(home) else None)
    page.goto(f"http://{caller.host}/{TOKEN}/write/")
    page.get_by_role("button", name='Edit: Head of "Roads"').first.press("Enter")
    title = page.get_by_label("Title").first
    expect(title).to_have_value('Head of "Roads"')
    title.fill("Head of bridges")
    page.get_by_role("button", name="Make the file").press("Enter")
    page.get_by_role("button", name="Save into the content").press("Enter")
    expect(page.locator("[data-part=here] .write-said")).to_have_text("Saved: postings/roads.md")
    expect(page.frame_locator("iframe").locator("h1")).to_have_text("Head of bridges")
    assert (content / "postings/roads.md").read_bytes().count(b"\r\n") == ODD.count("\r\n")
    assert b"# Read the guide first." in (content / "postings/roads.md").read_bytes()
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="It is filled: Head of bridges").press("Enter")
    expect(page.locator("[data-part=here]")).not_to_contain_text("It is filled")
    assert b"because: filled" in (content / "postings/roads.md").read_bytes()
    assert errors == []
    assert examine_looks(page) == {}
    context.close()
