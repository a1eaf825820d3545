"""Quick fixes: a problem and the text it was found in, in; the edits that do what its hint says, out.

A hint is words for people. What it proposes is tried out, and offered where the file is better for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

import yaml
from msgspec import Struct

from jobboard.editing.refusal import NotEditedError
from jobboard.editing.sheet import Sheet, line_end, line_start, sheet_of
from jobboard.editing.spots import EntrySpot, FieldsSpot, ListSpot, ScalarSpot, Spot, spots_of
from jobboard.language_server.place import LINE_ENDS
from jobboard.language_server.proposals import DELETION, proposals_of
from jobboard.model.fields.record import UNKNOWN_FIELD, parse_record
from jobboard.model.kinds import RECORDS
from jobboard.source.content.document import parse_parts
from jobboard.source.content.folder import TOPICS
from jobboard.source.kinds import folder_of
from jobboard.source.problem import Problem, Report
from jobboard.source.yaml.syntax import as_value

_UNREADABLE = frozenset({"front-matter-unreadable"})
"""Only once these are mended the rest of a file can be looked at."""

_BODY = "body"


class Fix(Struct, frozen=True):
    """What stands from one character of the text up to another becomes `text`; `title` is what it will be there."""

    start: int
    end: int
    text: str
    title: str

    def applied(self, text: str) -> str:
        """The whole text with it."""
        return f"{text[: self.start]}{self.text}{text[self.end :]}"


def fixes_of(problem: Problem, path: str, text: str) -> list[Fix]:
    """The edits of the file at that path of the content that its problem's hint proposes, each once."""
    before = _trouble(path, text)
    found: dict[tuple[int, int, str], Fix] = {}
    for proposal in proposals_of(problem.way_out):
        for each in _ways(problem, path, text, proposal):
            after = _trouble(path, each.applied(text))
            if _is_better(problem, before, after):
                found.setdefault((each.start, each.end, each.text), each)
                break
    return [*found.values()]


def _is_better(problem: Problem, before: list[tuple[str, str]], after: list[tuple[str, str]]) -> bool:
    """True if the problem is gone and its field is right, so that others may show; of one that the file alone does not
    show, if nothing is wrong that was not."""
    this = (problem.said.code, problem.field)
    new = [each for each in after if after.count(each) > before.count(each)]
    if this not in before:
        return not new
    is_worse = any(field == problem.field or code == UNKNOWN_FIELD.code or not field for code, field in new)
    return after.count(this) < before.count(this) and (this[0] in _UNREADABLE or not is_worse)


def _trouble(path: str, text: str) -> list[tuple[str, str]]:
    """What is wrong with one file by itself: code and field of each problem."""
    report, record = Report(path), RECORDS.get(folder_of(path))
    parts = parse_parts(text.encode(), report)
    if parts is not None and record is not None:
        parse_record(record, parts[0], report, id=PurePosixPath(path).stem, path=path)
    return [(each.said.code, each.field) for each in report]


def _ways(problem: Problem, path: str, text: str, proposal: str) -> Iterator[Fix]:
    """The places a proposal may be meant for, the likeliest first."""
    start, end = _line(text, problem.line)
    if problem.field == _BODY or path == TOPICS:  # neither is front matter
        yield from _word(text, start, end, _found(problem), proposal)
        return
    try:
        sheet = sheet_of(text.encode())
        root = spots_of(sheet.front)
    except (yaml.YAMLError, NotEditedError):
        yield from _whole_line(text, start, end, proposal)
        return
    found = _entry(root, problem.field.split("."))
    if found is None:
        yield from _whole_line(text, start, end, proposal)
        return
    entry, value = found
    yield from _of_entry(problem, sheet, entry, value, proposal)


def _of_entry(problem: Problem, sheet: Sheet, entry: EntrySpot, value: Spot, proposal: str) -> Iterator[Fix]:
    at, front = sheet.start, sheet.front
    key, value_end = entry.start + at, max(entry.value.end, entry.after_colon) + at
    if proposal == DELETION:
        first, last = line_start(sheet.text, key), line_end(sheet.text, value_end)
        yield Fix(first, last, "", front[entry.start : entry.value.end].strip())
        return
    is_name = problem.said.code == UNKNOWN_FIELD.code
    if is_name and ":" not in proposal:
        yield Fix(key, entry.key_end + at, proposal, proposal)
        return
    if ": " in proposal and not proposal.startswith(("{", "[")):
        yield Fix(key, value_end, proposal, proposal)
    found = _found(problem)
    for spot in _scalars(value, found, front):
        if any(word in front[spot.start : spot.end].split() for word in found):
            yield from _word(sheet.text, spot.start + at, spot.end + at, found, proposal)
        start = spot.start if spot.end > spot.start else max(entry.after_colon, spot.start)
        lead = " " if spot.end == spot.start else ""
        for written in dict.fromkeys((proposal, as_value(proposal))):
            yield Fix(start + at, spot.end + at, f"{lead}{written}", written)
    yield Fix(value.start + at, value.end + at, proposal, proposal)


def _word(text: str, start: int, end: int, words: tuple[str, ...], proposal: str) -> Iterator[Fix]:
    """The first of these words in a stretch of the text."""
    for word in words:
        at = text.find(word, start, end)
        if word and at >= 0:
            yield Fix(at, at + len(word), proposal, proposal)
            return


def _whole_line(text: str, start: int, end: int, proposal: str) -> Iterator[Fix]:
    """A line that cannot be read written anew, at the same indentation."""
    if proposal == DELETION:
        yield Fix(start, line_end(text, end), "", text[start:end].strip())
        return
    if not re.match(r"- |[^\s{\[]+: ", proposal):
        return
    indent = len(text[start:end]) - len(text[start:end].lstrip(" \t"))
    yield Fix(start + indent, end, proposal, proposal)


def _line(text: str, number: int) -> tuple[int, int]:
    """Where a line, counted from 1, begins and ends."""
    start = 0
    for found, _ in zip(LINE_ENDS.finditer(text), range(number - 1), strict=False):
        start = found.end()
    end = LINE_ENDS.search(text, start)
    return start, end.start() if end else len(text)


def _entry(spot: Spot | None, names: list[str]) -> tuple[EntrySpot, Spot] | None:
    """The entry of a dotted field, and the value in it that is meant; None where there is none."""
    entry: EntrySpot | None = None
    for name in names:
        if isinstance(spot, ListSpot):
            if name.isdecimal() and 0 < int(name) <= len(spot.items):
                spot = spot.items[int(name) - 1]
                continue
            spot = spot.items[0] if len(spot.items) == 1 else spot
        inner = spot.entry(name) if isinstance(spot, FieldsSpot) else None
        if inner is None:
            break
        entry, spot = inner, inner.value
    if entry is None or spot is None or (isinstance(spot, FieldsSpot) and entry.key != names[-1]):
        return None
    return entry, spot


def _scalars(spot: Spot, found: tuple[str, ...], front: str) -> Iterator[ScalarSpot]:
    """The values meant: that one, or those of a list or of pairs that say what was found."""
    if isinstance(spot, ScalarSpot):
        yield spot
        return
    held: list[Spot] = []
    if isinstance(spot, ListSpot):
        held += spot.items
    else:
        for entry in spot.entries:
            held += (ScalarSpot(entry.start, entry.key_end, ""), entry.value)
    for each in held:
        if isinstance(each, ScalarSpot) and front[each.start : each.end].strip("\"'") in found:
            yield each


def _found(problem: Problem) -> tuple[str, ...]:
    """What the problem says was found, without its quotes; of a file also its path in the content, and its id."""
    values = problem.said.values
    found = str(values.get("found", next(iter(values.values()), ""))).strip("'\"")
    return tuple(dict.fromkeys((found, found.removeprefix("content/"), PurePosixPath(found).stem)))
