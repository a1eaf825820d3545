"""The frames of an AVIF file that moves: where their bytes are (ISO/IEC 14496-12, sections 8.6 and 8.7)."""

from __future__ import annotations

from jobboard.source.message import phrase
from jobboard.source.pictures.boxes import Box, boxes_in
from jobboard.source.pictures.bytes import Reader, TornError

_AVIF = phrase("the AVIF")
_MOST_FRAMES = 100_000


def spans_of_samples(out: bytearray, table: Box) -> list[tuple[int, int]]:
    """From which byte to which each frame goes."""
    boxes = {box.kind: box for box in boxes_in(out, table.content, table.end, _AVIF)}
    places = boxes.get(b"stco") or boxes.get(b"co64")
    if places is None or not {b"stsz", b"stsc"} <= boxes.keys():
        raise TornError(phrase("the AVIF does not say where its frames are"))
    sizes = _sizes(_reader(out, boxes[b"stsz"]))
    chunks = _numbers(_reader(out, places), 1, 4 if places.kind == b"stco" else 8)
    first = {run[0]: run[1] for run in _numbers(_reader(out, boxes[b"stsc"]), 3, 4)}
    spans, done, count = list[tuple[int, int]](), 0, 0
    for number, (chunk,) in enumerate(chunks, 1):
        at, count = chunk, first.get(number, count)
        for size in sizes[done : done + count]:
            spans.append((at, at + size))
            at += size
        done += count
    if done != len(sizes) or any(end > len(out) for _, end in spans):
        raise TornError(phrase("the AVIF names frames that it does not hold"))
    return spans


def _reader(out: bytearray, box: Box) -> Reader:
    reader = Reader(out, _AVIF, box.content, box.end)
    reader.take(4)
    return reader


def _sizes(reader: Reader) -> list[int]:
    same, count = reader.big(4), reader.big(4)
    if count > _MOST_FRAMES:
        raise TornError(phrase("the AVIF has more than %(most)s frames", most=_MOST_FRAMES))
    return [same] * count if same else [reader.big(4) for _ in range(count)]


def _numbers(reader: Reader, columns: int, size: int) -> list[tuple[int, ...]]:
    """The rows of a table that says first how many there are."""
    count = reader.big(4)
    if count > _MOST_FRAMES:
        raise TornError(phrase("the AVIF has more than %(most)s frames", most=_MOST_FRAMES))
    return [tuple(reader.big(size) for _ in range(columns)) for _ in range(count)]
