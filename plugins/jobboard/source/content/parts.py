"""A file's parts as text: what is left of it once it was read, in the form the cache keeps.

Plain JSON and HTML, so that it can be stored, sent between processes, and never executed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from msgspec import Raw, Struct
from msgspec.json import Decoder, Encoder
from msgspec.structs import replace

from jobboard.base.digest import digest_of
from jobboard.source.content.document import Document, parse_parts
from jobboard.source.lazy import Lazy
from jobboard.source.markdown.convert import Engine
from jobboard.source.markdown.kept import Body, Outline
from jobboard.source.problem import Problem, Report
from jobboard.source.yaml.tree import Mapping

Column = Literal["head", "html"]


class Parts(Struct, frozen=True):
    """The parts of the file with these bytes, to be fetched: what stands above its HTML, and that."""

    digest: str
    fetch: Callable[[Column], str]


class _Head(Struct, frozen=True, array_like=True):
    """All of a file but its HTML, each part text still, since who asks for one seldom needs another: what was said
    of it (of no path yet), the outline of its body, and its fields; None where they cannot be read."""

    problems: Raw
    outline: Raw
    fields: Raw

    @property
    def is_readable(self) -> bool:
        return bytes(self.fields) != b"null"


_ENCODER = Encoder()
_HEAD = Decoder(_Head)
_PROBLEMS = Decoder(tuple[Problem, ...])
_OUTLINE = Decoder(Outline)
_FIELDS = Decoder(Mapping)


def make_parts(data: bytes, engine: Engine = Engine.MARKDOWN) -> Parts:
    """Read a file's bytes: fields, body and problems (whose path is filled in by `to_document`)."""
    return read_parts(data, engine)[0]


def read_parts(data: bytes, engine: Engine) -> tuple[Parts, Mapping | None]:
    """The same, beside the fields as they are before they become text: None where they cannot be read."""
    report = Report("")
    found = parse_parts(data, report, engine)
    fields, body = found or (None, Body.of(""))
    head = _Head(*(Raw(_ENCODER.encode(part)) for part in (tuple(report), body.outline.value, fields)))
    return stored_parts(digest_of(data), _ENCODER.encode(head).decode(), body.html), fields


def stored_parts(digest: str, head: str, html: str) -> Parts:
    """Parts whose every text is in memory."""
    texts = {"head": head, "html": html}
    return Parts(digest, texts.__getitem__)


def to_document(path: str, parts: Parts, report: Report) -> Document | None:
    """The document at `path`; None where its fields cannot be read. Its problems go to `report`."""
    head = _head_of(parts)
    report.problems += [replace(each, path=path) for each in _PROBLEMS.decode(head.problems)]
    return _document(path, parts) if head.is_readable else None


def to_unchanged_document(path: str, parts: Parts) -> Document:
    """The same for a file that was found to be without problems before: nothing of it is looked at yet."""
    return _document(path, parts)


def _document(path: str, parts: Parts) -> Document:
    outline = Lazy(lambda: _OUTLINE.decode(_head_of(parts).outline))
    fields = Lazy(lambda: _FIELDS.decode(_head_of(parts).fields))
    return Document(path, parts.digest, fields, Body(lambda: parts.fetch("html"), outline))


def _head_of(parts: Parts) -> _Head:
    return _HEAD.decode(parts.fetch("head"))
