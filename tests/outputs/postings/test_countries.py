"""A country's list and feed: the work that is there, and remote work that may be done from there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.helpers import SITE, build_site, make_posting, write_site
from tests.outputs.reading import document, feed, find, pages_of_list, text_of

FILES = {
    "postings/there.md": make_posting(title="There", place="{city: Porto, country: PT}"),
    "postings/region.md": make_posting(title="Region", place="{region: Algarve, country: PT}"),
    "postings/both.md": make_posting(
        title="Both", place="{city: Lisbon, country: PT}", workplace="remote", applicants_from="[PT, ES]"
    ),
    "postings/remote.md": make_posting(title="Remote", workplace="remote", applicants_from="[PT]", place=None),
    "postings/anywhere.md": make_posting(title="Anywhere", workplace="remote", applicants_from="anywhere", place=None),
    "postings/elsewhere.md": make_posting(title="Elsewhere", place="{city: Ghent, country: BE}"),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return build_site(write_site(tmp_path_factory.mktemp("countries") / "content", FILES))


def sections(site: dict[str, bytes], path: str) -> dict[str, list[str]]:
    """Titles of cards by the heading they stand under; the list's own where there is none."""
    found: dict[str, list[str]] = {}
    heading = ""
    for each in find(document(site, path), "main")[0].iter():
        if each.tag.endswith("}h2") and each.get("class") != "card-title":
            heading = text_of(each)
        elif each.get("class") == "card-title":
            found.setdefault(heading, []).append(text_of(each))
    return found


def test_remote_work_stands_in_a_part_of_its_own(site: dict[str, bytes]) -> None:
    found = sections(site, "jobs/country/pt/index.html")
    assert {heading: {*titles} for heading, titles in found.items()} == {
        "Work in this country": {"There", "Region", "Both"},
        "Remote work from this country": {"Remote", "Anywhere"},
    }


def test_both_parts_are_counted(site: dict[str, bytes]) -> None:
    page = text_of(find(document(site, "jobs/country/pt/index.html"), "main")[0])
    assert "5 open postings" in page
    assert "Work in this country: 3" in page
    assert "Remote work from this country: 2" in page
    browse = text_of(find(document(site, "jobs/browse/index.html"), "main")[0])
    assert "Portugal 5" in browse
    assert "Spain 2" in browse
    assert "Belgium 2" in browse


def test_a_country_has_a_feed_with_both(site: dict[str, bytes]) -> None:
    for form in ("rss.xml", "atom.xml"):
        titles = {each.title for each in feed(site, f"feeds/country/pt.{form}").entries}
        assert titles == {"There", "Region", "Both", "Remote", "Anywhere"}
        assert {each.title for each in feed(site, f"feeds/country/es.{form}").entries} == {"Both", "Anywhere"}
    assert "/feeds/country/pt.rss.xml" in site["subscribe/index.html"].decode()
    assert "/feeds/country/pt.rss.xml" in site["jobs/country/pt/index.html"].decode()


def test_work_from_anywhere_makes_no_list_by_itself(tmp_path: Path) -> None:
    only = {name: text for name, text in FILES.items() if "anywhere" in name}
    site = build_site(write_site(tmp_path / "content", only))
    assert not [path for path in site if path.startswith(("jobs/country/", "feeds/country/"))]


def test_a_country_without_remote_work_has_one_part(site: dict[str, bytes], tmp_path: Path) -> None:
    only = {name: text for name, text in FILES.items() if "elsewhere" in name}
    alone = build_site(write_site(tmp_path / "content", only))
    assert "Work in this country" not in text_of(document(alone, "jobs/country/be/index.html"))


def test_parts_go_on_over_the_pages_of_a_list(tmp_path: Path) -> None:
    small = replace(SITE, page_size=2, had_numbered_pages=False)
    site = build_site(write_site(tmp_path / "content", FILES), site=small)
    pages = pages_of_list(site, "jobs/country/pt/")
    assert len(pages) > 1
    found = [(heading, title) for page in pages for heading, titles in sections(site, page).items() for title in titles]
    assert len(found) == 5
    assert [heading for heading, _ in found] == ["Work in this country"] * 3 + ["Remote work from this country"] * 2
    assert all("Work in this country: 3" not in text_of(document(site, page)) for page in pages[1:])
