"""Texts in lines: whole where they can be, within their room always."""

from __future__ import annotations

import pytest

from jobboard.outputs.social.lines import BOLD, Setting, set_text, width_of

WIDTH, HEIGHT, MOST, SIZES = 1040, 260, 4, (78, 70, 62, 56, 50, 44, 40)
SENTENCE = "Policy officer for climate, housing and the mobility of everybody who lives between two towns "


def setting(text: str) -> Setting:
    return set_text(text, BOLD, SIZES, WIDTH, HEIGHT, MOST)


def widths(it: Setting) -> list[float]:
    return [width_of(each, it.face, it.size) for each in it.lines]


@pytest.mark.parametrize("letters", range(1, 301))
def test_a_title_of_any_length_stays_in_its_room(letters: int) -> None:
    text = (SENTENCE * 4)[:letters].strip()
    found = setting(text)
    assert found.size in SIZES
    assert 1 <= len(found.lines) <= MOST
    assert found.height <= HEIGHT
    assert max(widths(found)) <= WIDTH
    said = " ".join(found.lines)
    assert said == text or (said.endswith("…") and text.startswith(said[:-1]))


def test_a_cut_title_is_as_small_as_can_be_and_cut_at_a_word() -> None:
    found = setting(SENTENCE * 4)
    assert (found.size, len(found.lines)) == (SIZES[-1], MOST)
    last = found.lines[-1].removesuffix("…").split()[-1]
    assert last in SENTENCE.replace(",", "").split()


@pytest.mark.parametrize("letters", [1, 10, 40, 80, 300])
def test_one_long_word_stays_on_one_line(letters: int) -> None:
    found = setting("w" * letters)
    assert len(found.lines) == 1
    assert max(widths(found)) <= WIDTH
    assert found.lines[0].rstrip("…") == "w" * len(found.lines[0].rstrip("…"))
    assert found.lines[0].endswith("…") == (letters > 30)


@pytest.mark.parametrize("words", range(4, 20))
def test_lines_are_of_about_one_length(words: int) -> None:
    found = setting(" ".join(SENTENCE.split()[:words]))
    if len(found.lines) > 1:
        longest = max(width_of(each, BOLD, found.size) for each in SENTENCE.split())
        assert max(widths(found)) - min(widths(found)) <= longest + found.size


def test_a_short_title_is_larger_than_a_long_one() -> None:
    sizes = [setting((SENTENCE * 4)[:letters].strip()).size for letters in (10, 60, 120, 300)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == SIZES[0]


def test_no_text_is_no_line() -> None:
    assert (setting("").lines, setting("").height) == ((), 0)
