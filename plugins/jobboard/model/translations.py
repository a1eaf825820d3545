"""A translation and its original: what the one takes from the other, and where they contradict each other.

What a field has to do with its original stands in its declaration (`Shared`, decision 37). Facts are the same in every
language, words are each text's own. `written` are the names of the fields that stand in the translation's file.
"""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Collection, Iterator
from typing import Any, TypeVar

from jobboard.model.common import Visibility
from jobboard.model.fields.field import Declaration, Shared, declarations
from jobboard.source.language.mentions import dates_in

R = TypeVar("R")

_FACTS = (Shared.SAME, Shared.DAYS, Shared.FIGURES)
_NOTHING = (None, ())


def completed(record: R, original: R, written: Collection[str]) -> R:
    """The translation with what it takes from its original."""
    taken = {
        name: _taken(getattr(record, name) if name in written else None, getattr(original, name), declaration)
        for name, declaration in _shared_in(record)
    }
    return dataclasses.replace(record, **taken)  # type: ignore[type-var]  # every declared record is a dataclass


def differences(record: object, original: object, written: Collection[str]) -> Iterator[str]:
    """The fields in which a translation contradicts its original, in dotted form (`contract.type`)."""
    for name, declaration in _shared_in(record):
        own, theirs = getattr(record, name), getattr(original, name)
        if name not in written or own in _NOTHING or _is_draft(own, theirs):
            continue
        parts = _facts_of(declaration)
        if theirs in _NOTHING or not parts:
            is_other = theirs in _NOTHING or not _agree(own, theirs, declaration.shared)
            yield from (name,) if is_other and declaration.shared in _FACTS else ()
        elif isinstance(own, tuple):
            yield from (f"{name}.{part}" for part, _ in parts if not _agree_on(own, theirs, part))
        else:
            yield from (f"{name}.{part}" for part, how in parts if _differ(own, theirs, part, how))


def _taken(own: Any, theirs: Any, declaration: Declaration) -> Any:
    """The value of a field: `own` is nothing where the translation leaves it out."""
    parts, how = _facts_of(declaration), declaration.shared
    if own in _NOTHING and how is Shared.FIGURES:
        return theirs if isinstance(theirs, int) else None  # its words are those of another language
    if own in _NOTHING:
        return None if _is_draft(theirs) else _without_words(theirs) if parts and how is Shared.SAME else theirs
    if parts and theirs not in _NOTHING:
        return _filled(own, theirs)
    return own if parts or how is not Shared.SAME or theirs in _NOTHING or _is_draft(own, theirs) else theirs


def _filled(own: Any, theirs: Any) -> Any:
    """Records with the parts they leave out; of several, those that stand for the same facts in the same order."""
    if isinstance(own, tuple):
        if len(own) != len(theirs):
            return own
        return tuple(map(_filled, own, theirs))
    parts = _shared_in(own)
    if any(_differ(own, theirs, name, part.shared) for name, part in parts if part.shared in _FACTS):
        return own
    left_out = {name: getattr(theirs, name) for name, _ in parts if getattr(own, name) in _NOTHING}
    return dataclasses.replace(own, **left_out)


def _without_words(record: Any) -> Any:
    """The facts of a record, or of each of several; nothing of one that has only words."""
    if record in _NOTHING:
        return record
    if isinstance(record, tuple):
        return tuple(map(_without_words, record))
    shared = dict(_shared_in(record))
    if all(getattr(record, name) in _NOTHING for name in shared):
        return None
    words = {each.name: None for each in dataclasses.fields(record) if each.name not in shared}
    return dataclasses.replace(record, **words)


def _agree(own: Any, theirs: Any, how: Shared) -> bool:
    if how is Shared.DAYS:
        return _name_the_same_days(own, theirs)
    if how is Shared.FIGURES:
        mine, others = (re.findall(r"\d+", str(each)) for each in (own, theirs))
        return not mine or not others or mine == others
    return set(own) == set(theirs) if isinstance(own, tuple) else bool(own == theirs)


def _differ(own: Any, theirs: Any, part: str, how: Shared) -> bool:
    mine, other = getattr(own, part), getattr(theirs, part)
    return mine not in _NOTHING and (other in _NOTHING or not _agree(mine, other, how))


def _agree_on(own: tuple[Any, ...], theirs: tuple[Any, ...], part: str) -> bool:
    """True if several records have the same in that part. What some leave out they have from the original."""
    mine, others = ({getattr(each, part) for each in records} for records in (own, theirs))
    return mine == others or (None in mine and mine - {None} <= others)


def _name_the_same_days(own: str, theirs: str) -> bool:
    """False if both texts name days, in whatever words, and one names a day that the other does not."""
    mine, others = dates_in(own), dates_in(theirs)
    if not mine or not others:
        return True
    return all(any(_is_same_day(each, other) for other in others) for each in mine)


def _is_same_day(one: str, other: str) -> bool:
    """Days as `2026-03-31`, or `03-31` where no year is named."""
    return one.endswith(other) or other.endswith(one)


def _is_draft(*values: object) -> bool:
    """What is not out yet says so by itself, the translation as well as the original."""
    return any(value == Visibility.DRAFT for value in values)


def _shared_in(record: object) -> tuple[tuple[str, Declaration], ...]:
    cls: type = type(record)
    return _shared_fields(cls)


@functools.cache
def _shared_fields(cls: type) -> tuple[tuple[str, Declaration], ...]:
    return tuple((name, each) for name, each in declarations(cls).items() if each.shared is not Shared.OWN)


def _facts_of(declaration: Declaration) -> tuple[tuple[str, Shared], ...]:
    """The parts of a record that are facts."""
    record = declaration.type.record
    shared = () if record is None else _shared_fields(record)
    return tuple((name, each.shared) for name, each in shared if each.shared in _FACTS)
