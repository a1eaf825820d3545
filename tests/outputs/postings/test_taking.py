"""What readers take from a posting's page: its deadline, its address, a word to the site."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from jobboard.board.site import Site
from tests.helpers import SITE, at, build_site, make_posting, write_site
from tests.outputs.postings.test_procedure import PAGE
from tests.outputs.reading import document, find, links
from tests.outputs.site.test_plain import STATEMENT

GOOGLE = "https://calendar.google.com/calendar/render?"


def page_links(
    tmp_path: Path, now: str = "2026-03-16 12:00", site: Site = SITE, **fields: str | None
) -> dict[str, bytes]:
    content = write_site(tmp_path / "content", {"postings/x.md": make_posting(**fields)})
    return build_site(content, at(now), site=site)


@pytest.mark.parametrize("deadline", ["2026-03-31", '"2026-03-31 17:00"'])
def test_google_is_given_the_day_that_the_calendar_file_has(tmp_path: Path, deadline: str) -> None:
    built = page_links(tmp_path, deadline=deadline)
    (link,) = (each for each in links(document(built, PAGE)) if each.startswith(GOOGLE))
    asked = {name: value for name, (value,) in parse_qs(urlsplit(link).query).items()}
    file = built["jobs/x/deadline.ics"].decode().replace("\r\n ", "")
    assert asked["action"] == "TEMPLATE"
    assert asked["dates"] == "20260331/20260401"
    assert "DTSTART;VALUE=DATE:20260331" in file
    assert f"SUMMARY:{asked['text']}".replace(",", "\\,") in file
    assert asked["details"].endswith("https://hub.example/jobs/x/")


@pytest.mark.parametrize(
    ("now", "fields"),
    [
        ("2026-04-02 12:00", {}),
        ("2026-03-16 12:00", {"deadline": "rolling", "review_by": "2026-06-01"}),
    ],
)
def test_a_closed_one_and_one_without_a_day_have_no_such_link(tmp_path: Path, now: str, fields: dict[str, str]) -> None:
    built = page_links(tmp_path, now, **fields)
    assert not [each for each in links(document(built, PAGE)) if "google" in each]


def test_a_fault_is_reported_to_whom_the_accessibility_statement_names(tmp_path: Path) -> None:
    built = page_links(tmp_path, site=replace(SITE, accessibility=STATEMENT), title='"Analyst & more"')
    (link,) = (each for each in links(document(built, PAGE)) if STATEMENT.contact in each)
    assert urlsplit(link).path == STATEMENT.contact
    assert parse_qs(urlsplit(link).query) == {
        "subject": ["About the posting “Analyst & more”"],
        "body": ["https://hub.example/jobs/x/"],
    }


def test_every_page_of_a_posting_has_that_mail_with_its_address(tmp_path: Path) -> None:
    """Open, closed, a tombstone, a translation; in three languages, and in the frames of each."""
    files = {
        "postings/there.md": make_posting(),
        "postings/gone.md": make_posting(deadline="2026-03-10"),
        "postings/old.md": make_posting(published="2024-03-02", deadline="2024-03-10", lang="es"),
        "postings/ouvert.md": make_posting(lang="fr"),
        "postings/offen.md": make_posting(lang="de"),
    }
    site = replace(SITE, accessibility=STATEMENT, languages=("en", "fr", "es"))
    built = build_site(write_site(tmp_path / "content", files), site=site)
    pages = [f"{prefix}jobs/{Path(each).stem}/index.html" for each in files for prefix in ("", "en/", "fr/", "es/")]
    found = [each for each in pages if each in built]
    assert len(found) == 3 * len(files)
    for page in found:
        (mail,) = (each for each in links(document(built, page)) if each.startswith(f"mailto:{STATEMENT.contact}"))
        address = f"{SITE.url}/{page[page.index('jobs/') :].removesuffix('index.html')}"
        assert parse_qs(urlsplit(mail).query)["body"] == [address]


def test_without_a_statement_nobody_is_named(tmp_path: Path) -> None:
    assert b"Report this posting" not in page_links(tmp_path)[PAGE]


@pytest.mark.parametrize(("now", "number"), [("2026-03-16 12:00", 1), ("2026-04-02 12:00", 0)])
def test_an_open_one_has_a_code_for_paper(tmp_path: Path, now: str, number: int) -> None:
    codes = find(document(page_links(tmp_path, now), PAGE), "p", class_="kicker")
    assert len(codes) == 1
    assert page_links(tmp_path, now)[PAGE].count(b'class="qr"') == number
