"""What `jobboard write` does for the form: files overview, read, saved, closed, extended."""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from jobboard.base.whole import put_whole
from jobboard.editing.closing import closing, without_draft
from jobboard.editing.editor import edited
from jobboard.editing.extending import ends_in, extending, last_day
from jobboard.editing.form_values import changes_between, form_values_of
from jobboard.editing.item import ContentFile, Edit, Recipe, in_every_language, with_changes
from jobboard.editing.notes import notes_of
from jobboard.editing.refusal import NotEditedError
from jobboard.editing.sheet import EOL, sheet_of
from jobboard.model.common import Visibility
from jobboard.pipeline import report
from jobboard.source.kinds import FOLDERS
from jobboard.source.message import Phrase, phrase
from jobboard.source.problem import Level, Problem
from jobboard.source.slug import to_slug
from jobboard.source.wording import worded
from jobboard.writing_desk.carry_out import write_and_check
from jobboard.writing_desk.desk import Desk
from jobboard.writing_desk.pages import SeenPages
from jobboard.writing_desk.translation import lacking, translation_begun

_SOON, _A_DAY = timedelta(days=14), timedelta(days=1)
_MOST_OF_FILE = 25_000_000
"""Bytes of a picture or document: more is nothing to read on the web."""

FOLDERS_OF_FILES = ("images", "files")


def overview(desk: Desk) -> dict[str, list[dict[str, str]]]:
    """Drafts, and what closes within two weeks, as far as files can be read."""
    found: dict[str, list[dict[str, str]]] = {"drafts": [], "closing": []}
    for item in filter(functools.partial(_may_be_listed, desk.settings.now), desk.items):
        try:
            fields, last = item.fields, last_day(item)
        except NotEditedError:
            continue
        shown = {"path": item.path, "title": item.text(item.kind.title) or item.id}
        if fields.get("status") == Visibility.DRAFT:
            found["drafts"].append(shown)
        elif item.folder == "postings" and last and "closed" not in fields:
            left = last[1].ends_at(ends_in(item, desk.zone(item))) - desk.settings.now
            if timedelta() < left <= _SOON:
                found["closing"].append({**shown, "deadline": str(last[1])})
    return found


_DEADLINE = re.compile(rb"""(?m)^deadline:[ \t]*["']?(\d{4}-\d\d-\d\d)\b""")


def _may_be_listed(now: datetime, item: ContentFile) -> bool:
    """False of what is certainly no draft and closes at another time: reading a thousand files takes seconds."""
    if b"status" in item.data:
        return True
    found = _DEADLINE.search(item.data)
    first, last = ((now + each).date().isoformat() for each in (-_A_DAY, _SOON + _A_DAY))
    return b"deadline" in item.data and (found is None or first <= found[1].decode() <= last)


def opened(desk: Desk, path: str) -> dict[str, Any]:
    """A file as the form has it. Raises NotEditedError if it cannot be read."""
    item = _at(desk, path)
    return {
        "path": path,
        "folder": item.folder,
        "name": item.id,
        "values": form_values_of(item.record, item.fields),
        "body": sheet_of(item.data).body.strip("\r\n"),
        "known": _digest(item.data),
        "notes": notes_of(sheet_of(item.data).front, item.declared),
        "lacks": lacking(desk, item),
    }


def saved(desk: Desk, told: Mapping[str, Any]) -> dict[str, Any]:
    """A new file, or what was changed in one. Raises NotEditedError."""
    return _written(desk, [_edit(desk, told)])


def seen(desk: Desk, pages: SeenPages, told: Mapping[str, Any]) -> dict[str, Any]:
    """What is typed, put on the pages and nowhere else; what is wrong with it. Raises NotEditedError."""
    edit = _edit(desk, told)
    found = [each for each in pages.look(desk, {edit.path: edit.after or b""}) if each.level is Level.PROBLEM]
    own = [each for each in found if each.path == f"{desk.shown_as}/{edit.path}"]
    return {
        "is_shown": not found,
        "problems": [_told(each, {edit.path: edit.after or b""}) for each in own or found[:1]],
    }


def begun_in(desk: Desk, told: Mapping[str, Any]) -> dict[str, Any]:
    """The file of a translation, begun. Raises NotEditedError."""
    return _written(desk, [translation_begun(desk, _at(desk, str(told.get("path"))), str(told.get("lang")), "")])


def closed(desk: Desk, told: Mapping[str, Any]) -> dict[str, Any]:
    """A posting that is filled. Raises NotEditedError."""
    return _facts(desk, told, lambda item: closing(item, {"because": "filled"}, desk.settings.now, desk.zone(item)))


def extended(desk: Desk, told: Mapping[str, Any]) -> dict[str, Any]:
    """A deadline that moves to a day. Raises NotEditedError."""
    to = str(told.get("date", "")).strip()
    return _facts(desk, told, lambda item: extending(item, to, desk.settings.now, desk.zone(item)))


def readied(desk: Desk, told: Mapping[str, Any]) -> dict[str, Any]:
    """A draft that is none any more. Raises NotEditedError."""
    item = _at(desk, str(told.get("path")))
    return _written(desk, [with_changes(item, without_draft(item))])


DOES: Mapping[str, Callable[[Desk, Mapping[str, Any]], dict[str, Any]]] = {
    "save": saved,
    "close": closed,
    "extend": extended,
    "ready": readied,
    "translate": begun_in,
}
"""What is asked for, by name."""


def put_file(desk: Desk, name: str, data: bytes) -> dict[str, Any]:
    """A picture or document put into the content, under a name that fits an address. Raises NotEditedError."""
    stem, dot, ending = name.rpartition(".")
    plain = f"{to_slug(stem)}.{to_slug(ending)}" if dot and to_slug(stem) and to_slug(ending) else ""
    if not plain:
        raise NotEditedError(phrase("a file has a name with an ending, like plan.pdf"))
    folder = FOLDERS_OF_FILES[ending.lower() not in ("jpg", "jpeg", "png", "webp", "avif", "gif", "svg")]
    file = desk.settings.content / folder / plain
    if file.exists() or not file.resolve().is_relative_to(desk.settings.content.resolve()):
        raise NotEditedError(phrase("there is a file %(path)s already", path=f"{folder}/{plain}"))
    file.parent.mkdir(exist_ok=True)
    put_whole(file, data)
    return {"path": f"{folder}/{plain}"}


def too_large(length: int) -> Phrase | None:
    """What is said of a file with so many bytes, if they are too many."""
    most, has = _MOST_OF_FILE // 1_000_000, -(-length // 1_000_000)
    words = phrase("it has %(size)s MB, of %(most)s at most; make it smaller first", size=has, most=most)
    return words if length > _MOST_OF_FILE else None


def _at(desk: Desk, path: str) -> ContentFile:
    found = next((each for each in desk.items if each.path == path), None)
    if found is None:
        raise NotEditedError(phrase("there is no file %(name)s.md", name=path.removesuffix(".md")))
    return found


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _edit(desk: Desk, told: Mapping[str, Any]) -> Edit:
    return _changed(desk, told) if told.get("path") else _new(desk, told)


def _changed(desk: Desk, told: Mapping[str, Any]) -> Edit:
    item = _at(desk, str(told["path"]))
    if _digest(item.data) != told.get("known"):
        path = f"{desk.shown_as}/{item.path}"
        raise NotEditedError(phrase("%(path)s was changed meanwhile; look at it, and try again", path=path))
    data = edited(item.data, changes_between(item.record, item.fields, told["values"]), item.record)
    sheet, body = sheet_of(data), str(told.get("body", ""))
    if sheet.body.strip("\r\n").replace("\r\n", "\n") != body.strip("\n"):
        lines = f"\n{body.strip()}\n".replace("\n", sheet.eol)
        data = sheet.with_body(lines)
    return Edit(item.path, item.data, data)


def _new(desk: Desk, told: Mapping[str, Any]) -> Edit:
    folder, name = str(told.get("folder")), str(told.get("name"))
    if folder not in FOLDERS:
        raise NotEditedError(phrase("there is no file %(name)s.md", name=folder))
    path = f"{folder}/{name}.md"
    if trouble := desk.trouble_with_name(name, ContentFile(path, b"")):
        raise NotEditedError(Phrase(trouble))
    return Edit(path, None, str(told.get("text")).encode())


def _facts(desk: Desk, told: Mapping[str, Any], recipe: Recipe) -> dict[str, Any]:
    original = desk.original(_at(desk, str(told.get("path"))))
    return _written(desk, in_every_language(original, recipe, desk.translations(original)))


def _written(desk: Desk, edits: Iterable[Edit]) -> dict[str, Any]:
    """Written and checked; where the board has a problem then, every file is as it was."""
    todo = [each for each in edits if each.before != each.after]
    found = write_and_check(desk, todo)
    return {
        "path": next((each.path for each in todo), ""),
        "is_written": not any(each.level is Level.PROBLEM for each in found),
        "problems": [_told(each, {edit.path: edit.after for edit in todo}) for each in found],
    }


def _told(problem: Problem, written: Mapping[str, bytes | None]) -> dict[str, str]:
    """A problem as the form tells it: at a field, or at a line of the text as it stands in the form."""
    lang = report.spoken()
    words = problem.in_full
    line = next(
        (_line_of_text(problem, data) for path, data in written.items() if problem.path.endswith(f"/{path}")), 0
    )
    if line:
        words = phrase("line %(number)s of the text: %(words)s", number=line, words=words)
    return {"path": "/body" if line else problem.field, "code": problem.said.code, "text": worded(words, lang)}


def _line_of_text(problem: Problem, data: bytes | None) -> int:
    """The line of the text that a problem is about, counted without empty lines before it; 0 if it is about none."""
    if problem.field not in ("", "body") or not data:
        return 0
    sheet = sheet_of(data)
    before = sheet.text[: len(sheet.text) - len(sheet.body.lstrip("\r\n"))]
    return max(problem.line - len(EOL.findall(before)), 0)


def told_as_refused(error: NotEditedError) -> dict[str, str]:
    """A refusal in the language that messages are told in."""
    return {"refused": worded(error.words, report.spoken())}
