"""An item closed before its time, and opened again: what is written for it, by the declarations of its kind."""

from __future__ import annotations

from datetime import datetime, tzinfo

from jobboard.editing.change import FieldChange
from jobboard.editing.extending import ends_in, last_day
from jobboard.editing.item import UPDATED, ContentFile, moment_given, moment_in, no_such_field, stamp
from jobboard.editing.refusal import NotEditedError
from jobboard.editing.sheet import Data, data_of
from jobboard.model.common import Visibility
from jobboard.model.fields.field import FieldType, declarations
from jobboard.model.kinds import fields_holding
from jobboard.model.moments.moment import Moment
from jobboard.model.parts.closing import Because, Closed
from jobboard.source.message import Phrase, phrase
from jobboard.source.problem import Report
from jobboard.source.yaml.front_matter import parse_front_matter

_ON, _WAS, _STATUS = "on", "was", "status"


def closing(item: ContentFile, told: dict[str, Data], now: datetime, zone: tzinfo) -> list[FieldChange]:
    """Closed as `told` (on, because, note), from today where it names no day: one field. Raises NotEditedError.

    A kind that knows no reasons can be withdrawn: what that means for it stands in its declaration (`taken_down`).
    """
    names = fields_holding(Closed)[item.folder]
    if not names:
        return _taken_down(item, told, stamp(now, zone))
    if names[0] in item.said:
        raise NotEditedError(phrase("it is closed already; 'jobboard reopen %(id)s' takes that back", id=item.id))
    day = str(told.get(_ON) or stamp(now, zone, _days_of_reopening(item)))
    last, on = last_day(item), moment_given(day)
    if last and on.starts_at(zone) >= last[1].ends_at(ends_in(item, zone)):
        words = phrase("it is closed since %(day)s is over, and closing it after that would change nothing")
        raise NotEditedError(words(day=str(last[1])))
    return [FieldChange((names[0],), {_ON: day, **{name: each for name, each in told.items() if name != _ON}})]


def still_closed(item: ContentFile) -> Phrase | None:
    """What is to be said when the last day of an item moves that was closed before it; None of one that was not."""
    name = next((each for each in fields_holding(Closed)[item.folder] if each in item.said), "")
    return _STILL_CLOSED(field=name, id=item.id) if name else None


_STILL_CLOSED = phrase(
    "'%(field)s' stays in it, so that it is closed all the same; 'jobboard reopen %(id)s' takes that back"
)


def still_open(item: ContentFile, now: datetime, zone: tzinfo) -> Phrase | None:
    """What is to be said when a new round begins while the item waits for its last day; None where it does not."""
    last = last_day(item)
    if last is None or _passed(item, now, zone) or still_closed(item):
        return None
    words = phrase("its last day, %(day)s, is to come: 'jobboard extend %(id)s DATE' moves that, without a new file")
    return words(day=str(last[1]), id=item.id)


def reopening(item: ContentFile, day: str, now: datetime, zone: tzinfo) -> list[FieldChange]:
    """Open again from `day`, or else from today: what closed it is kept in the field for that. Raises NotEditedError.

    What was still to close it has closed nothing, and nothing is kept of it. Which field that was follows from the
    declarations: the one that says just what the record of it can keep.
    """
    name = _field_of_reopening(item)
    if not name:
        raise no_such_field(item, "reopened")
    closed = _field_kept_in(item, name)
    was = item.said.get(closed)
    if was is None or (isinstance(was, str) and was not in _was_in(item, name).schema.get("enum", ())):
        raise _not_closed(item, now, zone)
    if last := _passed(item, now, zone):
        words = phrase("its last day, %(day)s, is over; begin with 'jobboard extend %(id)s DATE'")
        raise NotEditedError(words(day=str(last), id=item.id))
    since = moment_in(was.get(_ON)) if isinstance(was, dict) else None
    if since is not None and since.starts_at(zone) > now:
        return [FieldChange((closed,), None)]
    on = str(moment_given(day)) if day else stamp(now, zone, [since])
    return [_one_more(item, name, {_ON: on, _WAS: was}), FieldChange((closed,), None)]


def _one_more(item: ContentFile, name: str, entry: Data) -> FieldChange:
    """A field that holds one or several, with another behind them."""
    found = item.said.get(name)
    if isinstance(found, list):
        return FieldChange((name, len(found)), entry)
    return FieldChange((name,), entry if found is None else [found, entry])


def _passed(item: ContentFile, now: datetime, zone: tzinfo) -> Moment | None:
    """The last day of an item, if it is over."""
    last = last_day(item)
    return last[1] if last and last[1].ends_at(ends_in(item, zone)) <= now else None


def _not_closed(item: ContentFile, now: datetime, zone: tzinfo) -> NotEditedError:
    if last := _passed(item, now, zone):
        words = phrase("it closed with its last day, %(day)s; 'jobboard extend %(id)s DATE' opens it again")
        return NotEditedError(words(day=str(last), id=item.id))
    return NotEditedError(phrase("nothing in it says that it was closed"))


def _field_of_reopening(item: ContentFile) -> str:
    """The field of a kind that keeps what was taken back: a record that says since when, and what it was."""
    for name, each in item.declared.items():
        parts = declarations(each.type.record) if each.type.record else {}
        if {_ON, _WAS} <= parts.keys():
            return name
    return ""


def _field_kept_in(item: ContentFile, name: str) -> str:
    """The field whose value `was` keeps: one with the same parts, or one that takes all the same words."""
    was = _was_in(item, name)
    parts = declarations(was.record).keys() if was.record else set()
    words = set(was.schema.get("enum", ()))
    for other, each in item.declared.items():
        inner = declarations(each.type.record).keys() if each.type.record else set()
        if (parts and inner == parts) or (words and words <= set(each.type.schema.get("enum", ()))):
            return other
    return ""


def _was_in(item: ContentFile, name: str) -> FieldType[object]:
    record = item.declared[name].type.record
    return declarations(record)[_WAS].type if record else item.declared[name].type


def _days_of_reopening(item: ContentFile) -> list[Moment | None]:
    """When it was opened again before, as far as it says."""
    found = item.said.get(_field_of_reopening(item))
    several = found if isinstance(found, list) else [found]
    return [moment_in(each.get(_ON)) for each in several if isinstance(each, dict)]


def _taken_down(item: ContentFile, told: dict[str, Data], today: str) -> list[FieldChange]:
    day = str(moment_given(str(told.get(_ON) or today)))
    line = item.kind.taken_down and item.kind.taken_down % {"today": day}
    tree = parse_front_matter(line, 1, Report(""))
    if not line or tree is None:
        raise no_such_field(item, "closed")
    if told["because"] != Because.WITHDRAWN:
        words = phrase("files of %(folder)s/ give no reason; --because withdrawn writes '%(line)s'")
        raise NotEditedError(words(folder=item.folder, line=line))
    changes = [FieldChange((entry.key,), data_of(entry.value)) for entry in tree.entries]
    if all(item.said.get(str(each.path[0])) == each.value for each in changes):
        raise NotEditedError(phrase("it is taken down already"))
    is_dated = any(each.value == day for each in changes) or UPDATED not in item.declared
    return changes if is_dated else [*changes, FieldChange((UPDATED,), day)]


def without_draft(item: ContentFile) -> list[FieldChange]:
    """No draft any more. Raises NotEditedError if it is none."""
    if item.text(_STATUS) != Visibility.DRAFT:
        raise NotEditedError(phrase("it is no draft"))
    return [FieldChange((_STATUS,), None)]
