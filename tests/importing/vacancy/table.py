"""What the import makes of documents with known answers, as a table.

    python -m tests.importing.vacancy.table

prints for each document its form, its language, how many of its fields were found, what was guessed wrongly, how many
words were lost, and the seconds it took. The five samples are tried in every form, the others in their own.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from tests.importing.vacancy.forms import FORMS
from tests.importing.vacancy.handed_over import PAPERS
from tests.importing.vacancy.judge import bytes_of, content_for, fields_of, take, wrong_in
from tests.importing.vacancy.samples import HEAD, SAMPLES
from tests.importing.vacancy.test_samples import OF_MARKUP
from tests.words_lost import visible, words_of, words_of_file


class Row(NamedTuple):
    """One document. `wrong` are fields that hold something else than they should."""

    name: str
    form: str
    lang: str
    found: int
    present: int
    wrong: tuple[str, ...]
    lost: int
    seconds: float


def rows() -> Iterator[Row]:
    """The table, document by document."""
    for name, sample in SAMPLES.items():
        for form in FORMS:
            gone = OF_MARKUP if sample is HEAD and form != "html" else set()
            answers = {field: value for field, value in sample.answers.items() if field not in gone}
            words = "\n".join(text for _, *texts in sample.blocks for text in texts)
            yield _row(name, bytes_of(sample, form), form, words, (answers,))
    for name, paper in PAPERS.items():
        words = visible(paper.words) if paper.form == "html" else paper.words
        yield _row(name, paper.data, paper.form, words, paper.answers)


def _row(name: str, data: bytes, form: str, words: str, answers: tuple[Mapping[str, str], ...]) -> Row:
    with tempfile.TemporaryDirectory() as folder:
        content = content_for(Path(folder))
        started = time.perf_counter()
        taken = take(content, data, form)
        seconds = time.perf_counter() - started
        drafts = [Path(path).read_text(encoding="utf-8") for path in taken.paths]
    found = [dict(fields_of(draft)) for draft in drafts]
    others = [wrong_in(fields, wanted) for fields, wanted in zip(found, answers, strict=False)]
    lost = words_of(words) - sum(map(words_of_file, drafts), words_of("\n".join(map(str, taken.said))))
    present = sum(map(len, answers))
    missed = sum(1 for each in others for value in each.values() if not value) + sum(map(len, answers[len(drafts) :]))
    wrong = tuple(f"{field}: {value}" for each in others for field, value in each.items() if value)
    return Row(
        name=name,
        form=form,
        lang=found[0].get("lang", "en"),
        found=present - missed - len(wrong),
        present=present,
        wrong=wrong,
        lost=lost.total(),
        seconds=seconds,
    )


def main() -> int:
    """Print the table; 1 if something is wrong or lost."""
    made = list(rows())
    lines = [f"{'document':<54} {'form':<5} {'lang':<4} {'found':>7} {'wrong':>5} {'lost':>5} {'seconds':>7}"]
    for row in made:
        figures = f"{row.found:>3}/{row.present:<3} {len(row.wrong):>5} {row.lost:>5} {row.seconds:>7.2f}"
        lines += [f"{row.name:<54} {row.form:<5} {row.lang:<4} {figures}", *(f"    {each}" for each in row.wrong)]
    found, present = sum(row.found for row in made), sum(row.present for row in made)
    wrong, lost = sum(len(row.wrong) for row in made), sum(row.lost for row in made)
    lines.append(f"{len(made)} documents: {found} fields found of {present}, {wrong} wrong, {lost} words lost")
    print("\n".join(lines))  # noqa: T201 (a command)
    return int(bool(wrong or lost))


if __name__ == "__main__":
    sys.exit(main())
