"""The table of what shapes cost: `python -m tests.shapes WORD …` runs those with such a word in their names, or all.

Each is checked and built by both engines. It fails if one is over a limit of `costs`.
"""

from __future__ import annotations

import sys

from jobboard.source.markdown.convert import Engine
from tests.shapes import SHAPES
from tests.shapes.costs import Measured, empty_board, measured, warmed

HEAD = f"{'shape':40} {'engine':8} {'kB':>4} {'check':>6} {'build':>6} {'MB':>6} {'times':>7}  outcome\n"


def as_row(each: Measured) -> str:
    """A line of the table: seconds of `check` and of `build`, megabytes, what it wrote as a multiple of the text."""
    cost = each.cost
    return (
        f"{each.name:40} {each.engine:8} {each.size // 1024:4} {cost.check:6.2f} {cost.build:6.2f}"
        f" {cost.megabytes:6.0f} {each.times:7.1f}  {each.verdict}\n"
    )


def main(words: list[str]) -> int:
    """Print the table; 1 if a shape is over a limit."""
    warmed()
    empty = empty_board()
    sys.stdout.write(HEAD)
    is_over = False
    for name, files in SHAPES.items():
        if words and not any(word in name for word in words):
            continue
        for engine in Engine:
            row = measured(name, files(), engine, empty)
            is_over = is_over or bool(row.faults)
            sys.stdout.write(as_row(row))
            sys.stdout.flush()
    return int(is_over)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
