"""`numbers.csv`: every figure in a line, the same file for all editions. Nothing in it is in a language."""

from __future__ import annotations

from jobboard.outputs.numbers.figures import Figure, Figures
from jobboard.outputs.postings.table import csv_row, harmless


def numbers_csv(figures: Figures) -> str:
    """A head and a row for each figure (RFC 4180). What is not there is none."""
    rows = [[each.what, each.group, each.month, str(each.number)] for each in figures.rows]
    return "".join(csv_row([harmless(cell) for cell in row]).decode() for row in [[*Figure.__struct_fields__], *rows])
