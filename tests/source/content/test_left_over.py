"""What an import could not place is no text for readers: a draft may hold it for now, nothing else."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from jobboard.importing.vacancy.body import body_of
from jobboard.importing.vacancy.guesses.lines import lined_of
from jobboard.pipeline import check as checking
from jobboard.source.content.left_over import NOT_PLACED, NOT_PLACED_YET
from jobboard.source.problem import Level
from tests.helpers import NOW, SITE, make_posting, write_site

BODY = "The network brings towns together, and their travel data with them.\n"
LIST = "\n-   Canteen: three stars\n"
LEVELS = {"draft": Level.ADVICE, None: Level.PROBLEM}
LEFT = {
    "as it was written": lambda heading: f"{BODY}\n## {heading}\n{LIST}",
    "with other bullets": lambda heading: f"{BODY}\n## {heading}\n\n* Canteen\n",
    "without what it stood above": lambda heading: f"{BODY}\n## {heading}\n",
    "without a line between": lambda heading: f"{BODY}\n## {heading}{LIST}",
    "with line ends of Windows": lambda heading: f"{BODY}\n## {heading}\n{LIST}".replace("\n", "\r\n"),
    "alone": lambda heading: f"## {heading}\n",
}
OTHERS = {
    "a paragraph of that name": "Not placed\n\n- Canteen\n",
    "a heading of a text": "## Not placed\n\nThose who are not placed hear from us, too.\n",
    "a longer heading": "## Not placed in time\n\n- Canteen\n",
    "a smaller heading": "### Not placed\n\n- Canteen\n",
}


def said_of(folder: Path, body: str, status: str | None, published: str = "2026-03-02") -> list[tuple[int, Level]]:
    """The line and the level of each time it is said."""
    text = make_posting(body, status=status, published=published)
    content = write_site(folder / "content", {"postings/data-analyst.md": text})
    found = checking.check(content, SITE, NOW).problems
    return [(each.line, each.level) for each in found if each.said.code == NOT_PLACED_YET.code]


@pytest.mark.parametrize("status", LEVELS)
@pytest.mark.parametrize("lang", NOT_PLACED)
@pytest.mark.parametrize("left", LEFT)
def test_the_heading_of_the_import_is_advice_in_a_draft_and_else_a_problem(
    left: str, lang: str, status: str | None, tmp_path: Path
) -> None:
    body = LEFT[left](NOT_PLACED[lang])
    at = make_posting(body, status=status).replace("\r\n", "\n").split("\n").index(f"## {NOT_PLACED[lang]}")
    assert said_of(tmp_path, body, status) == [(at + 1, LEVELS[status])]


def test_what_is_to_appear_later_is_no_draft(tmp_path: Path) -> None:
    body = LEFT["as it was written"]("Not placed")
    assert [level for _, level in said_of(tmp_path, body, None, "2026-03-20")] == [Level.PROBLEM]


@pytest.mark.parametrize("other", OTHERS)
def test_what_others_write_is_not_taken_for_it(other: str, tmp_path: Path) -> None:
    assert said_of(tmp_path, f"{BODY}\n{OTHERS[other]}", None) == []


@pytest.mark.parametrize("lang", [*NOT_PLACED, "de"])
def test_what_the_import_writes_is_known_again(lang: str, tmp_path: Path) -> None:
    sheet = lined_of("<dl><dt>Deadline:</dt><dd>soon</dd></dl><p>You count bicycles.</p>", Counter())
    assert len(said_of(tmp_path, body_of(sheet, [], lang)[0], None)) == 1
