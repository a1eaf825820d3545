"""Two years of a board, built in one folder: what is personal leaves every file when it must, and stays away.

A posting is published with people to ask, an attachment and pictures; it closes; it passes its retention. All that a
board can be asked to write is written: feeds, calendars, data, columns, search, twins, frames, press kits, forms.
"""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from jobboard.base.digest import digest_of
from tests.helpers import at, build_site, make_event, make_news, make_organisation, make_posting, write_site
from tests.outputs.lifecycles import BOARD_SITE
from tests.pictures import jpeg

SITE = replace(BOARD_SITE, languages=("en", "fr", "es"))
OPEN, LAST_MINUTE, CLOSED = at("2026-03-16 12:00"), at("2026-04-30 23:59"), at("2026-05-01 00:00")
GONE, TWO_YEARS = at("2026-08-29 12:00"), at("2028-03-16 12:00")
WALK = (OPEN, LAST_MINUTE, CLOSED, at("2026-06-15 12:00"), GONE, at("2027-03-16 12:00"), TWO_YEARS)
CONTACTS = (
    *("quill@personal.example", "quill.second@personal.example", "Zebedee Quillfeather", "+32 2 555 47 11"),
    *("+3225554711", "5554711", "02 555 47 11", "555%2047%2011", "quill%40personal.example"),
)
"""Whom to ask and where to apply, in the ways that files write them."""
ATTACHED, SHOWN, IN_TEXT = b"%PDF-1.4 the profile of the post", jpeg(91, 61), jpeg(93, 63)
PDF_NAME, PICTURE_NAMES = "quillprofile", ("quillface", "quilldesk")
POSTING = make_posting(
    body=(
        "Ask quill@personal.example, or +32 2 555 47 11.\n\n"
        "![The desk](images/quilldesk.jpg)\n\n[Terms](files/quillprofile.pdf)\n\n[Call](tel:+3225554711)\n"
    ),
    title="Post Quillable",
    deadline="2026-04-30",
    topics="[culture]",
    place="{city: Ghent, country: BE}",
    apply="{email: [quill@personal.example, quill.second@personal.example], note: Write to quill@personal.example}",
    contacts='[{name: Zebedee Quillfeather, email: quill@personal.example, phone: "+32 2 555 47 11"}]',
    attachments="[{file: files/quillprofile.pdf, title: Profile}]",
    image="{file: images/quillface.jpg, alt: The team, credit: A Photographer}",
)
FILES = {
    "postings/quillable.md": POSTING,
    "postings/quillable-fr.md": POSTING.replace("Post Quillable", "Poste Quillable").replace(
        "deadline: 2026-04-30\n", "translation_of: quillable\nlang: fr\ndeadline: 2026-04-30\n"
    ),
    "postings/other.md": make_posting(title="Other post", deadline="2029-01-01"),
    "news/n.md": make_news("See [the post](../postings/quillable.md).\n"),
    "events/e.md": make_event("See [the post](../postings/quillable.md).\n"),
    "organisations/example-network.md": make_organisation(),
    "topics.yaml": "culture: {en: Culture, fr: Culture, es: Cultura}\n",
    "images/quillface.jpg": SHOWN,
    "images/quilldesk.jpg": IN_TEXT,
    "files/quillprofile.pdf": ATTACHED,
}


def texts_in(path: str, data: bytes) -> Iterator[bytes]:
    """The bytes of a file, and of what is packed in it."""
    yield data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for name in packed.namelist():
                yield name.encode()
                yield packed.read(name)
    if data.startswith(b"\x1f\x8b"):
        yield gzip.decompress(data)


def holding(site: Mapping[str, bytes], *words: str) -> set[str]:
    """The files that say one of these, be it in their name."""
    sought = [word.encode() for word in words]
    return {
        path
        for path, data in site.items()
        if any(word in text for word in sought for text in (path.encode(), *texts_in(path, data)))
    }


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[datetime, dict[str, bytes]]:
    """What stands in the folder after each build, one after the other."""
    folder = tmp_path_factory.mktemp("years")
    content = write_site(folder / "content", FILES)
    return {now: build_site(content, now, site=SITE) for now in WALK}


def test_while_it_is_open_all_of_it_is_there(sites: dict[datetime, dict[str, bytes]]) -> None:
    """Else nothing below would be found out."""
    for now in (OPEN, LAST_MINUTE):
        for word in (CONTACTS[0], CONTACTS[2], CONTACTS[3], PDF_NAME, *PICTURE_NAMES):
            assert holding(sites[now], word), word
        assert {digest_of(data) for data in sites[now].values()} >= {digest_of(ATTACHED)}


@pytest.mark.parametrize("now", WALK[2:], ids=str)
def test_once_it_is_closed_nobody_can_be_reached_by_any_file(
    now: datetime, sites: dict[datetime, dict[str, bytes]]
) -> None:
    assert holding(sites[now], *CONTACTS) == set()


@pytest.mark.parametrize("now", WALK[2:], ids=str)
def test_once_it_is_closed_what_was_attached_is_gone(now: datetime, sites: dict[datetime, dict[str, bytes]]) -> None:
    assert holding(sites[now], PDF_NAME, ATTACHED.decode()) == set()


@pytest.mark.parametrize("now", WALK[4:], ids=str)
def test_after_its_retention_neither_pictures_nor_texts_are_left(
    now: datetime, sites: dict[datetime, dict[str, bytes]]
) -> None:
    site = sites[now]
    assert holding(site, *PICTURE_NAMES) == set()
    pages = {path for path in site if "jobs/quillable/" in path and path.endswith(".html")}
    assert pages == {"jobs/quillable/index.html"} or all(b"noindex" in site[path] for path in pages)
    assert holding(site, "Terms", "The desk", "The team", "A Photographer") == set()
    named = holding(site, "Post Quillable", "Poste Quillable")
    elsewhere = {path for path in named if not path.startswith((".", "jobs/", "fr/jobs/", "es/jobs/"))}
    assert not {path for path in elsewhere if path.split("/")[0] in ("feeds", "calendars", "data", "embed")}


@pytest.mark.parametrize("now", WALK[2:], ids=str)
def test_the_folder_is_what_a_first_build_of_that_day_makes(
    now: datetime, sites: dict[datetime, dict[str, bytes]], tmp_path: Path
) -> None:
    clean = build_site(write_site(tmp_path / "content", FILES), now, site=SITE)
    visible = {path for path in sites[now] if not path.startswith(".")}
    assert visible == {path for path in clean if not path.startswith(".")}
