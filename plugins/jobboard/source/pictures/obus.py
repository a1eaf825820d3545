"""Units of an AV1 stream (AV1, section 5.3): those that hold no pixels, and how large the others say they may be."""

from __future__ import annotations

from collections.abc import Iterator

_SEQUENCE, _MESSAGE, _PADDING = 1, 5, 15
_HAS_EXTENSION, _HAS_SIZE = 0b100, 0b010
_COLOUR_MESSAGES = (1, 2)
"""How bright a picture is meant to be (AV1, section 6.7.2)."""


def silenced(out: bytearray, start: int, end: int) -> None:
    """Turns messages into padding, and wipes what is in it. A stream without sizes is one unit, and left alone."""
    at = start
    while at < end and out[at] & _HAS_SIZE:
        content = at + (2 if out[at] & _HAS_EXTENSION else 1)
        size, content = _size(out, content, end)
        kind = out[at] >> 3 & 15
        if content + size > end:
            return
        if kind == _PADDING or (kind == _MESSAGE and size and out[content] not in _COLOUR_MESSAGES):
            out[at] = out[at] & 0b1000_0111 | _PADDING << 3
            out[content : content + size] = (bytes(size - 1) + b"\x80") if size else b""
        at = content + size


def sizes_in_stream(stream: bytes) -> Iterator[tuple[int, int]]:
    """The most that frames may have, wherever the stream says it: no frame can be larger (AV1, section 5.5)."""
    at = 0
    while at < len(stream):
        content = at + (2 if stream[at] & _HAS_EXTENSION else 1)
        kind, size = stream[at] >> 3 & 15, len(stream) - content
        if stream[at] & _HAS_SIZE:
            size, content = _size(stream, content, len(stream))
        if kind == _SEQUENCE:
            yield _largest(_Bits(stream[content : content + size]))
        at = content + size


class _Bits:
    """Takes numbers of so many bits off a header; bits that are not there are zero."""

    def __init__(self, header: bytes) -> None:
        self._number, self._left = int.from_bytes(header, "big"), len(header) * 8

    def take(self, count: int) -> int:
        """The next number."""
        self._left -= count
        found = self._number >> self._left if self._left >= 0 else 0
        return found & (1 << count) - 1


def _largest(bits: _Bits) -> tuple[int, int]:
    """Width and height at most, behind what a sequence header says of profiles, clocks and operating points."""
    bits.take(4)
    if bits.take(1):  # one picture in short
        bits.take(5)
    else:
        _skip_clocks_and_points(bits)
    wide, high = bits.take(4) + 1, bits.take(4) + 1
    return bits.take(wide) + 1, bits.take(high) + 1


def _skip_clocks_and_points(bits: _Bits) -> None:
    delay = 0
    if bits.take(1):
        bits.take(64)
        if bits.take(1):
            _skip_counted_zeros(bits)
        if bits.take(1):
            delay = bits.take(5) + 1
            bits.take(42)
    has_display_delay = bits.take(1)
    for _ in range(bits.take(5) + 1):
        bits.take(12)
        if bits.take(5) > 7:
            bits.take(1)
        if delay and bits.take(1):
            bits.take(2 * delay + 1)
        if has_display_delay and bits.take(1):
            bits.take(4)


def _skip_counted_zeros(bits: _Bits) -> None:
    """A number behind as many zeros as it has bits (AV1, section 4.10.3)."""
    zeros = 0
    while zeros < 32 and not bits.take(1):
        zeros += 1
    if zeros < 32:
        bits.take(zeros)


def _size(out: bytearray | bytes, at: int, end: int) -> tuple[int, int]:
    """A number in groups of seven bits, the lowest first, and where it ends."""
    size = 0
    for shift in range(0, 56, 7):
        if at >= end:
            break
        size |= (out[at] & 0x7F) << shift
        at += 1
        if not out[at - 1] & 0x80:
            break
    return size, at
