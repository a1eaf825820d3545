"""A document: one content file split into fields with line numbers and a converted body."""

from __future__ import annotations

from msgspec import Struct

from jobboard.source.lazy import Lazy
from jobboard.source.markdown.convert import Engine
from jobboard.source.markdown.kept import Body
from jobboard.source.problem import Report
from jobboard.source.text import decode
from jobboard.source.yaml.front_matter import parse_front_matter, split_front_matter
from jobboard.source.yaml.tree import Mapping


class Document(Struct, frozen=True):
    """One file as read. `path` is relative to the content folder; `digest` stands for all of its bytes."""

    path: str
    digest: str
    tree: Lazy[Mapping]
    body: Body

    @property
    def fields(self) -> Mapping:
        return self.tree.value

    @property
    def folder(self) -> str:
        return self.path.split("/", 1)[0]

    @property
    def id(self) -> str:
        return self.path.rsplit("/", 1)[-1].removesuffix(".md")


def parse_parts(data: bytes, report: Report, engine: Engine = Engine.MARKDOWN) -> tuple[Mapping, Body] | None:
    """A file's fields and body; None where its fields cannot be read at all.

    A body with problems is taken as empty: the report blocks the build, and the fields are still checked.
    """
    from jobboard.source.content.form import check_form  # noqa: PLC0415
    from jobboard.source.content.left_over import check_left_over  # noqa: PLC0415
    from jobboard.source.language.remains import advise_on_remains, check_conflicts  # noqa: PLC0415
    from jobboard.source.markdown.body import convert_body  # noqa: PLC0415 (a build that reads no file needs none of it)

    text = decode(data, report)
    if text is None or not check_conflicts(text, report):
        return None
    parts = split_front_matter(text, report)
    if parts is None:
        return None
    front_matter, body_text, body_line = parts
    fields = parse_front_matter(front_matter, 2, report, reads_on=True)
    body = convert_body(body_text, body_line, report, engine)
    if fields is not None:
        check_form(fields, body_text, body_line, report)
        check_left_over(fields, body_text, body_line, report)
    advise_on_remains(front_matter, body_text, body_line, report)
    return None if fields is None else (fields, body or Body.of(""))
