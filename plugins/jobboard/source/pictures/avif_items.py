"""The items of an AVIF file: which of them make up the picture, and where their bytes are (ISO/IEC 14496-12, 8.11)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from jobboard.source.message import phrase
from jobboard.source.pictures.boxes import FREE, Box, boxes_in
from jobboard.source.pictures.bytes import Reader, TornError

ByteSpan = tuple[int, int]
"""From one byte of the file up to another."""

_AVIF = phrase("the AVIF")
_PICTURES = (b"av01", b"grid", b"iovl", b"iden")
_IN_THE_FILE, _IN_THE_TABLE = 0, 1


def spans_of_items(out: bytearray, meta: Box) -> list[ByteSpan]:
    """Where the bytes of the picture are. Items that are no part of it lose name, kind and what the table holds."""
    boxes = {box.kind: box for box in boxes_in(out, meta.content + 4, meta.end, _AVIF)}
    if not {b"pitm", b"iloc", b"iinf"} <= boxes.keys():
        raise TornError(phrase("the AVIF does not say where its picture is"))
    kinds = _kinds(out, boxes[b"iinf"])
    needed = _needed(out, boxes, {id_ for id_, (kind, _) in kinds.items() if kind in _PICTURES})
    for id_, (_, entry) in kinds.items():
        _tidy_entry(out, entry, is_needed=id_ in needed)
    spans = [span for _, span in _spans(out, boxes, needed)]
    if (table := boxes.get(b"idat")) is not None:
        _keep_only(out, table, spans)
    return [span for span in spans if table is None or not table.content <= span[0] < table.end]


def streams_of_items(out: bytearray, meta: Box) -> Iterator[bytes]:
    """The bytes of each item that is a picture, wherever its parts lie."""
    boxes = {box.kind: box for box in boxes_in(out, meta.content + 4, meta.end, _AVIF)}
    coded = {id_ for id_, (kind, _) in _kinds(out, boxes[b"iinf"]).items() if kind == b"av01"}
    streams: defaultdict[int, bytes] = defaultdict(bytes)
    for id_, (start, end) in _spans(out, boxes, coded):
        streams[id_] += out[start:end]
    yield from streams.values()


def _kinds(out: bytearray, table: Box) -> dict[int, tuple[bytes, Box]]:
    """The kind of every item, with the entry that says so, by its number."""
    kinds = {}
    for entry in boxes_in(out, table.content + (6 if out[table.content] == 0 else 8), table.end, _AVIF):
        if entry.kind != b"infe":
            continue
        reader = Reader(out, _AVIF, entry.content, entry.end)
        version = reader.big(4) >> 24
        if version not in (2, 3):
            raise TornError(phrase("the AVIF describes its parts in a way that is not understood"))
        id_ = reader.big(2 if version == 2 else 4)
        reader.take(2)
        kinds[id_] = (reader.take(4), entry)
    return kinds


def _tidy_entry(out: bytearray, entry: Box, *, is_needed: bool) -> None:
    at = entry.content + (8 if out[entry.content] == 2 else 10)
    if not is_needed:
        out[at : at + 4] = FREE
    out[at + 4 : entry.end] = bytes(entry.end - at - 4)


def _needed(out: bytearray, boxes: Mapping[bytes, Box], pictures: Iterable[int]) -> set[int]:
    """The picture itself, what it is put together from, and the transparency of those."""
    reader = Reader(out, _AVIF, boxes[b"pitm"].content, boxes[b"pitm"].end)
    main = reader.big(2 if reader.big(4) >> 24 == 0 else 4)
    if main not in (known := set(pictures)):
        raise TornError(phrase("the AVIF does not say where its picture is"))
    parts = _parts(out, boxes[b"iref"]) if b"iref" in boxes else {}
    needed, found = {main}, [main]
    while found:
        new = known & parts.get(found.pop(), set()) - needed
        needed |= new
        found += new
    return needed


def _parts(out: bytearray, table: Box) -> dict[int, set[int]]:
    """By the number of an item, those it is put together from and its transparency."""
    size = 4 if out[table.content] else 2
    parts: defaultdict[int, set[int]] = defaultdict(set)
    for box in boxes_in(out, table.content + 4, table.end, _AVIF):
        reader = Reader(out, _AVIF, box.content, box.end)
        from_, count = reader.big(size), reader.big(2)
        to = [reader.big(size) for _ in range(count)]
        if reader.left:
            raise reader.stray()
        if box.kind == b"dimg":
            parts[from_].update(to)
        elif box.kind == b"auxl":
            for each in to:
                parts[each].add(from_)
    return parts


def _spans(out: bytearray, boxes: Mapping[bytes, Box], needed: set[int]) -> list[tuple[int, ByteSpan]]:
    """Where the bytes of the needed items are in the file, with the number of each."""
    reader = Reader(out, _AVIF, boxes[b"iloc"].content, boxes[b"iloc"].end)
    version = reader.big(4) >> 24
    sizes = reader.big(2)
    offset, length, base, index = sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15, sizes & 15 if version else 0
    spans = []
    for _ in range(reader.big(2 if version < 2 else 4)):
        id_ = reader.big(2 if version < 2 else 4)
        method = reader.big(2) & 15 if version else _IN_THE_FILE
        reader.take(2)
        origin = reader.big(base) + _origin(method, boxes)
        for _ in range(reader.big(2)):
            reader.take(index)
            start, count = origin + reader.big(offset), reader.big(length)
            if id_ in needed:
                spans.append((id_, (start, start + count)))
    if reader.left or any(start == end or end > len(out) for _, (start, end) in spans):
        raise TornError(phrase("the AVIF names parts of itself that it does not hold"))
    return spans


def _origin(method: int, boxes: Mapping[bytes, Box]) -> int:
    if method == _IN_THE_TABLE and b"idat" in boxes:
        return boxes[b"idat"].content
    if method != _IN_THE_FILE:
        raise TornError(phrase("the AVIF keeps its parts in a way that is not understood"))
    return 0


def _keep_only(out: bytearray, table: Box, spans: list[ByteSpan]) -> None:
    kept = bytearray(len(out[table.content : table.end]))
    for start, end in spans:
        if table.content <= start and end <= table.end:
            kept[start - table.content : end - table.content] = out[start:end]
    out[table.content : table.end] = kept
