"""Units of an AV1 stream that hold no pixels: padding, and messages for whom it may concern (AV1, section 5.3)."""

from __future__ import annotations

_MESSAGE, _PADDING = 5, 15
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


def _size(out: bytearray, at: int, end: int) -> tuple[int, int]:
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
