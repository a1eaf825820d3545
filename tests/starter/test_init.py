"""A new board: what is asked, that it can be built at once, that nothing is written over, and what an upgrade takes."""

from __future__ import annotations

import re
import subprocess
from datetime import datetime
from pathlib import Path

import pytest

from jobboard.pelican_adapter.run import Options, load_settings
from jobboard.pipeline import check as checking
from jobboard.starter.answers import ASKED, InitError, answers_of, machine_zone
from jobboard.starter.files import PATHS, files_to_write, organisation_id, upgradable_files
from jobboard.starter.mark import is_unchanged, version_in
from jobboard.starter.package import Package, package_of
from jobboard.starter.texts import TEXTS
from jobboard.starter.upgrade import compared, take
from jobboard.starter.write import write_all
from tests.helpers import NOW, at, read_tree
from tests.programs import JOBBOARD, run_program

PACKAGE = Package("0.1.0", "jobboard==0.1.0")
GIVEN = {
    "name": 'Hub d\'Anvers «R&D» "x"',
    "url": "https://jobs.networks.eu/board/",
    "organisation": 'Straße & "Søn" \\ #1: {x}',
    "website": "https://networks.eu",
    "zone": "Pacific/Kiritimati",
}


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run_program(JOBBOARD, *arguments, cwd=folder)


def begin(folder: Path, given: dict[str, str], lang: str = "en", now: datetime = NOW) -> dict[str, bytes]:
    files = files_to_write(answers_of(given, lang, None), now, PACKAGE)
    write_all(folder, files)
    return files


@pytest.mark.parametrize("lang", TEXTS)
@pytest.mark.parametrize("given", [{}, GIVEN, {"organisation": "Δίκτυο", "name": "Δίκτυο", "zone": "America/Adak"}])
@pytest.mark.parametrize("now", [NOW, at("2024-02-29 23:59"), at("2036-12-31 23:59")])
def test_check_has_nothing_against_a_new_board(given: dict[str, str], lang: str, now: datetime, tmp_path: Path) -> None:
    begin(tmp_path, given, lang, now)
    found = load_settings(Options(settings=str(tmp_path / "pelicanconf.py"), now=now.isoformat()))
    checked = checking.check(found.content, found.site, now)
    assert [str(each) for each in checked.problems] == []
    assert checked.board is not None
    (posting,) = checked.board.postings
    assert posting.status == "open"
    assert (found.site.name, found.site.lang) == (given.get("name", TEXTS[lang].name), lang)


def test_what_is_given_is_in_the_settings_word_for_word(tmp_path: Path) -> None:
    begin(tmp_path, GIVEN)
    settings = tmp_path / "publishconf.py"
    text = settings.read_text(encoding="utf-8").replace("from pelicanconf import *", (tmp_path / PATHS[0]).read_text())
    settings.write_text(text.replace('SITEURL = "http://localhost:8000"', ""), encoding="utf-8")
    site = load_settings(Options(settings=str(settings), now=NOW.isoformat())).site
    assert (site.name, site.url, site.zone) == (GIVEN["name"], "https://jobs.networks.eu/board", GIVEN["zone"])
    assert site.identity == "jobs.networks.eu,2026"
    assert site.description == f"Jobs and news of {GIVEN['organisation']}."


def test_a_new_board_can_be_built_at_once_without_a_terminal(tmp_path: Path) -> None:
    result = run(tmp_path, "init", "site", "--now", NOW.isoformat())
    assert (result.returncode, result.stderr) == (0, "")
    assert "cd site, then 'jobboard serve' shows it" in " ".join(result.stdout.split())
    site = tmp_path / "site"
    result = run(site, "build", "--now", NOW.isoformat())
    assert result.returncode == 0, result.stderr
    assert (site / "output/jobs/project-officer/index.html").is_file()
    refused = run(site, "build", "--settings", "publishconf.py", "--publish")
    assert (refused.returncode, "https://board.example is an address nobody can own" in refused.stderr) == (1, True)
    refused = run(site, "build", "--settings", "publishconf.py", "--publish", "--site-url", "https://networks.eu")
    assert "organisation.example is an address of a sample" in refused.stderr


def test_the_folder_may_be_this_one_and_hold_other_files(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("Ours.")
    (tmp_path / ".github").mkdir()
    assert run(tmp_path, "init", ".", "--yes").returncode == 0
    assert {"README.md", *PATHS} <= set(read_tree(tmp_path))


@pytest.mark.parametrize(
    ("there", "named"),
    [
        ("Makefile", "Makefile"),
        ("content/blog.md", "content/"),
        (".github/workflows/site.yml", ".github/workflows/site.yml"),
        (".github", ".github"),
        ("pelicanconf.py/x", "pelicanconf.py/"),
    ],
)
def test_nothing_that_is_there_is_written_over(there: str, named: str, tmp_path: Path) -> None:
    (tmp_path / there).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / there).write_text("theirs")
    result = run(tmp_path, "init", ".", "--yes")
    told = f"Error: in the way: {named}; move it away, or name another folder. Nothing was written.\n"
    assert (result.returncode, result.stderr) == (1, told)
    assert read_tree(tmp_path) == {there: b"theirs"}


def test_no_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site").mkdir()
    (tmp_path / "site/content").symlink_to(tmp_path / "elsewhere")
    result = run(tmp_path, "init", "site", "--yes")
    assert (result.returncode, "in the way: content/" in result.stderr) == (1, True)
    assert [*(tmp_path / "elsewhere").iterdir()] == []


def test_a_file_where_the_folder_should_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("x")
    result = run(tmp_path, "init", "site", "--yes")
    assert (result.returncode, "in the way: site; move it away" in result.stderr) == (1, True)
    result = run(tmp_path, "init", "site/below", "--yes")
    assert (result.returncode, "Traceback" in result.stderr) == (1, False)


def test_what_cannot_be_written_whole_is_taken_back(tmp_path: Path) -> None:
    def failing() -> dict[str, bytes]:
        return {**files_to_write(answers_of({}, "en", None), NOW, PACKAGE), "\0": b""}

    with pytest.raises(ValueError, match="null byte"):
        write_all(tmp_path / "site", failing())
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("url", "networks.eu", "--url: expected a full address like https://example.org/board, found 'networks.eu'"),
        ("website", "networks", "--website: expected an address like https://example.org/apply"),
        ("zone", "Mars/Olympus", "--zone: expected a time zone like Europe/Brussels, found 'Mars/Olympus'"),
        ("zone", "../etc", "--zone: expected a time zone like Europe/Brussels, found '../etc'"),
        ("lang", "de", "expected en or fr or es, found 'de'"),
        ("now", "soon", "--now: expected an instant like 2026-12-01T12:00+01:00, found 'soon'"),
    ],
)
def test_an_option_that_cannot_be_used_is_a_sentence(option: str, value: str, message: str, tmp_path: Path) -> None:
    result = run(tmp_path, "init", "site", f"--{option}", value)
    assert result.returncode in (1, 2)
    assert message in result.stderr
    assert [*tmp_path.iterdir()] == []


def test_five_questions_are_asked_until_they_can_be_used() -> None:
    told: list[str] = []
    typed = iter(["", "hub", "https://hub.eu", "Hub", "https://hub.eu", "Mars", "Europe/Paris"])

    def ask(question: str, default: str, trouble: object) -> str:
        told.append(question)
        while found := trouble(answer := next(typed) or default):  # type: ignore[operator]
            told.append(found)
        return answer

    answers = answers_of({}, "en", ask)
    assert len(ASKED) == 5
    assert [each.words for each in ASKED.values()] == [each for each in told if "found" not in each]
    assert (answers.name, answers.url, answers.zone) == ("Our job board", "https://hub.eu", "Europe/Paris")


def test_what_is_given_is_not_asked() -> None:
    def ask(*_: object) -> str:
        raise AssertionError

    assert answers_of(GIVEN, "en", ask).website == "https://networks.eu"
    with pytest.raises(InitError, match="--zone: expected"):
        answers_of({**GIVEN, "zone": "x y"}, "en", ask)


def test_the_machine_s_zone_is_the_default_where_it_has_a_name(tmp_path: Path) -> None:
    link = tmp_path / "localtime"
    for target, zone in (("Europe/Brussels", "Europe/Brussels"), ("Etc/UTC", "UTC")):
        link.unlink(missing_ok=True)
        link.symlink_to(f"/usr/share/zoneinfo/{target}")
        assert machine_zone(link) == zone
    assert machine_zone(tmp_path / "nothing") == "UTC"


@pytest.mark.parametrize(
    ("name", "id_"),
    [("Sample Organisation", "sample-organisation"), ("Δίκτυο", "our-organisation"), ("NUL", "our-organisation")],
)
def test_the_organisation_has_a_name_that_can_be_a_file(name: str, id_: str) -> None:
    assert organisation_id(name) == id_


def test_every_file_names_the_version_that_wrote_it() -> None:
    for path, data in files_to_write(answers_of({}, "en", None), NOW, PACKAGE).items():
        text = data.decode()
        assert version_in(text.removeprefix("---\n")) == "0.1.0", path
        assert is_unchanged(text) is (path in upgradable_files(PACKAGE)), path


class Board:
    """A board that an older version wrote, in which two files were otherwise."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        old = Package("0.0.9", "jobboard==0.0.9")
        files = upgradable_files(old)
        write_all(folder, {**files_to_write(answers_of({}, "en", None), NOW, old), **files})

    def edit(self, path: str) -> None:
        file = self.folder / path
        file.write_text(f"{file.read_text()}# ours\n")


@pytest.fixture
def board(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Board:
    return Board(tmp_path / "site", monkeypatch)


def test_an_upgrade_shows_what_is_different_and_takes_what_nobody_has_changed(board: Board) -> None:
    board.edit("Makefile")
    (board.folder / ".gitlab-ci.yml").unlink()
    before = read_tree(board.folder)
    found = compared(board.folder, PACKAGE)
    assert {each.path: each.is_safe for each in found} == {"Makefile": False, "requirements.txt": True}
    assert "-jobboard==0.0.9" in found[1].lines
    assert "+jobboard==0.1.0" in found[1].lines
    assert read_tree(board.folder) == before
    take(board.folder, found, PACKAGE)
    changed = {path for path, data in read_tree(board.folder).items() if data != before[path]}
    assert changed == {"requirements.txt"}
    assert [each.path for each in compared(board.folder, PACKAGE)] == ["Makefile"]


def test_line_ends_of_windows_are_no_change(board: Board) -> None:
    for path in ("Makefile", "requirements.txt"):
        file = board.folder / path
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert [(each.path, each.is_safe) for each in compared(board.folder, PACKAGE)] == [("requirements.txt", True)]


def test_a_new_requirement_brings_its_wheel(board: Board, tmp_path: Path) -> None:
    wheel = tmp_path / "jobboard-0.1.0-py3-none-any.whl"
    wheel.write_bytes(b"a wheel")
    package = package_of("0.1.0", {"url": wheel.as_uri(), "archive_info": {}})
    take(board.folder, compared(board.folder, package), package)
    assert (board.folder / wheel.name).read_bytes() == b"a wheel"
    assert (board.folder / "requirements.txt").read_text().endswith(f"\n./{wheel.name}\n")


def test_the_command_writes_only_with_yes_where_nobody_can_be_asked(board: Board) -> None:
    shown = run(board.folder, "init", ".", "--upgrade")
    assert (shown.returncode, "-jobboard==0.0.9\n" in shown.stdout) == (0, True)
    assert "Nothing was written. To write requirements.txt: jobboard init . --upgrade --yes" in shown.stdout
    written = run(board.folder, "init", ".", "--upgrade", "--yes")
    assert (written.returncode, "Wrote requirements.txt." in written.stdout) == (0, True)
    assert "Nothing is different" in run(board.folder, "init", ".", "--upgrade").stdout


def test_an_upgrade_needs_a_board_that_init_wrote(tmp_path: Path) -> None:
    (tmp_path / "Makefile").write_text("all:\n")
    result = run(tmp_path, "init", ".", "--upgrade", "--yes")
    assert (result.returncode, "there is no board that jobboard init has written" in result.stderr) == (1, True)


@pytest.mark.parametrize(
    ("note", "requirement", "is_at_hand"),
    [
        ({}, "jobboard==1.2", True),
        (
            {"url": "https://x.eu/jobboard-1.2.whl", "archive_info": {}},
            "jobboard @ https://x.eu/jobboard-1.2.whl",
            True,
        ),
        (
            {"url": "https://x.eu/jobboard", "vcs_info": {"vcs": "git", "commit_id": "abc"}},
            "jobboard @ git+https://x.eu/jobboard@abc",
            True,
        ),
        ({"url": "file:///srv/checkout", "dir_info": {"editable": True}}, "./jobboard-1.2-py3-none-any.whl", False),
        ({"url": "file:///gone/jobboard-1.2-py3-none-any.whl"}, "./jobboard-1.2-py3-none-any.whl", False),
    ],
)
def test_machines_fetch_the_package_where_this_one_came_from(
    note: dict[str, object], requirement: str, is_at_hand: bool
) -> None:
    found = package_of("1.2", note)
    assert (found.requirement, found.is_at_hand) == (requirement, is_at_hand)


def test_the_makefile_has_every_target_of_the_recipes(tmp_path: Path) -> None:
    files = begin(tmp_path, {})
    makefile = files["Makefile"].decode()
    for recipe in (".github/workflows/site.yml", ".gitlab-ci.yml"):
        for target, rest in re.findall(r"\bmake ([a-z]+)(.*)", files[recipe].decode()):
            assert f"\n{target}: $(READY)" in makefile, (recipe, target)
            assert all(f"$({name})" in makefile for name in re.findall(r"([A-Z]+)=", rest))
