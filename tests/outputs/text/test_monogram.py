"""What stands beside a name that has no logo."""

from __future__ import annotations

import pytest

from jobboard.outputs.text.monogram import monogram_of


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Example Network of Towns", "EN"),
        ("Maison de l’Europe", "ME"),
        ("CEMR", "C"),
        ("towns", "T"),
        ("4 Towns", "T"),
        ("123", "1"),
        ("Ένωση Δήμων", "ΈΔ"),
        ("اتحاد المدن", "اا"),
    ],
)
def test_it_is_the_first_letters_of_two_words_that_are_written_large(name: str, letters: str) -> None:
    assert monogram_of(name) == letters
