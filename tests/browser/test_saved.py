"""What a reader saves: kept in this browser alone, said to be closed once it is, given out as a calendar and a file."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Locator, expect

from tests.browser.reader import Reader
from tests.helpers import SITE, at, build_site, make_posting, project_theme, write_site

Read = Callable[..., Reader]
NOW = "2026-03-16 12:00"
KEY = "jobboard 1 /"
DONE = re.compile("Saved in this browser, and nowhere else.|Enregistrée dans ce navigateur, et nulle part ailleurs.")
LONG = "Attachée aux affaires européennes, “à Łódź”; ou ailleurs, selon l’avis de l’équipe et de ses voisins"

FILES: Mapping[str, str] = {
    "postings/adviser.md": make_posting(title="Adviser", deadline="2026-03-31"),
    "postings/timed.md": make_posting(title="Timed", deadline='"2026-04-02 17:00"', published="2026-03-15"),
    "postings/attachee.md": make_posting(title=f'"{LONG}"', lang="fr", deadline="2026-04-10"),
    "postings/zoned.md": make_posting(title="Zoned", deadline="2026-04-11", timezone="AoE"),
    "postings/rolling.md": make_posting(title="Rolling", deadline="rolling", review_by="2026-05-30"),
}
DATED = ("adviser", "timed", "attachee", "zoned")
TWO = replace(SITE, languages=("en", "fr"))


def build(folder: Path, now: str = NOW, **changed: str | None) -> dict[str, bytes]:
    files: dict[str, str | bytes | None] = {**FILES, **{f"postings/{id_}.md": text for id_, text in changed.items()}}
    return build_site(write_site(folder / "content", files), at(now), site=TWO)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return build(tmp_path_factory.mktemp("saved"))


def save(reader: Reader, *ids: str) -> None:
    for id_ in ids:
        reader.open(f"/jobs/{id_}/")
        reader.find(".save-button").click()
        expect(said(reader)).to_have_text(DONE)


def said(reader: Reader) -> Locator:
    return reader.find(".save [role=status], .saved-said")


def titles(reader: Reader) -> Locator:
    return reader.find(".saved-posting .card-title")


def entry(reader: Reader, title: str) -> Locator:
    return reader.find(".saved-posting").filter(has_text=title)


def stored(reader: Reader) -> str | None:
    found: str | None = reader.page.evaluate("(key) => localStorage.getItem(key)", KEY)
    return found


def keep(reader: Reader, text: str) -> None:
    """Has something stand in the browser's storage before a page is opened."""
    reader.open("/404.html")
    reader.page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])


def file_from(reader: Reader, button: str) -> bytes:
    with reader.page.expect_download() as download:
        reader.page.get_by_role("button", name=button).click()
    return Path(download.value.path()).read_bytes()


def test_a_saved_posting_is_there_after_a_reload_with_its_deadline_and_a_link_in_the_menu(
    site: dict[str, bytes], read: Read
) -> None:
    reader = read(site, NOW)
    reader.open("/jobs/adviser/")
    button = reader.page.get_by_role("button", name="Save this posting")
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(reader.find(".site-navigation")).not_to_contain_text("Saved")
    button.focus()
    reader.page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(reader.find(".site-navigation li").last).to_have_text("Saved (1)")
    reader.open("/jobs/adviser/")
    expect(button).to_have_attribute("aria-pressed", "true")
    reader.find(".save a").click()
    expect(titles(reader)).to_have_text(["Adviser"])
    expect(entry(reader, "Adviser")).to_contain_text("Apply by Tuesday 31 March 2026, end of the day (Brussels time)")
    expect(entry(reader, "Adviser").locator(".badge")).to_have_text("Open")
    expect(reader.find(".site-navigation [aria-current]")).to_have_text("Saved (1)")
    titles(reader).locator("a").click()
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    assert stored(reader) is None


def test_what_is_saved_from_a_frame_is_the_posting_and_each_edition_leads_to_what_it_shows_of_it(
    site: dict[str, bytes], read: Read
) -> None:
    reader = read(site, NOW)
    reader.open("/fr/jobs/adviser/")
    reader.find(".save button").click()
    reader.open("/jobs/adviser/")
    button = reader.page.get_by_role("button", name="Save this posting")
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    assert stored(reader) is None
    reader.open("/fr/jobs/adviser/")
    reader.find(".save button").click()
    reader.open("/jobs/attachee/")
    reader.find(".save button").click()
    for saved, leads_to in (
        ("/fr/saved/", ["/fr/jobs/adviser/", "/jobs/attachee/"]),
        ("/saved/", ["/jobs/adviser/", "/en/jobs/attachee/"]),
    ):
        reader.open(saved)
        for link, address in zip(titles(reader).locator("a").all(), leads_to, strict=True):
            expect(link).to_have_attribute("href", address)


def test_nothing_is_kept_of_who_saves_nothing(site: dict[str, bytes], read: Read) -> None:
    reader = read(site, NOW)
    for path in ("/", "/jobs/", "/jobs/adviser/", "/saved/"):
        reader.open(path)
    assert reader.page.evaluate("[localStorage.length, document.cookie]") == [0, ""]


def test_the_calendar_says_what_those_of_the_board_say(site: dict[str, bytes], read: Read) -> None:
    reader = read(site, NOW)
    save(reader, *DATED, "rolling")
    reader.open("/saved/")
    data = file_from(reader, "All deadlines as a calendar file")
    made = Calendar.from_ical(data)
    assert (str(made["version"]), "prodid" in made) == ("2.0", True)
    boards = [Calendar.from_ical(site[f"jobs/{id_}/deadline.ics"]).walk("VEVENT")[0] for id_ in DATED]
    assert [each.to_ical() for each in made.walk("VEVENT")] == [each.to_ical() for each in boards]
    lines = data.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    assert any(line.startswith(b" ") for line in lines)


def test_a_note_is_kept_as_it_is_typed(site: dict[str, bytes], read: Read) -> None:
    reader = read(site, NOW)
    save(reader, "adviser")
    reader.open("/saved/")
    reader.page.get_by_label("Note to self").press_sequentially("Ask <b>Ada</b>")
    expect(reader.page.get_by_label("Note to self")).to_be_focused()
    reader.open("/jobs/adviser/")  # what its page says is kept anew, and the note stays
    reader.open("/saved/")
    expect(reader.page.get_by_label("Note to self")).to_have_value("Ask <b>Ada</b>")


def test_it_closes_by_the_clock_and_stays(site: dict[str, bytes], read: Read) -> None:
    reader = read(site, "2026-03-31 23:50")
    save(reader, "adviser", "attachee")
    reader.open("/saved/")
    expect(entry(reader, "Adviser").locator(".badge")).to_have_text("Closing soon")
    expect(entry(reader, "Adviser")).to_contain_text("Closes today at 23:59")
    reader.wait_until("2026-04-01 00:01")
    expect(entry(reader, "Adviser").locator(".badge")).to_have_text("Closed")
    expect(entry(reader, "Adviser")).to_contain_text("It takes no more applications. The deadline was Tuesday 31 March")
    expect(entry(reader, "Adviser")).not_to_contain_text("Apply by")
    expect(titles(reader)).to_have_count(2)
    assert len(Calendar.from_ical(file_from(reader, "All deadlines")).walk("VEVENT")) == 1
    reader.open("/saved/")
    expect(titles(reader)).to_have_text([LONG, "Adviser"])  # what is over comes last
    expect(entry(reader, "Adviser").locator(".badge")).to_have_text("Closed")


def test_what_became_of_it_is_said(site: dict[str, bytes], tmp_path: Path, read: Read) -> None:
    reader = read(site, NOW)
    save(reader, "adviser", "timed", "attachee", "zoned")
    moved = {"deadline": '"2026-04-20 15:00"', "deadline_was": "{deadline: 2026-03-31, changed: 2026-03-17}"}
    changed = {
        "adviser": make_posting(title="Adviser", **moved),
        "timed": make_posting(title="Timed", closed="{on: 2026-03-17, because: filled}"),
        "zoned": make_posting(
            title="Zoned",
            deadline="rolling",
            review_by="2026-05-30",
            deadline_was="{deadline: 2026-04-11, changed: 2026-03-17}",
        ),
    }
    later = build(tmp_path, "2026-03-18 12:00", **changed)
    reader.files.update({**later, "build.json": reader.files["build.json"]})
    reader.wait_until("2026-03-18 12:00")
    reader.open("/saved/")
    was, now = "Tuesday 31 March 2026", "Monday 20 April 2026, 15:00 (Brussels time)"
    expect(entry(reader, "Adviser")).to_contain_text(f"The deadline was {was}, and is now {now}.")
    expect(entry(reader, "Adviser")).to_contain_text(f"Apply by {now}")
    expect(entry(reader, "Timed").locator(".badge")).to_have_text("No longer listed")
    expect(entry(reader, "Zoned")).to_contain_text("There is no fixed one any more.")
    expect(entry(reader, LONG)).not_to_contain_text("is now")
    events = {str(each["uid"]): each for each in Calendar.from_ical(file_from(reader, "All deadlines")).walk("VEVENT")}
    [boards] = Calendar.from_ical(later["jobs/adviser/deadline.ics"]).walk("VEVENT")
    mine = events[str(boards["uid"])]
    for name in ("dtstart", "summary", "description", "url"):
        assert mine[name].to_ical() == boards[name].to_ical(), name
    assert 0 < mine["sequence"] <= boards["sequence"]
    assert len(events) == 2
    reader.open("/jobs/adviser/")
    reader.open("/saved/")
    expect(entry(reader, "Adviser")).to_contain_text(f"Apply by {now}")
    expect(entry(reader, "Adviser")).not_to_contain_text("The deadline was")  # its reader has seen it


def test_where_the_list_cannot_be_had_the_clock_decides_and_it_is_said(site: dict[str, bytes], read: Read) -> None:
    reader = read({path: data for path, data in site.items() if path != "jobs/facets.json"}, NOW)
    reader.expect_error("404")
    save(reader, "adviser")
    reader.open("/saved/")
    expect(said(reader)).to_have_text("Whether deadlines have moved could not be looked up just now.")
    expect(entry(reader, "Adviser").locator(".badge")).to_have_text("Open")


def test_which_are_saved_is_told_to_nobody(site: dict[str, bytes], read: Read) -> None:
    reader = read(site, NOW)
    save(reader, "adviser")
    asked: list[str] = []
    reader.page.on("request", lambda made: asked.append(made.url))
    reader.open("/saved/")
    expect(titles(reader)).to_have_count(1)
    file_from(reader, "All deadlines")
    assert not [url for url in asked if "adviser" in url]
    assert [url for url in asked if "facets.json" in url]


def test_a_file_is_given_and_taken_in_by_another_browser(site: dict[str, bytes], tmp_path: Path, read: Read) -> None:
    reader = read(site, NOW)
    save(reader, "adviser", "timed")
    reader.open("/saved/")
    entry(reader, "Timed").get_by_label("Note to self").fill("By post")
    data = file_from(reader, "Export as a file")
    other = read(site, NOW)
    save(other, "adviser")
    other.open("/saved/")
    entry(other, "Adviser").get_by_label("Note to self").fill("Mine")
    (tmp_path / "saved.json").write_bytes(data)
    other.page.get_by_label("Take in an exported file").set_input_files(tmp_path / "saved.json")
    expect(said(other)).to_have_text("1 posting added")
    expect(titles(other)).to_have_text(["Adviser", "Timed"])
    expect(entry(other, "Timed").get_by_label("Note to self")).to_have_value("By post")
    expect(entry(other, "Adviser").get_by_label("Note to self")).to_have_value("Mine")
    for wrong in (b"", b"[]", b"{}", b'{"version": 2, "saved": []}', b"\xff\x00"):
        (tmp_path / "wrong.json").write_bytes(wrong)
        other.page.get_by_label("Take in an exported file").set_input_files(tmp_path / "wrong.json")
        expect(said(other)).to_have_text("This file holds no saved postings of a board like this.")
        expect(titles(other)).to_have_count(2)
        file_from(other, "Export as a file")
        other.page.evaluate("document.querySelector('.saved-said').textContent = ''")


def test_one_is_deleted_by_the_keyboard_and_all_after_a_question(site: dict[str, bytes], read: Read) -> None:
    reader = read(site, NOW)
    save(reader, "adviser", "timed", "rolling")
    reader.open("/saved/")
    reader.page.get_by_role("button", name="Delete: Adviser").focus()
    reader.page.keyboard.press("Enter")
    expect(said(reader)).to_have_text("Deleted: Adviser")
    expect(titles(reader).first.locator("a")).to_be_focused()
    expect(titles(reader)).to_have_text(["Timed", "Rolling"])
    reader.page.once("dialog", lambda dialog: dialog.dismiss())
    reader.page.get_by_role("button", name="Delete all").click()
    expect(titles(reader)).to_have_count(2)
    reader.page.once("dialog", lambda dialog: dialog.accept())
    reader.page.get_by_role("button", name="Delete all").click()
    expect(said(reader)).to_have_text("Everything this browser kept for this site is deleted.")
    expect(said(reader)).to_be_focused()
    expect(reader.find(".empty")).to_be_visible()
    expect(reader.find(".site-navigation")).not_to_contain_text("Saved")
    assert stored(reader) is None


def test_two_tabs_say_the_same(site: dict[str, bytes], read: Read) -> None:
    reader = read(site, NOW)
    save(reader, "adviser")
    reader.open("/saved/")
    other = reader.page.context.new_page()
    other.goto("/jobs/timed/")
    other.get_by_role("button", name="Save this posting").click()
    expect(titles(reader)).to_have_text(["Adviser", "Timed"])
    expect(reader.find(".site-navigation")).to_contain_text("Saved (2)")
    reader.page.get_by_role("button", name="Delete: Timed").click()
    expect(other.get_by_role("button", name="Save this posting")).to_have_attribute("aria-pressed", "false")


OFF = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"


@pytest.mark.parametrize("broken", [OFF, FULL], ids=["off", "full"])
def test_where_nothing_can_be_kept_it_is_said_and_nothing_is_marked(
    broken: str, site: dict[str, bytes], read: Read
) -> None:
    reader = read(site, NOW)
    reader.page.add_init_script(broken)
    reader.open("/jobs/adviser/")
    button = reader.page.get_by_role("button", name="Save this posting")
    button.click()
    expect(said(reader)).to_contain_text("This could not be kept")
    expect(button).to_have_attribute("aria-pressed", "false")
    reader.open("/saved/")
    expect(reader.find(".empty")).to_be_visible()
    reader.page.get_by_label("Mark in lists").click()
    expect(said(reader)).to_contain_text("This could not be kept")
    expect(reader.page.get_by_label("Mark in lists")).not_to_be_checked()
    reader.open("/jobs/")
    expect(reader.find(".since")).to_have_count(0)


HOSTILE = '<img src=x onerror="document.title = 1">'


@pytest.mark.parametrize(
    "text",
    [
        *("", "null", "[]", "7", "{", '"x"', '{"version": 1}', '{"version": 1, "saved": {}}'),
        *('{"version": 2, "saved": [{}]}', '{"version": 1, "saved": [null, 7, "x", {}]}'),
        json.dumps({"version": 1, "saved": [{"id": "../../evil", "title": "x", "closes": "2026-03-31T22:00:00Z"}]}),
        json.dumps({"version": 1, "saved": [{"id": "adviser", "closes": "soon"}], "visit": {"began": "x"}}),
    ],
)
def test_what_is_broken_or_foreign_in_the_storage_does_no_harm(text: str, site: dict[str, bytes], read: Read) -> None:
    reader = read(site, NOW)
    keep(reader, text)
    for path in ("/saved/", "/jobs/"):
        reader.open(path)
    expect(reader.find(".since")).to_have_count(0)
    save(reader, "adviser")
    reader.open("/saved/")
    expect(titles(reader)).to_have_text(["Adviser"])


def test_markup_in_the_storage_is_shown_as_text_and_leads_nowhere(site: dict[str, bytes], read: Read) -> None:
    reader = read(site, NOW)
    names = ("title", "who", "deadline", "note", "zone", "last", "lang", "summary", "description", "modified", "uid")
    hostile = {**dict.fromkeys(names, HOSTILE), "path": "javascript:alert(1)", "day": "2026-03-31"}
    hostile |= {"uid": "x\r\nBEGIN:VALARM", "summary": f"{HOSTILE}\nEND:VEVENT", "modified": "2026-03-02T08:00:00Z"}
    ids = {"id": "constructor", "closes": "2026-03-31T22:00:00Z", "soon": HOSTILE}
    keep(reader, json.dumps({"version": 1, "saved": [{**hostile, **ids}]}))
    reader.expect_error("net::ERR_FAILED")
    reader.page.route("**/jobs/facets.json", lambda route: route.abort())  # so that it counts as open
    reader.open("/saved/")
    expect(titles(reader)).to_have_text([HOSTILE])
    expect(said(reader)).not_to_be_empty()
    expect(titles(reader).locator("a")).to_have_attribute("href", "/jobs/constructor/")
    expect(reader.find(".saved-posting img")).to_have_count(0)
    data = file_from(reader, "All deadlines")
    [event] = Calendar.from_ical(data).walk("VEVENT")
    assert str(event["summary"]) == f"{HOSTILE}\nEND:VEVENT"
    assert not event.walk("VALARM")


def test_lists_mark_what_is_new_since_the_last_visit_for_who_asks(site: dict[str, bytes], read: Read) -> None:
    reader = read(site, "2026-03-14 12:00")
    reader.open("/saved/")
    reader.page.get_by_label("Mark in lists what is new since my last visit").check()
    reader.open("/jobs/")
    expect(reader.find(".since")).to_have_count(0)  # on the first visit nothing is
    reader.wait_until("2026-03-16 12:00")
    for _ in range(2):
        reader.open("/jobs/")
        expect(reader.find(".job-card").filter(has=reader.find(".since"))).to_have_count(1)
        expect(reader.find(".since")).to_have_text("New since 14 Mar")
    reader.wait_until("2026-03-17 12:00")
    reader.open("/fr/jobs/")
    expect(reader.find(".job-card").first).to_be_visible()
    expect(reader.find(".since")).to_have_count(0)
    reader.open("/saved/")
    reader.page.get_by_label("Mark in lists").uncheck()
    assert stored(reader) is None


def test_without_a_script_the_page_says_so_and_leads_on(site: dict[str, bytes], read: Read) -> None:
    reader = read(site, NOW, script=False)
    reader.open("/saved/")
    expect(reader.find(".introduction")).to_contain_text("Saving needs a script")
    there = {each.get_attribute("href") for each in reader.find("main a").all()}
    assert there == {"/", "/jobs/", "/jobs/closing-soon/", "/subscribe/"}  # home is on the way to the page
    expect(reader.find("main button, main input")).to_have_count(0)
    reader.open("/jobs/adviser/")
    expect(reader.find(".save")).to_have_count(0)


def test_with_it_the_page_says_that_nothing_leaves_the_browser(site: dict[str, bytes], read: Read) -> None:
    reader = read(site, NOW)
    reader.open("/saved/")
    expect(reader.find(".introduction")).to_have_count(1)
    expect(reader.find(".introduction")).to_contain_text("nothing of it is sent anywhere")


def test_a_text_in_another_language_has_its_deadline_in_the_words_of_the_page(
    site: dict[str, bytes], read: Read
) -> None:
    reader = read(site, NOW)
    save(reader, "adviser")
    reader.open("/fr/saved/")
    expect(entry(reader, "Adviser")).to_contain_text("mardi 31 mars 2026")
    expect(titles(reader).locator("a")).to_have_attribute("lang", "en")


@pytest.mark.parametrize(
    ("files", "most"), [(("save.js",), 1600), (("saved.js",), 4096), (("board.js", "save.js"), 6000)]
)
def test_the_scripts_are_small_over_the_wire(files: tuple[str, ...], most: int) -> None:
    published = project_theme().files
    assert sum(len(gzip.compress(published[f"js/{each}"], mtime=0)) for each in files) < most


def test_a_note_is_as_high_as_what_it_says(tmp_path: Path, read: Callable[..., Reader]) -> None:
    content = write_site(tmp_path / "content", {"postings/x.md": make_posting()})
    reader = read(build_site(content, at("2026-03-16 12:00")), "2026-03-16 12:00")
    reader.open("/jobs/x/")
    reader.find(".save-button").click()
    reader.open("/saved/")
    note = reader.find(".saved-note textarea")
    is_cut = "note => note.scrollHeight > note.clientHeight"
    one = note.bounding_box()
    note.fill("Ask Ana for a letter.\n" * 4)
    assert (note.bounding_box()["height"] > one["height"], note.evaluate(is_cut)) == (True, False)  # type: ignore[index]
    reader.open("/saved/")
    assert not note.evaluate(is_cut)
