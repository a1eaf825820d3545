"""The form on one's own computer (`jobboard write`), in a browser: opened, changed, saved, and seen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.commands.test_write import NOW, ODD, TOKEN, VACANCY, Caller, caller, content
from tests.helpers import read_tree
from tests.importing.vacancy.forms import FORMS
from tests.judging.axe import examine_looks

__all__ = ["caller", "content"]


@pytest.fixture
def page(caller: Caller, chromium: Browser) -> Iterator[Page]:
    """The form, open; nothing goes wrong in it, and nobody else is asked."""
    errors: list[str] = []
    context = chromium.new_context(timezone_id="Europe/Brussels", reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(8000)
    page.clock.install(time=NOW)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    home = f"http://{caller.host}/"
    page.on("request", lambda asked: errors.append(asked.url) if not asked.url.startswith(home) else None)
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(f"http://{caller.host}/{TOKEN}/write/")
    yield page
    assert errors == []
    context.close()


def test_a_file_is_opened_changed_saved_and_seen(page: Page, content: Path) -> None:
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
    page.get_by_role("button", name="It is filled: Head of bridges").press("Enter")
    expect(page.locator("[data-part=here]")).not_to_contain_text("It is filled")
    assert b"because: filled" in (content / "postings/roads.md").read_bytes()
    assert examine_looks(page) == {}


def test_a_document_is_chosen_mended_seen_as_it_is_typed_and_made_ready_by_keyboard_alone(
    page: Page, content: Path, tmp_path: Path
) -> None:
    (tmp_path / "Vacancy.docx").write_bytes(FORMS["docx"](VACANCY))
    chooser = page.get_by_label("Make drafts of a vacancy")
    reach(page, chooser)
    chooser.set_input_files(tmp_path / "Vacancy.docx")
    expect(page.locator("[data-part=here] .write-said")).to_contain_text("postings/policy-officer-trams.md")
    title = page.get_by_label("Title").first
    expect(title).to_have_value("Policy Officer, Trams")
    expect(page.get_by_role("textbox", name="Title").first).to_have_accessible_description(re.compile("Policy Officer"))
    employer = page.get_by_label("Organisation").first
    reach(page, employer)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(employer).to_have_value("example-network")
    page.clock.run_for(700)
    frame = page.frame_locator("iframe")
    expect(frame.locator("h1")).to_have_text("Policy Officer, Trams")
    reach(page, title)
    page.keyboard.press("End")
    page.keyboard.type(" and Ferries")
    page.clock.run_for(700)
    expect(frame.locator("h1")).to_have_text("Policy Officer, Trams and Ferries")
    expect(title).to_be_focused()
    assert b"Ferries" not in (content / "postings/policy-officer-trams.md").read_bytes()
    press(page, "Make the file")
    press(page, "Save into the content")
    expect(page.locator("[data-part=here] .write-said")).to_contain_text("Saved: postings/policy-officer-trams.md")
    assert b"Ferries" in (content / "postings/policy-officer-trams.md").read_bytes()
    press(page, "Ready to appear: Policy Officer, Trams and Ferries")
    expect(page.get_by_role("button", name="Ready to appear: Policy")).to_have_count(0)
    assert b"status" not in (content / "postings/policy-officer-trams.md").read_bytes()


def test_what_is_wrong_is_shown_softly_while_typing_and_told_when_saving(page: Page) -> None:
    press(page, 'Edit: Head of "Roads"')
    body = page.get_by_label("Text", exact=True)
    reach(page, body)
    page.keyboard.press("Control+End")
    page.keyboard.type(" ![a plan](images/missing.png)")
    page.clock.run_for(700)
    expect(body).to_have_accessible_description(re.compile("line 1 of the text"))
    expect(body).to_be_focused()
    expect(page.locator(".write-wrong-all")).to_be_hidden()
    expect(page.frame_locator("iframe").locator("h1")).to_have_text('Head of "Roads"')
    press(page, "Make the file")
    press(page, "Save into the content")
    expect(page.locator(".write-wrong-all")).to_be_focused()
    assert examine_looks(page) == {}


def test_a_translation_is_begun_and_opened(page: Page, content: Path) -> None:
    press(page, 'Edit: Head of "Roads"')
    press(page, "Translate: français")
    expect(page.get_by_label("Name of the file")).to_have_value("roads-fr")
    assert b"translation_of: roads" in (content / "postings/roads-fr.md").read_bytes()


def test_who_translates_is_asked_for_nothing_that_is_the_original_s(page: Page) -> None:
    press(page, 'Edit: Head of "Roads"')
    deadline = page.get_by_label("Deadline (needed)")
    expect(deadline).to_be_visible()
    press(page, "Translate: français")
    expect(page.get_by_label("Name of the file")).to_have_value("roads-fr")
    expect(deadline).to_be_hidden()
    page.get_by_label("Translation of").fill("")
    expect(deadline).to_be_visible()


def test_a_document_that_is_dropped_and_cannot_be_read_is_refused_in_a_line(page: Page, content: Path) -> None:
    before = read_tree(content)
    expect(page.get_by_label("Make drafts of a vacancy")).to_be_visible()
    data = page.evaluate_handle(
        "() => { const all = new DataTransfer(); all.items.add(new File(['PK broken'], 'v.docx')); return all; }"
    )
    page.dispatch_event("body", "drop", {"dataTransfer": data})
    expect(page.locator("[data-part=here] .write-said")).to_contain_text("v.docx")
    assert read_tree(content) == before


def press(page: Page, name: str) -> None:
    """Press a button, without a mouse."""
    button = page.get_by_role("button", name=name).first
    reach(page, button)
    page.keyboard.press("Enter")


def reach(page: Page, wanted: Locator) -> None:
    """Go to a control with the key that goes on from one to the next."""
    expect(wanted).to_be_visible()
    for _ in range(400):
        if wanted.evaluate("(it) => it === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"not reached: {wanted}")
