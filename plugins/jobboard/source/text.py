"""Bytes to text: UTF-8 only, one kind of line end, no character that XML or a terminal would choke on."""

from __future__ import annotations

import re
import unicodedata

from jobboard.source.problem import Report

MAX_BYTES = 320 * 1024
"""Front matter (64 kB) and body (256 kB) together; a longer file is not even read."""

_OTHER_ENCODINGS = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_INVISIBLE = re.compile("[\u202a-\u202e\u2066-\u2069]")


def decode(data: bytes, report: Report) -> str | None:
    """Decode a file, accepting a byte order mark and CRLF; None if a problem was reported.

    The text is normalised to NFC, so that the same word always has the same bytes.
    """
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
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    return text if _is_printable(text, report) else None


def _is_printable(text: str, report: Report) -> bool:
    for pattern, name in ((_FORBIDDEN, "control character"), (_INVISIBLE, "invisible direction mark")):
        if found := pattern.search(text):
            line = text.count("\n", 0, found.start()) + 1
            report.problem(line, "", f"{name} U+{ord(found[0]):04X}", "delete it; it usually comes from copy and paste")
            return False
    return True
