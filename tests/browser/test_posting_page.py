"""What the page of a posting does for whoever reads it: back, tick off, copy, next date, others like it."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.reader import Reader
from tests.browser.sites import PAGE, build_one
from tests.helpers import SITE, at, build_site, make_posting, project_theme, write_site

Read = Callable[..., Reader]

NOW = "2026-03-16 12:00"
PHONE = {"width": 390, "height": 844}
TWO = replace(SITE, languages=("en", "fr"))
APPLY = "{email: jobs@example.org, subject: Analyst 12, documents: [CV, a letter]}"


@pytest.mark.parametrize(
    ("came_from", "leads_to"),
    [
        ("/jobs/?kind=job&q=data", "/jobs/?kind=job&q=data"),
        ("/fr/jobs/?kind=job", "/fr/jobs/?kind=job"),
        ("/jobs/kind/job/", "/jobs/kind/job/"),
        ("/jobs/closing-soon/", "/jobs/closing-soon/"),
        ("/search/?q=data", "/search/?q=data"),
        ("/jobs/y/", None),
        ("/", None),
        (None, None),
    ],
)
def test_a_way_back_to_the_list_one_came_from(
    tmp_path: Path, read: Read, came_from: str | None, leads_to: str | None
) -> None:
    files = {f"postings/{name}.md": make_posting() for name in "xy"}
    reader = read(build_site(write_site(tmp_path / "content", files), at(NOW), site=TWO), NOW)
    if came_from is not None:
        reader.open(came_from)
        reader.page.evaluate("(to) => { const link = Object.assign(document.createElement('a'), { href: to }); "
                             "document.body.append(link); link.click(); }", PAGE)  # fmt: skip
        reader.page.wait_for_url(f"**{PAGE}")
    else:
        reader.open(PAGE)
    back = reader.find("[data-back]")
    if leads_to is None:
        expect(back).to_be_hidden()
    else:
        expect(back).to_have_attribute("href", leads_to)
        expect(back).to_have_text("Back to the list")


def test_what_to_send_can_be_ticked_off_and_nothing_is_kept(tmp_path: Path, read: Read) -> None:
    reader = read(build_one(tmp_path, apply=APPLY), NOW)
    reader.open(PAGE)
    reader.page.get_by_label("a letter").check()
    reader.open(PAGE)
    expect(reader.page.get_by_label("a letter")).not_to_be_checked()
    assert reader.page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0


def test_address_and_subject_are_copied_by_a_button_each(tmp_path: Path, read: Read) -> None:
    reader = read(build_one(tmp_path, apply=APPLY), NOW, permissions=["clipboard-read", "clipboard-write"])
    reader.open(PAGE)
    for name, text in (
        ("Copy: E-mail address", "jobs@example.org"),
        ("Copy: Subject", "Analyst 12"),
        ("Copy link: Data Analyst", "https://hub.example/jobs/x/"),
    ):
        reader.page.get_by_role("button", name=name).click()
        expect(reader.find("#copied")).to_contain_text("Copied")
        assert reader.page.evaluate("navigator.clipboard.readText()") == text


def test_what_is_past_and_what_is_next_is_said_in_words(tmp_path: Path, read: Read) -> None:
    dates = "[{what: Talk, when: 2026-03-10}, {what: Test, when: 2026-04-10}, {what: Start, when: 2026-05-01}]"
    reader = read(build_one(tmp_path, dates=dates), NOW)
    reader.open(PAGE)
    expect(reader.find(".steps > li")).to_have_text(
        ["Talk: 10 March 2026 Already past", "Test: 10 April 2026 Comes next", "Start: 1 May 2026"]
    )


def test_the_way_to_apply_is_within_reach_of_a_thumb_until_it_is_there(tmp_path: Path, read: Read) -> None:
    site = build_site(
        write_site(tmp_path / "content", {"postings/x.md": make_posting("Work.\n\n" * 60, apply=APPLY)}), at(NOW)
    )
    reader = read(site, "2026-03-31 23:58", viewport=PHONE)
    reader.open(PAGE)
    bar = reader.find(".apply-bar")
    box = bar.bounding_box()
    assert box is not None
    assert round(box["y"] + box["height"]) == PHONE["height"]
    bar.locator("a").click()
    expect(reader.find("#apply")).to_be_in_viewport()
    apply, box = reader.find(".apply").bounding_box(), bar.bounding_box()
    assert apply is not None
    assert box is not None
    assert box["y"] + box["height"] <= apply["y"]
    reader.wait_until("2026-04-01 00:00")
    expect(bar).to_have_count(0)


def test_it_hides_nothing_that_has_the_focus(tmp_path: Path, read: Read) -> None:
    body = "\n\n".join(f"Read [page {number}](https://example.org/{number}) first." for number in range(60))
    site = build_site(write_site(tmp_path / "content", {"postings/x.md": make_posting(body, apply=APPLY)}), at(NOW))
    reader = read(site, NOW, viewport=PHONE, reduced_motion="reduce")
    reader.open(PAGE)
    for _ in range(60):
        reader.page.keyboard.press("Tab")
        hidden = reader.page.evaluate("""() => {
          const [it, bar] = [document.activeElement, document.querySelector(".apply-bar")];
          const [one, other] = [it.getBoundingClientRect(), bar.getBoundingClientRect()];
          return !bar.contains(it) && one.bottom > other.top && one.top < other.bottom ? it.outerHTML : "";
        }""")
        assert hidden == ""


def test_others_like_it_are_asked_for_when_a_reader_comes_near(tmp_path: Path, read: Read) -> None:
    closed = make_posting("Work.\n\n" * 80, topics="[culture]", closed="{on: 2026-03-10, because: filled}")
    files = {
        "topics.yaml": "culture: {en: Culture}\n",
        "postings/x.md": closed,
        "postings/late.md": make_posting(title="Later", topics="[culture]", deadline="2026-04-20"),
        "postings/soon.md": make_posting(title="Sooner", topics="[culture]", deadline="2026-03-20"),
        "postings/other.md": make_posting(title="Unlike", kind="traineeship", organisation="else", lang="fr"),
        "organisations/else.md": "---\nname: Elsewhere\nwebsite: https://else.example\n---\n",
    }
    reader = read(build_site(write_site(tmp_path / "content", files), at(NOW)), NOW, viewport=PHONE)
    asked: list[str] = []
    reader.page.on("request", lambda made: asked.append(made.url))
    reader.open(PAGE)
    assert not [each for each in asked if "facets" in each or "postings" in each]
    reader.find("[data-like]").scroll_into_view_if_needed()
    expect(reader.find(".like .card-title")).to_have_text(["Sooner", "Later"])
    reader.sleep_until("2026-03-25 12:00")
    expect(reader.find(".like .card-title")).to_have_text(["Later"])


def test_without_a_script_its_lists_are_there(tmp_path: Path, read: Read) -> None:
    reader = read(build_one(tmp_path, apply=APPLY), NOW, script=False)
    reader.open(PAGE)
    assert reader.find(".like .link-list a").all_text_contents() == [
        "Open postings of this kind: Job",
        "Open postings of Example Network",
        "All open postings",
    ]
    expect(reader.find(".checklist li")).to_have_text(["CV", "a letter"])
    expect(reader.find("[data-back]")).to_be_hidden()


def test_a_page_asks_for_little_script(tmp_path: Path, read: Read) -> None:
    reader = read(build_one(tmp_path, apply=APPLY), NOW, viewport=PHONE)
    asked: list[str] = []
    reader.page.on("request", lambda made: asked.append(made.url.rpartition("/theme/")[2]))
    reader.open(PAGE)
    loaded = [each for each in asked if each.endswith(".js")]
    files = {name.rpartition(".")[0]: data for name, data in project_theme().files.items() if name.endswith(".js")}
    assert len(loaded) == 3
    assert sum(len(gzip.compress(files[each.split(".")[0]], mtime=0)) for each in loaded) < 6000
