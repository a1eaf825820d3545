"""One field set, added or taken away: what the fields say after it."""

from __future__ import annotations

from msgspec import Struct

from jobboard.editing.sheet import Data

Path = tuple[str | int, ...]
"""The way to a value: names of fields, and items of lists by number, from 0; one more than there are is a new one."""


class FieldChange(Struct, frozen=True):
    """The value a field gets, or nothing if it is taken away."""

    path: Path
    value: Data | None


def dotted(path: Path) -> str:
    """The name of a field as messages have it."""
    return ".".join(str(each + 1) if isinstance(each, int) else each for each in path)


def value_at(data: Data, path: Path) -> Data | None:
    """What stands there; None if nothing does."""
    found: Data | None = data
    for step in path:
        if isinstance(found, dict):
            found = found.get(str(step))
        elif isinstance(found, list) and isinstance(step, int):
            found = found[step] if step < len(found) else None
        else:
            return None
    return found


def after(data: Data, change: FieldChange) -> Data | None:
    """What the fields say once that is done; None if it cannot be done, as where a text would need parts.

    What lacks on the way to a new value comes with it. Lists and fields of which nothing is left go, too.
    """
    if change.value is not None:
        return _with(data, change.path, change.value)
    return data if value_at(data, change.path) is None else _without(data, change.path)


def _with(data: Data | None, path: Path, value: Data) -> Data | None:
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(step, str) and isinstance(data, dict | None):
        inner = _with((data or {}).get(step), rest, value)
        return None if inner is None else {**(data or {}), step: inner}
    if isinstance(step, int) and isinstance(data, list | None):
        items = data or []
        inner = _with(items[step] if step < len(items) else None, rest, value)
        return None if inner is None or step > len(items) else [*items[:step], inner, *items[step + 1 :]]
    return None


def _without(data: Data, path: Path) -> Data:
    step, rest = path[0], path[1:]
    left = _without(data[step], rest) if rest else None  # type: ignore[index]  # `value_at` found it
    keeps = left is not None and left not in ({}, [])
    if isinstance(data, dict):
        return {key: left if key == step else each for key, each in data.items() if keeps or key != step}  # type: ignore[misc]
    return [left if at == step else each for at, each in enumerate(data) if keeps or at != step]  # type: ignore[misc]
