"""The page and the file of figures, as readers find them."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from jobboard.source import catalogue
from tests.helpers import SITE, at, build_site, make_organisation, make_posting, write_site
from tests.outputs.claims import page
from tests.outputs.numbers.claims import numbers_file_claims, numbers_page_claims
from tests.outputs.reading import document, links, text_of

PAGE, FILE = "numbers/index.html", "numbers/numbers.csv"
THREE = replace(SITE, languages=("en", "fr", "es"))

FILES: dict[str, str | bytes | None] = {
    "organisations/guild.md": make_organisation(name="Guild <of> all", lang="fr"),
    "postings/first.md": make_posting(published="2023-11-06", deadline="2023-12-04", organisation="[guild]"),
    "postings/second.md": make_posting(
        published="2025-01-13", deadline="2025-02-14", closed="{on: 2025-02-03, because: withdrawn}", topics="[culture]"
    ),
    "postings/third.md": make_posting(
        published="2026-01-12",
        deadline="2026-02-20",
        deadline_was="{deadline: 2026-02-06, changed: 2026-02-02}",
        languages="{en: fluent}",
        salary="{amount: 3000, currency: EUR, per: month}",
    ),
    "postings/fourth.md": make_posting(organisation="[guild, example-network]", kind="traineeship"),
    "postings/fifth.md": make_posting(published="2022-05-02", deadline="2022-06-30"),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return build_site(write_site(tmp_path_factory.mktemp("numbers") / "content", FILES), site=THREE)


def tables(site: dict[str, bytes], path: str = PAGE) -> dict[str, list[list[str]]]:
    """The cells of each table by its id, heads first."""
    return {
        section.get("aria-labelledby"): [
            [" ".join(cell.text_content().split()) for cell in row] for row in section.xpath(".//table//tr")
        ]
        for section in page(site[path]).xpath("//section[@aria-labelledby]")
        if section.xpath("./table")
    }


def test_tables_say_the_last_twelve_months_and_all_since_the_first(site: dict[str, bytes]) -> None:
    found = tables(site)
    assert found["organisation"] == [
        ["Organisation", "12 months to Mar 2026", "Share", "Since May 2022"],
        ["Example Network", "2", "100%", "4"],
        ["Guild <of> all", "1", "50%", "2"],
    ]
    assert found["kind"][1:] == [["Job", "1", "50%", "4"], ["Traineeship", "1", "50%", "1"]]
    assert found["topic"][1:] == [["Culture", "0", "0%", "1"]]
    assert [row[0] for row in found["days"][1:]] == [
        *("Up to 7 days", "8 to 14 days", "15 to 21 days", "22 to 28 days", "29 to 42 days", "43 to 60 days"),
        "61 days or more",
    ]
    assert found["pay"][1:] == [["Told in figures", "1", "50%", "1"], ["Not told in figures", "1", "50%", "4"]]
    assert found["language"][1:] == [["English", "1", "50%", "1"], ["None is named", "1", "50%", "4"]]
    assert found["ended"][1:] == [
        ["The time to apply was over", "1", "100%", "3"],
        ["Filled", "0", "0%", "0"],
        ["Withdrawn", "0", "0%", "1"],
        ["Closed early for another reason", "0", "0%", "0"],
    ]
    assert found["before"][1:] == [
        ["The deadline was extended", "1", "100%", "1"],
        ["It was closed and opened again", "0", "0%", "0"],
    ]
    assert "The median is 29 days." in text_of(document(site, PAGE))


def test_the_years_are_the_latest_three_and_others_are_in_the_file(site: dict[str, bytes]) -> None:
    told = numbers_page_claims(site, PAGE)["months"]
    assert told == {
        "2026-01": (1, 0),
        "2026-02": (0, 1),
        "2026-03": (1, 0),
        "2025-01": (1, 0),
        "2025-02": (0, 1),
        "2023-11": (1, 0),
        "2023-12": (0, 1),
    }
    assert "Earlier years are in the file." in text_of(document(site, PAGE))
    assert numbers_file_claims(site, FILE)["opened", "", "2022-05"] == 1


def test_the_file_says_what_the_tables_say(site: dict[str, bytes]) -> None:
    sums: dict[str, Counter[str]] = {}
    for (what, group, _), number in numbers_file_claims(site, FILE).items():
        sums.setdefault(what, Counter())[group] += number
    told = {what: sorted(filter(None, (int(row[-1]) for row in rows[1:]))) for what, rows in tables(site).items()}
    assert sum(told.pop("days")) == sum(sums["days"].values()) == sums["opened"][""]
    assert told == {what: sorted(sums[what].values()) for what in told}


def test_the_file_is_rows_of_four_that_no_spreadsheet_runs(site: dict[str, bytes]) -> None:
    rows = list(csv.reader(io.StringIO(site[FILE].decode("ascii"), newline=""), strict=True))
    assert {len(row) for row in rows} == {4}
    assert not [cell for row in rows for cell in row if re.match(r"[=+\-@\t\r]", cell)]
    assert site[FILE].endswith(b"\r\n")


@pytest.mark.parametrize("path", [PAGE, f"fr/{PAGE}", f"es/{PAGE}"])
def test_drawings_are_well_formed_act_on_nothing_and_have_a_name(path: str, site: dict[str, bytes]) -> None:
    drawings = re.findall(r"<svg class=\"(?:chart-bars|line-bar)\".*?</svg>", site[path].decode(), re.DOTALL)
    assert len(drawings) > 3
    for drawing in drawings:
        root = ET.fromstring(drawing)
        assert {each.tag for each in root.iter()} <= {"svg", "rect", "title"}
        assert not {name for each in root.iter() for name in each.attrib if name.startswith("on") or name == "style"}
        assert (root.get("role"), bool(root.get("aria-label"))) == ("img", True) or root.get("aria-hidden") == "true"
        _, _, width, height = map(float, root.attrib["viewBox"].split())
        for each in root.iter("rect"):
            x, y, wide, high = (float(each.attrib[name]) for name in ("x", "y", "width", "height"))
            assert x >= 0
            assert y >= 0
            assert x + wide <= width
            assert y + high <= height + 0.1


def test_bars_are_as_long_as_their_numbers(site: dict[str, bytes]) -> None:
    rows = page(site[PAGE]).xpath("//section[@aria-labelledby='organisation']//tbody/tr")
    widths = [(row[1].text, row.xpath(".//rect/@width")) for row in rows]
    assert widths == [("2", ["100"]), ("1", ["50"])]


def test_an_empty_board_says_so_and_draws_nothing(tmp_path: Path) -> None:
    built = build_site(write_site(tmp_path / "content", {"postings/x.md": make_posting(status="draft")}))
    (it,) = page(built[PAGE]).xpath("//main")
    assert "Nothing has been published yet, so there is nothing to count." in it.text_content()
    assert it.xpath(".//table | .//svg") == []
    assert built[FILE] == b"what,group,month,number\r\n"


def test_one_posting_has_one_column_and_its_month(tmp_path: Path) -> None:
    built = build_site(write_site(tmp_path / "content", {"postings/x.md": make_posting()}))
    assert tables(built)["kind"] == [["Kind", "Since Mar 2026", "Share"], ["Job", "1", "100%"]]
    assert numbers_page_claims(built, PAGE)["months"] == {"2026-03": (1, 0)}
    assert "topic" not in tables(built)
    assert "ended" not in tables(built)
    assert "The highest bar is one posting." in text_of(document(built, PAGE))


def test_only_an_opening_or_a_closing_writes_the_figures(tmp_path: Path) -> None:
    content = write_site(tmp_path / "content", {"postings/x.md": make_posting()})
    instants = ("2026-03-16 12:00", "2026-03-25 12:00", "2026-04-01 00:00", "2026-12-24 12:00", "2027-04-02 00:00")
    built = [build_site(content, at(now), site=THREE, output=tmp_path / now[:10]) for now in instants]
    paths = sorted(path for path in built[0] if "numbers/" in path)
    assert paths == ["es/numbers/index.html", "fr/numbers/index.html", PAGE, FILE]
    changed = [[path for path in paths if a[path] != b[path]] for a, b in itertools.pairwise(built)]
    assert changed == [[], paths, [], []]


def test_every_page_leads_to_it_and_a_bare_board_has_none(site: dict[str, bytes], tmp_path: Path) -> None:
    assert "/fr/numbers/" in links(document(site, "fr/jobs/index.html"))
    assert "https://hub.example/es/numbers/" in site["sitemap.xml"].decode()
    bare = build_site(write_site(tmp_path / "content", FILES), site=replace(SITE, has_extras=False))
    assert [path for path in bare if path.startswith("numbers/")] == []
    assert "/numbers/" not in links(document(bare, "index.html"))


def test_from_right_to_left_time_and_bars_run_as_lines_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "locale/ar/LC_MESSAGES/jobboard.po"
    file.parent.mkdir(parents=True)
    file.write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n')
    topics = "culture: {en: Culture, ar: Culture}\n"
    content = write_site(tmp_path / "content", {**FILES, "topics.yaml": topics})
    left = build_site(content, output=tmp_path / "en")
    monkeypatch.setattr(catalogue, "CATALOGUES", tmp_path / "locale")
    try:
        right = build_site(content, site=replace(SITE, lang="ar"), output=tmp_path / "ar")
    finally:
        catalogue.catalogue_of.cache_clear()
        catalogue.said.cache_clear()
    for kind, width in (("chart-bars", 120), ("line-bar", 100)):
        ways = [
            [
                (float(bar.get("x")), float(bar.get("width")))
                for bar in page(site[PAGE]).xpath(f"//svg[@class='{kind}']/rect")
            ]
            for site in (left, right)
        ]
        assert [(pytest.approx(width - x - wide), wide) for x, wide in ways[0]] == ways[1]


def test_the_zone_and_the_month_of_the_first_are_said(site: dict[str, bytes]) -> None:
    words = text_of(document(site, PAGE))
    assert "whole since May 2022" in words
    assert "Months are those of Brussels time." in words
