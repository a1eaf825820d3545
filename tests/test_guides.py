"""The guides: the same in every language, with examples that pass the check and commands that there are."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from jobboard.commands.main import main
from jobboard.outputs.form.help import MESSAGES_PLACE
from jobboard.pipeline import check as checking
from jobboard.source.catalogue import SOURCE_LANGUAGE
from jobboard.source.explanations import every_message
from jobboard.source.guides import GUIDE_PICTURES, GUIDES, guide_file, guide_in
from jobboard.source.problem import is_blocking
from tests.guides import LANGUAGES, as_document, page_of
from tests.helpers import REPOSITORY, SITE, at, make_organisation, settings_of, write_site
from tests.importing.vacancy.forms import docx
from tests.pictures import jpeg

NOW = at("2026-12-01 12:00")
MOST_OF_PICTURE = 40_000
BLOCK = re.compile(r"^( *)```(\w+)\n(.*?)^\1```", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"`(jobboard [^`]+)`")
FOLDERS = {"starts": "events", "press-release": "news"}
ORGANISATION = {"organisations/sample-cities.md": make_organisation(name="Sample Cities")}


def text_of(lang: str) -> str:
    return guide_file(lang).read_text(encoding="utf-8")


def blocks(lang: str, form: str) -> list[str]:
    return [found[3] for found in BLOCK.finditer(text_of(lang)) if found[2] == form]


def commands(lang: str) -> list[str]:
    """Every command that a guide names, in blocks and in its text."""
    typed = [line.strip() for block in blocks(lang, "sh") for line in block.splitlines() if line.strip()]
    return [*typed, *(" ".join(each.split()) for each in SPAN.findall(text_of(lang)))]


def examples(lang: str) -> dict[str, str]:
    """The files a guide shows, each where its fields belong; those that show some fields alone get the others."""
    found = {}
    whole = blocks(lang, "yaml")[0]
    for number, block in enumerate(blocks(lang, "yaml")):
        text = block if block.startswith("---") else whole.replace("apply:", f"{block}apply:")
        folder = next((each for word, each in FOLDERS.items() if word in text), "postings")
        found[f"{folder}/n{number}.md"] = text
    return found


def test_there_is_a_guide_for_every_language_of_messages_and_no_other() -> None:
    assert {each.stem for each in GUIDES.glob("*.md")} == {*LANGUAGES}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_guide_has_the_sections_pictures_examples_and_commands_of_the_english_one(lang: str) -> None:
    own, first = guide_in(lang), guide_in(SOURCE_LANGUAGE)
    assert [each.anchor for each in own.sections] == [each.anchor for each in first.sections]
    assert [len(each.parts) for each in own.sections] == [len(each.parts) for each in first.sections]
    assert [each.replace(f".{lang}.", ".") for each in own.pictures] == [
        each.replace(f".{SOURCE_LANGUAGE}.", ".") for each in first.pictures
    ]
    assert [each[2] for each in BLOCK.finditer(text_of(lang))] == [
        each[2] for each in BLOCK.finditer(text_of(SOURCE_LANGUAGE))
    ]
    assert [each.replace(f" --lang {lang}", "") for each in commands(lang)] == commands(SOURCE_LANGUAGE)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_link_within_a_guide_leads_to_a_section(lang: str) -> None:
    anchors = {each.anchor for each in guide_in(lang).sections}
    assert {*re.findall(r"\]\(([^)]+)\)", text_of(lang))} <= {f"#{each}" for each in anchors} | {
        f"images/{each}" for each in guide_in(lang).pictures
    }
    assert anchors & {*every_message(), MESSAGES_PLACE} == set()
    assert MESSAGES_PLACE not in every_message()


def test_pictures_are_small_and_each_is_shown() -> None:
    shown = {each for lang in LANGUAGES for each in guide_in(lang).pictures}
    assert {each.name for each in GUIDE_PICTURES.iterdir()} == shown
    assert [each.name for each in GUIDE_PICTURES.iterdir() if each.stat().st_size > MOST_OF_PICTURE] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_a_guide_shows_passes_the_check(lang: str, tmp_path: Path) -> None:
    beside = {**ORGANISATION, "images/team.jpg": jpeg(900, 600), "files/profile.pdf": b"%PDF-1.4"}
    content = write_site(tmp_path / "content", {**beside, **examples(lang)})
    assert len(examples(lang)) == 5
    assert [str(each) for each in checking.check(content, SITE, NOW).problems if is_blocking([each])] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_guide_shows_what_the_check_says(lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (shown,) = blocks(lang, "text")
    wrong = blocks(lang, "yaml")[0].replace("lang: " + lang + "\n", "").replace("2027-01-15", "end of March")
    project(tmp_path, {"postings/data-analyst.md": wrong})
    monkeypatch.chdir(tmp_path)
    assert shown.strip() in run("check", "--lang", lang)


@pytest.mark.parametrize("line", sorted({line for lang in LANGUAGES for line in commands(lang)}))
def test_every_command_of_a_guide_is_understood(line: str) -> None:
    """As it is typed, with the arguments and options it has."""
    _, name, *arguments = shlex.split(line)
    command = main.commands[name]
    with click.Context(command) as context:
        command.parse_args(context, list(arguments))


def test_the_commands_of_the_guide_lead_from_a_document_to_a_vacancy_that_was_changed_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those of the sections on a Word file and on later changes, one after the other."""
    project(tmp_path, {})
    blocks_of_word = ("p", "Sample Cities"), ("p", "Send your CV to jobs@sample-cities.example by 12 March 2027.")
    (tmp_path / "vacancy.docx").write_bytes(docx([("h1", "Data Analyst"), *blocks_of_word]))
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "content/postings/data-analyst.md"
    later = ("extend", "close", "reopen", "relist")
    for line in dict.fromkeys(commands(SOURCE_LANGUAGE)):
        _, name, *arguments = shlex.split(line)
        if name in ("import", "check", "ready") and "--lang" not in arguments:
            run(name, *arguments, *(["--yes"] if name == "ready" else []))
        elif name == "preview":
            run(name, *arguments, "--once")
        elif name in later and "withdrawn" not in arguments:
            run(name, *arguments, "--yes")
    assert "status: draft" not in file.read_text(encoding="utf-8")
    assert "deadline: 2027-02-01" in file.read_text(encoding="utf-8")
    assert "reopened:" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_document_is_the_guide(lang: str) -> None:
    assert page_of(lang).read_text(encoding="utf-8") == as_document(lang), "run python -m tests.guides"


def project(folder: Path, files: dict[str, str]) -> None:
    """A board on disk."""
    write_site(folder / "content", {**ORGANISATION, **files})
    (folder / "pelicanconf.py").write_text(settings_of(REPOSITORY / "theme"), encoding="utf-8")


def run(*arguments: str) -> str:
    """What a command answers on the day of the guide."""
    result = CliRunner().invoke(main, [*arguments], env={"LANGUAGE": "", "JOBBOARD_NOW": NOW.isoformat()})
    assert result.exit_code == 0 or arguments[0] == "check", result.output
    return result.output
