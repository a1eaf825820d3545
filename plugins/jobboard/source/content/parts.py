"""A file's parts as text: what is left of it once it was read, in the form the cache keeps.

Plain JSON and HTML, so that it can be stored, sent between processes, and never executed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from msgspec import Struct, json

from jobboard.source.content.document import Document, parse_parts
from jobboard.source.digest import digest_of
from jobboard.source.language.mention import About, Mention
from jobboard.source.lazy import Lazy
from jobboard.source.markdown.convert import Engine
from jobboard.source.markdown.kept import Body, Outline, Reference, Said
from jobboard.source.problem import Level, Problem, Report
from jobboard.source.yaml.tree import Entry, Mapping, Node, Scalar, Sequence

Column = Literal["summary", "fields", "html"]


class Parts(Struct, frozen=True):
    """The parts of the file with these bytes, to be fetched: a short summary, its fields, its HTML."""

    digest: str
    fetch: Callable[[Column], str]


def make_parts(data: bytes, engine: Engine = Engine.MARKDOWN) -> Parts:
    """Read a file's bytes: fields, body and problems (whose path is filled in by `to_document`)."""
    return read_parts(data, engine)[0]


def read_parts(data: bytes, engine: Engine) -> tuple[Parts, Mapping | None]:
    """The same, beside the fields as they are before they become text: None where they cannot be read."""
    report = Report("")
    found = parse_parts(data, report, engine)
    fields, body = found or (None, Body.of(""))
    summary = {
        "readable": fields is not None,
        "empty": body.is_empty,
        "excerpt": body.excerpt,
        "anchors": body.anchors,
        "references": [(each.target, each.line, each.is_image) for each in body.references],
        "said": _said_as_data(body.said),
        "problems": [(each.line, each.field, each.message, each.hint, each.level.value) for each in report],
    }
    text = _dump(None if fields is None else encode(fields))
    return stored_parts(digest_of(data), _dump(summary), text, body.html), fields


def stored_parts(digest: str, summary: str, fields: str, html: str) -> Parts:
    """Parts whose every text is at hand."""
    texts = {"summary": summary, "fields": fields, "html": html}
    return Parts(digest, texts.__getitem__)


def to_document(path: str, parts: Parts, report: Report) -> Document | None:
    """The document at `path`; None where its fields cannot be read. Its problems go to `report`."""
    summary = json.decode(parts.fetch("summary"))
    for line, field, message, hint, level in summary["problems"]:
        report.problems.append(Problem(path, line, field, message, hint, Level(level)))
    return _document(path, parts, Lazy.of(_to_outline(summary))) if summary["readable"] else None


def to_settled_document(path: str, parts: Parts) -> Document:
    """The same for a file that was found to be without problems before: nothing of it is looked at yet."""
    return _document(path, parts, Lazy(lambda: _to_outline(json.decode(parts.fetch("summary")))))


def _document(path: str, parts: Parts, outline: Lazy[Outline]) -> Document:
    fields = Lazy(lambda: _decode_fields(parts.fetch("fields")))
    return Document(path, parts.digest, fields, Body(lambda: parts.fetch("html"), outline))


def _to_outline(summary: dict[str, Any]) -> Outline:
    references = tuple(Reference(target, line, bool(is_image)) for target, line, is_image in summary["references"])
    return Outline(
        bool(summary["empty"]), summary["excerpt"], references, _said_of(summary["said"]), tuple(summary["anchors"])
    )


def _said_as_data(said: Said) -> list[Any]:
    mentions = [(each.about.value, each.line, each.words, each.value) for each in said.mentions]
    return [said.line, said.size, said.digest, mentions]


def _said_of(data: list[Any]) -> Said:
    line, size, digest, mentions = data
    found = (Mention(About(about), at, words, value) for about, at, words, value in mentions)
    return Said(line, size, digest, tuple(found))


def encode(node: Node) -> list[Any]:
    """A tree as JSON: `[line, text]`, `[line, [items]]` or `[line, [[key, line, value], …], 0]`."""
    if isinstance(node, Scalar):
        return [node.line, node.text]
    if isinstance(node, Sequence):
        return [node.line, [encode(item) for item in node.items]]
    return [node.line, [[entry.key, entry.line, encode(entry.value)] for entry in node.entries], 0]


def decode(data: list[Any]) -> Node:
    """The tree that `encode` wrote."""
    line, value = data[0], data[1]
    if len(data) == 3:
        return Mapping(tuple(Entry(key, at, decode(each)) for key, at, each in value), line)
    if isinstance(value, str):
        return Scalar(value, line)
    return Sequence(tuple(decode(each) for each in value), line)


def _decode_fields(text: str) -> Mapping:
    node = decode(json.decode(text))
    return node if isinstance(node, Mapping) else Mapping((), 1)


def _dump(value: object) -> str:
    return json.encode(value).decode()
