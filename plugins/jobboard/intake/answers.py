"""What an issue form produced in, the answers by their questions out.

Hosts write each question as a heading and the answer below it, as it was typed. So a heading counts if it is one of the
form's and has not come yet, and nothing does below the last one, the text's: a text may have headings of its own. Which
form it was, its headings say; an issue has no other sign of it that nobody can take away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from jobboard.intake.questions import BODY_QUESTION, IssueForm, IssueQuestion
from jobboard.source.answer import cleaned
from jobboard.source.text import with_plain_ends

_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(\S.*)")
_COMMENTS = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_FIRST_COMMENT = re.compile(r"\A\s*<!--.*?-->", re.DOTALL)
_UNANSWERED = frozenset({"", "_No response_", "None"})
"""What GitHub writes where nothing was."""

_SPACED_COLON = re.compile(r"\s+:")
_FEWEST = 3
"""Headings by which a form is known; one or two a letter may have by chance."""


class IssueAnswer(Struct, frozen=True):
    """An answer as it was typed, and the line of the file that its heading is on."""

    text: str
    line: int


class IssueAnswers(Struct, frozen=True):
    """All that was answered, by the question's field."""

    form: IssueForm
    given: Mapping[str, IssueAnswer]

    def line(self, field: str) -> int:
        """Where a field was answered; 1 if it was not."""
        question = self.form.question(field)
        answer = self.given.get(question.field) if question else None
        return answer.line if answer else 1


def read_answers(text: str, forms: Iterable[IssueForm]) -> IssueAnswers | None:
    """The answers in a text that one of these forms produced; None if none of them did."""
    lines = with_plain_ends(text.removeprefix("\ufeff")).split("\n")
    found = max(((len(parts := list(_parts(lines, form))), form, parts) for form in forms), key=lambda each: each[0])
    count, form, parts = found
    if count < _FEWEST:
        return None
    answers = {question.field: IssueAnswer(_answer(question, below), line) for question, line, below in parts}
    return IssueAnswers(form, {field: each for field, each in answers.items() if each.text not in _UNANSWERED})


def _parts(lines: list[str], form: IssueForm) -> Iterator[tuple[IssueQuestion, int, list[str]]]:
    """The questions of a form that stand in a text, each with its line and what is below it."""
    left = {_plain(each.heading): each for each in form.questions}
    open_: tuple[IssueQuestion, int] | None = None
    below: list[str] = []
    for number, line in enumerate(lines, start=1):
        heading = _HEADING.fullmatch(line) if left else None
        question = left.pop(_plain(heading[1]), None) if heading else None
        if question is None:
            below.append(line)
            continue
        if open_ is not None:
            yield *open_, below
        open_, below = (question, number), []
        if question.field == BODY_QUESTION:
            left = {}
    if open_ is not None:
        yield *open_, below


def _plain(heading: str) -> str:
    """A heading as it is compared: without the signs that may close it, and a colon as in English."""
    return _SPACED_COLON.sub(":", cleaned(heading.rstrip(" \t").rstrip("#")).strip().casefold())


def _answer(question: IssueQuestion, below: list[str]) -> str:
    """What was typed, without what a template says in comments; a text may have some of its own."""
    text = "\n".join(below)
    return (
        _FIRST_COMMENT.sub("", text, count=1) if question.field == BODY_QUESTION else _COMMENTS.sub("", text)
    ).strip()
