"""What authors mistype, a row for each mistake, and what they are told, word for word.

The rows are in `tests/mistakes/`: what is typed on the second line of a file that is right otherwise, and below it, set
in, what is said of that file. `\\n` and `\\u200b` stand for what they name, `[instead of deadline]` leaves it out.
`python -m tests.test_mistakes` writes what is said anew; review the difference like code, for here tone is decided.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from jobboard.pipeline.check import check
from jobboard.source.problem import Level, Problem
from tests.helpers import NOW, REPOSITORY, SITE, make_event, make_news, make_organisation, make_posting, write_site

TABLES = sorted((REPOSITORY / "tests" / "mistakes").glob("*.txt"))
INDENT = "    "
TEXT = "You will count the bicycles that cross forty bridges, and tell the town what you found. " * 6
PAY = "{amount: 3400, currency: EUR, per: month}"
BASES = {
    "posting": ("postings/data-analyst.md", make_posting(TEXT, salary=PAY)),
    "news": ("news/bridge.md", make_news(TEXT)),
    "event": ("events/training.md", make_event(TEXT)),
    "organisation": ("organisations/example-network.md", make_organisation(TEXT)),
}
_INSTEAD = re.compile(r"\s*\[instead of (\w+)\]$")
_ESCAPE = re.compile(r"\\(?:n|t|u([0-9a-f]{4}))")


class Row(NamedTuple):
    """One mistake: the kind of content, what is typed, and what is said."""

    kind: str
    typed: str
    said: tuple[str, ...]


def rows_of(table: Path) -> Iterator[Row | str]:
    """The rows of a table, and the lines between them."""
    kind, lines = "posting", table.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        if line.startswith("# ") and line[2:] in BASES:
            kind = line[2:]
        if not line or line.startswith("# "):
            yield line
        elif not line.startswith(INDENT):
            said = []
            for below in lines[number + 1 :]:
                if not below.startswith(INDENT):
                    break
                said.append(below.strip())
            yield Row(kind, line, tuple(said))


def said_of(kind: str, typed: str) -> list[str]:
    """What an author is told, by line; advice is marked as such. That no place is named is looked at elsewhere."""
    path, text = BASES[kind]
    left_out = _INSTEAD.search(typed)
    fragment = _ESCAPE.sub(_meant, _INSTEAD.sub("", typed))
    name = left_out[1] if left_out else re.split(r"\W", fragment.strip(), maxsplit=1)[0]
    first, *lines = text.split("\n")
    kept = [line for line in lines if not line.startswith(f"{name}:")]
    with tempfile.TemporaryDirectory() as folder:
        content = write_site(Path(folder) / "content", {path: "\n".join([first, fragment, *kept])})
        problems = [each for each in check(content, SITE, NOW).problems if not is_on_missing_place(each)]
    shown = (str(each).removeprefix(f"content/{path}:") for each in problems)
    return [
        f"{'advice: ' if each.level is Level.ADVICE else ''}{words}"
        for each, words in zip(problems, shown, strict=True)
    ]


def is_on_missing_place(problem: Problem) -> bool:
    """Advice that all the postings here get, which are as short as can be."""
    return (problem.field, problem.level) == ("place", Level.ADVICE)


def _meant(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16)) if escape[1] else {"\\n": "\n", "\\t": "\t"}[escape[0]]


ROWS = [
    pytest.param(row, id=f"{table.stem}-{row.kind}-{row.typed}")
    for table in TABLES
    for row in rows_of(table)
    if isinstance(row, Row)
]


@pytest.mark.parametrize("row", ROWS)
def test_a_mistake_is_named_with_its_cause_and_the_text_to_write(row: Row) -> None:
    assert list(row.said) == said_of(row.kind, row.typed)


def test_every_mistake_is_told_something() -> None:
    assert [row.values[0].typed for row in ROWS if not row.values[0].said] == []


def _write() -> None:
    for table in TABLES:
        lines: list[str] = []
        for row in rows_of(table):
            lines += [row] if isinstance(row, str) else [row.typed, *(INDENT + each for each in said_of(*row[:2]))]
        table.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    _write()
