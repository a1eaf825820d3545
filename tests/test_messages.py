"""Messages: each has a code of its own, is said in every language, and explained with an example that is true."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from click.testing import CliRunner

from jobboard.commands.main import main
from jobboard.pelican_adapter.run import Options, load_settings
from jobboard.pipeline import check as checking
from jobboard.pipeline.build import Job, bring_up_to_date
from jobboard.settings.sample import advise_on_sample
from jobboard.settings.settings import SettingsError
from jobboard.source.catalogue import MESSAGES, SOURCE_LANGUAGE, catalogue_of, languages
from jobboard.source.explanations import EXPLANATIONS, every_message, examples, explanations
from jobboard.source.message import Phrase
from jobboard.source.problem import Problem
from jobboard.source.wording import worded
from tests.catalogues import template
from tests.helpers import (
    NOW,
    REPOSITORY,
    SITE,
    make_event,
    make_introduction,
    make_news,
    make_organisation,
    make_page,
    make_posting,
    project_theme,
    settings_of,
    write_site,
)
from tests.messages import PAGE, as_page

PACKAGE = REPOSITORY / "plugins" / "jobboard"
CODES = [*every_message()]
OTHERS = [lang for lang in languages(MESSAGES) if lang != SOURCE_LANGUAGE]
TEXT = "You will count the bicycles that cross forty bridges, and tell the town what you found. " * 6
POSTING = {"salary": "{amount: 3400, currency: EUR, per: month}", "place": "{city: Ghent, country: BE}"}
MAKERS = {
    "postings": lambda: make_posting(TEXT, **POSTING),
    "news": make_news,
    "events": make_event,
    "organisations": make_organisation,
    "pages": make_page,
    "topics": make_introduction,
}

OF_THE_SYSTEM = {
    "clock-goes-back",
    "clock-wrong",
    "engine-not-installed",
    "entry-unreadable",
    "file-name-unreadable",
    "file-not-read",
    "file-unreadable",
    "folder-empty",
    "folder-unreadable",
    "folders-too-deep",
    "kind-gone",
    "link-leads-out",
    "much-gone",
    "nested-too-deeply",
    "not-a-file",
    "plugin-not-loaded",
    "settings-are-a-folder",
    "settings-missing",
    "site-address-local",
    "site-address-nobodys",
    "theme-unreadable",
}
"""What no file of the content can show: it is the machine's doing, or the command's."""

OF_THE_THEME = {code for code in CODES if code.startswith(("template-", "theme-"))}
OF_MUCH = {
    "file-too-large",
    "front-matter-too-long",
    "list-long",
    "list-too-long",
    "more-in-this-file",
    "more-of-this-kind",
    "text-long",
    "text-too-complex",
    "text-too-long",
    "topics-too-long",
}
"""What takes more lines than anybody reads."""


def declarations() -> Iterator[tuple[str, str, str]]:
    """Every code that is written in a call, with its module and its text."""
    for module in sorted(PACKAGE.rglob("*.py")):
        for call in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "message" and len(call.args) == 2:
                code, text = call.args
                if isinstance(code, ast.Constant):
                    yield code.value, module.name, ast.unparse(text)


def test_a_code_is_short_and_declared_in_one_place() -> None:
    declared = [code for code, *_ in declarations()]
    assert len(declared) == len({*declared})
    assert [code for code in CODES if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code) or len(code) > 32] == []


def test_every_message_that_is_declared_is_used() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    names = re.findall(r"^(_?[A-Z][A-Z0-9_]+) = message\(", text, re.MULTILINE)
    count = Counter(re.findall(r"\w+", text))
    assert [name for name in names if count[name] < 2] == []


@pytest.mark.parametrize("lang", OTHERS)
def test_every_text_of_a_message_is_in_the_catalogue(lang: str) -> None:
    known = catalogue_of(lang, MESSAGES).messages
    assert [each.pattern for each in every_message().values() if each.pattern not in known] == []
    with template(MESSAGES).open("rb") as file:
        assert {each.pattern for each in every_message().values()} <= {each.id for each in read_po(file)}


@pytest.mark.parametrize("lang", languages(MESSAGES))
def test_every_message_is_explained_in_every_language(lang: str) -> None:
    assert [*explanations(lang)] == CODES
    assert all(each.why and each.instead for each in explanations(lang).values())


def test_explanations_are_there_for_the_languages_of_messages_and_no_others() -> None:
    found = {path.stem for path in EXPLANATIONS.glob("*.yaml")}
    assert found == {*languages(MESSAGES), "examples"}


def test_what_has_no_example_is_what_no_file_can_show() -> None:
    assert {*CODES} - {*examples()} == OF_THE_SYSTEM | OF_THE_THEME | OF_MUCH
    assert {*examples()} <= {*CODES}


@pytest.mark.parametrize("code", [*examples()])
def test_an_example_is_true(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    example = examples()[code]
    for name in ("wrong", "right"):
        (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path / "wrong")
    assert code in codes_of(tmp_path / "wrong", example.before, example.wrong, is_whole=example.is_whole)
    monkeypatch.chdir(tmp_path / "right")
    assert code not in codes_of(tmp_path / "right", example.before, example.right, is_whole=example.is_whole)


def codes_of(
    folder: Path, before: Mapping[str, str | bytes], files: Mapping[str, str | bytes], *, is_whole: bool
) -> set[str]:
    """The codes of what is said of these files, once readers saw those before."""
    if "pelicanconf.py" in files:
        return {each.said.code for each in _of_settings(folder, str(files["pelicanconf.py"]))}
    cache, output, content = folder / "cache", folder / "output", folder / "content"
    if before:
        write_site(content, _documents(before, is_whole=is_whole))
        bring_up_to_date(Job(site=SITE, now=NOW, theme=project_theme(), content=content, output=output, cache=cache))
        for path in before:
            (content / path).unlink()
    own_topics = {"topics.yaml": None} if any(path.startswith(("topics.yaml/", "topics.yml")) for path in files) else {}
    write_site(content, own_topics | _documents(files, is_whole=is_whole))
    checked = checking.check(content, SITE, NOW, cache=cache, output=output)
    return {each.said.code for each in (*checked.problems, *_of_sample(content))}


def _of_sample(content: Path) -> list[Problem]:
    settings = load_settings(_options(content.parent, ""))
    return list(advise_on_sample(settings, str(content.parent / "pelicanconf.py")))


def _of_settings(folder: Path, lines: str) -> list[Problem]:
    write_site(folder / "content", {})
    for own in ("articles", "theme/templates"):
        (folder / own).mkdir(parents=True)
    try:
        return list(advise_on_sample(load_settings(_options(folder, lines)), str(folder / "pelicanconf.py")))
    except SettingsError as error:
        return list(error.problems)


def _options(folder: Path, lines: str) -> Options:
    names = re.findall(r"^(\w+) =", lines, re.MULTILINE)
    base = settings_of(REPOSITORY / "theme").replace("https://hub.example", "https://hub.eu")
    kept = [line for line in base.splitlines() if line.split(" =")[0] not in names]
    (folder / "pelicanconf.py").write_text("\n".join([*kept, lines, ""]), encoding="utf-8")
    return Options(settings=str(folder / "pelicanconf.py"))


def _documents(files: Mapping[str, str | bytes], *, is_whole: bool) -> dict[str, str | bytes]:
    return {path: text if is_whole else _document(path, text) for path, text in files.items()}


def _document(path: str, text: str | bytes) -> str | bytes:
    """A document with these fields in place of its own, and this body if there is one."""
    maker = MAKERS.get(path.partition("/")[0])
    if maker is None or isinstance(text, bytes) or not path.endswith((".md", ".markdown")):
        return text
    fields, fence, body = text.partition("---\n")
    names = re.findall(r"^([a-z_]+):", fields, re.MULTILINE)
    _, own, own_body = maker().split("---\n", 2)
    kept = [line for line in own.splitlines() if line.split(":")[0] not in names]
    return "\n".join(["---", *fields.splitlines(), *kept, "---", body if fence else own_body])


def test_the_page_in_docs_is_the_one_the_messages_give() -> None:
    assert PAGE.read_text(encoding="utf-8") == as_page(), "run python -m tests.messages"


def run(*arguments: str, **environment: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, arguments, env={"LANGUAGE": "", **environment})
    return result.exit_code, result.output


def test_explain_says_more_in_the_language_asked_for() -> None:
    code, text = run("explain", "field-unknown")
    assert code == 0
    assert text.startswith("field-unknown: unknown field\n")
    assert "employmnt: [full-time]" in text
    assert run("explain", "field-unknown", "--lang", "fr")[1].startswith("field-unknown: champ inconnu\n")
    assert run("explain", "field-unknown", LANG="es_ES.UTF-8")[1].startswith("field-unknown: campo desconocido\n")


def test_explain_alone_lists_every_code() -> None:
    code, text = run("explain")
    assert (code, [line.split()[0] for line in text.splitlines()]) == (0, CODES)


def test_a_mistyped_code_gets_a_near_one() -> None:
    code, text = run("explain", "field-unknwon")
    assert code == 2
    assert "no message has the code 'field-unknwon'; did you mean 'field-unknown'?" in text


def test_a_mistyped_language_gets_those_there_are() -> None:
    code, text = run("explain", "--lang", "frr")
    assert code == 2
    assert "did you mean 'fr'?" in text


@pytest.mark.parametrize(
    ("environment", "lang"),
    [
        ({}, "en"),
        ({"LANG": "fr_BE.UTF-8"}, "fr"),
        ({"LANG": "fr_BE.UTF-8", "LC_MESSAGES": "es_ES"}, "es"),
        ({"LC_MESSAGES": "fr", "LC_ALL": "es"}, "es"),
        ({"LANGUAGE": "de:fr:es", "LC_ALL": "es"}, "fr"),
        ({"LANGUAGE": "en:fr"}, "en"),
        ({"LANG": "fi_FI"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
    ],
)
def test_the_environment_says_the_language_as_for_gettext(environment: dict[str, str], lang: str) -> None:
    bare = {"LANGUAGE": "", "LC_ALL": "", "LC_MESSAGES": "", "LANG": ""}
    text = run("explain", "file-empty", **{**bare, **environment})[1]
    assert text.startswith(f"file-empty: {worded(every_message()['file-empty'], lang)}\n")


def test_a_phrase_within_a_phrase_is_said_in_the_same_language() -> None:
    told = every_message()["list-expected"](words=Phrase("a list"), found=Phrase("nothing"))
    assert worded(told, "en") == "expected a list, found nothing"
    assert worded(told, "es") == "se esperaba: una lista; se encontró: nada"


SITES = [each / "content" for name in ("invalid", "advised") for each in (REPOSITORY / f"tests/sites_{name}").iterdir()]


def phrases_in(words: Phrase) -> Iterator[Phrase]:
    """A phrase, and those within it."""
    yield words
    for value in words.values.values():
        if isinstance(value, Phrase):
            yield from phrases_in(value)


@pytest.mark.parametrize("lang", OTHERS)
def test_whatever_is_said_of_the_examples_has_a_translation_to_its_last_word(lang: str) -> None:
    known = catalogue_of(lang, MESSAGES).messages
    said = [each for site in SITES for each in checking.check(site, SITE, NOW).problems]
    parts = {part.pattern for each in said for words in (each.said, each.way_out) for part in phrases_in(words)}
    dynamic = {"", "%(name)s", "%(one)s"}
    lists = {each for each in parts if re.fullmatch(r"[a-z0-9-]+(, [a-z0-9-]+)*", each) and each not in known}
    assert parts - known.keys() - dynamic - lists == set()
