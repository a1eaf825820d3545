"""The markup of pages: what Google and schema.org ask of it, and that it says what the page says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from tests.golden import build_golden
from tests.helpers import at, build_site, make_organisation, make_posting, write_site
from tests.outputs.reading import document, find, job_markup, markup, text_of
from tests.pictures import jpeg

PAGE = "jobs/x/index.html"
PICTURE = jpeg(90, 60)

EVERYTHING = {
    "title": "Data Analyst",
    "organisation": "[platform, example-network]",
    "published": '"2026-03-02 23:30"',
    "place": "[{city: Ghent, country: BE, postcode: '9000', street: Veldstraat 1}, {city: Lille, country: FR}]",
    "workplace": "hybrid",
    "employment": "[full-time, temporary]",
    "contract": "{type: fixed-term, duration: one year}",
    "starts": "May 2026",
    "salary": "{min: 42000, max: 48000.50, currency: EUR, per: year, note: gross}",
    "benefits": "[meal vouchers, public transport]",
    "languages": "{en: fluent, fr: asset}",
    "skills": "[statistics]",
    "eligibility": "{permit: required, relocation: yes, note: Staff of member towns.}",
    "experience": "at least 2 years",
    "education": "a master's degree",
    "reference": "HR/2026/07",
    "positions": "2",
    "hours": "38 a week",
    "image": "{file: images/team.png, alt: Five people}",
}
ORGANISATIONS = {
    "organisations/example-network.md": make_organisation(
        short_name="EN",
        email="info@example.org",
        place="{city: Brussels, country: BE, street: Example street 1}",
        logo="{file: images/logo.png, alt: Logo}",
        social="[{network: linkedin, url: https://www.linkedin.com/company/example}]",
    ),
    "organisations/platform.md": make_organisation(
        name="Platform", website="https://platform.example.org", part_of="example-network"
    ),
    "images/logo.png": PICTURE,
    "images/team.png": PICTURE,
}


def build_one(tmp_path: Path, **fields: str | None) -> dict[str, bytes]:
    files = {**ORGANISATIONS, "postings/x.md": make_posting("Work.", **fields)}
    return build_site(write_site(tmp_path / "content", files), at("2026-03-16 12:00"))


def markup_of(tmp_path: Path, **fields: str | None) -> dict[str, Any]:
    found = job_markup(build_one(tmp_path, **fields), PAGE)
    assert found is not None
    return found


def test_job_markup_says_all_that_the_content_knows(tmp_path: Path) -> None:
    network = {
        "@type": "Organization",
        "@id": "https://hub.example/organisations/example-network/",
        "name": "Example Network",
        "sameAs": "https://example.org",
        "url": "https://example.org",
        "logo": "https://hub.example/pictures/images/logo.png/logo.png",
    }
    assert markup_of(tmp_path, **EVERYTHING) == {
        "@type": "JobPosting",
        "@id": "https://hub.example/jobs/x/",
        "url": "https://hub.example/jobs/x/",
        "title": "Data Analyst",
        "description": "<p>Work.</p>",
        "image": "https://hub.example/pictures/images/team.png/preview.jpg",
        "datePosted": "2026-03-02",
        "validThrough": "2026-04-01T00:00:00+02:00",
        "identifier": {"@type": "PropertyValue", "name": "Example Network", "value": "HR/2026/07"},
        "hiringOrganization": network,
        "employmentUnit": {
            "@type": "Organization",
            "@id": "https://hub.example/organisations/platform/",
            "name": "Platform",
            "sameAs": "https://platform.example.org",
            "url": "https://platform.example.org",
        },
        "jobLocation": [
            {
                "@type": "Place",
                "address": {
                    "@type": "PostalAddress",
                    "streetAddress": "Veldstraat 1",
                    "postalCode": "9000",
                    "addressLocality": "Ghent",
                    "addressCountry": "BE",
                },
            },
            {
                "@type": "Place",
                "address": {"@type": "PostalAddress", "addressLocality": "Lille", "addressCountry": "FR"},
            },
        ],
        "employmentType": ["FULL_TIME", "TEMPORARY"],
        "baseSalary": {
            "@type": "MonetaryAmount",
            "currency": "EUR",
            "value": {"@type": "QuantitativeValue", "minValue": 42000, "maxValue": 48000.5, "unitText": "YEAR"},
        },
        "jobBenefits": "meal vouchers, public transport, The employer helps with moving there",
        "jobStartDate": "May 2026",
        "workHours": "38 a week",
        "totalJobOpenings": 2,
        "eligibilityToWorkRequirement": [
            "You need the right to work there already (Belgium and France)",
            "Staff of member towns.",
        ],
        "qualifications": ["a master's degree", "at least 2 years"],
        "skills": ["English: fluent", "French: an asset", "statistics"],
        "educationRequirements": {
            "@type": "EducationalOccupationalCredential",
            "credentialCategory": "postgraduate degree",
        },
        "experienceRequirements": {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": 24},
        "directApply": False,
        "applicationContact": {
            "@type": "ContactPoint",
            "contactType": "applications",
            "email": "jobs@example.org",
        },
    }


def test_markup_of_a_bare_posting_invents_nothing(tmp_path: Path) -> None:
    assert set(markup_of(tmp_path, apply='{url: "https://example.org/apply"}')) == {
        *("@type", "@id", "url", "title", "description", "datePosted", "validThrough", "identifier"),
        *("hiringOrganization", "directApply"),
    }


@pytest.mark.parametrize(
    ("organisation", "hires", "unit"),
    [
        ("example-network", "Example Network", None),
        ("platform", "Example Network", "Platform"),
        ("[example-network, platform]", "Example Network", "Platform"),
        ("[platform, example-network]", "Example Network", "Platform"),
    ],
)
def test_the_whole_hires_and_its_part_is_the_unit(
    organisation: str, hires: str, unit: str | None, tmp_path: Path
) -> None:
    found = markup_of(tmp_path, organisation=organisation)
    assert (found["hiringOrganization"]["name"], found.get("employmentUnit", {}).get("name")) == (hires, unit)


@pytest.mark.parametrize(
    ("workplace", "applicants_from", "expected"),
    [
        ("remote", "[BE, FR]", ("TELECOMMUTE", ["Belgium", "France"])),
        ("remote", "anywhere", (None, [])),
        ("hybrid", None, (None, [])),
        ("on-site", None, (None, [])),
    ],
)
def test_only_fully_remote_work_is_telecommuting(
    workplace: str, applicants_from: str | None, expected: tuple[str | None, list[str]], tmp_path: Path
) -> None:
    found = markup_of(tmp_path, workplace=workplace, applicants_from=applicants_from)
    countries = [each["name"] for each in found.get("applicantLocationRequirements", [])]
    assert (found.get("jobLocationType"), countries) == expected


@pytest.mark.parametrize(
    ("fields", "cities"),
    [
        pytest.param({}, "Brussels", id="of the organisation above, as the one named has no address"),
        pytest.param({"organisation": "example-network"}, "Brussels", id="of the organisation"),
        pytest.param({"place": "{city: Lille, country: FR}"}, "Lille", id="of the posting itself"),
        pytest.param({"place": None, "applicants_from": "[BE, FR]"}, None, id="none where countries are named"),
        pytest.param({"workplace": "on-site", "applicants_from": None}, None, id="none of work that is not remote"),
    ],
)
def test_work_from_anywhere_is_told_of_as_work_at_the_office(
    fields: dict[str, str | None], cities: str | None, tmp_path: Path
) -> None:
    """Search engines refuse TELECOMMUTE that names neither a place nor a country."""
    site = build_one(
        tmp_path, **{"organisation": "platform", "workplace": "remote", "applicants_from": "anywhere", **fields}
    )
    found = job_markup(site, PAGE) or {}
    assert found.get("jobLocation", {}).get("address", {}).get("addressLocality") == cities
    has_country = "applicantLocationRequirements" in found
    assert (found.get("jobLocationType") == "TELECOMMUTE") is has_country
    is_said = "Office: Example street 1, Brussels, Belgium" in text_of(document(site, PAGE))
    assert is_said is (cities == "Brussels")


@pytest.mark.parametrize("body", ["", "Data analyst!", "# Data  Analyst", "**Data Analyst**"])
@pytest.mark.parametrize("summary", [None, "Data Analyst", '"Data analyst."'])
def test_a_description_is_never_the_title_again(body: str, summary: str | None, tmp_path: Path) -> None:
    """Google refuses it; the facts of the page say more."""
    apply = '{url: "https://example.org/apply"}'
    text = make_posting(
        body, summary=summary, apply=apply, languages="{en: fluent}", place="{city: Ghent, country: BE}"
    )
    site = build_site(write_site(tmp_path / "content", {**ORGANISATIONS, "postings/x.md": text}))
    description = (job_markup(site, PAGE) or {})["description"]
    assert "<li>Place: Ghent, Belgium</li>" in description
    assert "31 March 2026" in description
    for path in ("jobs.xml", "jobs-jooble.xml"):
        told = next(ET.fromstring(site[path]).iter("description")).text or ""
        assert told == description
        assert told.count("English: fluent") == 1


def test_a_summary_describes_a_posting_without_a_text(tmp_path: Path) -> None:
    text = make_posting("", summary="You count bicycles.", apply='{url: "https://example.org/apply"}')
    site = build_site(write_site(tmp_path / "content", {"postings/x.md": text}))
    assert (job_markup(site, PAGE) or {})["description"] == "<p>You count bicycles.</p>"


@pytest.mark.parametrize("kind", ["call-for-experts", "secondment", "volunteering"])
def test_what_is_no_job_has_no_job_markup(kind: str, tmp_path: Path) -> None:
    assert job_markup(build_one(tmp_path, kind=kind), PAGE) is None


@pytest.mark.parametrize(
    ("education", "experience"),
    [("Master's degree preferred", "2 years, 1 of them abroad"), ("degree or equivalent", "some"), (None, None)],
)
def test_prose_is_never_put_where_google_wants_one_of_a_list(
    education: str | None, experience: str | None, tmp_path: Path
) -> None:
    found = markup_of(tmp_path, education=education, experience=experience)
    assert {"educationRequirements", "experienceRequirements"}.isdisjoint(found)
    assert found.get("qualifications", []) == [each for each in (education, experience) if each]


@pytest.mark.parametrize(
    ("email", "is_told"),
    [("jobs@example.org", True), ("application.platforma@example.org", True), ("ada.example@example.org", False)],
)
def test_only_the_mailbox_of_an_office_is_told_to_machines(email: str, is_told: bool, tmp_path: Path) -> None:
    assert ("applicationContact" in markup_of(tmp_path, apply=f"{{email: {email}}}")) == is_told


def test_the_mailbox_for_questions_is_told_beside_the_one_for_applications(tmp_path: Path) -> None:
    contacts = "[{email: team@example.org, phone: +32 2 555 01 00}, {email: ada.example@example.org}]"
    assert markup_of(tmp_path, contacts=contacts)["applicationContact"] == [
        {"@type": "ContactPoint", "contactType": "questions", "email": "team@example.org"},
        {"@type": "ContactPoint", "contactType": "applications", "email": "jobs@example.org"},
    ]


def test_a_number_of_positions_is_told_and_words_are_not(tmp_path: Path) -> None:
    assert markup_of(tmp_path / "number", positions="3")["totalJobOpenings"] == 3
    assert "totalJobOpenings" not in markup_of(tmp_path / "words", positions="up to 3")


@pytest.mark.parametrize("typed", ["Three", "trois", "tres", "drei", '" three "'])
def test_a_number_in_words_is_one(tmp_path: Path, typed: str) -> None:
    site = build_one(tmp_path, positions=typed)
    found = job_markup(site, PAGE)
    assert found is not None
    assert found["totalJobOpenings"] == 3
    assert "Positions 3" in text_of(document(site, PAGE))


def test_pay_for_a_whole_assignment_is_told_to_nobody_who_would_take_it_for_that_of_a_year(tmp_path: Path) -> None:
    site = build_one(tmp_path, salary="{amount: 9000, currency: EUR, per: assignment}")
    assert "€9,000 for the whole assignment" in text_of(document(site, PAGE))
    found = job_markup(site, PAGE)
    assert found is not None
    assert "baseSalary" not in found
    assert b"<salary>" not in site["jobs.xml"] + site["jobs-jooble.xml"]
    assert json.loads(site["jobs.json"])["postings"][0]["salary"]["per"] == "assignment"


def test_a_deadline_in_its_own_zone_keeps_its_offset(tmp_path: Path) -> None:
    found = markup_of(tmp_path, timezone="AoE", deadline="2026-03-31")
    assert found["validThrough"] == "2026-04-01T00:00:00-12:00"


def test_a_posting_without_text_is_described_by_its_summary_as_on_its_page(tmp_path: Path) -> None:
    files = {"postings/x.md": make_posting("", summary="Count bicycles & trams.", apply='{url: "https://a.example/b"}')}
    site = build_site(write_site(tmp_path / "content", files), at("2026-03-16 12:00"))
    found = job_markup(site, PAGE)
    assert found is not None
    assert found["description"] == "<p>Count bicycles &amp; trams.</p>"
    assert "Count bicycles & trams." in text_of(find(document(site, PAGE), "main")[0])


def test_an_organisation_is_told_of_once_on_its_page(tmp_path: Path) -> None:
    site = build_one(tmp_path)
    profile, trail = markup(site, "organisations/example-network/index.html")
    assert profile == {
        "@type": "Organization",
        "@id": "https://hub.example/organisations/example-network/",
        "name": "Example Network",
        "alternateName": "EN",
        "url": "https://example.org",
        "logo": "https://hub.example/pictures/images/logo.png/logo.png",
        "sameAs": ["https://example.org", "https://www.linkedin.com/company/example"],
        "email": "info@example.org",
        "contactPoint": {
            "@type": "ContactPoint",
            "contactType": "general enquiries",
            "email": "info@example.org",
        },
        "address": {
            "@type": "PostalAddress",
            "streetAddress": "Example street 1",
            "addressLocality": "Brussels",
            "addressCountry": "BE",
        },
        "subOrganization": [
            {"@type": "Organization", "@id": "https://hub.example/organisations/platform/", "name": "Platform"}
        ],
    }
    assert [each["name"] for each in trail["itemListElement"]] == ["Home", "Organisations", "Example Network"]
    part, _ = markup(site, "organisations/platform/index.html")
    assert part["parentOrganization"]["@id"] == profile["@id"]


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every object within, however deep."""
    if isinstance(value, dict):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nodes(each)


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, bytes]]:
    """The golden site, and one whose posting says everything."""
    return [
        build_golden("full", tmp_path_factory.mktemp("full")),
        build_one(tmp_path_factory.mktemp("all"), **EVERYTHING),
        build_one(tmp_path_factory.mktemp("remote"), workplace="remote", applicants_from="[BE, FR]"),
    ]


def own_markup(site: dict[str, bytes], path: str) -> list[dict[str, Any]]:
    """The markup of a page, but for that of news."""
    return [each for each in markup(site, path) if each["@type"] != "NewsArticle"]


def pages(sites: list[dict[str, bytes]]) -> Iterator[tuple[dict[str, bytes], str]]:
    for site in sites:
        yield from ((site, path) for path in site if path.endswith(".html"))


GOOGLE: dict[str, Any] = {
    "title": lambda it: isinstance(it, str) and not any(sign in it for sign in "!*"),
    "description": lambda it: it.startswith("<"),
    "datePosted": lambda it: len(it) == 10 and datetime.fromisoformat(it),
    "validThrough": lambda it: datetime.fromisoformat(it).utcoffset() is not None,
    "hiringOrganization": lambda it: it["@type"] == "Organization" and it["name"] and it["sameAs"],
    "jobLocation": lambda it: all(
        each["@type"] == "Place"
        and each["address"]["@type"] == "PostalAddress"
        and len(each["address"]["addressCountry"]) == 2
        and not {"Belgium", "BE"} & {each["address"].get("addressLocality"), each["address"].get("streetAddress")}
        for each in (it if isinstance(it, list) else [it])
    ),
    "jobLocationType": lambda it: it == "TELECOMMUTE",
    "applicantLocationRequirements": lambda it: all(each["@type"] == "Country" and each["name"] for each in it),
    "employmentType": lambda it: (
        set(it) <= {"FULL_TIME", "PART_TIME", "CONTRACTOR", "TEMPORARY", "INTERN", "VOLUNTEER", "PER_DIEM", "OTHER"}
    ),
    "identifier": lambda it: it["@type"] == "PropertyValue" and it["name"] and it["value"],
    "baseSalary": lambda it: (
        len(it["currency"]) == 3
        and it["value"]["unitText"] in {"HOUR", "DAY", "WEEK", "MONTH", "YEAR"}
        and all(isinstance(it["value"].get(name, 1), int | float) for name in ("value", "minValue", "maxValue"))
    ),
    "directApply": lambda it: it is False,
    "educationRequirements": lambda it: (
        it["credentialCategory"]
        in {"high school", "associate degree", "bachelor degree", "professional certificate", "postgraduate degree"}
    ),
    "experienceRequirements": lambda it: isinstance(it["monthsOfExperience"], int) and it["monthsOfExperience"] > 0,
}
"""What Google asks of a property of a JobPosting (docs/standards.md#job-postings), where it is given."""

REQUIRED = {"title", "description", "datePosted", "hiringOrganization"}


def test_job_markup_keeps_googles_rules(sites: list[dict[str, bytes]]) -> None:
    jobs = [found for site, path in pages(sites) if (found := job_markup(site, path))]
    assert len(jobs) >= 4
    for job in jobs:
        assert job.keys() >= REQUIRED
        for name in GOOGLE.keys() & job.keys():
            assert GOOGLE[name](job[name]), (name, job[name])
    assert set().union(*jobs) >= GOOGLE.keys()


TEXT, NUMBER, YES, ADDRESS = "Text", "Number", "Boolean", "URL"
WORDS = frozenset({TEXT})
SCHEMA_ORG: dict[str, dict[str, AbstractSet[str]]] = {
    "Thing": {
        "name": {TEXT},
        "url": {ADDRESS},
        "sameAs": {ADDRESS},
        "description": {TEXT},
        "image": {ADDRESS},
        "identifier": {"PropertyValue", TEXT},
        "alternateName": {TEXT},
        "mainEntityOfPage": {ADDRESS},
    },
    "JobPosting": {
        **dict.fromkeys(("title", "datePosted", "validThrough", "jobLocationType", "employmentType"), WORDS),
        **dict.fromkeys(("jobBenefits", "jobStartDate", "workHours", "qualifications", "skills"), WORDS),
        "eligibilityToWorkRequirement": WORDS,
        "hiringOrganization": {"Organization"},
        "employmentUnit": {"Organization"},
        "jobLocation": {"Place"},
        "applicantLocationRequirements": {"Country"},
        "baseSalary": {"MonetaryAmount"},
        "totalJobOpenings": {NUMBER},
        "directApply": {YES},
        "applicationContact": {"ContactPoint"},
        "educationRequirements": {"EducationalOccupationalCredential"},
        "experienceRequirements": {"OccupationalExperienceRequirements"},
    },
    "Organization": {
        "logo": {ADDRESS},
        "email": {TEXT},
        "contactPoint": {"ContactPoint"},
        "address": {"PostalAddress"},
        "parentOrganization": {"Organization"},
        "subOrganization": {"Organization"},
    },
    "Place": {"address": {"PostalAddress"}},
    "PostalAddress": dict.fromkeys(
        ("streetAddress", "postalCode", "addressLocality", "addressRegion", "addressCountry"), WORDS
    ),
    "ContactPoint": {"contactType": {TEXT}, "email": {TEXT}},
    "PropertyValue": {"value": {TEXT}},
    "MonetaryAmount": {"currency": {TEXT}, "value": {"QuantitativeValue"}},
    "QuantitativeValue": {"value": {NUMBER}, "minValue": {NUMBER}, "maxValue": {NUMBER}, "unitText": {TEXT}},
    "EducationalOccupationalCredential": {"credentialCategory": {TEXT}},
    "OccupationalExperienceRequirements": {"monthsOfExperience": {NUMBER}},
    "Country": {},
    "WebSite": {},
    "BreadcrumbList": {"itemListElement": {"ListItem"}},
    "ListItem": {"position": {NUMBER}, "item": {ADDRESS}},
}
"""The part of schema.org that is used: type to its properties, each with what it may be."""


def kind_of(value: Any) -> str:
    """What schema.org calls a value."""
    if isinstance(value, dict):
        return str(value["@type"])
    if isinstance(value, bool):
        return YES
    return NUMBER if isinstance(value, int | float) else ADDRESS if str(value).startswith("https://") else TEXT


def test_markup_keeps_to_the_vocabulary_of_schema_org(sites: list[dict[str, bytes]]) -> None:
    used = set()
    for site, path in pages(sites):
        for node in nodes(own_markup(site, path)):
            known = {**SCHEMA_ORG["Thing"], **SCHEMA_ORG[node["@type"]]}
            for name, value in node.items():
                for each in (value if isinstance(value, list) else [value]) if name[0] != "@" else ():
                    assert kind_of(each) in known.get(name, {f"no such property of {node['@type']}"}), (path, name)
                used.add(node["@type"])
    assert used == SCHEMA_ORG.keys() - {"Thing"}


MACHINE = {
    *("datePosted", "validThrough", "employmentType", "jobLocationType", "addressCountry", "contactType", "currency"),
    *("unitText", "credentialCategory", "description"),
}
"""Codes and dates, which a page says in words; `description` is HTML and compared apart."""


def test_every_word_in_the_markup_stands_on_the_page(sites: list[dict[str, bytes]]) -> None:
    for site, path in pages(sites):
        text = text_of(find(document(site, path), "body")[0])
        for node in nodes(own_markup(site, path)):
            for name, value in node.items():
                for each in value if isinstance(value, list) else [value]:
                    is_words = isinstance(each, str) and name[0] != "@" and name not in MACHINE
                    if is_words and kind_of(each) is TEXT and not each.startswith("tag:"):
                        parts = each.split(", ") if name == "jobBenefits" else [each]
                        assert all(part in text for part in parts), (path, name, each)


def test_a_page_has_one_graph_whose_nodes_have_addresses(sites: list[dict[str, bytes]]) -> None:
    for site, path in pages(sites):
        graph = own_markup(site, path)
        ids = [each["@id"] for each in graph]
        assert len(set(ids)) == len(ids)
        assert all(each.startswith("https://hub.example/") for each in ids)
        assert not any("@context" in each for each in nodes(graph))


def test_markup_cannot_end_its_own_block(tmp_path: Path) -> None:
    site = build_one(tmp_path, title='"</script><script>alert(1)</script> & more"')
    assert b"<script>alert" not in site[PAGE]
    found = job_markup(site, PAGE)
    assert found is not None
    assert found["title"] == "</script><script>alert(1)</script> & more"
