"""The page of an organisation says where applications to it go, and nothing a posting of its contradicts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from tests.helpers import SITE, at, build_site, make_organisation, make_posting, write_site
from tests.outputs.reading import document, find, links, text_of
from tests.outputs.site.test_plain import STATEMENT

PAGE = "organisations/example-network/index.html"
FILES: dict[str, str | bytes | None] = {
    "organisations/example-network.md": make_organisation(domains="[example.org, network.example]"),
    "postings/own.md": make_posting(apply="{email: jobs@mail.example.org}"),
    "postings/system.md": make_posting(apply="{url: https://network.applicants.example/7}"),
    "postings/gone.md": make_posting(apply="{email: jobs@past.example}", deadline="2026-03-10"),
    "postings/draft.md": make_posting(apply="{email: jobs@draft.example}", status="draft"),
    "postings/later.md": make_posting(apply="{email: jobs@later.example}", published="2026-03-20"),
}


def domains(built: dict[str, bytes], page: str = PAGE) -> list[str]:
    return [text_of(item) for each in find(document(built, page), "ul", class_="domains") for item in each]


def test_the_domains_are_its_own_and_those_that_its_open_postings_name(tmp_path: Path) -> None:
    built = build_site(write_site(tmp_path / "content", FILES))
    others = "network.applicants.example (used by open postings here)"
    assert domains(built) == ["example.org", "network.example", others]


def test_what_opens_and_closes_changes_what_is_said(tmp_path: Path) -> None:
    built = build_site(write_site(tmp_path / "content", FILES), at("2026-03-25 12:00"))
    assert "later.example (used by open postings here)" in domains(built)
    built = build_site(write_site(tmp_path / "content", FILES), at("2026-06-25 12:00"))
    assert domains(built) == ["example.org", "network.example"]


def test_one_that_names_no_domains_promises_nothing(tmp_path: Path) -> None:
    built = build_site(
        write_site(tmp_path / "content", {**FILES, "organisations/example-network.md": make_organisation()})
    )
    assert domains(built) == []


def test_a_part_has_the_domains_of_the_one_above_it(tmp_path: Path) -> None:
    files = {**FILES, "organisations/part.md": make_organisation(name="Part", part_of="example-network")}
    built = build_site(write_site(tmp_path / "content", files))
    assert domains(built, "organisations/part/index.html") == ["example.org", "network.example"]


def test_the_site_is_told_by_a_mail_that_holds_the_address(tmp_path: Path) -> None:
    site = replace(SITE, accessibility=STATEMENT, languages=("en", "fr", "es"))
    built = build_site(write_site(tmp_path / "content", FILES), site=site)
    for prefix in ("", "fr/", "es/"):
        (mail,) = (each for each in links(document(built, f"{prefix}{PAGE}")) if STATEMENT.contact in each)
        assert parse_qs(urlsplit(mail).query)["body"] == [f"{SITE.url}/{prefix}organisations/example-network/"]
