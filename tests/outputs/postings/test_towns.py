"""The numbers of jobs on job sites last: neither a town that joins nor one of the same name takes another's."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.model.parts.general import Place
from jobboard.outputs.postings.towns import towns_of
from jobboard.source.slug import is_id, to_key
from tests.helpers import build_site, make_posting, write_site

ATHENS, PATRAS, ELEUSIS = "Αθήνα", "Πάτρα", "Ελευσίνα"


def place(city: str, country: str = "GR", postcode: str | None = None) -> Place:
    return Place(city=city, country=country, postcode=postcode)


def numbers(tmp_path: Path, places: str) -> dict[str, str]:
    """The city of each job, by its number."""
    site = build_site(write_site(tmp_path / "content", {"postings/x.md": make_posting(place=places)}))
    return {
        job.findtext("referencenumber") or "": job.findtext("city") or ""
        for job in ET.fromstring(site["jobs.xml"]).iter("job")
    }


@pytest.mark.parametrize(
    ("city", "country", "name"),
    [
        ("Ghent", "BE", "be-ghent"),
        ("Liège", "BE", "be-liege"),
        ("Ålesund", "NO", "no-alesund"),
        ("Łódź", "PL", "pl-lodz"),
        ("Saint-Denis", "FR", "fr-saint-denis"),
        ("'s-Hertogenbosch", "NL", "nl-s-hertogenbosch"),
        ("Halle (Saale)", "DE", "de-halle-saale"),
        ("Washington, D.C.", "US", "us-washington-d-c"),
        ("København", "DK", "dk-kobenhavn"),
        ("Straße 2", "DE", "de-strasse-2"),
    ],
)
def test_a_number_given_before_is_given_for_ever(city: str, country: str, name: str) -> None:
    """Job sites know a job by it; whatever else becomes of the code, these stay. A postal code makes no difference."""
    assert [*towns_of([place(city, country)])] == [name]
    assert [*towns_of([place(city, country, "1000")])] == [name]


def test_towns_written_in_another_script_are_jobs_of_their_own(tmp_path: Path) -> None:
    greek = ", ".join(f"{{city: {city}, country: GR}}" for city in (ATHENS, PATRAS, ELEUSIS))
    found = numbers(tmp_path, f"[{greek}]")
    assert [*found.values()] == [ATHENS, PATRAS, ELEUSIS]
    assert all(number.startswith("x--gr-") and len(number) == len("x--gr-") + 8 for number in found)


def test_the_number_of_a_town_in_another_script_does_not_depend_on_the_others(tmp_path: Path) -> None:
    one = numbers(tmp_path / "one", f"{{city: {ATHENS}, country: GR}}")
    two = numbers(tmp_path / "two", f"[{{city: {PATRAS}, country: GR}}, {{city: {ATHENS}, country: GR}}]")
    assert one.items() < two.items()


def test_two_towns_of_one_name_are_told_apart_by_their_postal_codes(tmp_path: Path) -> None:
    oder, main = (f"{{city: Frankfurt, country: DE, postcode: '{code}'}}" for code in ("15230", "60311"))
    assert numbers(tmp_path / "one", oder) == {"x--de-frankfurt": "Frankfurt"}
    assert [*numbers(tmp_path / "two", f"[{oder}, {main}]")] == ["x--de-frankfurt", "x--de-frankfurt-60311"]


def test_a_town_named_twice_is_one_job() -> None:
    """Its postal code may be written once only, or with another space; accents may be left out."""
    assert [*towns_of([place("Brussels", "BE"), place("Brussels", "BE", "1000")])] == ["be-brussels"]
    assert [*towns_of([place("London", "GB", "SW1A 1AA"), place("London", "GB", "sw1a1aa")])] == ["gb-london"]
    assert [*towns_of([place("Liège", "BE"), place("Liege", "BE")])] == ["be-liege"]
    assert len(towns_of([place("Αθήνα"), place(" Αθήνα ".strip()), place("ΑΘΉΝΑ")])) == 1


def test_a_region_or_a_country_counts_as_a_town() -> None:
    wallonia, belgium = Place(region="Wallonia", country="BE"), Place(country="BE")
    assert [*towns_of([wallonia, belgium, place("Namur", "BE")])] == ["be-wallonia", "be", "be-namur"]
    assert [*towns_of([belgium, belgium])] == ["be"]


def test_two_towns_of_one_name_are_told_apart_by_their_regions_too() -> None:
    towns = [Place(city="Springfield", region=region, country="US") for region in ("Ohio", "Oregon", "Ohio")]
    assert [*towns_of(towns)] == ["us-springfield", "us-springfield-oregon"]
    both = [Place(city="Luxembourg", country="BE"), Place(region="Luxembourg", country="BE")]
    assert [*towns_of(both)] == ["be-luxembourg", "be-luxembourg-luxembourg"]


def test_no_number_is_taken_by_a_town_that_looks_like_it() -> None:
    """A town whose name ends in what another's postal code is."""
    found = [*towns_of([place("Aa 1", "BE"), place("Aa", "BE", "2"), place("Aa", "BE", "1")])]
    assert found[:2] == ["be-aa-1", "be-aa"]
    assert found[2].startswith("be-aa-1-")


_LETTERS = st.text(st.characters(categories=["L", "Nd"]), min_size=1, max_size=6)


@given(st.lists(st.tuples(_LETTERS, st.none() | st.from_regex("[0-9]{2}", fullmatch=True)), max_size=8))
def test_no_town_vanishes(towns: list[tuple[str, str | None]]) -> None:
    """Whatever is no repetition of one before has a number, and it is one that any format can hold."""
    found = towns_of([place(city, "BE", code) for city, code in towns])
    told = [(to_key(each.town_or_region), each.postcode) for each in found.values()]
    for city, code in towns:
        assert [other for key, other in told if key == to_key(city) and (other == code or None in (other, code))]
    assert all(is_id(name) and name.startswith("be-") for name in found)
