"""Where a change goes: spots and a path in, the one stretch of characters to replace out."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct

from jobboard.editing.change import FieldChange, Path
from jobboard.editing.sheet import Data, Sheet, line_end, line_start
from jobboard.editing.spots import EntrySpot, FieldsSpot, ListSpot, ScalarSpot, Spot, scalars_in
from jobboard.editing.writing import yaml_of

NamesBelow = Callable[[Path], tuple[str, ...]]
"""The declared fields at a path, in their order."""

_COMMENT = re.compile(r"(?:^|\s)#")
_COMMENT_LINE = re.compile(r"(?P<indent>[ \t]*)#")


class Splice(Struct, frozen=True):
    """Characters from `start` to `end` give way to `text`."""

    start: int
    end: int
    text: str

    def into(self, front: str) -> str:
        """The front matter with it."""
        return f"{front[: self.start]}{self.text}{front[self.end :]}"


def setting(sheet: Sheet, root: Spot | None, change: FieldChange, names: NamesBelow) -> Splice | None:
    """How a field gets a value; None if that would touch others."""
    path = change.path
    if root is None:
        end, whole = len(sheet.front), _wrapped(path[1:], change.value)
        return None if whole is None else Splice(end, end, _line(sheet, str(path[0]), whole))
    holder, depth = _holder(root, path)
    step, whole = path[depth], _wrapped(path[depth + 1 :], change.value)
    if whole is None or isinstance(holder, ScalarSpot):
        return None
    old, after = _old(holder, step)
    if old is not None:
        return _replaced(sheet.front, root, old, whole, after=after, is_flow=holder.is_flow)
    if isinstance(holder, FieldsSpot):
        return _new_entry(sheet, holder, str(step), whole, names(path[:depth]))
    return _new_item(sheet, holder, whole)


def removal(sheet: Sheet, root: Spot, path: Path) -> Splice | None:
    """How a field, or an item of a list, is taken away; None if that would touch others."""
    holder, depth = _holder(root, path)
    step = path[depth]
    if isinstance(holder, FieldsSpot) and isinstance(step, str) and (entry := holder.entry(step)):
        if len(holder.entries) == 1 and depth:
            return removal(sheet, root, path[:depth])
        spans = [(each.start, each.value.end) for each in holder.entries]
        at = holder.entries.index(entry)
    elif isinstance(holder, ListSpot) and isinstance(step, int) and step < len(holder.items):
        if len(holder.items) == 1:
            return removal(sheet, root, path[:depth])
        spans = [(each.start if holder.is_flow else _hyphen(sheet.front, each), each.end) for each in holder.items]
        at = step
    else:
        return None
    return _without(sheet.front, root, spans, at, holder)


def _holder(root: Spot, path: Path) -> tuple[Spot, int]:
    """What holds the last step of a path that is there, or would hold the first that is not; and the number of it."""
    found = root
    for depth, step in enumerate(path[:-1]):
        inner = _inner(found, step)
        if inner is None or (isinstance(inner, ScalarSpot) and inner.start == inner.end):
            return found, depth
        found = inner
    return found, len(path) - 1


def _inner(spot: Spot, step: str | int) -> Spot | None:
    if isinstance(spot, FieldsSpot) and isinstance(step, str):
        entry = spot.entry(step)
        return None if entry is None else entry.value
    if isinstance(spot, ListSpot) and isinstance(step, int) and step < len(spot.items):
        return spot.items[step]
    return None


def _old(holder: FieldsSpot | ListSpot, step: str | int) -> tuple[Spot | None, int]:
    """The value that is there already, and where it may begin; None if there is none."""
    if isinstance(holder, FieldsSpot):
        entry = holder.entry(str(step))
        return (None, 0) if entry is None else (entry.value, entry.after_colon)
    item = _inner(holder, step)
    return item, 0 if item is None else item.start


def _wrapped(path: Path, value: Data | None) -> Data | None:
    """A value with what lacks on the way to it; None where an item would be the second of a list that is not there."""
    for step in reversed(path):
        if value is None or (isinstance(step, int) and step):
            return None
        value = [value] if isinstance(step, int) else {step: value}
    return value


def _line(sheet: Sheet, key: str, value: Data) -> str:
    return f"{key}: {yaml_of(value, is_flow=False)}{sheet.eol}"


def _new_entry(sheet: Sheet, holder: FieldsSpot, key: str, value: Data, names: tuple[str, ...]) -> Splice:
    """A field behind the nearest of those declared before it that is there; one nobody declares behind the last."""
    before = names[: names.index(key)] if key in names else [each.key for each in holder.entries]
    there = [each for each in holder.entries if each.key in before]
    behind = max(there, key=lambda each: before.index(each.key), default=None)
    if holder.is_flow:
        return _in_braces(holder, f"{key}: {yaml_of(value, is_flow=True)}", behind)
    indent, line = " " * holder.column, _line(sheet, key, value)
    if behind is None:
        return Splice(holder.start, holder.start, f"{line}{indent}")
    at = end_of_lines(sheet.front, behind.value.end, holder.column)
    return Splice(at, at, f"{indent}{line}")


def _in_braces(holder: FieldsSpot, pair: str, behind: EntrySpot | None) -> Splice:
    if behind is not None:
        return Splice(behind.value.end, behind.value.end, f", {pair}")
    at = holder.entries[0].start if holder.entries else holder.start + 1
    return Splice(at, at, f"{pair}, " if holder.entries else pair)


def _new_item(sheet: Sheet, holder: ListSpot, value: Data) -> Splice:
    if holder.is_flow:
        at = holder.items[-1].end if holder.items else holder.start + 1
        return Splice(at, at, f"{', ' if holder.items else ''}{yaml_of(value, is_flow=True)}")
    at = end_of_lines(sheet.front, holder.items[-1].end, holder.column)
    return Splice(at, at, f"{' ' * holder.column}- {yaml_of(value, is_flow=False)}{sheet.eol}")


def _replaced(front: str, root: Spot, old: Spot, value: Data, *, after: int, is_flow: bool) -> Splice | None:
    """A value in place of another; `after` is where it may begin. Comments within what goes would go with it."""
    style = old.style if isinstance(old, ScalarSpot) else ""
    if style == "|" and isinstance(value, str) and (kept := _literal(front, old, value)):
        return Splice(old.start, old.end, kept)
    is_below = not isinstance(old, ScalarSpot) and not old.is_flow and old.start != after
    start = after if is_below else old.start
    if not start or _has_comment(front, root, start, old.end):
        return None
    space = " " if front[start - 1 : start] in (":", "-") else ""
    return Splice(start, old.end, f"{space}{yaml_of(value, is_flow=is_flow, style=style)}")


def _literal(front: str, old: Spot, value: str) -> str:
    """A text below a `|`, as the old one was; below `|-` where no line ends it. Nothing where it cannot stand there."""
    head, *lines = re.split("(?<=\n)", front[old.start : old.end].replace("\r\n", "\n"))
    eol = "\r\n" if "\r\n" in front[old.start : old.end] else "\n"
    indent = next((re.match(" *", line)[0] for line in lines if line.strip()), "")  # type: ignore[index]
    if head.strip() not in ("|", "|-") or not indent or not re.fullmatch(r"\S(?:[^\r]*[^\n\r])?\n?", value):
        return ""
    head = head.rstrip("\n").replace("|-", "|").replace("|", "|" if value.endswith("\n") else "|-")
    return eol.join([head, *(f"{indent}{line}" if line else "" for line in value.removesuffix("\n").split("\n"))])


def _without(
    front: str, root: Spot, spans: list[tuple[int, int]], at: int, holder: FieldsSpot | ListSpot
) -> Splice | None:
    """Of things in a row, one is taken away, with the comma or the lines that are its own."""
    start, end = spans[at]
    line = line_start(front, start)
    if not holder.is_flow and not front[line:start].strip(" "):
        return Splice(line, end_of_lines(front, end, holder.column), "")
    is_last = at + 1 == len(spans)
    start, end = (spans[at - 1][1] if at else start, end) if is_last else (start, spans[at + 1][0])
    return None if _has_comment(front, root, start, end) else Splice(start, end, "")


def _hyphen(front: str, item: Spot) -> int:
    return front.rfind("-", 0, item.start)


def end_of_lines(front: str, at: int, column: int) -> int:
    """The end of the line a value ends on, and of the comments below that stand further in: they are of its parts."""
    end = look = line_end(front, at)
    while look < len(front):
        line = front[look : line_end(front, look)]
        found = _COMMENT_LINE.match(line)
        look = line_end(front, look)
        if found and len(found["indent"]) > column:
            end = look
        elif line.strip():
            break
    return end


def _has_comment(front: str, root: Spot, start: int, end: int) -> bool:
    """True if something between is neither a text nor a sign of YAML."""
    between = [*front[start:end]]
    for first, last in scalars_in(root):
        for at in range(max(first, start), min(last, end)):
            between[at - start] = "x"
    return _COMMENT.search(front[start - 1 : start] + "".join(between)) is not None
