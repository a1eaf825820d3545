"""What is left of people on a board, from the day a posting opens to two years after it closed, in one folder that is
built again and again: a host that is given the folder has nothing more.

`docs/privacy.md` tells a data protection officer what is shown here.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import pytest

from jobboard.pipeline.build import Job, bring_up_to_date
from tests.engine.everything import EVERYTHING
from tests.helpers import REPOSITORY, at, make_event, make_news, make_posting, project_theme, read_tree, write_site
from tests.pictures import draw_town, encoded

OPEN, CLOSED = at("2026-03-16 12:00"), at("2026-04-01 00:00")
OVER, GONE, LATER = at("2026-06-02 00:00"), at("2027-04-02 12:00"), at("2028-04-02 12:00")
INSTANTS = (OPEN, CLOSED, OVER, GONE, LATER)

WORDS = {
    "the contact's name": b"Grace Hopperx",
    "the contact's address": b"gracex@example.org",
    "the contact's number": b"470 99 88 77",
    "an address in the text": b"ada.bodyx",
    "where to apply": b"applyx@example.org",
    "an attachment": b"SECRET OF THE ATTACHMENT",
    "an attachment's title": b"Profilex",
    "a picture's words": b"Townx",
    "a picture's credit": b"Creditx",
    "the event's contact": b"eventx@example.org",
    "where to register": b"registerx@example.org",
}
LEFT = {
    OPEN: set(WORDS),
    CLOSED: {"a picture's words", "a picture's credit", "the event's contact", "where to register"},
    OVER: {"a picture's words", "a picture's credit"},
    GONE: set(),
    LATER: set(),
}
"""What is still there. Pictures leave with the retention; the event is over on 5 May 2026."""

CONTENT = {
    "postings/analyst.md": make_posting(
        body="You will count.\n\nAsk Ada, ada.bodyx@example.org.\n\n![A Townx](images/body.jpg)\n",
        contacts="[{name: Grace Hopperx, email: gracex@example.org, phone: +32 470 99 88 77}]",
        attachments="[{file: files/profile.pdf, title: The Profilex}]",
        image="{file: images/town.jpg, alt: A Townx, credit: Creditx}",
        apply="{email: applyx@example.org, subject: Analyst}",
    ),
    "files/profile.pdf": b"%PDF-1.4 SECRET OF THE ATTACHMENT",
    "images/town.jpg": encoded(draw_town(640, 480)),
    "images/body.jpg": encoded(draw_town(600, 400)),
    "news/release.md": make_news(kind="press-release", quotes="[{text: Trams, name: Bea}]"),
    "events/budgets.md": make_event(
        contacts="[{name: Cleo, email: eventx@example.org}]", register="{email: registerx@example.org}"
    ),
}


def texts_in(tree: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Every file with its bytes; of a packed one, those of what is in it."""
    for path, data in tree.items():
        if path.endswith(".zip"):
            with zipfile.ZipFile(io.BytesIO(data)) as packed:
                yield from ((f"{path}/{name}", packed.read(name)) for name in packed.namelist())
        else:
            yield path, data


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> dict[datetime, dict[str, bytes]]:
    """One folder at each instant, with everything on that can show an item anywhere."""
    folder = tmp_path_factory.mktemp("years")
    content = write_site(folder / "content", CONTENT)
    site = replace(EVERYTHING, has_twins=True, has_embeds=True, has_social_cards=True)
    found = {}
    for now in INSTANTS:
        output = folder / "output"
        bring_up_to_date(
            Job(site=site, now=now, theme=project_theme(), content=content, output=output, cache=folder / "cache")
        )
        found[now] = read_tree(output)
    return found


@pytest.mark.parametrize("now", INSTANTS, ids=lambda each: each.date().isoformat())
def test_nothing_of_people_is_left_longer_than_is_said(now: datetime, years: dict[datetime, dict[str, bytes]]) -> None:
    found = {what: [path for path, data in texts_in(years[now]) if word in data] for what, word in WORDS.items()}
    assert {what for what, paths in found.items() if paths} == LEFT[now], found


def test_pictures_and_documents_of_a_posting_leave_the_folder(years: dict[datetime, dict[str, bytes]]) -> None:
    files = {now: {path for path in tree if path.startswith(("media/", "pictures/"))} for now, tree in years.items()}
    assert "media/files/profile.pdf" in files[OPEN]
    assert {path.split("/")[2] for path in files[CLOSED]} == {"town.jpg", "body.jpg"}
    assert files[GONE] == files[LATER] == set()


def test_the_page_stays_and_names_nobody(years: dict[datetime, dict[str, bytes]]) -> None:
    page = years[LATER]["jobs/analyst/index.html"]
    assert b"Data Analyst" in page
    assert b"@example" not in page.replace(b"access@example.org", b"")  # the board's own, for whoever finds a fault


def test_the_officer_is_told_so() -> None:
    text = " ".join((REPOSITORY / "docs/privacy.md").read_text(encoding="utf-8").split())
    for told in ("tests/outputs/test_two_years.py", "JOBBOARD_RETENTION_DAYS", "localStorage", "no request to others"):
        assert told in text
