"""JOBBOARD_PUBLISH and JOBBOARD_TELL at the gate: what they may say, and what is said of anything else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jobboard.publishing.target import PublishTarget
from jobboard.settings.publishing import check_targets
from jobboard.settings.telling import HUB, INDEXNOW, check_telling

RIGHT: dict[str, dict[str, Any]] = {
    "/srv/www/board": {"kind": "folder", "path": "/srv/www/board"},
    "../www": {"kind": "folder", "path": "../www"},
    "ssh://web@host.example/srv/www": {"kind": "ssh", "user": "web", "host": "host.example", "path": "/srv/www"},
    "rsync://host.example:2222/~/board": {"kind": "rsync", "host": "host.example", "port": 2222, "path": "~/board"},
    "netlify:board.netlify.app": {"kind": "netlify", "host": "board.netlify.app"},
    "s3://bucket/site": {"kind": "s3", "host": "bucket", "path": "/site"},
    "s3://bucket": {"kind": "s3", "host": "bucket"},
    "sftp://me@host.example/www": {"kind": "sftp", "user": "me", "host": "host.example", "path": "/www"},
    "pack:site.tar": {"kind": "pack", "path": "site.tar"},
}
WRONG = (
    "",
    "ssh://host.example",
    "ssh://host.example/",
    "ssh://host.example/~/",
    "ssh://host.example/srv/../etc",
    "ssh://-oProxyCommand=sh/srv/www",
    "ssh://web@-host/srv/www",
    "ssh://host.example/srv/www;reboot",
    "ssh://host.example/$(reboot)",
    "ssh://host.example/srv www",
    "ssh://host.example:99999/srv/www",
    "https://host.example/srv",
    "netlify:a/b",
    "pack:",
    "gopher://host.example/",
    "ftp://me@host.example/www",
    "webdav://me@host.example/www",
    "~nobody-of-that-name/www",
)
SECRETS = (
    "ftps://me:hunter2@host.example/www",
    "ssh://web:hunter2@host.example/srv/www",
    "sftp://me@host.example/www?password=hunter2",
    "s3://AKIA:hunter2@bucket/site",
    "webdavs://:hunter2@host.example/",
)
OPTIONS: dict[str, dict[str, Any]] = {
    "expected options of a target": {"too": 1},
    "expected a number from 2 to 1000 as keep": {"keep": 1},
    "expected True or False as compress": {"staging": "yes"},
    "expected the full address of the site as url": {"url": "example"},
    "expected a plan whose limits are known": {"plan": "geocities"},
    "expected texts as url": {"url": 3},
    "expected an address that begins with https:// as endpoint": {"endpoint": "http://s3.example.org"},
}


BOARD = tuple(map(Path, ("/board/output", "/board/content", "/board/theme", "/board/.cache")))


def checked(value: object, beside: str = "") -> tuple[dict[str, PublishTarget], list[str]]:
    said: list[str] = []
    found = check_targets(
        {"JOBBOARD_PUBLISH": value},
        BOARD,
        Path(beside),
        lambda name, message, hint: said.append(f"{name}: {message}; {hint}"),
    )
    return found, said


@pytest.mark.parametrize("address", RIGHT)
def test_an_address_says_what_it_is_of(address: str) -> None:
    assert checked({"production": address}) == ({"production": PublishTarget(name="production", **RIGHT[address])}, [])


@pytest.mark.parametrize("address", WRONG)
def test_any_other_is_refused_and_no_word_of_it_gets_to_a_shell(address: str) -> None:
    found, (said,) = checked({"production": address})
    assert found == {}
    assert "JOBBOARD_PUBLISH: expected a folder, or an address that begins with ssh://" in said
    assert "; for example JOBBOARD_PUBLISH = {" in said


@pytest.mark.parametrize("address", SECRETS)
@pytest.mark.parametrize("told", [str, lambda each: {"production": each}, lambda each: {"production": {"to": each}}])
def test_a_password_is_told_to_nobody_and_where_it_belongs_is_said(told: Callable[[str], object], address: str) -> None:
    _, (said,) = checked(told(address))
    assert "hunter2" not in said
    assert ("JOBBOARD_PUBLISH_PASSWORD" in said) == (told is not str)
    _, (said,) = checked({"production": {"to": "/srv/www", "password": "hunter2"}})
    assert "expected options of a target, found 'password'" in said
    assert "hunter2" not in said


@pytest.mark.parametrize("written", ["www", "./www", "~/www", "pack:www", "pack:~/www"])
def test_a_path_is_read_as_a_shell_reads_it_from_the_folder_of_the_settings(
    written: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", "/home/me")
    (target,) = checked({"production": written}, "/srv/board")[0].values()
    assert target.path == ("/home/me/www" if "~" in written else "/srv/board/www")


@pytest.mark.parametrize("folder", BOARD, ids=str)
@pytest.mark.parametrize("form", ["{}", "{}/", "{}/www", "{}/../{}", "{}/..", "pack:{}/x.tar"])
def test_what_is_published_is_no_part_of_what_it_is_made_of(form: str, folder: Path) -> None:
    _, said = checked({"production": form.format(folder, folder.name)})
    assert "'production' and " in said[0]
    assert f"{'' if form.endswith('..') else folder.name}/ of the board would be in one folder; name a place" in said[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("/srv/www", "/srv/x/../www/"),
        ("ssh://me@host.example/srv/www", "rsync://host.example/srv/www/"),
        ("s3://bucket/x", "s3://bucket/x/"),
        ("netlify:board", "netlify:board"),
    ],
)
def test_no_two_targets_take_each_others_place(one: str, other: str) -> None:
    _, (said,) = checked({"production": one, "trial": {"to": other, "staging": True}})
    assert "'trial' and 'production' lead to one place; name a place of its own" in said


@pytest.mark.parametrize("words", OPTIONS)
def test_a_wrong_option_is_named(words: str) -> None:
    found, (said,) = checked({"production": {"to": "/srv/www", **OPTIONS[words]}})
    assert found == {}
    assert f"JOBBOARD_PUBLISH: {words}" in said


@pytest.mark.parametrize("value", ["/srv/www", ["/srv/www"], {"Production!": "/srv"}, {"production": {}}, {1: "/srv"}])
def test_what_is_no_table_of_names_is_refused(value: object) -> None:
    found, (said,) = checked(value)
    assert found == {}
    assert "JOBBOARD_PUBLISH: expected a" in said or "expected names" in said


def test_options_are_taken() -> None:
    given = {
        "to": "/srv",
        "keep": 9,
        "compress": True,
        "staging": True,
        "limits": False,
        "plan": "gitlab",
        "url": "https://a.eu",
    }
    (target,) = checked({"trial": given})[0].values()
    assert target == PublishTarget(
        name="trial",
        kind="folder",
        path="/srv",
        keep=9,
        compress=True,
        is_staging=True,
        has_limits=False,
        plan="gitlab",
        url="https://a.eu",
    )


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (True, (INDEXNOW, HUB)),
        (False, ("", "")),
        ({"hub": "https://hub.example/"}, ("", "https://hub.example/")),
        ({"indexnow": "http://127.0.0.1:8000/x"}, ("http://127.0.0.1:8000/x", "")),
    ],
)
def test_who_is_told(value: object, expected: tuple[str, str]) -> None:
    assert check_telling({"JOBBOARD_TELL": value}, lambda *_: pytest.fail("it is right")) == expected


@pytest.mark.parametrize(
    "value", ["yes", 1, ["hub"], {"hubb": "https://hub.example"}, {"hub": "http://hub.example"}, {"hub": 1}]
)
def test_nobody_else_is_told(value: object) -> None:
    said: list[str] = []
    assert check_telling({"JOBBOARD_TELL": value}, lambda name, *_: said.append(name)) == ("", "")
    assert said == ["JOBBOARD_TELL"]
