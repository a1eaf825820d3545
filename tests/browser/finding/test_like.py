"""Which open postings are like one: what the script finds is what the points of the decision say, for every posting."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable

import pytest

from jobboard.outputs.postings.likeness import LEAST_ALIKE, POINTS
from tests.browser.finding.board import NOW, SOUGHT, THREE, Sought
from tests.browser.finding.conftest import Asking
from tests.browser.finding.oracle import VALUES, found
from tests.helpers import at, project_theme

_DATA = re.compile(r'<html lang="(\w+)".* data-like="([^"]*)"', re.DOTALL)
_BY_ID = {each.id: each for each in SOUGHT}


def points(one: Sought, other: Sought) -> int:
    """How much the one has in common with the other."""
    own = {**VALUES, "organisation": lambda it: it.organisations}
    shared = {name: len({*own[name](one)} & {*own[name](other)}) for name in POINTS if name != "language"}
    shared["language"] = int(other.needed <= one.needed)
    return sum(POINTS[name] * number for name, number in shared.items())


def most_like(one: Sought, lang: str) -> list[str]:
    group = one.original or one.id
    others = (_BY_ID[each] for each in found((), lang, at(NOW)))
    ranked = [(-points(one, each), each.id) for each in others if (each.original or each.id) != group]
    return [id_ for score, id_ in sorted(ranked, key=lambda each: each[0]) if -score >= LEAST_ALIKE][:3]


@pytest.mark.parametrize("lang", THREE.languages)
def test_those_most_like_a_posting_are_found_for_every_posting(
    asking: Callable[[str], Asking], board: dict[str, bytes], lang: str
) -> None:
    """Each edition shows them all: those in its language on their pages, the others in frames."""
    shown = [
        (each.id, board.get(f"{lang}/jobs/{each.id}/index.html", board[f"jobs/{each.id}/index.html"]))
        for each in SOUGHT
    ]
    pages = {id_: _DATA.search(data.decode()) for id_, data in shown}
    told = {id_: json.loads(html.unescape(page[2])) for id_, page in pages.items() if page and page[1] == lang}
    script = project_theme().files["js/like.js"].decode()
    answered = asking(lang)(
        f"(all) => {{ {script}\nreturn all.map((each) => likeRows(asked, each).map((row) => asked.id(row))); }}",
        [*told.values()],
    )
    expected = [most_like(_BY_ID[id_], lang) for id_ in told]
    assert answered == expected
    assert any(expected)
    assert len(told) > len(SOUGHT) / 2
