"""Towns that look mistyped: advice in every kind that has places, and none on a town that is known or explained."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.fields import Field, every_field
from tests.helpers import SITE, at, make_event, make_organisation, make_posting, write_site

from jobboard.model.parts.general import Place
from jobboard.model.texts.towns import names_of_towns
from jobboard.model.texts.towns_elsewhere import TOWNS_ELSEWHERE
from jobboard.model.texts.towns_of_europe import TOWNS_OF_EUROPE
from jobboard.pipeline.check import check

FIELDS = [each for each in every_field() if each.declaration.type.record is Place]
MAKERS = {"postings": make_posting, "events": make_event, "organisations": make_organisation}
NOW = "2026-03-16 12:00"
TABLES = {**TOWNS_OF_EUROPE, **TOWNS_ELSEWHERE}
TEXT = "You will count the bicycles that cross forty bridges, and tell the town what you found. " * 6


def advised(folder: Path, files: dict[str, str | bytes | None], now: str = NOW) -> list[str]:
    files = {"organisations/example-network.md": make_organisation(), **files}
    found = check(write_site(folder, files), SITE, at(now)).problems
    return [f"{each.field}: {each.hint}" for each in found if each.said.code == "town-nearly-another"]


def in_place(field: Field, *cities: str, more: str = "") -> dict[str, str | bytes | None]:
    """A file of each of these towns in that field."""
    name = field.way[-1][0]
    make = MAKERS[field.folder]
    return {
        f"{field.folder}/x-{number}.md": make(**{name: f'{{city: "{city}", country: BE{more}}}'})
        for number, city in enumerate(cities, 1)
    }


def meant(name: str, near: str) -> str:
    return f"{name}.city: did you mean '{near}'? if not, name its region, too"


@pytest.mark.parametrize("field", FIELDS, ids=str)
def test_a_town_near_one_of_the_table_is_asked_about_in_every_field_that_holds_places(
    field: Field, tmp_path: Path
) -> None:
    name = field.way[-1][0]
    assert len(field.way) == 1
    assert advised(tmp_path / "a", in_place(field, "Brusels")) == [meant(name, "Brussels")]
    assert advised(tmp_path / "b", in_place(field, "Bruxeles")) == [meant(name, "Bruxelles")]
    assert advised(tmp_path / "c", in_place(field, "Bruxelles", "BRUSSEL", "Exemplebourg")) == []
    assert advised(tmp_path / "d", in_place(field, "Brusels", more=", region: Example")) == []


@pytest.mark.parametrize("field", FIELDS, ids=str)
def test_a_town_near_one_that_five_times_as_many_name_is_asked_about(field: Field, tmp_path: Path) -> None:
    name, towns = field.way[-1][0], ["Exemplebourg"] * 5
    assert advised(tmp_path / "a", in_place(field, "Exemplebour", *towns)) == [meant(name, "Exemplebourg")]
    assert advised(tmp_path / "b", in_place(field, "Exemplebour", *towns[1:])) == []
    assert advised(tmp_path / "c", in_place(field, "Exemplebour", "Exemplebour", *towns)) == []


def test_names_of_a_few_letters_and_with_another_first_one_are_towns_of_their_own(tmp_path: Path) -> None:
    field = FIELDS[0]
    assert advised(tmp_path, in_place(field, "Genk", "Gant", "Mechele", "Nechelen")) == [meant("place", "Mechelen")]


def test_a_name_that_is_near_two_towns_is_left_alone(tmp_path: Path) -> None:
    place = "{city: Hombarg, country: DE}"
    assert advised(tmp_path, {"postings/x.md": make_posting(place=place)}) == []


def test_no_name_of_the_table_is_asked_about(tmp_path: Path) -> None:
    files: dict[str, str | bytes | None] = {
        f"postings/{country.lower()}.md": make_posting(
            place="["
            + ", ".join(f'{{city: "{name}", country: {country}}}' for name in names_of_towns(country).values())
            + "]"
        )
        for country in TABLES
    }
    assert advised(tmp_path, files) == []


def test_each_of_several_places_is_asked_about_by_its_number(tmp_path: Path) -> None:
    places = "[{city: Lille, country: FR}, {city: Strassbourg, country: FR}]"
    assert advised(tmp_path, {"postings/x.md": make_posting(place=places)}) == [meant("place.2", "Strasbourg")]


def test_nothing_is_asked_about_what_is_over_nor_about_a_translation_that_is_silent(tmp_path: Path) -> None:
    place = "{city: Brusels, country: BE}"
    files: dict[str, str | bytes | None] = {
        "postings/x.md": make_posting(place=place),
        "postings/y.md": make_posting(translation_of="x", lang="fr"),
        "events/z.md": make_event(place=place),
    }
    assert advised(tmp_path / "open", files) == [meant("place", "Brussels")] * 2
    assert advised(tmp_path / "over", files, "2027-06-01 12:00") == []


@pytest.mark.parametrize(("other", "is_same"), [("Gand", True), ("GENT", True), ("Namur", False)])
def test_two_postings_in_one_town_are_the_same_whatever_they_call_it(
    other: str, *, is_same: bool, tmp_path: Path
) -> None:
    files: dict[str, str | bytes | None] = {
        "organisations/example-network.md": make_organisation(),
        "postings/x.md": make_posting(TEXT, place="{city: Ghent, country: BE}"),
        "postings/y.md": make_posting(f"{TEXT} Really.", place=f"{{city: {other}, country: BE}}"),
    }
    found = check(write_site(tmp_path, files), SITE, at(NOW)).problems
    assert ("same-posting" in {each.said.code for each in found}) is is_same


def test_a_title_names_a_town_by_either_name_that_its_readers_know(tmp_path: Path) -> None:
    for number, (title, lang, is_advised) in enumerate(
        [("Analyst, Ghent", "en", True), ("Analyst, Gand", "en", True), ("Analyst, Gante", "en", False)]
    ):
        posting = make_posting(TEXT, title=f'"{title}"', lang=lang, place="{city: Gand, country: BE}")
        files = {"organisations/example-network.md": make_organisation(), "postings/x.md": posting}
        found = check(write_site(tmp_path / str(number), files), SITE, at(NOW)).problems
        assert ("title-names-the-place" in {each.said.code for each in found}) is is_advised
