"""Of a file with thousands of messages some are shown and the others counted, in every format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jobboard.pipeline.check import check
from jobboard.pipeline.many_messages import MOST_OF_A_FILE, MOST_OF_A_KIND, capped
from jobboard.pipeline.report import Form, count_problems, print_problems, render_problems
from jobboard.source.message import Phrase
from jobboard.source.problem import Level, Problem
from tests.helpers import NOW, SITE, make_posting, write_site


def many(message: str, count: int = 3000, path: str = "content/a.md", level: Level = Level.PROBLEM) -> list[Problem]:
    return [Problem(path, line, "body", Phrase(message.format(line)), level=level) for line in range(1, count + 1)]


@pytest.mark.parametrize(
    "message",
    ["no picture content/images/{}.png", "<x{}> is left out", "'a{}' is no date", "{} is unknown", "U+{} is left out"],
)
def test_messages_of_a_kind_are_counted_after_twenty(message: str) -> None:
    shown = capped(many(message))
    assert len(shown) == MOST_OF_A_KIND + 1
    assert str(shown[-1]) == "content/a.md:21: body: and 2,980 more of this kind; they are shown once these are mended"


def test_twenty_of_a_kind_are_all_shown() -> None:
    problems = many("'{}' is no date", MOST_OF_A_KIND)
    assert capped(problems) == problems


def test_messages_that_all_differ_are_counted_after_a_hundred() -> None:
    words = ["".join(chr(97 + int(digit)) for digit in f"{n:04}") for n in range(3000)]
    shown = capped(Problem("content/a.md", n, "", Phrase(word)) for n, word in enumerate(words, 1))
    assert len(shown) == MOST_OF_A_FILE + 1
    assert str(shown[-1]) == "content/a.md:101: and 2,900 more in this file; they are shown once these are mended"


def test_kinds_files_and_advice_are_counted_apart() -> None:
    everything = [
        *many("'{}' is no date"),
        *many("<x{}> is left out", level=Level.ADVICE),
        *many("'{}' is no date", path="content/b.md"),
        Problem("content/c.md", 1, "title", Phrase("missing")),
    ]
    shown = capped(everything)
    assert [str(each) for each in shown if "more of" in each.message] == [
        "content/a.md:21: body: and 2,980 more of this kind; they are shown once these are mended",
        "content/a.md:21: body: and 2,980 more of this kind",
        "content/b.md:21: body: and 2,980 more of this kind; they are shown once these are mended",
    ]
    assert shown[-1] == everything[-1]


@pytest.mark.parametrize("level", Level)
def test_every_format_says_how_many_more_there_are(level: Level) -> None:
    problems = many("no picture content/images/{}.png", level=level)
    assert len(render_problems(problems, Form.TEXT).splitlines()) == MOST_OF_A_KIND + 1
    assert "and 2,980 more of this kind" in render_problems(problems, Form.GITHUB).splitlines()[-1]
    data = json.loads(render_problems(problems, Form.JSON))
    assert data[-1]["message"] == "and 2,980 more of this kind"
    assert data[-1]["level"] == level


def test_people_are_told_of_all_in_the_count(capsys: pytest.CaptureFixture[str]) -> None:
    problems = many("no picture content/images/{}.png")
    print_problems(problems)
    assert len(capsys.readouterr().err.splitlines()) == MOST_OF_A_KIND + 3
    assert count_problems(problems) == "3000 problems in 1 file."


def test_one_body_cannot_fill_a_log(tmp_path: Path) -> None:
    body = "".join(f"<x{number}>a</x{number}>\n\n" for number in range(5000))
    problems = check(write_site(tmp_path, {"postings/a.md": make_posting(body)}), SITE, NOW).problems
    assert len(problems) > 5000
    for form in Form:
        assert len(render_problems(problems, form)) < 20_000
