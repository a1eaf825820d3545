"""The organisations a new file may name: a content folder in, their ids out, and the zone an organisation works in."""

from __future__ import annotations

from pathlib import Path

from jobboard.model.fields.record import parse_record
from jobboard.model.organisation import Organisation
from jobboard.source.content.document import parse_parts
from jobboard.source.problem import Report


def known_organisations(content: Path) -> list[str]:
    """The ids of all there are, in order."""
    return sorted({file.stem for file in (content / "organisations").rglob("*.md")})


def zone_in(id_: str, content: Path, otherwise: str) -> str:
    """The zone of an organisation, its own or that of one above it; `otherwise` where none of them names one.

    A file that cannot be read names none: `check` says what is wrong with it.
    """
    seen: set[str] = set()
    while id_ and id_ not in seen:
        seen.add(id_)
        found = _organisation(id_, content)
        if found is None:
            break
        if found.timezone:
            return found.timezone
        id_ = found.part_of or ""
    return otherwise


def _organisation(id_: str, content: Path) -> Organisation | None:
    path = next((file for file in (content / "organisations").rglob("*.md") if file.stem == id_), None)
    report = Report("")
    parts = None if path is None else parse_parts(path.read_bytes(), report)
    return None if parts is None else parse_record(Organisation, parts[0], report, id=id_, path="")
