"""A new file of any kind of content: answers in, a valid and commented file out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec import Struct

from jobboard.board.clock_checks import trouble_with
from jobboard.commands.new_questions import APPLY, NAME_OF_FILE, Question, questions_of
from jobboard.commands.new_text import is_mail_address, text_of
from jobboard.model.fields.field import FieldType
from jobboard.model.fields.record import parse_record
from jobboard.model.fields.values import EMAIL, HTTPS_URL, MOMENT
from jobboard.model.kinds import RECORDS
from jobboard.model.moments.moment import Moment
from jobboard.model.moments.not_a_moment import Side
from jobboard.pipeline import report
from jobboard.source.answer import cleaned
from jobboard.source.content.document import parse_parts
from jobboard.source.content.form import HINT
from jobboard.source.content.taken_names import names_in
from jobboard.source.kinds import COMMANDS
from jobboard.source.message import in_turn
from jobboard.source.problem import Level, Problem, Report, did_you_mean
from jobboard.source.slug import to_name, to_slug
from jobboard.source.wording import worded_trouble
from jobboard.source.yaml.tree import Scalar
from jobboard.writing_desk.employers import known_organisations, zone_in
from jobboard.writing_desk.project import Project, trouble_with_name

Ask = Callable[[str, Callable[[str], str]], str]
"""Asks a question until the answer has no trouble; the second argument says what is wrong with an answer."""

_MOST_NAMED = 10
"""How many organisations are offered by name."""


class NotPossibleError(Exception):
    """No file was written; the message says why."""


class NewFile(Struct, frozen=True):
    """A file that was written."""

    path: Path


def write_new(kind: str, project: Project, answers: Mapping[str, str], ask: Ask | None) -> NewFile:
    """Write a file of that kind; asks for the answers that are missing or cannot be used.

    Raises NotPossibleError if an answer is wrong or missing with nobody to ask. `lang` is a language of the interface.
    """
    given = {name: cleaned(answer) for name, answer in answers.items()}
    given["published"] = given.get("published") or project.today
    for question in questions_of(kind):
        given[question.name] = answer_to(question, given, project, ask)
    name = _name_of(kind, given, project, ask)
    given["review_by"] = in_a_year(max(given["published"][:10], project.today))
    lang = given.get("lang") or project.lang
    text = text_of(kind, given, lang, project.lang)
    _check(kind, name, text)
    path = project.content / COMMANDS[kind] / f"{name}.md"
    _write(path, text, project)
    return NewFile(path)


def _write(path: Path, text: str, project: Project) -> None:
    """Write a file that is not there yet, and follow no link to do so. Raises NotPossibleError."""
    shown = f"{project.shown_as}/{path.relative_to(project.content).as_posix()}"
    if not path.parent.resolve().is_relative_to(project.content.resolve()):
        raise NotPossibleError(f"{shown}: its folder is a link that leads elsewhere")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8") as opened:
            opened.write(text)
    except FileExistsError:
        raise NotPossibleError(f"{shown} is there already, as a link; remove it, or give a name with --name") from None


def answer_to(question: Question, given: Mapping[str, str], project: Project, ask: Ask | None) -> str:
    """The answer that was given, else what somebody says. Raises NotPossibleError if it cannot be used."""

    def trouble(text: str) -> str:
        return _trouble_with(question, cleaned(text), given, project)

    answer = given.get(question.name, "")
    if not answer:
        if ask is None:
            raise NotPossibleError(f"--{question.name} is missing: {question.words}")
        return cleaned(ask(question.words, trouble))
    if found := trouble(answer):
        raise NotPossibleError(found)
    return answer


def _type_of_apply(text: str) -> FieldType[object]:
    return EMAIL if is_mail_address(text) else HTTPS_URL


def _trouble_with(question: Question, text: str, given: Mapping[str, str], project: Project) -> str:
    type_ = _type_of_apply(text) if question is APPLY else question.type
    report = Report("")
    value = type_.parse(Scalar(text, 1), question.name, report)
    if not report.is_clean:
        return _told(next(each for each in report if each.level is Level.PROBLEM))
    if isinstance(value, Moment):
        zone = zone_in(given.get("organisation", ""), project.content, project.zone)
        side = question.type.side or Side.FIRST
        found = trouble_with(value, text, side, zone)
        told = f"{question.name}: {in_turn(*found)}" if found else ""
        return told or (_trouble_with_day(question, value, given, project, zone) if question.is_to_come else "")
    return _trouble_with_organisation(text, project) if question.name == "organisation" else ""


def _trouble_with_day(
    question: Question, day: Moment, given: Mapping[str, str], project: Project, zone_name: str
) -> str:
    """A day that is over, or that comes before anybody can read of it."""
    zone = ZoneInfo(zone_name)
    if day.ends_at(zone) <= project.now:
        return f"{question.name}: {day} is over; give a day to come"
    appears = MOMENT.parse(Scalar(given["published"], 1), "published", Report(""))
    if appears is not None and day.ends_at(zone) <= appears.starts_at(zone):
        return f"{question.name}: {day} is before the day it appears ({appears}); give a later one"
    return ""


def _trouble_with_organisation(id_: str, project: Project) -> str:
    known = known_organisations(project.content)
    if id_ in known:
        return ""
    some = (
        f"{', '.join(known[:_MOST_NAMED])}{f' and {len(known) - _MOST_NAMED} more' if len(known) > _MOST_NAMED else ''}"
    )
    hint = did_you_mean(id_, known) or f"there are {some or 'none yet: begin with jobboard new organisation'}"
    return f"organisation: no file {project.shown_as}/organisations/{id_}.md; {hint}"


def _name_of(kind: str, given: Mapping[str, str], project: Project, ask: Ask | None) -> str:
    """The name of the file: the one given, else what the title makes, else what somebody says."""
    folder = COMMANDS[kind]
    taken = names_in(project.content / folder)
    name = given.get("name") or _name_from(given["title"])

    def trouble(text: str) -> str:
        return trouble_with_name(cleaned(text), folder, taken, project)

    found = trouble(name) if name else "no name for the file can be made of the letters of this title"
    if not found:
        return name
    if ask is None:
        raise NotPossibleError(f"{found}; give a name with --name, like --name data-analyst")
    return cleaned(ask(f"{found[:1].upper()}{found[1:]}.\n{NAME_OF_FILE.words}", trouble))


def _name_from(title: str) -> str:
    """The title as a name; empty if a letter would be lost: of one in Greek or Chinese, figures might be left."""
    return to_name(title) if all(to_slug(each) for each in title if each.isalpha()) else ""


def in_a_year(day: str) -> str:
    """The first of that month a year later."""
    return f"{int(day[:4]) + 1}{day[4:7]}-01"


def _check(kind: str, name: str, text: str) -> None:
    """What is to be written has no problem but the words of the form. Raises NotPossibleError with the first."""
    folder = COMMANDS[kind]
    path = f"{folder}/{name}.md"
    report = Report(path)
    parts = parse_parts(text.encode(), report)
    if parts is not None:
        parse_record(RECORDS[folder], parts[0], report, id=name, path=path)
    for problem in report:
        if problem.way_out != HINT and problem.level == "problem":
            raise NotPossibleError(_told(problem))


def _told(problem: Problem) -> str:
    return worded_trouble(problem, report.spoken())
