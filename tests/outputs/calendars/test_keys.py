"""A calendar of thousands is written anew only when an event in it is another."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import NOW, build_site, make_organisation, make_posting, write_site

ALL = "calendars/deadlines.ics"
OPEN = "postings/analyst.md"


@pytest.mark.parametrize(
    ("file", "text", "is_another"),
    [
        (OPEN, make_posting("You will count trams.\n"), False),
        (OPEN, make_posting(salary="{amount: 40000, currency: EUR, per: year}"), False),
        (OPEN, make_posting(title="Senior Analyst"), True),
        (OPEN, make_posting(deadline="2026-04-02"), True),
        (OPEN, make_posting(timezone="AoE"), True),
        (OPEN, make_posting(deadline_was="2026-03-20"), True),
        (OPEN, make_posting(updated="2026-03-10"), True),
        (OPEN, make_posting(closed="{on: 2026-03-10, because: filled}"), True),
        (OPEN, make_posting(formerly="[map-maker]"), True),
        ("organisations/example-network.md", make_organisation(name="Another Network"), True),
    ],
)
def test_an_edit_is_written_where_it_shows(file: str, text: str, is_another: bool, tmp_path: Path) -> None:
    content = write_site(tmp_path / "content", {OPEN: make_posting()})
    before = build_site(content, NOW, output=tmp_path / "output", cache=tmp_path / "cache")
    write_site(content, {file: text})
    after = build_site(content, NOW, output=tmp_path / "output", cache=tmp_path / "cache")
    clean = build_site(content, NOW, output=tmp_path / "clean", cache=tmp_path / "nothing")
    assert after == clean
    assert (after[ALL] != before[ALL]) == is_another
