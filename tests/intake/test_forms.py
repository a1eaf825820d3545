"""Every form, on every host and in every language: what hosts ask of it, and that its answers are a file without a
problem."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from jobboard.board.site import CodeHost
from jobboard.intake.issue_forms import FORM_MARK, files_for
from jobboard.intake.questions import BODY_QUESTION, HANDED_IN, IssueForm, IssueQuestion
from jobboard.model.fields.field import declarations
from jobboard.model.fields.input import Input
from jobboard.model.kinds import RECORDS
from tests.helpers import write_site
from tests.intake.judge import ENGLISH, FORMS, checked, content_in, issue, taken, template

GITHUB = dict(files_for(CodeHost.GITHUB, FORMS, "en"))
GITLAB = dict(files_for(CodeHost.GITLAB, FORMS, "en"))
EXAMPLES = {
    Input.LINE: "Something: of “ours”, and more",
    Input.TEXT: "A sentence.\nAnd another one.",
    Input.DAY: "2027-01-15",
    Input.MOMENT: "2027-01-15 09:00",
    Input.DEADLINE: "2027-02-15 17:00",
    Input.EMAIL: "jobs@roads.example",
    Input.URL: "https://roads.example/apply",
    Input.GROUP_OR_YES: "https://roads.example/live",
    Input.COUNTRY: "Belgique",
    Input.LANGUAGE: "Français",
    Input.CURRENCY: "€",
    Input.NUMBER: "3",
    Input.AMOUNT: "3 000",
    Input.YES_OR_NO: "yes",
}
"""What people type, by what is asked for."""

ANOTHER = {
    Input.LINE: "Something else",
    Input.COUNTRY: "Spain",
    Input.LANGUAGE: "en",
    Input.EMAIL: "more@roads.example",
}

OTHERS = {
    "review_by": "",  # stands for a deadline
    "workplace": "remote",
    "ends": "2027-01-16 12:00",
    "register.deadline": "2027-01-10",
    "salary.max": "4 000",
    "published": "2026-03-10",
}
"""What another answer asks for."""


def answer_to(question: IssueQuestion) -> str:
    """Some answer to a question, as it is typed or chosen; several with a bar between them."""
    if question.field in OTHERS and not question.choices:
        return OTHERS[question.field]
    if question.asked is Input.PAIRS:
        return "\n".join(
            f"{name}: {label}" for name, (_, label) in zip(("English", "Español"), question.choices, strict=False)
        )
    words = [label for _, label in question.choices]
    if question.is_several:
        return "|".join(words) if words else f"{EXAMPLES[question.asked]}\n- {ANOTHER.get(question.asked, '')}"
    if words:
        return dict(question.choices).get(OTHERS.get(question.field, ""), words[0])
    return EXAMPLES[question.asked]


@pytest.mark.parametrize("host", CodeHost)
@pytest.mark.parametrize("form", FORMS, ids=lambda each: f"{each.folder}-{each.lang}")
def test_a_form_filled_in_to_the_last_line_is_a_file_without_a_problem(
    form: IssueForm, host: CodeHost, tmp_path: Path
) -> None:
    given = {each.field: answer_to(each) for each in form.questions}
    if host is CodeHost.GITHUB:
        text = issue({name: each.replace("|", ", ") for name, each in given.items()}, form)
    else:
        text = template(given, form, GITLAB[next(path for path in GITLAB if Path(path).stem.startswith(form.name))])
    content = content_in(tmp_path)
    found = taken(content, text)
    assert [str(each) for each in found.proposal.problems if each.level == "problem"] == []
    fields = yaml.safe_load(found.text.split("---\n")[1])
    asked = {each.field.partition(".")[0] for each in form.questions if given[each.field]} - {BODY_QUESTION}
    assert asked - {"lang"} <= fields.keys()
    write_site(content, {found.path: found.text})
    assert checked(content) == []


@pytest.mark.parametrize("form", FORMS, ids=lambda each: f"{each.folder}-{each.lang}")
def test_an_empty_form_lacks_what_is_needed_and_says_so_at_its_headings(form: IssueForm, tmp_path: Path) -> None:
    found = taken(content_in(tmp_path), issue({}, form))
    assert not found.is_fine
    asked = {each.field for each in found.proposal.problems}
    assert {each.field for each in form.questions if each.is_needed} <= {*asked, "online"}


@pytest.mark.parametrize("path", GITHUB)
def test_github_takes_every_form(path: str) -> None:
    """The rules of https://docs.github.com/en/communities: labels and ids that differ, options that do, no 'None'."""
    found = yaml.safe_load(GITHUB[path])
    assert {type(found[name]) for name in ("name", "description", "title")} == {str}
    assert all(found[name].strip() for name in ("name", "description"))
    parts = [each for each in found["body"] if each["type"] != "markdown"]
    labels = [each["attributes"]["label"] for each in parts]
    ids = [each["id"] for each in parts]
    assert len({each.casefold() for each in labels}) == len(labels) == len(set(ids))
    assert [each for each in ids if not re.fullmatch(r"[A-Za-z0-9_-]+", each)] == []
    for each in parts:
        assert each["type"] in ("input", "textarea", "dropdown")
        options = each["attributes"].get("options", ["one"])
        assert options, each
        assert all(isinstance(one, str) and one.casefold() != "none" for one in options)
        assert len(set(options)) == len(options)
    assert FORM_MARK in GITHUB[path]
    assert Path(path).parent.as_posix() == ".github/ISSUE_TEMPLATE"


def test_every_form_has_a_file_of_its_own_and_that_of_the_site_s_language_comes_first() -> None:
    assert len(GITHUB) == len(GITLAB) == len(FORMS) == len(HANDED_IN) * 3
    first = [yaml.safe_load(text)["name"] for text in GITHUB.values()][: len(HANDED_IN)]
    assert first == [ENGLISH[folder].name for folder in HANDED_IN]


def test_what_is_asked_and_left_out_by_hand_is_declared() -> None:
    from jobboard.intake import questions

    names = {name for folder in HANDED_IN for name in declarations(RECORDS[folder])}
    assert names >= questions._ALSO
    types = [each.type for folder in HANDED_IN for each in declarations(RECORDS[folder]).values()]
    inner = {each.record for type_ in types for each in (type_, *type_.items) if each.record is not None}
    assert {f"{each.__name__}.{name}" for each in inner for name in declarations(each)} >= questions._NOT


@pytest.mark.parametrize("form", FORMS, ids=lambda each: f"{each.folder}-{each.lang}")
def test_no_form_offers_what_only_editors_say(form: IssueForm) -> None:
    asked = {each.field.partition(".")[0] for each in form.questions}
    assert asked.isdisjoint({"status", "formerly", "translation_of", "closed", "reopened", "updated", "image"})
    assert form.questions[-1].field == BODY_QUESTION
