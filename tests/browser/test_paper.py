"""Every kind of page printed by a real Chromium: what must be on the paper, what must not, and that it can be read."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from tests.browser.accessible.pages import TEMPLATES, build_noting_kinds
from tests.browser.reader import Reader
from tests.browser.sites import EVERY_KIND, SENTENCE, content_of_every_kind
from tests.helpers import build_site, write_site

MAIL, WEB = "towns@hub.example", "https://towns.example/path?of=it"
HOME = "https://hub.example/"
CONTACT = (f"{SENTENCE}, {SENTENCE}", MAIL, "+32 2 555 01 00")
BODY = (f"A form ({WEB})", f"the office (mailto:body.{MAIL}), {WEB}, body.{MAIL}, {SENTENCE}")
DEADLINE = "Tuesday 31 March 2026, end of the day (Brussels time)"
LISTED = (SENTENCE, "Tuesday 31 March 2026, 23:59 (Brussels time)")

PAPER: dict[str, dict[str, tuple[str, ...]]] = {
    "home.html": {"/": ("Example Hub", "Newest postings", *LISTED, "5 May 2026")},
    "jobs.html": {
        "/jobs/": ("Open postings", "1 open posting", *LISTED, "Deadline extended"),
        "/jobs/closed/2026/": ("Closed in 2026", SENTENCE, "Filled", "Closed 10 March 2026"),
    },
    "browse.html": {"/jobs/browse/": ("Browse the open postings", "Belgium 1")},
    "closed.html": {"/jobs/closed/": ("Closed jobs", "2026")},
    "posting.html": {
        "/jobs/x/": (
            *BODY,
            f"Apply by {DEADLINE}",
            "Deadline extended from 20 March 2026 to 31 March 2026 (changed on 5 March 2026)",
            f"Apply on towns.example ({WEB})",
            f"E-mail address apply.{MAIL}",
            f"Subject to use, word for word {SENTENCE}",
            f"What to send {SENTENCE}",
            f"Limit: {SENTENCE}",
            f"Organisation {SENTENCE} ({SENTENCE})",
            f"{SENTENCE} ({WEB}): {SENTENCE}",
            f"How the employer handles applicants’ data ({WEB})",
            f"{SENTENCE}, 1000 {SENTENCE}, Belgium",
        ),
        "/jobs/over/": (
            "This position has been filled (closed 10 March 2026). It takes no more applications.",
            SENTENCE,
        ),
    },
    "news.html": {
        "/news/x/": (
            *BODY,
            *CONTACT,
            "Press release",
            f"{SENTENCE}, 2 March 2026",
            f"By {SENTENCE}, {SENTENCE}, {SENTENCE}",
            "Correction 3 March 2026",
            f"Contact for the press {SENTENCE}",
            f"About {SENTENCE}",
            f"{SENTENCE} ({WEB})",
            f"Read it on towns.example ({WEB})",
            "(PDF, 1 kB)",
            f"Distributed by {SENTENCE}",
        )
    },
    "news_list.html": {"/news/": ("2026", SENTENCE, "Press release")},
    "write.html": {"/write/": ("Write for the board", "Written by hand")},
    "write_help.html": {
        "/write/help/": ("From a Word file to a vacancy", "jobboard import vacancy.docx", "Every message")
    },
    "embed.html": {"/embed/organisations/example-network/": (SENTENCE, "1 open posting", "Apply by")},
    "event.html": {
        "/events/x/": (
            *BODY,
            *CONTACT,
            "Tuesday 5 May 2026, 14:00 to 16:00 (Brussels time)",
            f"{SENTENCE}, 1000 {SENTENCE}, Belgium",
            "By Friday 1 May 2026, end of the day (Brussels time)",
            f"Write to register.{MAIL}",
            f"Join on towns.example ({WEB})",
            f"See the recording ({WEB})",
            f"Speakers {SENTENCE}, {SENTENCE}, {SENTENCE}",
        ),
        "/events/y/": ("This event was postponed", "Tuesday 5 May 2026"),
    },
    "event_list.html": {"/events/": ("May 2026", SENTENCE, "Register by Friday 1 May 2026")},
    "organisation.html": {
        "/organisations/example-network/": (
            *BODY,
            f"({WEB})",
            f"E-mail {MAIL}",
            f"LinkedIn ({WEB})",
            f"Press contacts {SENTENCE} press.{MAIL} +32 2 555 01 01",
            "Open postings",
            *LISTED,
            f"How the employer handles applicants’ data ({WEB})",
        )
    },
    "organisations.html": {"/organisations/": (SENTENCE, f"Part of {SENTENCE}")},
    "topic.html": {"/topics/culture/": (*BODY, "Open postings", *LISTED, "Events", "News")},
    "topics.html": {"/topics/": ("Topics and working groups", SENTENCE)},
    "page.html": {"/about/": (*BODY, SENTENCE)},
    "accessibility.html": {
        "/accessibility/": (
            "Accessibility statement",
            "access@hub.example",
            "the Ombudsman (https://ombudsman.example)",
        )
    },
    "subscribe.html": {"/subscribe/": (f"RSS ({HOME}feeds/jobs.rss.xml)", f"RSS ({HOME}feeds/all.rss.xml)")},
    "search.html": {"/search/": ("Where to look", "Closed jobs by year")},
    "saved.html": {"/saved/": ("Saved postings", "nothing of it is sent anywhere")},
    "numbers.html": {"/numbers/": ("Published and closed", "By organisation", SENTENCE, "How this is counted")},
    "not_found.html": {"/404.html": ("Page not found",)},
    "moved.html": {"/us/": ("This page has moved", SENTENCE)},
}
"""What stands on paper, by template and page; beside it, on every page, its address."""

NEVER = (
    "Skip to the content",
    "How to apply How to apply",
    "Open an e-mail",
    "Add the deadline to your calendar",
    "Add to your calendar",
    "Link to this quote",
    "Opens towns.example",
    "Closes in",
    "Follow:",
    "Browse by",
    "By deadline Newest first",
    "Français",
    "Feeds of jobs",
    "All open postings",
    "Previous page",
)
"""What only a screen is for: menus, buttons, and words that age."""


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_site(tmp_path_factory.mktemp("paper") / "content", content_of_every_kind())


@pytest.fixture(scope="module")
def reader(content: Path, chromium: Browser) -> Iterator[Reader]:
    """Somebody who prefers dark pages, and prints them."""
    reader = Reader(chromium, build_site(content, site=EVERY_KIND), "2026-03-16 12:00", color_scheme="dark")
    reader.page.route("**/us/", lambda route: route.fulfill(body=without_refresh(reader), content_type="text/html"))
    yield reader
    reader.leave()


def without_refresh(reader: Reader) -> bytes:
    """The page of an old address, which stays while it is printed."""
    return re.sub(rb'<meta http-equiv="refresh"[^>]*>', b"", reader.files["us/index.html"])


PAGES = [(path, words) for pages in PAPER.values() for path, words in pages.items()]
every_page = pytest.mark.parametrize(("path", "words"), PAGES, ids=[path for path, _ in PAGES])


def squeezed(text: str) -> str:
    """Without spaces and ligatures: where lines break and letters join is the printer's."""
    return re.sub(r"[\s\u00ad]+", "", unicodedata.normalize("NFKC", text)).casefold()


def printed(page: Any) -> str:
    return squeezed("".join(each.extract_text() for each in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages))


def test_every_template_is_printed(tmp_path: Path) -> None:
    assert sorted(PAPER) == TEMPLATES
    made = build_noting_kinds(write_site(tmp_path / "content", content_of_every_kind())).pages
    assert [path for kind, pages in PAPER.items() for path in pages if path not in made[kind, "en"]] == []


_BEHIND_THE_LAST = """() => [...document.querySelectorAll(".card-meta")].map((list) => {
  const printed = [...list.children].filter((each) => each.getClientRects().length);
  return printed.length ? getComputedStyle(printed.at(-1), "::after").content : "none";
})"""


@pytest.mark.parametrize("path", ["/jobs/x/", "/news/x/", "/events/x/", "/jobs/"])
def test_no_dot_is_left_where_what_it_parted_is_not_printed(path: str, reader: Reader) -> None:
    """None stands behind the last of what is printed of a list. One at the end of a line has more on the next."""
    reader.open(path)
    reader.page.emulate_media(media="print")
    try:
        behind = reader.page.evaluate(_BEHIND_THE_LAST)
    finally:
        reader.page.emulate_media(media="null")
    assert set(behind) <= {"none", "normal"}


@every_page
def test_paper_holds_what_a_reader_needs_and_nothing_that_only_a_screen_is_for(
    path: str, words: tuple[str, ...], reader: Reader
) -> None:
    reader.open(path)
    text = printed(reader.page)
    address = f"Example Hub: {HOME[:-1]}{path.replace('/us/', '/about/').replace('/embed/', '/')}"
    assert [each for each in (*words, address) if squeezed(each) not in text] == []
    assert [each for each in NEVER if squeezed(each) in text] == []
    reader.page.emulate_media(media="print")
    controls = reader.find(
        "nav, button, input, select, form, summary, [role=navigation], a[href^='#']:not(sup *, li *)"
    )
    assert [each for each in controls.all() if each.is_visible()] == []
    reader.page.emulate_media(media="null")


_PALE = """() => {
  const bright = (colour) => {
    const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number);
    return a === 0 ? null : (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
  };
  const found = [];
  for (const each of document.querySelectorAll("body *")) {
    const words = [...each.childNodes].filter((node) => node.nodeType === 3 && node.data.trim());
    if (!words.length || !each.getClientRects().length) continue;
    const ink = bright(getComputedStyle(each).color);
    let at = each, paper = null;
    while (at && paper === null) { paper = bright(getComputedStyle(at).backgroundColor); at = at.parentElement; }
    if (ink > 0.35 || (paper ?? 1) < 0.9) found.push([each.tagName, each.className, words[0].data.trim(), ink, paper]);
  }
  return found;
}"""


@every_page
def test_whoever_prefers_dark_pages_prints_black_on_white(path: str, words: tuple[str, ...], reader: Reader) -> None:
    assert words
    reader.open(path)
    reader.page.emulate_media(media="print")
    assert reader.page.evaluate(_PALE) == []
    reader.page.emulate_media(media="null")
