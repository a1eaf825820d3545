"""Sentences are cut in time that grows with the text alone."""

from __future__ import annotations

import time

import pytest

from jobboard.outputs.text.sentences import sentences_of

WITHIN = 1.0
"""Seconds of processor for 256 kB, of which a thousandth is used; squares take minutes."""


@pytest.mark.parametrize(
    "unit",
    [
        "!",
        ".",
        "A. ",
        "A. b ",
        "! ",
        "a.",
        '?")',
        ". “ ",
        ". « ",
        "… ",
        "a.a. ",
        "1. 2 ",
        "etc. ",
        '."',
        ". (",
        "St. “",
    ],
)
def test_any_text_is_cut_in_little_time(unit: str) -> None:
    text = unit * (256 * 1024 // len(unit))
    for each in (text, f"A. {text}", f"{text} A", f"{text} b. C"):
        started = time.process_time()
        assert "".join(sentences_of(each)).replace(" ", "") == each.replace(" ", "")
        assert time.process_time() - started < WITHIN


def test_a_word_too_long_for_an_abbreviation_ends_a_sentence() -> None:
    assert [*sentences_of(f"{'a.' * 30} Then it rained.")] == ["a." * 30, "Then it rained."]
