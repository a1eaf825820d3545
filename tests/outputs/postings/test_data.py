"""`jobs.json`: what is in it, and that it is as its schema says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from jobboard.model.fields.field import declarations
from jobboard.model.posting import Posting
from jobboard.outputs.postings.data import PROPERTIES
from tests.golden import build_golden
from tests.helpers import NOW, build_site, make_organisation, make_posting, write_site


def build(tmp_path: Path, **postings: str) -> dict[str, bytes]:
    files = {f"postings/{name}.md": text for name, text in postings.items()}
    files["organisations/platform.md"] = make_organisation(name="Platform", short_name="P", part_of="example-network")
    return build_site(write_site(tmp_path / "content", files), NOW)


def postings_of(site: dict[str, bytes]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(site["jobs.json"])["postings"]
    return found


FULL = make_posting(
    "The first paragraph.\n\nThe second.",
    title='"Analyst & <more>"',
    organisation="platform",
    published="2026-03-02",
    updated='"2026-03-09 14:00"',
    deadline='"2026-03-31 17:00"',
    place=(
        "[{city: Ghent, country: BE, postcode: '9000'}, {city: Lille, region: Nord, country: FR, street: Rue 1},"
        " {country: ES}]"
    ),
    workplace="hybrid",
    employment="[full-time]",
    contract="{type: fixed-term, duration: one year, renewable: no}",
    starts="May",
    hours="38 a week",
    positions="2",
    salary="{min: 42000, max: 48000.50, currency: EUR, per: year, note: gross}",
    benefits="[meal vouchers]",
    languages="{en: fluent, fr: B2}",
    skills="[statistics, facilitation]",
    experience="2 years",
    education="a degree",
    travel="up to 20 %",
    eligibility="{permit: sponsored, relocation: no, note: Members only.}",
    topics="[culture]",
    reference="HR/7",
    apply=(
        "{email: [jobs@example.org, second@example.org], subject: Analyst, documents: [CV], limit: the first 400, "
        "note: One PDF.}"
    ),
    contacts="[{name: Ada Example, role: Team lead, "
    "email: team@example.org, phone: +32 2 555 01 00, organisation: platform}]",
)


def test_a_posting_as_data(tmp_path: Path) -> None:
    translation = make_posting(lang="fr", translation_of="x", organisation=None, deadline=None, apply=None)
    assert postings_of(build(tmp_path, x=FULL, y=translation)) == [
        {
            "id": "tag:hub.example,2026:job/x",
            "url": "https://hub.example/jobs/x/",
            "title": "Analyst & <more>",
            "summary": "The first paragraph.",
            "lang": "en",
            "kind": "job",
            "status": "open",
            "opens_at": "2026-03-01T23:00:00Z",
            "closes_at": "2026-03-31T15:01:00Z",
            "updated_at": "2026-03-09T13:00:00Z",
            "deadline": "2026-03-31 17:00",
            "timezone": "Europe/Brussels",
            "organisations": [
                {
                    "id": "platform",
                    "name": "Platform",
                    "short_name": "P",
                    "part_of": "example-network",
                    "website": "https://example.org",
                    "url": "https://hub.example/organisations/platform/",
                }
            ],
            "place": [
                {"city": "Ghent", "country": "BE", "postcode": "9000"},
                {"city": "Lille", "region": "Nord", "country": "FR", "street": "Rue 1"},
                {"country": "ES"},
            ],
            "workplace": "hybrid",
            "employment": ["full-time"],
            "contract": {"type": "fixed-term", "duration": "one year", "renewable": False},
            "starts": "May",
            "hours": "38 a week",
            "positions": 2,
            "salary": {"min": 42000, "max": 48000.5, "currency": "EUR", "per": "year", "note": "gross"},
            "benefits": ["meal vouchers"],
            "languages": {"en": "fluent", "fr": "B2"},
            "skills": ["statistics", "facilitation"],
            "experience": "2 years",
            "education": "a degree",
            "travel": "up to 20 %",
            "eligibility": {"permit": "sponsored", "relocation": False, "note": "Members only."},
            "topics": [{"id": "culture", "name": "Culture"}],
            "reference": "HR/7",
            "apply": {
                "email": "jobs@example.org",
                "emails": ["jobs@example.org", "second@example.org"],
                "subject": "Analyst",
                "documents": ["CV"],
                "limit": "the first 400",
                "note": "One PDF.",
            },
            "contacts": [
                {
                    "name": "Ada Example",
                    "role": "Team lead",
                    "email": "team@example.org",
                    "phone": "+32 2 555 01 00",
                    "organisation": "platform",
                }
            ],
            "translations": [{"lang": "fr", "url": "https://hub.example/jobs/y/"}],
        }
    ]


def test_data_holds_every_kind_that_is_open_and_nothing_else(tmp_path: Path) -> None:
    site = build(
        tmp_path,
        call=make_posting(kind="call-for-experts", deadline="rolling", review_by="2026-12-31", timezone="AoE"),
        soon=make_posting(deadline="2026-03-18"),
        shut=make_posting(deadline="2026-03-10", apply="{email: gone@example.org}"),
        scheduled=make_posting(published="2026-03-20"),
        draft=make_posting(status="draft"),
    )
    call, soon = postings_of(site)
    assert (call["deadline"], call["review_by"], call["timezone"]) == ("rolling", "2026-12-31", "AoE")
    assert (call["status"], call["closes_at"]) == ("open", "2027-01-01T12:00:00Z")
    assert soon["status"] == "closing-soon"
    assert b"gone@example.org" not in site["jobs.json"]


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, bytes]]:
    return [
        build(tmp_path_factory.mktemp("one"), x=FULL),
        build(tmp_path_factory.mktemp("none")),
        build_golden("full", tmp_path_factory.mktemp("full")),
    ]


def closed(schema: Any) -> Any:
    """The schema with every object closed to properties it does not name."""
    if isinstance(schema, list):
        return [closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {name: closed(each) for name, each in schema.items()}
    return {**inner, "additionalProperties": False} if "properties" in inner and "type" in inner else inner


def test_data_is_as_its_schema_says_and_names_nothing_else(sites: list[dict[str, bytes]]) -> None:
    for site in sites:
        schema = json.loads(site["jobs.schema.json"])
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.Draft202012Validator(closed(schema)).validate(json.loads(site["jobs.json"]))


def test_the_schema_refuses_what_is_not_open(sites: list[dict[str, bytes]]) -> None:
    data = json.loads(sites[0]["jobs.json"])
    data["postings"][0]["status"] = "closed"
    with pytest.raises(jsonschema.ValidationError, match="'closed' is not one of"):
        jsonschema.Draft202012Validator(json.loads(sites[0]["jobs.schema.json"])).validate(data)


def test_data_names_its_schema_and_its_newest_change(sites: list[dict[str, bytes]]) -> None:
    data = json.loads(sites[0]["jobs.json"])
    assert data["$schema"] == json.loads(sites[0]["jobs.schema.json"])["$id"] == "https://hub.example/jobs.schema.json"
    assert data["updated_at"] == "2026-03-09T13:00:00Z"


def test_data_has_a_line_for_each_posting_so_that_changes_are_seen(tmp_path: Path) -> None:
    lines = build(tmp_path, x=FULL, y=make_posting())["jobs.json"].decode().splitlines()
    assert len(lines) == 4
    assert all(line.startswith('{"id": ') for line in lines[1:3])


def test_every_property_is_seen_in_the_tests(sites: list[dict[str, bytes]], tmp_path: Path) -> None:
    remote = {"workplace": "remote", "applicants_from": "anywhere"}
    rolling = make_posting(positions="several", deadline="rolling", review_by="2026-12-31", **remote)
    seen = [*postings_of(sites[0]), *postings_of(sites[2]), *postings_of(build(tmp_path, r=rolling))]
    assert set().union(*seen) == set(PROPERTIES)


NOT_TOLD = {
    "organisation": "organisations, as records",
    "published": "opens_at, an instant",
    "updated": "updated_at, an instant",
    **dict.fromkeys(("deadline_was", "review_was", "reopened"), "the feed of changes tells them"),
    "closed": "what is closed is not here",
    **dict.fromkeys(("dates", "attachments", "image"), "the page shows them"),
    **dict.fromkeys(("formerly", "translation_of"), "they say how the site is made"),
}
"""Fields that programs do not get under their own name, and why."""


def test_a_field_is_told_to_programs_unless_there_is_a_reason() -> None:
    assert set(declarations(Posting)) - set(PROPERTIES) == set(NOT_TOLD)


def test_hosts_are_told_what_the_files_are(sites: list[dict[str, bytes]]) -> None:
    headers = sites[0]["_headers"].decode()
    assert "/jobs.json\n  Content-Type: application/json; charset=utf-8\n" in headers
    assert "/jobs.schema.json\n  Content-Type: application/schema+json; charset=utf-8\n" in headers
    assert "/jobs.xml\n  Content-Type: application/xml; charset=utf-8\n" in headers
