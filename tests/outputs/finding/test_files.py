"""What the two files say that the board of every lifecycle does not have: pay, towns, who is above whom, a name."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.helpers import SITE, build_site, make_organisation, make_posting, write_site
from tests.outputs.finding.decoding import facet_rows, facets_of, title_rows, titles_of

WAS = "{deadline: 2026-03-20, changed: 2026-03-05}"
THREE = replace(SITE, languages=("en", "fr", "es"))


def built(tmp_path: Path, **files: str) -> dict[str, bytes]:
    """A site of these postings and organisations, by `folder_id`."""
    content = {f"{name.replace('_', '/', 1)}.md": text for name, text in files.items()}
    return build_site(write_site(tmp_path / "content", content), site=THREE)


def row(tmp_path: Path, **fields: str) -> dict[str, Any]:
    (found,) = facet_rows(facets_of(built(tmp_path, postings_x=make_posting(**fields))))
    return found


@pytest.mark.parametrize(
    ("salary", "pay"),
    [
        ("{amount: 3200, currency: EUR, per: month}", (3200, 3200, "EUR", "month")),
        ("{min: 42000, max: 48000, currency: CHF, per: year}", (42000, 48000, "CHF", "year")),
        ("{min: 700, currency: GBP, per: week}", (700, None, "GBP", "week")),
        ("{max: 450.5, currency: EUR, per: day}", (None, 450.5, "EUR", "day")),
        ("{amount: 15.75, currency: EUR, per: hour}", (15.75, 15.75, "EUR", "hour")),
        ("{amount: 9000, currency: EUR, per: assignment}", (9000, 9000, "EUR", "assignment")),
        ("{note: by agreement}", None),
    ],
)
def test_pay_is_its_figures(tmp_path: Path, salary: str, pay: tuple[object, ...] | None) -> None:
    assert row(tmp_path, salary=salary)["pay"] == pay


def test_one_who_says_no_pay_has_none(tmp_path: Path) -> None:
    assert row(tmp_path)["pay"] is None


@pytest.mark.parametrize(
    ("languages", "needed", "asked"),
    [
        ("{en: C1, fr: asset}", ("en",), ("en C1",)),
        ("{en: fluent, fr: B2}", ("en", "fr"), ("en", "fr B2")),
        ("[de, nl]", ("de", "nl"), ("de", "nl")),
        ("{es: asset}", ("en",), ()),
    ],
)
def test_languages_are_those_one_must_speak(
    tmp_path: Path, languages: str, needed: tuple[str, ...], asked: tuple[str, ...]
) -> None:
    found = row(tmp_path, languages=languages)
    assert (found["language"], found["asked"]) == (needed, asked)


@pytest.mark.parametrize(
    ("fields", "change"),
    [
        ({}, ""),
        ({"deadline_was": WAS}, "extended"),
        ({"deadline_was": "{deadline: 2026-04-20, changed: 2026-03-05}"}, "forward"),
        ({"reopened": "{on: 2026-03-10, was: {on: 2026-03-05, because: filled}}"}, "again"),
        (
            {
                "reopened": "{on: 2026-03-10, was: {on: 2026-03-05, because: filled}}",
                "deadline_was": "{deadline: 2026-03-20, changed: 2026-03-12}",
            },
            "again",
        ),
        ({"deadline": "rolling", "review_by": "2026-06-30", "deadline_was": WAS}, "extended"),
    ],
)  # fmt: skip
def test_a_change_is_what_lists_say(tmp_path: Path, fields: dict[str, str], change: str) -> None:
    site = built(tmp_path, postings_x=make_posting(**fields))
    assert facet_rows(facets_of(site))[0]["change"] == change
    words = {"": 0, "extended": b"Deadline extended", "forward": b"Deadline brought forward", "again": b"Open again"}
    served = site["jobs/index.html"].partition(b"data-served")[2]
    assert (b"card-change" in served) == bool(change)
    assert change == "" or words[change] in served


def test_names_of_one_town_are_one_value_with_a_name_in_each_language(tmp_path: Path) -> None:
    names = ("Brussels", "Bruxelles", "bruselas")
    site = built(
        tmp_path,
        **{f"postings_p{n}": make_posting(place=f"{{city: {name}, country: BE}}") for n, name in enumerate(names)},
        postings_x=make_posting(place="{city: Brussels, country: CA}"),
        postings_y=make_posting(place="{country: BE}"),
    )
    towns = facets_of(site)["fields"]["town"]
    assert dict(zip(towns["values"], towns["names"], strict=True)) == {
        "be": ["Belgium", "Belgique", "Bélgica"],
        "be-brussels": ["Brussels", "Bruxelles", "Bruselas"],
        "ca-brussels": "Brussels",
    }
    countries = {each["town"]: each["country"] for each in facet_rows(facets_of(site))}
    assert countries == {("be-brussels",): ("be",), ("ca-brussels",): ("ca",), ("be",): ("be",)}


def test_an_organisation_knows_all_those_it_is_part_of(tmp_path: Path) -> None:
    site = built(
        tmp_path,
        postings_x=make_posting(organisation="office"),
        organisations_office=make_organisation(name="Office", part_of="union"),
        organisations_union=make_organisation(name="Union", part_of="example-network"),
        organisations_idle=make_organisation(name="Idle"),
    )
    facets = facets_of(site)
    employers = facets["fields"]["organisation"]["values"]
    assert dict(zip(employers, facets["above"], strict=True)) == {
        "example-network": [],
        "office": ["union", "example-network"],
        "union": ["example-network"],
    }


@pytest.mark.parametrize("title", ["Data Analyst", "Ça, c’est à faire – vite !", "Ψηφία", "x" * 90, "Straße & Œuvre"])
def test_an_id_is_written_where_it_is_not_that_of_the_title(tmp_path: Path, title: str) -> None:
    site = built(tmp_path, postings_x=make_posting(title=f'"{title}"'))
    assert title_rows(titles_of(site)) == [("x", title)]


def test_a_pair_has_one_name_that_changes_with_what_it_says(tmp_path: Path) -> None:
    names = []
    for n, title in enumerate(("Analyst", "Analyst", "Archivist")):
        site = built(
            tmp_path / str(n), postings_x=make_posting(title=title, summary=f"The {n}th.", deadline="2026-03-30")
        )
        pair = {facets_of(site)["name"], titles_of(site)["name"], json.loads(site["build.json"])["filter"]}
        assert len(pair) == 1
        names += pair
    assert names[0] == names[1] != names[2]


def test_a_board_without_an_open_posting_has_two_empty_files(tmp_path: Path) -> None:
    site = built(tmp_path)
    assert facet_rows(facets_of(site)) == title_rows(titles_of(site)) == []
