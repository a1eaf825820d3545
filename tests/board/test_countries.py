"""Which postings a country has: the work that is there, and remote work from there."""

from __future__ import annotations

from pathlib import Path

from tests.helpers import make_board, make_organisation, make_posting

from jobboard.board.countries import by_country


def lists(tmp_path: Path, **postings: dict[str, str]) -> dict[str, tuple[list[str], list[str]]]:
    """By country the ids of the postings that are there, and of the remote ones."""
    files = {f"postings/{id_}.md": make_posting(**fields) for id_, fields in postings.items()}
    board = make_board(tmp_path, {"organisations/example-network.md": make_organisation(), **files})
    visible = [each for each in board.postings if each.is_visible]
    found = by_country(visible, [each for each in visible if each.status.is_listed])
    return {
        code: ([each.id for each in there], [each.id for each in remote]) for code, (there, remote) in found.items()
    }


def remote(applicants_from: str) -> dict[str, str]:
    return {"workplace": "remote", "applicants_from": applicants_from}


def test_remote_work_belongs_to_the_countries_it_may_be_done_from(tmp_path: Path) -> None:
    found = lists(tmp_path, a={"place": "{city: Porto, country: PT}"}, b=remote("[PT, ES]"))
    assert found == {"PT": (["a"], ["b"]), "ES": ([], ["b"])}


def test_work_from_anywhere_belongs_to_every_country_and_makes_none(tmp_path: Path) -> None:
    assert lists(tmp_path / "alone", b=remote("anywhere")) == {}
    found = lists(tmp_path / "both", a={"place": "{country: PT}"}, b=remote("anywhere"))
    assert found == {"PT": (["a"], ["b"])}


def test_what_is_in_a_country_is_not_named_twice(tmp_path: Path) -> None:
    found = lists(tmp_path, a={"place": "{city: Porto, country: PT}", **remote("[PT, FR]")})
    assert found == {"PT": (["a"], []), "FR": ([], ["a"])}


def test_a_country_stays_when_its_last_posting_closes(tmp_path: Path) -> None:
    found = lists(tmp_path, a={"deadline": "2026-03-10", **remote("[PT]")})
    assert found == {"PT": ([], [])}
