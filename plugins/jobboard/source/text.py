"""Bytes to text: UTF-8 only, one kind of line end, no character that XML or a terminal would choke on."""

from __future__ import annotations

import re
import unicodedata

from jobboard.source.problem import Report

MAX_BYTES = 320 * 1024
"""Front matter (64 kB) and body (256 kB) together; a longer file is not even read."""

DELETE = "delete it; it usually comes from copy and paste"
"""The way out of `trouble_in`."""

_OTHER_ENCODINGS = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))
_CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff"
_DIRECTION = "\u202a-\u202e\u2066-\u2069"
_PLAIN = bytes(range(0x20, 0x7F)) + b"\n\t"
"""Bytes of characters that may be in a file. Most files in English have no others, and that is quickly seen."""

_FORBIDDEN = re.compile(f"[{_CONTROL}{_DIRECTION}]")
_INVISIBLE = re.compile(f"[{_DIRECTION}]")


def decode(data: bytes, report: Report) -> str | None:
    """Decode a file, accepting a byte order mark; None if a problem was reported."""
    for mark, name in _OTHER_ENCODINGS:
        if data.startswith(mark):
            report.problem(1, "", f"the file is written in {name}", "save it as UTF-8")
            return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        report.problem(line, "", f"byte 0x{data[error.start]:02x} is not UTF-8", "save the file as UTF-8")
        return None
    text = normal(text)
    if data.translate(None, _PLAIN) and (found := _FORBIDDEN.search(text)):
        report.problem(text.count("\n", 0, found.start()) + 1, "", _name(found[0]), DELETE)
        return None
    return text


def normal(text: str) -> str:
    """The text with one kind of line end and accents in one form (NFC), so that the same word has the same bytes."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def trouble_in(text: str) -> str:
    """The name of the first character that no file may hold, empty if there is none."""
    found = None if text.isprintable() else _FORBIDDEN.search(text)
    return _name(found[0]) if found else ""


def printable(text: str, instead: str = "") -> str:
    """`text` without the characters that no file may hold, or with something else in their place."""
    return text if text.isprintable() else _FORBIDDEN.sub(instead, text)


def _name(character: str) -> str:
    kind = "invisible direction mark" if _INVISIBLE.match(character) else "control character"
    return f"{kind} U+{ord(character):04X}"
