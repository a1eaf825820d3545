"""A new posting, news item, event or organisation: answers in, a valid and commented file out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct

from jobboard.model.closing import DEADLINE
from jobboard.model.field import FieldType
from jobboard.model.values import EMAIL, HTTPS_URL, ID, LINE, MOMENT
from jobboard.source.problem import Level, Report
from jobboard.source.slug import to_slug
from jobboard.source.text import DELETE, trouble_in
from jobboard.source.tree import Scalar

Ask = Callable[[str, Callable[[str], str]], str]
"""Asks a question until the answer has no trouble; the second argument says what is wrong with an answer."""


class NotPossibleError(Exception):
    """No file was written; the message says why."""


class NewFile(Struct, frozen=True):
    """A file that was written."""

    path: Path


class _Question(Struct, frozen=True):
    name: str
    words: str
    type: FieldType[object]


def _apply(text: str) -> FieldType[object]:
    return EMAIL if "@" in text and not text.startswith("http") else HTTPS_URL


_TITLE = _Question("title", "Title of the posting, without place or salary", LINE)
_EMPLOYER = _Question("organisation", "Id of the organisation that hires (a file of content/organisations/)", ID)
_DEADLINE = _Question("deadline", "Last day to apply, like 2026-03-31 or 2026-03-31 17:00", DEADLINE)
_APPLY = _Question("apply", "Where to apply: an e-mail address or an https link", EMAIL)
_PUBLISHED = _Question("published", "Day it appears", MOMENT)

KINDS: Mapping[str, tuple[_Question, ...]] = {
    "posting": (_TITLE, _EMPLOYER, _DEADLINE, _APPLY, _PUBLISHED),
    "news": (
        _Question("title", "Title", LINE),
        _Question("organisation", "Id of the organisation that issues it", ID),
        _PUBLISHED,
    ),
    "event": (
        _Question("title", "Title", LINE),
        _Question("organisation", "Id of the organisation that holds it", ID),
        _Question("starts", "When it starts, like 2027-03-04 or 2027-03-04 14:00", MOMENT),
        _PUBLISHED,
    ),
    "organisation": (
        _Question("title", "Full name", LINE),
        _Question("website", "Its website, like https://example.org", HTTPS_URL),
    ),
}
_FOLDERS = {"posting": "postings", "news": "news", "event": "events", "organisation": "organisations"}


def write_new(kind: str, content: Path, answers: Mapping[str, str], ask: Ask | None) -> NewFile:
    """Write a file of that kind below `content`; asks for the answers that are missing.

    Raises NotPossibleError if an answer is wrong or missing with nobody to ask, or the file exists already.
    """
    organisations = sorted(path.stem for path in (content / "organisations").rglob("*.md"))
    given: dict[str, str] = {}
    for question in KINDS[kind]:
        given[question.name] = _answer(question, answers.get(question.name, ""), ask, organisations)
    path = content / _FOLDERS[kind] / f"{to_slug(given['title']) or 'untitled'}.md"
    if path.exists():
        raise NotPossibleError(f"{path} exists already; give this one another title, or edit that file")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_TEXTS[kind](given), encoding="utf-8")
    return NewFile(path)


def _answer(question: _Question, answer: str, ask: Ask | None, organisations: list[str]) -> str:
    def trouble(text: str) -> str:
        return _trouble_with(question, text, organisations)

    if not answer:
        if ask is None:
            raise NotPossibleError(f"--{question.name} is missing: {question.words}")
        return ask(question.words, trouble)
    if found := trouble(answer):
        raise NotPossibleError(found)
    return answer


def _trouble_with(question: _Question, text: str, organisations: list[str]) -> str:
    type_ = _apply(text) if question is _APPLY else question.type
    report = Report("")
    type_.parse(Scalar(text, 1), question.name, report)
    if trouble := trouble_in(text):
        report.problem(1, question.name, trouble, DELETE)
    if not report.is_clean:
        problem = next(each for each in report if each.level is Level.PROBLEM)
        return f"{problem.field}: {problem.message}{f'; {problem.hint}' if problem.hint else ''}"
    if question.name == "organisation" and text not in organisations:
        return (
            f"organisation: no file content/organisations/{text}.md; there are {', '.join(organisations) or 'none yet'}"
        )
    return ""


def to_yaml(text: str) -> str:
    """A line of text as a YAML value, quoted, so that no character in it can mean anything else."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _posting(given: Mapping[str, str]) -> str:
    rolling = given["deadline"] == "rolling"
    review = f"review_by: {int(given['published'][:4]) + 1}{given['published'][4:7]}-01\n" if rolling else ""
    channel = "email" if "@" in given["apply"] and not given["apply"].startswith("http") else "url"
    subject = f"  # subject: {to_yaml('Application: ' + given['title'])}\n" if channel == "email" else ""
    return f"""---
title: {to_yaml(given["title"])}
organisation: {given["organisation"]}
published: {to_yaml(given["published"])}

# The last day to apply counts whole. For an hour write "2026-03-31 17:00".
deadline: {to_yaml(given["deadline"])}
{review}
# How to apply.
apply:
  {channel}: {to_yaml(given["apply"])}
{subject}  # documents: [CV, cover letter]

# What readers look for first. Take away the '# ' of what you know, delete the rest.
# kind: job                # job, traineeship, secondment, volunteering, call-for-experts
# place: {{city: Brussels, country: BE}}
# workplace: hybrid        # on-site, hybrid, remote
# employment: [full-time]
# contract: {{type: fixed-term, duration: one year, renewable: yes}}
# salary: {{min: 42000, max: 48000, currency: EUR, per: year}}
# languages: {{en: fluent, fr: asset}}
# topics: []
# summary: One sentence for lists and feeds.
---

What the organisation does, in two sentences.

## What you will do

- The first task.
- The second task.

## What you bring

- What is needed.

## What we offer

- What comes with it.
"""


def _news(given: Mapping[str, str]) -> str:
    return f"""---
title: {to_yaml(given["title"])}
organisations: [{given["organisation"]}]
published: {to_yaml(given["published"])}

# Take away the '# ' of what you need, delete the rest.
# kind: press-release      # news, press-release, opinion, report
# summary: One or two sentences for lists and feeds.
# topics: []
# contacts:
#   - {{name: Press office, email: press@example.org}}
---

The first paragraph says what happened, where and when.
"""


def _event(given: Mapping[str, str]) -> str:
    ends = f"{given['starts'][:10]} 23:00" if len(given["starts"]) > 10 else given["starts"]
    return f"""---
title: {to_yaml(given["title"])}
organisations: [{given["organisation"]}]
published: {to_yaml(given["published"])}
starts: {to_yaml(given["starts"])}

# Where it is held: a place, or on the web, or both. Without an address those who register are told.
online: true
# place: {{city: Ghent, country: BE, street: Example Hall}}

# Take away the '# ' of what you need, delete the rest.
# ends: {to_yaml(ends)}
# kind: webinar            # training, webinar, exchange, mentoring, meeting, conference, other
# timezone: Europe/Brussels
# register: {{url: "https://example.org/register", deadline: {given["starts"][:10]}}}
# languages: [en]
# speakers:
#   - {{name: Ada Example, role: Head of policy}}
# contacts:
#   - {{name: Events team, email: events@example.org}}
# summary: One or two sentences for lists and feeds.
# topics: []
# status: cancelled        # or postponed; its page stays and says so
---

What people will learn or meet there, and for whom it is.
"""


def _organisation(given: Mapping[str, str]) -> str:
    return f"""---
name: {to_yaml(given["title"])}
website: {to_yaml(given["website"])}

# Take away the '# ' of what you need, delete the rest.
# short_name: CEMR
# part_of: cemr            # id of the organisation it belongs to
# place: {{city: Brussels, country: BE}}
# timezone: Europe/Brussels
# email: info@example.org
---

What the organisation is and does, in a paragraph that can stand below a press release.
"""


_TEXTS: Mapping[str, Callable[[Mapping[str, str]], str]] = {
    "posting": _posting,
    "news": _news,
    "event": _event,
    "organisation": _organisation,
}
