"""What was given before, and what others of its kind are translated into: found where it is so, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.helpers import SITE, at, make_organisation, make_posting, write_site

from jobboard.pipeline.check import check

TEXT = "You will count the bicycles that cross forty bridges, and tell the town what you found. " * 6
OTHER = "Somebody sorts drawings of tramways, writes letters to museums and opens windows every morning. " * 6
NOW = "2026-03-16 12:00"
Files = dict[str, str | bytes | None]


def advised(folder: Path, files: Files, code: str) -> list[str]:
    offices = {f"organisations/{name}.md": make_organisation(name=name) for name in ("example-network", "other")}
    found = check(write_site(folder, {**offices, **files}), SITE, at(NOW)).problems
    return [each.path.removeprefix("content/") for each in found if each.said.code == code]


def rounds(body: str = OTHER, **now: str | None) -> Files:
    """A posting of last year, and a draft of this one."""
    last = make_posting(TEXT, title="Data Analyst, Culture", published="2025-03-02", deadline="2025-03-31")
    draft = {"title": "Data Analyst, Culture", "status": "draft", **now}
    return {"postings/last.md": last, "postings/now.md": make_posting(body, **draft)}


@pytest.mark.parametrize(
    "now",
    [
        {},
        {"title": "Data analyst, culture"},
        {"title": "Data Analyst, Culture (2026)"},
        {"title": "Data Analysts, Culture"},
        {"title": "Data Analyst, Cutlure"},
        {"status": None, "published": "2026-04-01", "deadline": "2026-05-01"},
    ],
    ids=str,
)
def test_what_is_to_come_and_was_given_before_is_told_of_it(now: dict[str, str | None], tmp_path: Path) -> None:
    assert advised(tmp_path, rounds(**now), "given-before") == ["postings/now.md"]


@pytest.mark.parametrize(
    "now",
    [
        {"body": TEXT},
        {"body": TEXT.replace("forty", "fifty") + " A new paragraph tells of what changed since."},
        {"body": ""},
        {"status": None},
        {"title": "Data Analyst, Mobility"},
        {"title": "Data Analyst II, Culture"},
        {"title": "Senior Data Analyst, Culture"},
        {"organisation": "other"},
        {"kind": "traineeship"},
        {"lang": "fr"},
        {"published": "2030-01-01", "deadline": "2030-02-01"},
    ],
    ids=str,
)
def test_what_has_the_text_of_the_last_round_or_is_another_post_is_passed_over(
    now: dict[str, str | None], tmp_path: Path
) -> None:
    assert advised(tmp_path, rounds(**now), "given-before") == []  # type: ignore[arg-type]


def test_two_posts_of_one_title_are_told_apart_by_their_numbers(tmp_path: Path) -> None:
    files = rounds(title="Data Analyst I, Culture")
    last = make_posting(TEXT, title="Data Analyst II, Culture", published="2025-03-02", deadline="2025-03-31")
    assert advised(tmp_path, {**files, "postings/last.md": last}, "given-before") == []


def test_what_is_still_open_was_not_given_before(tmp_path: Path) -> None:
    open_ = make_posting(TEXT, title="Data Analyst, Culture")
    assert advised(tmp_path, {**rounds(), "postings/last.md": open_}, "given-before") == []


def series(translated: str, **last: str | None) -> Files:
    """A posting a day, the last of which is judged; `translated` has a letter for each before it: `f` for French."""
    files: Files = {}
    for day, letter in enumerate(translated, 1):
        on = f"2026-03-{day:02}"
        files[f"postings/p{day}.md"] = make_posting(TEXT, title=f"Post {day}", published=on)
        if letter in "fd":
            own = {"published": on, "deadline": None, "apply": None, "status": "draft" if letter == "d" else None}
            fields = {"title": f"Poste {day}", "lang": "fr", "translation_of": f"p{day}", **own}
            files[f"postings/t{day}.md"] = make_posting(TEXT, **fields)
    return {**files, "postings/z.md": make_posting(OTHER, **{"title": "Last", "published": "2026-03-15", **last})}


@pytest.mark.parametrize(
    ("translated", "is_told"),
    [
        ("fffff", True),
        ("ffff", True),
        ("ff-ff", True),
        ("ffdff", True),
        ("-----fffff", True),
        ("fff", False),
        ("ff--f", False),
        ("fffff--", False),
        ("-", False),
        ("", False),
    ],
)
def test_a_translation_is_missed_where_nearly_all_of_the_last_five_have_one(
    translated: str, is_told: bool, tmp_path: Path
) -> None:
    assert ("postings/z.md" in advised(tmp_path, series(translated), "translation-missing")) is is_told


@pytest.mark.parametrize(
    "last",
    [
        {"kind": "traineeship"},
        {"organisation": "other"},
        {"lang": "de"},
        {"status": "draft"},
        {"published": "2026-02-20"},
        {"published": "2026-03-12", "deadline": "2026-03-14"},
    ],
    ids=str,
)
def test_it_is_missed_only_in_what_is_like_those_before_and_not_over(
    last: dict[str, str | None], tmp_path: Path
) -> None:
    assert advised(tmp_path, series("fffff", **last), "translation-missing") == []


def test_a_translation_that_somebody_is_at_is_not_missed(tmp_path: Path) -> None:
    own = {"title": "Dernier", "lang": "fr", "translation_of": "z", "deadline": None, "apply": None, "status": "draft"}
    files = {**series("fffff"), "postings/y.md": make_posting(TEXT, **own)}
    assert advised(tmp_path, files, "translation-missing") == []
