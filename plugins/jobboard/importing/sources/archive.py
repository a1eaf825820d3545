"""A file that holds a source, packed or not, in; its bytes as they are unpacked out, within limits.

Nothing is written to disk, so no name in an archive can lead anywhere. An archive is opened if it holds one feed or
export; else the message says what to unpack.
"""

from __future__ import annotations

import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from typing import BinaryIO, cast

from jobboard.importing.sources.entry import ImportFailedError
from jobboard.source.problem import quoted

Opened = Callable[[], BinaryIO]
"""Opens a source at its beginning."""

MAX_MEMBERS = 20_000
MAX_RATIO = 250
"""So many times its size an export may grow; text grows five to thirty times, and an attack a thousand times."""

_SMALL = 5_000_000
"""Of what is unpacked to less than this nobody asks how it was packed."""

DAMAGE = (OSError, EOFError, ValueError, zlib.error, zipfile.BadZipFile, NotImplementedError)
"""What the readers of archives raise for one that is damaged, encrypted or packed in an unknown way."""

_SOURCES = re.compile(r".*\.(?:xml|wxr|rss|atom|rdf)", re.IGNORECASE)
_ROOT = re.compile(rb"<(?:\w+:)?(?:rss|feed|RDF)[\s>]")
_OTHERS = {
    b"7z\xbc\xaf\x27\x1c": "a 7z archive",
    b"Rar!\x1a\x07": "a RAR archive",
    b"BZh": "packed with bzip2",
    b"\xfd7zXZ\x00": "packed with xz",
    b"\x28\xb5\x2f\xfd": "packed with zstd",
    b"%PDF-": "a PDF",
    b"\xd0\xcf\x11\xe0": "a document of an office program",
}


@dataclass(frozen=True, slots=True)
class Packed:
    """A source in a file or archive: what messages call it, how large it is packed (0 if it is not), how it is opened.

    What must be closed with it goes on the stack.
    """

    name: str
    size: int
    opened: Callable[[ExitStack], BinaryIO]

    def within(self, limit: int) -> Opened:
        """Opens it so that more than `limit` bytes, or absurdly many for its size, raise ImportFailedError."""
        return lambda: cast("BinaryIO", io.BufferedReader(_Limited(self, limit)))


def unpacked(opened: Opened, name: str, size: int) -> Packed:
    """The source in a file: the file itself, or what a ZIP or gz holds. Raises ImportFailedError, and DAMAGE."""
    with opened() as file:
        beginning = file.read(8)
    if beginning.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _in_zip(opened, name)
    if beginning.startswith(b"\x1f\x8b"):
        return Packed(name, size, lambda stack: cast("BinaryIO", gzip.GzipFile(fileobj=stack.enter_context(opened()))))
    for mark, what in _OTHERS.items():
        if beginning.startswith(mark):
            raise ImportFailedError(f"{name} is {what}; unpack or export it, and import the XML file")
    return Packed(name, 0, lambda stack: stack.enter_context(opened()))


def _in_zip(opened: Opened, name: str) -> Packed:
    with opened() as file, zipfile.ZipFile(file) as archive:
        members = archive.infolist()
        if len(members) > MAX_MEMBERS:
            raise ImportFailedError(f"{name} holds more than {MAX_MEMBERS:,} files; unpack it, and import the export")
        likely = [each for each in members if _SOURCES.fullmatch(each.filename) and not _is_hidden(each.filename)]
        found = [each for each in likely if _is_source(archive, each)]
    if not found:
        raise ImportFailedError(
            f"{name} is an archive without a feed or export in it; unpack it, and import the XML file if there is one"
        )
    if len(found) > 1:
        shown = ", ".join(quoted(each.filename) for each in found[:5])
        more = f" and {len(found) - 5:,} more" if len(found) > 5 else ""
        raise ImportFailedError(f"{name} holds {len(found):,} exports: {shown}{more}; unpack it, and import each")
    member = found[0]
    shown = f"{name} ({quoted(member.filename)[1:-1]})"

    def open_member(stack: ExitStack) -> BinaryIO:
        archive = stack.enter_context(zipfile.ZipFile(stack.enter_context(opened())))
        return cast("BinaryIO", stack.enter_context(archive.open(member.filename)))

    return Packed(shown, member.compress_size, open_member)


def _is_hidden(path: str) -> bool:
    return path.startswith("__MACOSX/") or path.rsplit("/", 1)[-1].startswith(".")


def _is_source(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    if member.flag_bits & 1:
        raise ImportFailedError(f"{archive.filename or 'the archive'} is locked with a password; unpack it first")
    with archive.open(member) as file:
        beginning = file.read(64 * 1024)
    return _ROOT.search(beginning.replace(b"\x00", b"")) is not None


class _Limited(io.RawIOBase):
    """A stream that refuses to give more than it may."""

    def __init__(self, packed: Packed, limit: int) -> None:
        self._packed, self._limit, self._given = packed, limit, 0
        self._stack = ExitStack()
        self._stream = packed.opened(self._stack)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast("bytearray", buffer))
        data = self._stream.read(len(view))
        view[: len(data)] = data
        self._given += len(data)
        if self._given > self._limit:
            raise ImportFailedError(f"{self._packed.name} is larger than {self._limit // 1_000_000:,} MB")
        if self._packed.size and self._given > max(_SMALL, MAX_RATIO * self._packed.size):
            raise ImportFailedError(f"{self._packed.name} grows absurdly as it is unpacked; nothing is read of it")
        return len(data)

    def close(self) -> None:
        self._stack.close()
        super().close()
