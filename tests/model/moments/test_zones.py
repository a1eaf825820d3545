"""What is proposed to somebody who writes something else than the name of a zone."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from jobboard.model.moments import zones
from jobboard.model.moments.zones import is_zone, zone_proposal

SHORT = "an abbreviation says nothing of summer time: write the zone's own name, like {}"
OFFSET = "an offset says nothing of summer time: write the zone's own name, like {}"
ABBREVIATIONS = [(short, zone) for zone, names in zones._ABBREVIATIONS.items() for short in names.split()]


@pytest.mark.parametrize(("short", "zone"), ABBREVIATIONS)
def test_an_abbreviation_gets_a_zone_that_has_it(short: str, zone: str) -> None:
    assert is_zone(zone)
    assert str(zone_proposal(short)) == str(zone_proposal(short.lower())) == SHORT.format(zone)
    if short != "Z":
        assert str(zone_proposal(f"{short} time")) == SHORT.format(zone)
        assert str(zone_proposal(f"{short} (Madrid)")) == "write Europe/Madrid"


def test_no_abbreviation_is_of_two_zones() -> None:
    assert len({short for short, _ in ABBREVIATIONS}) == len(ABBREVIATIONS)


@pytest.mark.parametrize(
    "text",
    [
        *("Brussels", "Brussels time", "Brussels local time", "heure de Bruxelles", "hora de Bruselas", "Bruxelles"),
        *("Brussels, Belgium", "CET (Brussels)", "Brussels (CET)", "UTC+01:00 (Brussels)", "Europe / Brussels"),
    ],
)
def test_a_city_in_whatever_words_gets_its_zone(text: str) -> None:
    assert str(zone_proposal(text)) == "write Europe/Brussels"


@pytest.mark.parametrize(
    "text", ["CET/CEST", "CET or CEST", "Central European Time", "heure d'Europe centrale", "hora de Europa central"]
)
def test_a_time_by_its_name_gets_a_zone_that_has_it(text: str) -> None:
    assert str(zone_proposal(text)) == SHORT.format("Europe/Brussels")


@pytest.mark.parametrize("form", ["UTC{}", "GMT{}", "utc {}", "{}"])
@pytest.mark.parametrize(
    "offset", ["+1", "+01", "+01:00", "+0100", "+2", "+02:00", "+5:30", "+0530", "-5", "\u22125", "-03:30"]
)
def test_an_offset_gets_zones_that_have_it(form: str, offset: str) -> None:
    proposed = str(zone_proposal(form.format(offset)))
    assert proposed.startswith(OFFSET.format(""))
    sign = -1 if offset[0] != "+" else 1
    digits = offset[1:].replace(":", "")
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    for zone in proposed.removeprefix(OFFSET.format("")).split(" or "):
        found = {ZoneInfo(zone).utcoffset(datetime(2026, month, 1)) for month in (1, 7)}  # noqa: DTZ001 (of the zone)
        assert sign * (hours * 60 + minutes) in {each.total_seconds() / 60 for each in found if each is not None}


@pytest.mark.parametrize("text", ["UTC+14", "UTC+99", "+9999999", "", "-", "/", "()", "local time", "x" * 1000])
def test_of_anything_else_the_form_is_shown(text: str) -> None:
    assert str(zone_proposal(text)).endswith("like Europe/Brussels")
