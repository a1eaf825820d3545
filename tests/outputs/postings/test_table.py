"""`jobs.csv`: what a spreadsheet finds in it, and that it runs nothing."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from jobboard.outputs.postings.table import harmless
from tests.helpers import build_site, make_posting, write_site
from tests.outputs.postings.test_data import FULL, build, postings_of


def rows(site: dict[str, bytes]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(site["jobs.csv"].decode("utf-8-sig"), newline=""), strict=True))


def test_a_posting_is_a_row_with_records_laid_flat(tmp_path: Path) -> None:
    (row,) = rows(build(tmp_path, x=FULL))
    expected = {
        "id": "tag:hub.example,2026:job/x",
        "title": "Analyst & <more>",
        "deadline": "2026-03-31 17:00",
        "organisations.name": "Platform",
        "place.city": "Ghent; Lille; ",
        "place.postcode": "9000; ; ",
        "contract.renewable": "no",
        "positions": "2",
        "salary.max": "48000.5",
        "languages": "en: fluent; fr: B2",
        "apply.limit": "the first 400",
        "review_by": "",
        "translations.lang": "",
    }
    assert {name: row[name] for name in expected} == expected


def test_the_table_has_the_rows_of_the_data_in_the_same_order(tmp_path: Path) -> None:
    site = build(tmp_path, a=make_posting(published="2026-03-01"), b=make_posting(), c=make_posting(status="draft"))
    assert [row["url"] for row in rows(site)] == [each["url"] for each in postings_of(site)]
    assert [row["title"] for row in rows(site)] == ["Data Analyst", "Data Analyst"]


def test_an_empty_board_is_a_row_of_names(tmp_path: Path) -> None:
    site = build_site(write_site(tmp_path / "content", {}))
    assert site["jobs.csv"].startswith(b"\xef\xbb\xbfid,url,title,")
    assert site["jobs.csv"].count(b"\r\n") == 1
    assert site["jobs.csv"].endswith(b"\r\n")


def test_quotes_commas_and_lines_within_a_cell_stay_in_it(tmp_path: Path) -> None:
    site = build(
        tmp_path, x=make_posting(title="""'Analyst, "senior"'""", apply='{email: a@b.org, note: "One.\\nTwo."}')
    )
    (row,) = rows(site)
    assert row["title"] == 'Analyst, "senior"'
    assert row["apply.note"].split() == ["One.", "Two."]


def test_a_title_that_is_a_formula_is_shown_and_not_run(tmp_path: Path) -> None:
    site = build(tmp_path, x=make_posting(title="""'=HYPERLINK("https://evil.example","Open")'"""))
    assert rows(site)[0]["title"] == """'=HYPERLINK("https://evil.example","Open")"""


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20"])
def test_whatever_would_begin_a_formula_is_text(first: str) -> None:
    assert harmless(f"{first}1+1") == f"'{first}1+1"
    assert harmless(f"  {first}1").startswith("'")


def test_a_formula_is_text_after_what_ends_a_cell_elsewhere() -> None:
    assert harmless("CV; =1+1") == "CV;' =1+1"
    assert harmless('CV;"=1+1"') == 'CV;\'"=1+1"'
    assert harmless("One\n-two") == "One\n'-two"


@pytest.mark.parametrize("text", ["", "38 a week", "a-b", "1 + 1", "jobs@example.org", "C++; C#", "A = B"])
def test_other_text_is_as_written(text: str) -> None:
    assert harmless(text) == text
