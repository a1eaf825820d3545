"""Years and months as headings and addresses: those of the day that a page gives, whatever the zone of the reader."""

from __future__ import annotations

import re

import pytest

from tests.helpers import at, build_site, make_event, make_news, make_posting, write_site
from tests.outputs.reading import document, find, text_of

NEW_YEAR = at("2026-01-05 12:00")
ZONES = ("Pacific/Kiritimati", "Asia/Tokyo", "Europe/Brussels", "America/New_York", "Pacific/Honolulu")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """In each zone something in the last hour of the old year and in the first of the new."""
    files: dict[str, str | bytes | None] = {}
    for number, zone in enumerate(ZONES):
        for year, when in ((2025, "2025-12-31 23:30"), (2026, "2026-01-01 00:30")):
            name = f"x{number}-{year}"
            files[f"news/{name}.md"] = make_news(title=f"News {name}", published=f'"{when}"', timezone=zone)
            held = {"starts": f'"{when}"', "published": "2025-01-01", "timezone": zone}
            files[f"events/{name}.md"] = make_event(title=f"Past {name}", **held)
            later = {**held, "starts": f'"{when.replace("2025-12", "2026-01").replace("2026-01-01", "2026-02-01")}"'}
            files[f"events/later-{name}.md"] = make_event(title=f"Coming {name}", **later)
            shut = {"published": "2025-01-01", "deadline": f'"{when}"', "timezone": zone}
            files[f"postings/{name}.md"] = make_posting(title=f"Post {name}", **shut)
    return build_site(write_site(tmp_path_factory.mktemp("years") / "content", files), NEW_YEAR)


def under_headings(site: dict[str, bytes], path: str) -> list[tuple[str, list[str]]]:
    """The headings of a list in their order, each with the first days of the cards below it."""
    found: list[tuple[str, list[str]]] = []
    for each in document(site, path).iter():
        tag = each.tag.rpartition("}")[2]
        text = " ".join(text_of(each).split())
        if tag == "h2" and re.fullmatch(r"(?:[A-Z][a-z]+ )?20\d\d", text):
            found.append((text, []))
        elif tag == "time" and found:
            found[-1][1].append(each.get("datetime", "")[:10])
    return found


@pytest.mark.parametrize("path", ["news/index.html", "events/past/index.html"])
def test_a_year_stands_once_above_the_days_that_are_in_it(built: dict[str, bytes], path: str) -> None:
    found = under_headings(built, path)
    assert [year for year, _ in found] == ["2026", "2025"]
    for year, days in found:
        assert len(days) >= len(ZONES)
        assert {day[:4] for day in days} == {year}


def test_a_month_stands_once_above_the_days_that_are_in_it(built: dict[str, bytes]) -> None:
    found = under_headings(built, "events/index.html")
    assert [month for month, _ in found] == ["January 2026", "February 2026"]
    assert [{day[:7] for day in days} for _, days in found] == [{"2026-01"}, {"2026-02"}]


@pytest.mark.parametrize("year", ["2025", "2026"])
def test_the_list_of_a_year_holds_what_stands_under_its_heading(built: dict[str, bytes], year: str) -> None:
    page = document(built, f"news/year/{year}/index.html")
    days = [each.get("datetime", "")[:4] for each in find(page, "time")]
    assert days == [year] * len(ZONES)
    shut = text_of(document(built, f"jobs/closed/{year}/index.html"))
    assert re.findall(r"Post x\d-(\d+)", shut) == [year] * len(ZONES)


def test_within_a_year_the_newest_comes_first(built: dict[str, bytes]) -> None:
    titles = re.findall(r"News x(\d)-(\d+)", text_of(document(built, "news/index.html")))
    order = ["4", "3", "2", "1", "0"]
    assert titles == [*((number, "2026") for number in order), *((number, "2025") for number in order)]
