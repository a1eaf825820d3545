"""What a reader sees of a posting's life: its deadline moved, its closing, and what must not outlive it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.helpers import at, build_site, make_posting, write_site
from tests.outputs.reading import document, find, links, sitemap, text_of
from tests.pictures import jpeg

PAGE = "jobs/x/index.html"
OPEN, CLOSED, GONE = "2026-03-16 12:00", "2026-04-02 12:00", "2027-04-02 12:00"
MAIL, PHONE = "ada.example@example.org", "+32 2 555 01 00"


def build_one(
    tmp_path: Path, now: str = OPEN, body: str = "Work.", files: dict[str, bytes] | None = None, **fields: str | None
) -> dict[str, bytes]:
    content = write_site(tmp_path / "content", {"postings/x.md": make_posting(body, **fields), **(files or {})})
    return build_site(content, at(now))


def words(site: dict[str, bytes], path: str = PAGE) -> str:
    return text_of(document(site, path))


def test_an_extension_is_told_from_and_to_with_the_day_it_was_made(tmp_path: Path) -> None:
    site = build_one(tmp_path, deadline_was="{deadline: 2026-03-20, changed: 2026-03-10}")
    assert "Deadline extended from 20 March 2026 to 31 March 2026 (changed on 10 March 2026)" in words(site)
    assert find(document(site, PAGE), "time", datetime="2026-03-20")
    assert "Deadline extended" in words(site, "jobs/index.html")


def test_a_deadline_brought_forward_is_told_without_a_day_nobody_gave(tmp_path: Path) -> None:
    site = build_one(tmp_path, deadline_was='"2026-04-10 17:00"')
    assert "Deadline brought forward from 10 April 2026, 17:00 (Brussels time) to 31 March 2026 " in f"{words(site)} "
    assert "changed on" not in words(site)
    assert "Deadline brought forward" in words(site, "jobs/index.html")


def test_every_change_is_told_and_a_card_names_the_last(tmp_path: Path) -> None:
    was = "[{deadline: 2026-03-20, changed: 2026-03-05}, {deadline: 2026-04-10, changed: 2026-03-10}]"
    site = build_one(tmp_path, deadline_was=was)
    assert "Deadline extended from 20 March 2026 to 10 April 2026 (changed on 5 March 2026)" in words(site)
    assert "Deadline brought forward from 10 April 2026 to 31 March 2026 (changed on 10 March 2026)" in words(site)
    assert "Deadline extended" not in words(site, "jobs/index.html")


def test_a_posting_made_rolling_says_that_there_is_no_deadline_any_more(tmp_path: Path) -> None:
    site = build_one(tmp_path, deadline="rolling", review_by="2026-06-30", deadline_was="2026-03-20")
    assert "Deadline extended from 20 March 2026: there is no fixed one any more" in words(site)


def test_the_archive_does_not_mark_cards_with_what_is_over(tmp_path: Path) -> None:
    site = build_one(tmp_path, now=CLOSED, deadline_was="2026-03-20")
    assert "Deadline extended" not in words(site, "jobs/closed/2026/index.html")
    assert "Deadline extended from 20 March 2026 to 31 March 2026" in words(site)


@pytest.mark.parametrize(
    ("because", "heading"),
    [
        ("filled", "This position has been filled (closed 10 March 2026)."),
        ("withdrawn", "This posting was withdrawn (closed 10 March 2026)."),
        ("other", "This posting is closed (closed 10 March 2026)."),
    ],
)
def test_why_a_posting_closed_early_is_said_in_words(because: str, heading: str, tmp_path: Path) -> None:
    site = build_one(tmp_path, closed=f"{{on: 2026-03-10, because: {because}, note: The budget was not voted.}}")
    assert f"{heading} It takes no more applications. The budget was not voted." in words(site)


def test_a_closed_rolling_posting_does_not_speak_of_the_present(tmp_path: Path) -> None:
    site = build_one(tmp_path, deadline="rolling", review_by="2026-03-10")
    assert "None: applications were read as they arrived" in words(site)
    assert "are read as they arrive" not in words(site)


_DIGEST = re.compile(rb"(?<=\.)[0-9a-f]{8,}(?=\.)")
"""In the name of a file of the theme: any figures may be in it."""


@pytest.mark.parametrize("now", [CLOSED, GONE])
def test_contact_data_is_in_no_file_of_the_site_once_a_posting_is_closed(now: str, tmp_path: Path) -> None:
    everywhere = f"Ask {MAIL} or {PHONE}"
    site = build_one(
        tmp_path,
        now=now,
        body=f"{everywhere}\n\n<{MAIL}>\n\n![{everywhere}](images/a.png)\n\n[x](https://wa.me/3225550100?u={MAIL})\n",
        files={"images/a.png": jpeg(90, 60), "files/a.pdf": b"programme"},
        title=f'"Analyst, {everywhere}"',
        summary=f'"{everywhere}"',
        hours=f'"{everywhere}"',
        starts=f'"{everywhere}"',
        experience=f'"{everywhere}"',
        education=f'"{everywhere}"',
        reference=f'"{everywhere}"',
        benefits=f'["{everywhere}"]',
        salary=f'{{note: "{everywhere}"}}',
        contract=f'{{type: other, duration: "{everywhere}", ends: "{everywhere}"}}',
        dates=f'[{{what: "{everywhere}", when: "{everywhere}"}}]',
        apply=f'{{email: {MAIL}, note: "{everywhere}", limit: "{everywhere}", documents: ["{everywhere}"]}}',
        attachments=f'[{{file: files/a.pdf, title: "{everywhere}"}}]',
        image=f'{{file: images/a.png, alt: "{everywhere}", credit: "{everywhere}"}}',
        closed=f'{{on: 2026-03-20, because: other, note: "{everywhere}"}}',
        formerly="[old]",
    )
    said = {path: _DIGEST.sub(b"", data).replace(b"&nbsp;", b"") for path, data in site.items()}
    leaks = [path for path, data in said.items() if MAIL.encode() in data or b"555" in data]
    assert leaks == []
    assert "Analyst, Ask [contact details removed]" in words(site)


def test_the_files_of_a_posting_leave_the_site_when_it_closes_and_its_pictures_when_it_is_archived(
    tmp_path: Path,
) -> None:
    def media(now: str) -> set[str]:
        files = {"images/a.png": jpeg(90, 60), "files/a.pdf": b"one", "files/b.pdf": b"two"}
        body = "![A desk](images/a.png) and [terms](files/b.pdf)."
        site = build_one(tmp_path, now, body, files, attachments="[{file: files/a.pdf, title: Profile}]")
        assert [link for link in links(document(site, PAGE)) if link.endswith(".pdf") and link[1:] not in site] == []
        return {path.split("/")[2] for path in site if path.startswith(("media/", "pictures/"))}

    assert (media(OPEN), media(CLOSED), media(GONE)) == ({"a.png", "a.pdf", "b.pdf"}, {"a.png"}, set())


def test_a_tombstone_stays_in_its_archive_and_nowhere_else(tmp_path: Path) -> None:
    site = build_one(tmp_path, now=GONE, closed='{on: 2026-03-20, because: other, note: "A secret reason."}')
    assert "A secret reason" not in words(site)
    assert "/jobs/x/" in links(document(site, "jobs/closed/2026/index.html"))
    assert "/jobs/x/" not in links(document(site, "jobs/index.html"))
    assert not any(address.endswith("/jobs/x/") for address in sitemap(site))
    assert not any(b"/jobs/x/" in data for path, data in site.items() if path.startswith("feeds/"))
    assert find(document(site, PAGE), "meta", name="robots", content="noindex")


REOPENED = '{on: "2026-03-14 09:00", was: {on: 2026-03-10, because: filled, note: Thank you.}}'


@pytest.mark.parametrize(
    ("because", "words_before"), [("filled", "been filled"), ("withdrawn", "been withdrawn"), ("other", "closed")]
)
def test_a_posting_that_was_opened_again_says_since_when_and_what_it_had_been(
    because: str, words_before: str, tmp_path: Path
) -> None:
    site = build_one(tmp_path, reopened=REOPENED.replace("filled", because))
    assert f"Open again since 14 March 2026: it had {words_before} on 10 March 2026" in words(site)
    assert "Thank you" not in words(site)
    assert "Open again" in words(site, "jobs/index.html")


def test_between_its_closing_and_its_opening_it_is_closed_as_its_author_said(tmp_path: Path) -> None:
    for now, status in (
        ("2026-03-09 23:59", "closing-soon"),
        ("2026-03-10 00:00", "filled"),
        ("2026-03-14 08:59", "filled"),
        ("2026-03-14 09:00", "open"),
        ("2026-04-01 00:00", "closed"),
    ):
        site = build_one(tmp_path, now, reopened=REOPENED)
        assert find(document(site, PAGE), "article")[0].get("data-status", status) == status
        assert ("This position has been filled" in words(site)) is (status == "filled")
        assert ("/jobs/x/" in links(document(site, "jobs/index.html"))) is (status in ("open", "closing-soon"))
        assert ("Open again" in words(site)) is (now == "2026-03-14 09:00")


@pytest.mark.parametrize(
    "fields",
    [
        {"deadline_was": "{deadline: 2026-03-10, changed: 2026-03-14}"},
        {
            "deadline": "rolling",
            "review_by": "2026-06-30",
            "review_was": "{review_by: 2026-03-10, changed: 2026-03-14}",
        },
    ],
)
def test_a_posting_whose_last_day_was_moved_after_it_had_passed_says_that_it_had_closed(
    fields: dict[str, str], tmp_path: Path
) -> None:
    assert "Open again since 14 March 2026: it had closed on 10 March 2026" in words(build_one(tmp_path, **fields))
