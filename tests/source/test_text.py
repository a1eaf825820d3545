"""What nobody can see in a file: left out where it means nothing, and left alone where it is part of a letter."""

from __future__ import annotations

import pytest

from jobboard.source.problem import Report
from jobboard.source.text import decode
from tests.helpers import lines_of

TAGS = "".join(chr(0xE0000 + ord(letter)) for letter in "hide me")


def read(text: str) -> tuple[str | None, list[str]]:
    report = Report("x.md")
    return decode(text.encode(), report), [line.split(";")[0] for line in lines_of(report)]


@pytest.mark.parametrize(
    "hidden", ["\u3164", "\uffa0", "\u2800", "\u2800\u2800", TAGS, f"\u200b{TAGS}", "\ufeff\u2060"]
)
def test_what_shows_nothing_is_left_out_and_each_kind_told_once(hidden: str) -> None:
    text, told = read(f"One{hidden} two.\n\nThree{hidden}.\n")
    assert text == "One two.\n\nThree.\n"
    kinds = {"tag" if character in TAGS else character for character in hidden}
    assert len(told) == len(kinds)
    assert all("is left out, and " in each for each in told)


FLAG_OF_SCOTLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"


@pytest.mark.parametrize(
    "letters", [FLAG_OF_SCOTLAND, "⠓⠑⠇⠇⠕⠀⠺⠕⠗⠇⠙", "\u2764\ufe0f", "👩\u200d💻", "می\u200cخواهم", "\u115f\u1161"]
)
def test_what_belongs_to_a_letter_stays(letters: str) -> None:
    assert read(f"One {letters} two.\n") == (f"One {letters} two.\n", [])
