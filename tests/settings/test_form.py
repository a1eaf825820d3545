"""The settings of the form for writing: each checked at the gate, with a way out."""

from __future__ import annotations

import pytest

from jobboard.board.site import CodeHost, Repository
from jobboard.settings.form import repository_at

HUB = "https://github.com/example/board"
LAB = "https://gitlab.com/group/part/board"


@pytest.mark.parametrize("address", [HUB, f"{HUB}/", f"{HUB}.git", f"{HUB}/tree/main"])
def test_a_repository_at_github_is_known_by_its_address(address: str) -> None:
    assert repository_at(address, "content") == Repository(
        host=CodeHost.GITHUB, new=f"{HUB}/new/main", upload=f"{HUB}/upload/main/content", folder="content"
    )


@pytest.mark.parametrize(
    ("address", "new"),
    [
        (LAB, f"{LAB}/-/new/main"),
        (f"{LAB}/-/tree/trunk", f"{LAB}/-/new/trunk"),
        ("https://code.example.org/a/b/-/tree/main", "https://code.example.org/a/b/-/new/main"),
        ("https://gitlab.example.org/a/b", "https://gitlab.example.org/a/b/-/new/main"),
    ],
)
def test_one_at_gitlab_by_its_host_or_the_form_of_its_address(address: str, new: str) -> None:
    found = repository_at(address, "board/content")
    assert found == Repository(host=CodeHost.GITLAB, new=new, upload=new, folder="board/content")


def test_a_branch_may_be_named() -> None:
    found = repository_at(f"{HUB}/tree/next/one", "content")
    assert found is not None
    assert found.new == f"{HUB}/new/next/one"


@pytest.mark.parametrize(
    "address",
    [
        "github.com/example/board",
        "http://github.com/example/board",
        "https://github.com/example",
        "https://github.com/example/board/issues",
        "https://user:secret@github.com/example/board",
        "https://github.com/example/board?x=y",
        "https://github.com/example/board#x",
        "https://github.com/example/bo ard",
        "https://code.example.org/a/b",
        "javascript:alert(1)",
        "https://github.com//board",
    ],
)
def test_any_other_address_is_none(address: str) -> None:
    assert repository_at(address, "content") is None
