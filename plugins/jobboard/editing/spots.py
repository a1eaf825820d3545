"""Where everything in front matter stands: YAML in, a tree of spots out.

The reader's tree has the line of a value (`source/yaml`), which is all that messages need. To change a value one must
know where it begins and ends, and how it is written. Only those who edit need that, so it is read from the parser's
marks here, once a file, and the tree that every build keeps stays small.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml
from msgspec import Struct

_KEEPS = re.compile(r"[|>][1-9]?\+")
_LINE_END = re.compile(r"(?:\r\n|\n|\r)?[ ]*\Z")


class ScalarSpot(Struct, frozen=True):
    """One value, between these characters; `style` is the sign it begins with: a quote, `|`, `>`, or nothing."""

    start: int
    end: int
    style: str


class ListSpot(Struct, frozen=True):
    """A list; of one that is not `is_flow`, written in brackets, each item begins with a hyphen at that column."""

    start: int
    end: int
    is_flow: bool
    column: int
    items: tuple[Spot, ...]


class EntrySpot(Struct, frozen=True):
    """`key: value`: where its key begins and ends, and where the value may begin, behind the colon; 0 without one."""

    key: str
    start: int
    key_end: int
    after_colon: int
    value: Spot


class FieldsSpot(Struct, frozen=True):
    """Fields; those not `is_flow`, written in braces, begin at that column of their lines."""

    start: int
    end: int
    is_flow: bool
    column: int
    entries: tuple[EntrySpot, ...]

    def entry(self, key: str) -> EntrySpot | None:
        """The entry of that key; of a key given twice the first, as the reader takes it."""
        return next((each for each in self.entries if each.key == key), None)


Spot = ScalarSpot | ListSpot | FieldsSpot


def spots_of(front_matter: str) -> Spot | None:
    """The spots of front matter as it stands in its file, whatever its line ends; None if it is empty.

    Raises yaml.YAMLError. The parser in Python is asked, whose marks count characters in every text.
    """
    events: Iterator[Any] = iter(yaml.parse(front_matter, Loader=yaml.SafeLoader))
    first = next((event for event in events if isinstance(event, yaml.NodeEvent)), None)
    return None if first is None else _spot(first, events, front_matter)


def scalars_in(spot: Spot) -> Iterator[tuple[int, int]]:
    """Where the texts below a spot begin and end, keys included."""
    if isinstance(spot, ScalarSpot):
        yield spot.start, spot.end
    elif isinstance(spot, ListSpot):
        for item in spot.items:
            yield from scalars_in(item)
    else:
        for entry in spot.entries:
            yield entry.start, entry.key_end
            yield from scalars_in(entry.value)


def _spot(event: Any, events: Iterator[Any], text: str) -> Spot:
    if isinstance(event, yaml.ScalarEvent):
        return _scalar(event, text)
    if isinstance(event, yaml.SequenceStartEvent):
        return _list(event, events, text)
    if isinstance(event, yaml.MappingStartEvent):
        return _fields(event, events, text)
    raise yaml.YAMLError(event)  # an alias, which the reader has refused


def _scalar(event: Any, text: str) -> ScalarSpot:
    start, end = event.start_mark.index, event.end_mark.index
    if event.style in ("|", ">"):  # its end is the start of a later line; of `|+` blank lines are a part
        block = text[start:end]
        end = start + len(_LINE_END.sub("", block) if _KEEPS.match(block) else block.rstrip())
    return ScalarSpot(start, end, event.style or "")


def _list(event: Any, events: Iterator[Any], text: str) -> ListSpot:
    items: list[Spot] = []
    for each in events:
        if isinstance(each, yaml.SequenceEndEvent):
            break
        items.append(_spot(each, events, text))
    end = each.end_mark.index if event.flow_style or not items else items[-1].end
    return ListSpot(event.start_mark.index, end, bool(event.flow_style), event.start_mark.column, tuple(items))


def _fields(event: Any, events: Iterator[Any], text: str) -> FieldsSpot:
    entries: list[EntrySpot] = []
    for each in events:
        if isinstance(each, yaml.MappingEndEvent):
            break
        key, value = each, _spot(next(events), events, text)
        start, key_end = key.start_mark.index, key.end_mark.index
        after_colon = text.find(":", key_end, value.start) + 1
        entries.append(EntrySpot(getattr(key, "value", ""), start, key_end, after_colon, value))
    end = each.end_mark.index if event.flow_style or not entries else entries[-1].value.end
    return FieldsSpot(event.start_mark.index, end, bool(event.flow_style), event.start_mark.column, tuple(entries))
