"""Who looks at what is proposed: names of folders or organisations, and of people as hosts know them."""

from __future__ import annotations

import pytest

from jobboard.settings.owners import OWNERS, check_owners
from jobboard.source.message import Phrase


def read(value: object) -> tuple[object, list[str]]:
    found: list[str] = []

    def add(name: str, message: Phrase, hint: Phrase) -> None:
        assert name == OWNERS
        found.append(f"{message}; {hint}")

    return check_owners({OWNERS: value}, add), found


@pytest.mark.parametrize("owner", ["@ana", "@towns/press-team", "@a/b/c", "ana@example.org", "@Ana.Maria_1"])
def test_people_teams_and_mail_addresses_are_fine(owner: str) -> None:
    assert read({"": owner, "news": [owner, owner]}) == ({"": (owner,), "news": (owner, owner)}, [])


@pytest.mark.parametrize(
    "value",
    [
        "@ana",
        ["@ana"],
        {"news": "ana"},
        {"news": []},
        {"news": ["@ana\n* @evil"]},
        {"news": "@ana @luc"},
        {"News!": "@ana"},
        {"../x": "@ana"},
        {5: "@ana"},
        {"news": None},
        {"news": "@"},
    ],
    ids=repr,
)
def test_whatever_else_is_refused_with_an_example(value: object) -> None:
    found, said = read(value)
    assert found == {}
    assert len(said) == 1
    assert "JOBBOARD_OWNERS = {" in said[0]
