"""The documents of the repository as tests read them: headings, links, names in backticks, records of decisions.

`python -m tests.documents` writes the index of the decisions, which is made of what each record says of itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.helpers import REPOSITORY

DOCS = REPOSITORY / "docs"
DECISIONS = DOCS / "decisions"
INDEX = DECISIONS / "README.md"
STANDARDS = DOCS / "standards.md"

_FENCE = re.compile(r"^( *)```.*?^\1```", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#+ +(.+?) *$", re.MULTILINE)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_SPAN = re.compile(r"(`+)(.+?)\1", re.DOTALL)

_TITLE = re.compile(r"# (\d{4}) (.+)")
_STATUS = re.compile(r"Status: (accepted|superseded) · (\d{4}-\d\d-\d\d)((?: · .+)*)")
_RELATION = re.compile(
    r" · (supersedes|superseded by|extends|extended by) \[decision (\d+)\]\(([^)]+)\)(?:: (.+?))?(?= · |$)"
)
OPPOSITE = {"supersedes": "superseded by", "extends": "extended by"}
OPPOSITE |= {after: before for before, after in OPPOSITE.items()}

_HEAD = """# Decisions

Made of the records by `.venv/bin/python -m tests.documents`; do not edit. [Decision 1](0001-record-decisions.md) says
what a record is. One that is superseded or extended in part says in which.

| | decision | status | superseded by | extended by |
| --- | --- | --- | --- | --- |
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What a record says of another one: how it stands to it, its number and file, and in which part."""

    kind: str
    number: int
    file: str
    part: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A decision as its first lines tell it."""

    file: str
    number: int
    title: str
    status: str
    relations: tuple[Relation, ...]


def prose_of(document: Path) -> str:
    """The text of a document without its fenced code."""
    return _FENCE.sub("", document.read_text(encoding="utf-8"))


def anchors_of(document: Path) -> list[str]:
    """The anchors of its headings, as GitHub and GitLab make them, and those that it gives itself."""
    own = re.findall(r'^<a id="([\w-]+)"></a>$', prose_of(document), re.MULTILINE)
    words = (heading.replace("`", "").lower() for heading in _HEADING.findall(prose_of(document)))
    return [*(re.sub(r"[^\w\- ]", "", each).replace(" ", "-") for each in words), *own]


def links_of(document: Path) -> Iterator[tuple[Path, str]]:
    """The files of this repository that it links to, each with an anchor or none."""
    for address in _LINK.findall(_SPAN.sub("", prose_of(document))):
        path, _, anchor = address.partition("#")
        if ":" not in path:
            yield (document.parent / path).resolve() if path else document, anchor


def spans_of(document: Path) -> list[str]:
    """What stands in backticks, each on one line."""
    return [" ".join(text.split()) for _ticks, text in _SPAN.findall(prose_of(document))]


def record_files() -> list[Path]:
    """The records of decisions, by number."""
    return sorted(DECISIONS.glob("[0-9]*.md"))


def record_of(file: Path) -> Record:
    """A record, read from its title and the paragraph below, in which its status stands."""
    heading, status = file.read_text(encoding="utf-8").split("\n\n")[:2]
    title, said = _TITLE.fullmatch(heading), _STATUS.fullmatch(" ".join(status.split()))
    if title is None or said is None:
        raise ValueError(f"{file.name} does not begin like 0001-record-decisions.md: {heading!r}, {status!r}")
    relations = tuple(
        Relation(kind=kind, number=int(number), file=other, part=part)
        for kind, number, other, part in _RELATION.findall(said[3])
    )
    if "".join(found[0] for found in _RELATION.finditer(said[3])) != said[3]:
        raise ValueError(f"{file.name}: a status names other decisions as in {OPPOSITE}, not as in {said[3]!r}")
    return Record(file=file.name, number=int(title[1]), title=title[2], status=said[1], relations=relations)


def decision_index() -> str:
    """The table of all records."""
    return _HEAD + "".join(_row(record_of(file)) for file in record_files())


def _row(record: Record) -> str:
    by = {kind: _others(record, kind) for kind in ("superseded by", "extended by")}
    decision = f"[{record.title}]({record.file})"
    return f"| {record.number} | {decision} | {record.status} | {by['superseded by']} | {by['extended by']} |\n"


def _others(record: Record, kind: str) -> str:
    found = [each for each in record.relations if each.kind == kind]
    return "; ".join(f"[{each.number}]({each.file})" + (f": {each.part}" if each.part else "") for each in found)


if __name__ == "__main__":
    INDEX.write_text(decision_index(), encoding="utf-8")
