"""File names as addresses: what is one, and the one proposed for a text that is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.source.slug import is_id, to_slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Data Analyst (Brussels)", "data-analyst-brussels"),
        ("chargé-d-études", "charge-d-etudes"),
        ("Chargé d’études", "charge-d-etudes"),
        ("Straße, Łódź, Ærø & Þing", "strasse-lodz-aero-thing"),
        ("Αναλυτής", ""),
    ],
)
def test_a_text_has_a_name_people_can_type(text: str, expected: str) -> None:
    assert expected == to_slug(text)


@given(st.text())
def test_a_slug_is_an_id_or_nothing(text: str) -> None:
    slug = to_slug(text)
    assert slug == "" or (is_id(slug) and len(slug) <= 80)


@pytest.mark.parametrize("name", ["", "A", "a b", "a--b", "-a", "a-", "a\n", "é", "a_b"])
def test_what_is_no_id(name: str) -> None:
    assert not is_id(name)
