"""Dates are exact or they are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from jobboard.importing.sources.dates import from_feed, from_wordpress
from tests.importing.conftest import Import, fields_of, make_feed, make_item

EXACT = {
    # the standards
    "Fri, 15 Nov 2019 10:00:00 +0100": "2019-11-15 10:00+01:00",
    "Fri, 15 Nov 2019 10:00:00 GMT": "2019-11-15 10:00Z",
    "Fri, 15 Nov 2019 10:00:00 -0000": "2019-11-15 10:00Z",
    "Friday, 15-Nov-19 10:00:00 GMT": "2019-11-15 10:00Z",
    "15 Nov 95 10:00": "1995-11-15 10:00",
    "2019-11-15T10:00:00.123Z": "2019-11-15 10:00Z",
    "2019-11-15t10:00:00z": "2019-11-15 10:00Z",
    "2019-11-15T10:00:00+05:45": "2019-11-15 10:00+05:45",
    "2019-11-15T10:00:00": "2019-11-15 10:00",
    "2019-11-15T24:00:00Z": "2019-11-16 00:00Z",
    "20191115T100000Z": "2019-11-15 10:00Z",
    "2019-11-15": "2019-11-15",
    "2019-11-15+01:00": "2019-11-15",
    # zones by name
    "Fri, 15 Nov 2019 10:00:00 CET": "2019-11-15 10:00+01:00",
    "Mon, 15 Jul 2019 10:00:00 CEST": "2019-07-15 10:00+02:00",
    "Fri, 15 Nov 2019 10:00:00 AEDT": "2019-11-15 10:00+11:00",
    "Fri, 15 Nov 2019 10:00:00 EST": "2019-11-15 10:00-05:00",
    "Fri, 15 Nov 2019 10:00:00 PDT": "2019-11-15 10:00-07:00",
    "Fri, 15 Nov 2019 10:00:00 MSK": "2019-11-15 10:00+03:00",
    "2019-11-15 10:00:00 UTC": "2019-11-15 10:00Z",
    "2019-11-15 10:00:00 Europe/Brussels": "2019-11-15 10:00+01:00",
    "Fri Nov 15 2019 10:00:00 GMT+0100 (Central European Standard Time)": "2019-11-15 10:00+01:00",
    "Fri Nov 15 10:00:00 CET 2019": "2019-11-15 10:00+01:00",
    # programs
    "1573812000": "2019-11-15 10:00Z",
    "1573812000000": "2019-11-15 10:00Z",
    "2019/11/15 10:00": "2019-11-15 10:00",
    "2019.11.15": "2019-11-15",
    "2019-11-15 09:15 PM": "2019-11-15 21:15",
    "Fri, 15 Nov 2019 12:05 AM": "2019-11-15 00:05",
    "November 15th, 2019 at 9:15 p.m.": "2019-11-15 21:15",
    # languages
    "ven. 15 nov. 2019 10:00:00 +0100": "2019-11-15 10:00+01:00",
    "vendredi 15 novembre 2019 à 14h30": "2019-11-15 14:30",
    "mar. 5 mars 2024": "2024-03-05",
    "1er août 2019": "2019-08-01",
    "vr 15 nov 2019 10:00:00 +0100": "2019-11-15 10:00+01:00",
    "dinsdag 5 maart 2024": "2024-03-05",
    "Di., 5. März 2024, 14:30 Uhr": "2024-03-05 14:30",
    "15.11.2019": "2019-11-15",
    "03.04.2019": "2019-04-03",
    "15 de noviembre de 2019": "2019-11-15",
    "vie, 15 nov 2019 10:00:00 +0100": "2019-11-15 10:00+01:00",
    "martedì 5 marzo 2024": "2024-03-05",
    "2019年11月15日": "2019-11-15",
    # one number can only be the month
    "15/11/2019 10:00": "2019-11-15 10:00",
    "11/15/2019": "2019-11-15",
    "04/04/2019": "2019-04-04",
}
UNCERTAIN = [
    *("", "soon", "yesterday", "2 hours ago", "2019", "2019-11", "10:00", "5 mars", "15 Nov"),
    *("03/04/2019", "03-04-2019", "03/04/2019 10:00", "12/31/99", "11-15-19"),
    "Mon, 15 Nov 2019 10:00:00 +0100",  # it was a Friday
    *("2019-02-30", "2019-13-01", "2019/15/11", "2019-11-15T25:00:00Z", "2019-11-15T10:61:00Z"),
    *("Fri, 15 Nov 2019 10:00:00 IST", "Fri, 15 Nov 2019 10:00:00 A", "Fri, 15 Nov 2019 10:00:00 XYZT"),
    *("2019-11-15T10:00:00+25:00", "2019-11-15T10:00:00+15:00", "2019-11-15T10:00:00+01:20"),
    *("Sun, 31 Mar 2024 02:30 Europe/Brussels", "Sun, 27 Oct 2024 02:30 Europe/Brussels"),
    *("13:05 AM, November 15, 2019", "5 listopad 2019", "5 jui 2019", "15 Nov 2019 or later"),
    *("0", "0001-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 +0000", "1970-01-01", "0000-00-00 00:00:00"),
    *("Wed, 30 Nov -0001 00:00:00 +0000", "2019-11-15 10:00 2019-11-16 10:00", "99999999999999"),
]


@pytest.mark.parametrize(("typed", "read"), EXACT.items())
def test_a_date_is_the_same_instant_on_the_same_clock(typed: str, read: str) -> None:
    assert from_feed(typed) == read
    assert from_feed(f"  {typed}\n") == read


@pytest.mark.parametrize("typed", UNCERTAIN)
def test_what_can_be_read_in_two_ways_or_none_is_no_date(typed: str) -> None:
    assert from_feed(typed) == ""


@pytest.mark.parametrize("typed", UNCERTAIN[1:])
def test_an_item_without_a_certain_date_is_a_draft_and_counted(import_text: Import, content: Path, typed: str) -> None:
    outcome = import_text(make_feed(make_item(pubDate=typed)))
    assert "status: draft" in fields_of(content, "a-bridge")
    assert f"its source has no date that is certain ('{typed}')" in "\n".join(fields_of(content, "a-bridge"))
    assert f"  its date '{typed}' is not certain: it is a draft, to be dated" in outcome.lines
    assert "without a certain date: 1; each is a draft until you date it" in outcome.lines


def test_a_second_element_helps_where_the_first_is_not_certain(import_text: Import, content: Path) -> None:
    dates = "<pubDate>03/04/2019</pubDate><dc:date xmlns:dc='http://purl.org/dc/elements/1.1/'>2019-04-03</dc:date>"
    import_text(make_feed(f"<title>A bridge</title><guid>g</guid>{dates}"))
    assert 'published: "2019-04-03"' in fields_of(content, "a-bridge")
    assert "status: draft" not in fields_of(content, "a-bridge")


@pytest.mark.parametrize(
    ("local", "gmt", "read"),
    [
        ("2024-03-05 14:30:00", "2024-03-05 13:30:00", "2024-03-05 14:30+01:00"),
        ("2024-03-05 14:30:00", "0000-00-00 00:00:00", "2024-03-05 14:30"),
        ("0000-00-00 00:00:00", "2024-03-05 13:30:00", "2024-03-05 13:30Z"),
        ("2024-03-05 14:30:00", "2024-03-05 13:57:00", "2024-03-05 13:57Z"),
        ("2024-03-05 14:30:00", "2023-03-05 13:30:00", ""),
        ("", "", ""),
    ],
)
def test_two_clocks_that_contradict_each_other_are_no_date(local: str, gmt: str, read: str) -> None:
    assert from_wordpress(local, gmt) == read
