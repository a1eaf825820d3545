"""The last day of an item moved: the new one, the one that held until then, and the day it was changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, tzinfo

from msgspec import Struct

from jobboard.board.status import to_zone
from jobboard.editing.change import FieldChange
from jobboard.editing.item import UPDATED, ContentFile, moment_given, moment_in, no_such_field, stamp
from jobboard.editing.refusal import NotEditedError
from jobboard.editing.sheet import Data
from jobboard.model.fields.field import declarations
from jobboard.model.fields.values import AOE
from jobboard.model.moments.moment import Moment
from jobboard.source.message import Phrase, phrase

_CHANGED = "changed"


class _Kept(Struct, frozen=True):
    """A field that holds a last day, and the one that keeps those it held before; empty where none does."""

    name: str
    earlier: str


def last_day(item: ContentFile) -> tuple[str, Moment] | None:
    """The field that says until when an item is listed, and what it says; None where nothing does."""
    found = _held(item)
    moment = found and moment_in(item.said.get(found.name))
    return (found.name, moment) if found and moment else None


def extending(item: ContentFile, to: str, now: datetime, zone: tzinfo) -> list[FieldChange]:
    """Another last day, with what it takes for readers and subscribers to be told. Raises NotEditedError.

    A day that had passed opens the item again, which is told, too. A day of review that had not is nobody's business:
    of such fields a kind has its first is the one that readers are shown.
    """
    held = _held(item)
    if held is None:
        raise _without_last_day(item)
    was, becomes = moment_given(item.text(held.name)), moment_given(to)
    if was == becomes:
        raise NotEditedError(phrase("%(field)s is %(day)s already", field=held.name, day=str(was)))
    if becomes.ends_at(ends_in(item, zone)) <= now:
        raise NotEditedError(phrase("%(day)s is over; give a day to come", day=to))
    has_passed = was.ends_at(ends_in(item, zone)) <= now
    changed = stamp(now, zone, [was] if has_passed else [])
    change = FieldChange((held.name,), to)
    if held.earlier and (has_passed or held == next(_kept_in(item))):
        return [change, *_kept_for_the_record(item, held, changed), *_updated(item, changed)]
    return [change, *(_updated(item, changed) if held.name == item.kind.leaves else [])]


def _without_last_day(item: ContentFile) -> NotEditedError:
    """The refusal for what has no last day that can be read: it says which words stand in its place."""
    name = next((each.name for each in _kept_in(item)), "")
    found = item.said.get(name)
    if found is None:
        return no_such_field(item, name or "deadline")
    told = (
        phrase("expected a date like 2026-03-31, found '%(text)s'", text=found)
        if isinstance(found, str)
        else phrase("expected a date like 2026-03-31; change it by hand")
    )
    return NotEditedError(Phrase("%(field)s: %(told)s", {"field": name, "told": told}))


def ends_in(item: ContentFile, zone: tzinfo) -> tzinfo:
    """The zone a last day is meant in: that of the item, or anywhere on Earth where it says so."""
    return to_zone(AOE) if item.text("timezone") == AOE else zone


def _held(item: ContentFile) -> _Kept | None:
    """The field whose day counts: the first that keeps its earlier ones and holds a moment, else that of the kind."""
    fields = item.said
    names = (item.kind.leaves, item.kind.taken_down.partition(":")[0])
    held = [*_kept_in(item), *(_Kept(name, "") for name in names)]
    return next((each for each in held if moment_in(fields.get(each.name))), None)


def _kept_in(item: ContentFile) -> Iterator[_Kept]:
    """Every field of a kind whose earlier values another keeps: a record of `changed` and of what it was."""
    for name, each in item.declared.items():
        parts = declarations(each.type.record) if each.type.record else {}
        was = next((part for part in parts if part in item.declared), "")
        if _CHANGED in parts and was:
            yield _Kept(was, name)


def _kept_for_the_record(item: ContentFile, held: _Kept, changed: str) -> list[FieldChange]:
    """The value that held until now, as one entry more. Of several, each has a day of its own."""
    entry: Data = {held.name: item.said[held.name], _CHANGED: changed}
    found = item.said.get(held.earlier)
    if found is None:
        return [FieldChange((held.earlier,), entry)]
    if isinstance(found, list) and len(found) > 1:
        return [FieldChange((held.earlier, len(found)), entry)]
    place = (held.earlier, 0) if isinstance(found, list) else (held.earlier,)
    dated = _with_its_day(found[0] if isinstance(found, list) else found, held, item.text(UPDATED))
    if isinstance(found, list):
        return [FieldChange(place, dated), FieldChange((held.earlier, 1), entry)]
    return [FieldChange(place, [dated, entry])]


def _with_its_day(entry: Data, held: _Kept, updated: str) -> Data:
    """A single earlier value, whose day was `updated` where it had none: that now becomes another."""
    parts = entry if isinstance(entry, dict) else {held.name: entry}
    return entry if _CHANGED in parts or not updated else {**parts, _CHANGED: updated}


def _updated(item: ContentFile, changed: str) -> list[FieldChange]:
    if UPDATED not in item.declared:
        return []
    before, after = moment_in(item.said.get(UPDATED)), moment_in(changed)
    is_later = before is not None and after is not None and before.day > after.day
    return [] if is_later else [FieldChange((UPDATED,), changed)]
