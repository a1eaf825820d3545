"""The bytes of an XML source in, well-formed UTF-8 out as a stream, and notes on what could not stay as it was.

Exports of real sites hold what XML forbids: control characters, bytes of another encoding than the one they declare,
names of HTML's entities, a bare `&`. None of them says anything an author wrote, or is a reason to refuse the rest.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Callable, Iterator
from html import escape
from html.entities import html5
from typing import BinaryIO

from jobboard.source.problem import quoted

CHUNK = 256 * 1024
_BEGINNING = 4096
"""By so many bytes an encoding declares itself."""

_WITHOUT_SPACE = 8 * 1024 * 1024
"""A piece ends at a space, so that no reference or mark is cut in two; at this length it ends anyway."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = (
    (b"<\x00\x00\x00", "utf-32-le"),
    (b"\x00\x00\x00<", "utf-32-be"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
)
_DECLARED = re.compile(rb"""<\?xml\s[^>]*?encoding\s*=\s*["']\s*([A-Za-z0-9._:-]+)""")
_DECLARATION = re.compile(r"<\?xml\s[^>]*\?>")
_ROOT = re.compile(r"<[A-Za-z_]")
_LATIN = frozenset({"iso8859-1", "ascii", "cp1252"})
"""Encodings that people declare for texts of Windows, which browsers read as such, too."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_C1 = re.compile("[\x80-\x9f]")
_OPENING = re.compile(r"<!\[CDATA\[|<!--")
_REFERENCE = re.compile(r"&(?:#([0-9]{1,9}|[xX][0-9a-fA-F]{1,8});|([A-Za-z][A-Za-z0-9]{0,31});)?")
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})


class Cleaned:
    """A source as lxml may read it: `read(size)` gives bytes, `notes` tells what was mended once all is read."""

    def __init__(self, opened: Callable[[], BinaryIO]) -> None:
        """`opened` opens the source at its beginning; it is asked again where its encoding must be found out."""
        self._told = ""
        self._mended: Counter[str] = Counter()
        self._before = ""
        self._ending = ""
        self._ready = b""
        self._chunks = self._clean(opened)

    def read(self, size: int = CHUNK) -> bytes:
        """The next bytes, at most `size` of them; none at the end."""
        while not self._ready and (chunk := next(self._chunks, None)) is not None:
            self._ready = chunk  # may be empty without being the last
        given, self._ready = self._ready[:size], self._ready[size:]
        return given

    def beginning(self, size: int) -> str:
        """The first `size` bytes as text; what is read so is not read again."""
        found = b""
        while len(found) < size and (part := self.read(size - len(found))):
            found += part
        return found.decode("utf-8", "ignore")

    @property
    def notes(self) -> tuple[str, ...]:
        """What was mended, counted."""
        before = f"left out: what stands before the XML: {quoted(self._before, 200)}" if self._before else ""
        counted = (f"{what}: {count:,}" for what, count in self._mended.items())
        return tuple(filter(None, (before, self._told, *counted)))

    def _clean(self, opened: Callable[[], BinaryIO]) -> Iterator[bytes]:
        texts = self._texts(opened)
        text = self._without_prolog(next(texts, ""))
        for more in texts:
            end = max(text.rfind(" "), text.rfind("\n")) + 1
            end = len(text) if not end and len(text) > _WITHOUT_SPACE else end
            yield self._mend(text[:end]).encode()
            text = text[end:] + more
        yield self._mend(text).encode()

    def _texts(self, opened: Callable[[], BinaryIO]) -> Iterator[str]:
        """The text of the source, decoded, a chunk at a time."""
        with opened() as file:
            data = file.read(max(CHUNK, _BEGINNING))
            encoding, skipped = self._encoding(data[:_BEGINNING], opened)
            decoder = codecs.getincrementaldecoder(encoding)()
            data = data[skipped:]
            while data:
                yield self._decode(decoder, data, encoding)
                data = file.read(CHUNK)
            yield self._decode(decoder, b"", encoding, is_last=True)

    def _decode(self, decoder: codecs.IncrementalDecoder, data: bytes, encoding: str, *, is_last: bool = False) -> str:
        """Text of `data`; bytes that are none in their encoding are read as those of Windows."""
        found = []
        while True:
            try:
                found.append(decoder.decode(data, is_last))
                return "".join(found)
            except UnicodeDecodeError as error:
                rest = bytes(error.object)
                found.append(rest[: error.start].decode(encoding, "replace"))
                found.append(rest[error.start : error.end].decode("cp1252", "ignore"))
                self._mended[f"read as Windows-1252: bytes that are not {encoding.upper()}; look at their words"] += 1
                decoder.reset()
                data = rest[error.end :]

    def _encoding(self, beginning: bytes, opened: Callable[[], BinaryIO]) -> tuple[str, int]:
        """The encoding of the source, and how many bytes its mark takes."""
        for mark, name in _MARKS:
            if beginning.startswith(mark):
                return name, len(mark)
        for start, name in _WIDE:
            if beginning.startswith(start):
                return name, 0
        found = _DECLARED.search(beginning)
        declared = found[1].decode("ascii") if found else "utf-8"
        try:
            name = codecs.lookup(declared).name
            b"".decode(name)
        except (LookupError, ValueError):
            name = ""
        if name == "utf-8":
            return name, 0
        if not name or name.startswith(("utf-16", "utf-32")) or _is_utf8(opened):
            self._told = f"read as UTF-8: the source says that it is {declared}, and is not"
            return "utf-8", 0
        return "cp1252" if name in _LATIN else name, 0

    def _without_prolog(self, text: str) -> str:
        """The text without XML declarations, which name the encoding it had, and without what stands before it."""
        start = text.find("<")
        if start < 0:
            return text
        self._before = " ".join(text[:start].replace("\ufeff", "").split())
        lines, text = "\n" * text.count("\n", 0, start), text[start:]
        root = _ROOT.search(text)
        end = root.start() if root else len(text)
        return lines + _DECLARATION.sub(lambda found: "\n" * found[0].count("\n"), text[:end]) + text[end:]

    def _mend(self, text: str) -> str:
        """A piece of the text with every character XML allows, and no other."""
        text, dropped = _FORBIDDEN.subn("", text)
        if dropped:
            self._mended["dropped: control characters, which mean nothing"] += dropped
        if _C1.search(text):
            text = _C1.sub(lambda found: _of_windows(ord(found[0])), text)
        done: list[str] = []
        at = 0
        while at < len(text):
            if self._ending:
                end = text.find(self._ending, at)
                stop = len(text) if end < 0 else end + len(self._ending)
                done.append(text[at:stop])
                self._ending = self._ending if end < 0 else ""
            else:
                opening = _OPENING.search(text, at)
                stop = opening.end() if opening else len(text)
                done.append(_REFERENCE.sub(self._resolve, text[at:stop]))
                self._ending = "" if opening is None else "]]>" if opening[0].startswith("<![") else "-->"
            at = stop
        return "".join(done)

    def _resolve(self, found: re.Match[str]) -> str:
        number, name = found[1], found[2]
        if number:
            return self._character(found[0], int(f"0{number}", 16) if number[0] in "xX" else int(number))
        if not name:
            self._mended["taken for letters: a bare '&'"] += 1
            return f"&amp;{found[0][1:]}"
        if name in _OF_XML:
            return found[0]
        if (meant := html5.get(f"{name};")) is not None:
            return escape(meant)
        self._mended["taken for letters: entities of its own"] += 1
        return f"&amp;{name};"

    def _character(self, typed: str, code: int) -> str:
        if 0x80 <= code <= 0x9F:
            return _of_windows(code)
        if code > 0x10FFFF or _FORBIDDEN.match(chr(code)):
            self._mended["dropped: control characters, which mean nothing"] += 1
            return ""
        return typed


def _of_windows(code: int) -> str:
    """The character that a number of an unused control character means in practice, as browsers read it."""
    return bytes([code]).decode("cp1252", "ignore")


def _is_utf8(opened: Callable[[], BinaryIO]) -> bool:
    """True if a whole source is UTF-8, and not only ASCII: by chance nothing is."""
    decoder, is_ascii = codecs.getincrementaldecoder("utf-8")(), True
    with opened() as file:
        while data := file.read(CHUNK):
            is_ascii = is_ascii and data.isascii()
            try:
                decoder.decode(data)
            except UnicodeDecodeError:
                return False
    return not is_ascii
