"""Files in chunks: those that are still in the file as it was are taken from there, and only the others are made.

For each such file an index in the cache says where in it each chunk is. It is believed of a file that has the digest
it had when the index was made, as the ledger or a look at its bytes tells (`on_disk.py`), and of no other. A lost or
spoiled index costs time, nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from msgspec import MsgspecError, Struct, json

from jobboard.base.digest import digest_of
from jobboard.engine.ledger import Written
from jobboard.engine.output import Chunks, InChunks, Output
from jobboard.engine.state import read_own, replace_bytes, sealed, unsealed

_Index = tuple[str, str, list[tuple[str, int, int]]]
"""The version, the digest of the file, and of each chunk its key, where it starts and where it ends."""


class Indexes(Struct, frozen=True):
    """Those of an output folder, kept beside its ledger. What another `version` of the code made is not used.

    An index is sealed with `key`.
    """

    output: Path
    ledger: Path
    version: str
    key: bytes = b""

    def express(self, planned: Output, on_disk: Written | None) -> tuple[bytes | bytearray, str]:
        """The bytes of an output and their digest, with as little made anew as possible; `on_disk` is its file."""
        if not isinstance(planned.format, InChunks):
            made = planned.express()
            return made, digest_of(made)
        known = self._known(planned.path, on_disk) if on_disk else {}
        data, places = _join(planned.make(*planned.inputs), known)
        digest = digest_of(data)
        stored = json.encode((self.version, digest, places))
        with suppress(OSError):
            index = self._index_of(planned.path)
            index.parent.mkdir(parents=True, exist_ok=True)
            replace_bytes(index, sealed(stored, self.key))
        return data, digest

    def forget(self, path: str) -> None:
        """Remove the index of an output that is no more, if it had one."""
        with suppress(OSError):
            self._index_of(path).unlink()

    def _known(self, path: str, on_disk: Written) -> Mapping[str, memoryview]:
        """The chunks in the file as it is, by key."""
        try:
            stored = unsealed(read_own(self._index_of(path)), self.key)
            version, digest, places = json.decode(stored or b"", type=_Index)
            data = read_own(self.output / path)
        except (OSError, MsgspecError, ValueError, RecursionError):
            return {}
        if (version, digest, len(data)) != (self.version, on_disk.digest, on_disk.size):
            return {}
        whole = memoryview(data)
        return {key: whole[start:end] for key, start, end in places}

    def _index_of(self, path: str) -> Path:
        name = digest_of(path.encode(), 8)
        return self.ledger.with_name(f"chunks-{self.ledger.stem}-{name}.json")


def _join(view: Chunks[Any], known: Mapping[str, memoryview]) -> tuple[bytearray, list[tuple[str, int, int]]]:
    """The file, and of each chunk its key, where it starts and where it ends."""
    data = bytearray(view.head)
    places: list[tuple[str, int, int]] = []
    for key, item in view.items:
        if places:
            data += view.between
        start, chunk = len(data), known.get(key)
        data += view.express(item) if chunk is None else chunk
        places.append((key, start, len(data)))
    data += view.tail
    return data, places
