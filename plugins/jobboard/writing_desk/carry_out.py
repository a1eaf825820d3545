"""Edits in; shown, asked about, written and checked out. What would break the board is taken back."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

import click
from msgspec.structs import replace

from jobboard.base.whole import put_whole
from jobboard.editing.item import Edit
from jobboard.editing.refusal import NotEditedError
from jobboard.editing.sheet import EOL
from jobboard.engine.uninterrupted import uninterrupted
from jobboard.pipeline import report
from jobboard.source.message import Phrase, phrase
from jobboard.source.problem import Level, Problem, is_blocking, new_among
from jobboard.source.wording import worded
from jobboard.writing_desk.desk import Desk

_YES = frozenset({"y", "yes", "o", "oui", "s", "si", "sí"})
"""Yes in any language of the interface."""

_NAMES = ("--- ", "+++ ")
_STYLES = {"+": "green", "-": "red", "@": "cyan"}


def carry_out(desk: Desk, edits: Iterable[Edit], *, is_asked: bool) -> bool:
    """Show the difference, ask, write, and check the whole board; True if it was written.

    Ends with exit code 1, and every file as it was, if the board has a problem then that it had not before. Raises
    NotEditedError, OSError or click.Abort, likewise.
    """
    todo = [each for each in edits if each.before != each.after]
    if not todo:
        report.tell(phrase("There is nothing to change."))
        return False
    for line in differences_of(todo, desk.shown_as):
        report.show(line, "bold" if line.startswith(_NAMES) else _STYLES.get(line[:1], ""))
    if is_asked and not _is_wanted():
        report.tell(phrase("Nothing was changed."))
        return False
    new = write_and_check(desk, todo)
    if is_blocking(new):
        report.print_problems(new, ending=_AS_IT_WAS.pattern)
        sys.exit(1)
    report.print_problems(new)
    for each in todo:
        report.tell(_done(each)(path=f"{desk.shown_as}/{each.path}"))
    return True


_AS_IT_WAS = phrase("Every file is as it was.")


def differences_of(edits: Sequence[Edit], shown_as: str) -> Iterator[str]:
    """The difference as everybody knows it from git, without the line ends; a file that moves is shown as one."""
    gone = next((each for each in edits if each.after is None), None)
    for each in edits:
        if each is gone:
            continue
        before, path = (gone.before, gone.path) if gone and each.before is None else (each.before, each.path)
        name = f"{shown_as}/{path}" if before is not None else "/dev/null"
        after = f"{shown_as}/{each.path}"
        yield from difflib.unified_diff(_lines(before), _lines(each.after), name, after, n=2, lineterm="")


def _lines(data: bytes | None) -> list[str]:
    return EOL.split((data or b"").decode("utf-8-sig").removesuffix("\n").removesuffix("\r")) if data else []


def _is_wanted() -> bool:
    question = worded(phrase("Write this? (y/n)"), report.spoken())
    return str(click.prompt(question, prompt_suffix=" ", default="", show_default=False)).strip().lower() in _YES


def _done(edit: Edit) -> Phrase:
    if edit.after is None:
        return phrase("Removed %(path)s.")
    return phrase("Wrote %(path)s.")


def write_and_check(desk: Desk, edits: Sequence[Edit]) -> list[Problem]:
    """Write every file, what goes last, and say what is wrong with the board since. Where a problem is new, or anything
    fails, every file is as it was. Raises NotEditedError if one is not as it was read; then nothing is written."""
    about = {each.path for each in edits}
    before = _problems(desk, about)
    for each in edits:
        if _on_disk(_file(desk, each)) != each.before:
            path = f"{desk.shown_as}/{each.path}"
            raise NotEditedError(phrase("%(path)s was changed meanwhile; look at it, and try again", path=path))
    try:
        for each in sorted(edits, key=lambda one: one.after is None):
            _put(_file(desk, each), each.after)
        new = _new_among(_problems(desk, about), before, edits, desk.shown_as)
    except BaseException:
        _put_back(desk, edits)
        raise
    if is_blocking(new):
        _put_back(desk, edits)
    return new


def _put_back(desk: Desk, edits: Sequence[Edit]) -> None:
    """Every file as it was; of one that somebody has changed since, what they wrote stays."""
    with uninterrupted():
        for each in edits:
            if _on_disk(_file(desk, each)) == each.after:
                _put(_file(desk, each), each.before)


def _put(file: Path, data: bytes | None) -> None:
    if data is None:
        file.unlink(missing_ok=True)
    else:
        put_whole(file, data)


def _file(desk: Desk, edit: Edit) -> Path:
    """Where a file is: behind the link, where there is one. Raises NotEditedError if it leads out of the content."""
    root = desk.settings.content.resolve()
    file = (root / edit.path).resolve()
    if not file.is_relative_to(root):
        raise NotEditedError(phrase("%(path)s is a link that leads elsewhere", path=f"{desk.shown_as}/{edit.path}"))
    return file


def _on_disk(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None


def _problems(desk: Desk, about: Collection[str]) -> tuple[Problem, ...]:
    """What `check` says of the content as it is now: every problem, and advice about these files."""
    from jobboard.pelican_adapter.site import checked_content  # noqa: PLC0415 (the help needs none of this)

    return checked_content(desk.settings, about=about).problems


def _new_among(
    after: Iterable[Problem], before: Iterable[Problem], edits: Sequence[Edit], shown_as: str
) -> list[Problem]:
    """What is said now and was not; lines move, and so may a file. Advice counts for the files that were changed."""
    gone = next((f"{shown_as}/{each.path}" for each in edits if each.after is None), "")
    come = next((f"{shown_as}/{each.path}" for each in edits if each.before is None), "")
    known = (replace(each, path=come) if gone and each.path == gone else each for each in before)
    changed = {f"{shown_as}/{each.path}" for each in edits}
    return [each for each in new_among(after, known) if each.level is Level.PROBLEM or each.path in changed]
