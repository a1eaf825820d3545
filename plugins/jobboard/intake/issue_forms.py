"""The forms as hosts have them: issue forms of GitHub, description templates of GitLab.

GitHub: https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema
GitLab: https://docs.gitlab.com/user/project/description_templates/
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import yaml

from jobboard.board.site import CodeHost
from jobboard.intake.questions import IssueForm, IssueQuestion
from jobboard.model.fields.input import Input
from jobboard.source.message import phrase
from jobboard.source.wording import worded

FORM_MARK = "Made by 'jobboard issue-forms', which writes it anew: what is changed here is lost."
"""Stands in every file that may be written over."""

_MOST_CHOICES = 100
"""More than that nobody looks through: then one writes."""

_LONG = frozenset({Input.TEXT, Input.PAIRS})
_PUBLIC = phrase(
    "What you write here can be read by everybody who can read this project, before it is published and after. Name"
    " nobody who has not agreed to it."
)
_NEXT = phrase("Once you have sent it, an answer below says what will appear, where and when, and what is missing.")
_ABOUT = phrase("Hand it in for the board, without writing a file.")
_CHOOSE = phrase("Put an x between the brackets of what you choose.")
_ONE_OF = phrase("One of: %(words)s")


def files_for(host: CodeHost, forms: Iterable[IssueForm], main: str) -> Iterator[tuple[str, str]]:
    """Each form as a file of the host, by its path below the project. `main` is the language that needs no mark."""
    for number, form in enumerate(sorted(forms, key=lambda each: each.lang != main), start=1):
        if host is CodeHost.GITHUB:
            mark = "" if form.lang == main else f"-{form.lang}"
            yield f".github/ISSUE_TEMPLATE/{number:02}-{form.folder}{mark}.yml", _of_github(form)
        else:
            mark = "" if form.lang == main else f" ({form.lang})"
            yield f".gitlab/issue_templates/{form.name}{mark}.md", _of_gitlab(form)


def _of_github(form: IssueForm) -> str:
    intro = "\n\n".join(worded(each, form.lang) for each in (_PUBLIC, _NEXT))
    data = {
        "name": form.name,
        "description": worded(_ABOUT, form.lang),
        "title": f"{form.name}: ",
        "body": [{"type": "markdown", "attributes": {"value": intro}}, *map(_element, form.questions)],
    }
    return f"# {FORM_MARK}\n{yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=120)}"


def _element(question: IssueQuestion) -> dict[str, Any]:
    """One element of a form. Its heading is all that an answer is known by."""
    attributes: dict[str, Any] = {"label": question.heading}
    if question.help:
        attributes["description"] = " ".join(question.help)
    if is_chosen(question):
        kind = "dropdown"
        attributes |= {"multiple": question.is_several, "options": [label for _, label in question.choices]}
    else:
        kind = "textarea" if question.asked in _LONG or question.is_several else "input"
    needed = {"validations": {"required": True}} if question.is_needed else {}
    return {"type": kind, "id": question.field.replace(".", "-"), "attributes": attributes, **needed}


def is_chosen(question: IssueQuestion) -> bool:
    """True if its answer is one or several of the words it offers."""
    return bool(question.choices) and question.asked is not Input.PAIRS and len(question.choices) <= _MOST_CHOICES


def _of_gitlab(form: IssueForm) -> str:
    """Headings to write below. What stands in comments is seen by whoever writes, and by nobody else."""
    parts = [f"<!-- {FORM_MARK} -->", *(f"<!-- {worded(each, form.lang)} -->" for each in (_PUBLIC, _NEXT))]
    for question in form.questions:
        parts += [f"### {question.heading}", *_below(question, form.lang)]
    return "\n\n".join(parts) + "\n"


def _below(question: IssueQuestion, lang: str) -> Iterator[str]:
    help_ = list(question.help)
    if is_chosen(question) and question.is_several:
        help_.append(worded(_CHOOSE, lang))
    elif is_chosen(question):
        help_.append(worded(_ONE_OF(words=" · ".join(label for _, label in question.choices)), lang))
    if help_:
        yield f"<!-- {' '.join(help_)} -->"
    if is_chosen(question) and question.is_several:
        yield "\n".join(f"- [ ] {label}" for _, label in question.choices)
