"""People that a page names: a contact is shown by name, role and organisation, wherever there are contacts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from jobboard.model.parts.general import Contact
from tests.fields import Field, every_field
from tests.helpers import at, build_site, make_event, make_news, make_organisation, make_posting, write_site
from tests.outputs.reading import document, text_of

MAKERS: dict[str, tuple[Callable[..., str], str]] = {
    "postings": (make_posting, "jobs/x/index.html"),
    "news": (make_news, "news/x/index.html"),
    "events": (make_event, "events/x/index.html"),
    "organisations": (make_organisation, "organisations/x/index.html"),
}
FIELDS = [each for each in every_field() if each.declaration.type.record is Contact]
NAMED = {
    "{name: Ada Example, role: Head of policy, email: a@b.eu}": "Ada Example, Head of policy a@b.eu",
    "{role: Head of policy, email: a@b.eu}": "Head of policy a@b.eu",
    "{name: Ada Example, role: Head of policy, organisation: other, email: a@b.eu}": (
        "Ada Example, Head of policy, Other a@b.eu"
    ),
    "{role: Head of policy, organisation: other, email: a@b.eu}": "Head of policy, Other a@b.eu",
    "{organisation: other, email: a@b.eu}": "Other a@b.eu",
    "{name: Ada Example, phone: +32 2 555 01 00}": "Ada Example +32 2 555 01 00",
}
DATA = {"postings": "jobs.json", "news": "news.json", "organisations": "organisations.json"}


def build(folder: Path, field: Field, contact: str, now: str = "2026-03-16 12:00") -> dict[str, bytes]:
    maker, _ = MAKERS[field.folder]
    files = {
        f"{field.folder}/x.md": maker(**{field.way[-1][0]: f"[{contact}]"}),
        "organisations/other.md": make_organisation(name="Other", website="https://other.example.org"),
    }
    return build_site(write_site(folder, files), at(now))


@pytest.mark.parametrize("field", FIELDS, ids=str)
@pytest.mark.parametrize(("contact", "shown"), NAMED.items())
def test_a_contact_is_shown_by_all_that_is_said_of_it(field: Field, contact: str, shown: str, tmp_path: Path) -> None:
    page = text_of(document(build(tmp_path, field, contact), MAKERS[field.folder][1]))
    assert shown in page


def test_every_kind_with_contacts_is_looked_at() -> None:
    assert {field.folder for field in FIELDS} == {*MAKERS}


@pytest.mark.parametrize("field", [each for each in FIELDS if each.folder in DATA], ids=str)
def test_programs_are_told_the_role(field: Field, tmp_path: Path) -> None:
    site = build(tmp_path, field, "{name: Ada Example, role: Head of policy, email: a@b.eu}")
    found = json.loads(site[DATA[field.folder]])[field.folder]
    told = [contact for each in found for contact in each.get(field.way[-1][0], ())]
    assert told == [{"name": "Ada Example", "role": "Head of policy", "email": "a@b.eu"}]


@pytest.mark.parametrize(("folder", "later"), [("postings", "2026-06-01 12:00"), ("events", "2027-06-01 12:00")])
def test_the_role_is_gone_with_the_name(folder: str, later: str, tmp_path: Path) -> None:
    (field,) = (each for each in FIELDS if each.folder == folder)
    contact = "{name: Ada Example, role: Head of policy, email: a@b.eu}"
    for now, is_there in (("2026-03-16 12:00", True), (later, False)):
        site = build(tmp_path / now[:4] / str(is_there), field, contact, now)
        for words in (b"Ada Example", b"Head of policy"):
            assert any(words in data for data in site.values()) is is_there
