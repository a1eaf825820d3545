"""Numbers to call: advice where they have no code of a country, in every kind that has contacts."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel import Locale
from tests.fields import Field, every_field
from tests.helpers import SITE, at, make_event, make_news, make_organisation, make_posting, write_site

from jobboard.model.parts.general import Contact
from jobboard.model.texts.calling_codes import calling_code, from_abroad
from jobboard.model.texts.codes import is_country
from jobboard.pipeline.check import check

FIELDS = [each for each in every_field() if each.declaration.type.record is Contact]
MAKERS = {"postings": make_posting, "news": make_news, "events": make_event, "organisations": make_organisation}
NOBODY = "begin with + and the code of the country, as in +32 2 511 74 77"
NOW = "2026-03-16 12:00"


def advised(folder: Path, field: Field, contact: str, now: str = NOW, place: str | None = "{country: BE}") -> list[str]:
    own = {"place": place} if field.folder == "organisations" else {}
    files: dict[str, str | bytes | None] = {
        "organisations/example-network.md": make_organisation(place=place),
        "organisations/other.md": make_organisation(name="Other", place="{country: ES}"),
        f"{field.folder}/x.md": MAKERS[field.folder](**own, **{field.way[-1][0]: f"[{contact}]"}),
    }
    found = check(write_site(folder, files), SITE, at(now)).problems
    return [f"{each.field}: {each.hint}" for each in found if each.said.code == "phone-without-country"]


@pytest.mark.parametrize("field", FIELDS, ids=str)
def test_a_number_without_a_country_is_advised_against_with_the_code_of_its_organisation(
    field: Field, tmp_path: Path
) -> None:
    name = f"{field.way[-1][0]}.1.phone"
    own = advised(tmp_path / "own", field, "{phone: 02 555 01 00}")
    assert own == [f"{name}: begin with the country: write +32 2 555 01 00"]
    theirs = advised(tmp_path / "theirs", field, "{phone: 91 555 01 00, organisation: other}")
    assert theirs == [f"{name}: begin with the country: write +34 91 555 01 00"]
    assert advised(tmp_path / "unknown", field, "{phone: 02 555 01 00}", place=None) == [f"{name}: {NOBODY}"]
    assert advised(tmp_path / "whole", field, "{phone: +32 2 555 01 00}") == []


@pytest.mark.parametrize("field", [each for each in FIELDS if each.folder in ("postings", "events")], ids=str)
def test_nothing_is_advised_of_what_is_over(field: Field, tmp_path: Path) -> None:
    assert advised(tmp_path, field, "{phone: 02 555 01 00}", "2027-06-01 12:00") == []


def test_a_translation_is_asked_what_its_own_file_says(tmp_path: Path) -> None:
    files: dict[str, str | bytes | None] = {
        "postings/x.md": make_posting(contacts="[{phone: 02 555 01 00}]"),
        "postings/y.md": make_posting(translation_of="x", lang="fr"),
    }
    found = check(write_site(tmp_path, files), SITE, at(NOW)).problems
    assert [each.path for each in found if each.said.code == "phone-without-country"] == ["content/postings/x.md"]


@pytest.mark.parametrize(
    ("number", "country", "written"),
    [
        ("02 555 01 00", "BE", "+32 2 555 01 00"),
        ("02/555.01.00", "BE", "+32 2/555.01.00"),
        ("01 55 50 10 00", "FR", "+33 1 55 50 10 00"),
        ("0032 2 555 01 00", "FR", "+32 2 555 01 00"),
        ("06 555 0100", "IT", "+39 06 555 0100"),
        ("91 555 01 00", "ES", "+34 91 555 01 00"),
        ("06 1 555 0100", "HU", "+36 …"),
        ("555 0100", "AG", ""),
        ("555 0100", "", ""),
    ],
)
def test_a_number_is_written_as_it_is_dialled_from_abroad(number: str, country: str, written: str) -> None:
    assert from_abroad(number, country) == written


def test_nearly_every_country_has_a_code_and_no_code_is_wrongly_formed() -> None:
    countries = [code for code in map(str, Locale("en").territories) if is_country(code)]
    codes = {country: calling_code(country) for country in countries}
    assert all(code.isdigit() and len(code) <= 3 for code in codes.values() if code)
    without = {country for country, code in codes.items() if not code}
    own_numbers = {"AQ", "BV", "GS", "HM", "PN", "TF", "UM"}
    beginning_with_1 = {
        "AG",
        "AI",
        "AS",
        "BB",
        "BM",
        "BS",
        "DM",
        "DO",
        "GD",
        "GU",
        "JM",
        "KN",
        "KY",
        "LC",
        "MP",
        "MS",
        "PR",
        "SX",
        "TC",
        "TT",
        "VC",
        "VG",
        "VI",
    }
    assert without == own_numbers | beginning_with_1
