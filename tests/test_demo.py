"""The demo: the same each time, all of it invented, without a mistake, and with everything that a board can show."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest
from bench.corpus import NOW
from bench.demo.__main__ import files_of, settings_of, write_demo
from bench.demo.organisations import ORGANISATIONS, Demo

from jobboard.board.status import Status
from jobboard.pelican_adapter.run import Options, load_settings
from jobboard.pipeline import check as checking
from tests.helpers import at, read_tree

DEMO = Demo(2026, NOW)


def checked(folder: Path, now: datetime) -> checking.Validated:
    """The demo of that instant, written and checked."""
    write_demo(folder, Demo(2026, now))
    settings = load_settings(Options(settings=str(folder / "pelicanconf.py")))
    return checking.check(settings.content, settings.site, settings.now)


@pytest.mark.parametrize("now", [NOW, at("2028-02-29 23:59"), at("2026-12-31 00:01"), at("2031-07-04 12:00")])
def test_check_has_nothing_against_it_whenever_it_is_made(now: datetime, tmp_path: Path) -> None:
    assert [str(each) for each in checked(tmp_path, now).problems] == []


def test_it_is_the_same_each_time_and_another_with_another_seed() -> None:
    assert files_of(DEMO) == files_of(Demo(2026, NOW))
    assert files_of(DEMO).keys() != files_of(Demo(2027, NOW)).keys()


def test_it_has_twelve_organisations_three_languages_and_every_state_of_a_posting(tmp_path: Path) -> None:
    found = checked(tmp_path, NOW)
    board = found.board
    assert board is not None
    assert len(ORGANISATIONS) == 12
    contents = [*found.library.postings.values()]
    assert 150 <= len(contents) <= 170
    assert {each.status for each in board.postings} >= {*Status} - {Status.DRAFT, Status.SCHEDULED}
    assert {each.kind for each in contents if each.kind} == {
        *("job", "traineeship", "secondment", "volunteering", "call-for-experts")
    }
    assert {each.workplace for each in contents if each.workplace} == {"on-site", "hybrid", "remote"}
    assert {each.lang for each in contents} >= {"fr", "es"}
    assert sum(bool(each.translation_of) for each in contents) >= 10


def test_every_address_in_it_is_of_a_sample() -> None:
    for path, data in files_of(DEMO).items():
        if path.endswith(".md"):
            text = data.decode()
            hosts = re.findall(r"https?://([^/\s]+)", text) + re.findall(r"[\w.-]+@([\w.-]+)", text)
            assert all(host.endswith(".example") for host in hosts), path


def test_it_takes_the_place_of_an_older_one_and_of_nothing_else(tmp_path: Path) -> None:
    write_demo(tmp_path / "demo", Demo(7, NOW))
    write_demo(tmp_path / "demo", DEMO)
    expected = {f"content/{path}": data for path, data in files_of(DEMO).items()}
    assert read_tree(tmp_path / "demo") == {**expected, "pelicanconf.py": settings_of(NOW).encode()}
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs/pelicanconf.py").write_text("SITENAME = 'Theirs'\n")
    with pytest.raises(SystemExit, match="holds something else"):
        write_demo(tmp_path / "theirs", DEMO)
    assert [path.name for path in (tmp_path / "theirs").iterdir()] == ["pelicanconf.py"]
