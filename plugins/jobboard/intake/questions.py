"""What an issue form asks, from the declarations: one question for each value that fits a box or a few lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from msgspec import Struct
from msgspec.structs import replace as with_other

from jobboard.board.site import Site
from jobboard.model.fields.input import Input
from jobboard.outputs.form.choices import NamedCodes
from jobboard.outputs.form.description import KIND_NAMES, described
from jobboard.outputs.text.names import language_name
from jobboard.source.catalogue import PAGES, languages
from jobboard.source.message import UNSAID, Phrase, phrase
from jobboard.source.wording import worded

HANDED_IN = ("postings", "news", "events")
"""What members hand in; an organisation or a page is the editors' own."""

BODY_QUESTION = "body"

_ALSO = frozenset(
    [
        *("review_by", "topics", "applicants_from", "employment", "hours", "starts", "experience", "benefits"),
        *("reference", "register", "link", "places"),
    ]
)
"""Beside what stands first on the form for writing."""

_NOT = frozenset(
    [
        *("Place.region", "Place.postcode", "Place.street"),
        *("Apply.limit", "Apply.note", "Contract.ends", "Contract.renewable", "Salary.amount"),
    ]
)
"""Parts that would make a form too long to be filled in; they fit the text."""

_DAY = phrase("A day like %(day)s.", day="2027-01-15")
_MOMENT = phrase(
    "A day like %(day)s; with a time if it matters: %(moment)s.", day="2027-01-15", moment="2027-01-15 17:00"
)
_DEADLINE = phrase(
    "The last day to apply, like %(day)s, or with a time: %(moment)s; “%(rolling)s” if there is none.",
    day="2027-01-15",
    moment="2027-01-15 17:00",
    rolling="rolling",
)
_LINES = phrase("One a line.")
_PAIRS = phrase("One a line, with the level if one is asked for, like “English: Fluent”.")
_YES = phrase("An address; or “yes” while there is none.")
_HOW: Mapping[Input, Phrase] = {
    Input.DAY: _DAY,
    Input.MOMENT: _MOMENT,
    Input.DEADLINE: _DEADLINE,
    Input.PAIRS: _PAIRS,
    Input.GROUP_OR_YES: _YES,
    Input.CURRENCY: phrase("Three letters, like EUR."),
    Input.AMOUNT: phrase("A number, like 45000."),
}
_OF_TEXT = phrase("What the reader should know. Headings, lists and links may be written as Markdown has them.")
_OF_PUBLISHED = phrase("Leave this empty for the day it is handed in.")
_OF_LANGUAGE = phrase("Leave this empty if it is %(language)s.")


class IssueQuestion(Struct, frozen=True, kw_only=True):
    """One heading of a form. `field` is dotted; `choices` are codes with the words they are chosen by."""

    field: str
    heading: str
    asked: Input
    help: tuple[str, ...] = ()
    choices: NamedCodes = []
    is_several: bool = False
    is_needed: bool = False
    whole: str = ""
    """What the field is called that this asks a part of."""


class IssueForm(Struct, frozen=True, kw_only=True):
    """The questions on one kind of item, in one language; the last is the text."""

    folder: str
    lang: str
    name: str
    questions: tuple[IssueQuestion, ...]

    def question(self, field: str) -> IssueQuestion | None:
        """The question that a dotted field, or a part of it, is answered at."""
        while field:
            found = next((each for each in self.questions if each.field == field), None)
            if found is not None:
                return found
            field = field.rpartition(".")[0]
        return None

    def called(self, field: str) -> str:
        """What a field is called where it, or a part of it, is asked for; empty where it is not."""
        question = self.question(field)
        if question is not None:
            return question.heading
        part = next((each for each in self.questions if each.field.startswith(f"{field}.")), None)
        return part.whole if part and field else ""


def issue_forms_in(site: Site, names: Mapping[str, NamedCodes]) -> Iterator[IssueForm]:
    """Every form, in every language of the interface. `names` are organisations and topics, by where they stand."""
    for folder in HANDED_IN:
        for lang in languages(PAGES):
            yield issue_form(site, folder, lang, names)


def issue_form(site: Site, folder: str, lang: str, names: Mapping[str, NamedCodes]) -> IssueForm:
    """The form of a kind in a language."""
    spoken = replace(site, lang=lang)
    form = described(spoken, folder)
    return IssueForm(
        folder=folder,
        lang=lang,
        name=spoken.say(KIND_NAMES[folder]),
        questions=(
            *_questions(form, names, spoken),
            IssueQuestion(
                field=BODY_QUESTION, heading=spoken.say("Text"), asked=Input.TEXT, help=(worded(_OF_TEXT, lang),)
            ),
        ),
    )


def _questions(form: Mapping[str, Any], names: Mapping[str, NamedCodes], site: Site) -> Iterator[IssueQuestion]:
    record = form["records"][form["record"]]
    for field in record["fields"]:
        name, inner = field["name"], _record_in(field)
        if field["part"] != "first" and name not in _ALSO:
            continue
        if not inner or field["asked"] == Input.GROUP_OR_YES:
            question = _question(field, name, field["label"], names, site.lang)
            yield _as_first_asked(with_other(question, is_needed=_is_needed(name, record)), site)
            continue
        for part in form["records"][inner]["fields"]:
            if f"{inner}.{part['name']}" not in _NOT:
                heading = site.say("%(what)s: %(said)s", what=field["label"], said=part["label"])
                question = _question(part, f"{name}.{part['name']}", heading, names, site.lang)
                yield with_other(question, whole=field["label"])


def _as_first_asked(question: IssueQuestion, site: Site) -> IssueQuestion:
    """With what counts if nothing is answered."""
    if question.field == "lang":
        said = _OF_LANGUAGE(language=language_name(site.lang, site.lang))
        return with_other(question, help=(worded(said, site.lang),))
    if question.field == "published":
        return with_other(question, help=(*question.help, worded(_OF_PUBLISHED, site.lang)), is_needed=False)
    return question


def _is_needed(name: str, record: Mapping[str, Any]) -> bool:
    """True if no other field can stand for it. That it is a translation may; but those are handed in as files."""
    return any(
        rule["at"] == name and not rule["when"] and all(each in ([name], ["translation_of"]) for each in rule["unless"])
        for rule in record["rules"]
    )


def _record_in(field: Mapping[str, Any]) -> str:
    """The record a field holds; of a list that takes one without brackets, that one's."""
    item = field["items"][0] if field.get("one") else field
    return str(item.get("record", ""))


def _question(
    field: Mapping[str, Any], name: str, heading: str, names: Mapping[str, NamedCodes], lang: str
) -> IssueQuestion:
    is_several = field["asked"] == Input.LIST
    value = field["items"][0] if is_several else field
    choices = names.get(value.get("refers", ""), []) or value.get("choices", [])
    how = [_HOW.get(value["asked"], UNSAID), _LINES if is_several and not choices else UNSAID]
    return IssueQuestion(
        field=name,
        heading=heading,
        asked=Input(value["asked"]),
        help=tuple(
            each
            for each in ("" if _DEADLINE in how else field.get("help", ""), *(worded(one, lang) for one in how))
            if each
        ),
        choices=field["items"][1]["choices"] if value["asked"] == Input.PAIRS else choices,
        is_several=is_several,
    )
