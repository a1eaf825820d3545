"""What a screen reader is told of a page: its regions, headings, lists and links, and what is said by itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.accessible.pages import Built
from tests.browser.reader import Reader
from tests.browser.sites import SENTENCE

FRAME = """\
- link "Skip to the content":
  - /url: "#main"
- banner:
  - link "Example Hub"
  - navigation "Main":
    - list:
      - listitem:
        - link "Jobs"
  - navigation "Languages of the site":
    - list:
      - listitem:
        - link "English"
      - listitem:
        - link "Français"
- main
- contentinfo:
  - navigation "Footer":
    - list
"""
"""Around every page."""

WITHIN = {
    "/": f"""\
- main:
  - heading "Example Hub" [level=1]
  - paragraph:
    - link "See 1 open posting"
  - heading "Newest postings" [level=2]
  - paragraph:
    - link "All postings, newest first"
  - list:
    - listitem:
      - heading "{SENTENCE}" [level=3]:
        - link "{SENTENCE}"
  - heading "News" [level=2]
  - paragraph:
    - link "All news"
""",
    "/jobs/": f"""\
- main:
  - heading "Open postings" [level=1]
  - status: 1 open posting
  - group: "Follow: All jobs"
  - navigation "Views of the postings":
    - list
  - region "Filter"
  - list:
    - listitem:
      - heading "{SENTENCE}" [level=2]:
        - link "{SENTENCE}"
""",
    "/jobs/x/": f"""\
- main:
  - navigation "Where you are":
    - list:
      - listitem:
        - link "Home"
      - listitem:
        - link "Jobs"
  - article:
    - status
    - heading "{SENTENCE}" [level=1]
    - list:
      - listitem:
        - link "How to apply":
          - /url: "#apply"
    - region "Key facts":
      - heading "Key facts" [level=2]
      - term: Deadline
      - definition:
        - time: Tuesday 31 March 2026, end of the day (Brussels time)
    - region "How to apply":
      - heading "How to apply" [level=2]
      - paragraph:
        - link "Apply on towns.example"
  - region "Open postings like this one":
    - heading "Open postings like this one" [level=2]
""",
    "/news/x/": f"""\
- main:
  - article:
    - paragraph: Press release
    - heading "{SENTENCE}" [level=1]
    - paragraph:
      - time: 2 March 2026
    - heading "Correction" [level=2]
    - figure "{SENTENCE}":
      - img "{SENTENCE}"
    - heading "Pictures and files" [level=2]
    - heading "Contact for the press" [level=2]
    - heading "About {SENTENCE}" [level=2]
  - heading "Related news" [level=2]
""",
}
"""What there is on it, in this order; more may stand between."""


@pytest.mark.parametrize("path", WITHIN)
def test_a_screen_reader_is_told_what_is_where(path: str, reader: Reader) -> None:
    reader.open(path)
    expect(reader.find("body")).to_match_aria_snapshot(FRAME)
    expect(reader.find("body")).to_match_aria_snapshot(WITHIN[path])
    assert reader.find("nav:not([aria-label]):visible").count() == 0


def test_where_the_reader_is_is_said_in_the_menu_and_the_switch(reader: Reader) -> None:
    reader.open("/jobs/")
    current = {each.inner_text() for each in reader.find("nav [aria-current]").all()}
    assert current >= {"Jobs", "English"}


def test_what_closes_before_the_readers_eyes_is_said_without_the_focus(
    built: Built, read: Callable[..., Reader]
) -> None:
    """In elements that were there before (WCAG 4.1.3)."""
    reader = read(built.files, "2026-03-31 23:59")
    reader.open("/jobs/")
    said = reader.page.get_by_role("status").filter(has_text="open posting")
    expect(said).to_have_text("1 open posting")
    reader.wait_until("2026-04-01 00:00")
    expect(said).to_have_text("0 open postings")
