"""IssueAnswers in, the text of a file out. What was typed in words and is meant as a code or a day is written as that.

Words are looked up in all languages of the interface. What is no code's name then is put to the reader of the fields:
if it knows one way of writing what is meant, that is taken, and told to whoever typed it. What can be read in two ways
stays as it was typed, and is a problem.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from msgspec import Struct

from jobboard.editing.sheet import Data
from jobboard.editing.writing import yaml_of
from jobboard.intake.answers import IssueAnswers
from jobboard.intake.questions import BODY_QUESTION, IssueForm, IssueQuestion
from jobboard.language_server.fixes import fixes_of
from jobboard.model.fields.field import declarations
from jobboard.model.fields.input import Input
from jobboard.model.fields.record import parse_record
from jobboard.model.kinds import RECORDS
from jobboard.model.texts.codes import country_of, language_of
from jobboard.source.answer import cleaned
from jobboard.source.content.document import parse_parts
from jobboard.source.problem import Level, Problem, Report
from jobboard.source.text import normal, printable

_BOX = re.compile(r"[-*+][ \t]+\[(?P<mark>.)\][ \t]+(?P<text>.*)")
_BULLET = re.compile(r"(?:[-*+•–]|\d{1,2}[.)])[ \t]+")
_LEVEL = re.compile(r"\s*(?:[:=(]|\s[-–—])\s*")
_MOST_WORDS = 4
"""Of the name of a language."""

_MOST_FIXES = 40
"""Of one file; each answer needs one at most. A file with more problems was not typed into the form, and is left as it
is."""

_YES = frozenset({"yes", "oui", "sí", "si", "true", "x"})

_CODES: Mapping[Input, Callable[[str], str]] = {Input.COUNTRY: country_of, Input.LANGUAGE: language_of}
"""What is called by a name in every language."""


class Reading(Struct, frozen=True):
    """That an answer was read as something else than was typed; `field` is dotted."""

    field: str
    typed: str
    meant: str


class Drafted(Struct, frozen=True):
    """The text of a file, and what was read in another way than it was typed."""

    text: str
    readings: tuple[Reading, ...]


def drafted(answers: IssueAnswers, forms: tuple[IssueForm, ...], *, today: date, main: str) -> Drafted:
    """A file of these answers, which appears `today` unless they say otherwise. `main` is the language of the site."""
    found = dict(_fields(answers, forms))
    if answers.form.lang != main:
        found.setdefault("lang", answers.form.lang)
    if found.get("lang") == main:
        del found["lang"]
    found.setdefault("published", today.isoformat())
    order = [each for each in declarations(RECORDS[answers.form.folder]) if each in found]
    lines = "".join(f"{name}: {yaml_of(found[name], is_flow=False)}\n" for name in order)
    body = answers.given.get(BODY_QUESTION)
    text = printable(normal(body.text)).strip() if body else ""
    head, readings = _mended(f"{answers.form.folder}/new.md", f"---\n{lines}---\n")
    return Drafted(f"{head}\n{text}\n", readings)


def _fields(answers: IssueAnswers, forms: tuple[IssueForm, ...]) -> Iterator[tuple[str, Data]]:
    """What the front matter says, by the fields of the record; parts of one field together."""
    groups: dict[str, dict[str, Data]] = {}
    for question in answers.form.questions:
        answer = answers.given.get(question.field)
        if answer is None or question.field == BODY_QUESTION:
            continue
        value = _value(question, answer.text, [each for form in forms if (each := form.question(question.field))])
        name, _, part = question.field.partition(".")
        if not value:
            continue
        if part:
            groups.setdefault(name, {})[part] = value
        else:
            yield name, value
    yield from groups.items()


def _value(question: IssueQuestion, text: str, alike: list[IssueQuestion]) -> Data:
    """An answer as front matter has it. `alike` are the same question in every language."""
    words = {label.casefold(): code for each in alike for code, label in reversed(each.choices)}
    if question.asked is Input.PAIRS:
        return _pairs(text, words)
    if question.asked is Input.GROUP_OR_YES:
        return "true" if text.casefold() in _YES else {"url": cleaned(text)}
    several = _several(text, words) if question.is_several else [_chosen(text)]
    values = [_code(each, question.asked, words) for each in several if each]
    if question.is_several:
        return [*values]
    if question.asked is Input.TEXT:
        return printable(normal(text))
    return values[0] if values else ""


def _chosen(text: str) -> str:
    """One answer; of boxes, the one that is ticked."""
    ticked = [found["text"] for found in map(_BOX.fullmatch, text.splitlines()) if found and found["mark"] != " "]
    return cleaned(ticked[0] if ticked else text)


def _several(text: str, words: Mapping[str, str]) -> list[str]:
    """Boxes that are ticked, else lines; of words to choose from, those that a line names with commas between."""
    boxes = [found for found in map(_BOX.fullmatch, text.splitlines()) if found]
    if boxes:
        return [cleaned(each["text"]) for each in boxes if each["mark"] != " "]
    lines = [cleaned(_BULLET.sub("", each.strip(), count=1)) for each in text.splitlines() if each.strip()]
    return [part for line in lines for part in (_named(line, words) if words else [line])]


def _named(line: str, words: Mapping[str, str]) -> Iterator[str]:
    """The words of a line that GitHub has put commas between. A word may hold commas itself."""
    left = line
    while left:
        known = max((word for word in words if _begins(left, word)), key=len, default="")
        length = len(known) if known else len(left.partition(",")[0])
        yield left[:length].strip()
        left = left[length:].lstrip(" ,")


def _begins(text: str, word: str) -> bool:
    return text.casefold().startswith(word) and text[len(word) : len(word) + 1] in ("", ",")


def _code(text: str, asked: Input, words: Mapping[str, str]) -> str:
    found = words.get(text.casefold())
    if found is None and asked in _CODES:
        found = _CODES[asked](text)
    return found or text


def _pairs(text: str, words: Mapping[str, str]) -> Data:
    """Codes with their levels; a list where none has one."""
    found: dict[str, Data] = {}
    for line in re.split(r"[\n;,]", text):
        name, level = _language_and_level(cleaned(_BULLET.sub("", line.strip(), count=1)))
        code, level = language_of(name) or name, words.get(level.casefold(), level)
        last = next(reversed(found), "")
        if last and not found[last] and name.casefold() in words:  # "English, fluent"
            found[last] = words[name.casefold()]
        elif name:
            found[code] = level
    return found if any(found.values()) else [*found]


def _language_and_level(line: str) -> tuple[str, str]:
    """Of `English: C1`, `English (C1)` and `English C1` the language and what is said of it."""
    name, *levels = _LEVEL.split(line, maxsplit=1)
    if levels:
        return name, levels[0].strip(" )")
    words = line.split(maxsplit=_MOST_WORDS)
    for number in range(min(len(words), _MOST_WORDS), 0, -1):
        if language_of(name := " ".join(words[:number])):
            return name, " ".join(words[number:])
    return line, ""


def _mended(path: str, text: str) -> tuple[str, tuple[Reading, ...]]:
    """The front matter with every answer written as it is surely meant. What has no way out is asked once."""
    readings: list[Reading] = []
    hopeless: set[str] = set()
    problems = _problems(path, text)
    while problems and len(problems) <= _MOST_FIXES and len(readings) < _MOST_FIXES:
        for problem in problems:
            if str(problem) in hopeless:
                continue
            fixes = fixes_of(problem, path, text)
            if len(fixes) == 1:
                break
            hopeless.add(str(problem))
        else:
            break
        (fix,) = fixes
        readings.append(
            Reading(problem.field, *(each.strip().strip('"') for each in (text[fix.start : fix.end], fix.text)))
        )
        text = fix.applied(text)
        problems = _problems(path, text)
    return text, tuple(readings)


def _problems(path: str, text: str) -> list[Problem]:
    """What is wrong with the fields of a file by itself."""
    report = Report(path)
    parts = parse_parts(text.encode(), report)
    if parts is not None:
        parse_record(RECORDS[path.partition("/")[0]], parts[0], report, id="new", path=path)
    return [each for each in report if each.level is Level.PROBLEM and each.field and each.field != BODY_QUESTION]
