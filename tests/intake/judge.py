"""A small board to hand in to, the forms it offers, and what hosts make of them when somebody has filled them in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from jobboard.intake.answers import IssueAnswers, read_answers
from jobboard.intake.issue_forms import is_chosen
from jobboard.intake.questions import IssueForm, IssueQuestion, issue_forms_in
from jobboard.intake.taking import TakenIn, board_before, take_in
from jobboard.pipeline.check import check
from jobboard.settings.settings import Settings
from jobboard.source.markdown.convert import Engine
from jobboard.source.problem import Level
from tests.helpers import NOW, SITE, make_organisation, write_site

NAMES = {
    "organisations": [("example-network", "Example Network, of Towns"), ("north", "North")],
    "topics": [("mobility", "Mobility"), ("culture", "Culture, sport")],
}
BOARD = {
    "organisations/example-network.md": make_organisation(name="Example Network, of Towns"),
    "organisations/north.md": make_organisation(name="North"),
    "topics.yaml": "mobility: {en: Mobility}\nculture: {en: 'Culture, sport'}\n",
}
EDITIONS = replace(SITE, languages=("en", "fr", "es"))
FORMS = tuple(issue_forms_in(EDITIONS, NAMES))
ENGLISH = {form.folder: form for form in FORMS if form.lang == "en"}


def content_in(folder: Path, files: Mapping[str, str | bytes | None] = {}) -> Path:
    return write_site(folder / "content", {**BOARD, **files})


def settings_for(content: Path) -> Settings:
    folder = content.parent
    return Settings(
        site=EDITIONS,
        now=NOW,
        content=content,
        output=folder / "output",
        root=folder / "output",
        theme=folder / "theme",
        cache=folder / ".cache",
        engine=Engine.MARKDOWN,
    )


def taken(content: Path, text: str) -> TakenIn:
    """What becomes of a text that a form has produced."""
    answers = read(text)
    settings = settings_for(content)
    return take_in(answers, FORMS, board_before(settings, "content"), settings, "content")


def read(text: str) -> IssueAnswers:
    answers = read_answers(text, FORMS)
    assert answers is not None
    return answers


def issue(given: Mapping[str, str], form: IssueForm = ENGLISH["postings"]) -> str:
    """The text that GitHub makes of a form in which these fields were filled in."""
    assert given.keys() <= {each.field for each in form.questions}
    return "\n\n".join(f"### {each.heading}\n\n{given.get(each.field) or '_No response_'}" for each in form.questions)


def template(given: Mapping[str, str], form: IssueForm, text: str) -> str:
    """A template of GitLab, filled in: words below their headings, boxes ticked."""
    for each in form.questions:
        answer = given.get(each.field, "")
        heading = f"### {each.heading}\n"
        assert heading in text
        if answer and each.is_several and is_chosen(each):
            for word in answer.split("|"):
                before, after = text.split(heading)
                text = before + heading + after.replace(f"- [ ] {word}\n", f"- [x] {word}\n", 1)
        elif answer:
            text = text.replace(heading, f"{heading}\n{answer}\n")
    return text


def chosen(question: IssueQuestion, *codes: str) -> str:
    """How the words for these codes are handed over by GitHub."""
    words = dict(question.choices)
    return ", ".join(words[each] for each in codes)


VACANCY = {
    "title": "Head of Roads",
    "organisation": "Example Network, of Towns",
    "deadline": "2026-12-31",
    "apply.email": "jobs@roads.example",
    "body": "You will look after roads.\n\nYou will count them.",
}


def checked(content: Path) -> list[str]:
    """The problems of a board; advice does not count."""
    return [str(each) for each in check(content, EDITIONS, NOW).problems if each.level is Level.PROBLEM]
