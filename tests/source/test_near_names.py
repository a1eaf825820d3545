"""Names that are near one that is not there are found, among two thousand as soon as among two."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from jobboard.pipeline import check as checking
from jobboard.source.near_names import nearest
from tests.helpers import NOW, SITE, make_posting, write_site

MANY = 2000
WITHIN = 2.0
"""Seconds of processor for as many names among as many, where comparing each with each takes minutes."""

PICTURES = {f"pictures/photo-{number:04}.jpg": None for number in range(MANY)}
NETWORKS = tuple(f"network-of-towns-{number}" for number in range(MANY))


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("cemr", ["cmer", "uclg"], "cmer"),
        ("images/photo-0077.jpg", PICTURES, "pictures/photo-0077.jpg"),
        ("pictures/photo0077.jpg", PICTURES, "pictures/photo-0077.jpg"),
        ("pictures/phto-0077.jpg", PICTURES, "pictures/photo-0077.jpg"),
        ("netwrok-of-towns-77", NETWORKS, "network-of-towns-77"),
        ("ntework", ("network", *(f"x{number}" for number in range(100))), "network"),
        ("cmer", ("cemr", *(f"x{number}" for number in range(100))), "cemr"),
        ("something-else", NETWORKS, ""),
        ("a" * 101, ["a" * 100], ""),
        ("a" * 100, ["a" * 99], ""),
    ],
)
def test_the_nearest_name_is_found_among_few_and_many(word: str, known: list[str], expected: str) -> None:
    assert nearest(word, known) == expected


@pytest.mark.parametrize(
    ("words", "known"),
    [
        pytest.param([f"images/photo-{n:04}.jpg" for n in range(MANY)], PICTURES, id="a-renamed-folder"),
        pytest.param([f"pictures/foto{n:04}x.jpg" for n in range(MANY)], PICTURES, id="mistyped-pictures"),
        pytest.param([f"netwrk-of-town-{n}" for n in range(MANY)], NETWORKS, id="mistyped-networks"),
        pytest.param(
            ["a" * 89 + str(n) for n in range(MANY)], ["a" * 90 + str(n) for n in range(MANY)], id="equal-letters"
        ),
        pytest.param(["ab" * 45] * MANY, [f"{n}" + "ba" * 45 for n in range(MANY)], id="equal-pairs"),
    ],
)
def test_two_thousand_names_among_two_thousand_cost_little(words: list[str], known: list[str]) -> None:
    started = time.process_time()
    for word in words:
        nearest(word, known)
    assert time.process_time() - started < WITHIN


def test_an_index_is_made_anew_when_a_name_is_added() -> None:
    known = dict.fromkeys(NETWORKS)
    assert nearest("a-harbour-of-ghents", known) == ""
    known["a-harbour-of-ghent"] = None
    assert nearest("a-harbour-of-ghents", known) == "a-harbour-of-ghent"


def test_a_check_of_a_renamed_folder_of_pictures_is_soon_over(tmp_path: Path) -> None:
    files = {f"postings/p{n}.md": make_posting(f"![a](images/photo-{n:04}.jpg)") for n in range(800)}
    pictures = dict.fromkeys([*PICTURES][:800], b"x")
    content = checking.load_content(write_site(tmp_path, {**files, **pictures}))
    started = time.process_time()
    problems = checking.validate(content, SITE, NOW, "content", is_advised=True).problems
    assert time.process_time() - started < WITHIN
    assert "no picture content/images/photo-0077.jpg; did you mean 'pictures/photo-0077.jpg'?" in " ".join(
        map(str, problems)
    )
