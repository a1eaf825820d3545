"""A planned output: where it goes, what it shows and all it depends on, how it becomes bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from msgspec import Struct

from jobboard.base.digest import digest_of

T = TypeVar("T")


class Format(Protocol):
    """How a view becomes bytes. `version` changes whenever the same view would give other bytes."""

    @property
    def version(self) -> str: ...

    def express(self, view: Any) -> bytes:
        """The bytes of `view`: a pure function."""
        ...


class Output(Struct, frozen=True, kw_only=True):
    """One file of the site. `path` is relative to the output folder.

    The view is `make(*inputs)` and sees nothing else, so the key of the inputs, the maker and the
    format names the bytes: two outputs with one key are equal.
    """

    path: str
    make: Callable[..., Any]
    inputs: tuple[Any, ...]
    format: Format

    @property
    def key(self) -> str:
        """The name of what this output will be, without making it."""
        make = self.make
        parts = [self.path, make.__module__, make.__qualname__, self.format.version, *map(output_digest, self.inputs)]
        return digest_of("\0".join(parts).encode())

    def express(self) -> bytes:
        """Make the view and express it."""
        return self.format.express(self.make(*self.inputs))


class Text(Struct, frozen=True):
    """The format of views that are text already. `stamp` is raised when a maker of such text changes."""

    stamp: str = "1"

    @property
    def version(self) -> str:
        return f"text-{self.stamp}"

    def express(self, view: str) -> bytes:
        return view.encode()


class Raw(Struct, frozen=True):
    """The format of views that are bytes already."""

    version: str = "raw-1"

    def express(self, view: bytes) -> bytes:
        return view


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunks(Generic[T]):
    """The view of a file that is long and changes little: `head`, a chunk for each item with `between` them, `tail`.

    An item comes with the key of its chunk, which names the chunk's bytes as an output's key names the file's: chunks
    of one file that have one key are equal. So whoever has the last file need not make all of them again.
    """

    head: bytes
    items: Iterable[tuple[str, T]]
    express: Callable[[T], bytes]
    between: bytes = b""
    tail: bytes = b""


class InChunks(Struct, frozen=True):
    """The format of views that are chunks. `stamp` is raised when a maker of such chunks changes."""

    stamp: str = "1"

    @property
    def version(self) -> str:
        return f"chunks-{self.stamp}"

    def express(self, view: Chunks[Any]) -> bytes:
        return view.head + view.between.join([view.express(item) for _, item in view.items]) + view.tail


def chunk_key(*parts: object) -> str:
    """The name of a chunk that is made of these inputs and nothing else."""
    return digest_of("\0".join(map(output_digest, parts)).encode())


def output_digest(value: Any) -> str:
    """A name for an input's content: its own `digest` where it has one, else what it consists of."""
    kind = type(value)
    if kind is str:
        return repr(value)
    if kind is tuple:  # and no named one, which may have a digest
        return f"({','.join(map(output_digest, value))})" if value else "()"
    own: str | None = getattr(value, "digest", None)
    return repr(value) if own is None else own


def digest_of_fields(record: Any) -> str:
    """The `digest` of a record that many outputs show, made once when the record is."""
    values = (getattr(record, name) for name in record.__slots__ if name != "digest")
    return digest_of(repr(tuple(values)).encode())
