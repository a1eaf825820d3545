"""The author's reference: one Markdown page and one JSON Schema for each kind of content, read from its declaration.

`python -m jobboard.model.reference docs/reference` writes them; a test keeps them true.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from jobboard.model.fields.field import Declaration, Shared, declarations
from jobboard.model.kinds import RECORDS
from jobboard.model.schema import schema_of
from jobboard.source.kinds import BY_FOLDER


def render_reference() -> dict[str, str]:
    """Every file of `docs/reference/`, by name."""
    pages = {"README.md": _index()}
    for folder, record in RECORDS.items():
        pages[f"{folder}.md"] = "\n".join(_page(folder, record))
        schema = schema_of(record, _title(folder))
        pages[f"{folder}.schema.json"] = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
    return pages


def _index() -> str:
    links = "".join(f"- [{_title(folder)}]({folder}.md): `content/{folder}/`\n" for folder in RECORDS)
    return (
        "# Reference\n\nEvery field of every kind of file. These pages are generated from the models "
        f"(`make reference`); do not edit them.\n\n{links}\nFor editors that read JSON Schema there is a "
        "`.schema.json` beside each page.\n"
    )


def _title(folder: str) -> str:
    name = BY_FOLDER[folder].name
    return f"{name[:1].upper()}{name[1:]}"


def _page(folder: str, record: type) -> Iterator[str]:
    yield f"# {_title(folder)}\n"
    yield f"One Markdown file in `content/{folder}/`; the file name without `.md` is its id and its address.\n"
    is_translated = "translation_of" in declarations(record)
    if is_translated:
        yield (
            "The column *in a translation* says what the file of a translation makes of a field: a fact is the "
            "original's and may be left out; if it is written, it must be the same.\n"
        )
    yield from _table(record, is_translated=is_translated)
    for name, declaration in declarations(record).items():
        yield from _section(name, declaration, is_translated=is_translated)


def _section(name: str, declaration: Declaration, *, is_translated: bool) -> Iterator[str]:
    inner = declaration.type.record
    if inner is None:
        return
    yield f"## `{name}`\n"
    yield f"{(inner.__doc__ or '').splitlines()[0]}\n"
    has_facts = any(each.shared is not Shared.OWN for each in declarations(inner).values())
    yield from _table(inner, is_translated=is_translated and has_facts)
    for part, nested in declarations(inner).items():
        yield from _section(f"{name}.{part}", nested, is_translated=is_translated)


def _table(record: type, *, is_translated: bool) -> Iterator[str]:
    heads = ("field", "what it says", "what to write", "for example", *(("in a translation",) if is_translated else ()))
    yield f"| {' | '.join(heads)} |"
    yield f"| {' | '.join('---' for _ in heads)} |"
    for name, declaration in declarations(record).items():
        star = " **(required)**" if declaration.required else ""
        star = f" **(required, or `{declaration.unless}`)**" if declaration.unless else star
        shared = (declaration.shared.value,) if is_translated else ()
        cells = (f"`{name}`{star}", declaration.doc, str(declaration.type.words), f"`{declaration.example}`", *shared)
        escaped = (cell.replace("|", r"\|") for cell in cells)
        yield f"| {' | '.join(escaped)} |"
    yield ""


def main(folder: Path) -> None:
    """Write the reference into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in render_reference().items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
