"""The guard over every field of a posting. See `test_every_field.py`."""

from __future__ import annotations

import pytest
from tests.engine.every_field import Board, check_field
from tests.fields import Field, every_field


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Board:
    return Board(tmp_path_factory.mktemp("board"))


@pytest.mark.parametrize("field", every_field("postings"), ids=str)
def test_a_field_of_a_posting_is_known_wherever_it_is_shown(field: Field, board: Board) -> None:
    check_field(board, field)
