"""Columns of numbers: what was put in comes out, by a reader that was written apart from them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.outputs.finding.columns import as_letters, beside, column_of, set_column, steps
from tests.outputs.finding.decoding import numbers

ROWS = st.lists(st.integers(0, 9), max_size=40)
SETS = st.lists(st.lists(st.sampled_from("abcdef"), max_size=3, unique=True).map(tuple), max_size=30)


def test_every_number_is_a_letter_that_files_and_browsers_leave_as_it_is() -> None:
    them = range(120_000)
    letters = as_letters(them)
    assert numbers(letters) == [*them]
    assert len(set(letters)) == len(letters)
    assert len(json.dumps(letters, ensure_ascii=False)) == len(letters) + 2
    assert letters.encode().decode() == letters
    assert [each for each in letters if each.isspace() and each < "\u0100"] == []


def test_small_numbers_take_a_byte() -> None:
    assert len(as_letters(range(91)).encode()) == 91


def test_a_number_beyond_all_letters_is_an_error() -> None:
    with pytest.raises(OverflowError):
        as_letters([1_200_000])


@given(ROWS)
def test_a_column_says_each_thing_once_and_the_most_frequent_first(values: list[int]) -> None:
    said, rows = column_of(values)
    assert [said[row] for row in rows] == values
    assert len(set(said)) == len(said)
    assert [values.count(each) for each in said] == sorted((values.count(each) for each in said), reverse=True)


@given(SETS, st.lists(st.sampled_from("xyz")))
def test_a_column_of_sets_keeps_the_order_of_each_and_the_values_no_row_has(
    given_sets: list[tuple[str, ...]], more: list[str]
) -> None:
    values, sets, rows = set_column(given_sets, more)
    assert [tuple(values[place] for place in sets[row]) for row in rows] == given_sets
    assert list(values) == sorted({*more, *(value for each in given_sets for value in each)})


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 5)), max_size=40))
def test_what_is_told_beside_another_column_comes_back(pairs: list[tuple[int, int]]) -> None:
    rows, known = [row for row, _ in pairs], [each for _, each in pairs]
    usual, told = beside(rows, known)
    assert [each - 1 if each else usual[by] for each, by in zip(told, known, strict=True)] == rows
    assert sum(map(bool, told)) <= len(rows) - len(set(known))


def test_beside_says_nothing_of_rows_that_follow() -> None:
    assert beside([4, 4, 7], [0, 0, 2]) == ([4, 0, 7], [0, 0, 0])
    assert beside([], []) == ([], [])


@given(st.lists(st.integers(0, 10**8)))
def test_steps_add_up(them: list[int]) -> None:
    told = steps(them)
    assert [sum(told[: place + 1]) for place in range(len(told))] == them
