"""A new file: what is asked again, what it is called, and that `check` has nothing against it but the form's words."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from jobboard.commands.main import new as command
from jobboard.commands.new import NotPossibleError, write_new
from jobboard.commands.new_questions import QUESTIONS
from jobboard.pipeline import check as checking
from jobboard.source.answer import cleaned
from jobboard.source.content.form import BLANK_FORMS, HINT
from jobboard.source.kinds import COMMANDS, RESERVED
from jobboard.writing_desk.project import Project
from tests.helpers import (
    NOW,
    REPOSITORY,
    SITE,
    make_organisation,
    make_page,
    make_posting,
    read_tree,
    settings_of,
    write_site,
)
from tests.programs import JOBBOARD, run_program

GIVEN = {
    "title": "Head of Roads",
    "organisation": "example-network",
    "deadline": "2026-12-31",
    "apply": "jobs@roads.org",
    "starts": "2026-05-05",
    "website": "https://roads.org",
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    write_site(tmp_path / "content", {"postings/analyst.md": make_posting(formerly="[counter, teller]")})
    return Project(content=tmp_path / "content", shown_as="content", now=NOW, zone="Europe/Brussels", lang="en")


def answering(*answers: str) -> tuple[list[str], object]:
    """Somebody who gives these answers one after the other, and what they were told in between."""
    told, left = [], list(answers)

    def ask(question: str, check: object) -> str:
        told.append(question)
        while trouble := check(left[0]):  # type: ignore[operator]
            told.append(trouble)
            left.pop(0)
        return left.pop(0)

    return told, ask


def refused(project: Project, kind: str = "posting", **changes: str) -> str:
    before = read_tree(project.content)
    with pytest.raises(NotPossibleError) as raised:
        write_new(kind, project, {**GIVEN, **changes}, None)
    assert read_tree(project.content) == before
    return str(raised.value)


def test_the_command_offers_every_kind() -> None:
    (kind,) = (each for each in command.params if each.name == "kind")
    assert [*kind.type.choices] == [*COMMANDS]  # type: ignore[attr-defined]


@pytest.mark.parametrize("lang", BLANK_FORMS)
@pytest.mark.parametrize("kind", QUESTIONS)
@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"deadline": "rolling", "apply": "https://roads.org/apply"},
        {"deadline": "2026-03-16 12:01", "starts": "2026-03-16 23:30"},
        {"published": "2024-02-29", "deadline": "rolling"},
        {"published": "2026-04-01 09:00", "deadline": "2026-04-01"},
        {"title": 'Chargé "R&D": #1 \\ {x} [y] *z* & é'},
    ],
)
def test_check_has_nothing_against_a_new_file_but_the_form_s_words(
    kind: str, lang: str, changes: dict[str, str], project: Project
) -> None:
    file = write_new(kind, project, {**GIVEN, "lang": lang, **changes}, None)
    path = f"content/{file.path.relative_to(project.content).as_posix()}"
    problems = [each for each in checking.check(project.content, SITE, NOW).problems if each.path == path]
    assert [str(each) for each in problems if each.hint != HINT and each.level == "problem"] == []
    assert any(each.hint == HINT for each in problems)


PAST = [("2020-01-01", "2020-01-01"), ("2026-03-15", "2026-03-15"), ("2026-03-16 11:00", "2026-03-16 11:00")]


@pytest.mark.parametrize(("given", "shown"), PAST)
@pytest.mark.parametrize(("kind", "name"), [("posting", "deadline"), ("event", "starts")])
def test_a_day_that_is_over_is_asked_for_again(kind: str, name: str, given: str, shown: str, project: Project) -> None:
    assert refused(project, kind, **{name: given}) == f"{name}: {shown} is over; give a day to come"
    told, ask = answering(given, "2026-12-31")
    write_new(kind, project, {**GIVEN, name: ""}, ask)  # type: ignore[arg-type]
    assert told[1:] == [f"{name}: {shown} is over; give a day to come"]


def test_a_deadline_before_the_day_of_publication_is_asked_for_again(project: Project) -> None:
    message = "deadline: 2026-04-30 is before the day it appears (2026-05-01); give a later one"
    assert refused(project, published="2026-05-01", deadline="2026-04-30") == message


SITES_OWN = [(kind, name) for kind, folder in COMMANDS.items() for name in sorted(RESERVED[folder])]
NAMES = [
    *((kind, name, f"name: '{name}' is an address of the site itself") for kind, name in SITES_OWN),
    ("page", "it", "name: 'it' is an address of the site itself"),
    ("posting", "analyst", "name: content/postings/analyst.md exists already"),
    ("posting", "counter", "name: content/postings/analyst.md was called 'counter' once"),
    ("posting", "teller", "name: content/postings/analyst.md was called 'teller' once"),
    ("organisation", "example-network", "name: content/organisations/example-network.md exists already"),
]


@pytest.mark.parametrize(("kind", "name", "message"), NAMES)
def test_a_name_that_cannot_be_had_is_asked_for_again(kind: str, name: str, message: str, project: Project) -> None:
    title = name.replace("-", " ").title()
    assert refused(project, kind, title=title) == f"{message}; give a name with --name, like --name data-analyst"
    told, ask = answering(name, "Head of Roads", "head-of-roads")
    file = write_new(kind, project, {**GIVEN, "title": title}, ask)  # type: ignore[arg-type]
    assert file.path.name == "head-of-roads.md"
    assert told[0].startswith(f"N{message[1:]}.\nName of the file")
    assert told[1:] == [message, "name: expected small letters, digits and single hyphens, found 'Head of Roads'"]


def test_a_name_is_found_in_any_sub_folder_and_whatever_its_capitals(project: Project) -> None:
    write_site(project.content, {"postings/2025/Old-One.md": make_posting(), "pages/deep/er/us.md": make_page()})
    assert "exists already" in refused(project, title="Old one")
    assert "exists already" in refused(project, "page", title="Us")


def test_a_file_that_cannot_be_read_still_has_its_name(project: Project) -> None:
    write_site(project.content, {"postings/broken.md": b"formerly: \xff"})
    assert "exists already" in refused(project, title="Broken")


LOST = [
    "Αναλυτής δεδομένων",
    "Аналитик данных",
    "数据分析师",
    "محلل بيانات",
    "データアナリスト",
    "데이터 분석가",
    "ข้อมูล",
]
LOST += ["Αναλυτής 2026 (m/f)", "מנתח", "Məlumat", "!!!", "—"]


@pytest.mark.parametrize("title", LOST)
@pytest.mark.parametrize("kind", COMMANDS)
def test_a_title_that_would_lose_letters_makes_no_name_and_one_is_asked_for(
    kind: str, title: str, project: Project
) -> None:
    assert refused(project, kind, title=title) == (
        "no name for the file can be made of the letters of this title; "
        "give a name with --name, like --name data-analyst"
    )
    _, ask = answering("roads")
    file = write_new(kind, project, {**GIVEN, "title": title}, ask)  # type: ignore[arg-type]
    assert file.path.name == "roads.md"
    assert title in file.path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Straße & Søn", "strasse-son"),
        ("Łódź Œuvre İzmir", "lodz-oeuvre-izmir"),
        ("Đà Nẵng Þór", "da-nang-thor"),
        ("Chargé d’études", "charge-d-etudes"),
        ("2026 年".replace(" 年", ""), "2026"),
    ],
)
def test_a_title_in_latin_letters_makes_the_name(title: str, name: str, project: Project) -> None:
    assert write_new("posting", project, {**GIVEN, "title": title}, None).path.stem == name


UNSEEN = [
    " {}",
    "{} ",
    "\u00a0{}\u00a0",
    "\u200b{}",
    "\ufeff{}",
    "\t{}\n",
    "{}\r\n",
    "\x07{}\x1b",
    "\u202a{}\u202c",
    "\u2028{}",
]
UNSEEN += ["\u2009{}\u3000", "\ud800{}", "\u00ad{}", "\u2060{}\u200d"]


@pytest.mark.parametrize("around", UNSEEN)
def test_what_nobody_sees_is_taken_off_every_answer(around: str, project: Project) -> None:
    given = {name: around.format(each) for name, each in GIVEN.items()}
    expected = {kind: write_new(kind, project, {**GIVEN, "name": "one"}, None).path.read_bytes() for kind in COMMANDS}
    found = {kind: write_new(kind, project, {**given, "name": around.format("two")}, None).path for kind in COMMANDS}
    assert {kind: path.read_bytes() for kind, path in found.items()} == expected
    assert {path.name for path in found.values()} == {"two.md"}


def test_an_answer_of_nothing_but_spaces_is_none(project: Project) -> None:
    assert refused(project, title=" \u00a0\u200b ").startswith("--title is missing: ")


def test_joiners_of_scripts_and_pictures_stay_within_words() -> None:
    assert cleaned("\u200cمی\u200cخواهم  \u00a0x\u200b\u200by ") == "می\u200cخواهم xy"


@pytest.mark.parametrize(
    ("id_", "hint"),
    [
        ("exampel-network", "did you mean 'example-network'?"),
        ("nobody", "there are example-network"),
    ],
)
def test_an_organisation_that_is_not_there_is_named_with_those_that_are(id_: str, hint: str, project: Project) -> None:
    assert refused(project, organisation=id_) == f"organisation: no file content/organisations/{id_}.md; {hint}"


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run_program(JOBBOARD, "new", *arguments, cwd=folder)


ORGANISATION = ("organisation", "--title", "New Network", "--website", "https://new.org")


def test_the_command_writes_where_the_settings_say_from_anywhere(tmp_path: Path) -> None:
    folder = tmp_path / "project"
    write_site(folder / "texts", {})
    (folder / "pelicanconf.py").write_text(settings_of(REPOSITORY / "theme").replace('"content"', '"texts"'))
    assert run(folder, *ORGANISATION).stdout.startswith("Wrote texts/organisations/new-network.md. ")
    elsewhere = run(tmp_path, "page", "--title", "About", "--settings", "project/pelicanconf.py")
    assert (elsewhere.returncode, elsewhere.stderr) == (0, "")
    assert sorted(read_tree(folder / "texts")) == [
        "organisations/example-network.md",
        "organisations/new-network.md",
        "pages/about.md",
        "topics.yaml",
    ]
    assert not (folder / "content").exists()
    assert not (tmp_path / "content").exists()


@pytest.mark.parametrize("arguments", [(), ("--content", "content")])
def test_outside_a_project_nothing_is_written(arguments: tuple[str, ...], tmp_path: Path) -> None:
    result = run(tmp_path, *ORGANISATION, *arguments)
    assert result.returncode == 1
    assert result.stderr.startswith("pelicanconf.py:1: no such file; run this where pelicanconf.py is, or name it with")
    assert [*tmp_path.iterdir()] == []


def test_a_content_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    (tmp_path / "pelicanconf.py").write_text(settings_of(REPOSITORY / "theme"))
    for arguments in ((), ("--content", "contents")):
        result = run(tmp_path, *ORGANISATION, *arguments)
        assert result.returncode == 1
        assert re.search(r"PATH: .*conten", result.stderr), result.stderr
        assert "Traceback" not in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["pelicanconf.py"]


def test_a_language_without_a_form_is_refused(tmp_path: Path) -> None:
    result = run(tmp_path, *ORGANISATION, "--lang", "de")
    assert result.returncode == 2
    assert "expected en or es or fr, found 'de'; for another language copy a file" in result.stderr


@pytest.mark.parametrize("name", ["index", "a" * 201])
@pytest.mark.parametrize("kind", COMMANDS)
def test_a_name_that_check_refuses_is_refused(kind: str, name: str, project: Project) -> None:
    assert refused(project, kind, name=name).startswith("name: the file name ")


@pytest.mark.parametrize("typed", ["2026-03-29 02:30", "2026-06-08 09:30-12:00", "2026-06-08 09:30-1200"])
@pytest.mark.parametrize(("kind", "field"), [("posting", "deadline"), ("event", "starts"), ("news", "published")])
def test_a_time_that_the_clocks_of_the_organisation_do_not_have_is_refused(
    kind: str, field: str, typed: str, project: Project
) -> None:
    told = refused(project, kind, **{field: typed})
    assert told.startswith(f"{field}: ")
    assert "in Europe/Brussels" in told


def test_a_time_is_one_of_the_organisations_zone_or_of_one_above_it(project: Project) -> None:
    files = {
        "organisations/lisbon.md": make_organisation(timezone="America/New_York"),
        "organisations/port.md": make_organisation(part_of="lisbon"),
        "organisations/ring.md": make_organisation(part_of="ring"),
    }
    write_site(project.content, files)
    for organisation in ("lisbon", "port"):
        given = {**GIVEN, "organisation": organisation, "name": organisation, "deadline": "2026-03-29 02:30"}
        assert write_new("posting", project, given, None).path.is_file()
        assert "in America/New_York" in refused(
            project, organisation=organisation, deadline="2027-03-14 02:30", name="other"
        )
    assert "in Europe/Brussels" in refused(project, organisation="ring", deadline="2026-03-29 02:30", name="other")
