"""What is said of a proposal: where, from when to when, what is missing, in words that mean nothing to a host."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jobboard.intake.owners import codeowners
from jobboard.intake.proposal import COMMENT_MARK, comment_on, language_of_authors
from jobboard.intake.taking import proposed
from jobboard.pipeline.check import check
from tests.helpers import NOW, make_event, make_news, make_posting
from tests.intake.judge import EDITIONS, FORMS, VACANCY, content_in, issue, settings_for, taken


def said(content: Path, lang: str = "en", **given: str) -> str:
    return comment_on(taken(content, issue({**VACANCY, **given})).proposal, lang)


def test_it_says_where_from_when_to_when_and_that_nothing_is_missing(tmp_path: Path) -> None:
    found = said(content_in(tmp_path), topics="Mobility", **{"place.city": "Ghent", "place.country": "Belgium"})
    assert found.startswith(f"{COMMENT_MARK}\n")
    assert "**Head of Roads**" in found
    assert "It appears as soon as this is accepted, at https://hub.example/jobs/head-of-roads/" in found
    assert "It is open until 31 December 2026, end of the day (Brussels time)." in found
    assert "It is in the lists of Example Network, of Towns and Mobility." in found


def test_it_speaks_the_language_of_the_form(tmp_path: Path) -> None:
    found = said(content_in(tmp_path), "fr", published="2026-04-01 09:00")
    assert "1 avril 2026" in found
    assert "https://hub.example/jobs/head-of-roads/" in found


def test_what_is_missing_stands_under_the_headings_of_the_form(tmp_path: Path) -> None:
    found = said(content_in(tmp_path), deadline="03/04/2027")
    assert "\n- Deadline: expected a date" in found
    assert "Nothing is missing" not in found


def test_what_was_read_in_another_way_is_told(tmp_path: Path) -> None:
    assert "Deadline: “31 December 2026” was read as “2026-12-31”" in said(
        content_in(tmp_path), deadline="31 December 2026"
    )


LOUD = {
    "a mention": "@everybody",
    "a link": "[here](https://evil.example)",
    "an address": "https://evil.example",
    "an issue": "#12",
    "a picture": "![](https://evil.example/a.png)",
    "a tag": "<img src=x>",
    "a mark": "**bold** `code` ~~gone~~",
    "a heading": "# Heading",
    "a comment": "<!-- hidden -->",
}


@pytest.mark.parametrize("field", ["title", "deadline", "place.country", "summary"])
@pytest.mark.parametrize("text", LOUD.values(), ids=LOUD)
def test_words_of_authors_mean_nothing_to_a_host(field: str, text: str, tmp_path: Path) -> None:
    found = said(content_in(tmp_path), **{field: text}).removeprefix(COMMENT_MARK)
    ours = found.replace("https://hub.example/jobs/", "")
    assert re.findall(r"@every|(?<!\\)\]\(|https://evil|(?<!\\)<|(?<!\\)\*\*bold|(?<!\\)#|(?<!\\)`", ours) == []


CHANGES = {
    "a posting that moves": (
        "postings/analyst.md",
        make_posting(deadline="2026-04-30"),
        "It is open until 30 April 2026",
    ),
    "one that closes": (
        "postings/analyst.md",
        make_posting(closed="{on: 2026-03-10, because: filled}"),
        "It is closed",
    ),
    "a draft": ("postings/other.md", make_posting(status="draft"), "It is a draft"),
    "one without a last day": (
        "postings/other.md",
        make_posting(deadline="rolling", review_by="2026-09-01"),
        "It has no last day",
    ),
    "news": ("news/bridge.md", make_news(expires="2026-06-01"), "It leaves the lists after 1 June 2026"),
    "an event": ("events/budgets.md", make_event(), "It begins on 5 May 2026"),
    "one that is gone": ("postings/analyst.md", None, "It would be taken off the site: postings/analyst.md"),
    "nothing": ("postings/analyst.md", make_posting(), "Nothing on the site would change."),
}


@pytest.mark.parametrize(("path", "text", "words"), CHANGES.values(), ids=CHANGES)
def test_every_change_of_a_branch_is_told(path: str, text: str | None, words: str, tmp_path: Path) -> None:
    before = content_in(tmp_path / "before", {"postings/analyst.md": make_posting()})
    after = content_in(tmp_path / "after", {"postings/analyst.md": make_posting(), path: text})
    proposal = proposed(check(before, EDITIONS, NOW), check(after, EDITIONS, NOW), settings_for(after))
    found = comment_on(proposal, "en")
    assert words in found
    assert found.count("analyst.md") <= 1


def test_a_problem_of_a_branch_has_its_file_and_line(tmp_path: Path) -> None:
    before = content_in(tmp_path / "before")
    after = content_in(tmp_path / "after", {"postings/analyst.md": make_posting(deadline="soon")})
    found = comment_on(proposed(check(before, EDITIONS, NOW), check(after, EDITIONS, NOW), settings_for(after)), "en")
    assert "- content/postings/analyst.md:5: deadline: expected a date" in found


@pytest.mark.parametrize(("langs", "found"), [(("fr",), "fr"), (("fr", "es"), ""), (("de",), ""), ((), "")])
def test_it_is_told_in_the_language_of_its_texts(langs: tuple[str, ...], found: str, tmp_path: Path) -> None:
    before = content_in(tmp_path / "before")
    files = {f"postings/a{each}.md": make_posting(lang=each) for each in langs}
    after = content_in(tmp_path / "after", files)
    proposal = proposed(check(before, EDITIONS, NOW), check(after, EDITIONS, NOW), settings_for(after))
    assert language_of_authors(proposal) == found


def test_a_comment_is_never_too_long_for_a_host(tmp_path: Path) -> None:
    before = content_in(tmp_path / "before")
    files = {f"postings/a{number}.md": make_posting(title="x" * 150) for number in range(200)}
    after = content_in(tmp_path / "after", files)
    found = comment_on(proposed(check(before, EDITIONS, NOW), check(after, EDITIONS, NOW), settings_for(after)), "en")
    assert "… and 170 more." in found
    assert len(found) < 60_000


def test_owners_are_named_by_folder_first_and_then_by_organisation() -> None:
    files = {"postings/analyst.md": "north", "postings/north/b.md": "north", "postings/c.md": "other"}
    assert codeowners({"north": ("@ana", "@luc"), "news": ("@press",), "": ("@all/editors",)}, files, "content").split(
        "\n"
    )[1:] == [
        "/content/ @all/editors",
        "/content/news/ @press",
        "/content/organisations/north.md @ana @luc",
        "/content/*/north/ @ana @luc",
        "/content/postings/analyst.md @ana @luc",
        "",
    ]


def test_every_form_is_answered_in_its_own_language(tmp_path: Path) -> None:
    content = content_in(tmp_path)
    comments = {comment_on(taken(content, issue({}, form)).proposal, form.lang) for form in FORMS}
    assert len(comments) == len(FORMS)
