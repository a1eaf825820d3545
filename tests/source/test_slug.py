"""File names as addresses: what is one, and the one proposed for a text that is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.source.slug import is_id, to_key, to_name, to_slug


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


NAMES = [
    ("Chargé(e) de mission climat (H/F)", "charge-de-mission-climat"),
    ("Chargé.e.s de projets F/H/X", "charge-de-projets"),
    ("Directeur·rice·s adjoint·es", "directeur-adjoint"),
    ("Chargée de mission - H/F", "chargee-de-mission"),
    ("Assistant-e de direction", "assistant-de-direction"),
    ("Técnico/a de proyectos (h/m)", "tecnico-de-proyectos"),
    ("Coordinador(a) de red", "coordinador-de-red"),
    ("Referent*in (m/w/d) Klima", "referent-klima"),
    ("Expert(s) on housing", "expert-on-housing"),
    ("Check-in and follow-up officer, vis-a-vis cities", "check-in-and-follow-up-officer-vis-a-vis-cities"),
    ("Officer, T/A and I/O data(base)", "officer-t-a-and-i-o-data-base"),
]


@pytest.mark.parametrize(("title", "expected"), NAMES)
def test_the_name_of_a_file_is_its_title_without_the_signs_that_open_it_to_all(title: str, expected: str) -> None:
    assert to_name(title) == expected


@given(st.text())
def test_a_slug_is_an_id_or_nothing(text: str) -> None:
    slug = to_slug(text)
    assert slug == "" or (is_id(slug) and len(slug) <= 80)


@pytest.mark.parametrize("text", ["Ghent", "Liège", "Łódź", "'s-Hertogenbosch", "Data Analyst (Brussels)"])
def test_the_key_of_a_name_in_latin_letters_is_its_slug(text: str) -> None:
    assert to_key(text) == to_slug(text)


def test_names_whose_letters_are_lost_have_keys_of_their_own() -> None:
    """Of another script, in part or whole; too long; without any letter."""
    names = ("Αθήνα", "Πάτρα", "Киев", "Київ", "東京", "京都", "か", "が", "!", "?", "Εύα Smith", "Άννα Smith")
    names += (f"{'long ' * 20}a", f"{'long ' * 20}b")
    keys = [to_key(name) for name in names]
    assert len({*keys}) == len(names)
    assert all(is_id(key) for key in keys)
    assert to_key("Εύα Smith").startswith("smith-")
    assert to_key("ΑΘΉΝΑ") == to_key("Αθήνα") == to_key(" Αθήνα ")


@given(st.text())
def test_a_key_is_an_id_whatever_the_text(text: str) -> None:
    assert is_id(to_key(text))


@pytest.mark.parametrize("name", ["", "A", "a b", "a--b", "-a", "a-", "a\n", "é", "a_b"])
def test_what_is_no_id(name: str) -> None:
    assert not is_id(name)
