"""Times against the clocks of their zone: what these leave out, offsets that are not theirs, ranges read as offsets.

A field knows no zone; an item's is known only once its organisation is. So this is asked of the library.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime, timedelta, tzinfo
from typing import Any

from jobboard.board.checks import Item, Locator
from jobboard.board.site import Site
from jobboard.board.status import deadline_zone, to_zone
from jobboard.board.timing import Timed, time_posting, zone_of
from jobboard.board.translations import with_originals
from jobboard.model.fields.field import declarations
from jobboard.model.kinds import RECORDS
from jobboard.model.library import Library
from jobboard.model.moments.moment import Moment, jump_over
from jobboard.model.moments.not_a_moment import Side, range_hint
from jobboard.model.posting import Posting
from jobboard.source.content.document import Document
from jobboard.source.message import Phrase, message, phrase
from jobboard.source.problem import Level, Problem, quoted
from jobboard.source.yaml.tree import Mapping as MappingNode
from jobboard.source.yaml.tree import Node, Scalar, Sequence

RANGE_AS_OFFSET = message(
    "range-read-as-an-offset", "'-%(time)s' is read as an offset, by which it is %(moment)s in %(zone)s"
)
DAY_LEFT_OUT = message("day-left-out", "there is no %(moment)s in %(zone)s: its clocks leave out that day")
MINUTE_LEFT_OUT = message(
    "minute-left-out", "there is no %(moment)s in %(zone)s: its clocks go from %(before)s to %(after)s on that day"
)
OFFSET_OF_ANOTHER_ZONE = message(
    "offset-of-another-zone", "%(offset)s is not the offset of %(zone)s on that day, which is %(own)s"
)

_RANGE = re.compile(r"[0-9-]{10}(?P<joint>[ T])(?P<first>[0-9]{2}:[0-9]{2})-(?P<hour>[0-9]{2}):?(?P<minute>[0-9]{2})")
_NOWHERE = timedelta(hours=-12)
"""Where nobody lives: only AoE and `Etc/GMT+12` are that far behind."""

_TICK = timedelta(seconds=1)


def moments_of(record: Any, prefix: str = "") -> Iterator[tuple[str, Moment, Side]]:
    """Every moment a record holds, by its dotted field, with the side its field reads it from."""
    cls: type = type(record)
    declared = declarations(cls)
    for name in _holding(cls):
        value = getattr(record, name)
        several = value if isinstance(value, tuple) else () if value is None else (value,)
        for number, each in enumerate(several, 1):
            field = f"{prefix}{name}.{number}" if len(several) > 1 else f"{prefix}{name}"
            if isinstance(each, Moment):
                yield field, each, declared[name].type.side or Side.FIRST
            elif _is_record(each):
                yield from moments_of(each, f"{field}.")


def check_clocks(library: Library, timed: Iterable[Timed], site: Site, locator: Locator) -> Iterator[Problem]:
    """Minutes and days that the clocks of a zone leave out, and ranges that read like times with an offset.

    What a translation has from its original is told of there.
    """
    for item, zone_name in _with_zones(library, timed, library.changed, site):
        for field, moment, side in moments_of(item):
            name = _zone_of_field(item, side, zone_name)
            if moment.offset is None and not moment.is_missing(to_zone(name)):
                continue
            typed = typed_at(library.documents[item.path], field)
            if typed and (trouble := trouble_with(moment, typed, side, name)):
                yield locator.at(item, field, *trouble)


def trouble_with(moment: Moment, typed: str, side: Side, zone_name: str) -> tuple[Phrase, Phrase] | None:
    """What is wrong with a moment in that zone, and the way out: its clocks leave it out, or it is typed as a range."""
    zone = to_zone(zone_name)
    if moment.is_missing(zone):
        return _on_missing(moment, side, zone_name)
    found = _as_range(moment, typed.strip(), zone_name)
    if found is None:
        return None
    first, last = (f"{moment.day} {each}" for each in (found["first"], _last_of(found)))
    message = RANGE_AS_OFFSET(time=_last_of(found), moment=_local(moment, zone), zone=zone_name)
    return message, range_hint(side, first, last)


def advise_on_clocks(library: Library, site: Site, about: Collection[str] | None = None) -> Iterator[Problem]:
    """Offsets that are not those of the zone on that day. `Z` names UTC outright, so nothing is said of it.

    `about` are the files that are asked about; None for all.
    """
    locator, whole = Locator(library), with_originals(library)
    timed = (time_posting(posting, whole.organisations, site) for posting in whole.postings.at(about))
    everything = {folder: tuple(found.at(about)) for folder, found in whole.items.items()}
    for item, zone_name in _with_zones(whole, timed, everything, site):
        for field, moment, side in moments_of(item):
            name = _zone_of_field(item, side, zone_name)
            if moment.offset is None or _is_own(moment, to_zone(name)):
                continue
            typed = typed_at(library.documents[item.path], field).strip()
            if typed and not typed.endswith("Z"):
                yield locator.at(item, field, *_on_offset(moment, name), Level.ADVICE)


def typed_at(document: Document, field: str) -> str:
    """The text of a dotted field as its author typed it; empty if it holds more than a text."""
    node: Node | None = document.fields
    for part in field.split("."):
        if isinstance(node, MappingNode):
            node = node.value(part)
        elif isinstance(node, Sequence):
            at = int(part) - 1 if part.isdigit() else 0
            node = node.items[at] if at < len(node.items) else None
            if not part.isdigit() and isinstance(node, MappingNode):
                node = node.value(part)
    return node.text if isinstance(node, Scalar) else ""


@functools.cache
def _holding(record: type) -> tuple[str, ...]:
    """The fields of a record that may hold moments, be it in records of their own."""
    return tuple(
        name
        for name, each in declarations(record).items()
        if each.type.side is not None or (each.type.record is not None and _holding(each.type.record))
    )


def _is_record(value: object) -> bool:
    return hasattr(value, "__dataclass_fields__")


def _with_zones(
    library: Library, timed: Iterable[Timed], items: Mapping[str, Iterable[Item]], site: Site
) -> Iterator[tuple[Item, str]]:
    """Every item that holds moments, with its zone: these postings, and these others by folder."""
    for each in timed:
        yield library.postings[each.posting.id], each.zone
    for folder, found in items.items():
        if folder == "postings" or not _holding(RECORDS[folder]):
            continue
        for item in found:
            yield item, zone_of(item, library.organisations, site)


def _zone_of_field(item: Item, side: Side, zone_name: str) -> str:
    return deadline_zone(item, zone_name) if isinstance(item, Posting) and side is Side.LAST else zone_name


def _is_own(moment: Moment, zone: tzinfo) -> bool:
    return moment.starts_at(zone).astimezone(zone).utcoffset() == moment.offset


def _as_range(moment: Moment, typed: str, zone_name: str) -> re.Match[str] | None:
    """What is typed, if it reads like a range, `09:30-12:00` or `09:30-1200`, and no clock of the zone is off by it."""
    if moment.offset is None or moment.offset >= timedelta(0) or _is_own(moment, to_zone(zone_name)):
        return None
    found = _RANGE.fullmatch(typed)
    if found is None or _last_of(found) <= found["first"]:
        return None
    return found if found["joint"] == " " or moment.offset == _NOWHERE else None


def _last_of(found: re.Match[str]) -> str:
    """The end of a range, with its colon: people write `09:30-1200`, too."""
    return f"{found['hour']}:{found['minute']}"


def _on_missing(moment: Moment, side: Side, zone_name: str) -> tuple[Phrase, Phrase]:
    zone = to_zone(zone_name)
    if moment.time is None:
        other = moment.day + timedelta(days=-1 if side is Side.LAST else 1)
        return DAY_LEFT_OUT(moment=str(moment), zone=zone_name), phrase("write %(written)s", written=str(other))
    jump = jump_over(datetime.combine(moment.day, moment.time), zone)
    before, after = (jump - _TICK).astimezone(zone) + _TICK, jump.astimezone(zone)
    last = before - timedelta(minutes=1)
    message = MINUTE_LEFT_OUT(moment=str(moment), zone=zone_name, before=f"{before:%H:%M}", after=f"{after:%H:%M}")
    if side is Side.LAST:
        return message, phrase("write %(last)s, the last minute before", last=f"{last:%Y-%m-%d %H:%M}")
    return message, phrase("write %(written)s", written=f"{after:%Y-%m-%d %H:%M}")


def _on_offset(moment: Moment, zone_name: str) -> tuple[Phrase, Phrase]:
    zone = to_zone(zone_name)
    own = datetime.combine(moment.day, moment.time or datetime.min.time(), zone)
    there = moment.starts_at(zone).astimezone(zone)
    message = OFFSET_OF_ANOTHER_ZONE(
        offset=_offset_words(moment.offset), zone=zone_name, own=_offset_words(own.utcoffset())
    )
    return message, (
        phrase(
            "write %(moment)s for the clocks there; as it stands it is %(there)s there",
            moment=quoted(str(moment)),
            there=f"{there:%Y-%m-%d %H:%M}",
        )
    )


def _offset_words(offset: timedelta | None) -> str:
    minutes = round((offset or timedelta(0)).total_seconds() / 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _local(moment: Moment, zone: tzinfo) -> str:
    return f"{moment.starts_at(zone).astimezone(zone):%Y-%m-%d %H:%M}"
