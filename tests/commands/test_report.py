"""`report` as people run it for their annual report."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.commands.test_main import SETTINGS
from tests.commands.test_time import say
from tests.helpers import make_organisation, make_posting, write_site

REPORT = """\
# Example Hub: 2026 in figures

As of 16 March 2026.

## Published and closed

| Month | Published | Closed |
| --- | ---: | ---: |
| January | 1 | 0 |
| February | 0 | 1 |
| March | 1 | 1 |
| The year | 2 | 2 |

## By organisation

A posting that names several counts for each.

| Organisation | 2026 | Share |
| --- | ---: | ---: |
| A \\| B \\*network\\* | 1 | 50% |
| Example Network | 1 | 50% |

## By kind

| Kind | 2026 | Share |
| --- | ---: | ---: |
| Job | 2 | 100% |

## By topic

A posting that names several counts for each.

| Topic | 2026 | Share |
| --- | ---: | ---: |
| Culture | 1 | 50% |

## From publication to deadline

The median is 29 days.

| Time to apply | 2026 | Share |
| --- | ---: | ---: |
| Up to 7 days | 0 | 0% |
| 8 to 14 days | 0 | 0% |
| 15 to 21 days | 0 | 0% |
| 22 to 28 days | 0 | 0% |
| 29 to 42 days | 2 | 100% |
| 43 to 60 days | 0 | 0% |
| 61 days or more | 0 | 0% |

## Pay

| Pay | 2026 | Share |
| --- | ---: | ---: |
| Told in figures | 0 | 0% |
| Not told in figures | 2 | 100% |

## Languages asked for

A posting that asks for several counts for each; what is merely an asset does not count.

| Language | 2026 | Share |
| --- | ---: | ---: |
| None is named | 2 | 100% |

## What became of the closed ones

| Outcome | 2026 | Share |
| --- | ---: | ---: |
| The time to apply was over | 1 | 50% |
| Filled | 1 | 50% |
| Withdrawn | 0 | 0% |
| Closed early for another reason | 0 | 0% |
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "pelicanconf.py").write_text(SETTINGS)
    files = {
        "organisations/ab.md": make_organisation(name='"A | B *network*"'),
        "postings/a.md": make_posting(
            published="2026-01-12", deadline="2026-02-20", organisation="ab", topics="[culture]"
        ),
        "postings/b.md": make_posting(closed="{on: 2026-03-10, because: filled}"),
        "postings/c.md": make_posting(published="2025-01-13", deadline="2025-02-14"),
        "postings/d.md": make_posting(published="2026-03-20"),
    }
    write_site(tmp_path / "content", files)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("arguments", [("--year", "2026"), (), ("--md",)])
def test_a_year_is_reported_word_for_word(arguments: tuple[str, ...], project: Path) -> None:
    result = say("report", *arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (0, REPORT, "")


def test_a_year_as_a_table_is_the_rows_of_that_year(project: Path) -> None:
    result = say("report", "--year", "2025", "--csv")
    rows = list(csv.reader(io.StringIO(result.stdout)))
    assert rows[:2] == [["what", "group", "month", "number"], ["opened", "", "2025-01", "1"]]
    assert {row[2][:4] for row in rows[1:]} == {"2025"}


def test_of_a_year_without_postings_it_says_so(project: Path) -> None:
    result = say("report", "--year", "1999")
    assert result.exit_code == 0
    assert result.stdout.endswith("\n\nNo posting was published or closed in 1999.\n")
    assert say("report", "--year", "1999", "--csv").stdout == "what,group,month,number\n"


def test_it_counts_as_of_the_instant_it_is_given(project: Path) -> None:
    assert "| March | 2 | 1 |" in say("report", "--now", "2026-03-20T12:00+01:00").stdout


def test_with_a_problem_it_reports_that_and_counts_nothing(project: Path) -> None:
    (project / "content/postings/a.md").write_text(make_posting(deadline="soon"))
    result = say("report")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "content/postings/a.md:" in result.stderr


@pytest.mark.parametrize("arguments", [("--year", "26"), ("--year", "next")])
def test_a_year_has_four_figures(arguments: tuple[str, ...], project: Path) -> None:
    assert say("report", *arguments).exit_code == 2
